/** Gives each article the id that its subscribers know it by, and a new one an id that nobody ever had. */

import type { Article } from "../article.ts";
import { compareText } from "../characters.ts";
import type { Report } from "../diagnostics.ts";
import { createTag } from "../identity.ts";
import {
	type Lock,
	type LockedArticle,
	type LockMode,
	listIds,
	pathOf,
} from "./lock.ts";
import { matchArticles, type Present } from "./match.ts";
import {
	describeDoubt,
	describeIdChange,
	describeNew,
	describeTaken,
	reportSome,
} from "./notices.ts";

/** What identifying asks of the world round it. */
export interface Surroundings {
	readonly lock: Lock;
	/** The lock's name, for messages. */
	readonly file: string;
	readonly mode: LockMode;
	/** Milliseconds since the epoch. */
	readonly now: number;
	/** Paths of files that could not be read, and of those that hold no published article. */
	readonly busy: ReadonlySet<string>;
	readonly hidden: ReadonlySet<string>;
	readonly reportArticle: Report;
}

export interface Identified {
	/** With their ids, in the order in which they came. */
	readonly articles: readonly Article[];
	/** Those of the lock that are there, by their articles. */
	readonly found: ReadonlyMap<Article, LockedArticle>;
	/** How to find out what an article's text is like. */
	readonly present: ReadonlyMap<Article, Present>;
	readonly gone: readonly LockedArticle[];
}

/** Gives the ids and addresses that a new article cannot have. */
function findTaken(
	{ articles }: Lock,
	found: ReadonlyMap<Present, LockedArticle>,
) {
	const staying = new Set<LockedArticle>();
	for (const [{ article }, entry] of found)
		if (pathOf(article.url) === pathOf(entry.url)) staying.add(entry);
	const paths = articles.flatMap((entry) => [
		...(entry.was ?? []),
		...(staying.has(entry) ? [] : [pathOf(entry.url)]),
	]);
	return { ids: new Set(articles.flatMap(listIds)), paths: new Set(paths) };
}

/** Gives a known article its id; what its author writes wins, and says so. */
function identifyKnown(
	article: Article,
	entry: LockedArticle,
	taken: ReadonlySet<string>,
	{ mode, now, reportArticle }: Surroundings,
): Article {
	const { ownId } = article;
	const { number, id, ids } = entry;
	const isKnown =
		ownId === undefined ||
		ownId === id ||
		Object.values(ids ?? {}).includes(ownId);
	const retracted =
		article.retracted === true
			? (entry.retracted ?? (mode === "read" || now))
			: article.retracted;
	if (isKnown) return { ...article, id, ids, number, retracted };
	if (taken.has(ownId)) reportArticle(describeTaken(article, ownId));
	else reportArticle(describeIdChange(article, id, mode));
	return { ...article, id: ownId, number, retracted };
}

/** Gives a new article its id, and the same one however many are new. */
function identifyNew(
	article: Article,
	taken: { readonly ids: Set<string>; readonly paths: ReadonlySet<string> },
	reportArticle: Report,
): Article {
	const { ownId, url, date } = article;
	if (ownId !== undefined) {
		if (taken.ids.has(ownId)) reportArticle(describeTaken(article, ownId));
		return article;
	}
	if (!taken.ids.has(url) && !taken.paths.has(pathOf(url))) return article;
	const id = createTag(url, date, (tag) => taken.ids.has(tag));
	taken.ids.add(id);
	return { ...article, id };
}

const compareFirst = (a: Present, b: Present) =>
	a.article.date - b.article.date || compareText(a.path, b.path);

/** Identifies articles by a lock, and reports what is new, doubtful, or known by another id from now on. */
export function identifyArticles(
	present: readonly Present[],
	around: Surroundings,
): Identified {
	const { lock, mode, now, reportArticle, file } = around;
	const { found, doubts, gone } = matchArticles(lock, present, around);
	const taken = findTaken(lock, found);
	if (mode !== "accept")
		for (const doubt of doubts) reportArticle(describeDoubt(doubt));
	const known = new Map<Present, Article>();
	for (const [one, entry] of found)
		known.set(one, identifyKnown(one.article, entry, taken.ids, around));
	const fresh = present.filter((one) => !found.has(one)).sort(compareFirst);
	let last = lock.articles.reduce((max, one) => Math.max(max, one.number), 0);
	for (const one of fresh) {
		const article = identifyNew(one.article, taken, reportArticle);
		const isDue = article.date <= now && article.retracted === undefined;
		known.set(
			one,
			mode !== "read" && isDue ? { ...article, number: ++last } : article,
		);
	}
	if (mode === "read" && doubts.length === 0)
		reportSome(
			fresh.filter(({ article: { date } }) => date <= now),
			(one) => describeNew(known.get(one) ?? one.article, file),
			reportArticle,
		);
	const identify = (one: Present) => known.get(one) ?? one.article;
	return {
		articles: present.map(identify),
		found: new Map([...found].map(([one, entry]) => [identify(one), entry])),
		present: new Map(present.map((one) => [identify(one), one])),
		gone: [...gone, ...doubts.map(({ entry }) => entry)],
	};
}
