/** The articles of a lock and those that are there, as far as it is still open which is which. */

import type { Article } from "../article.ts";
import type { LockedArticle } from "./lock.ts";

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

/** Those of both sides that share a key. */
export interface Group {
	readonly entries: readonly LockedArticle[];
	readonly present: readonly Present[];
}

type Fits = (entry: LockedArticle, present: Present) => boolean;

/** More pairs are not looked at one by one: so many of one key tell nothing. */
export const maxPairs = 250_000;

/** What is left to be matched, and what has been. */
export class Pool {
	readonly found = new Map<Present, LockedArticle>();
	readonly doubts: Doubt[] = [];
	readonly entries: Set<LockedArticle>;
	readonly present: Set<Present>;

	constructor(entries: Iterable<LockedArticle>, present: Iterable<Present>) {
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
		keysOf: (entry: LockedArticle) => readonly string[],
		keyOf: (present: Present) => string | undefined,
	): Group[] {
		const groups = new Map<
			string,
			{ entries: LockedArticle[]; present: Present[] }
		>();
		for (const present of this.present) {
			const key = keyOf(present);
			if (key === undefined) continue;
			const group = groups.get(key);
			if (group) group.present.push(present);
			else groups.set(key, { entries: [], present: [present] });
		}
		if (groups.size === 0) return [];
		for (const entry of this.entries)
			for (const key of new Set(keysOf(entry)))
				groups.get(key)?.entries.push(entry);
		return [...groups.values()].filter(({ entries }) => entries.length > 0);
	}

	/** Takes each pair of a group in its order, each article and each entry once. */
	takeInOrder({ entries, present }: Group): void {
		const left = entries.filter((entry) => this.entries.has(entry));
		for (const [index, entry] of left.entries()) {
			const one = present[index];
			if (one !== undefined) this.take(one, entry);
		}
	}

	/** Takes each pair of a group that fits. */
	takeWhere({ entries, present }: Group, fits: Fits): void {
		if (entries.length * present.length > maxPairs) return;
		for (const one of present) {
			const entry = entries.find(
				(entry) => this.entries.has(entry) && fits(entry, one),
			);
			if (entry !== undefined) this.take(one, entry);
		}
	}
}
