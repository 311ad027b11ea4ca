/** A feed that is already out there, as its subscribers' readers know it, whoever made it. */

import type { FormatName } from "../formats/format.ts";

export interface PublishedItem {
	/** What readers know it by: its guid, `id` or `rdf:about`; its link where it has none. */
	readonly id: string;
	/** Absolute; absent where it has no address. */
	readonly url?: string | undefined;
	/** Plain text on one line. */
	readonly title?: string | undefined;
	/** Milliseconds since the epoch, as `updated`. */
	readonly published?: number | undefined;
	readonly updated?: number | undefined;
	readonly authors: readonly string[];
	readonly tags: readonly string[];
	/** Plain text. */
	readonly summary?: string | undefined;
	/** HTML. */
	readonly content?: string | undefined;
	/** Absolute addresses. */
	readonly enclosures: readonly string[];
}

/** One document of a feed. */
export interface PublishedFeed {
	/** RDF (RSS 0.90 and 1.0) is RSS here. */
	readonly format: FormatName;
	/** For messages (example: `RSS 2.0`). */
	readonly kind: string;
	/** Atom's alone. */
	readonly id?: string | undefined;
	/** Plain text on one line. */
	readonly title?: string | undefined;
	/** Where it says that it is published; absolute. */
	readonly self?: string | undefined;
	/** The document with older items (`prev-archive`, RFC 5005 section 4, or JSON Feed's `next_url`); absolute. */
	readonly older?: string | undefined;
	/** In the document's order. */
	readonly items: readonly PublishedItem[];
}
