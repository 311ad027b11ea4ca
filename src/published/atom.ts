/** Atom 1.0 (RFC 4287) and 0.3, and the links that RSS borrows from it, as `feedsmith` reads them. */

import type { AtomFeed } from "feedsmith";
import { escapeText } from "../xml.ts";
import { joinBases, resolveAll, resolveFile, resolvePage } from "./bases.ts";
import type { PublishedFeed, PublishedItem } from "./published.ts";
import { listPlain, readHtml, readPlain, readTime } from "./texts.ts";

type Link = AtomFeed.Link<string>;
type Entry = AtomFeed.Entry<string>;

/** Section 4.2.7.2: a name may be written as an address at IANA, and stands for `alternate` where it is absent. */
const relOf = ({ rel = "alternate" }: Link) =>
	rel.replace("http://www.iana.org/assignments/relation/", "").toLowerCase();

/** The addresses of the links of one kind. */
export function listLinks(links: readonly Link[] | undefined, rel: string) {
	return (links ?? [])
		.filter((link) => relOf(link) === rel)
		.map(({ href }) => href);
}

/** The address of the page: of several the one in HTML, else the first. */
function findPage(links: readonly Link[] = []): string | undefined {
	const pages = links.filter((link) => relOf(link) === "alternate");
	const inHtml = pages.find(({ type = "text/html" }) => /html/i.test(type));
	return (inHtml ?? pages[0])?.href;
}

const isPlain = (type = "text") => /^text(?:\/plain)?$/i.test(type);

/** Section 3.1; 0.3 has media types in place of names. */
const readText = (text: AtomFeed.Text | undefined) =>
	isPlain(text?.type) ? readPlain(text?.value) : readHtml(text?.value);

/** Section 4.1.3: what is neither text nor HTML, or stands elsewhere, is no content that a reader shows. */
function readContent({ type, value }: AtomFeed.Content = {}) {
	if (value === undefined) return undefined;
	if (isPlain(type)) return escapeText(value);
	return /html/i.test(type ?? "") ? value : undefined;
}

function readEntry(
	entry: Entry,
	feed: AtomFeed.Feed<string>,
	feedBase: string,
) {
	const page = findPage(entry.links);
	const id = entry.id ?? page;
	if (id === undefined) return [];
	const base = joinBases(feedBase, entry.xml?.base);
	const item: PublishedItem = {
		id,
		url: resolvePage(page, base),
		title: readText(entry.title),
		published: readTime(entry.published),
		updated: readTime(entry.updated),
		// Section 4.2.1: whoever wrote the feed wrote the entry.
		authors: listPlain(
			(entry.authors ?? feed.authors)?.map(({ name }) => name),
		),
		tags: listPlain(entry.categories?.map(({ label, term }) => label ?? term)),
		summary: readText(entry.summary),
		content: readContent(entry.content),
		enclosures: resolveAll(listLinks(entry.links, "enclosure"), base),
	};
	return [item];
}

/** @param url where the document came from */
export function readAtom(
	feed: AtomFeed.Feed<string>,
	kind: string,
	url: string | undefined,
): PublishedFeed {
	const { links, xml, entries = [] } = feed;
	const [self] = listLinks(links, "self");
	const [older] = listLinks(links, "prev-archive");
	const around = xml?.base === undefined ? [self, findPage(links)] : [xml.base];
	const base = joinBases(url, ...around);
	return {
		format: "atom",
		kind,
		id: feed.id,
		title: readText(feed.title),
		self: resolveFile(self, base),
		older: resolveFile(older, base),
		items: entries.flatMap((entry) => readEntry(entry, feed, base)),
	};
}
