/**
 * Finds the articles of a lock among those that are there now, wherever their files have gone. What is certain is taken;
 * what could be two things is said, and nobody guesses.
 */

import type { Article } from "../article.ts";
import { compareSketches } from "./fingerprint.ts";
import { dateOf, type Lock, type LockedArticle, pathOf } from "./lock.ts";

/** An article that is there now. */
export interface Present {
	readonly article: Article;
	/** Its file, relative to the configuration's folder, with `/`. */
	readonly path: string;
	/** Of its text; asked for where nothing simpler tells. */
	readonly sketch: () => string;
}

/** An article that may be one of the lock or a new one. */
export interface Doubt {
	readonly present: Present;
	readonly entry: LockedArticle;
	/** What they have in common (example: `date and title`). */
	readonly common: string;
}

export interface Matching {
	readonly found: ReadonlyMap<Present, LockedArticle>;
	readonly doubts: readonly Doubt[];
	/** Those whose files are not there, or are no articles any more. */
	readonly gone: readonly LockedArticle[];
}

/** In milliseconds: so far apart a date can be in two time zones. */
const zoneSpan = 26 * 3_600_000;

/** From here on two texts with one title and date are one text, edited. */
const similar = 0.3;
/** From here on two texts are one, whatever is said of them. */
const same = 0.9;
/** From here on an author is asked. */
const suspicious = 0.6;
/** So many pairs are looked at for similar texts; more come of another site, not of edits. */
const maxPairs = 250_000;

const isSameTitle = (entry: LockedArticle, { article }: Present) =>
	article.title !== undefined && entry.title === article.title;

const isSameDate = (entry: LockedArticle, { article: { date } }: Present) =>
	entry.date === date || dateOf(entry) === date;

const isNearDate = (entry: LockedArticle, { article: { date } }: Present) =>
	Math.abs(dateOf(entry) - date) <= zoneSpan;

const isAlike = (entry: LockedArticle, { sketch }: Present, least: number) =>
	(compareSketches(entry.sketch, sketch()) ?? 0) >= least;

/** Whether the texts are long enough to tell that they are two. */
const isOther = (entry: LockedArticle, { sketch }: Present, least: number) =>
	(compareSketches(entry.sketch, sketch()) ?? 1) < least;

/** Whether nothing has changed by which an article is known, or its text alone. */
const isUnchanged = (entry: LockedArticle, present: Present) =>
	entry.hash === present.article.hash ||
	(entry.title === present.article.title && isSameDate(entry, present));

/** Whether an article is one of the lock, given that something else says so; one that was gone must show more. */
function isRelated(entry: LockedArticle, present: Present): boolean {
	if (entry.retracted !== undefined)
		return isUnchanged(entry, present) || isAlike(entry, present, suspicious);
	return (
		((isSameTitle(entry, present) || isSameDate(entry, present)) &&
			!isOther(entry, present, similar)) ||
		isAlike(entry, present, similar)
	);
}

/** What is left to be matched, and what has been. */
class Pool {
	readonly found = new Map<Present, LockedArticle>();
	readonly doubts: Doubt[] = [];
	readonly entries: Set<LockedArticle>;
	readonly present: Set<Present>;
	readonly #all: readonly LockedArticle[];

	constructor(entries: readonly LockedArticle[], present: readonly Present[]) {
		this.#all = entries;
		this.entries = new Set(entries);
		this.present = new Set(present);
	}

	take(present: Present, entry: LockedArticle): void {
		this.found.set(present, entry);
		this.present.delete(present);
		this.entries.delete(entry);
	}

	doubt(present: Present, entry: LockedArticle, common: string): void {
		this.doubts.push({ present, entry, common });
		this.present.delete(present);
		this.entries.delete(entry);
	}

	/** Groups what is left by a key; what has none is in no group. */
	group(
		keyOfEntry: (entry: LockedArticle) => readonly string[],
		keyOfPresent: (present: Present) => string | undefined,
	): { entries: LockedArticle[]; present: Present[] }[] {
		const groups = new Map<
			string,
			{ entries: LockedArticle[]; present: Present[] }
		>();
		for (const present of this.present) {
			const key = keyOfPresent(present);
			if (key === undefined) continue;
			const group = groups.get(key);
			if (group) group.present.push(present);
			else groups.set(key, { entries: [], present: [present] });
		}
		if (groups.size === 0) return [];
		for (const entry of this.entries)
			for (const key of keyOfEntry(entry)) groups.get(key)?.entries.push(entry);
		return [...groups.values()].filter(({ entries }) => entries.length > 0);
	}

	/** Takes each pair of a group that fits, each article and each entry once. */
	takeWhere(
		{ entries, present }: { entries: LockedArticle[]; present: Present[] },
		fits: (entry: LockedArticle, present: Present) => boolean,
	): void {
		for (const one of present) {
			if (!this.present.has(one)) continue;
			const entry = entries.find(
				(entry) => this.entries.has(entry) && fits(entry, one),
			);
			if (entry !== undefined) this.take(one, entry);
		}
	}

