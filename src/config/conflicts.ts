/** Finds what is wrong between keys of a configuration that are right in themselves. */

import { isAbsolute, relative, resolve, sep } from "node:path";
import { foldPath } from "../output/paths.ts";
import { splitGlob } from "../paths.ts";
import { families, familyKeys } from "./feeds.ts";
import type { KeyPath, Mistake } from "./mistake.ts";
import { findPlaceholders } from "./paths.ts";
import type { CheckedConfig } from "./schema.ts";
import { settleFormats } from "./settings.ts";
import { quote, showValue } from "./values.ts";

type Feed = CheckedConfig["feeds"][number];
type Formats = CheckedConfig["formats"];

const conflict = (path: KeyPath, message: string, hint: string): Mistake => ({
	code: "config-conflict",
	path,
	message,
	hint,
});

/** Finds formats that leave nothing, or that share a file. */
export function findFormatConflicts(
	path: KeyPath,
	name: string,
	formats: Partial<Record<string, string>>,
): Mistake[] {
	const files = Object.entries(formats);
	if (files.length === 0)
		return [
			conflict(
				path,
				`${quote(name)} leaves out all three formats`,
				'Give at least one a file name, such as rss: "rss.xml".',
			),
		];
	return files.flatMap(([format, file = ""], i) => {
		const same = files
			.slice(0, i)
			.find(([, other = ""]) => foldPath(other) === foldPath(file));
		if (!same) return [];
		return [
			conflict(
				path,
				`${quote(name)} gives ${same[0]} and ${format} one file: ${showValue(file)}`,
				"Give each format a file name of its own.",
			),
		];
	});
}

/** Finds a family without its placeholder, and a placeholder without its family. */
export function findFamilyConflicts(i: number, feed: Feed): Mistake[] {
	const { each } = feed;
	const mistakes: Mistake[] = [];
	const add = (key: "path" | "title", what: string, hint: string) =>
		mistakes.push(
			conflict(
				["feeds", i, key],
				`"feeds[${i}].${key}" ${what}: ${showValue(feed[key])}`,
				hint,
			),
		);
	if (each && !findPlaceholders(feed.path).includes(each))
		add(
			"path",
			`has no ":${each}", which each: "${each}" needs`,
			`Write it as "/${familyKeys[each]}/:${each}/".`,
		);
	for (const key of ["path", "title"] as const) {
		const held = findPlaceholders(feed[key] ?? "");
		for (const family of families)
			if (family !== each && held.includes(family))
				add(
					key,
					`holds ":${family}" without each: "${family}"`,
					each
						? `Take it out, since each is "${each}" here.`
						: `Add each: "${family}" beside it.`,
				);
	}
	return mistakes;
}

/** Finds a feed that asks for archives and can have none. */
export function findArchiveConflicts(i: number, feed: Feed): Mistake[] {
	const { archive, limit, each } = feed;
	if (!archive) return [];
	const mistake = (message: string, hint: string) =>
		conflict(["feeds", i, "archive"], message, hint);
	if (limit === false)
		return [
			mistake(
				`"feeds[${i}].archive" is of no use beside limit: false, which holds everything`,
				"Take one of them out.",
			),
		];
	if (each === "year")
		return [
			mistake(
				`"feeds[${i}].archive" is of no use beside each: "year"`,
				'Take "archive" out, and write limit: false, so that each year is whole.',
			),
		];
	return [];
}

/** Finds feeds that would write one file, or a file where another one has its folder. */
export function findFileConflicts(
	feeds: ReadonlyMap<number, Feed>,
	formats: Formats,
): Mistake[] {
	const files = [...feeds].flatMap(([i, feed]) =>
		Object.values(settleFormats(formats, feed.formats)).map((file) => ({
			i,
			file: feed.path + file,
		})),
	);
	const owners = new Map<string, number>();
	const mistakes = new Map<number, Mistake>();
	for (const { i, file } of files) {
		const owner = owners.get(foldPath(file));
		if (owner === undefined) owners.set(foldPath(file), i);
		else if (owner !== i && !mistakes.has(i))
			mistakes.set(
				i,
				conflict(
					["feeds", i],
					`"feeds[${owner}]" and "feeds[${i}]" would write one file: ${showValue(file)}`,
					"Give one of them another path, or other file names in its formats.",
				),
			);
	}
	for (const [i, feed] of feeds) {
		const folder = findFolders(feed.path).find((one) =>
			owners.has(foldPath(one)),
		);
		if (folder !== undefined && !mistakes.has(i))
			mistakes.set(
				i,
				conflict(
					["feeds", i, "path"],
					`"feeds[${i}].path" is a folder where "feeds[${owners.get(foldPath(folder))}]" has a file: ${showValue(folder)}`,
					"Choose another path or another file name.",
				),
			);
	}
	return [...mistakes.values()];
}

/** Gives each folder on the way to a feed's files (example: `/tags` and `/tags/:tag`). */
function findFolders(path: string): string[] {
	const segments = path.split("/").slice(1, -1);
	return segments.map((_, i) => `/${segments.slice(0, i + 1).join("/")}`);
}

const isWithin = (path: string, folder: string) => {
	const way = relative(folder, path);
	return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** Finds an output folder in which articles lie, since nothing in it is ever read. */
export function findFolderConflicts(
	root: string,
	output: string,
	articles: readonly string[],
): Mistake[] {
	const folder = resolve(root, output);
	const hint =
		'Write a folder of its own, such as "dist": articles in the output folder are never read.';
	if (isWithin(root, folder))
		return [
			conflict(
				["output"],
				`"output" is the configuration's own folder, or around it: ${showValue(output)}`,
				hint,
			),
		];
	const inside = articles.find((one) =>
		isWithin(resolve(root, splitGlob(one).base), folder),
	);
	if (inside === undefined) return [];
	return [
		conflict(
			["output"],
			`"output" is the folder of the articles ${showValue(inside)}, or around it: ${showValue(output)}`,
			hint,
		),
	];
}
