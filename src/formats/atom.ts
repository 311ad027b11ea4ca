/** Atom 1.0 (RFC 4287). */

import type { Entry, Feed } from "../model.ts";
import { writeEmptyElement } from "../xml.ts";
import {
	indent,
	writeAtomEntry,
	writeAtomHead,
	writeAtomPerson,
} from "./feed-package.ts";
import type { Format } from "./format.ts";
import { listHistoryLinks } from "./history-links.ts";
import { collectElements, declareNamespaces } from "./namespaces.ts";

/** Section 4.2.7: what an entry belongs to, is about, and brings along. */
function linkEntry(entry: Entry): string[] {
	return [
		{ rel: "alternate", type: "text/html", href: entry.url },
		...(entry.externalUrl ? [{ rel: "related", href: entry.externalUrl }] : []),
		...entry.enclosures.map(({ url, type, length, title }) => ({
			rel: "enclosure",
			type,
			length: length || undefined,
			title,
			href: url,
		})),
	].map((attributes) => writeEmptyElement("link", attributes));
}

/** What npm feed has no words for. */
function describeEntry(entry: Entry): string[] {
	return [
		...linkEntry(entry),
		...entry.contributors.map((person) =>
			writeAtomPerson("contributor", person),
		),
	];
}

function linkFeed(feed: Feed, selfUrl: string): string[] {
	return [
		{ rel: "self", type: "application/atom+xml", href: selfUrl },
		{ rel: "alternate", type: "text/html", href: feed.homeUrl },
		...listHistoryLinks(feed, "application/atom+xml"),
		...feed.hubs.map((href) => ({ rel: "hub", href })),
	].map((attributes) => writeEmptyElement("link", attributes));
}

/** Section 4.1.1: a feed names an author; where nobody is named, the site itself. */
function nameAuthors(feed: Feed): Feed {
	return feed.authors.length > 0
		? feed
		: { ...feed, authors: [{ name: feed.siteTitle }] };
}

export const atom: Format = {
	name: "atom",

	renderEntry(entry) {
		const content = entry.policy === "full" ? entry.content : undefined;
		const xml = writeAtomEntry(entry, describeEntry(entry), content);
		const added = collectElements(({ describeEntry }) =>
			describeEntry?.(entry, "atom"),
		);
		return {
			text: `    ${xml}${indent(added.elements, 2)}\n    </entry>\n`,
			prefixes: added.prefixes,
		};
	},

	renderDocument(feed, selfUrl, entries) {
		const added = collectElements(({ describeFeed }) =>
			describeFeed?.(feed, "atom"),
		);
		const head = writeAtomHead(
			nameAuthors(feed),
			linkFeed(feed, selfUrl),
			declareNamespaces(added.prefixes, entries, {}),
			added.elements,
		);
		const body = entries.map((entry) => entry.text).join("");
		return `${head}\n${body}</feed>\n`;
	},
};
