/** What an article is called in addresses, and the address it has: its file's place, its front matter, its dialect. */

import {
	fillPermalink,
	type Placeholders,
	readPathPart,
	readPermalink,
	toAddress,
} from "./addresses.ts";
import { showText } from "./characters.ts";
import type { Dialect, SourcePath } from "./dialects/dialect.ts";
import { type FindField, readText } from "./fields.ts";
import {
	findPathDate,
	type NameDate,
	readFolderDate,
	readNameDate,
} from "./name-dates.ts";
import type { Site } from "./site.ts";
import { keepName, toAsciiSlug } from "./slugs.ts";
import { readSourcePath, type Source } from "./source-paths.ts";
import { formatLocalTime } from "./zones.ts";

/** What the place of an article's file says. */
export interface Naming {
	/** Below the content's root, as the dialect has it. */
	readonly own: SourcePath;
	/** Below the articles' folder, which the configuration's patterns speak of. */
	readonly readPlain: () => SourcePath;
	/** The date in the name or the folders, and the name without it. */
	readonly dated?: NameDate | undefined;
}

/** Reads what the place of an article's file says. */
export function readNaming(
	{ path, place = path }: Source,
	{ dialect, languages: named, languageFolders }: Site,
): Naming {
	const languages = [...named, ...languageFolders.keys()];
	const found = readSourcePath(place, path, dialect, languages);
	const { language = "" } = found;
	const own = {
		...found,
		language: languageFolders.get(language) ?? found.language,
	};
	return {
		own,
		readPlain: () =>
			readSourcePath(
				path,
				path,
				{ roots: [], indexes: dialect.indexes },
				languages,
			),
		dated: readNameDate(own.name) ?? readFolderDate(own.folders, own.name),
	};
}

/** The date that an address in front matter holds, `YYYY-MM-DD`, as sites moved from elsewhere have it. */
export function findAddressDate(find: FindField): string | undefined {
	const address = find("permalink")?.value;
	return typeof address === "string" ? findPathDate(address) : undefined;
}

/** The heading that a text begins with, of which some generators make the address where no title is written. */
export function findHeading(body: string): string | undefined {
	const [line = ""] = body.trimStart().split("\n", 1);
	if (!/^#[ \t]/.test(line)) return undefined;
	const text = line
		.replace(/\{[^{}]*\}\s*$/, "")
		.replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1")
		.replace(/[*`]|(?<=\s)#+\s*$|^#/g, "");
	return text.trim() || undefined;
}

/** What front matter and the article's own fields say of its address. */
export interface AddressFields {
	readonly title?: string | undefined;
	readonly section?: string | undefined;
	readonly categories: readonly string[];
	readonly language: string;
	/** Milliseconds since the epoch. */
	readonly date: number;
}

/** A title is no part of an address as it is, even where names are. */
function slugifyTitle(title: string, { slugify }: Dialect): string {
	return slugify === keepName ? toAsciiSlug(title) : slugify(title);
}

/** `posts/hello/2024-01-02-index.md` is called by its folder, as `posts/hello/index.md` is. */
function nameUndated(
	{ name, folders }: SourcePath,
	dated: NameDate | undefined,
	{ indexes }: Dialect,
): string {
	const rest = dated?.rest || name;
	const isIndex = rest !== name && indexes.includes(rest);
	return (isIndex ? folders.at(-1) : undefined) ?? rest;
}

/** Settles an article's slug and address. */
export function settleAddress(
	find: FindField,
	{ own, readPlain, dated }: Naming,
	fields: AddressFields,
	site: Site,
	place: string,
): { slug: string; url: string } {
	const { dialect, languages } = site;
	const undated = nameUndated(own, dated, dialect);
	const title = () => slugifyTitle(fields.title ?? undated, dialect);
	const named = () => {
		if (dialect.slugSource === "name") return dialect.slugify(own.name);
		const ofTitle = dialect.slugSource === "title" ? title() : "";
		return ofTitle || dialect.slugify(undated);
	};
	const slugField = find("slug");
	const ownSlug = readPathPart(slugField, readText(slugField));
	const hasSlug = ownSlug !== undefined;
	const slug =
		hasSlug && dialect.slugifiesSlugs
			? dialect.slugify(ownSlug)
			: (ownSlug ?? named());
	const siteLanguage = languages[0] ?? site.language;
	const { section, categories, language } = fields;
	const ownFolders = own.folders.map(dialect.slugify);
	// Spelled out: spreading costs more than all else here.
	const describe = (folders: readonly string[]): Placeholders => ({
		section,
		categories,
		language,
		folders,
		slug,
		title,
		hasSlug,
		named,
		isDated: dialect.slugSource === "undated name" && Boolean(dated?.rest),
		name: own.name,
		ownLanguage: own.language ?? siteLanguage,
		isForeign: fields.language !== site.language,
		otherLanguage: own.language === siteLanguage ? undefined : own.language,
		localTime: () => formatLocalTime(fields.date, site.zone.name),
	});
	const ofSite =
		site.permalink === undefined
			? {
					pattern:
						findPattern(site, place) ??
						dialect.permalink({ date: dated?.date, hasSlug, path: own }),
					folders: ownFolders,
				}
			: { pattern: site.permalink, folders: readPlain().folders };
	const ofArticle = readOwnPattern(find, site);
	const path =
		ofArticle === undefined
			? fillPermalink(ofSite.pattern, describe(ofSite.folders))
			: dialect.name === "plain"
				? ofArticle
				: fillPermalink(ofArticle, describe(ownFolders));
	return { slug, url: toAddress(site.url, path) };
}

/** A permalink in front matter, which may be a pattern itself. */
function readOwnPattern(find: FindField, site: Site): string | undefined {
	const field = find("permalink");
	const text = readText(field);
	if (field === undefined || text === undefined) return undefined;
	const pattern = site.dialect.readPattern(text);
	if (pattern === undefined && site.permalink === undefined)
		field.complain({
			severity: "warning",
			code: "permalink-code",
			problem: `is a template, which only its generator can fill in: ${showText(text)}`,
			hint: 'Set "permalink" in the configuration to the pattern that it makes.',
		});
	return pattern && readPermalink(field, pattern, site.url);
}

/** The pattern of the folder that an article lies in, else the site's. */
function findPattern(
	{ permalinks, sitePermalink }: Site,
	place: string,
): string | undefined {
	const folder = place.split("/").find((part) => permalinks.has(part));
	return folder === undefined ? sitePermalink : permalinks.get(folder);
}
