/** Our addresses against those by which the sites' own posts link to each other. */

import { expect, test } from "vitest";
import type { ReadItem } from "../support/feed-reader.ts";
import { buildCorpus } from "./build.ts";
import { type Corpus, describeCorpora, sites } from "./sites.ts";

/** Patterns of sites whose own code makes their addresses, or whose generator nothing here shows: authors have to say so. */
const permalinks: Readonly<Record<string, string>> = {
	"11ty-website": "/blog/:slug/",
	"18f": "/:year/:month/:day/:slug/",
	"svelte-dev": "/blog/:slug",
};

/** Links that end as the address of one of our posts and rightly lead elsewhere. */
const elsewhere: Readonly<
	Record<string, { readonly pages: RegExp; readonly because: string }>
> = {
	electron: {
		pages: /^electronjs\.org\/(?:apps\/dat|governance|userland)$/,
		because: "pages of the site that posts announced",
	},
	"nodejs-org": {
		pages: /^nodejs\.org\/(?:dist|docs)\//,
		because: "folders of releases",
	},
	"react-dev": {
		pages: /^react\.dev\/blog\/2024\/04\/25\/react-19$/,
		because: "the post was dated anew when React 19 was stable",
	},
	"react-native": {
		pages: /^reactnative\.dev\/docs\//,
		because: "pages of the documentation",
	},
	"rust-blog": {
		pages:
			/\/2015\/05\/15\/Rust-1\.0$|\/inside-rust\/202[45]\/.*\/(?:project-director|leadership-council)-/,
		because: "posts of the same name that are not here",
	},
	tauri: {
		pages: /^tauri\.app\/blog\/2022\//,
		because: "addresses of the site before Starlight made it",
	},
};

/** Without scheme, `www.`, fragment, and what servers add to or take from the end. */
function readPath(address: string): string {
	const { host, pathname } = new URL(address);
	const path = pathname.replace(/(?:\/index)?(?:\.html|\/)?$/, "");
	return `${host.replace(/^www\./, "")}${path}`;
}

/** The last part of a path, without a date, by which a post is known wherever it is. */
const readLast = (path: string) =>
	path.slice(path.lastIndexOf("/") + 1).replace(/^\d{4}-\d\d-\d\d-/, "");

/** The pages of its own site that an item links to. */
function listOwnLinks({ content = "" }: ReadItem, { url }: Corpus): string[] {
	const [host] = readPath(url).split("/", 1);
	return [...content.matchAll(/<a href="(https?:[^"]+)"/g)]
		.map(([, address = ""]) => address.replaceAll("&amp;", "&"))
		.filter((address) => URL.canParse(address))
		.map(readPath)
		.filter((path) => path.startsWith(`${host}/`));
}

describeCorpora("addresses in real sites", () => {
	const counts: object[] = [];

	test.for(sites)("$folder", async (site) => {
		const { front } = await buildCorpus(site, {
			permalink: permalinks[site.folder],
		});
		const items = front?.json.items ?? [];
		const ours = new Set(items.map(({ url = "" }) => readPath(url)));
		const names = new Set([...ours].map(readLast));
		const links = items.flatMap((item) => listOwnLinks(item, site));
		const met = links.filter((path) => ours.has(path));
		const missed = links.filter(
			(path) => !ours.has(path) && names.has(readLast(path)),
		);
		const { pages, because } = elsewhere[site.folder] ?? {};
		const other = missed.filter((path) => pages?.test(path));
		const wrong = missed.filter((path) => !other.includes(path));
		counts.push({
			folder: site.folder,
			met: met.length,
			other: other.length,
			wrong: wrong.length,
		});
		expect([...new Set(wrong)]).toEqual([]);
		expect(other.length > 0, because).toBe(pages !== undefined);
	});

	test("were compared in every site", () => {
		console.table(counts);
		expect(counts).toHaveLength(sites.length);
	});
});
