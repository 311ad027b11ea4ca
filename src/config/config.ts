/** What people write in `feed.config.ts` (or `.mts`, `.js`, `.mjs`, `.json`); the editor shows these texts. */

/**
 * The configuration of a site. Paths are relative to the configuration's own folder; only `site.url` and `site.title`
 * are required, and not even they where the site's generator has them in its data files.
 *
 * @example
 * export default {
 *   site: { url: "https://news.example.org/", title: "The Example" },
 *   articles: "articles",
 * } satisfies Config;
 */
export interface Config {
	/** For editors, in `feed.config.json`; otherwise without meaning. */
	readonly $schema?: string;
	/** The site that the articles belong to. */
	readonly site?: SiteConfig;
	/**
	 * A folder, a glob, or a list of them. Articles are `.md`, `.markdown` and `.mdx` files.
	 * @default "articles"
	 * @example ["posts", "notes/**\/*.md"]
	 */
	readonly articles?: string | readonly string[];
	/**
	 * Which generator the articles were written for: its names in front matter, its dates and addresses, what its bodies
	 * hold beside Markdown. `auto` finds it by the files that lie about; `plain` is feedwright's own.
	 * @default "auto"
	 */
	readonly dialect?: DialectName;
	/**
	 * The address of an article, appended to `site.url`, made of `:year :month :day :slug :section :path :filename :lang`;
	 * a `permalink` in the front matter wins. The default is the dialect's, which is `/:slug/` for `plain`.
	 * @example "/:year/:month/:slug.html"
	 */
	readonly permalink?: string;
	/**
	 * The folder that the feeds are written to. It may hold other files, which are never touched.
	 * @default "dist"
	 */
	readonly output?: string;
	/**
	 * Which feeds there are.
	 * @default [{ path: "/", limit: 50 }]
	 * @example [{ path: "/" }, { path: "/tags/:tag/", each: "tag", limit: 20, minimum: 3 }]
	 * @example [{ path: "/" }, { path: "/releases/", title: "Releases", where: { tags: { any: ["release"] } } }]
	 */
	readonly feeds?: readonly FeedConfig[];
	/** The files of each feed; a feed can name its own. */
	readonly formats?: FormatsConfig;
	/**
	 * What an item holds: the whole article or its description. A feed and an article can say otherwise.
	 * @default "full"
	 */
	readonly content?: "full" | "summary";
	/**
	 * Whether feeds keep their older articles to be had, in documents that never change (RFC 5005): `true` for 50 articles
	 * in each, or how many. Feeds with `each` get one feed for each year instead. It needs `feeds.lock.json`. A feed can say
	 * otherwise.
	 * @default false
	 * @example { size: 100 }
	 */
	readonly archive?: boolean | ArchiveConfig;
	/**
	 * Where the RSS link of an article about another page (front matter `link`) leads: to the article or to that page.
	 * @default "article"
	 */
	readonly linkTo?: "article" | "external";
	/**
	 * WebSub hubs that tell subscribers of news at once.
	 * @example ["https://hub.example.net/"]
	 */
	readonly hubs?: readonly string[];
	/**
	 * Whether work is kept for the next build, or the folder to keep it in.
	 * @default true
	 */
	readonly cache?: boolean | string;
}

/** The generators whose articles are understood. */
export type DialectName =
	| "auto"
	| "plain"
	| "common"
	| "astro"
	| "docusaurus"
	| "docusaurus-1"
	| "eleventy"
	| "harmonic"
	| "hexo"
	| "hugo"
	| "jekyll"
	| "mkdocs"
	| "next"
	| "nuxt"
	| "pelican"
	| "svelte"
	| "vitepress"
	| "zola";

/** The site that the articles belong to. */
export interface SiteConfig {
	/**
	 * The address of the site, `http` or `https`; it may have a path. It may be left out where the generator's data files say it.
	 * @example "https://news.example.org/"
	 */
	readonly url?: string;
	/** The name of the site, as feed readers list it; it may be left out as the address may. */
	readonly title?: string;
	/** One sentence about the site. The default is the title. */
	readonly description?: string;
	/**
	 * The language of the articles that name no other, as BCP 47 spells it.
	 * @default "en"
	 * @example "pt-BR"
	 */
	readonly language?: string;
	/**
	 * The IANA time zone of dates that have no offset.
	 * @default "UTC"
	 * @example "Asia/Tokyo"
	 */
	readonly timeZone?: string;
	/**
	 * The time of day of dates that have none.
	 * @default "00:00"
	 */
	readonly dateOnlyTime?: string;
	/** The authors of the articles that name none. */
	readonly authors?: readonly AuthorConfig[];
	/** The site's picture: a path on the site or an absolute address. */
	readonly image?: string;
	/** The site's small square picture: a path on the site or an absolute address. */
	readonly icon?: string;
	/** @example "© 2024 The Example" */
	readonly copyright?: string;
}

