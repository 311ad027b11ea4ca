/**
 * VitePress (https://vitepress.dev/guide/routing) and VuePress (https://vuepress.vuejs.org/guide/permalinks.html): each
 * file is a page at its own path. Only code says whether addresses end with `.html`,
 * unless their host takes it away (https://vercel.com/docs/project-configuration#cleanurls).
 */

import { addKeys, common, placeByPath } from "./common.ts";
import type { Dialect, FolderView, Naming, SiteFacts } from "./dialect.ts";
import { findText } from "./site-data.ts";
import { listLanguages } from "./site-languages.ts";

const isIndex = (fileName: string) => /^(?:index|readme)\./i.test(fileName);

const placeArticle = (naming: Naming) =>
	placeByPath(naming, isIndex(naming.path.fileName) ? "/" : ".html");

/** VuePress' placeholders are ours but for the address by the path. */
const readPattern = (pattern: string) =>
	common.readPattern(pattern.replaceAll(":regular", ":path.html"));

/** VuePress' plugin for blogs has its posts in `_posts`. */
function readSite(folder: FolderView): SiteFacts {
	const isVuePress = folder.names.has(".vuepress/");
	const isClean = findText(folder.read("vercel.json"), "cleanUrls") === "true";
	return {
		permalink:
			isClean && !isVuePress ? "/:locale/:folders/:filename" : undefined,
		languages: listLanguages(folder, ["", "docs", "src"]),
		permalinks: new Map(
			isVuePress ? [["_posts", "/:year/:month/:day/:slug.html"]] : [],
		),
		feeds: [{ path: "/", formats: { rss: "feed.rss", atom: "feed.atom" } }],
	};
}

export const vitepress: Dialect = {
	...common,
	name: "vitepress",
	title: "VitePress",
	keys: addKeys({ updated: ["lastUpdated"] }),
	recognise: ({ names, packages }) =>
		[".vitepress/", ".vuepress/"].find((name) => names.has(name)) ??
		(["vitepress", "vuepress"].some((name) => packages.has(name))
			? "package.json"
			: undefined),
	suspect: () => undefined,
	markup: [
		"alerts",
		"contents",
		"math",
		"vue",
		"directives",
		"kramdown",
		"emoji",
	],
	roots: ["docs", "src", "."],
	indexes: ["index", "README", "readme"],
	permalink: placeArticle,
	readPattern,
	readPicture: (src) => (/^\.{1,2}\//.test(src) ? undefined : src),
	// A file with brackets in its name is the page of many addresses; VuePress takes `README.md` for an index.
	isLeftOut: (path, values) =>
		values.get("home") === "true" ||
		path.fileName.includes("[") ||
		/^(?:index|readme)$/i.test(path.name) ||
		common.isLeftOut({ ...path, fileName: path.name }, values),
	isPage: (path, values) =>
		path.folders.length === 0 ||
		/^(?:home|page|doc)$/i.test(findText(values, "layout") ?? "") ||
		common.isPage(path, values),
	readSite,
};
