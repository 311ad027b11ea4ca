/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), as `feedsmith` reads it. */

import type { JsonFeed } from "feedsmith";
import { escapeText } from "../xml.ts";
import { joinBases, resolveAll, resolveFile, resolvePage } from "./bases.ts";
import type { PublishedFeed, PublishedItem } from "./published.ts";
import { listPlain, readPlain, readTime } from "./texts.ts";

type Item = JsonFeed.Item<string>;

function readContent({ content_html, content_text }: Item) {
	return content_html ?? (content_text && escapeText(content_text));
}

function readItem(item: Item, feed: JsonFeed.Feed<string>, base: string) {
	const id = item.id ?? item.url;
	if (id === undefined) return [];
	// "If `authors` is not specified here, the top-level authors are used."
	const authors = item.authors ?? feed.authors;
	const read: PublishedItem = {
		id,
		url: resolvePage(item.url, base),
		title: readPlain(item.title),
		published: readTime(item.date_published),
		updated: readTime(item.date_modified),
		authors: listPlain(authors?.map(({ name }) => name)),
		tags: listPlain(item.tags),
		summary: readPlain(item.summary),
		content: readContent(item),
		enclosures: resolveAll(
			item.attachments?.map(({ url }) => url),
			base,
		),
	};
	return [read];
}

/** @param url where the document came from */
export function readJson(
	feed: JsonFeed.Feed<string>,
	kind: string,
	url: string | undefined,
): PublishedFeed {
	const { feed_url, home_page_url, next_url, items = [] } = feed;
	const base = joinBases(url, feed_url, home_page_url);
	return {
		format: "json",
		kind,
		title: readPlain(feed.title),
		self: resolveFile(feed_url, base),
		older: resolveFile(next_url, base),
		items: items.flatMap((item) => readItem(item, feed, base)),
	};
}
