/** Gives each article the id that its subscribers know it by, and a new one an id that nobody ever had. */

import type { Article } from "../article.ts";
import { compareText } from "../characters.ts";
import { type Report, reportSome } from "../diagnostics.ts";
import { createTag } from "../identity.ts";
import { isRetracted } from "../select.ts";
import {
	type Lock,
	type LockedArticle,
	type LockMode,
	listIds,
	pathOf,
} from "./lock.ts";
import { matchArticles } from "./match.ts";
import {
	describeDoubt,
	describeIdChange,
	describeNew,
	describeTag,
	describeTaken,
} from "./notices.ts";
import type { Present } from "./pool.ts";

/** What identifying asks of the world round it. */
export interface Surroundings {
	readonly lock: Lock;
	/** The lock's name, for messages. */
	readonly file: string;
	readonly mode: LockMode;
	/** Milliseconds since the epoch. */
	readonly now: number;
	/** Paths of files that are there and hold no published article: drafts, and what could not be read. */
	readonly taken: ReadonlySet<string>;
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
): Article | undefined {
	const { ownId } = article;
	const { number, id, ids, former = [] } = entry;
	const retracted =
		article.retracted === true
			? (entry.retracted ?? (mode === "read" || now))
			: article.retracted;
	const isKnown =
		ownId === undefined ||
		ownId === id ||
		Object.values(ids ?? {}).includes(ownId);
	if (isKnown) return { ...article, id, ids, number, retracted };
	// One's own former id may be taken again.
	const isTaken = taken.has(ownId) && !former.includes(ownId);
	const diagnostic = isTaken
		? describeTaken(article, ownId)
		: describeIdChange(article, id, mode);
	reportArticle(diagnostic);
	return diagnostic.severity === "error"
		? undefined
		: { ...article, id: ownId, number, retracted };
}

/** Gives a new article its id, and the same one however many are new. */
function identifyNew(
	article: Article,
	taken: { readonly ids: Set<string>; readonly paths: ReadonlySet<string> },
	reportArticle: Report,
): Article | undefined {
	const { ownId, url, date } = article;
	if (ownId !== undefined && taken.ids.has(ownId)) {
		reportArticle(describeTaken(article, ownId));
		return undefined;
	}
	const isFree = !taken.ids.has(url) && !taken.paths.has(pathOf(url));
	if (ownId !== undefined || isFree) return article;
	const id = createTag(url, date, (tag) => taken.ids.has(tag));
	taken.ids.add(id);
	reportArticle(describeTag(article, id));
	return { ...article, id };
}

const compareFirst = (a: Present, b: Present) =>
	a.article.date - b.article.date || compareText(a.path, b.path);

/** Numbers the new articles that are published now, in the order of their dates. */
function numberNew(
	fresh: readonly Present[],
	known: Map<Present, Article>,
	{ lock, now }: Surroundings,
): void {
	let last = lock.articles.reduce((max, one) => Math.max(max, one.number), 0);
	for (const one of fresh) {
		const article = known.get(one);
		if (article !== undefined && isDue(article, now))
			known.set(one, { ...article, number: ++last });
	}
}

const isDue = (article: Article, now: number) =>
	article.date <= now && !isRetracted(article, now);

/**
 * Identifies articles by a lock, and reports what is new, doubtful, or known by another id from now on. What an author has to
 * settle first is left out, and its line of the lock stays as it is.
 */
export function identifyArticles(
	present: readonly Present[],
	around: Surroundings,
): Identified {
	const { lock, mode, now, reportArticle, file } = around;
	const { found, doubts, gone } = matchArticles(lock, present, around.taken);
	const taken = findTaken(lock, found);
	const doubtful = new Set(
		mode === "accept" ? [] : doubts.map(({ present }) => present),
	);
	if (mode !== "accept")
		for (const doubt of doubts) reportArticle(describeDoubt(doubt));
	const known = new Map<Present, Article>();
	const know = (one: Present, article: Article | undefined) =>
		article && known.set(one, article);
	for (const [one, entry] of found)
		know(one, identifyKnown(one.article, entry, taken.ids, around));
	const fresh = present
		.filter((one) => !found.has(one) && !doubtful.has(one))
		.sort(compareFirst);
	for (const one of fresh)
		know(one, identifyNew(one.article, taken, reportArticle));
	if (mode !== "read") numberNew(fresh, known, around);
	else
		reportSome(
			fresh
				.flatMap((one) => known.get(one) ?? [])
				.filter((one) => isDue(one, now)),
			(article) => describeNew(article, file),
			reportArticle,
		);
	const identified = present.flatMap((one) => {
		const article = known.get(one);
		return article === undefined ? [] : [{ one, article }];
	});
	return {
		articles: identified.map(({ article }) => article),
		found: new Map(
			identified.flatMap(({ one, article }) => {
				const entry = found.get(one);
				return entry === undefined ? [] : [[article, entry] as const];
			}),
		),
		present: new Map(identified.map(({ one, article }) => [article, one])),
		gone:
			mode === "accept" ? [...gone, ...doubts.map(({ entry }) => entry)] : gone,
	};
}
