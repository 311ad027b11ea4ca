/**
 * What two branches wrote into the lock, made one: git puts their lines together, and where both gave a number to a new
 * article, or both changed one article's line, that is settled here.
 */

import { compareText } from "../characters.ts";
import type { Lock, LockedArticle, LockedFeed, Range } from "./lock.ts";

/** A lock in which each id and each number stands once, and what was given another number for it. */
export interface Settled {
	readonly lock: Lock;
	readonly renumbered: readonly LockedArticle[];
}

/** Gathers what has one key, in its order. */
function groupBy<T>(items: readonly T[], key: (item: T) => string | number) {
	const groups = new Map<string | number, [T, ...T[]]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group === undefined) groups.set(key(item), [item]);
		else group.push(item);
	}
	return [...groups.values()];
}

/** Both branches changed one article: what is said of its file is found anew by this very build. */
function uniteArticle(
	lines: readonly [LockedArticle, ...LockedArticle[]],
): LockedArticle {
	const [first] = lines;
	const chosen =
		lines.find(({ closed }) => closed) ??
		lines.reduce((a, b) => (b.number < a.number ? b : a), first);
	const gather = (key: "former" | "was") => [
		...new Set(lines.flatMap((line) => line[key] ?? [])),
	];
	return { ...chosen, former: gather("former"), was: gather("was") };
}

const overlaps = ([a, b]: Range, [c, d]: Range) => a <= d && c <= b;

function uniteFeed(lines: readonly [LockedFeed, ...LockedFeed[]]): LockedFeed {
	const [longest, ...others] = [...lines].sort(
		(a, b) => (b.archives?.length ?? 0) - (a.archives?.length ?? 0),
	);
	const archives = [...(longest?.archives ?? [])];
	for (const range of others.flatMap(({ archives = [] }) => archives))
		if (!archives.some((other) => overlaps(other, range))) archives.push(range);
	return { ...lines[0], archives };
}

/** Those that are in an archive first, since it would change; then the oldest. */
function compareClaims(a: LockedArticle, b: LockedArticle): number {
	return (
		Number(b.closed ?? false) - Number(a.closed ?? false) ||
		a.date - b.date ||
		compareText(a.id, b.id)
	);
}

/** A number that came into an archive on one branch was given to another article on the other one. */
function isLate({ number, closed }: LockedArticle, ranges: readonly Range[]) {
	return !closed && ranges.some(([from, to]) => number >= from && number <= to);
}

/** Finds those whose number is another article's. */
function findLosers(
	articles: readonly LockedArticle[],
	ranges: readonly Range[],
): LockedArticle[] {
	return groupBy(articles, ({ number }) => number).flatMap((claimants) => {
		const [owner, ...others] = [...claimants].sort(compareClaims);
		return owner !== undefined && isLate(owner, ranges)
			? [owner, ...others]
			: others;
	});
}

/** Settles what a merge has put together; a lock that no merge has touched stays as it is. */
export function settleLock(lock: Lock): Settled {
	const articles = groupBy(lock.articles, ({ id }) => id).map((lines) =>
		lines.length === 1 ? lines[0] : uniteArticle(lines),
	);
	const feeds = groupBy(lock.feeds, ({ path }) => path).map((lines) =>
		lines.length === 1 ? lines[0] : uniteFeed(lines),
	);
	const ranges = feeds.flatMap(({ archives = [] }) => archives);
	const losers = findLosers(articles, ranges);
	if (losers.length === 0) return { lock: { feeds, articles }, renumbered: [] };
	let last = articles.reduce((max, { number }) => Math.max(max, number), 0);
	const ordered = [...losers].sort(
		(a, b) => a.number - b.number || compareClaims(a, b),
	);
	const renumbered = ordered.map((article) => ({
		...article,
		number: ++last,
		closed: undefined,
	}));
	const changed = new Set(losers);
	const kept = articles.filter((article) => !changed.has(article));
	return { lock: { feeds, articles: [...kept, ...renumbered] }, renumbered };
}
