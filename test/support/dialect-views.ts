/** What dialects look at, made of texts: folders with their files, and the places of articles. */

import type {
	Dialect,
	FolderView,
	Naming,
} from "../../src/dialects/dialect.ts";
import { parseData } from "../../src/front-matter/data.ts";
import type { Value } from "../../src/front-matter/front-matter.ts";
import { readFrontMatter } from "../../src/front-matter/front-matter.ts";
import { readFolderDate, readNameDate } from "../../src/name-dates.ts";
import { readSourcePath } from "../../src/source-paths.ts";

type Texts = Readonly<Record<string, string>>;

const languages: Readonly<Record<string, "yaml" | "json" | "toml">> = {
	yml: "yaml",
	yaml: "yaml",
	json: "json",
	toml: "toml",
};

function listNames(files: Texts, folder: string): string[] {
	const start = folder.replace(/\/?$/, folder === "" ? "" : "/");
	const names = Object.keys(files)
		.filter((file) => file.startsWith(start))
		.map((file) => file.slice(start.length).replace(/\/.*/s, "/"));
	return [...new Set(names)].sort();
}

function readData(files: Texts, name: string): Value | undefined {
	const text = files[name];
	const language = languages[name.split(".").at(-1) ?? ""];
	if (text === undefined) return undefined;
	return language === undefined
		? readFrontMatter(text, name, () => {})?.values
		: parseData(text, language);
}

/** A folder with files, by their paths below it. */
export function viewFolder(files: Texts, path = ""): FolderView {
	const { dependencies = {}, scripts = {} } = JSON.parse(
		files["package.json"] ?? "{}",
	);
	return {
		path,
		names: new Set(listNames(files, "")),
		packages: new Set(Object.keys(dependencies)),
		commands: new Set(Object.values(scripts).map(String)),
		list: (name) => listNames(files, name),
		read: (name) => readData(files, name),
	};
}

/** What front matter in YAML says. */
export function readValues(yaml: string): ReadonlyMap<string, Value> {
	const values = parseData(yaml, "yaml");
	return values instanceof Map ? values : new Map();
}

/** Where a dialect takes a file to lie that its generator has at `place`. */
export function locate(
	dialect: Dialect,
	place: string,
	languages: readonly string[] = [],
) {
	return readSourcePath(
		place,
		place.split("/").slice(-1).join("/"),
		dialect,
		languages,
	);
}

/** The pattern of the address of an article at a place. */
export function placeArticle(
	dialect: Dialect,
	place: string,
	more: { hasSlug?: boolean; languages?: readonly string[] } = {},
): string {
	const path = locate(dialect, place, more.languages);
	const dated =
		readNameDate(path.name) ?? readFolderDate(path.folders, path.name);
	const naming: Naming = {
		path,
		date: dated?.date,
		hasSlug: more.hasSlug ?? false,
	};
	return dialect.permalink(naming).replace(/\/{2,}/g, "/");
}
