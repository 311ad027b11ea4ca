/** What a strict reader takes from each format, in one shape, so that formats can be compared with each other. */

import { findAll, findOne, readXml, type XmlElement } from "./xml-reader.ts";

export interface ReadEnclosure {
	readonly url: string | undefined;
	readonly type: string | undefined;
	readonly length: number;
	readonly title?: string | undefined;
}

export interface ReadItem {
	readonly id: string | undefined;
	readonly url: string | undefined;
	readonly title: string | undefined;
	/** Milliseconds since the epoch, as `updated`. */
	readonly published: number;
	readonly updated?: number;
	readonly authors: readonly (string | undefined)[];
	readonly tags: readonly (string | undefined)[];
	/** As plain text. */
	readonly summary: string | undefined;
	/** As HTML. */
	readonly content: string | undefined;
	readonly language: string | undefined;
	readonly enclosures: readonly ReadEnclosure[];
}

export interface ReadFeed {
	readonly title: string | undefined;
	readonly description: string | undefined;
	readonly self: string | undefined;
	readonly language: string | undefined;
	readonly items: readonly ReadItem[];
}

const textOf = (element: XmlElement, name: string) =>
	findOne(element, name)?.text;

const timeOf = (element: XmlElement, name: string) =>
	Date.parse(textOf(element, name) ?? "");

const linksOf = (element: XmlElement, rel: string) =>
	findAll(element, "atom:link").filter(
		({ attributes }) => (attributes.rel ?? "alternate") === rel,
	);

/** RSS descriptions are HTML; ours hold plain text, with no more references than these. */
function unescapeHtml(html: string | undefined): string | undefined {
	return html
		?.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&#xFFFD;", "\uFFFD")
		.replaceAll("&amp;", "&");
}

function readRssItem(item: XmlElement): ReadItem {
	return {
		id: textOf(item, "guid"),
		url: textOf(item, "link"),
		title: textOf(item, "title"),
		published: timeOf(item, "pubDate"),
		authors: findAll(item, "dc:creator").map(({ text }) => text),
		tags: findAll(item, "category").map(({ text }) => text),
		summary: unescapeHtml(textOf(item, "description")),
		content: textOf(item, "content:encoded"),
		language: textOf(item, "dc:language"),
		enclosures: findAll(item, "enclosure").map(({ attributes }) => ({
			url: attributes.url,
			type: attributes.type,
			length: Number(attributes.length),
		})),
	};
}

export function readRss(xml: string): ReadFeed {
	const channel = findOne(readXml(xml), "channel");
	if (channel === undefined) throw new Error("no channel");
	return {
		title: textOf(channel, "title"),
		description: textOf(channel, "description"),
		self: linksOf(channel, "self")[0]?.attributes.href,
		language: textOf(channel, "language"),
		items: findAll(channel, "item").map(readRssItem),
	};
}

function readAtomEntry(entry: XmlElement): ReadItem {
	return {
		id: textOf(entry, "atom:id"),
		url: linksOf(entry, "alternate")[0]?.attributes.href,
		title: textOf(entry, "atom:title"),
		published: timeOf(entry, "atom:published"),
		updated: timeOf(entry, "atom:updated"),
		authors: findAll(entry, "atom:author").map((author) =>
			textOf(author, "atom:name"),
		),
		tags: findAll(entry, "atom:category").map(
			({ attributes }) => attributes.term,
		),
		summary: textOf(entry, "atom:summary"),
		content: textOf(entry, "atom:content"),
		language: entry.attributes["xml:lang"],
		enclosures: linksOf(entry, "enclosure").map(({ attributes }) => ({
			url: attributes.href,
			type: attributes.type,
			length: Number(attributes.length ?? 0),
			title: attributes.title,
		})),
	};
}

export function readAtom(xml: string): ReadFeed {
	const feed = readXml(xml);
	return {
		title: textOf(feed, "atom:title"),
		description: textOf(feed, "atom:subtitle"),
		self: linksOf(feed, "self")[0]?.attributes.href,
		language: feed.attributes["xml:lang"],
		items: findAll(feed, "atom:entry").map(readAtomEntry),
	};
}

/** The keys of JSON Feed 1.1 that are looked at here. */
interface JsonItem {
	readonly id: string;
	readonly url: string;
	readonly title?: string;
	readonly date_published: string;
	readonly date_modified: string;
	readonly authors?: readonly { readonly name: string }[];
	readonly tags?: readonly string[];
	readonly summary?: string;
	readonly content_html?: string;
	readonly language?: string;
	readonly attachments?: readonly {
		readonly url: string;
		readonly mime_type: string;
		readonly size_in_bytes?: number;
		readonly title?: string;
	}[];
}

function readJsonItem(item: JsonItem): ReadItem {
	return {
		id: item.id,
		url: item.url,
		title: item.title,
		published: Date.parse(item.date_published),
		updated: Date.parse(item.date_modified),
		authors: (item.authors ?? []).map(({ name }) => name),
		tags: item.tags ?? [],
		summary: item.summary,
		content: item.content_html,
		language: item.language,
		enclosures: (item.attachments ?? []).map((attachment) => ({
			url: attachment.url,
			type: attachment.mime_type,
			length: attachment.size_in_bytes ?? 0,
			title: attachment.title,
		})),
	};
}

export function readJson(text: string): ReadFeed {
	const feed = JSON.parse(text);
	return {
		title: feed.title,
		description: feed.description,
		self: feed.feed_url,
		language: feed.language,
		items: feed.items.map(readJsonItem),
	};
}

/** The three formats of one feed. */
export interface ThreeFeeds {
	readonly rss: ReadFeed;
	readonly atom: ReadFeed;
	readonly json: ReadFeed;
}

/** Reads the feeds of a folder's front page. */
export function readFeeds(
	files: Readonly<Record<string, string>>,
	folder = "",
): ThreeFeeds {
	const take = (name: string) => {
		const text = files[folder + name];
		if (text === undefined) throw new Error(`no ${folder}${name}`);
		return text;
	};
	return {
		rss: readRss(take("rss.xml")),
		atom: readAtom(take("atom.xml")),
		json: readJson(take("feed.json")),
	};
}
