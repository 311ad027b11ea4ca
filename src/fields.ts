/** Reads front matter by ideas: finds the author's key for each and gives its value a type, or says what is wrong with it. */

import { findUnfitCharacters, showText, toPlainLine } from "./characters.ts";
import type { Report, Severity } from "./diagnostics.ts";
import type { Dialect, Idea } from "./dialects/dialect.ts";
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

/** Makes the way to an article's fields. */
export function createFindField(
	frontMatter: FrontMatter,
	dialect: Dialect,
	file: string,
	report: Report,
): FindField {
	return (idea) => {
		for (const key of dialect.keys[idea]) {
			const value = frontMatter.values.get(key);
			if (isBlank(value)) continue;
			return createField(key, value, (complaint) =>
				report({
					severity: complaint.severity ?? "error",
					code: complaint.code,
					message: `"${complaint.key}" ${complaint.problem}`,
					hint: complaint.hint,
					file,
					...frontMatter.place(complaint.key),
				}),
			);
		}
		return undefined;
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

/** Reads a list of words, or words between commas, each once. */
export function readWords(field: Field | undefined): string[] {
	if (field === undefined) return [];
	const isLine = typeof field.value === "string";
	const found = new Map<string, string>();
	for (const item of listItems(field)) {
		const text = readText(item);
		if (text === undefined) continue;
		if (!isLine && text.includes(","))
			item.complain({
				severity: "warning",
				code: "tag-comma",
				problem: `holds a comma: ${showText(text)}`,
				hint: "Some readers split tags at commas: write two tags, or leave the comma out.",
			});
		for (const part of isLine ? text.split(",") : [text]) {
			const word = part.trim();
			if (word !== "" && !found.has(foldCase(word)))
				found.set(foldCase(word), word);
		}
	}
	return [...found.values()];
}
