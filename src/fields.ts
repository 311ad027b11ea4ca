/** Values of front matter: gives each a type, or says at its place what is wrong with it. */

import { findUnfitCharacters, showText, toPlainLine } from "./characters.ts";
import type { Severity } from "./diagnostics.ts";
import type { Idea } from "./dialects/dialect.ts";
import type { Value } from "./front-matter/front-matter.ts";

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

type Complain = (
	complaint: Parameters<Field["complain"]>[0] & { key: string },
) => void;

/** Makes a field, whose complaints name its key. */
export function createField(
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
