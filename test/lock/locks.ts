/** Lines of a lock that say what a test is about and nothing else. */

import type { LockedArticle, LockedFeed } from "../../src/lock/lock.ts";

export const createEntry = (
	more: Partial<LockedArticle> = {},
): LockedArticle => ({
	number: 1,
	id: "https://x.org/a/",
	path: "articles/a.md",
	url: "https://x.org/a/",
	date: Date.UTC(2024, 0, 2),
	title: "A",
	hash: "hash-of-a",
	sketch: "",
	...more,
});

export const createFeed = (more: Partial<LockedFeed> = {}): LockedFeed => ({
	path: "/",
	id: "https://x.org/",
	...more,
});
