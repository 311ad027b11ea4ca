/**
 * Which article each item of a published feed is. An article is one item's at most; what is not certain is left to the
 * site's owner, since an article that gets another's id is hidden from those who have read that one.
 */

import { chooseItem, createFind, type Find, findClaims } from "./claims.ts";
import {
	type Evidence,
	hints,
	listEvidence,
	type MatchedBy,
} from "./evidence.ts";
import type { PublishedItem } from "./published.ts";
import {
	type ArticleTraits,
	describeArticle,
	describeItem,
	type ItemTraits,
	type Known,
} from "./traits.ts";

interface Matched<T> {
	readonly kind: "matched";
	readonly item: PublishedItem;
	readonly article: T;
	/** `id` where the article has the item's id already. */
	readonly by: MatchedBy;
}

interface Doubtful<T> {
	readonly kind: "doubtful";
	readonly item: PublishedItem;
	readonly candidates: readonly T[];
	/** A sentence without its full stop. */
	readonly because: string;
}

interface Unmatched {
	readonly kind: "unmatched";
	readonly item: PublishedItem;
}

export type ItemMatch<T extends Known = Known> =
	| Matched<T>
	| Doubtful<T>
	| Unmatched;

interface Doubt<T extends Known> {
	readonly candidates: readonly ArticleTraits<T>[];
	readonly because: string;
}

/** How far the matching has come. */
interface Progress<T extends Known> {
	/** Items without an article. */
	readonly open: Set<ItemTraits>;
	/** Articles without an item. */
	readonly free: Set<ArticleTraits<T>>;
	readonly matches: Map<ItemTraits, Matched<T>>;
	readonly doubts: Map<ItemTraits, Doubt<T>>;
}

/** Keeps to what stronger evidence has left open. */
function narrow<T extends Known>(
	find: Find<T>,
	{ doubts }: Progress<T>,
): Find<T> {
	return (item) => {
		const left = doubts.get(item)?.candidates;
		return find(item).filter((article) => left?.includes(article) ?? true);
	};
}

function match<T extends Known>(
	traits: ItemTraits,
	of: ArticleTraits<T>,
	evidence: Evidence,
	{ open, free, matches }: Progress<T>,
): void {
	const { item } = traits;
	const { article } = of;
	const by = item.id === article.id ? "id" : evidence.by;
	matches.set(traits, { kind: "matched", item, article, by });
	open.delete(traits);
	free.delete(of);
}

/** Matches what one kind of evidence settles, and keeps in mind what it leaves open. */
function settle<T extends Known>(
	evidence: Evidence,
	progress: Progress<T>,
): void {
	const { open, free, doubts } = progress;
	const find = narrow(createFind(evidence, free), progress);
	const { single, several } = findClaims(open, find);
	for (const [item, candidates] of several) {
		const because = `several articles fit: ${evidence.says}`;
		doubts.set(item, { candidates, because });
	}
	for (const [article, items] of single) {
		const because = `several items fit this article: ${evidence.says}`;
		const chosen = chooseItem(items, article, evidence);
		if (chosen !== undefined) match(chosen, article, evidence, progress);
		else
			for (const item of items)
				doubts.set(item, { candidates: [article], because });
	}
}

/** Doubts about items of which nothing is known yet. */
function addDoubts<T extends Known>(
	{ open, doubts }: Progress<T>,
	find: Find<T>,
	because: string,
): void {
	for (const item of open) {
		if (doubts.has(item)) continue;
		const candidates = find(item);
		if (candidates.length > 0) doubts.set(item, { candidates, because });
	}
}

/** What fits several articles is no hint. */
function findOnly<T extends Known>(find: Find<T>): Find<T> {
	return (item) => {
		const found = find(item);
		return found.length === 1 ? found : [];
	};
}

function doubtTheRest<T extends Known>(
	evidence: readonly Evidence[],
	articles: readonly ArticleTraits<T>[],
	progress: Progress<T>,
): void {
	for (const each of evidence) {
		const because = "another item fits this article better";
		addDoubts(progress, createFind(each, articles), because);
	}
	for (const hint of hints) {
		const because = `${hint.says} alone is the same`;
		addDoubts(progress, findOnly(createFind(hint, progress.free)), because);
	}
}

function conclude<T extends Known>(
	traits: ItemTraits,
	{ matches, doubts }: Progress<T>,
): ItemMatch<T> {
	const { item } = traits;
	const matched = matches.get(traits);
	if (matched !== undefined) return matched;
	const doubt = doubts.get(traits);
	if (doubt === undefined) return { kind: "unmatched", item };
	const candidates = doubt.candidates.map(({ article }) => article);
	return { kind: "doubtful", item, candidates, because: doubt.because };
}

/** Finds the article of each item, in the order of the items. */
export function matchItems<T extends Known>(
	items: readonly PublishedItem[],
	articles: readonly T[],
): ItemMatch<T>[] {
	const ofItems = items.map(describeItem);
	const ofArticles = articles.map(describeArticle);
	const progress: Progress<T> = {
		open: new Set(ofItems),
		free: new Set(ofArticles),
		matches: new Map(),
		doubts: new Map(),
	};
	const evidence = listEvidence(ofItems, ofArticles);
	for (const each of evidence) settle(each, progress);
	doubtTheRest(evidence, ofArticles, progress);
	return ofItems.map((item) => conclude(item, progress));
}
