/** What the articles of a site are read with: its settings, and what its generator knows. */

import type { Settings } from "./config/settings.ts";
import type { ArticleDefaults, Dialect } from "./dialects/dialect.ts";
import { isGenerator } from "./dialects/dialects.ts";
import { readDirectory } from "./directory.ts";
import { normalizeLanguage } from "./languages.ts";
import type { Directory } from "./people.ts";
import { slugStyles } from "./slugs.ts";
import { createZone, type Zone } from "./zones.ts";

/** What is the same for all articles of a site. */
export interface Site {
	/** Ends with a slash. */
	readonly url: string;
	readonly language: string;
	readonly zone: Zone;
	/** `HH:MM` */
	readonly dateOnlyTime: string;
	/** The configuration's own pattern, where it has one. */
	readonly permalink?: string | undefined;
	readonly dialect: Dialect;
	/** The pattern that the site's data names. */
	readonly sitePermalink?: string | undefined;
	/** Patterns of folders that have their own. */
	readonly permalinks: ReadonlyMap<string, string>;
	/** As folders and suffixes spell them, the site's own first. */
	readonly languages: readonly string[];
	/** Folders that are called otherwise than their languages. */
	readonly languageFolders: ReadonlyMap<string, string>;
	readonly defaults: readonly ArticleDefaults[];
	readonly directory: Directory;
}

/** Generators name a site's own language first; where there is none, the configuration says which it is. */
function orderLanguages(
	own: string,
	dialect: Dialect,
	languages: readonly string[],
): readonly string[] {
	if (isGenerator(dialect) || languages.length === 0) return languages;
	const isOwn = (language: string) => normalizeLanguage(language) === own;
	return [
		languages.find(isOwn) ?? own,
		...languages.filter((language) => !isOwn(language)),
	];
}

/** What reading an article takes from its site. */
export function describeSite({
	site,
	permalink,
	generator,
}: Pick<Settings, "site" | "permalink" | "generator">): Site {
	const { dialect, facts, people } = generator;
	return {
		...site,
		zone: createZone(site.timeZone),
		permalink,
		dialect: {
			...dialect,
			slugify: facts.slugs ? slugStyles[facts.slugs] : dialect.slugify,
			slugSource: facts.slugSource ?? dialect.slugSource,
		},
		sitePermalink: facts.permalink,
		permalinks: facts.permalinks ?? new Map(),
		languages: orderLanguages(site.language, dialect, facts.languages ?? []),
		languageFolders: facts.languageFolders ?? new Map(),
		defaults: facts.defaults ?? [],
		directory: readDirectory(people, site.url),
	};
}
