/**
 * The shape that all dialects share. A dialect is how the users of one generator write articles: its names for each
 * idea, how a date and a slug stand in a file's name, where an article is published, what its bodies hold beside
 * Markdown, and what its site says of itself. All of it is data and small pure functions, so adding one is adding a file.
 */

import type { FenceName } from "../front-matter/fences.ts";
import type { Value } from "../front-matter/front-matter.ts";
import type { MarkupName } from "../markup/markups.ts";
import type { SlugStyle } from "../slugs.ts";

/** What front matter can say of an article. */
export type Idea =
	| "aliases"
	| "authorAvatar"
	| "authorEmail"
	| "authorUrl"
	| "authors"
	| "categories"
	| "content"
	| "contributors"
	| "date"
	| "description"
	| "draft"
	| "enclosures"
	| "expires"
	| "id"
	| "image"
	| "language"
	| "link"
	| "permalink"
	/** `false` leaves the article out, as a draft. */
	| "published"
	/** Taken back after it was published. */
	| "retracted"
	| "section"
	| "slug"
	| "tags"
	| "title"
	| "updated";

/** The keys for each idea, in order of preference; `extra.author` is the key `author` in the group `extra`. */
export type Keys = Readonly<Record<Idea, readonly string[]>>;

/** What lies in a folder. */
export interface FolderView {
	/** Relative to the configuration's folder, with `/`; empty for that folder itself. */
	readonly path: string;
	/** Names of files, and of folders with a `/` behind them. */
	readonly names: ReadonlySet<string>;
	/** The packages that a package.json here asks for. */
	readonly packages: ReadonlySet<string>;
	/** The words of that file's scripts. */
	readonly commands: ReadonlySet<string>;
	/** What lies in a folder below it, as `names` has it; nothing where there is none. */
	readonly list: (name: string) => readonly string[];
	/** Reads a data file below it; undefined where there is none that can be read. */
	readonly read: (name: string) => Value | undefined;
}

/** What a site says of itself in its data files. Texts are as written; nothing of it has been checked. */
export interface SiteFacts {
	readonly url?: string | undefined;
	readonly title?: string | undefined;
	readonly description?: string | undefined;
	readonly language?: string | undefined;
	readonly timeZone?: string | undefined;
	/** `HH:MM` */
	readonly dateOnlyTime?: string | undefined;
	readonly authors?: readonly SiteAuthor[] | undefined;
	readonly copyright?: string | undefined;
	/** In the placeholders of `Dialect.permalink`. */
	readonly permalink?: string | undefined;
	/** By the folder of the articles that have a pattern of their own. */
	readonly permalinks?: ReadonlyMap<string, string> | undefined;
	/** The folder that holds its content, where it is not the one that was recognised. */
	readonly source?: string | undefined;
	/** How it makes parts of addresses, where that is not its dialect's way. */
	readonly slugs?: SlugStyle | undefined;
	readonly slugSource?: Dialect["slugSource"] | undefined;
	/** Every language that the site is written in, as its folders and suffixes spell them. */
	readonly languages?: readonly string[] | undefined;
	/** Folders that are called otherwise than their languages (example: `english`). */
	readonly languageFolders?: ReadonlyMap<string, string> | undefined;
	/** Front matter that stands for what articles do not say themselves, the most particular last. */
	readonly defaults?: readonly ArticleDefaults[] | undefined;
	/** Globs of files that are not read, below any folder. */
	readonly ignored?: readonly string[] | undefined;
	/** Texts by name, which templates in bodies may ask for. */
	readonly values?: ReadonlyMap<string, string> | undefined;
	/** Where the site has its feeds now. */
	readonly feeds?: readonly SiteFeed[] | undefined;
}

export interface SiteAuthor {
	readonly name: string;
	readonly email?: string | undefined;
	readonly url?: string | undefined;
}

/** Front matter for a part of a site. */
export interface ArticleDefaults {
	/** The path of a folder or a file below the folder that was recognised; empty for all of it. */
	readonly scope: string;
	/** A folder that must be on the way as well (example: `_posts`). */
	readonly within?: string | undefined;
	readonly values: ReadonlyMap<string, Value>;
}

/** A feed that a generator writes. */
export interface SiteFeed {
	readonly path: string;
	readonly each?: "tag" | "category" | "section" | undefined;
	readonly formats: Readonly<Partial<Record<"rss" | "atom" | "json", string>>>;
}

