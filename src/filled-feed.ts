/** A feed with what is in its documents, ready to be written in each format. */

import {
	type ArchiveMemory,
	digestArchive,
	type KeptArchive,
	recallArchive,
} from "./archive-memory.ts";
import { type Archive, partArticles } from "./archives.ts";
import type { Article } from "./article.ts";
import type { ReadyArticle } from "./entries.ts";
import type { PlannedFeed } from "./families.ts";
import type { FeedState } from "./lock/keeper.ts";
import { isWithin } from "./lock/lock.ts";
import type { ReadyStore } from "./ready.ts";

/** One document of a feed, whatever the format. */
export interface FeedPart {
	/** The folder of its files; begins and ends with `/`. */
	readonly path: string;
	/** The numbers of the articles in an archive (example: `51-100`); absent for the document that is subscribed to. */
	readonly archive?: string | undefined;
	readonly articles: readonly Article[];
	/** The same ones, rendered, without those that cannot be; empty where the document is kept. */
	readonly ready: readonly ReadyArticle[];
	/** The document as it was, where nothing in it has changed. */
	readonly kept?: KeptArchive | undefined;
	/** Of all that an archive is made of. */
	readonly digest?: string | undefined;
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

/** That an article left a document, and its number, by which the document is known. */
interface End {
	readonly number?: number | undefined;
	readonly end: number;
}

function listEnds({ ended }: PlannedFeed, { ends }: FeedState): End[] {
	return [
		...ended.map((article) => ({
			number: article.number,
			end: findEnd(article),
		})),
		...ends,
	].flatMap(({ number, end }) => (end === undefined ? [] : [{ number, end }]));
}

/** Takes what archives hold, as they were, or rendered. */
async function takeArchives(
	{ path }: PlannedFeed,
	archives: readonly Archive[],
	ends: readonly End[],
	store: ReadyStore,
	memory: ArchiveMemory | undefined,
): Promise<FeedPart[]> {
	const parts: FeedPart[] = [];
	for (const { range, articles } of archives) {
		const archive = range.join("-");
		const place = `${path}archive/${archive}/`;
		const kept = memory && recallArchive(place, articles, memory, store);
		const ready = kept ? [] : await store.take(articles, false);
		const own = ends.filter(({ number }) => isWithin(number, range));
		const ended = own.map(({ end }) => end);
		parts.push({ path: place, archive, articles, ready, kept, ends: ended });
	}
	return parts;
}

/** Looks whether archives that are kept have changed in anything else, such as the one that comes after them. */
async function checkKept(
	parts: readonly FeedPart[],
	head: unknown,
	{ take }: ReadyStore,
	memory: ArchiveMemory,
): Promise<FeedPart[]> {
	const checked: FeedPart[] = [];
	for (const [index, part] of parts.entries()) {
		const chain = [parts[index - 1]?.path, parts[index + 1]?.path];
		const described = [head, chain, part.ends];
		const digest = digestArchive(part.articles, described, memory);
		const isSame = digest !== undefined && part.kept?.digest === digest;
		checked.push(
			isSame || part.kept === undefined
				? { ...part, digest }
				: {
						...part,
						digest,
						kept: undefined,
						ready: await take(part.articles, false),
					},
		);
	}
	return checked;
}

/** Fills a feed's documents. */
export async function fillFeed(
	plan: PlannedFeed,
	state: FeedState,
	store: ReadyStore,
	memory: ArchiveMemory | undefined,
): Promise<FilledFeed> {
	const { path, title, language, settings, of } = plan;
	const { atomId } = state;
	const isArchived = settings.archive !== undefined && of === undefined;
	const parts = isArchived
		? partArticles(plan.articles, state.archives)
		: { current: plan.articles, archives: [] };
	const ends = listEnds(plan, state);
	const taken = await takeArchives(plan, parts.archives, ends, store, memory);
	const head = { path, title, language, settings, atomId };
	const ranges = parts.archives.map(({ range }) => range);
	const isArchive = ({ number }: { number?: number | undefined }) =>
		ranges.some((range) => isWithin(number, range));
	return {
		...plan,
		atomId,
		archives: memory ? await checkKept(taken, head, store, memory) : taken,
		current: {
			path,
			articles: parts.current,
			// What is in no archive is here, so that a reader who follows them has everything.
			ready: await store.take(
				parts.current,
				isArchived ? false : settings.limit,
			),
			ends: ends.filter((one) => !isArchive(one)).map(({ end }) => end),
		},
	};
}
