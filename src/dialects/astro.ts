/**
 * Astro's content collections (https://docs.astro.build/en/guides/content-collections/), Starlight
 * (https://starlight.astro.build/reference/frontmatter/) and its blog (https://starlight-blog-docs.vercel.app/).
 */

import { quoteParts } from "../addresses.ts";
import { toGithubSlug } from "../slugs.ts";
import { addKeys, common, listParts } from "./common.ts";
import type { Dialect, Naming, SourcePath } from "./dialect.ts";
import { findText } from "./site-data.ts";
import { listLanguages } from "./site-languages.ts";

const configurations = ["mjs", "ts", "js", "mts", "cjs"].map(
	(ending) => `astro.config.${ending}`,
);

const docs = "src/content/docs";
const pages = "src/pages";
const isOfDocs = ({ root }: SourcePath) => root?.endsWith("content/docs");

/**
 * The id that a collection gives a file. A `slug` replaces it, in a collection's folder or, in Starlight, in the whole
 * site; `src/pages` has addresses that are its files' names.
 */
function placeArticle({ hasSlug, path }: Naming): string {
	if (path.root === pages) return `/${quoteParts(listParts(path))}/`;
	const parts = quoteParts(listParts(path).map(toGithubSlug));
	if (!hasSlug) return `/${parts}/`;
	return isOfDocs(path) ? "/:slug/" : `/${parts.split("/")[0]}/:slug/`;
}

/** A picture beside an article, or below an alias of its folder, is built into a file with a name of its own. */
const builtPicture = /^(?:\.{1,2}\/|[~@#][\w-]*\/|src\/)/;

const own = addKeys({
	date: ["pubDate", "pubDatetime", "publishDate", "date"],
	description: ["description", "excerpt"],
	updated: ["updatedDate", "modDatetime", "lastUpdated"],
});

export const astro: Dialect = {
	...common,
	name: "astro",
	title: "Astro",
	keys: {
		...own,
		// Starlight's `banner` is an announcement, its `hero` the head of a landing page.
		image: [
			"heroImage",
			"cover.image",
			"cover.light",
			...own.image.filter((key) => !/^(?:banner|hero)$/.test(key)),
		],
	},
	recognise: ({ names, packages }) =>
		configurations.find((name) => names.has(name)) ??
		(["astro", "@astrojs/starlight"].some((name) => packages.has(name))
			? "package.json"
			: undefined),
	suspect: ({ path, names }) =>
		/(?:^|\/)src$/.test(path) && names.has("content/") ? "content/" : undefined,
	ownHead: /^(?:heroImage|pubDatetime):/m,
	markup: ["alerts", "contents", "math", "mdx", "directives", "kramdown"],
	roots: [docs, "src/content", pages, "src/data", "content/docs", "content"],
	permalink: placeArticle,
	readPicture: (src) => (builtPicture.test(src) ? undefined : src),
	readBodyPicture: (src) => (builtPicture.test(src) ? undefined : src),
	slugify: toGithubSlug,
	slugSource: "name",
	isLeftOut: (path, values) =>
		/^authors?$/.test(path.folders[0] ?? "") ||
		path.folders.some((folder) => /^_|[[\]]/.test(folder)) ||
		findText(values, "template") === "splash" ||
		common.isLeftOut(path, values),
	// Beside its blog, Starlight has pages of documentation, which no date stands in.
	isPage: (path, values) =>
		isOfDocs(path) ? path.folders[0] !== "blog" : common.isPage(path, values),
	readSite: (folder) => ({
		languages: listLanguages(folder, [docs, "src/content/blog", pages]),
		feeds: [{ path: "/", formats: { rss: "rss.xml" } }],
	}),
	authorFiles: [
		...common.authorFiles,
		"src/content/authors",
		"src/content/authors.json",
		"src/content/authors.yml",
		"src/data/authors",
		"src/data/authors.json",
		"src/data/authors.yml",
	],
};
