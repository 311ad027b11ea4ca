/** Reads front matter by ideas: finds the author's key for each and gives its value a type, or says what is wrong with it. */

import {
	comma,
	findUnfitCharacters,
	showText,
	toPlainLine,
} from "./characters.ts";
import type { Report, Severity } from "./diagnostics.ts";
import type { Dialect, Idea, Keys } from "./dialects/dialect.ts";
import type { FrontMatter, Value } from "./front-matter/front-matter.ts";

/** A value of the author's, under the author's own key. */
export interface Field {
	/** As in messages (example: `authors[1].email`). */
	readonly key: string;
	readonly value: Exclude<Value, null>;
	/** Reports what is wrong with the value, at its place. */
	readonly complain: (complaint: {
		severity?: Severity;
		code: string;
		/** The sentence after the key (example: `is not a date: 2024-13-45`). */
		problem: string;
		hint: string;
	}) => void;
}

/** Finds the field of an idea; undefined where no key of it has a value. */
export type FindField = (idea: Idea) => Field | undefined;

/** A text without a character says as little as none. */
function isBlank(value: Value | undefined): value is null | undefined {
	if (value === undefined || value === null) return true;
	return typeof value === "string" && toPlainLine(value) === "";
}

/** Words that stand for "none" where something else than yes or no is asked for (`image: false`). */
const isSwitch = (value: Value) =>
	typeof value === "string" && /^(?:true|false|yes|no|on|off)$/i.test(value);

/** What generators let people switch on and off by the same key (`lastUpdated: false`). */
const switchable: ReadonlySet<Idea> = new Set([
	"authors",
	"date",
	"expires",
	"image",
	"link",
	"permalink",
	"updated",
]);

/** What a generator's article cannot do without; in the rest its templates may have their own ways. */
const essential: ReadonlySet<Idea> = new Set([
	"date",
	"draft",
	"expires",
	"id",
	"permalink",
	"slug",
	"title",
]);

/** One of a dialect's keys for an idea. */
interface KnownKey {
	readonly idea: Idea;
	/** Its place in the order of preference. */
	readonly rank: number;
	readonly key: string;
	/** `["extra", "author"]` */
	readonly parts: readonly string[];
}

/** The keys of each dialect by the first of their parts in small letters: articles have few keys, dialects many. */
const indexes = new WeakMap<Keys, ReadonlyMap<string, readonly KnownKey[]>>();

function indexKeys(keys: Keys): ReadonlyMap<string, readonly KnownKey[]> {
	const known = indexes.get(keys);
	if (known !== undefined) return known;
	const index = new Map<string, KnownKey[]>();
	for (const [idea, names] of Object.entries(keys))
		for (const [rank, key] of names.entries()) {
			const parts = key.split(".");
			const first = (parts[0] ?? "").toLowerCase();
			const one = { idea: idea as Idea, rank, key, parts };
			index.set(first, [...(index.get(first) ?? []), one]);
		}
	indexes.set(keys, index);
	return index;
}

interface Found {
	readonly key: string;
	readonly value: Exclude<Value, null>;
	/** As the key's, and a little higher where the author spells it in another case. */
	readonly rank: number;
}

function findInGroups(
	value: Value,
	parts: readonly string[],
): Value | undefined {
	let found: Value | undefined = value;
	for (let i = 1; i < parts.length; i++)
		found =
			found !== undefined && isMap(found)
				? found.get(parts[i] ?? "")
				: undefined;
	return found;
}

