/** What a build does with the lock: it asks it for ids, numbers and archives, and tells it what has been published. */

import { posix } from "node:path";
import { closeRanges } from "../archives.ts";
import type { Article } from "../article.ts";
import type { Settings } from "../config/settings.ts";
import { type Report, reportSome } from "../diagnostics.ts";
import type { PlannedFeed } from "../families.ts";
import { chooseFeedId } from "../identity.ts";
import type { Selection } from "../select.ts";
import { identifyFeeds } from "./feeds.ts";
import { sketchText } from "./fingerprint.ts";
import { reportFrozen } from "./frozen.ts";
import { type Identified, identifyArticles } from "./identify.ts";
import {
	keyOfFeed,
	type Lock,
	type LockedFeed,
	type LockMode,
	type Range,
} from "./lock.ts";
import { formatLock } from "./lock-text.ts";
import { describeMissing, describeRenumbered } from "./notices.ts";
import type { Present } from "./pool.ts";
import { settleLock } from "./settle.ts";
import { markClosed, reportUpdate, updateArticles } from "./update.ts";

/** The lock as it was read. */
export interface LockState {
	/** Empty where it is to be created. */
	readonly lock: Lock;
	readonly mode: LockMode;
	/** Its name, for messages. */
	readonly file: string;
}

/** What a build came to, for the lock. */
export interface LockResult {
	readonly file: string;
	readonly lock: Lock;
	/** Whether it says anything else than what was read. */
	readonly isChanged: boolean;
	readonly articles: number;
	readonly added: number;
	readonly moved: number;
	readonly edited: number;
	readonly retracted: number;
}

/** What is known of a feed beside what the configuration says. */
export interface FeedState {
	readonly atomId: string;
	/** The ranges of numbers that are archives. */
	readonly archives: readonly Range[];
	/** When articles that nobody can ask any more left it, with their numbers. */
	readonly ends: readonly { readonly number: number; readonly end: number }[];
}

export interface Keeper {
	/** The articles with their ids and numbers. */
	readonly articles: readonly Article[];
	readonly describeFeeds: (
		plans: readonly PlannedFeed[],
		selection: Pick<Selection, "expired" | "published">,
	) => ReadonlyMap<PlannedFeed, FeedState>;
	/** Gives the lock as it is to be; nothing where there is none. */
	readonly conclude: (selection: Selection) => LockResult | undefined;
}

/** What was read, and what the keeper needs to know of it. */
export interface Readings {
	readonly articles: readonly Article[];
	/** Files that could not be read, and those that hold no published article, as messages name them. */
	readonly failed: readonly string[];
	readonly hidden: readonly string[];
	/** Gives an article's text without its front matter. */
	readonly readBody: (article: Article) => string;
	/** Milliseconds since the epoch. */
	readonly now: number;
	readonly reportArticle: Report;
	readonly reportFeeds: Report;
}

/** A file as the lock names it, on any machine and from any working directory. */
function createPathOf({ file }: Pick<Settings, "file">) {
	const folder = posix.dirname(file);
	return (source: string) => posix.relative(folder, source).normalize("NFC");
}

/** Without a lock ids are addresses, and there is nothing to keep. */
function keepNothing(settings: Settings, readings: Readings): Keeper {
	if (settings.feeds.some(({ archive }) => archive))
		readings.reportFeeds({
			...describeMissing('"archive"', "feeds.lock.json"),
			file: settings.file,
		});
	return {
		articles: readings.articles,
		describeFeeds: (plans) =>
			new Map(
				plans.map((plan) => [
					plan,
					{
						atomId: chooseFeedId(settings.site.url, plan.path),
						archives: [],
						ends: [],
					},
				]),
			),
		conclude: () => undefined,
	};
}

function presentArticles(
	{ articles, readBody }: Readings,
	pathOf: (file: string) => string,
): Present[] {
	return articles.map((article) => {
		let sketch: string | undefined;
		return {
			article,
			path: pathOf(article.file),
			sketch: () => (sketch ??= sketchText(readBody(article))),
		};
	});
}

/** The highest numbers: of what was in the lock before, and of what is in it now. */
interface Lasts {
	readonly before: number;
	readonly now: number;
}

/**
 * Gives the ranges of a feed that are archives now. A range is closed by a new article, one by each, and never with that
 * article in it, so that each has stood in the current document; a second build of the same articles closes none. When
 * there have never been any, all that can be closed are.
 */
