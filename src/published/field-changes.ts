/** What of an item has changed in a way that its readers can see. */

import { toPlainLine } from "../characters.ts";
import { formContent } from "./content-form.ts";
import type { PublishedItem } from "./published.ts";

export type FieldName =
	| "title"
	| "address"
	| "published"
	| "updated"
	| "authors"
	| "tags"
	| "summary"
	| "content"
	| "enclosures";

/** Writes a field so that what looks alike is equal; empty where the item has none. */
type WriteField = (item: PublishedItem) => string;

/** RSS knows no fractions of a second. */
const writeTime = (time: number | undefined) =>
	time === undefined ? "" : String(Math.floor(time / 1000));

/** In no order that matters. */
const writeList = (texts: readonly string[]) =>
	texts.map(toPlainLine).sort().join("\n");

const writeAddress = (url: string) =>
	URL.canParse(url) ? new URL(url).href : url;

const fields: Readonly<Record<FieldName, WriteField>> = {
	title: ({ title = "" }) => toPlainLine(title),
	address: ({ url = "" }) => writeAddress(url),
	published: ({ published }) => writeTime(published),
	updated: ({ updated }) => writeTime(updated),
	authors: ({ authors }) => writeList(authors),
	tags: ({ tags }) => writeList(tags),
	summary: ({ summary = "" }) => toPlainLine(summary),
	content: ({ content = "", url }) => formContent(content, url),
	enclosures: ({ enclosures }) => writeList(enclosures.map(writeAddress)),
};

const isCarried = (write: WriteField, items: readonly PublishedItem[]) =>
	items.some((item) => write(item) !== "");

/** Lists the fields that both of two feeds have: an RSS without content says nothing of how content has changed. */
export function listSharedFields(
	before: readonly PublishedItem[],
	after: readonly PublishedItem[],
): FieldName[] {
	return Object.entries(fields)
		.filter(([, write]) => isCarried(write, before) && isCarried(write, after))
		.map(([name]) => name as FieldName);
}

/** Lists those of the fields in which an item differs from what it was. */
export function listChangedFields(
	was: PublishedItem,
	item: PublishedItem,
	among: readonly FieldName[],
): FieldName[] {
	return among.filter((name) => fields[name](was) !== fields[name](item));
}
