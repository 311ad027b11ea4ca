/**
 * SvelteKit (https://svelte.dev/docs/kit/routing) with Markdown (mdsvex and its like): `+page.md` in routes, or a folder
 * of content, whose dates in names most sites leave out of addresses.
 */

import { quoteParts } from "../addresses.ts";
import { readNameDate } from "../name-dates.ts";
import { common, listParts } from "./common.ts";
import type { Dialect, Naming, SourcePath } from "./dialect.ts";
import { listLanguages } from "./site-languages.ts";

const isRoute = ({ root }: SourcePath) => root?.endsWith("routes") === true;

/** A group stands in no address. */
const group = /^\(.*\)$/;

function placeArticle({ hasSlug, path }: Naming): string {
	const folders = listParts(path)
		.slice(0, -1)
		.filter((part) => !group.test(part));
	const undated = readNameDate(path.name)?.rest || path.name;
	const own = quoteParts([isRoute(path) ? path.name : undated]);
	return `/${quoteParts(folders)}/${hasSlug && !isRoute(path) ? ":slug" : own}`;
}

export const svelte: Dialect = {
	...common,
	name: "svelte",
	title: "SvelteKit",
	recognise: ({ names, packages }) =>
		["svelte.config.js", "svelte.config.ts"].find((name) => names.has(name)) ??
		(packages.has("@sveltejs/kit") ? "package.json" : undefined),
	suspect: ({ path, names }) =>
		/(?:^|\/)src$/.test(path) && names.has("routes/") ? "routes/" : undefined,
	markup: ["alerts", "contents", "math", "svelte", "directives", "kramdown"],
	roots: [
		"src/routes",
		"routes",
		"src/content",
		"content",
		"src/lib/content",
		"src/lib",
		"src",
		".",
	],
	permalink: placeArticle,
	// A name alone lies in a folder that only the site's components know.
	readPicture: (src) =>
		/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(src) ? src : undefined,
	readSite: (folder) => ({
		languages: listLanguages(folder, ["src/content", "content"]),
	}),
	// A route with a parameter is the page of many addresses.
	isLeftOut: (path, values) =>
		isRoute(path)
			? !path.fileName.startsWith("+page.") ||
				[...path.folders, path.name].some((part) => part.includes("["))
			: common.isLeftOut(path, values),
	isPage: (path, values) =>
		isRoute(path) && path.folders.every((part) => group.test(part))
			? true
			: common.isPage(path, values),
};
