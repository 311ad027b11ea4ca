/**
 * What the articles of all generators have in common: the names that many of them share, for a site whose generator
 * nothing tells, and as what other dialects fall back to.
 */

import { quoteParts } from "../addresses.ts";
import { comma } from "../characters.ts";
import { keepName } from "../slugs.ts";
import type { Dialect, Idea, Keys, Naming, SourcePath } from "./dialect.ts";
import { findText } from "./site-data.ts";

const keys: Keys = {
	aliases: ["aliases", "alias", "redirect_from"],
	authorAvatar: [
		"author_avatar",
		"authorAvatar",
		"author_image",
		"authorImage",
		"author_image_url",
		"authorImageURL",
		"authorPicture",
	],
	authorEmail: ["author_email", "authorEmail"],
	authorUrl: [
		"author_url",
		"authorURL",
		"authorUrl",
		"author_link",
		"authorLink",
	],
	authors: ["authors", "author", "authorName", "author_name", "by", "byline"],
	categories: ["categories", "category"],
	content: ["content"],
	contributors: [
		"contributors",
		"editors",
		"editor",
		"translators",
		"translator",
	],
	date: [
		"date",
		"pubDate",
		"publishDate",
		"publish_date",
		"publishedAt",
		"published_at",
		"publishedDate",
		"datePublished",
		"date_published",
		"published",
		"createdAt",
		"created_at",
		"created",
	],
	description: [
		"description",
		"summary",
		"excerpt",
		"teaser",
		"preview",
		"spoiler",
		"abstract",
		"deck",
		"subtitle",
	],
	draft: ["draft", "isDraft", "unlisted", "hidden", "status"],
	enclosures: ["enclosures", "enclosure", "audio"],
	expires: ["expires", "expiryDate", "expires_at"],
	id: ["guid", "uuid", "id"],
	image: [
		"image",
		"cover",
		"coverImage",
		"cover_image",
		"heroImage",
		"hero_image",
		"featured_image",
		"featuredImage",
		"featureImage",
		"feature_image",
		"hero",
		"banner",
		"ogImage",
		"og_image",
		"socialImage",
		"social_image",
		"thumbnail",
		"images",
	],
	language: ["language", "lang", "locale"],
	link: ["link", "external_url", "externalUrl", "link_url"],
	permalink: ["permalink"],
	published: ["published", "publish"],
	retracted: ["retracted"],
	section: ["section"],
	slug: ["slug"],
	tags: ["tags", "tag", "topics", "keywords"],
	title: ["title", "headline"],
	updated: [
		"updated",
		"updatedDate",
		"updatedAt",
		"updated_at",
		"lastmod",
		"last_modified_at",
		"lastModified",
		"last_modified",
		"lastUpdated",
		"last_updated",
		"dateModified",
		"date_modified",
		"modified",
	],
};

/** The keys of a dialect: its own in its own order, and behind them those that generators share. */
export function addKeys(own: Partial<Keys>): Keys {
	const merged = Object.entries(keys).map(([idea, shared]) => [
		idea,
		[...new Set([...(own[idea as Idea] ?? []), ...shared])],
	]);
	return Object.fromEntries(merged);
}

/** Files that stand among articles and are none, whoever made the site. */
const papers =
	/^(?:readme|license|licence|changelog|contributing|code_of_conduct)(?:\..*)?$/i;

/** Names of pages that most sites have. */
const pages =
	/^(?:404|about|archives?|authors?|blog|categories|contact|feed|home|imprint|index|links|now|privacy|search|subscribe|tags|uses)$/i;
const pageLayouts = /^(?:base|default|home|page)\b/i;

/**
 * The place of an article in the parts of an address: its folders, that of a language among them, and its name.
 */
export function listParts(path: SourcePath): string[] {
	const { folders, language, fileName, name } = path;
	const ofFolder =
		language !== undefined && !fileName.includes(`.${language}.`);
	return [...(ofFolder ? [language] : []), ...folders, name];
}

/** Where a generator publishes an article that does no more with paths than to end them in its own way. */
export function placeByPath({ hasSlug, path }: Naming, ending: string): string {
	const parts = listParts(path);
	const folders = quoteParts(parts.slice(0, -1));
	const slug = hasSlug ? ":slug" : quoteParts(parts.slice(-1));
	return `/${folders}/${slug}${ending}`;
}

export const common: Dialect = {
	name: "common",
	title: "no generator that is known",
	// Other generators' `id` may name a document; here it is what feedwright's own articles are known by.
	keys: { ...keys, id: ["id", "guid", "uuid"] },
	recognise: () => undefined,
	suspect: () => undefined,
	fences: ["yaml", "toml", "json", "object", "comment", "header", "unopened"],
	markup: [
		"alerts",
		"liquid",
		"hugo-shortcodes",
		"math",
		"mdx",
		"directives",
		"kramdown",
		"wiki-links",
		"emoji",
	],
	excerptMarker: /^\s*(?:end-?excerpt|excerpt|more|read-?more|truncate)\s*$/i,
	roots: [],
	indexes: ["index", "+page"],
	separators: [comma],
	technicalTags: [],
	titlesByName: false,
	// Two languages with one slug are two articles.
	permalink: () => "/:locale/:slug/",
	readPattern: (pattern) => (/[{}]/.test(pattern) ? undefined : pattern),
	slugify: keepName,
	slugifiesSlugs: false,
	slugSource: "undated name",
	readPicture: (src) => src,
	// `~/`, `@/`, `@assets/`, `$lib/` are a bundler's names for folders.
	readBodyPicture: (src) =>
		/^(?:[~@][\w-]*|\$lib)\//.test(src) ? undefined : src,
	isLeftOut: ({ fileName }, values) =>
		/^_/.test(fileName) ||
		papers.test(fileName) ||
		typeof values.get("redirect_to") === "string" ||
		values.get("layout") === "redirect" ||
		values.get("permalink") === "false" ||
		findText(values, "build.render", "_build.render") === "never",
	isPage: ({ fileName, name, folders }, values) =>
		pages.test(name) ||
		pageLayouts.test(findText(values, "layout", "template") ?? "") ||
		(/^(?:index|\+page)\./.test(fileName) && folders.length === 0),
	addCategories: (_, own) => own,
	readSite: () => ({}),
	authorFiles: [
		"authors.yml",
		"authors.yaml",
		"authors.json",
		"_data/authors.yml",
		"_data/authors.yaml",
		"_data/authors.json",
		"data/authors.yml",
		"data/authors.yaml",
		"data/authors.json",
		"data/authors.toml",
		"data/authors",
		"authors",
		"author",
	],
};
