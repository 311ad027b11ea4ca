/** The shape that all namespaces share which say what RSS and Atom have no words for. */

import type { Entry, Feed } from "../model.ts";

/** The formats that are XML. */
export type XmlFormat = "rss" | "atom";

export interface Extension {
	/** The prefix that readers know it by. */
	readonly prefix: string;
	readonly uri: string;
	/** Elements for a feed's head; empty where there is nothing to say. */
	readonly describeFeed?: (feed: Feed, format: XmlFormat) => readonly string[];
	/** Elements for an entry; empty where there is nothing to say. */
	readonly describeEntry?: (
		entry: Entry,
		format: XmlFormat,
	) => readonly string[];
}
