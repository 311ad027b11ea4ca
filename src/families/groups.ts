/** Groups articles by what they are filed under, so that there can be a feed for each group. */

import type { Article } from "../article.ts";
import { foldCase } from "../fields.ts";

export interface Group {
	/** Newest first. */
	readonly articles: readonly Article[];
	/** No longer published. */
	readonly ended: readonly Article[];
}

/** Gathers articles by their terms; terms that are equal when case-folded are one, in its first spelling. */
function gatherArticles(
	articles: Iterable<Article>,
	findTerms: (article: Article) => readonly string[],
): Map<string, { readonly term: string; readonly articles: Article[] }> {
	const gathered = new Map<string, { term: string; articles: Article[] }>();
	for (const article of articles)
		for (const term of findTerms(article)) {
			const folded = foldCase(term);
			const group = gathered.get(folded) ?? { term, articles: [] };
			gathered.set(folded, group);
			// Two of an article's authors may have one name.
			if (group.articles.at(-1) !== article) group.articles.push(article);
		}
	return gathered;
}

/**
 * Groups articles by their terms. What has only articles that have ended is no group.
 * @param published newest first
 * @returns the groups, each with the spelling of its oldest article, so that a new article renames no feed
 */
export function groupArticles(
	published: readonly Article[],
	ended: readonly Article[],
	findTerms: (article: Article) => readonly string[],
): { readonly term: string; readonly group: Group }[] {
	const oldestFirst = [...published].reverse();
	const gone = gatherArticles(ended, findTerms);
	return [...gatherArticles(oldestFirst, findTerms)].map(
		([folded, { term, articles }]) => ({
			term,
			group: {
				articles: articles.reverse(),
				ended: gone.get(folded)?.articles ?? [],
			},
		}),
	);
}
