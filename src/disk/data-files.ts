/** Data files of a site: YAML, TOML and JSON, read with the parsers of front matter. Code is never run. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseData } from "../front-matter/data.ts";
import { readFrontMatter, type Value } from "../front-matter/front-matter.ts";

/** Longer than what anybody writes by hand. */
const maxBytes = 1024 * 1024;

const formats: Readonly<Record<string, "yaml" | "toml" | "json">> = {
	".yml": "yaml",
	".yaml": "yaml",
	".toml": "toml",
	".json": "json",
};

const articleEndings = new Set([".md", ".mdx", ".markdown"]);

/** Reads a text file; undefined where there is none, or a very long one. */
export function readSmallFile(file: string): string | undefined {
	try {
		const stat = statSync(file);
		if (!stat.isFile() || stat.size > maxBytes) return undefined;
		return readFileSync(file, "utf8")
			.replace(/^\uFEFF/, "")
			.replace(/\r\n?/g, "\n");
	} catch {
		return undefined;
	}
}

/** Lists what is in a folder, by name; nothing where it cannot be read. Folders have a `/` behind their names. */
export function listFolder(folder: string): string[] {
	try {
		return readdirSync(folder, { withFileTypes: true })
			.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
			.sort();
	} catch {
		return [];
	}
}

/**
 * Reads a data file, or the front matter of an article.
 * @returns undefined where it is not there or cannot be read
 */
export function readDataFile(file: string): Value | undefined {
	const ending = path.extname(file).toLowerCase();
	const format = formats[ending];
	if (format === undefined && !articleEndings.has(ending)) return undefined;
	const text = readSmallFile(file);
	if (text === undefined) return undefined;
	return format === undefined
		? readFrontMatter(text, file, () => {})?.values
		: parseData(text, format);
}
