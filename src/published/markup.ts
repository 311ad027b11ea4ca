/**
 * The tags of an XML document (XML 1.0, https://www.w3.org/TR/xml/), found in one pass, whatever the document holds.
 * Only what would make one element look like another is refused: nobody's feed is without a bare `&`.
 */

/** What is no XML, and where; caught before anybody sees it. */
export class BrokenXml extends Error {
	/** In code units. */
	readonly offset: number;

	constructor(problem: string, offset: number) {
		super(problem);
		this.offset = offset;
	}
}

export interface Tag {
	readonly kind: "start" | "empty" | "end";
	/** With its prefix, as it is written. */
	readonly name: string;
	/** The offset of its `<`, and the one behind its `>`. */
	readonly start: number;
	readonly end: number;
}

/** What may stand between tags: beginning, end, name. */
const asides = [
	["<!--", "-->", "a comment"],
	["<![CDATA[", "]]>", "a CDATA section"],
	["<?", "?>", "a processing instruction"],
] as const;

const doctype = /<!DOCTYPE[^<>[]*(?:\[[\s\S]*?\]\s*)?>/iy;
const opening = /<\/?([a-z_:\u0080-\uffff][^\s<>/="'&]*)/iy;
const sign = /[<>"']/g;

/** Finds the end of what begins at an offset and is no tag. */
function findAsideEnd(text: string, at: number): number | undefined {
	for (const [begin, end, name] of asides) {
		if (!text.startsWith(begin, at)) continue;
		const found = text.indexOf(end, at + begin.length);
		if (found < 0) throw new BrokenXml(`${name} never ends`, at);
		return found + end.length;
	}
	doctype.lastIndex = at;
	return doctype.test(text) ? doctype.lastIndex : undefined;
}

/** Finds the end of a tag: a `>` that stands in no attribute. */
function findTagEnd(text: string, start: number, from: number): number {
	sign.lastIndex = from;
	for (let found = sign.exec(text); found; found = sign.exec(text)) {
		const [character] = found;
		if (character === ">") return sign.lastIndex;
		const close =
			character === "<" ? -1 : text.indexOf(character, sign.lastIndex);
		if (close < 0) break;
		sign.lastIndex = close + 1;
	}
	throw new BrokenXml("a tag never ends", start);
}

function readTag(text: string, start: number): Tag {
	opening.lastIndex = start;
	const name = opening.exec(text)?.[1];
	if (name === undefined) throw new BrokenXml('a "<" begins no tag', start);
	const end = findTagEnd(text, start, opening.lastIndex);
	const isEmpty = text[end - 2] === "/";
	const kind = text[start + 1] === "/" ? "end" : isEmpty ? "empty" : "start";
	return { kind, name, start, end };
}

/**
 * Reads one tag after the other.
 * @throws BrokenXml
 */
export function* readTags(text: string): Generator<Tag> {
	let at = text.indexOf("<");
	while (at >= 0) {
		let end = findAsideEnd(text, at);
		if (end === undefined) {
			const tag = readTag(text, at);
			yield tag;
			end = tag.end;
		}
		at = text.indexOf("<", end);
	}
}

/**
 * Reads the tags of the root and of all that is in it, each end tag with the start tag that it closes.
 * @throws BrokenXml where an element is not closed in its turn
 */
export function* readElements(
	text: string,
): Generator<readonly [tag: Tag, opener?: Tag]> {
	const open: Tag[] = [];
	for (const tag of readTags(text)) {
		if (tag.kind === "end") yield [tag, close(tag, open.pop())];
		else yield [tag];
		if (tag.kind === "start") open.push(tag);
		if (open.length === 0) return;
	}
	const last = open.at(-1);
	const problem = last ? `it ends before "</${last.name}>"` : "it has no tags";
	throw new BrokenXml(problem, text.length);
}

function close({ name, start }: Tag, opener: Tag | undefined): Tag {
	if (opener?.name === name) return opener;
	const due = opener && ` stands where "</${opener.name}>" should`;
	throw new BrokenXml(`"</${name}>"${due ?? " closes nothing"}`, start);
}

/** The first tag of a document; undefined where there is none before it breaks. */
export function findRoot(text: string): Tag | undefined {
	try {
		return readTags(text).next().value;
	} catch (error) {
		if (error instanceof BrokenXml) return undefined;
		throw error;
	}
}

/** A name in lower case, without its prefix. */
export function localName({ name }: Tag): string {
	return name.slice(name.indexOf(":") + 1).toLowerCase();
}
