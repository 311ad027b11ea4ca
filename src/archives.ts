/**
 * The parts of an archived feed (RFC 5005, section 4). The archive of an article follows from its own number alone, so no
 * document ever shifts: numbers fall into ranges, and a range becomes an archive, whole, when all its articles have left
 * the newest; until then they are in the document that is subscribed to.
 */

import type { Article } from "./article.ts";
import type { Range } from "./lock/lock.ts";

/** An archive and what is in it, newest first. */
export interface Archive {
	readonly range: Range;
	readonly articles: readonly Article[];
}

/** The documents of a feed; no article is in two of them, and each in one. */
export interface FeedParts {
	readonly current: readonly Article[];
	/** The oldest first; one alone would have no link by which a reader finds it. */
	readonly archives: readonly Archive[];
}

/** Cuts what lies between two archives; only behind the last one may a range be left unfinished. */
function cutGap(first: number, last: number, size: number): Range[] {
	const ranges: Range[] = [];
	for (let start = first; start <= last; start += size)
		ranges.push([start, Math.min(start + size - 1, last)]);
	return ranges;
}

/** Gives the ranges that are no archives yet and are full, in order; a new size leaves those that are as they are. */
function findOpenRanges(
	closed: readonly Range[],
	size: number,
	last: number,
): Range[] {
	const open: Range[] = [];
	let next = 1;
	for (const [first, end] of [...closed].sort(([a], [b]) => a - b)) {
		open.push(...cutGap(next, first - 1, size));
		next = end + 1;
	}
	const full = last - ((last - next + 1) % size);
	return [...open, ...cutGap(next, full, size)];
}

const isWithin = (number: number, [first, last]: Range) =>
	number >= first && number <= last;

/**
 * Closes each range whose articles have all left the newest.
 * @param articles those of the feed, newest first
 * @param closed the ranges that are archives, in the order in which they became it
 * @param last the highest number that any article has
 * @returns all ranges that are archives now: those that were, and behind them the new ones
 */
export function closeRanges(
	articles: readonly Article[],
	closed: readonly Range[],
	{ limit, size }: { readonly limit: number; readonly size: number },
	last: number,
): Range[] {
	const newest = articles.slice(0, limit).flatMap(({ number }) => number ?? []);
	const isLeft = (range: Range) =>
		!newest.some((number) => isWithin(number, range));
	return [...closed, ...findOpenRanges(closed, size, last).filter(isLeft)];
}

/** Parts a feed's articles by the ranges that are archives. */
export function partArticles(
	articles: readonly Article[],
	closed: readonly Range[],
): FeedParts {
	const archives = closed.map((range) => ({
		range,
		articles: [] as Article[],
	}));
	const current: Article[] = [];
	const ordered = [...archives].sort((a, b) => a.range[0] - b.range[0]);
	for (const article of articles)
		(findArchive(ordered, article.number)?.articles ?? current).push(article);
	const filled = archives.filter(({ articles }) => articles.length > 0);
	return filled.length > 1
		? { current, archives: filled }
		: { current: articles, archives: [] };
}

/** Finds the archive of a number, in ranges that are in order. */
function findArchive<Part extends { readonly range: Range }>(
	parts: readonly Part[],
	number: number | undefined,
): Part | undefined {
	if (number === undefined) return undefined;
	let [low, high] = [0, parts.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const part = parts[middle];
		if (part === undefined) return undefined;
		if (isWithin(number, part.range)) return part;
		if (number < part.range[0]) high = middle;
		else low = middle + 1;
	}
	return undefined;
}
