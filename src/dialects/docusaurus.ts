/**
 * Docusaurus' blog (https://docusaurus.io/docs/blog and
 * https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog): dates in names of files and folders, people in
 * `authors.yml`, translations in `i18n`.
 */

import { quoteParts } from "../addresses.ts";
import { addKeys, common } from "./common.ts";
import type { Dialect, Naming } from "./dialect.ts";

const configurations = ["js", "ts", "mjs", "cjs"].map(
	(ending) => `docusaurus.config.${ending}`,
);

const translated = "i18n/:lang/docusaurus-plugin-content-blog";

/** The last date in a path, with `-` or `/` in it; the slug begins with it, and what stands before it follows. */
const dated = /^(.*)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*)$/s;

function makeSlug(path: string): string {
	const [, before = "", date, after = ""] = dated.exec(path) ?? [];
	return date === undefined
		? path
		: `${date.replaceAll("-", "/")}/${before}${after}`;
}

/** Most often a blog's part of the address is its folder's name, though only code says it. */
function placeArticle({ hasSlug, path }: Naming): string {
	const isTranslated = path.root === translated;
	const [base = "blog", ...inside] =
		isTranslated || path.root === "blog"
			? ["blog", ...path.folders]
			: path.folders;
	const slug = makeSlug([...inside, path.name].join("/"));
	const language = isTranslated ? "/:locale" : "";
	const own = hasSlug ? ":slug" : quoteParts(slug.split("/"));
	return `${language}/${quoteParts([base])}/${own}`;
}

/** `./x.png` is built into a file with a name of its own, `img/x.png` is a path of the site. */
function readPicture(src: string): string | undefined {
	if (/^\.{1,2}\/|^@site\//.test(src)) return undefined;
	return /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(src) ? src : `/${src}`;
}

export const docusaurus: Dialect = {
	...common,
	name: "docusaurus",
	title: "Docusaurus",
	keys: {
		...addKeys({
			authorAvatar: ["author_image_url", "authorImageURL"],
			authorUrl: ["author_url", "authorURL"],
			draft: ["draft", "unlisted"],
			image: ["image"],
			updated: ["last_update.date"],
		}),
		id: [],
		permalink: [],
		// `keywords` are for search engines alone.
		tags: ["tags"],
	},
	recognise: ({ names, packages, commands }) =>
		configurations.find((name) => names.has(name)) ??
		(packages.has("@docusaurus/core") || commands.has("docusaurus")
			? "package.json"
			: undefined),
	suspect: ({ path, names }) =>
		/(?:^|\/)website$/.test(path) && names.has("blog/") ? "blog/" : undefined,
	ownHead:
		/^(?:authorImageURL|authorTitle|author_title|hide_table_of_contents):/m,
	excerptMarker: /^\s*truncate\s*$/,
	markup: ["alerts", "math", "mdx", "directives", "kramdown", "emoji"],
	roots: [translated, "blog", "website", "."],
	permalink: placeArticle,
	readPicture,
	readBodyPicture: (src) =>
		// What lies in `static` is published as it is, too.
		common.readBodyPicture(
			src.replace(/^(?:@site|\.\.(?:\/\.\.)*)\/static\//, "/"),
		),
	isLeftOut: (path, values) =>
		path.folders.some((folder) => folder.startsWith("_")) ||
		common.isLeftOut(path, values),
	isPage: () => false,
	readSite: () => ({
		feeds: [{ path: "/blog/", formats: { rss: "rss.xml", atom: "atom.xml" } }],
	}),
	authorFiles: ["blog/authors.yml", "blog/authors.yaml", ...common.authorFiles],
};
