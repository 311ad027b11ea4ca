/**
 * Finds the articles of a lock among those that are there now, wherever their files have gone. What is certain is taken;
 * what could be two things is said, and nobody guesses.
 */

import { compareSketches } from "./fingerprint.ts";
import { dateOf, type Lock, type LockedArticle, pathOf } from "./lock.ts";
import { type Doubt, maxPairs, Pool, type Present } from "./pool.ts";

export interface Matching {
	readonly found: ReadonlyMap<Present, LockedArticle>;
	readonly doubts: readonly Doubt[];
	/** Those whose files are not there. */
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

const isSameText = ({ hash }: LockedArticle, { article }: Present) =>
	hash === article.hash;

/** Whether nothing has changed by which an article is known, or its text alone; notes without titles are known by texts. */
const isUnchanged = (entry: LockedArticle, present: Present) =>
	isSameText(entry, present) ||
	(isSameTitle(entry, present) && isSameDate(entry, present));

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

/** The keys under which an entry has either of its dates. */
const keysWithDate = (entry: LockedArticle, key: string) =>
	[entry.date, dateOf(entry)].map((date) => `${key} ${date}`);

/** The author says which one it is; where that one is still in its place, somebody has copied its id. */
function matchIds(pool: Pool): void {
	const byPath = new Map([...pool.present].map((one) => [one.path, one]));
	for (const group of pool.group(
		({ id, ids }) => [
			id,
			...Object.values(ids ?? {}).filter((one) => one !== undefined),
		],
		({ article }) => article.ownId,
	)) {
		pool.takeWhere(group, ({ path }, one) => path === one.path);
		pool.takeWhere(group, (entry, one) => {
			const there = byPath.get(entry.path);
			return there === undefined || there === one || !isUnchanged(entry, there);
		});
	}
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

const nameOf = (path: string) =>
	path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");

/** The same words in another file: first those of one date and address or name, last those that are nobody else's. */
function matchTexts(pool: Pool, lock: Lock): void {
	const traits: readonly [
		ofEntry: (entry: LockedArticle) => string,
		ofPresent: (present: Present) => string,
	][] = [
		[({ url }) => pathOf(url), ({ article }) => pathOf(article.url)],
		[({ path }) => nameOf(path), ({ path }) => nameOf(path)],
		[() => "", () => ""],
	];
	for (const [ofEntry, ofPresent] of traits)
		for (const group of pool.group(
			(entry) => keysWithDate(entry, `${entry.hash} ${ofEntry(entry)}`),
			(one) => `${one.article.hash} ${ofPresent(one)} ${one.article.date}`,
		))
			pool.takeInOrder(group);
	const counts = new Map<string, number>();
	for (const { hash } of lock.articles)
		counts.set(hash, (counts.get(hash) ?? 0) + 1);
	for (const group of pool.group(
		// What comes back on another day may as well be new: a greeting each year.
		({ hash, retracted }) =>
			counts.get(hash) === 1 && retracted === undefined ? [hash] : [],
		({ article }) => article.hash,
	))
		if (group.present.length === 1) pool.takeInOrder(group);
}

const groupTitles = (pool: Pool) =>
	pool.group(
		(entry) =>
			entry.title === undefined ? [] : keysWithDate(entry, entry.title),
		({ article: { title, date } }) =>
			title === undefined ? undefined : `${title} ${date}`,
	);

/**
 * The same title on the same day, and a text that is not another one. In another time zone the day may be another one: then
 * the text must tell, since there are posts of one title every day.
 */
function matchTitles(pool: Pool): void {
	for (const group of groupTitles(pool))
		pool.takeWhere(group, (entry, one) => !isOther(entry, one, similar));
	for (const group of pool.group(
		({ title, retracted }) =>
			title === undefined || retracted !== undefined ? [] : [title],
		({ article }) => article.title,
	))
		pool.takeWhere(
			group,
			(entry, one) => isNearDate(entry, one) && isAlike(entry, one, similar),
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

/** Whether no other article of the lock has a text that is as similar: posts may be made of one template. */
function isTelling(
	{ articles }: Lock,
	entry: LockedArticle,
	sketch: string,
	similarity: number,
): boolean {
	return !articles.some(
		(other) =>
			other !== entry &&
			(compareSketches(other.sketch, sketch) ?? 0) >= similarity - 0.2,
	);
}

/** For each article that is left the one with the most similar text of those that are left, where an author may mean it. */
function* findTexts(pool: Pool, lock: Lock, least: number) {
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
		if (hasMore || isTelling(lock, entry, sketch, similarity))
			yield { present, entry };
	}
}

/** What an author must say: whether these two are one. */
function findDoubts(pool: Pool, lock: Lock): void {
	for (const { entries, present } of groupTitles(pool))
		for (const one of present) {
			const entry = entries.find(
				(candidate) =>
					pool.entries.has(candidate) && candidate.retracted === undefined,
			);
			if (entry !== undefined) pool.doubt(one, entry, "title and date");
		}
	for (const { present, entry } of findTexts(pool, lock, suspicious))
		pool.doubt(present, entry, "much of the text");
}

/**
 * Matches a lock's articles with those that are there: what says most first.
 * @param taken the paths of files that are there and hold no article that is published: drafts, and what could not be read
 */
export function matchArticles(
	lock: Lock,
	articles: readonly Present[],
	taken: ReadonlySet<string>,
): Matching {
	const pool = new Pool(lock.articles, articles);
	matchIds(pool);
	// Their files are there, so they are neither gone nor anywhere else.
	for (const entry of pool.entries)
		if (taken.has(entry.path)) pool.entries.delete(entry);
	matchPaths(pool, isSameText);
	matchPaths(pool, isUnchanged);
	matchTexts(pool, lock);
	matchTitles(pool);
	matchPaths(pool, isRelated);
	matchAddresses(pool);
	for (const { present, entry } of findTexts(pool, lock, same))
		pool.take(present, entry);
	// A file that is still there is still that article, whatever it holds now; one that came back need not be.
	matchPaths(pool, ({ retracted }) => retracted === undefined);
	findDoubts(pool, lock);
	return { found: pool.found, doubts: pool.doubts, gone: [...pool.entries] };
}
