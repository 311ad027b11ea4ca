/** The configuration as the program works with it: every default settled, every address and folder absolute. */

import { resolve } from "node:path";
import type { Generator } from "../disk/generator.ts";
import { showPath } from "../paths.ts";
import { type Family, families, familyKeys } from "./feeds.ts";
import type { CheckedConfig } from "./schema.ts";

/** A person; `url` and `avatar` are absolute. */
export interface AuthorSettings {
	readonly name: string;
	readonly email?: string;
	readonly url?: string;
	readonly avatar?: string;
}

export interface SiteSettings {
	/** Normalised; it ends with `/`. */
	readonly url: string;
	readonly title: string;
	readonly description: string;
	/** BCP 47, canonical. */
	readonly language: string;
	/** The IANA name of a time zone. */
	readonly timeZone: string;
	/** `HH:MM` or `HH:MM:SS`. */
	readonly dateOnlyTime: string;
	readonly authors: readonly AuthorSettings[];
	/** An absolute address. */
	readonly image?: string;
	/** An absolute address. */
	readonly icon?: string;
	readonly copyright?: string;
}

/** Which articles a feed is for, by what they are filed under in one family. */
export interface Filter {
	readonly family: Family;
	/** An article has at least one of them; when there are none, it may have anything. */
	readonly any: readonly string[];
	/** An article has none of them. */
	readonly none: readonly string[];
}

export interface FeedSettings {
	/** Begins and ends with `/` (example: `/tags/:tag/`). */
	readonly path: string;
	/** What there is a feed for each of; `path` then holds its placeholder. */
	readonly each?: Family;
	/** An article fits all of them. */
	readonly where: readonly Filter[];
	/** The most items that it holds; false means all. */
	readonly limit: number | false;
	/** How many articles each archive has; absent where there are none. */
	readonly archive?: { readonly size: number };
	/** The fewest articles for which it is written. */
	readonly minimum: number;
	/** May hold the placeholder of `each`. */
	readonly title: string;
	/** File names; a format that is left out is absent. There is at least one. */
	readonly formats: {
		readonly rss?: string;
		readonly atom?: string;
		readonly json?: string;
	};
	readonly content: "full" | "summary";
}

export interface Settings {
	/** The absolute folder of the configuration. */
	readonly root: string;
	/** The configuration as messages name it, relative to the working directory, with `/`. */
	readonly file: string;
	readonly site: SiteSettings;
	/** As written: folders or globs, absolute or relative to `root`. */
	readonly articles: readonly string[];
	/** What the site is made with, and what its data files say. */
	readonly generator: Generator;
	/** Begins with `/` (example: `/:year/:slug/`); absent where the dialect decides. */
	readonly permalink?: string | undefined;
	/** An absolute folder. */
	readonly output: string;
	/** The output folder as messages name it, relative to the working directory, with `/`. */
	readonly outputShown: string;
	readonly feeds: readonly FeedSettings[];
	readonly linkTo: "article" | "external";
	/** Absolute addresses, none twice. */
	readonly hubs: readonly string[];
	/** False: none; true: in its usual place; a folder, absolute or relative to `root`. */
	readonly cache: boolean | string;
}

/** Where a configuration lies: absolute folders, and the name that messages give it. */
export interface ConfigPlace {
	readonly workingDirectory: string;
	readonly root: string;
	readonly file: string;
}

type Formats = CheckedConfig["formats"];

const defaultFormats = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };

/**
 * Settles which files a feed has.
 * @returns the file names by format; a format that is left out is absent
 */
export function settleFormats(
	...formats: readonly (Formats | undefined)[]
): Partial<Record<keyof typeof defaultFormats, string>> {
	const settled: Formats = { ...defaultFormats };
	for (const one of formats)
		for (const name of ["rss", "atom", "json"] as const)
			if (one?.[name] !== undefined) settled[name] = one[name];
	return Object.fromEntries(
		Object.entries(settled).filter(([, file]) => file !== false),
	);
}

/** Appends a path to the site's address; an absolute address stays as it is. */
function resolvePicture(picture: string, siteUrl: string): string {
	return new URL(picture.replace(/^\//, ""), siteUrl).href;
}

function settleSite(site: CheckedConfig["site"]): SiteSettings {
	const { url, image, icon, copyright } = site;
	return {
		url,
		title: site.title,
		description: site.description ?? site.title,
		language: site.language,
		timeZone: site.timeZone,
		dateOnlyTime: site.dateOnlyTime,
		authors: site.authors.map((author) => settleAuthor(author, url)),
		...(image !== undefined && { image: resolvePicture(image, url) }),
		...(icon !== undefined && { icon: resolvePicture(icon, url) }),
		...(copyright !== undefined && { copyright }),
	};
}

function settleAuthor(
	{ name, email, url, avatar }: CheckedConfig["site"]["authors"][number],
	siteUrl: string,
): AuthorSettings {
	return {
		name,
		...(email !== undefined && { email }),
		...(url !== undefined && { url }),
		...(avatar !== undefined && { avatar: resolvePicture(avatar, siteUrl) }),
	};
}

function settleWhere(where: CheckedConfig["feeds"][number]["where"]): Filter[] {
	return families.flatMap((family) => {
		const filter = where?.[familyKeys[family]];
		if (filter === undefined) return [];
		return { family, any: filter.any ?? [], none: filter.none ?? [] };
	});
}

/** So many articles are in an archive where the configuration does not say it. */
const defaultSize = 50;

/** What holds everything, or is for one year, has no archives. */
function settleArchive(
	{ archive, each, limit }: CheckedConfig["feeds"][number],
	ofAll: CheckedConfig["archive"],
): { size: number } | undefined {
	const asked = archive ?? ofAll;
	if (asked === false || limit === false || each === "year") return undefined;
	return { size: asked === true ? defaultSize : asked.size };
}

function settleFeed(
	feed: CheckedConfig["feeds"][number],
	config: CheckedConfig,
): FeedSettings {
	const { title } = config.site;
	const archive = settleArchive(feed, config.archive);
	return {
		path: feed.path,
		...(feed.each !== undefined && { each: feed.each }),
		where: settleWhere(feed.where),
		limit: feed.limit,
		...(archive !== undefined && { archive }),
		minimum: feed.minimum,
		title: feed.title ?? (feed.each ? `:${feed.each} — ${title}` : title),
		formats: settleFormats(config.formats, feed.formats),
		content: feed.content ?? config.content,
	};
}

/** Settles a configuration that has no mistakes. */
export function settleSettings(
	config: CheckedConfig,
	generator: Generator,
	{ workingDirectory, root, file }: ConfigPlace,
): Settings {
	const output = resolve(root, config.output);
	return {
		root,
		file,
		site: settleSite(config.site),
		articles: config.articles,
		generator,
		permalink: config.permalink,
		output,
		outputShown: showPath(output, workingDirectory),
		feeds: config.feeds.map((feed) => settleFeed(feed, config)),
		linkTo: config.linkTo,
		hubs: [...new Set(config.hubs)],
		cache: config.cache,
	};
}
