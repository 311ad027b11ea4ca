/** Renders articles when a feed asks for them, and each once. */

import type { Article } from "./article.ts";
import type { Settings } from "./config/settings.ts";
import type { Report } from "./diagnostics.ts";
import { type FindLength, type ReadyArticle, readyArticle } from "./entries.ts";

export interface ReadyStore {
	/** Takes so many of the articles, from the first on; the next one stands in for one that cannot be rendered. */
	readonly take: (
		articles: readonly Article[],
		limit: number | false,
	) => Promise<ReadyArticle[]>;
	/** How many articles could not be rendered so far. */
	readonly failed: () => number;
}

export function createReadyStore(
	{ site, linkTo }: Settings,
	around: {
		readonly findLength: FindLength;
		readonly reportArticle: Report;
		readonly pause: (doing: string) => Promise<void> | undefined;
	},
): ReadyStore {
	const { findLength, reportArticle, pause } = around;
	const defaults = { ...site, linkTo, findLength };
	const known = new Map<Article, ReadyArticle | undefined>();
	const ready = (article: Article) => {
		if (!known.has(article))
			known.set(article, readyArticle(article, defaults, reportArticle));
		return known.get(article);
	};
	return {
		async take(articles, limit) {
			const taken: ReadyArticle[] = [];
			for (const article of articles) {
				if (taken.length === limit) break;
				await pause(`rendering ${known.size + 1} articles`);
				const rendered = ready(article);
				if (rendered !== undefined) taken.push(rendered);
			}
			return taken;
		},
		failed: () =>
			[...known.values()].filter((rendered) => rendered === undefined).length,
	};
}
