/**
 * What shows that an item is an article, the strongest first. Each finds by keys, so that ten thousand items meet ten
 * thousand articles in no time.
 */

import {
	type PageAddress,
	writePageKey,
	writePathKey,
} from "./page-address.ts";
import {
	type ArticleTraits,
	hasSameDay,
	hasSameTitle,
	type ItemTraits,
	isMidnight,
	listDaysAround,
	numberDay,
} from "./traits.ts";

export type MatchedBy = "id" | "address" | "date and title";

export interface Evidence {
	readonly by: MatchedBy;
	/** What agrees, in words. */
	readonly says: string;
	/** An item and an article that share a key may be one. */
	readonly listItemKeys: (item: ItemTraits) => readonly string[];
	readonly listArticleKeys: (article: ArticleTraits) => readonly string[];
	/** What no key can tell. */
	readonly fits?: (item: ItemTraits, article: ArticleTraits) => boolean;
}

const keyOf = (page: PageAddress | undefined) =>
	page === undefined ? [] : [writePageKey(page)];

/** An article whose id is merely its address has been given none. */
const givenId: Evidence = {
	by: "id",
	says: "the same id",
	listItemKeys: ({ item }) => [item.id],
	listArticleKeys: ({ article }) =>
		article.id === article.url ? [] : [article.id],
};

/** Before other spellings: a site may have `/news/` and `/news.html`. */
const writtenAddress: Evidence = {
	by: "address",
	says: "the same address",
	listItemKeys: ({ url }) => (url === undefined ? [] : [url]),
	listArticleKeys: ({ article }) => [article.url],
};

const listOwn = ({ page }: ArticleTraits) => keyOf(page);
const listFormer = ({ aliases }: ArticleTraits) => aliases.map(writePageKey);

const ofAddress = (
	listItemKeys: Evidence["listItemKeys"],
	listArticleKeys: Evidence["listArticleKeys"],
): Evidence => ({
	by: "address",
	says: "the same address",
	listItemKeys,
	listArticleKeys,
});

/** An item's link says where its page is now, its id where it once was. */
const addresses: readonly Evidence[] = [
	ofAddress(({ page }) => keyOf(page), listOwn),
	ofAddress(({ idPage }) => keyOf(idPage), listOwn),
	ofAddress(({ page }) => keyOf(page), listFormer),
	ofAddress(({ idPage }) => keyOf(idPage), listFormer),
];

const pageOf = ({ page, idPage }: ItemTraits) => page ?? idPage;

const pathOf = (page: PageAddress | undefined) =>
	page === undefined ? [] : [writePathKey(page)];

const samePath: Evidence = {
	by: "address",
	says: "the same path on another host",
	listItemKeys: (item) => pathOf(pageOf(item)),
	listArticleKeys: ({ page }) => pathOf(page),
};

/** The last parts of a path; none where it has fewer. */
function endOf(page: PageAddress | undefined, length: number): string[] {
	if (page === undefined || page.parts.length < length) return [];
	return [page.parts.slice(-length).join("/") + page.query];
}

/** The same last parts of a path, with date or title: a base path came or went with the other host. */
const samePathEnd = (length: number): Evidence => ({
	by: "address",
	says: "the same end of the address on another host, and date or title",
	listItemKeys: (item) =>
		endOf(pageOf(item), length).flatMap((end) => [
			`${end}\n${item.title}`,
			...listDaysAround(item.date).map((day) => `${end}\n\n${day}`),
		]),
	listArticleKeys: ({ page, title, date }) =>
		endOf(page, length).flatMap((end) => [
			`${end}\n${title}`,
			`${end}\n\n${numberDay(date)}`,
		]),
	fits: (item, article) =>
		hasSameTitle(item, article) || hasSameDay(item, article),
});

/** Longer ends agree no better. */
const longestEnd = 6;

/** The longest common end counts. */
const movedAddresses: readonly Evidence[] = [
	samePath,
	...Array.from({ length: longestEnd }, (_, i) => samePathEnd(longestEnd - i)),
];

const sameInstantAndTitle: Evidence = {
	by: "date and title",
	says: "the same instant and title",
	listItemKeys: ({ title, date }) => [`${date} ${title}`],
	listArticleKeys: ({ title, date }) => [`${date} ${title}`],
	fits: hasSameTitle,
};

const sameDayAndTitle: Evidence = {
	by: "date and title",
	says: "the same day and title",
	listItemKeys: ({ title, date }) =>
		listDaysAround(date).map((day) => `${day} ${title}`),
	listArticleKeys: ({ title, date }) => [`${numberDay(date)} ${title}`],
	fits: (item, article) =>
		hasSameTitle(item, article) && hasSameDay(item, article),
};

function hasMoved(
	items: readonly ItemTraits[],
	articles: readonly ArticleTraits[],
): boolean {
	const hosts = new Set(articles.map(({ page }) => page?.host));
	return items.every((item) => !hosts.has(pageOf(item)?.host ?? ""));
}

/** Lists what settles which article an item is; another host's addresses only where the whole site has moved. */
export function listEvidence(
	items: readonly ItemTraits[],
	articles: readonly ArticleTraits[],
): Evidence[] {
	return [
		givenId,
		writtenAddress,
		...addresses,
		...(hasMoved(items, articles) ? movedAddresses : []),
		sameInstantAndTitle,
		sameDayAndTitle,
	];
}

/** What gives a hint and no more. */
export const hints: readonly Omit<Evidence, "by">[] = [
	{
		says: "the title",
		listItemKeys: ({ title }) => [title],
		listArticleKeys: ({ title }) => [title],
		fits: hasSameTitle,
	},
	{
		says: "the instant",
		listItemKeys: ({ date }) => (isMidnight(date) ? [] : [String(date)]),
		listArticleKeys: ({ date }) => [String(date)],
		fits: (item, article) => item.date === article.date,
	},
	{
		says: "the last part of the address",
		listItemKeys: (item) => endOf(pageOf(item), 1),
		listArticleKeys: ({ page }) => endOf(page, 1),
	},
];