/** A person, as feeds name them. */
export interface AuthorConfig {
	readonly name: string;
	/** Stands in the feeds, for everybody to read. */
	readonly email?: string;
	/** The person's own page. */
	readonly url?: string;
	/** A square picture: a path on the site or an absolute address. */
	readonly avatar?: string;
}

/**
 * One feed, or with `each` one for every tag, category, author, section, language or year.
 *
 * @example
 * { path: "/tags/:tag/", each: "tag", title: "The Example on :tag", limit: 20, minimum: 3 }
 * @example
 * { path: "/releases/", title: "Releases", where: { tags: { any: ["release"], none: ["beta"] } } }
 */
export interface FeedConfig {
	/**
	 * The folder of the feed's files, appended to `site.url` and to the output folder.
	 * @example "/tags/:tag/"
	 */
	readonly path: string;
	/**
	 * Makes one feed for every tag, or whatever it names; `path` then holds `:tag`, `:category`, `:author`, `:section`,
	 * `:language` or `:year`, and `title` may.
	 * @example "author"
	 */
	readonly each?:
		| "tag"
		| "category"
		| "author"
		| "section"
		| "language"
		| "year";
	/**
	 * Which articles it is for; the default is all of them. With `each`, the others count for none of its feeds.
	 * @example { tags: { any: ["release", "security"], none: ["draft"] }, languages: { any: ["en"] } }
	 */
	readonly where?: WhereConfig;
	/**
	 * How many of the newest articles it holds; `false` means all.
	 * @default 50
	 */
	readonly limit?: number | false;
	/** What differs from the configuration's own `archive`. */
	readonly archive?: boolean | ArchiveConfig;
	/**
	 * How many articles it must have to be written at all: with `each`, whatever has fewer gets no feed.
	 * @default 1
	 * @example 3
	 */
	readonly minimum?: number;
	/**
	 * The default is `site.title`, and with `each` its placeholder before it.
	 * @example ":tag — The Example"
	 */
	readonly title?: string;
	/** What differs from the configuration's own `formats`. */
	readonly formats?: FormatsConfig;
	/** What differs from the configuration's own `content`. */
	readonly content?: "full" | "summary";
}

/** How archives are made. */
export interface ArchiveConfig {
	/**
	 * How many articles each holds. Those that are there keep theirs when it changes.
	 * @default 50
	 */
	readonly size: number;
}

/**
 * Which articles a feed is for: those that fit every key. Case makes no difference.
 *
 * @example
 * { tags: { any: ["release"] }, years: { none: [2019, 2020] } }
 */
export interface WhereConfig {
	readonly tags?: FilterConfig;
	readonly categories?: FilterConfig;
	/** By their names; `site.authors` where an article names nobody. */
	readonly authors?: FilterConfig;
	readonly sections?: FilterConfig;
	/** @example { any: ["en", "pt-BR"] } */
	readonly languages?: FilterConfig;
	/**
	 * Of the publication date, in the site's time zone.
	 * @example { any: [2024, 2025] }
	 */
	readonly years?: FilterConfig<string | number>;
}

/** What an article must and must not have. */
export interface FilterConfig<Term = string> {
	/** It has at least one of these. */
	readonly any?: readonly Term[];
	/** It has none of these. */
	readonly none?: readonly Term[];
}

/** The file names of the three formats; `false` leaves one out. */
export interface FormatsConfig {
	/** @default "rss.xml" */
	readonly rss?: string | false;
	/** @default "atom.xml" */
	readonly atom?: string | false;
	/** @default "feed.json" */
	readonly json?: string | false;
}

/**
 * Gives back the configuration as it is, so that an editor knows its keys without a type being named.
 * @param config the configuration
 */
export function defineConfig(config: Config): Config {
	return config;
}
