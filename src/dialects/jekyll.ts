/** Jekyll (https://jekyllrb.com/docs/): posts in `_posts`, named by their date; data in `_config.yml`. */

import { comma } from "../characters.ts";
import { dateParts } from "../date-parts.ts";
import type { Value } from "../front-matter/front-matter.ts";
import { toPrettySlug } from "../slugs.ts";
import { addKeys, common } from "./common.ts";
import type {
	ArticleDefaults,
	Dialect,
	FolderView,
	SiteFacts,
	SourcePath,
} from "./dialect.ts";
import {
	findText,
	findValue,
	isMap,
	listTexts,
	readSiteAuthor,
} from "./site-data.ts";

const configurations = ["_config.yml", "_config.yaml", "_config.toml"];

/** https://jekyllrb.com/docs/permalinks/#built-in-formats */
const styles: ReadonlyMap<string, string> = new Map([
	["date", "/:categories/:year/:month/:day/:title:output_ext"],
	["pretty", "/:categories/:year/:month/:day/:title/"],
	["ordinal", "/:categories/:year/:y_day/:title:output_ext"],
	["weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"],
	["none", "/:categories/:title:output_ext"],
]);

/** Those of the date are called as ours; what Jekyll does not know, it refuses. */
const placeholders: ReadonlyMap<string, string> = new Map([
	...Object.keys(dateParts).map((name): [string, string] => [name, `:${name}`]),
	["basename", ":filename"],
	["categories", ":category_names"],
	["collection", "posts"],
	["name", ":lower_filename"],
	["output_ext", ".html"],
	["path", ":folders/:filename"],
	["slug", ":lower_slug"],
	["slugified_categories", ":categories"],
	["title", ":slug"],
]);

/** In `:month_:day` the sign is no part of the placeholder. */
function readPattern(pattern: string): string | undefined {
	const read = pattern.replace(/:([a-z_]+)/g, (_, key: string) => {
		const known = placeholders.get(key);
		const shorter = placeholders.get(key.replace(/_$/, ""));
		return known ?? (shorter === undefined ? "{" : `${shorter}_`);
	});
	return /[{}]/.test(read) ? undefined : read;
}

const readStyle = (style: string) => readPattern(styles.get(style) ?? style);

/** An address ends as those of the posts do. */
function placeDocuments(style: string): string {
	if (style === "pretty" || style.endsWith("/")) return "/:collection/:path/";
	const hasEnding = styles.has(style) || style.endsWith(":output_ext");
	return `/:collection/:path${hasEnding ? ":output_ext" : ""}`;
}

function readCollections(
	config: Value | undefined,
	style: string,
): Map<string, string> {
	const collections = findValue(config, "collections");
	const patterns = new Map<string, string>();
	for (const name of new Set(["posts", ...listTexts(collections)])) {
		const own = isMap(collections) ? collections.get(name) : undefined;
		const pattern =
			findText(own, "permalink") ??
			(name === "posts" ? undefined : placeDocuments(style));
		const read =
			pattern && readPattern(pattern.replaceAll(":collection", name));
		if (read) patterns.set(`_${name}`, read);
	}
	return patterns;
}

/** A scope without a type is for everything in it; that of pages is nothing to us. */
function readDefaults(value: Value | undefined): ArticleDefaults[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((item: Value) => {
		const values = findValue(item, "values");
		const type = findText(item, "scope.type")?.replace(/^(post|draft)$/, "$1s");
		const path = findText(item, "scope.path") ?? "";
		if (!isMap(values) || path.includes("*") || /^pages?$/.test(type ?? ""))
			return [];
		const scope = path.split("/").filter((part) => part !== "");
		const within = type === undefined ? undefined : `_${type}`;
		return [{ scope: scope.join("/"), within, values }];
	});
}

const hasLayouts = (names: Iterable<string>) =>
	[...names].some((name) => /^_(?:layouts|includes)\/$/.test(name));

/** Some say it on the command line alone, or name a folder that their build makes: it is where the layouts are. */
function findSource({ names, list }: FolderView): string | undefined {
	if (hasLayouts(names) || names.has("_posts/")) return undefined;
	const folders = [...names].filter((name) => /^\w.*\/$/.test(name)).sort();
	return folders.find((name) => hasLayouts(list(name)))?.slice(0, -1);
}