/** Finds for each idea the value that its most preferred key has. */
function findAll(
	values: ReadonlyMap<string, Value>,
	keys: Keys,
	isOwn: (idea: Idea, key: string) => boolean,
): ReadonlyMap<Idea, Found> {
	const index = indexKeys(keys);
	const all = new Map<Idea, Found>();
	for (const [first, whole] of values)
		for (const known of index.get(first.toLowerCase()) ?? []) {
			const { idea, parts } = known;
			const isGrouped = parts.length > 1;
			const isSpelled = first === parts[0];
			if (isGrouped && !isSpelled) continue;
			const rank = known.rank + (isSpelled ? 0 : 0.5);
			const best = all.get(idea);
			if (best !== undefined && best.rank <= rank) continue;
			const value = isGrouped ? findInGroups(whole, parts) : whole;
			const key = isGrouped ? known.key : first;
			if (isBlank(value)) continue;
			if (switchable.has(idea) && isSwitch(value) && !isOwn(idea, key))
				continue;
			all.set(idea, { key, value, rank });
		}
	return all;
}

/**
 * Makes the way to an article's fields: by the keys of its dialect in their order, as the author spells them, else in
 * any case; then by the same keys in what stands for all articles of a part of the site.
 * @param strict keys whose mistakes are errors; under others a generator's template may know better
 */
export function createFindField(
	frontMatter: FrontMatter,
	dialect: Pick<Dialect, "keys">,
	file: string,
	report: Report,
	defaults: readonly ReadonlyMap<string, Value>[] = [],
	strict?: Keys,
): FindField {
	const isOwn = (idea: Idea, key: string) =>
		strict?.[idea].includes(key) === true;
	const layers = [frontMatter.values, ...defaults].map((values) =>
		findAll(values, dialect.keys, isOwn),
	);
	return (idea) => {
		const layer = layers.find((each) => each.has(idea));
		const found = layer?.get(idea);
		if (found === undefined) return undefined;
		return createField(found.key, found.value, (complaint) =>
			report({
				severity:
					complaint.severity ??
					(isOwn(idea, found.key) || essential.has(idea) ? "error" : "warning"),
				code: complaint.code,
				message: `"${complaint.key}" ${complaint.problem}`,
				hint: complaint.hint,
				file,
				...frontMatter.place(complaint.key),
			}),
		);
	};
}

type Complain = (
	complaint: Parameters<Field["complain"]>[0] & { key: string },
) => void;

function createField(
	key: string,
	value: Exclude<Value, null>,
	complain: Complain,
): Field {
	return {
		key,
		value,
		complain: (complaint) => complain({ key, ...complaint }),
	};
}

/** The field of a part of another: a list's item or a map's value; undefined where it has none. */
export function findPart(
	field: Field,
	part: string | number,
): Field | undefined {
	const { value, key, complain } = field;
	const found = Array.isArray(value)
		? value[Number(part)]
		: isMap(value)
			? value.get(String(part))
			: undefined;
	if (found === undefined || found === null) return undefined;
	const name = typeof part === "number" ? `${key}[${part}]` : `${key}.${part}`;
	return createField(name, found, (complaint) => complain(complaint));
}

/** Tells a group of keys from texts and lists. */
export function isMap(value: Value): value is ReadonlyMap<string, Value> {
	return value instanceof Map;
}

/** The items of a list, or the one value that stands where a list could. */
export function listItems(field: Field): Field[] {
	const { value } = field;
	if (!Array.isArray(value)) return [field];
	return value.flatMap((_, index) => findPart(field, index) ?? []);
}

/** Reads one line of plain text. */
export function readText(field: Field | undefined): string | undefined {
	if (field === undefined) return undefined;
	if (typeof field.value === "string") {
		// Only escapes can bring them here: "\\u0008" in YAML, JSON and TOML.
		const { value: unfit } = findUnfitCharacters(field.value).next();
		if (unfit)
			field.complain({
				severity: "warning",
				code: "character-removed",
				problem: `holds the character ${unfit.name}, which is left out, since no feed can carry it`,
				hint: "Delete its escape.",
			});
		return toPlainLine(field.value) || undefined;
	}
	field.complain({
		code: "text-expected",
		problem: `is ${Array.isArray(field.value) ? "a list" : "a group of keys"}, not text`,
		hint: `Write one line of text: ${field.key}: "…"`,
	});
	return undefined;
}

