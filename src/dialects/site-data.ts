/** Reads values of data files, whose texts are as their authors wrote them. */

import type { Value } from "../front-matter/front-matter.ts";
import type { SiteAuthor } from "./dialect.ts";

type Maybe<T> = T | undefined;

export function isMap(
	value: Maybe<Value>,
): value is ReadonlyMap<string, Value> {
	return value instanceof Map;
}

/** Goes into groups by their keys: `site.author.name`. */
export function findValue(value: Maybe<Value>, path: string): Maybe<Value> {
	let found = value;
	for (const key of path.split("."))
		found = isMap(found) ? found.get(key) : undefined;
	return found ?? undefined;
}

/** The first of several values that is a text and not empty. */
export function findText(
	value: Maybe<Value>,
	...paths: readonly string[]
): Maybe<string> {
	for (const path of paths) {
		const found = findValue(value, path);
		if (typeof found === "string" && found.trim() !== "") return found.trim();
	}
	return undefined;
}

/** The texts of a group, by their keys. */
export function mapTexts(value: Maybe<Value>): Map<string, string> {
	const texts = new Map<string, string>();
	for (const [key, text] of isMap(value) ? value : [])
		if (typeof text === "string") texts.set(key, text);
	return texts;
}

/** The texts of a list, of a text alone, or the keys of a group. */
export function listTexts(value: Maybe<Value>): string[] {
	if (typeof value === "string") return [value];
	if (isMap(value)) return [...value.keys()];
	return Array.isArray(value)
		? value.filter((item) => typeof item === "string")
		: [];
}

/** The author that a site names: a text, or a group with a name. */
export function readSiteAuthor(
	author: Maybe<Value>,
	email?: Maybe<string>,
): Maybe<SiteAuthor[]> {
	const name = isMap(author) ? findText(author, "name") : author;
	if (typeof name !== "string" || name.trim() === "") return undefined;
	const address = findText(author, "email") ?? email;
	const url = findText(author, "url", "uri", "link");
	return [{ name: name.trim(), email: address, url }];
}
