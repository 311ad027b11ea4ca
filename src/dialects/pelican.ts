/**
 * Pelican (https://docs.getpelican.com/en/latest/content.html): a header of bare lines, addresses made of titles. Its
 * settings are code, which is not run: what they change must stand in feedwright's own configuration.
 */

import { comma } from "../characters.ts";
import { toPelicanSlug } from "../slugs.ts";
import { addKeys, common } from "./common.ts";
import type { Dialect, SourcePath } from "./dialect.ts";

/** An article without a category has its folder's (USE_FOLDER_AS_CATEGORY). */
function addCategories(path: SourcePath, own: readonly string[]) {
	return own.length > 0 ? own : path.folders.slice(-1);
}

export const pelican: Dialect = {
	...common,
	name: "pelican",
	title: "Pelican",
	keys: addKeys({
		authors: ["authors", "author"],
		description: ["summary"],
		draft: ["status"],
		language: ["lang"],
		permalink: ["url", "save_as"],
		updated: ["modified"],
	}),
	recognise: ({ names }) =>
		["pelicanconf.py", "publishconf.py"].find((name) => names.has(name)),
	suspect: () => undefined,
	ownHead: /^(?:\w+: .*\n)*Title: .*\n(?:\w+: .*\n)*Date: /,
	fences: ["header", "yaml"],
	markup: ["alerts", "pelican-links", "liquid", "kramdown", "math"],
	roots: ["content"],
	indexes: [],
	separators: [/;/, comma],
	permalink: () => "/:slug:foreign_lang.html",
	readPattern: (pattern) =>
		common.readPattern(pattern)?.replace(/(^|\/)index\.html$/, "$1"),
	slugify: toPelicanSlug,
	slugSource: "title",
	isLeftOut: (path, values) =>
		path.folders[0] === "pages" || common.isLeftOut(path, values),
	addCategories,
	readSite: () => ({
		feeds: [{ path: "/feeds/", formats: { atom: "all.atom.xml" } }],
	}),
};
