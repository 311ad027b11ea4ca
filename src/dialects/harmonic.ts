/** Harmonic (https://github.com/JSRocksHQ/harmonic): front matter in an HTML comment, languages by folder. */

import { addKeys, common } from "./common.ts";
import type { Dialect, FolderView, SiteFacts } from "./dialect.ts";
import { findText, findValue, listTexts } from "./site-data.ts";

/** Articles in the site's own language have nothing of what stands before `:language`, nor that. */
function readPattern(pattern: string): string {
	return pattern
		.replaceAll(":language", ":locale")
		.replaceAll(":title", ":slug");
}

function readSite({ read }: FolderView): SiteFacts {
	const config = read("harmonic.json");
	const author = findText(config, "author");
	const email = findText(config, "author_email");
	const language = findText(config, "i18n.default");
	const languages = listTexts(findValue(config, "i18n.languages"));
	const pattern = findText(config, "posts_permalink");
	return {
		url: findText(config, "domain"),
		title: findText(config, "title", "name"),
		description: findText(config, "description", "subtitle"),
		language,
		languages: [...new Set([...(language ? [language] : []), ...languages])],
		authors: author === undefined ? undefined : [{ name: author, email }],
		permalink: pattern && readPattern(pattern),
		feeds: [{ path: "/", formats: { rss: "rss.xml" } }],
	};
}

const pages = "src/pages";

export const harmonic: Dialect = {
	...common,
	name: "harmonic",
	title: "Harmonic",
	keys: {
		...addKeys({
			authorAvatar: ["authorPicture"],
			authorUrl: ["authorLink"],
			authors: ["authorName"],
		}),
		// `keywords` are for search engines alone.
		tags: ["tags"],
	},
	recognise: ({ names }) =>
		names.has("harmonic.json") ? "harmonic.json" : undefined,
	fences: ["comment", "yaml"],
	markup: ["alerts", "kramdown", "math"],
	roots: ["src/posts", pages],
	indexes: [],
	permalink: () => "/:locale/:year/:month/:slug",
	readPattern,
	isLeftOut: (path, values) =>
		path.root === pages || common.isLeftOut(path, values),
	readSite,
};
