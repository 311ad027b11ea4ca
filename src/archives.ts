/**
 * The parts of an archived feed (RFC 5005, section 4). The archive of an article follows from its own number alone: numbers
 * fall into ranges, and a range becomes an archive, whole and for ever, when all its articles have left the newest; until
 * then they are in the document that is subscribed to.
 */

import type { Article } from "./article.ts";
import { isWithin, type Range } from "./lock/lock.ts";

/** An archive and what is in it, newest first; nothing where all of it has been taken back. */
export interface Archive {
	readonly range: Range;
	readonly articles: readonly Article[];
}

/** The documents of a feed; no article is in two of them, and each in one. */
export interface FeedParts {
	readonly current: readonly Article[];
	/** In the order in which they came into being; one alone would have no link by which a reader finds it. */
	readonly archives: readonly Archive[];
}

/** Finds, of ranges in order, the one that holds a number, else how many come before it. */
function findRange(
	ranges: readonly Range[],
	number: number,
): { readonly index: number; readonly isIn: boolean } {
	let [low, high] = [0, ranges.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const range = ranges[middle];
		if (range === undefined) break;
		if (isWithin(number, range)) return { index: middle, isIn: true };
		if (number < range[0]) high = middle;
		else low = middle + 1;
	}
	return { index: low, isIn: false };
}

const inOrder = (ranges: readonly Range[]) =>
	[...ranges].sort(([a], [b]) => a - b);

/**
 * Finds the open range of a number, undefined in an archive. What lies between two archives is cut from its beginning, so
 * that another size leaves them as they are.
 */
function findOpenRange(
	closed: readonly Range[],
	size: number,
	number: number,
): Range | undefined {
	const { index, isIn } = findRange(closed, number);
	if (isIn) return undefined;
	const start = (closed[index - 1]?.[1] ?? 0) + 1;
	const end = (closed[index]?.[0] ?? Number.POSITIVE_INFINITY) - 1;
	const first = start + Math.floor((number - start) / size) * size;
	return [first, Math.min(first + size - 1, end)];
}

/**
 * Closes ranges whose articles have all left the newest.
 * @param articles those of the feed, newest first
 * @param closed the ranges that are archives, in the order in which they became it
 * @param last the highest number that an archive may have: what is newer has not stood in the current document yet
 * @param most so many may be closed
 * @returns all ranges that are archives now: those that were, and behind them the new ones
 */
export function closeRanges(
	articles: readonly Article[],
	closed: readonly Range[],
	{ limit, size }: { readonly limit: number; readonly size: number },
	last: number,
	most: number,
): Range[] {
	const ordered = inOrder(closed);
	const open = new Map<number, Range>();
	const newest = new Set<number>();
	for (const [index, { number }] of articles.entries()) {
		const range = number && findOpenRange(ordered, size, number);
		if (!range) continue;
		if (index < limit) newest.add(range[0]);
		if (range[1] <= last) open.set(range[0], range);
	}
	const left = [...open.values()].filter(([first]) => !newest.has(first));
	return [...closed, ...inOrder(left).slice(0, most)];
}

/** Parts a feed's articles by the ranges that are archives. */
export function partArticles(
	articles: readonly Article[],
	closed: readonly Range[],
): FeedParts {
	if (closed.length < 2) return { current: articles, archives: [] };
	const ordered = inOrder(closed);
	const held = new Map<Range | undefined, Article[]>();
	for (const article of articles) {
		const { index, isIn } = findRange(ordered, article.number ?? 0);
		const range = isIn ? ordered[index] : undefined;
		const list = held.get(range);
		if (list) list.push(article);
		else held.set(range, [article]);
	}
	return {
		current: held.get(undefined) ?? [],
		archives: closed.map((range) => ({
			range,
			articles: held.get(range) ?? [],
		})),
	};
}
