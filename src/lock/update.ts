/** Brings a lock up to date with what is published now. */

import type { Article } from "../article.ts";
import { type Report, reportSome } from "../diagnostics.ts";
import { isRetracted } from "../select.ts";
import type { Identified } from "./identify.ts";
import {
	dateOf,
	isWithin,
	type LockedArticle,
	pathOf,
	type Range,
} from "./lock.ts";
import {
	describeEdit,
	describeExodus,
	describeMove,
	describeRetraction,
} from "./notices.ts";
import type { Present } from "./pool.ts";

/** What became of the articles of a lock, and what it says of them now. */
export interface Update {
	readonly articles: readonly LockedArticle[];
	readonly added: readonly Article[];
	readonly moved: readonly Article[];
	/** Their words have changed, and their authors did not say so. */
	readonly edited: readonly Article[];
	readonly retracted: readonly LockedArticle[];
}

/** Gives the paths of earlier addresses; a new domain makes none. */
function listFormer({ was = [], url }: LockedArticle, now: string): string[] {
	const path = pathOf(url);
	if (path === pathOf(now)) return [...was];
	return [...was.filter((one) => one !== path), path];
}

const unlessEqual = (time: number, other: number) =>
	time === other ? undefined : time;

/** What the lock says of an article's file. */
function describeFile(
	{ article, path, sketch }: Present,
	before?: LockedArticle,
) {
	const { url, title, date, updated, hash = "" } = article;
	const first = before?.date ?? date;
	return {
		path,
		url,
		title,
		date: first,
		redated: unlessEqual(date, first),
		updated: unlessEqual(updated, date),
		hash,
		sketch: before?.hash === hash ? before.sketch : sketch(),
	};
}

function addEntry(
	{ id, number = 0, retracted }: Article,
	present: Present,
): LockedArticle {
	const instant = typeof retracted === "number" ? retracted : undefined;
	return { number, id, ...describeFile(present), retracted: instant };
}

/** A change of id by its author's own hand: nobody else may ever have the old one. */
function listFormerIds({ id }: Article, entry: LockedArticle) {
	const { former = [], ids } = entry;
	if (id === entry.id) return former.length > 0 ? former : undefined;
	const given = Object.values(ids ?? {}).filter((one) => one !== undefined);
	return [...new Set([...former, entry.id, ...given])].filter(
		(one) => one !== id,
	);
}

/** Whether an entry says all that there is to say; most do, and stay the very ones that were read. */
function isUpToDate(
	article: Article,
	{ path }: Present,
	entry: LockedArticle,
	now: number,
): boolean {
	const { id, ids, url, title, date, updated, hash, retracted } = article;
	return (
		entry.path === path &&
		entry.hash === hash &&
		entry.url === url &&
		entry.title === title &&
		entry.id === id &&
		entry.ids === ids &&
		entry.retracted === (isRetracted(article, now) ? retracted : undefined) &&
		dateOf(entry) === date &&
		(entry.updated ?? date) === updated
	);
}

function updateEntry(
	article: Article,
	present: Present,
	entry: LockedArticle,
	now: number,
): LockedArticle {
	if (isUpToDate(article, present, entry, now)) return entry;
	const { retracted, id, url, ids } = article;
	const since = isRetracted(article, now)
		? retracted === true
			? now
			: retracted
		: undefined;
	return {
		...entry,
		...describeFile(present, entry),
		id,
		ids,
		former: listFormerIds(article, entry),
		was: listFormer(entry, url),
		retracted: since,
	};
}

/** Whether the words have changed and the author did not say so. */
function isEditedSilently(article: Article, entry: LockedArticle): boolean {
	const { hash, updated } = article;
	return hash !== entry.hash && updated === (entry.updated ?? dateOf(entry));
}

/**
 * Brings what a lock says of its articles up to date.
 * @param kept those that are published, or were; what has no number yet is none of the lock's
 * @param now in milliseconds since the epoch; since then is retracted what is gone
 */
export function updateArticles(
	{ found, present, gone }: Identified,
	kept: readonly Article[],
	entries: readonly LockedArticle[],
	now: number,
): Update {
	const updated = new Map<LockedArticle, LockedArticle>();
	const moved: Article[] = [];
	const edited: Article[] = [];
	const retracted: LockedArticle[] = [];
	for (const [article, entry] of found) {
		const one = present.get(article);
		if (one === undefined) continue;
		const next = updateEntry(article, one, entry, now);
		updated.set(entry, next);
		if (next.retracted !== undefined && entry.retracted === undefined)
			retracted.push(entry);
		if (one.path !== entry.path) moved.push(article);
		if (isEditedSilently(article, entry)) edited.push(article);
	}
	for (const entry of gone) {
		if (entry.retracted !== undefined) continue;
		retracted.push(entry);
		updated.set(entry, { ...entry, retracted: now });
	}
	const added = kept.filter(
		(article) => article.number !== undefined && !found.has(article),
	);
	const fresh = added.flatMap((article) => {
		const one = present.get(article);
		return one === undefined ? [] : [addEntry(article, one)];
	});
	return {
		articles: [...entries.map((one) => updated.get(one) ?? one), ...fresh],
		added,
		moved,
		edited,
		retracted,
	};
}

/** Marks the articles whose numbers lie in closed ranges. */
export function markClosed(
	articles: readonly LockedArticle[],
	ranges: readonly Range[],
): LockedArticle[] {
	return articles.map((article) => {
		const closed =
			ranges.some((range) => isWithin(article.number, range)) || undefined;
		return closed === article.closed ? article : { ...article, closed };
	});
}

/** Tells what became of the articles of the lock. */
export function reportUpdate(
	{ moved, edited, retracted, articles }: Update,
	found: Identified["found"],
	lockFile: string,
	report: Report,
): void {
	reportSome(
		moved.flatMap((article) => {
			const entry = found.get(article);
			return entry === undefined ? [] : [{ article, entry }];
		}),
		({ article, entry }) => describeMove(article, entry),
		report,
	);
	reportSome(edited, describeEdit, report);
	reportSome(retracted, (one) => describeRetraction(one, lockFile), report);
	const isMany =
		retracted.length >= 10 && retracted.length * 2 > articles.length;
	if (isMany)
		report(describeExodus(retracted.length, articles.length, lockFile));
}
