/**
 * Reads single values of a configuration: each function takes what was written and gives what is meant, or throws what is
 * wrong with it.
 */

import { inspect } from "node:util";
import { findUnfitCharacters, shownLength, showText } from "../characters.ts";
import { findNearest } from "../nearest.ts";

/** Says that a value will not do: what is wrong with it, and what would do. The key and the value are added later. */
export class Unfit extends Error {
	readonly hint: string;

	constructor(wrong: string, hint: string) {
		super(wrong);
		this.hint = hint;
	}
}

/** Puts a word between quotes, as the configuration spells it. */
export const quote = (text: string) => `"${text}"`;

/**
 * Writes a value as messages show it. A text stands without quotes, unless it would then look like a number, a truth
 * value, or less than it is.
 */
export function showValue(value: unknown): string {
	if (typeof value !== "string")
		return showText(
			inspect(value, { depth: 1, breakLength: Number.POSITIVE_INFINITY }),
		);
	const text = JSON.stringify(value).slice(1, -1);
	if (!/^(?:[\d.]*|true|false|null|\s.*|.*\s)$/s.test(value))
		return showText(text.replaceAll('\\"', '"'));
	// Blanks at its ends may be what is wrong with it.
	return quote(text.length > shownLength ? showText(text) : text);
}

/** Reads a text as it is. */
export function readText(value: unknown): string {
	if (typeof value !== "string")
		throw new Unfit("is not text", "Write text between quotes.");
	if (value.trim() === "")
		throw new Unfit("is empty", "Write it, or leave the key out.");
	const unfit = findUnfitCharacters(value).next().value;
	if (unfit)
		throw new Unfit(
			`holds ${unfit.name}, which no feed can carry`,
			"Take that character out.",
		);
	return value;
}

/** Reads a text that people will see: each run of white space, line breaks too, becomes one blank. */
export function parseText(value: unknown): string {
	return readText(value).replace(/\s+/gu, " ").trim();
}

/** Reads the path of a folder or file, or a glob. */
export function parsePath(value: unknown): string {
	return readText(value);
}

/** Makes a reader of one of several words; `later` are the words that feedwright will know one day. */
export function parseChoice<Choice extends string>(
	choices: readonly Choice[],
): (value: unknown) => Choice {
	const all = choices.map(quote).join(" or ");
	return (value) => {
		const choice = choices.find((known) => known === value);
		if (choice) return choice;
		const nearest =
			typeof value === "string" ? findNearest(value, choices) : undefined;
		throw new Unfit(
			choices.length > 8 ? "is none that is known" : `is not ${all}`,
			nearest ? `Did you mean ${quote(nearest)}?` : `Write ${all}.`,
		);
	};
}

/** Reads how many items a feed holds. */
export function parseLimit(value: unknown): number | false {
	if (value === false) return false;
	if (typeof value === "number" && Number.isSafeInteger(value) && value > 0)
		return value;
	throw new Unfit(
		"is not a whole number from 1",
		"Write a number such as 50, or false for all articles.",
	);
}

/** Reads whether to keep work for the next build, or the folder to keep it in. */
export function parseCache(value: unknown): boolean | string {
	if (typeof value === "boolean") return value;
	if (typeof value === "string") return parsePath(value);
	throw new Unfit(
		"is neither true, false nor a folder",
		'Write false for none, or a folder such as ".cache".',
	);
}
