/**
 * Eleventy (https://www.11ty.dev/docs/): any folder, dates in names. Its configuration is code, the data beside its
 * articles often not: `posts/posts.json` stands for what the articles below `posts` do not say themselves
 * (https://www.11ty.dev/docs/data-template-dir/).
 */

import { readNameDate } from "../name-dates.ts";
import { addKeys, common, listParts, placeByPath } from "./common.ts";
import type {
	ArticleDefaults,
	Dialect,
	FolderView,
	Naming,
	SiteFacts,
	SourcePath,
} from "./dialect.ts";
import { findText, findValue, isMap, readSiteAuthor } from "./site-data.ts";
import { listLanguages } from "./site-languages.ts";
import { readTemplate } from "./template-patterns.ts";

const configurations = [
	".eleventy.js",
	...["js", "mjs", "cjs", "ts"].map((ending) => `eleventy.config.${ending}`),
];

const dataFolders = ["_data", "src/_data", "data", "src/data", "content/_data"];
const dataNames = ["site", "metadata", "meta"];
const dataEndings = ["json", "yaml", "yml"];

/** Folders without articles, and how much is looked through for data files at most. */
const otherFolders = /^(?:[._]|node_modules\/|dist\/|public\/|build\/)/;
const maxDepth = 5;
const maxFolders = 500;

function listFolders({ list }: FolderView): string[] {
	const folders = [""];
	for (const folder of folders) {
		if (folders.length >= maxFolders) break;
		if (folder.split("/").length > maxDepth) continue;
		for (const name of list(folder))
			if (name.endsWith("/") && !otherFolders.test(name))
				folders.push(folder + name);
	}
	return folders;
}

/** What data files beside articles say: of all in their folder, or of the one whose name they have. */
function readDefaults(view: FolderView): ArticleDefaults[] {
	return listFolders(view).flatMap((folder) => {
		const names = view.list(folder);
		return names.flatMap((name) => {
			const [, stem] =
				/^(.+?)(?:\.11tydata)?\.(?:json|ya?ml)$/.exec(name) ?? [];
			const isOfFolder = `/${folder}`.endsWith(`/${stem}/`);
			const article = [`${stem}.md`, `${stem}.mdx`, `${stem}.markdown`].find(
				(each) => names.includes(each),
			);
			if (stem === undefined || !(isOfFolder || article)) return [];
			const values = view.read(folder + name);
			const scope = isOfFolder ? folder.slice(0, -1) : `${folder}${article}`;
			return isMap(values) ? [{ scope, values }] : [];
		});
	});
}

const isDated = (name: string) => /^\d{4}-\d{2}-\d{2}-/.test(name);
const isCode = (name: string) => /\.11tydata\.[cm]?js$/.test(name);

/**
 * Eleventy itself leaves dates in addresses. Most sites with dates in names take them out, often by code: only where data
 * that is no code stands for a folder and names no permalink, it is certain that nobody does.
 */
function findDatedFolders(
	view: FolderView,
	defaults: readonly ArticleDefaults[],
): Map<string, string> {
	const certain = defaults.filter(({ scope, values }) => {
		const names = view.list(scope);
		return (
			!values.has("permalink") && names.some(isDated) && !names.some(isCode)
		);
	});
	return new Map(
		certain.map(({ scope }) => [
			scope.split("/").at(-1) ?? "",
			"/:folders/:filename/",
		]),
	);
}

function readSite(view: FolderView): SiteFacts {
	const data = dataFolders
		.flatMap((folder) =>
			dataNames.flatMap((name) =>
				dataEndings.map((ending) => view.read(`${folder}/${name}.${ending}`)),
			),
		)
		.find((value) => findText(value, "url", "host", "title") !== undefined);
	const defaults = readDefaults(view);
	return {
		url: findText(data, "url", "host", "baseUrl", "base_url"),
		title: findText(data, "title", "name"),
		description: findText(data, "description"),
		language: findText(data, "language", "lang", "locale"),
		authors: readSiteAuthor(
			findValue(data, "author"),
			findText(data, "authorEmail", "author_email"),
		),
		languages: listLanguages(view, ["", "content", "src", "src/content"]),
		defaults,
		permalinks: findDatedFolders(view, defaults),
		feeds: [{ path: "/feed/", formats: { atom: "feed.xml" } }],
	};
}

/** An index is called by its folder, with a date before its name too: `posts/hello/2024-01-02-index.md`. */
function nameByFolder(path: SourcePath): SourcePath {
	const name = path.folders.at(-1);
	return name === undefined
		? path
		: { ...path, name, folders: path.folders.slice(0, -1) };
}

/** `posts/hello/hello.md` is published as `posts/hello/`. */
function placeArticle(naming: Naming): string {
	const undated = readNameDate(naming.path.name)?.rest || naming.path.name;
	const isDatedIndex = undated === "index" && naming.path.name !== "index";
	const own = isDatedIndex ? nameByFolder(naming.path) : naming.path;
	const name = isDatedIndex ? own.name : undated;
	const path = { ...own, name };
	const isIndex = isDatedIndex || path.fileName.startsWith("index.");
	const isDoubled = listParts(path).at(-2) === name && !isIndex;
	const folders = isDoubled ? path.folders.slice(0, -1) : path.folders;
	return placeByPath({ ...naming, path: { ...path, folders } }, "/");
}

export const eleventy: Dialect = {
	...common,
	name: "eleventy",
	title: "Eleventy",
	keys: addKeys({
		draft: ["draft", "eleventyExcludeFromCollections"],
		title: [
			"title",
			"newstitle",
			"eleventyNavigation.title",
			"eleventyNavigation.key",
		],
	}),
	recognise: ({ names, packages }) =>
		configurations.find((name) => names.has(name)) ??
		(packages.has("@11ty/eleventy") ? "package.json" : undefined),
	suspect: ({ names }) =>
		[...names].find((name) => name.includes(".11tydata.")),
	ownHead: /^eleventy(?:Navigation|ExcludeFromCollections|Computed):/m,
	markup: ["alerts", "contents", "nunjucks", "kramdown", "emoji", "math"],
	roots: ["content", "src/content", "src", "."],
	technicalTags: ["all", "nav", "page", "pages", "post", "posts"],
	permalink: placeArticle,
	readPattern: readTemplate,
	isLeftOut: (path, values) =>
		path.folders.some((folder) =>
			/^_(?:data|includes|layouts)$/.test(folder),
		) || common.isLeftOut(path, values),
	isPage: (path, values) =>
		path.folders.length === 0 || common.isPage(path, values),
	readSite,
	authorFiles: [
		...common.authorFiles,
		"src/_data/authors.yml",
		"src/_data/authors.yaml",
		"src/_data/authors.json",
		"src/_data/all_authors.json",
		"src/_data/people.json",
		"_data/people.json",
		"src/authors",
		"src/people",
		"people",
	],
};
