/**
 * Names as people write them in one line: `Ann Lee, Ben Ode and Cy Poe` are three people, `Ann Lee, Head of Design` is
 * one. No specification says which; what stands after a comma or an `and` is taken for a person unless its words say
 * that it is a post, a title or a group.
 */

import { toPlainLine } from "./characters.ts";

/** What is in brackets, a link or an entity holds no separator. */
const enclosed =
	/<a\s[^<>]*>[^<>]*<\/a>|<[^<>]*>|\([^()]*\)|\[[^[\]]*\]|&#?\w{1,32};/;

const and = "(?:and|And|AND|&|&amp;|und|et(?! al\\b)|och|og|и|with)";

/** These stand inside names too: `Ortega y Gasset`, `Costa e Silva`. */
const rareAnd = "(?:y|e|i|en|و)";

const separators = new RegExp(
	[
		enclosed.source,
		"(?<stop> ?[;；、] ?)",
		`(?<and>(?: ?[,，،])? ${and} )`,
		`(?<rareAnd>(?: ?[,，،])? ${rareAnd} )`,
		"(?<comma> ?[,，،] ?)",
	].join("|"),
	"gu",
);

const allEnclosed = new RegExp(enclosed, "g");

/** Words of posts and groups, which are no names of people; `engineers` is found as `engineer`. */
const descriptions = new Set(
	`academy administrator adviser advisor advocate agency alliance ambassador analyst architect assistant associate
	association author board ceo cfo chair chairman chairperson chairwoman chief ciso club cmo co collective college
	columnist committee community company consortium consultant contributor coo coordinator corp corporation
	correspondent council crew cto department designer developer director editor engineer evangelist executive family
	federation fellow foundation founder freelancer friend gmbh group guest illustrator inc initiative institute intern
	journalist lab lead leader lecturer llc ltd magazine maintainer manager media member membership ministry network
	news office officer organisation organization other owner partner photographer plc president principal professor
	programmer project reporter researcher school scientist secretary senior society son specialist squad staff
	strategist student studio svp teacher team translator treasurer university vice vp wg writer`.split(
		/\s+/,
	),
);

const suffixes = new Set(
	"ba bsc cbe cpa dds dphil edd esq frs ii iii iv jd jr llm ma mba mbe md mph msc obe pe phd rn sr".split(
		" ",
	),
);

const particles = new Set(
	"af al av bin bint da das de del della den der di do dos du el ibn la le ten ter van vom von y zu zum zur".split(
		" ",
	),
);

interface Piece {
	readonly text: string;
	/** What stands before it, and what that is. */
	readonly mark: string;
	readonly kind: "stop" | "and" | "rareAnd" | "comma";
}

function cutPieces(text: string): Piece[] {
	const pieces: Piece[] = [];
	let next = { mark: "", kind: "stop" as Piece["kind"] };
	let start = 0;
	for (const { 0: mark, index, groups = {} } of text.matchAll(separators)) {
		const kind = (["stop", "and", "rareAnd", "comma"] as const).find(
			(name) => groups[name] !== undefined,
		);
		if (kind === undefined) continue;
		pieces.push({ ...next, text: text.slice(start, index).trim() });
		next = { mark, kind };
		start = index + mark.length;
	}
	pieces.push({ ...next, text: text.slice(start).trim() });
	return pieces.filter((piece) => piece.text !== "");
}

function listWords(text: string): string[] {
	const words = text.replace(allEnclosed, "").split(" ");
	return words.filter((word) => word !== "");
}

/** Whether a text speaks of a post or a group. */
function isDescription(text: string): boolean {
	const words = text.replace(allEnclosed, "").toLowerCase();
	return (words.match(/[\p{L}\p{N}]+/gu) ?? []).some(
		(word) =>
			descriptions.has(word) || descriptions.has(word.replace(/s$/, "")),
	);
}

/** In scripts that tell small letters from capitals; Georgian's are all small. */
function isSmall(word: string | undefined): boolean {
	return /^(?=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Ll}/u.test(
		word ?? "",
	);
}

