/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), written from the model: nothing of `feed`'s 1.0 would be left. */

import type { Entry, Feed, Person } from "../model.ts";
import type { Format } from "./format.ts";

/** A person as JSON Feed knows one: no e-mail address. */
function describePerson({ name, url, avatar }: Person) {
	return { name, url, avatar };
}

/** Lists are left out when empty; `undefined` is left out by `JSON.stringify`. */
function orAbsent<T>(list: readonly T[]): readonly T[] | undefined {
	return list.length > 0 ? list : undefined;
}

function describeEntry(entry: Entry) {
	const isFull = entry.policy === "full";
	return {
		id: entry.id,
		url: entry.url,
		external_url: entry.externalUrl,
		title: entry.title,
		// NetNewsWire drops an item without content, so where the summary is all there is, it is the content.
		content_html: isFull ? entry.content : undefined,
		content_text: isFull ? undefined : entry.summary,
		summary: entry.summary,
		image: entry.image,
		date_published: entry.published.toISOString(),
		date_modified: entry.updated.toISOString(),
		authors: orAbsent(entry.authors.map(describePerson)),
		tags: orAbsent(entry.tags),
		language: entry.language,
		attachments: orAbsent(
			entry.enclosures.map(({ url, type, title, length }) => ({
				url,
				mime_type: type,
				title,
				size_in_bytes: length || undefined,
			})),
		),
	};
}

function describeFeed(feed: Feed, selfUrl: string) {
	return {
		version: "https://jsonfeed.org/version/1.1",
		title: feed.title,
		home_page_url: feed.homeUrl,
		feed_url: selfUrl,
		// Older entries, which is where a reader goes next.
		next_url: feed.history.previous,
		description: feed.description,
		icon: feed.image,
		favicon: feed.icon,
		authors: orAbsent(feed.authors.map(describePerson)),
		language: feed.language,
		hubs: orAbsent(feed.hubs.map((url) => ({ type: "WebSub", url }))),
	};
}

export const jsonFeed: Format = {
	name: "json",

	renderEntry: (entry) => ({
		text: `    ${JSON.stringify(describeEntry(entry), null, 2).replaceAll("\n", "\n    ")}`,
		prefixes: [],
	}),

	renderDocument(feed, selfUrl, entries) {
		const head = JSON.stringify(describeFeed(feed, selfUrl), null, 2);
		const items = entries.map((entry) => entry.text).join(",\n");
		return `${head.slice(0, -2)},\n  "items": [\n${items}\n  ]\n}\n`;
	},
};
