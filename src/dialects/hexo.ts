/** Hexo (https://hexo.io/docs/): posts in `source/_posts`, data in `_config.yml`. */

import { dateParts } from "../date-parts.ts";
import type { Value } from "../front-matter/front-matter.ts";
import { addKeys, common } from "./common.ts";
import type { Dialect, FolderView, SiteFacts } from "./dialect.ts";
import { findText, findValue, listTexts, readSiteAuthor } from "./site-data.ts";

/**
 * Hexo's placeholders in ours (https://hexo.io/docs/permalinks); `:abbrlink` and `:urlname` are keys that its plugins and
 * users write into front matter. `:id` is a number of its database, `:hash` is made of it as well as of the slug, and
 * other keys of front matter are anybody's: a pattern with one of them cannot be filled in.
 */
const placeholders: ReadonlyMap<string, string> = new Map([
	...Object.keys(dateParts).map((name): [string, string] => [name, `:${name}`]),
	["abbrlink", ":slug"],
	["category", ":category_path"],
	["lang", ":own_locale"],
	["name", ":named"],
	["post_title", ":title"],
	["slug", ":folders/:named"],
	["title", ":folders/:named"],
	["urlname", ":slug"],
]);

/** Of `new_post_name`: whether it begins with a date. */
const dated = /^:year\b[^:]*:i?_?month\b[^:]*:i?_?day\b/;

function readPattern(pattern: string): string | undefined {
	const read = pattern.replace(
		/:(\w+)/g,
		(_, key: string) => placeholders.get(key) ?? "{",
	);
	return /[{}]/.test(read) ? undefined : read;
}

/**
 * Where names of files begin with a date, one that does not is a slug with its folders, and no folder is a part of it.
 */
function placeNames(pattern: string, names: string): string {
	if (!dated.test(names)) return pattern;
	return pattern.replace(
		/(?::folders\/)?:named/g,
		names.includes("/") ? ":named" : ":flat_path",
	);
}

/** https://hexo.io/docs/configuration#URL */
function readPermalink(
	config: Value | undefined,
	names: string,
): string | undefined {
	const written = findText(config, "permalink") ?? ":year/:month/:day/:title/";
	const read = readPattern(written) ?? readPattern(":year/:month/:day/:title/");
	if (read === undefined) return undefined;
	const pattern = placeNames(read, names);
	const isFile = /(?:\/|\.html)$/.test(pattern);
	const hasAssets = findValue(config, "post_asset_folder") === "true";
	const ended = hasAssets && !isFile ? `${pattern}/` : pattern;
	const isSet = (key: string) =>
		findValue(config, `pretty_urls.${key}`) === "false";
	const bare = isSet("trailing_index")
		? ended.replace(/(^|\/)index\.html$/, "$1")
		: ended;
	return isSet("trailing_html")
		? bare.replace(/(?<!(?:^|\/)index)\.html$/, "")
		: bare;
}

/** A language is a folder where names of files say so, else one folder among others. */
function readLanguages(config: Value | undefined): string[] {
	const languages = listTexts(findValue(config, "language"));
	const first = findText(config, "permalink_defaults.lang");
	const named = findText(config, "new_post_name")?.includes(":lang/") === true;
	return named ? [...new Set([...(first ? [first] : []), ...languages])] : [];
}

function readSite({ read }: FolderView): SiteFacts {
	const config = read("_config.yml");
	const names = findText(config, "new_post_name") ?? ":title.md";
	return {
		url: findText(config, "url"),
		title: findText(config, "title"),
		description: findText(config, "description", "subtitle"),
		language: listTexts(findValue(config, "language")).find(
			(language) => language !== "default",
		),
		languages: readLanguages(config),
		timeZone: findText(config, "timezone"),
		authors: readSiteAuthor(
			findValue(config, "author"),
			findText(config, "email"),
		),
		permalink: readPermalink(config, names),
		slugSource: dated.test(names) ? "undated name" : "name",
		feeds: [
			{
				path: "/",
				formats: { atom: findText(config, "feed.path") ?? "atom.xml" },
			},
		],
	};
}

export const hexo: Dialect = {
	...common,
	name: "hexo",
	title: "Hexo",
	keys: {
		...addKeys({
			image: ["cover", "thumbnail", "banner_img", "index_img", "top_img"],
			language: ["lang", "language"],
		}),
		// Hexo makes the slug of the file's name, whatever `slug` says.
		slug: ["abbrlink", "urlname"],
	},
	recognise: ({ names, packages }) =>
		names.has("_config.yml") &&
		(packages.has("hexo") || names.has("scaffolds/"))
			? "_config.yml"
			: packages.has("hexo")
				? "package.json"
				: undefined,
	suspect: ({ path }) =>
		/(?:^|\/)source\/_posts$/.test(path) ? "source/_posts/" : undefined,
	fences: ["yaml", "json", "object", "unopened"],
	markup: ["alerts", "hexo-tags", "emoji", "math"],
	roots: ["source/_posts", "source/_drafts", "_posts", "_drafts"],
	indexes: [],
	permalink: () => "/:year/:month/:day/:folders/:named/",
	readPattern,
	slugSource: "name",
	// `hexo new page` makes `about/index.md`, and dates it.
	isLeftOut: (path, values) =>
		(path.root === undefined && path.fileName === "index.md") ||
		common.isLeftOut(path, values),
	isPage: (path, values) =>
		path.root === undefined || common.isPage(path, values),
	readSite,
};