function readSource(
	config: Value | undefined,
	folder: FolderView,
): string | undefined {
	const written = findText(config, "source")?.replace(/^\.\/|\/+$/g, "");
	const isThere = written && folder.list(written).length > 0;
	const source = isThere ? written : (findSource(folder) ?? written);
	const parts = [source, findText(config, "collections_dir")]
		.flatMap((path) => path?.split("/") ?? [])
		.filter((part) => part !== "" && part !== ".");
	return parts.length === 0 ? undefined : parts.join("/");
}

function readUrl(config: Value | undefined): string | undefined {
	const url = findText(config, "url")?.replace(/\/+$/, "");
	const base = findText(config, "baseurl", "base_url") ?? "";
	return url && `${url}/${base.replace(/^\/+/, "")}`;
}

/** How deep the settings go that articles show (example: `site.author.name`). */
const maxDepth = 3;

/** All texts by what Liquid calls them below `site`. */
function listValues(config: Value | undefined, depth = 1): [string, string][] {
	if (!isMap(config)) return [];
	return [...config].flatMap(([key, value]): [string, string][] => {
		if (typeof value === "string") return [[key, value]];
		const inside = depth < maxDepth ? listValues(value, depth + 1) : [];
		return inside.map(([path, text]) => [`${key}.${path}`, text]);
	});
}

function readSite(folder: FolderView): SiteFacts {
	const config = configurations
		.map((name) => folder.read(name))
		.find((value) => value !== undefined);
	const style = findText(config, "permalink") ?? "date";
	const email = findText(config, "email");
	return {
		url: readUrl(config),
		title: findText(config, "title", "name"),
		description: findText(config, "description", "tagline"),
		language: findText(config, "lang", "locale", "default_lang", "language"),
		timeZone: findText(config, "timezone"),
		authors: readSiteAuthor(findValue(config, "author"), email),
		source: readSource(config, folder),
		permalink: readStyle(style),
		permalinks: readCollections(config, style),
		languages: listTexts(findValue(config, "languages")),
		defaults: readDefaults(findValue(config, "defaults")),
		values: new Map(listValues(config)),
		feeds: [
			{
				path: "/",
				formats: { atom: findText(config, "feed.path") ?? "feed.xml" },
			},
		],
	};
}

/** Its plugins read a path in front matter with `absolute_url`: from the site's root, wherever the post is published. */
const readPicture = (src: string) =>
	/^(?:[a-z][a-z\d+.-]*:|\/|\.\.)/i.test(src)
		? src
		: `/${src.replace(/^\.\//, "")}`;

const isPost = ({ root = "" }: SourcePath) => /^_(?:posts|drafts)$/.test(root);

/** The folders above `_posts` are categories, those below it are not. */
function addCategories(path: SourcePath, own: readonly string[]): string[] {
	const above = isPost(path) ? path.above.filter((name) => name !== "..") : [];
	return [...new Set([...above, ...own])];
}

export const jekyll: Dialect = {
	...common,
	name: "jekyll",
	title: "Jekyll",
	keys: addKeys({
		description: ["description", "excerpt"],
		image: ["image.path", "image"],
		updated: ["last_modified_at"],
		published: ["published"],
	}),
	recognise: ({ names }) =>
		configurations.find(
			(name) => names.has(name) && !names.has("scaffolds/"),
		) ?? (names.has("Gemfile") && names.has("_posts/") ? "_posts/" : undefined),
	suspect: ({ path, names }) =>
		names.has("_posts/") || /(?:^|\/)_posts$/.test(path)
			? "_posts/"
			: undefined,
	markup: ["alerts", "liquid", "kramdown", "wiki-links", "emoji", "math"],
	roots: ["_posts", "_drafts", "_*"],
	indexes: [],
	separators: [comma, /\s/],
	titlesByName: true,
	permalink: () => readStyle("date") ?? "",
	readPattern,
	slugify: toPrettySlug,
	slugifiesSlugs: true,
	readPicture,
	// What lies in no collection is a page.
	isPage: (path, values) =>
		path.root === undefined || common.isPage(path, values),
	addCategories,
	readSite,
};
