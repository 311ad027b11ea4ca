/** Hugo's patterns of addresses (https://gohugo.io/configuration/permalinks/) in ours. */

import type { Value } from "../front-matter/front-matter.ts";
import { findText, findValue, isMap } from "./site-data.ts";

/** Of slices such as `:sections[1:]` and of the slugs of sections' own pages nothing is known here. */
const tokens: ReadonlyMap<string, string> = new Map([
	["year", ":year"],
	["month", ":month"],
	["monthname", ":long_month"],
	["day", ":day"],
	["weekday", ":weekday"],
	["weekdayname", ":long_day"],
	["yearday", ":i_y_day"],
	["section", ":section"],
	["sections", ":folders"],
	["title", ":title"],
	["slug", ":slug_or_title"],
	["filename", ":named"],
	["contentbasename", ":named"],
	["slugorfilename", ":slug"],
	["slugorcontentbasename", ":slug"],
	// A date as Go lays it out.
	["2006", ":year"],
	["06", ":short_year"],
	["01", ":month"],
	["1", ":i_month"],
	["02", ":day"],
	["2", ":i_day"],
	["January", ":long_month"],
	["Jan", ":short_month"],
]);

/** @returns undefined where a token is not known */
export function readTokens(pattern: string): string | undefined {
	const read = pattern.replace(
		/\\:|:(\w+(?:\[[^\]]*\])?)/g,
		(_, token?: string) =>
			token === undefined ? "%3A" : (tokens.get(token) ?? "{"),
	);
	return read.includes("{") ? undefined : read;
}

/** The section that a target's path begins with: `{/articles/**}`. */
function findSection(entry: Value): string | undefined {
	const path = findText(entry, "target.path") ?? "";
	return /^\{?\/([^/*{},]+)/.exec(path)?.[1];
}

/** Patterns as they are written, by section; that of all other articles has no section. */
function listPatterns(permalinks: Value | undefined) {
	if (Array.isArray(permalinks))
		return permalinks.flatMap((entry: Value): [string, string][] => {
			const pattern = findText(entry, "pattern");
			const isSection = /[/}]\*?\*?\}?$/.test(
				findText(entry, "target.path") ?? "/",
			);
			if (pattern === undefined || !isSection) return [];
			return [[findSection(entry) ?? "", pattern]];
		});
	const groups = [permalinks, findValue(permalinks, "page")];
	return groups.flatMap((group) =>
		isMap(group)
			? [...group].filter(
					(entry): entry is [string, string] => typeof entry[1] === "string",
				)
			: [],
	);
}

export interface Permalinks {
	readonly permalink?: string | undefined;
	readonly permalinks: ReadonlyMap<string, string>;
}

/** With `uglyURLs`, an article is a file rather than a folder. */
function makeUgly(pattern: string): string {
	return `${pattern.replace(/\/$/, "")}.html`;
}

/**
 * Reads where articles are published.
 * @param config all keys in lower case
 */
export function readPermalinks(config: Value | undefined): Permalinks {
	const inFolder =
		findValue(config, "defaultcontentlanguageinsubdir") === "true";
	const prefix = inFolder ? "/:own_locale/" : "/:locale/";
	const ugly = findValue(config, "uglyurls");
	const patterns = new Map<string, string>([["", ":path/"]]);
	for (const [section, pattern] of listPatterns(
		findValue(config, "permalinks"),
	)) {
		const read = readTokens(pattern);
		if (read !== undefined) patterns.set(section, read);
	}
	for (const section of isMap(ugly) ? ugly.keys() : [])
		if (!patterns.has(section)) patterns.set(section, ":path/");
	const isUgly = (section: string) =>
		(isMap(ugly) ? ugly.get(section) : ugly) === "true";
	const settled = [...patterns].map(([section, pattern]): [string, string] => {
		const ended = pattern.endsWith("/") ? pattern : `${pattern}/`;
		return [section, prefix + (isUgly(section) ? makeUgly(ended) : ended)];
	});
	const permalinks = new Map(settled);
	const permalink = permalinks.get("");
	permalinks.delete("");
	return { permalink, permalinks };
}
