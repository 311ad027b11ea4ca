/** The shape that all formats share: a head, entries that are written once, and documents put together from them. */

import type { Entry, Feed } from "../model.ts";

export type FormatName = "rss" | "atom" | "json";

/** An entry as it stands in every document of one format. */
export interface RenderedEntry {
	readonly text: string;
	/** The prefixes that the document must declare for it. */
	readonly prefixes: readonly string[];
}

export interface Format {
	readonly name: FormatName;
	/** Writes one entry. */
	readonly renderEntry: (entry: Entry) => RenderedEntry;
	/**
	 * Writes a document.
	 * @param selfUrl the address at which the document will be published
	 */
	readonly renderDocument: (
		feed: Feed,
		selfUrl: string,
		entries: readonly RenderedEntry[],
	) => string;
}
