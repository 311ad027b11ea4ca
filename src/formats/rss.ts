/** RSS 2.0 (https://www.rssboard.org/rss-specification), as the RSS profile advises. */

import { escapeHtml } from "../html/serialize.ts";
import { indent, writeRssHead, writeRssItem } from "./feed-package.ts";
import type { Format } from "./format.ts";
import { collectElements, declareNamespaces } from "./namespaces.ts";

const own = {
	atom: "http://www.w3.org/2005/Atom",
	content: "http://purl.org/rss/1.0/modules/content/",
};

export const rss: Format = {
	name: "rss",

	renderEntry(entry) {
		const isFull = entry.policy === "full";
		const item = writeRssItem(
			entry,
			escapeHtml(entry.summary),
			isFull ? entry.content : undefined,
		);
		const added = collectElements(({ describeEntry }) =>
			describeEntry?.(entry, "rss"),
		);
		return {
			text: `        ${item}${indent(added.elements, 3)}\n        </item>\n`,
			prefixes: isFull ? ["content", ...added.prefixes] : added.prefixes,
		};
	},

	renderDocument(feed, selfUrl, entries) {
		const added = collectElements(({ describeFeed }) =>
			describeFeed?.(feed, "rss"),
		);
		const ofHead = ["atom", ...added.prefixes];
		const namespaces = declareNamespaces(ofHead, entries, own);
		const head = writeRssHead(feed, selfUrl, namespaces, added.elements);
		const items = entries.map((entry) => entry.text).join("");
		return `${head}\n${items}    </channel>\n</rss>\n`;
	},
};