const words: ReadonlyMap<string, boolean> = new Map([
	["true", true],
	["yes", true],
	["on", true],
	["1", true],
	["false", false],
	["no", false],
	["off", false],
	["0", false],
]);

/** Reads yes or no. */
export function readBoolean(field: Field | undefined): boolean | undefined {
	const text = readText(field);
	if (field === undefined || text === undefined) return undefined;
	const answer = words.get(text.toLowerCase());
	if (answer === undefined)
		field.complain({
			code: "boolean-invalid",
			problem: `is neither true nor false: ${showText(text)}`,
			hint: `Write ${field.key}: true or ${field.key}: false.`,
		});
	return answer;
}

/** Words for articles that their authors do not show, and for those that they do. */
const states: ReadonlyMap<string, boolean> = new Map([
	["draft", true],
	["hidden", true],
	["private", true],
	["skip", true],
	["unlisted", true],
	["published", false],
	["public", false],
]);

/** Reads whether an article is a draft; `status: hidden` says it too. */
export function readDraft(field: Field | undefined): boolean | undefined {
	const text = readText(field)?.toLowerCase();
	const state = text === undefined ? undefined : states.get(text);
	if (state !== undefined) return state;
	return field?.key.toLowerCase() === "status" ? undefined : readBoolean(field);
}

/** Reads one of several words. */
export function readChoice<T extends string>(
	field: Field | undefined,
	choices: readonly T[],
): T | undefined {
	const text = readText(field);
	if (field === undefined || text === undefined) return undefined;
	const choice = choices.find((known) => known === text);
	if (choice === undefined)
		field.complain({
			code: "choice-invalid",
			problem: `is none of ${choices.join(", ")}: ${showText(text)}`,
			hint: `Write ${choices.map((known) => `${field.key}: ${known}`).join(" or ")}.`,
		});
	return choice;
}

/** Gives all spellings of one word one form: Unicode's normal form C, in lower case. */
export function foldCase(text: string): string {
	if (/^[ -~]*$/.test(text)) return text.toLowerCase();
	return text.normalize("NFC").toUpperCase().toLowerCase();
}

/** A tag may be a group of keys (`{ label: News, permalink: /news }`). */
function findLabel(field: Field): Field {
	if (!isMap(field.value)) return field;
	const parts = ["label", "name", "title"].map((key) => findPart(field, key));
	return parts.find((part) => part !== undefined) ?? field;
}

/** Reads a list of words, or words in one line, each once; of lists in a list the words count. */
export function readWords(
	field: Field | undefined,
	separators: readonly RegExp[] = [comma],
): string[] {
	if (field === undefined) return [];
	const { value } = field;
	const found = new Map<string, string>();
	const add = (word: string) => {
		const folded = foldCase(word);
		if (word !== "" && !found.has(folded)) found.set(folded, word);
	};
	// Most lists are like this one: [news, release].
	if (Array.isArray(value) && value.every(isPlainWord)) value.forEach(add);
	else
		for (const item of listItems(field).flatMap(listItems))
			for (const word of readItem(item, typeof value === "string", separators))
				add(word.trim());
	return [...found.values()];
}

function isPlainWord(value: Value): value is string {
	return typeof value === "string" && /^[\w-]+$/.test(value);
}

function readItem(
	item: Field,
	isLine: boolean,
	separators: readonly RegExp[],
): string[] {
	const text = readText(findLabel(item));
	if (text === undefined) return [];
	if (isLine) return splitLine(text, separators);
	if (text.includes(","))
		item.complain({
			severity: "warning",
			code: "tag-comma",
			problem: `holds a comma: ${showText(text)}`,
			hint: "Some readers split tags at commas: write two tags, or leave the comma out.",
		});
	return [text];
}

function splitLine(text: string, separators: readonly RegExp[]): string[] {
	const separator = separators.find((each) => each.test(text));
	return separator === undefined ? [text] : text.split(separator);
}
