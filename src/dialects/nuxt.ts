/**
 * Nuxt Content (https://content.nuxt.com/docs/collections/types#page-type): numbers before names put pages in order and
 * are no part of addresses.
 */

import { quoteParts } from "../addresses.ts";
import { addKeys, common, listParts } from "./common.ts";
import type { Dialect, Naming } from "./dialect.ts";
import { listLanguages } from "./site-languages.ts";

/** A version keeps its numbers. */
const version = /^\d+(?:\.\d+)*(?:\.x)?$/;

/** What npm `slugify` leaves of a part of a path, once its number is gone. */
function toPathPart(part: string): string {
	const name = version.test(part) ? part : part.replace(/^\d+\.(?=.)/, "");
	return name
		.normalize("NFKD")
		.replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
		.normalize("NFC")
		.replace(/[^\p{L}\p{M}\p{N}\s$*_+~.()'"!\-:@]+/gu, "")
		.trim()
		.replace(/[\s-]+/g, "-")
		.toLowerCase();
}

function placeArticle({ hasSlug, path }: Naming): string {
	const parts = listParts(path).map(toPathPart);
	const folders = quoteParts(parts.slice(0, -1));
	return `/${folders}/${hasSlug ? ":slug" : quoteParts(parts.slice(-1))}`;
}

export const nuxt: Dialect = {
	...common,
	name: "nuxt",
	title: "Nuxt Content",
	keys: addKeys({
		description: ["description", "seo.description", "head.description"],
		draft: ["draft", "_draft"],
		image: ["image.src", "image", "head.image"],
		permalink: ["path", "_path", "permalink"],
		title: ["title", "head.title", "seo.title"],
	}),
	recognise: ({ names, packages }) =>
		["nuxt.config.ts", "nuxt.config.js", "nuxt.config.mjs"].find((name) =>
			names.has(name),
		) ??
		(packages.has("nuxt") || packages.has("@nuxt/content")
			? "package.json"
			: undefined),
	suspect: () => undefined,
	markup: ["alerts", "contents", "math", "mdc", "emoji"],
	roots: ["content"],
	permalink: placeArticle,
	slugify: toPathPart,
	slugSource: "name",
	// A name alone is one of a picture service's.
	readPicture: (src) =>
		/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(src) ? src : undefined,
	isLeftOut: (path, values) =>
		/\.draft\.[^.]+$/.test(path.fileName) || common.isLeftOut(path, values),
	isPage: (path, values) =>
		path.folders.length === 0 || common.isPage(path, values),
	readSite: (folder) => ({ languages: listLanguages(folder, ["content"]) }),
};
