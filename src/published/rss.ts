/** RSS 0.91 to 2.0 (https://www.rssboard.org/rss-specification), and 0.90 and 1.0 in RDF, as `feedsmith` reads them. */

import type { RdfFeed, RssFeed } from "feedsmith";
import { listLinks } from "./atom.ts";
import { joinBases, resolveAll, resolveFile, resolvePage } from "./bases.ts";
import type { PublishedFeed, PublishedItem } from "./published.ts";
import { listPlain, readHtml, readRssTitle, readTime } from "./texts.ts";

/** An item of either: RDF has `about` where RSS has `guid`. */
type Item = RssFeed.Item<string> & Pick<RdfFeed.Item<string>, "rdf">;

/** `<guid>`: "If the guid element has an attribute named isPermaLink with a value of true, … it is a url". */
function findPermalink(guid: Item["guid"]): string | undefined {
	const isAddress = /^https?:/i.test(guid?.value ?? "");
	return isAddress && guid?.isPermaLink !== false ? guid?.value : undefined;
}

/** People with a name, else their address. */
const listAuthors = ({ dc, authors }: Item) =>
	listPlain(dc?.creators ?? authors?.map(({ name, email }) => name ?? email));

const listTags = ({ categories, dc }: Item) =>
	listPlain(categories?.map(({ name }) => name) ?? dc?.subjects);

function listEnclosures({ enclosures = [], atom }: Item) {
	const addresses = enclosures.map(({ url }) => url);
	return [...addresses, ...listLinks(atom?.links, "enclosure")];
}

function readItem(item: Item, feedBase: string): PublishedItem[] {
	const { guid, link, rdf, dc, atom } = item;
	const id = guid?.value ?? rdf?.about ?? link;
	if (id === undefined) return [];
	const base = joinBases(feedBase, item.xml?.base);
	return [
		{
			id,
			url: resolvePage(link ?? findPermalink(guid), base),
			title: readRssTitle(item.title ?? dc?.titles?.[0]),
			published: readTime(item.pubDate) ?? readTime(dc?.dates?.[0]),
			updated: readTime(atom?.updated),
			authors: listAuthors(item),
			tags: listTags(item),
			summary: readHtml(item.description),
			content: item.content?.encoded,
			enclosures: resolveAll(listEnclosures(item), base),
		},
	];
}

/** @param url where the document came from */
export function readRss(
	feed: RssFeed.Feed<string> | RdfFeed.Feed<string>,
	kind: string,
	url: string | undefined,
): PublishedFeed {
	const { atom, link, xml, items = [] } = feed;
	const [self] = listLinks(atom?.links, "self");
	const [older] = listLinks(atom?.links, "prev-archive");
	const base = joinBases(url, self, link, xml?.base);
	return {
		format: "rss",
		kind,
		title: readRssTitle(feed.title),
		self: resolveFile(self, base),
		older: resolveFile(older, base),
		items: items.flatMap((item) => readItem(item, base)),
	};
}
