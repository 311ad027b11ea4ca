/**
 * Blogs in Next.js (https://nextjs.org/docs/app/guides/mdx) or Gatsby (https://www.gatsbyjs.com/starters/) with Markdown
 * or MDX: each reads its folder in its own way, most by the starters' names.
 */

import { addKeys, common, placeByPath } from "./common.ts";
import type { Dialect, FolderView, Naming, SiteFacts } from "./dialect.ts";
import { readSiteAuthor } from "./site-data.ts";
import { listLanguages } from "./site-languages.ts";

const configurations = ["js", "mjs", "ts", "cjs"].flatMap((ending) => [
	`next.config.${ending}`,
	`contentlayer.config.${ending}`,
	`gatsby-config.${ending}`,
]);

const packagesOf = ["next", "contentlayer", "contentlayer2", "gatsby"];

/** A folder of the app router that groups pages and stands in no address. */
const group = /^\(.*\)$/;

function placeArticle(naming: Naming): string {
	const { path } = naming;
	const [first = "", ...rest] = path.folders;
	const folders = [first.replace(/^_/, ""), ...rest].filter(
		(folder) => !group.test(folder),
	);
	return placeByPath({ ...naming, path: { ...path, folders } }, "");
}

/** Gatsby's pages end with a slash, and its starter's blog stands at the site's root. */
function readSite(view: FolderView): SiteFacts {
	const isGatsby = view.packages.has("gatsby");
	const author = ["mdx", "md"]
		.map((ending) => view.read(`data/authors/default.${ending}`))
		.find((found) => found !== undefined);
	return {
		authors: readSiteAuthor(author),
		languages: listLanguages(view, ["content", "pages", "src/pages", "posts"]),
		permalink: isGatsby ? "/:path/" : undefined,
		permalinks: isGatsby ? new Map([["blog", "/:slug/"]]) : undefined,
		feeds: [{ path: "/", formats: { rss: isGatsby ? "rss.xml" : "feed.xml" } }],
	};
}

export const next: Dialect = {
	...common,
	name: "next",
	title: "Next.js or Gatsby",
	keys: addKeys({
		date: ["date", "publishedAt", "publishedDate", "published"],
		description: ["summary", "description", "excerpt", "spoiler"],
		image: ["images", "image", "coverImage"],
		permalink: ["permalink", "path"],
		updated: ["lastmod", "updatedAt"],
	}),
	recognise: ({ names, packages }) =>
		configurations.find((name) => names.has(name)) ??
		(packagesOf.some((name) => packages.has(name))
			? "package.json"
			: undefined),
	suspect: ({ path }) => (/(?:^|\/)pages$/.test(path) ? "pages/" : undefined),
	markup: [
		"alerts",
		"contents",
		"math",
		"mdx",
		"directives",
		"kramdown",
		"emoji",
	],
	roots: [
		"src/content",
		"content",
		"src/data",
		"data",
		"src/pages",
		"pages",
		"src/app",
		"app",
		"src",
		// Some have their posts where their pictures are served from.
		"public",
		".",
	],
	indexes: ["index", "page"],
	permalink: placeArticle,
	readPicture: (src) => (/^\.{1,2}\//.test(src) ? undefined : src),
	slugSource: "name",
	isLeftOut: (path, values) =>
		/^authors?$/.test(path.folders[0] ?? "") ||
		[...path.folders, path.name].some((part) => /^\[.*\]$/.test(part)) ||
		common.isLeftOut(path, values),
	readSite,
};
