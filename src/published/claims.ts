/** Which articles fit an item, and which of several items an article is. */

import type { Evidence } from "./evidence.ts";
import {
	type ArticleTraits,
	hasSameDay,
	hasSameTitle,
	type ItemTraits,
	type Known,
} from "./traits.ts";

export type Find<T extends Known> = (item: ItemTraits) => ArticleTraits<T>[];

/** What fits more articles than these says nothing of any of them. */
const mostCandidates = 100;

/** Adds to the list that a map has for a key. */
function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}

/** Makes the function that finds the articles that an item may be. */
export function createFind<T extends Known>(
	{ listItemKeys, listArticleKeys, fits = () => true }: Omit<Evidence, "by">,
	articles: Iterable<ArticleTraits<T>>,
): Find<T> {
	const byKey = new Map<string, ArticleTraits<T>[]>();
	for (const article of articles)
		for (const key of listArticleKeys(article)) addTo(byKey, key, article);
	return (item) => {
		const found = listItemKeys(item).map((key) => byKey.get(key) ?? []);
		if (found.some(({ length }) => length > mostCandidates)) return [];
		return [...new Set(found.flat())].filter((article) => fits(item, article));
	};
}

/** The items that fit one article alone, by that article, and those that fit several. */
export interface Claims<T extends Known> {
	readonly single: ReadonlyMap<ArticleTraits<T>, readonly ItemTraits[]>;
	readonly several: ReadonlyMap<ItemTraits, readonly ArticleTraits<T>[]>;
}

/** Finds what each item fits. */
export function findClaims<T extends Known>(
	items: Iterable<ItemTraits>,
	find: Find<T>,
): Claims<T> {
	const single = new Map<ArticleTraits<T>, ItemTraits[]>();
	const several = new Map<ItemTraits, ArticleTraits<T>[]>();
	for (const item of items) {
		const candidates = find(item);
		const [article, ...others] = candidates;
		if (others.length > 0) several.set(item, candidates);
		else if (article !== undefined) addTo(single, article, item);
	}
	return { single, several };
}

/** How well an item agrees with an article besides its address. */
function rateAgreement(item: ItemTraits, article: ArticleTraits): number {
	return (
		Number(hasSameTitle(item, article)) +
		Number(hasSameDay(item, article)) +
		Number(item.date === article.date)
	);
}

/**
 * Chooses which of several items an article is. Two of one address are two entries of one article, of which the newest
 * comes first; where date and title are all that is known, nothing chooses; and a page that is many items' is none's.
 */
export function chooseItem(
	items: readonly ItemTraits[],
	article: ArticleTraits,
	{ by }: Evidence,
): ItemTraits | undefined {
	const [first, ...others] = items;
	if (others.length === 0) return first;
	if (by === "date and title") return undefined;
	const [best] = items.toSorted(
		(a, b) => rateAgreement(b, article) - rateAgreement(a, article),
	);
	return best && rateAgreement(best, article) > 0 ? best : undefined;
}
