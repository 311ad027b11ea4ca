/** Renders articles when a feed asks for them, and each once. */

import { type Article, readBody } from "./article.ts";
import type { Settings } from "./config/settings.ts";
import type { Report } from "./diagnostics.ts";
import { type FindLength, type ReadyArticle, readyArticle } from "./entries.ts";
import { createFindArticle, type FindArticle } from "./links.ts";
import { findPage } from "./page-links.ts";
import type { Site } from "./site.ts";

/** Rendered articles, as far as feeds have asked for them. */
export interface ReadyStore {
	/** Takes so many of the articles, from the first on; the next one stands in for one that cannot be rendered. */
	readonly take: (
		articles: readonly Article[],
		limit: number | false,
	) => Promise<ReadyArticle[]>;
	/** How many articles could not be rendered so far. */
	readonly failed: () => number;
	/** What an article's text asked of others; undefined where it is not rendered, or has complained. */
	readonly linksOf: (article: Article) => readonly Link[] | undefined;
	readonly findArticle: FindArticle;
}

/** What an article wrote for another one, and the address that this gave; null where it is no article's. */
export type Link = readonly [reference: string, address: string | null];

/**
 * Makes a store in which nothing is rendered yet.
 * @param ofArticles what they were read with
 * @param articles all that were read: they link to each other
 * @param around `readText` gives undefined after an error was reported; `pause` is called before each article
 */
export function createReadyStore(
	settings: Settings,
	ofArticles: Site,
	articles: readonly Article[],
	around: {
		readonly findLength: FindLength;
		readonly readText: (file: string) => string | undefined;
		readonly reportArticle: Report;
		readonly pause: (doing: string) => Promise<void> | undefined;
	},
): ReadyStore {
	const { findLength, readText, reportArticle, pause } = around;
	const { site, linkTo, generator } = settings;
	const { dialect } = ofArticles;
	const siteValues = generator.facts.values;
	const findOther = createFindArticle(articles);
	const findArticle: FindArticle = (reference, from) =>
		findOther(reference, from) ?? findPage(reference, from, ofArticles);
	const defaults = { site, siteValues, linkTo, dialect, findLength };
	const links = new Map<Article, Link[]>();
	const known = new Map<Article, ReadyArticle | undefined>();
	const ready = (article: Article) => {
		if (!known.has(article)) known.set(article, render(article));
		return known.get(article);
	};
	const render = (article: Article) => {
		const text = readText(article.file);
		const body =
			text === undefined ? text : readBody(text, article.file, dialect);
		if (body === undefined) return undefined;
		const asked: Link[] = [];
		let isSilent = true;
		const rendered = readyArticle(
			article,
			body,
			{
				...defaults,
				findArticle(reference, from) {
					const address = findArticle(reference, from);
					asked.push([reference, address ?? null]);
					return address;
				},
			},
			(diagnostic) => {
				isSilent = false;
				reportArticle(diagnostic);
			},
		);
		if (isSilent) links.set(article, asked);
		return rendered;
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
		linksOf: (article) => links.get(article),
		findArticle,
	};
}
