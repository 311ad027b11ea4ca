/** A feed with what is in its documents, ready to be written in each format. */

import { partArticles } from "./archives.ts";
import type { Article } from "./article.ts";
import type { ReadyArticle } from "./entries.ts";
import type { PlannedFeed } from "./families.ts";
import type { FeedState } from "./lock/keeper.ts";
import type { Range } from "./lock/lock.ts";
import type { ReadyStore } from "./ready.ts";

/** One document of a feed, whatever the format. */
export interface FeedPart {
	/** The folder of its files; begins and ends with `/`. */
	readonly path: string;
	/** The numbers of the articles in an archive (example: `51-100`); absent for the document that is subscribed to. */
	readonly archive?: string | undefined;
	/** Newest first. */
	readonly ready: readonly ReadyArticle[];
	/** When articles left it, as far as that is known; milliseconds since the epoch. */
	readonly ends: readonly number[];
}

export interface FilledFeed extends PlannedFeed {
	readonly atomId: string;
	/** The document that is subscribed to. */
	readonly current: FeedPart;
	/** In the order in which they came into being. */
	readonly archives: readonly FeedPart[];
}

/** When an article's time was over, or its author took it back. */
function findEnd({ expires, retracted }: Article): number | undefined {
	return typeof retracted === "number" ? retracted : expires;
}

const isWithin = (number: number | undefined, [first, last]: Range) =>
	number !== undefined && number >= first && number <= last;

function listEnds({ ended }: PlannedFeed, { ends }: FeedState) {
	return [
		...ended.map((article) => ({
			number: article.number,
			end: findEnd(article),
		})),
		...ends,
	].flatMap(({ number, end }) => (end === undefined ? [] : [{ number, end }]));
}

/** Fills a feed's documents, those alone that have anything to hold. */
export async function fillFeed(
	plan: PlannedFeed,
	state: FeedState,
	{ take }: ReadyStore,
): Promise<FilledFeed> {
	const { path, settings, of } = plan;
	const isArchived = settings.archive !== undefined && of === undefined;
	const parts = isArchived
		? partArticles(plan.articles, state.archives)
		: { current: plan.articles, archives: [] };
	const ends = listEnds(plan, state);
	const archives: FeedPart[] = [];
	for (const { range, articles } of parts.archives) {
		const ready = await take(articles, false);
		const archive = range.join("-");
		const own = ends.filter(({ number }) => isWithin(number, range));
		if (ready.length > 0)
			archives.push({
				path: `${path}archive/${archive}/`,
				archive,
				ready,
				ends: own.map(({ end }) => end),
			});
	}
	const ranges = parts.archives.map(({ range }) => range);
	const isArchive = ({ number }: { number?: number | undefined }) =>
		ranges.some((range) => isWithin(number, range));
	return {
		...plan,
		atomId: state.atomId,
		archives,
		current: {
			path,
			// What is in no archive is here, so that a reader who follows them has everything.
			ready: await take(parts.current, isArchived ? false : settings.limit),
			ends: ends.filter((one) => !isArchive(one)).map(({ end }) => end),
		},
	};
}
