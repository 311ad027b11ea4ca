/** What parsers that others wrote take from our feeds, in one shape. */

import { parseFeed as parseWithRowan } from "@rowanmanning/feed-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { type ReadItem, readFeeds } from "./feed-reader.ts";

/** What identifies and describes an item; a field is absent where a parser is known to change it. */
export interface ParsedItem {
	readonly id: string | null | undefined;
	readonly title: string | null | undefined;
	/** ISO 8601 in UTC. */
	readonly published: string;
	readonly authors?: readonly (string | null | undefined)[];
	readonly tags?: readonly (string | null | undefined)[];
	readonly content?: string | null | undefined;
}

export type ParsedFeeds = Readonly<Record<string, readonly ParsedItem[]>>;

const toIso = (date: string | number | Date | null | undefined) =>
	new Date(date ?? Number.NaN).toISOString();

function parseWithFeedsmith(rss: string, atom: string, json: string) {
	return {
		"feedsmith rss": parseRssFeed(rss).items?.map((item) => ({
			id: item.guid?.value,
			title: item.title,
			published: toIso(item.pubDate),
			authors: item.dc?.creators ?? [],
			tags: item.categories?.map(({ name }) => name) ?? [],
			content: item.content?.encoded,
		})),
		"feedsmith atom": parseAtomFeed(atom).entries?.map((entry) => ({
			id: entry.id,
			title: entry.title?.value,
			published: toIso(entry.published),
			authors: entry.authors?.map(({ name }) => name) ?? [],
			tags: entry.categories?.map(({ term }) => term) ?? [],
			content: entry.content?.value,
		})),
		"feedsmith json": parseJsonFeed(json).items?.map((item) => ({
			id: item.id,
			title: item.title,
			published: toIso(item.date_published),
			authors: item.authors?.map(({ name }) => name) ?? [],
			tags: item.tags ?? [],
			content: item.content_html,
		})),
	};
}

/**
 * `@rowanmanning/feed-parser` decodes the references in content a second time, those in attributes (Atom's categories)
 * not at all, and takes RSS authors apart at `@`, brackets and addresses: these fields are left out.
 */
function parseWithFeedParser(rss: string, atom: string) {
	const read = (xml: string) => parseWithRowan(xml).items;
	return {
		"feed-parser rss": read(rss).map((item) => ({
			id: item.id,
			title: item.title,
			published: toIso(item.published),
			tags: item.categories.map(({ term }) => term),
		})),
		"feed-parser atom": read(atom).map((item) => ({
			id: item.id,
			title: item.title,
			published: toIso(item.published),
			authors: item.authors.map(({ name }) => name),
		})),
	};
}

function pickFields(item: ReadItem): ParsedItem {
	const { id, title, published, authors, tags, content } = item;
	return { id, title, published: toIso(published), authors, tags, content };
}

/** Reads the three formats of one feed with every parser, by the parser's and the format's name. */
export function parseFeeds(
	files: Readonly<Record<string, string>>,
	folder = "",
): ParsedFeeds {
	const strict = Object.entries(readFeeds(files, folder)).map(
		([format, feed]) => [`strict ${format}`, feed.items.map(pickFields)],
	);
	const [rss = "", atom = "", json = ""] = ["rss.xml", "atom.xml", "feed.json"]
		.map((name) => folder + name)
		.map((path) => files[path]);
	return {
		...Object.fromEntries(strict),
		...parseWithFeedsmith(rss, atom, json),
		...parseWithFeedParser(rss, atom),
	};
}
