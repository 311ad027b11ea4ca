/** Articles as a dialect publishes them: a site's data files, an article's place and its front matter make an article. */

import { type ArticleReading, readArticle } from "../../src/article.ts";
import type { Dialect } from "../../src/dialects/dialect.ts";
import { describeSite } from "../../src/site.ts";
import { createGenerator } from "./articles.ts";
import { viewFolder } from "./dialect-views.ts";

/**
 * Reads an article of the site `https://x.org/`.
 * @param files the site's data files, by their paths
 * @param place the article's own path
 * @param head its front matter, with fences
 */
export function readAt(
	dialect: Dialect,
	files: Readonly<Record<string, string>>,
	place: string,
	head: string,
): ArticleReading {
	const facts = dialect.readSite(viewFolder(files));
	const site = describeSite({
		site: {
			url: "https://x.org/",
			title: "A site",
			description: "A site",
			language: facts.language ?? "en",
			timeZone: facts.timeZone ?? "UTC",
			dateOnlyTime: "00:00",
			authors: [],
		},
		generator: createGenerator({ dialect, facts }),
	});
	const path = place.split("/").at(-1) ?? "";
	const text = `${head}\n\nText.\n`;
	return readArticle({ file: place, path, place, text }, site, () => {});
}

/** The address of an article below `https://x.org`, else what became of it. */
export function findPath(
	...parts: Parameters<typeof readAt>
): string | undefined {
	const article = readAt(...parts);
	return typeof article === "string"
		? article
		: decodeURI(article.url.slice("https://x.org".length));
}
