/** Reads the articles of a site as the build does, and counts what they say instead of writing feeds. */

import { type Article, readArticle, readBody } from "../article.ts";
import type { ArticleCounts, Surroundings } from "../build.ts";
import type { Settings } from "../config/settings.ts";
import { planFeeds } from "../families.ts";
import { type LockResult, openKeeper } from "../lock/keeper.ts";
import { createReadyStore } from "../ready.ts";
import { selectArticles } from "../select.ts";
import { describeSite, type Site } from "../site.ts";
import type { Source } from "../source-paths.ts";
import {
	type ArticleFindings,
	countArticles,
	type DatePlace,
	findDatePlace,
} from "./findings.ts";

/** So many texts are looked at, of the newest articles: enough to know the others by. */
const maxRendered = 200;

/** What became of the articles, and what they say. */
export interface ArticleReadings extends ArticleFindings {
	readonly counts: ArticleCounts;
	readonly newest?: Article | undefined;
	/** How many texts were looked at. */
	readonly rendered: number;
	/** The lock as it is to be, where it was asked for. */
	readonly lock?: LockResult | undefined;
}

type Around<File extends Source> = Pick<
	Surroundings<File>,
	| "findLength"
	| "lock"
	| "now"
	| "pause"
	| "readHead"
	| "readText"
	| "reportArticle"
>;

async function readHeads<File extends Source>(
	site: Site,
	sources: readonly File[],
	{ readHead, reportArticle, lock, pause }: Around<File>,
) {
	const isWhole = lock !== undefined;
	const articles: Article[] = [];
	const dates: DatePlace[] = [];
	const texts = new Map<string, string>();
	const others = { draft: 0, page: 0, failed: 0 };
	for (const [index, source] of sources.entries()) {
		if (index % 50 === 0)
			await pause(`reading ${index} of ${sources.length} articles`);
		const text = readHead(source);
		if (text === undefined) {
			others.failed++;
			continue;
		}
		const { file, path, place } = source;
		const sourceText = { file, path, place, text, isWhole };
		const reading = readArticle(sourceText, site, reportArticle);
		if (typeof reading === "string") others[reading]++;
		else {
			articles.push(reading);
			if (isWhole) texts.set(file, text);
			dates.push(findDatePlace(sourceText, site));
		}
	}
	return { articles, dates, others, texts };
}

/** Makes the first lock of a site; nothing of it is published yet, so nobody need be told of anything. */
function makeLock(
	settings: Settings,
	site: Site,
	{ articles, texts }: Awaited<ReturnType<typeof readHeads>>,
	{ lock, now }: Pick<Around<Source>, "lock" | "now">,
): LockResult | undefined {
	const tellNobody = () => {};
	const keeper = openKeeper(lock, settings, {
		articles,
		failed: [],
		hidden: [],
		readBody: ({ file }) =>
			readBody(texts.get(file) ?? "", file, site.dialect)?.body ?? "",
		now,
		reportArticle: tellNobody,
		reportFeeds: tellNobody,
	});
	const selection = selectArticles(keeper.articles, now, tellNobody);
	const { published, expired, retracted } = selection;
	const ended = [...expired, ...retracted];
	const plans = planFeeds(settings, published, ended, tellNobody);
	keeper.describeFeeds(plans, selection);
	return keeper.conclude(selection);
}

/** Reads articles, and renders the newest for what is wrong with their texts. */
export async function readArticles<File extends Source>(
	settings: Settings,
	sources: readonly File[],
	around: Around<File>,
): Promise<ArticleReadings> {
	const site = describeSite(settings);
	const readings = await readHeads(site, sources, around);
	const { articles, dates, others } = readings;
	const selection = selectArticles(articles, around.now, around.reportArticle);
	const { published, scheduled, expired, retracted } = selection;
	const store = createReadyStore(settings, site, articles, around);
	const newest = published.slice(0, maxRendered);
	await store.take(newest, false);
	const count = published.length - store.failed();
	const read = sources.length - others.page;
	const ended = expired.length + retracted.length;
	const waiting = scheduled.length + ended;
	return {
		...countArticles(articles, dates),
		counts: {
			read,
			published: count,
			draft: others.draft,
			scheduled: scheduled.length,
			expired: ended,
			failed: read - count - waiting - others.draft,
			pages: others.page,
		},
		newest: newest[0],
		rendered: newest.length,
		lock: around.lock && makeLock(settings, site, readings, around),
	};
}
