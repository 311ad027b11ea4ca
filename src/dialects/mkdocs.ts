/**
 * The blog of Material for MkDocs (https://squidfunk.github.io/mkdocs-material/plugins/blog/): posts in `blog/posts`,
 * addresses of dates and titles; all else in `docs` is pages, at their paths.
 */

import { quoteParts } from "../addresses.ts";
import type { Value } from "../front-matter/front-matter.ts";
import { toGithubSlug } from "../slugs.ts";
import { addKeys, common, listParts } from "./common.ts";
import type {
	ArticleDefaults,
	Dialect,
	FolderView,
	Naming,
	SiteFacts,
} from "./dialect.ts";
import { findText, findValue, isMap } from "./site-data.ts";

/** Some have a second one that takes over (`INHERIT`) what it does not say itself: `mkdocs-common.yml`. */
const configuration = /^mkdocs(?:[-._]\w{1,30})?\.ya?ml$/;

/** The names of a site's configurations, `mkdocs.yml` first. */
function listConfigurations({ names }: FolderView): string[] {
	const rank = (name: string) => (/^mkdocs\.ya?ml$/.test(name) ? 0 : 1);
	return [...names]
		.filter((name) => configuration.test(name))
		.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** What all of them say; the first that says it counts. */
function readConfiguration(folder: FolderView): Value | undefined {
	const found = listConfigurations(folder)
		.map((name) => folder.read(name))
		.filter(isMap);
	return found.length === 0
		? undefined
		: new Map(found.reverse().flatMap((values) => [...values]));
}

/** The options of a plugin, which stands in a list, alone or with them, or in a group. */
function findPlugin(
	config: Value | undefined,
	name: string,
): Value | undefined {
	const plugins = findValue(config, "plugins");
	const groups = Array.isArray(plugins) ? plugins : [plugins];
	return groups
		.filter(isMap)
		.map((group) => group.get(name) ?? group.get(`material/${name}`))
		.find((options) => options !== undefined && options !== null);
}

/** Babel's forms of dates: https://babel.pocoo.org/en/latest/dates.html */
const dateParts: Readonly<Record<string, string>> = {
	yyyy: ":year",
	y: ":year",
	yy: ":short_year",
	MM: ":month",
	M: ":i_month",
	dd: ":day",
	d: ":i_day",
	D: ":y_day",
};

function readDateForm(form: string): string | undefined {
	const read = form.replace(/[a-z]+/gi, (part) => dateParts[part] ?? "{");
	return read.includes("{") ? undefined : read;
}

/** By the folder of posts. */
function readPermalinks(config: Value | undefined): Map<string, string> {
	const blog = findPlugin(config, "blog");
	const folder = findText(blog, "blog_dir") ?? "blog";
	const posts = (findText(blog, "post_dir") ?? "{blog}/posts")
		.replace("{blog}", folder)
		.split("/")
		.at(-1);
	const pattern = readPermalink(config, blog);
	return new Map(posts && pattern ? [[posts, pattern]] : []);
}

function readPermalink(
	config: Value | undefined,
	blog: Value | undefined,
): string | undefined {
	const folder = (findText(blog, "blog_dir") ?? "blog").replace(/^\.$/, "");
	const form = findText(blog, "post_url_date_format") ?? "yyyy/MM/dd";
	const most = findText(blog, "post_url_max_categories") ?? "1";
	const parts = new Map([
		["{date}", readDateForm(form)],
		["{slug}", ":slug"],
		["{file}", ":filename"],
		["{categories}", most === "1" ? ":category" : ":categories"],
	]);
	const path = (findText(blog, "post_url_format") ?? "{date}/{slug}").replace(
		/\{\w+\}/g,
		(part) => parts.get(part) ?? "{",
	);
	const ending =
		findValue(config, "use_directory_urls") === "false" ? ".html" : "/";
	return path.includes("{") ? undefined : `/${folder}/${path}${ending}`;
}

function listLanguages(config: Value | undefined): string[] {
	const languages = findValue(findPlugin(config, "i18n"), "languages");
	const groups = Array.isArray(languages) ? languages : [];
	return groups.flatMap((group: Value) => findText(group, "locale") ?? []);
}

/** What Material's plugin `meta` says for all below a folder. */
function readDefaults({ read }: FolderView): ArticleDefaults[] {
	return ["docs", "docs/blog", "docs/blog/posts", "docs/posts"].flatMap(
		(scope) => {
			const values = read(`${scope}/.meta.yml`);
			return isMap(values) ? [{ scope, values }] : [];
		},
	);
}

function readSite(folder: FolderView): SiteFacts {
	const config = readConfiguration(folder);
	const author = findText(config, "site_author");
	return {
		url: findText(config, "site_url"),
		title: findText(config, "site_name"),
		description: findText(config, "site_description"),
		language: findText(config, "theme.language"),
		languages: listLanguages(config),
		authors: author === undefined ? undefined : [{ name: author }],
		copyright: findText(config, "copyright"),
		defaults: readDefaults(folder),
		permalinks: readPermalinks(config),
		feeds: [
			{
				path: "/",
				formats: {
					rss: "feed_rss_created.xml",
					json: "feed_json_created.json",
				},
			},
		],
	};
}

const docs = "docs";

function placeArticle({ path }: Naming): string {
	return path.root === docs
		? `/${quoteParts(listParts(path))}/`
		: "/blog/:year/:month/:day/:slug/";
}

export const mkdocs: Dialect = {
	...common,
	name: "mkdocs",
	title: "MkDocs",
	keys: addKeys({
		date: ["date.created", "date"],
		updated: ["date.updated"],
	}),
	recognise: (folder) => listConfigurations(folder)[0],
	suspect: ({ path, names }) =>
		/(?:^|\/)docs\/blog$/.test(path) && names.has("posts/")
			? "posts/"
			: undefined,
	excerptMarker: /^\s*more\s*$/,
	markup: ["alerts", "admonitions", "wiki-links", "emoji", "math"],
	roots: ["docs/blog/posts", "docs/posts", "blog/posts", "posts", docs],
	permalink: placeArticle,
	slugify: toGithubSlug,
	slugSource: "title",
	isPage: (path, values) => path.root === docs || common.isPage(path, values),
	readSite,
	authorFiles: ["docs/blog/.authors.yml", "docs/.authors.yml", ".authors.yml"],
};
