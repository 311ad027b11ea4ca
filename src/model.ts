/**
 * What feeds say, as plain data in the words of the specifications. Defaults, fallbacks and absolute addresses are
 * settled before it: a format only spells. Texts are plain, on one line, and free of characters that feeds cannot carry.
 */

export interface Person {
	readonly name: string;
	readonly email?: string | undefined;
	readonly url?: string | undefined;
	/** The address of a picture. */
	readonly avatar?: string | undefined;
}

export interface Enclosure {
	readonly url: string;
	/** A MIME type (example: `audio/mpeg`). */
	readonly type: string;
	/** In bytes; 0 where unknown, as RSS has it. */
	readonly length: number;
	readonly title?: string | undefined;
}

/** `full`: summary and content. `summary`: the summary alone. */
export type ContentPolicy = "full" | "summary";

/** Ids by format; a format that has none here has the article's own. */
export interface FormatIds {
	readonly rss?: string | undefined;
	readonly atom?: string | undefined;
	readonly json?: string | undefined;
}

export interface Entry {
	/** As the author, the lock or the address gives it: JSON Feed's. */
	readonly id: string;
	/** The same in RSS, but for adopted articles. */
	readonly guid: string;
	readonly atomId: string;
	/** The article's present address. */
	readonly url: string;
	/** Where an RSS reader goes: the article's address, or the page that it is about. */
	readonly link: string;
	/** The page elsewhere that a link post is about. */
	readonly externalUrl?: string | undefined;
	/** Absent for a note. */
	readonly title?: string | undefined;
	/** The title, or what stands for it where a format must have one. */
	readonly label: string;
	readonly published: Date;
	readonly updated: Date;
	readonly authors: readonly Person[];
	/** Editors and translators; JSON Feed has no word for them. */
	readonly contributors: readonly Person[];
	readonly tags: readonly string[];
	/** Never empty. */
	readonly summary: string;
	/** HTML that is safe in a reader, every address absolute. Never empty. */
	readonly content: string;
	/** BCP 47, and only where it is another than the site's. */
	readonly language?: string | undefined;
	/** The address of the picture that stands for the article. */
	readonly image?: string | undefined;
	readonly enclosures: readonly Enclosure[];
	readonly policy: ContentPolicy;
}

/** Where a document stands among those that make up its feed (RFC 5005); addresses of this format's documents. */
export interface History {
	/** The document holds every entry that its feed has (section 2). */
	readonly isComplete: boolean;
	/** An archive (section 4), which stays as it is; else the document that is subscribed to. */
	readonly isArchive: boolean;
	/** The document that is subscribed to; absent where this is it. */
	readonly current?: string | undefined;
	/** The archive before this document. */
	readonly previous?: string | undefined;
	/** The archive after this one. */
	readonly next?: string | undefined;
}

/** What a feed says of itself, before its entries. */
export interface Feed {
	readonly atomId: string;
	readonly title: string;
	readonly description: string;
	/** Stands for an author where nobody is named. */
	readonly siteTitle: string;
	/** The site's front page. */
	readonly homeUrl: string;
	/** BCP 47. */
	readonly language: string;
	readonly authors: readonly Person[];
	/** A picture for the site, wide or square. */
	readonly image?: string | undefined;
	/** A small square picture. */
	readonly icon?: string | undefined;
	readonly copyright?: string | undefined;
	readonly hubs: readonly string[];
	readonly updated: Date;
	readonly history: History;
}
