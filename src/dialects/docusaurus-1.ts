/**
 * Docusaurus 1 (https://v1.docusaurus.io/docs/en/blog): a post's date is its file's, at six o'clock, UTC, and its address
 * has that date and ends with `.html`.
 */

import { quoteParts } from "../addresses.ts";
import { readNameDate } from "../name-dates.ts";
import type { Dialect, Naming } from "./dialect.ts";
import { docusaurus } from "./docusaurus.ts";

function placeArticle({ path }: Naming): string {
	const { date = "", rest } = readNameDate(path.name) ?? { rest: path.name };
	return `/blog/${quoteParts([...date.split("-"), rest])}.html`;
}

export const docusaurus1: Dialect = {
	...docusaurus,
	name: "docusaurus-1",
	title: "Docusaurus 1",
	keys: { ...docusaurus.keys, date: [], slug: [], updated: [] },
	recognise: ({ names }) =>
		names.has("siteConfig.js") ? "siteConfig.js" : undefined,
	suspect: () => undefined,
	ownHead: /^authorFBID:/m,
	roots: ["blog"],
	permalink: placeArticle,
	readSite: () => ({
		dateOnlyTime: "06:00",
		feeds: [{ path: "/blog/", formats: { rss: "feed.xml", atom: "atom.xml" } }],
	}),
};