/** `for the press`, `illustrations by Ann`, but neither `van der Berg` nor, after small letters alone, `ben ode`. */
function isSmallPhrase(text: string, before: string): boolean {
	const words = listWords(text);
	return (
		words.length > 1 &&
		!isSmall(before) &&
		words.some(
			(word) => isSmall(word) && !particles.has(word) && !/['’-]/.test(word),
		)
	);
}

/** A given name and a family name; in some scripts no blank parts them. */
function isFullName(text: string): boolean {
	const words = listWords(text);
	return (
		words.length > 1 ||
		/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u.test(
			words[0] ?? "",
		)
	);
}

function hasArticle(text: string): boolean {
	return /^(?:the|our) /i.test(text);
}

/** Whether an `and` stands inside of one name or description. */
function isOnePhrase(before: Piece, { kind, mark, text }: Piece): boolean {
	if (kind !== "and" && kind !== "rareAnd") return false;
	// `Simon & Schuster` is one, `Ann Lee & Ben Ode` are two.
	const isLoose = before.kind !== "comma" && mark.includes("&");
	const isNamed = (name: string) => isFullName(name) || /[)>]$/.test(name);
	if (isLoose && !(isNamed(before.text) && isNamed(text))) return true;
	if (particles.has(listWords(before.text).at(-1) ?? "")) return true;
	if (hasArticle(text)) return false;
	const isListed = before.kind === "comma" && isFullName(before.text);
	if (isDescription(before.text))
		return isDescription(text)
			? listWords(before.text).at(-1) !== listWords(text).at(-1)
			: !isFullName(text);
	if (isDescription(text)) return !isListed;
	if (kind === "rareAnd" && before.kind !== "comma")
		return !isFullName(before.text) || !isFullName(text);
	return isSmallPhrase(text, before.text);
}

function joinPhrases(pieces: readonly Piece[]): Piece[] {
	const joined: Piece[] = [];
	for (const [index, piece] of pieces.entries()) {
		const before = pieces[index - 1];
		const last = joined.at(-1);
		if (before && last && isOnePhrase(before, piece))
			joined[joined.length - 1] = {
				...last,
				text: last.text + piece.mark + piece.text,
			};
		else joined.push(piece);
	}
	return joined;
}

/** Whether two texts with a comma between them, and nothing else, are one person: `Doe, Jane`, `Ann Lee, Squarespace`. */
function isPair(head: string, text: string): boolean {
	if (head.endsWith(">")) return false;
	if (isFullName(head) && isFullName(text))
		return /\p{N}/u.test(text) || listWords(text).length > 5;
	if (isFullName(head) || isFullName(text)) return true;
	// Account names are in small letters and need no second word.
	return ![head, text].some((word) => isSmall(word) || word.startsWith("@"));
}

/** Somebody that a list names. */
interface Named {
	/** What stands before the first comma; the next two tell of it, and are not asked again for each comma. */
	readonly head: string;
	readonly isGroup: boolean;
	readonly isFull: boolean;
	/** With what says more of the person. */
	text: string;
	isDescribed: boolean;
}

/** Whether a text after a comma says more of the person before. */
function isOfPerson(person: Named, text: string, isList: boolean): boolean {
	if (suffixes.has(text.replaceAll(".", "").toLowerCase())) return true;
	if (isDescription(text)) return !person.isGroup;
	if (isSmallPhrase(text, person.head)) return true;
	if (person.isFull && /^\p{Lu}{2,}$/u.test(text)) return true;
	if (isList) return person.isDescribed && !isFullName(text);
	return isPair(person.head, text);
}

/** Joins what stands between commas to people. */
function joinPeople(pieces: readonly Piece[], isList: boolean): string[] {
	const people: Named[] = [];
	for (const { mark, text } of pieces) {
		const person = people.at(-1);
		if (person && isOfPerson(person, text, isList)) {
			person.text += mark + text;
			person.isDescribed ||= isDescription(text);
		} else
			people.push({
				head: text,
				isGroup: isDescription(text),
				isFull: isFullName(text),
				text,
				isDescribed: false,
			});
	}
	return people.map((person) => person.text);
}

/** Parts a list before each piece of a kind. */
function partBefore(
	pieces: readonly Piece[],
	startsPart: (piece: Piece) => boolean,
): Piece[][] {
	const parts: Piece[][] = [];
	for (const piece of pieces) {
		const part = parts.at(-1);
		if (part === undefined || startsPart(piece)) parts.push([piece]);
		else part.push(piece);
	}
	return parts;
}

/** `The Docs, Site and Press teams` */
function isOneGroup(pieces: readonly Piece[]): boolean {
	const [first, last] = [pieces[0]?.text ?? "", pieces.at(-1)?.text ?? ""];
	return hasArticle(first) && !isDescription(first) && isDescription(last);
}

function readClause(pieces: readonly Piece[]): string[] {
	if (isOneGroup(pieces))
		return [
			pieces
				.map(({ mark, text }, index) => (index ? mark : "") + text)
				.join(""),
		];
	const runs = partBefore(joinPhrases(pieces), ({ kind }) => kind !== "comma");
	// `Eric, Felix and Mara` lists; `Doe, Jane and Roe, Richard` has two pairs.
	const isList = runs.length > 1 && runs.some((run) => run.length === 1);
	return runs.flatMap((run) => joinPeople(run, isList || run.length > 2));
}

/** Splits a line that names several people; each comes as written. */
export function splitNames(text: string): string[] {
	const line = toPlainLine(text).replace(/^by:? /i, "");
	if (/^@[^\s,;]+(?: @[^\s,;]+)+$/.test(line)) return line.split(" ");
	const clauses = partBefore(cutPieces(line), ({ kind }) => kind === "stop");
	return clauses.flatMap(readClause);
}