function advanceArchives(
	{ settings, articles, of }: PlannedFeed,
	{ archives }: LockedFeed,
	mode: LockMode,
	{ before, now }: Lasts,
): readonly Range[] | undefined {
	const { archive, limit } = settings;
	if (archive === undefined || of !== undefined || limit === false)
		return archives;
	if (mode === "read") return archives;
	const fresh = articles.filter(({ number = 0 }) => number > before).length;
	return closeRanges(
		articles,
		archives ?? [],
		{ limit, ...archive },
		before || now,
		archives === undefined ? Number.POSITIVE_INFINITY : fresh,
	);
}

/** Opens a lock, or what stands for one where there is none. */
export function openKeeper(
	state: LockState | undefined,
	settings: Settings,
	readings: Readings,
): Keeper {
	if (state === undefined) return keepNothing(settings, readings);
	const { file, mode } = state;
	const { reportArticle, reportFeeds } = readings;
	const now = Math.floor(readings.now / 1000) * 1000;
	const pathOf = createPathOf(settings);
	const { lock, renumbered } = settleLock(state.lock);
	reportSome(renumbered, (one) => describeRenumbered(one, file), reportFeeds);
	const identified = identifyArticles(presentArticles(readings, pathOf), {
		lock,
		file,
		mode,
		now,
		taken: new Set([...readings.failed, ...readings.hidden].map(pathOf)),
		reportArticle,
	});
	const feeds = new Map<string, LockedFeed>();
	return {
		articles: identified.articles,
		describeFeeds(plans, { published, expired }) {
			const lasts = {
				before: findLast(lock.articles),
				now: findLast([...lock.articles, ...published, ...expired]),
			};
			const ends = findEnds(identified, mode, now);
			const locked = identifyFeeds(lock.feeds, plans, (path) =>
				chooseFeedId(settings.site.url, path),
			);
			const states = new Map<PlannedFeed, FeedState>();
			for (const [plan, feed] of locked) {
				const line = feeds.get(keyOfFeed(feed)) ?? feed;
				const archives = advanceArchives(plan, line, mode, lasts);
				const isOfAll =
					plan.of === undefined && plan.settings.where.length === 0;
				states.set(plan, {
					atomId: feed.id,
					archives: archives ?? [],
					ends: isOfAll ? ends : [],
				});
				feeds.set(keyOfFeed(line), { ...line, archives });
			}
			return states;
		},
		conclude(selection) {
			const { published, expired, scheduled, retracted } = selection;
			const update = updateArticles(
				identified,
				[...published, ...expired, ...scheduled, ...retracted],
				lock.articles,
				now,
			);
			reportUpdate(update, identified.found, file, reportArticle);
			const ids = new Set([...feeds.values()].map(({ id }) => id));
			const left = lock.feeds.filter(({ id }) => !ids.has(id));
			const ofFeeds = [...feeds.values(), ...left];
			const ranges = ofFeeds.flatMap(({ archives = [] }) => archives);
			const next: Lock = {
				feeds: ofFeeds,
				articles: markClosed(update.articles, ranges),
			};
			const isChanged = differs(next, state.lock);
			if (mode === "frozen" && isChanged)
				reportFrozen(update, renumbered, file, reportFeeds);
			return {
				file,
				lock: next,
				isChanged,
				articles: next.articles.length,
				added: update.added.length,
				moved: update.moved.length,
				edited: update.edited.length,
				retracted: update.retracted.length,
			};
		},
	};
}

/** Whether a lock says anything else than another; what has not changed is the very same. */
function differs(a: Lock, b: Lock): boolean {
	const before = new Set(b.articles);
	if (a.articles.length !== before.size) return true;
	if (a.articles.some((article) => !before.has(article))) return true;
	const ofFeeds = ({ feeds }: Lock) => formatLock({ feeds, articles: [] });
	return ofFeeds(a) !== ofFeeds(b);
}

const findLast = (
	articles: readonly { readonly number?: number | undefined }[],
) => articles.reduce((max, { number = 0 }) => Math.max(max, number), 0);

/** When those left that are not there to be asked. */
function findEnds({ gone }: Identified, mode: LockMode, now: number) {
	return gone.flatMap(({ number, retracted }) => {
		const end = retracted ?? (mode === "read" ? undefined : now);
		return end === undefined ? [] : [{ number, end }];
	});
}