	/** Whether no other article of the lock has a text that is as similar: posts may be made of one template. */
	isTelling(entry: LockedArticle, sketch: string, similarity: number): boolean {
		return !this.#all.some(
			(other) =>
				other !== entry &&
				(compareSketches(other.sketch, sketch) ?? 0) >= similarity - 0.2,
		);
	}
}

/** The author says which one it is. */
function matchIds(pool: Pool): void {
	for (const group of pool.group(
		({ id, ids }) => [
			id,
			...Object.values(ids ?? {}).filter((one) => one !== undefined),
		],
		({ article }) => article.ownId,
	))
		pool.takeWhere(group, () => true);
}

/** The same file, and not everything in it new. */
function matchPaths(
	pool: Pool,
	fits: (entry: LockedArticle, present: Present) => boolean,
): void {
	for (const group of pool.group(
		({ path }) => [path],
		({ path }) => path,
	))
		pool.takeWhere(group, fits);
}

/** The same words in another file: first those of one date, then those that are nobody else's. */
function matchHashes(pool: Pool, lock: Lock): void {
	const counts = new Map<string, number>();
	for (const { hash } of lock.articles)
		counts.set(hash, (counts.get(hash) ?? 0) + 1);
	for (const group of pool.group(
		({ hash }) => [hash],
		({ article }) => article.hash,
	)) {
		pool.takeWhere(group, isSameDate);
		if (group.present.length === 1)
			pool.takeWhere(group, ({ hash }) => counts.get(hash) === 1);
	}
}

const groupTitles = (pool: Pool) =>
	pool.group(
		({ title }) => (title === undefined ? [] : [title]),
		({ article }) => article.title,
	);

/** The same title on the same day, and a text that is not another one. */
function matchTitles(pool: Pool): void {
	const groups = groupTitles(pool);
	for (const isClose of [isSameDate, isNearDate])
		for (const group of groups)
			pool.takeWhere(
				group,
				(entry, present) =>
					isClose(entry, present) && !isOther(entry, present, similar),
			);
}

/** The same address, whichever the domain: a file may move without it. */
function matchAddresses(pool: Pool): void {
	for (const group of pool.group(
		({ url }) => [pathOf(url)],
		({ article }) => pathOf(article.url),
	))
		pool.takeWhere(group, isRelated);
}

/** For each article that is left the one with the most similar text of those that are left, where an author may mean it. */
function* findTexts(pool: Pool, least: number) {
	const entries = [...pool.entries].filter(
		({ retracted, sketch }) => retracted === undefined && sketch !== "",
	);
	if (entries.length * pool.present.size > maxPairs) return;
	for (const present of [...pool.present]) {
		const sketch = present.sketch();
		const [best] = entries
			.filter((entry) => pool.entries.has(entry))
			.map((entry) => ({
				entry,
				similarity: compareSketches(entry.sketch, sketch) ?? 0,
			}))
			.filter(({ similarity }) => similarity >= least)
			.sort((a, b) => b.similarity - a.similarity);
		if (best === undefined) continue;
		const { entry, similarity } = best;
		const hasMore = isSameTitle(entry, present) || isSameDate(entry, present);
		if (hasMore || pool.isTelling(entry, sketch, similarity))
			yield { present, entry };
	}
}

/** What an author must say: whether these two are one. */
function findDoubts(pool: Pool): void {
	for (const { entries, present } of groupTitles(pool))
		for (const one of present) {
			const entry = entries.find(
				(candidate) =>
					pool.entries.has(candidate) &&
					candidate.retracted === undefined &&
					isSameDate(candidate, one),
			);
			if (entry !== undefined) pool.doubt(one, entry, "title and date");
		}
	for (const { present, entry } of findTexts(pool, suspicious))
		pool.doubt(present, entry, "much of the text");
}

/**
 * Matches a lock's articles with those that are there: what says most first.
 * @param busy the paths of files that are there and could not be read
 * @param hidden the paths of files that are there and hold no article that is published (drafts)
 */
export function matchArticles(
	lock: Lock,
	articles: readonly Present[],
	{ busy, hidden }: Readonly<Record<"busy" | "hidden", ReadonlySet<string>>>,
): Matching {
	const pool = new Pool(lock.articles, articles);
	matchIds(pool);
	for (const entry of pool.entries)
		if (busy.has(entry.path)) pool.entries.delete(entry);
	matchPaths(pool, isUnchanged);
	matchHashes(pool, lock);
	matchTitles(pool);
	matchPaths(pool, isRelated);
	matchAddresses(pool);
	for (const { present, entry } of findTexts(pool, same))
		pool.take(present, entry);
	// A file that is still there is still that article, whatever it holds now; one that came back need not be.
	matchPaths(pool, ({ retracted }) => retracted === undefined);
	const drafts = [...pool.entries].filter(({ path }) => hidden.has(path));
	for (const draft of drafts) pool.entries.delete(draft);
	findDoubts(pool);
	return {
		found: pool.found,
		doubts: pool.doubts,
		gone: [...pool.entries, ...drafts],
	};
}
