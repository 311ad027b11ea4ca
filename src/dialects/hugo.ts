/** Hugo (https://gohugo.io/documentation/): content below `content`, data in `hugo.toml`, once `config.toml`. */

import type { Value } from "../front-matter/front-matter.ts";
import { toHugoSlug } from "../slugs.ts";
import { addKeys, common } from "./common.ts";
import type { Dialect, FolderView, SiteFacts } from "./dialect.ts";
import { readPermalinks, readTokens } from "./hugo-permalinks.ts";
import {
	findText,
	findValue,
	isMap,
	listTexts,
	readSiteAuthor,
} from "./site-data.ts";

const endings = ["toml", "yaml", "yml", "json"];
const folder = "config/_default";
const configurations = [
	...endings.map((ending) => `hugo.${ending}`),
	...endings.map((ending) => `${folder}/hugo.${ending}`),
	...endings.map((ending) => `${folder}/config.${ending}`),
	...endings.map((ending) => `config.${ending}`),
];

/** Keys that may have a file of their own (https://gohugo.io/configuration/introduction/#configuration-directory). */
const parts = [
	"author",
	"frontmatter",
	"languages",
	"outputformats",
	"params",
	"permalinks",
	"uglyurls",
];

/** How deep the settings go that are read here. */
const maxDepth = 6;

/** Hugo takes its keys in any case. */
function foldKeys(value: Value, depth = 0): Value {
	if (!isMap(value) || depth > maxDepth) return value;
	return new Map(
		[...value].map(([key, each]) => [
			key.toLowerCase(),
			foldKeys(each, depth + 1),
		]),
	);
}

/** Zola has a `config.toml` too, and writes `base_url` where Hugo has `baseURL`. */
function findConfiguration({ read }: FolderView) {
	for (const name of configurations) {
		const found = read(name);
		if (!isMap(found)) continue;
		const config = foldKeys(found);
		const own = ["baseurl", "theme", "languagecode", "defaultcontentlanguage"];
		if (name.includes("hugo.") || own.some((key) => findValue(config, key)))
			return { name, config };
	}
	return undefined;
}

const readFirst = ({ read }: FolderView, name: string) =>
	endings
		.map((ending) => read(`${folder}/${name}.${ending}`))
		.find((value) => value !== undefined);

/** The configuration with the parts that have files of their own. */
function readSettings(view: FolderView): Value {
	const config = findConfiguration(view)?.config;
	const settings = new Map(isMap(config) ? config : []);
	for (const part of parts) {
		const value = settings.get(part) ?? readFirst(view, part);
		if (value !== undefined) settings.set(part, foldKeys(value));
	}
	return settings;
}

/** The site's own first, as each is called in addresses. */
function listLanguages(settings: Value, view: FolderView): string[] {
	const files = view
		.list(folder)
		.flatMap((name) => /^languages\.([\w-]+)\.\w+$/.exec(name)?.[1] ?? []);
	const own = findText(settings, "defaultcontentlanguage") ?? "en";
	const declared = listTexts(findValue(settings, "languages"));
	return [...new Set([own, ...declared, ...files])];
}

/** Folders of content that are called otherwise than their languages: `content/english`. */
function readLanguageFolders(settings: Value): Map<string, string> {
	const languages = findValue(settings, "languages");
	const found = new Map<string, string>();
	for (const language of listTexts(languages)) {
		const path = findText(languages, `${language}.contentdir`) ?? "";
		const name = /^content\/([^/]+)\/?$/.exec(path)?.[1];
		if (name !== undefined && name !== language) found.set(name, language);
	}
	return found;
}

function readLanguage(settings: Value, view: FolderView, key: string) {
	const own =
		findValue(settings, `languages.${key}`) ??
		foldKeys(readFirst(view, `languages.${key}`) ?? null);
	return {
		title: findText(own, "title"),
		language: findText(own, "locale", "languagecode"),
		description: findText(own, "params.description"),
	};
}

function readSite(view: FolderView): SiteFacts {
	const settings = readSettings(view);
	const languages = listLanguages(settings, view);
	const [key = "en"] = languages;
	const own = readLanguage(settings, view, key);
	const base = findText(settings, "outputformats.rss.basename") ?? "index";
	return {
		url: findText(settings, "baseurl"),
		title: own.title ?? findText(settings, "title"),
		description: own.description ?? findText(settings, "params.description"),
		language:
			own.language ?? findText(settings, "locale", "languagecode") ?? key,
		timeZone: findText(settings, "timezone"),
		authors: readSiteAuthor(
			findValue(settings, "params.author") ?? findValue(settings, "author"),
		),
		copyright: findText(settings, "copyright"),
		...readPermalinks(settings),
		// With `:filename`, Hugo takes the date out of names, and what is left is the slug.
		slugSource: listTexts(findValue(settings, "frontmatter.date")).includes(
			":filename",
		)
			? "undated name"
			: "name",
		languages,
		languageFolders: readLanguageFolders(settings),
		feeds: [{ path: "/", formats: { rss: `${base}.xml` } }],
	};
}

/** An address without a slash at its beginning is below its language's. */
function readPattern(pattern: string): string | undefined {
	const read = readTokens(pattern);
	const isWhole = /^\/|^[a-z]+%3A|^[a-z]+:/i.test(pattern);
	return isWhole || read === undefined ? read : `/:locale/${read}`;
}

export const hugo: Dialect = {
	...common,
	name: "hugo",
	title: "Hugo",
	keys: addKeys({
		authors: ["authors", "author", "params.authors", "params.author"],
		// What Hugo's own feed has, and what an article waits for.
		date: ["publishDate", "pubdate", "published", "date"],
		description: ["description", "summary", "params.description"],
		draft: ["draft"],
		expires: ["expiryDate", "unpublishdate"],
		image: ["image", "cover.image", "featured_image", "images", "params.image"],
		link: ["link", "params.link"],
		permalink: ["url"],
		tags: ["tags"],
		title: ["title", "linkTitle"],
		updated: ["lastmod", "modified"],
	}),
	recognise: (view) => findConfiguration(view)?.name,
	suspect: ({ names }) =>
		names.has("archetypes/") && names.has("content/")
			? "archetypes/"
			: undefined,
	markup: ["alerts", "hugo-shortcodes", "kramdown", "emoji", "math"],
	roots: ["content"],
	indexes: ["index"],
	permalink: () => "/:locale/:path/",
	slugify: toHugoSlug,
	slugifiesSlugs: true,
	slugSource: "name",
	isLeftOut: (path, values) =>
		values.get("headless") === "true" ||
		["never", "false"].includes(
			findText(values, "build.list", "_build.list") ?? "",
		) ||
		findText(values, "build.render", "_build.render") === "false" ||
		common.isLeftOut(path, values),
	isPage: (path, values) =>
		path.folders.length === 0 || common.isPage(path, values),
	readPattern,
	readSite,
};
