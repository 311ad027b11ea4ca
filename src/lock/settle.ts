/**
 * What two branches wrote into the lock, made one: git puts their lines together, and where both gave a number to a new
 * article, or both changed one article's line, that is settled here.
 */

import { compareText } from "../characters.ts";
import {
	isWithin,
	keyOfFeed,
	type Lock,
	type LockedArticle,
	type LockedFeed,
	type Range,
} from "./lock.ts";

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

/** Gathers the lines of one article: those of one id, and of an id that another line has given up. */
function groupArticles(articles: readonly LockedArticle[]) {
	const owners = new Map<string, string>();
	for (const { id, former = [] } of articles)
		for (const one of former) if (one !== id) owners.set(one, id);
	const idOf = (id: string): string => {
		const seen = new Set([id]);
		for (let next = owners.get(id); next && !seen.has(next); ) {
			seen.add(next);
			id = next;
			next = owners.get(id);
		}
		return id;
	};
	return groupBy(articles, ({ id }) => idOf(id));
}

/** Both branches changed one article: what is said of its file is found anew by this very build. */
function uniteArticle(
	lines: readonly [LockedArticle, ...LockedArticle[]],
): LockedArticle {
	const former = [...new Set(lines.flatMap((line) => line.former ?? []))];
	const was = [...new Set(lines.flatMap((line) => line.was ?? []))];
	const [first = lines[0]] = [...lines].sort(
		(a, b) =>
			Number(former.includes(a.id)) - Number(former.includes(b.id)) ||
			compareClaims(a, b),
	);
	const [number] = [...lines].sort(compareClaims);
	const ids = lines.find((line) => line.id === first.id && line.ids)?.ids;
	return {
		...first,
		ids,
		former: former.filter((id) => id !== first.id),
		was,
		number: number?.number ?? first.number,
		closed: number?.closed,
	};
}

const overlaps = ([a, b]: Range, [c, d]: Range) => a <= d && c <= b;

function uniteFeed(lines: readonly [LockedFeed, ...LockedFeed[]]): LockedFeed {
	const [longest, ...others] = [...lines].sort(
		(a, b) => (b.archives?.length ?? 0) - (a.archives?.length ?? 0),
	);
	const archives = [...(longest?.archives ?? [])];
	for (const range of others.flatMap(({ archives = [] }) => archives))
		if (!archives.some((other) => overlaps(other, range))) archives.push(range);
	const hasNone = lines.every((line) => line.archives === undefined);
	return hasNone ? lines[0] : { ...lines[0], archives };
}

/** Those that are in an archive first, since it would change; then the oldest. */
function compareClaims(a: LockedArticle, b: LockedArticle): number {
	return (
		Number(b.closed ?? false) - Number(a.closed ?? false) ||
		(a.id === b.id ? a.number - b.number : 0) ||
		a.date - b.date ||
		compareText(a.id, b.id)
	);
}

/** A number that came into an archive on one branch was given to another article on the other one. */
function isLate({ number, closed }: LockedArticle, ranges: readonly Range[]) {
	return !closed && ranges.some((range) => isWithin(number, range));
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
	const articles = groupArticles(lock.articles).map((lines) =>
		lines.length === 1 ? lines[0] : uniteArticle(lines),
	);
	const feeds = groupBy(lock.feeds, keyOfFeed).map((lines) =>
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
