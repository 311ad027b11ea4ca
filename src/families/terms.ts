/** What articles are filed under: their tags, their authors' names, their years. */

import type { Article } from "../article.ts";
import type { Family } from "../config/feeds.ts";
import type { SiteSettings } from "../config/settings.ts";
import { formatLocalDate } from "../zones.ts";

/** Gives an article's terms in a family. */
export type TermsOf = (article: Article, family: Family) => readonly string[];

/** Finds what an article is filed under in a family. */
export function findTerms(
	article: Article,
	family: Family,
	site: Pick<SiteSettings, "authors" | "timeZone">,
): readonly string[] {
	switch (family) {
		case "tag":
			return article.tags;
		case "category":
			return article.categories;
		case "author": {
			const { authors } = article.authors.length > 0 ? article : site;
			return authors.map(({ name }) => name);
		}
		case "section":
			return article.section ? [article.section] : [];
		case "language":
			return [article.language];
		case "year":
			return formatLocalDate(article.date, site.timeZone).split("-", 1);
	}
}

/** A tag as part of a path: NFC, lower case, each run of anything but letters, marks and digits as one `-`. */
function toSegment(term: string): string {
	return term
		.toLowerCase()
		.normalize("NFC")
		.replaceAll("+", "plus")
		.replaceAll("#", "sharp")
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
}

/** A term as part of a path; a section keeps its folders. */
export function toPathPart(term: string, family: Family): string {
	if (family !== "section") return toSegment(term);
	const folders = term.split("/").filter((folder) => folder.trim() !== "");
	return folders.map(toSegment).join("/") || "-";
}
