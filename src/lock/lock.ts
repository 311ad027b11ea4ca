/**
 * What has been published, as the file `feeds.lock.json` remembers it, so that nothing is ever shown twice: by which id
 * subscribers know each article and each feed, whatever becomes of files, titles, addresses and domains.
 */

import type { FormatIds } from "../model.ts";

/** What one article was when it was last built. */
export interface LockedArticle {
	/** In the order of first publication, from 1; it settles which archive an article is in. */
	readonly number: number;
	/** By which it was first published. */
	readonly id: string;
	/** Where the feeds of an adopted site knew it by different ids. */
	readonly ids?: FormatIds | undefined;
	/** Ids that its author has given up; nobody else may ever have them. */
	readonly former?: readonly string[] | undefined;
	/** Its file, relative to the configuration's folder, with `/`. */
	readonly path: string;
	readonly url: string;
	/** The paths of earlier addresses, the last one last. */
	readonly was?: readonly string[] | undefined;
	/** When it was first dated; milliseconds since the epoch, as all instants here. */
	readonly date: number;
	/** Its present date, where that is another. */
	readonly redated?: number | undefined;
	/** Where it is another than the present date. */
	readonly updated?: number | undefined;
	readonly title?: string | undefined;
	/** Of title, description and text, by which a change is noticed. */
	readonly hash: string;
	/** Of the text, by which a similar one is known; empty for a short one. */
	readonly sketch: string;
	/** Whether its number lies in a closed range of some feed, so that it can't be given another one. */
	readonly closed?: boolean | undefined;
	/** Since when it is no longer published. */
	readonly retracted?: number | undefined;
}

/** A range of numbers, both ends included. */
export type Range = readonly [first: number, last: number];

export const isWithin = (number: number | undefined, [first, last]: Range) =>
	number !== undefined && number >= first && number <= last;

export interface LockedFeed {
	/** Begins and ends with `/`. */
	readonly path: string;
	/** Atom's. */
	readonly id: string;
	/** What the feed is for, in a family (example: `tag:news`). */
	readonly of?: string | undefined;
	/** Which articles it is for, as JSON, where that is not all. */
	readonly where?: string | undefined;
	/** The ranges that have become archives, in the order in which they did; absent where there never were to be any. */
	readonly archives?: readonly Range[] | undefined;
}

/** What makes a feed's line its own. */
export const keyOfFeed = ({
	path,
	of,
	where,
}: Pick<LockedFeed, "path" | "of" | "where">) =>
	JSON.stringify([path, of ?? "", where ?? ""]);

export interface Lock {
	readonly feeds: readonly LockedFeed[];
	readonly articles: readonly LockedArticle[];
}

/**
 * What a build may do to the lock. `keep`: bring it up to date; `accept`: what is doubtful is new, too; `read`: nothing,
 * as in CI, where new articles are built without it; `frozen`: nothing, and any change is an error.
 */
export type LockMode = "keep" | "accept" | "read" | "frozen";

/** Whether a build writes the lock. */
export const isKept = (mode: LockMode) => mode === "keep" || mode === "accept";

export const LOCK_FILE = "feeds.lock.json";

export const emptyLock: Lock = { feeds: [], articles: [] };

/** Gives every id by which an article is or was known. */
export function listIds({ id, ids, former }: LockedArticle): string[] {
	const ofFormats = Object.values(ids ?? {}).filter((one) => one !== undefined);
	return [id, ...ofFormats, ...(former ?? [])];
}

/** The present date of an article. */
export function dateOf({ date, redated }: LockedArticle): number {
	return redated ?? date;
}

/** The part of an address that a new domain leaves as it is. */
export function pathOf(url: string): string {
	const { pathname, search } = new URL(url);
	return pathname + search;
}