/** What the place of an article's file says of it. */
export interface SourcePath {
	/** The folders below the content's root, without the article's own (example: `["blog", "2024"]`). */
	readonly folders: readonly string[];
	/** Without ending and language; an `index` file is named by its folder (example: `2024-01-02-hello`). */
	readonly name: string;
	/** The file's own name, as it lies on the disk (example: `index.fr.md`). */
	readonly fileName: string;
	/** The language that a folder or a suffix names. */
	readonly language?: string | undefined;
	/** Which of the dialect's roots it lies in; undefined where it is none of them. */
	readonly root?: string | undefined;
	/** The folders above that root. */
	readonly above: readonly string[];
}

/** What the pattern of an address may depend on. */
export interface Naming {
	/** The date in the file's name or folder, `YYYY-MM-DD`. */
	readonly date?: string | undefined;
	/** Whether the front matter has a slug of its own. */
	readonly hasSlug: boolean;
	readonly path: SourcePath;
}

export interface Dialect {
	readonly name: string;
	/** As people call it (example: `Docusaurus`). */
	readonly title: string;
	readonly keys: Keys;
	/** Says by what a folder shows for certain that its site is made so (example: `hugo.toml`). */
	readonly recognise: (folder: FolderView) => string | undefined;
	/** Says by what a folder looks as if it were. */
	readonly suspect: (folder: FolderView) => string | undefined;
	/** What stands at the head of its articles and of nobody else's. */
	readonly ownHead?: RegExp | undefined;
	/** Kinds of front matter, in the order in which they are tried. */
	readonly fences: readonly FenceName[];
	/** What bodies hold beside Markdown, in the order in which it is read. */
	readonly markup: readonly MarkupName[];
	/** Finds the words of the comment that ends an excerpt. */
	readonly excerptMarker: RegExp;
	/**
	 * Folders whose inside is the content's root (examples: `content`, `src/content`); the first that is found counts. A
	 * part `:lang` names the language; `_*` is any folder whose name begins so.
	 */
	readonly roots: readonly string[];
	/** Files that are called by their folder (example: `index`). */
	readonly indexes: readonly string[];
	/** What stands between several words in one string; the first that it holds counts. */
	readonly separators: readonly RegExp[];
	/** Tags that sort pages and say nothing to readers. */
	readonly technicalTags: readonly string[];
	/** Whether an article without a title has that of its file's name. */
	readonly titlesByName: boolean;
	/** Where an article is published that says nothing itself, below the site's address. */
	readonly permalink: (naming: Naming) => string;
	/**
	 * Takes an address out of front matter or a pattern out of the site's data: its placeholders in ours.
	 * @returns undefined when it is code that only the generator can run
	 */
	readonly readPattern: (pattern: string) => string | undefined;
	/** Makes a part of an address of a file's name or a title. */
	readonly slugify: (text: string) => string;
	/** Whether a slug in front matter is made a part of an address as well, rather than taken as it is. */
	readonly slugifiesSlugs: boolean;
	/** What the slug is made of: the file's name without its date, all of it, or the title. */
	readonly slugSource: "undated name" | "name" | "title";
	/**
	 * Takes the address of a picture out of front matter: as the generator reads it.
	 * @returns undefined when the build gives that file an address that only it knows
	 */
	readonly readPicture: (src: string) => string | undefined;
	/** As `readPicture`, for pictures in bodies. */
	readonly readBodyPicture: (src: string) => string | undefined;
	/** Whether a file is no article: a section's page, a redirect, a part of others. */
	readonly isLeftOut: (
		path: SourcePath,
		values: ReadonlyMap<string, Value>,
	) => boolean;
	/** Whether a file without any date is a page of the site rather than an article that lacks one. */
	readonly isPage: (
		path: SourcePath,
		values: ReadonlyMap<string, Value>,
	) => boolean;
	/** Adds the categories that an article's folders say to those in its front matter. */
	readonly addCategories: (
		path: SourcePath,
		own: readonly string[],
	) => readonly string[];
	/** @param folder the one that was recognised */
	readonly readSite: (folder: FolderView) => SiteFacts;
	/** Files, and folders of one file for each person, that say who the keys of authors are. */
	readonly authorFiles: readonly string[];
}
