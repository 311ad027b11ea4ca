/** Reads the values that say which feeds there are: what there is one for each of, and which articles one is for. */

import { Unfit } from "./values.ts";

/** What a feed can be made for each of, each with its key in `where`. */
export const familyKeys = {
	tag: "tags",
	category: "categories",
	author: "authors",
	section: "sections",
	language: "languages",
	year: "years",
} as const;

export type Family = keyof typeof familyKeys;

export const families = Object.keys(familyKeys) as Family[];

/** Reads how many articles a feed must have. */
export function parseMinimum(value: unknown): number {
	if (typeof value === "number" && Number.isSafeInteger(value) && value > 0)
		return value;
	throw new Unfit("is not a whole number from 1", "Write a number such as 3.");
}

/** Reads how many articles an archive has. */
export function parseSize(value: unknown): number {
	if (typeof value === "number" && Number.isSafeInteger(value) && value > 0)
		return value;
	throw new Unfit(
		"is not a whole number from 1",
		"Write a number such as 50, or archive: true.",
	);
}

/** Reads a year, as a number or as a text of four digits. */
export function parseYear(value: unknown): string {
	const text = typeof value === "number" ? String(value) : value;
	if (typeof text === "string" && /^\s*\d{4}\s*$/.test(text))
		return text.trim();
	throw new Unfit("is not a year", "Write its four digits, such as 2024.");
}
