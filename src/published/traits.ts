/** By what items of a published feed and articles are compared, worked out once for each. */

import { type PageAddress, readPageAddress } from "./page-address.ts";
import type { PublishedItem } from "./published.ts";

/** What an article is known by. */
export interface Known {
	readonly file: string;
	/** Absolute, as its aliases. */
	readonly url: string;
	readonly title?: string | undefined;
	/** Milliseconds since the epoch. */
	readonly date: number;
	/** Addresses that it once had. */
	readonly aliases: readonly string[];
	readonly id: string;
}

interface Traits {
	readonly url?: string | undefined;
	/** Of the page; absent where its address is none of http(s). */
	readonly page?: PageAddress | undefined;
	/** The title's letters and digits; empty where there are none. */
	readonly title: string;
	/** Milliseconds since the epoch; NaN where unknown. */
	readonly date: number;
}

export interface ItemTraits extends Traits {
	readonly item: PublishedItem;
	/** The id, where it is an address. */
	readonly idPage?: PageAddress | undefined;
}

export interface ArticleTraits<T extends Known = Known> extends Traits {
	readonly article: T;
	readonly aliases: readonly PageAddress[];
}

/**
 * What is left of a title that no generator writes in another way: neither case, quotes and dashes nor blanks. The marks
 * of scripts that write vowels with them stay, those that choose an emoji's look do not.
 */
export function foldTitle(title: string | undefined): string {
	return (title ?? "")
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]|[\uFE00-\uFE0F]/gu, "");
}

/** When an item was published, as far as it says so. */
export const dateItem = ({ published, updated }: PublishedItem) =>
	published ?? updated ?? Number.NaN;

export function describeItem(item: PublishedItem): ItemTraits {
	const { id, url, title } = item;
	return {
		item,
		url,
		page: readPageAddress(url),
		idPage: readPageAddress(id),
		title: foldTitle(title),
		date: dateItem(item),
	};
}

export function describeArticle<T extends Known>(article: T): ArticleTraits<T> {
	const { url, title, date, aliases } = article;
	return {
		article,
		url,
		page: readPageAddress(url),
		aliases: aliases.flatMap((alias) => readPageAddress(alias) ?? []),
		title: foldTitle(title),
		date,
	};
}

const day = 24 * 60 * 60 * 1000;

/** The number of a day; NaN where unknown, which agrees with nothing. */
export const numberDay = (date: number) => Math.floor(date / day);

/** The days on which something may be dated that lies within 24 hours. */
export const listDaysAround = (date: number) =>
	[-1, 0, 1].map((days) => numberDay(date) + days);

/** Within 24 hours, since another time zone moves a date that is without a time. */
export const hasSameDay = (a: Traits, b: Traits) =>
	Math.abs(a.date - b.date) <= day;

export const hasSameTitle = (a: Traits, b: Traits) =>
	a.title !== "" && a.title === b.title;

export const isMidnight = (date: number) => date % day === 0;
