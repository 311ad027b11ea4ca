/** Our feeds against those that the sites published themselves, item by item; what differs for a reason is listed with it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "feedsmith";
import { expect, test } from "vitest";
import { buildCorpus, type CorpusBuild } from "./build.ts";
import { corpora, describeCorpora, findSite } from "./sites.ts";

/** What is compared, as text. */
interface Item {
	readonly url: string;
	readonly title: string;
	/** ISO 8601 in UTC, without fractions of a second. */
	readonly date: string;
	/** Sorted, as the categories. */
	readonly authors: string;
	readonly categories: string;
}

interface Difference {
	readonly field: keyof Item;
	readonly url: string;
	readonly theirs: string;
	readonly ours: string;
}

/** Differences that are right: `items` of them, all with `theirs`. */
interface Known {
	readonly field: keyof Item;
	readonly theirs: string;
	readonly items: number;
	readonly because: string;
}

interface Comparison {
	readonly folder: string;
	/** Below `_published`. */
	readonly theirs: string;
	/** Below the output folder. */
	readonly ours: string;
	/** The addresses of those of our items that theirs can hold. */
	readonly addresses: RegExp;
	/** How many of the newest theirs holds. */
	readonly items: number;
	readonly known: readonly Known[];
}

/** Feeds that stand against the sites' own; their limits are the generators'. The other sites' front page holds all. */
const settings: Readonly<Record<string, object>> = {
	"jekyll-site": {
		feeds: [
			{ path: "/", limit: 10 },
			{ path: "/feed/:category/", each: "category", limit: 10 },
		],
	},
};

const namesNobody = (items: number): Known => ({
	field: "authors",
	theirs: "",
	items,
	because: "the site's RSS names nobody; ours names whom the posts name",
});

const hasNoCategories = (items: number): Known => ({
	field: "categories",
	theirs: "",
	items,
	because: "the site's RSS has no categories; ours has those of the posts",
});

const isOneLine: Known = {
	field: "title",
	theirs: "JavaScript ♥  Unicode",
	items: 1,
	because: "two blanks of the post's title are one in ours, as on a page",
};

const comparisons: readonly Comparison[] = [
	{
		folder: "jekyll-site",
		theirs: "feed.xml",
		ours: "atom.xml",
		addresses: /^/,
		items: 10,
		known: [],
	},
	{
		folder: "jekyll-site",
		theirs: "feed/release.xml",
		ours: "feed/release/atom.xml",
		addresses: /^/,
		items: 10,
		known: [],
	},
	{
		folder: "jest-2021-03",
		theirs: "blog/atom.xml",
		ours: "atom.xml",
		addresses: /^/,
		items: 16,
		known: [],
	},
	{
		folder: "jest-2021-03",
		theirs: "blog/feed.xml",
		ours: "rss.xml",
		addresses: /^/,
		items: 16,
		known: [namesNobody(16)],
	},
	{
		folder: "jsrocks",
		theirs: "rss.xml",
		ours: "rss.xml",
		addresses: /jsrocks\.org\/\d/,
		items: 8,
		known: [namesNobody(8), hasNoCategories(8), isOneLine],
	},
	{
		folder: "jsrocks",
		theirs: "pt-br/rss.xml",
		ours: "rss.xml",
		addresses: /jsrocks\.org\/pt-br\//,
		items: 8,
		known: [namesNobody(8), hasNoCategories(8), isOneLine],
	},
	{
		folder: "jsrocks",
		theirs: "cn/rss.xml",
		ours: "rss.xml",
		addresses: /jsrocks\.org\/cn\//,
		items: 7,
		known: [namesNobody(7), hasNoCategories(7)],
	},
];

const toSeconds = (date: string | undefined) =>
	`${new Date(date ?? Number.NaN).toISOString().slice(0, 19)}Z`;

const joinSorted = (texts: readonly (string | undefined)[] = []) =>
	[...texts].sort().join(", ");

/** Reads RSS and Atom with a parser that others wrote. */
function readItems(xml: string): Item[] {
	const { format, feed } = parseFeed(xml);
	if (format === "atom")
		return (feed.entries ?? []).map((entry) => ({
			url: entry.links?.[0]?.href ?? "",
			title: entry.title?.value ?? "",
			date: toSeconds(entry.published ?? entry.updated),
			authors: joinSorted(entry.authors?.map(({ name }) => name)),
			categories: joinSorted(entry.categories?.map(({ term }) => term)),
		}));
	if (format !== "rss") throw new Error(`a feed in ${format}`);
	return (feed.items ?? []).map((item) => ({
		url: item.link ?? "",
		title: item.title ?? "",
		date: toSeconds(item.pubDate),
		authors: joinSorted([
			...(item.dc?.creators ?? []),
			...(item.authors ?? []).map((author) => JSON.stringify(author)),
		]),
		categories: joinSorted(item.categories?.map(({ name }) => name)),
	}));
}

const fields = ["title", "date", "authors", "categories"] as const;

/** What differs in the items that both feeds have. */
function compareItems(theirs: readonly Item[], ours: readonly Item[]) {
	return theirs.flatMap((their): Difference[] => {
		const our = ours.find(({ url }) => url === their.url);
		return fields
			.filter((field) => our !== undefined && our[field] !== their[field])
			.map((field) => ({
				field,
				url: their.url,
				theirs: their[field],
				ours: our?.[field] ?? "",
			}));
	});
}

const builds = new Map<string, Promise<CorpusBuild>>();

function buildOnce(folder: string): Promise<CorpusBuild> {
	const build =
		builds.get(folder) ?? buildCorpus(findSite(folder), settings[folder]);
	builds.set(folder, build);
	return build;
}

const readPublished = (folder: string, path: string) =>
	readFileSync(join(corpora, folder, "_published", path), "utf8");

describeCorpora("feeds that sites published", () => {
	test.for(comparisons)("$folder $theirs", async (comparison) => {
		const { folder, addresses, items, known } = comparison;
		const { files } = await buildOnce(folder);
		const theirs = readItems(readPublished(folder, comparison.theirs));
		const ours = readItems(files[comparison.ours] ?? "")
			.filter(({ url }) => addresses.test(url))
			.slice(0, items);
		expect(theirs).toHaveLength(items);
		expect(ours.map(({ url }) => url)).toEqual(theirs.map(({ url }) => url));

		const differences = compareItems(theirs, ours);
		const isKnown = ({ field, theirs }: Difference) =>
			known.some((one) => one.field === field && one.theirs === theirs);
		expect(differences.filter((one) => !isKnown(one))).toEqual([]);
		for (const { field, theirs, items, because } of known)
			expect(
				differences.filter(
					(one) => one.field === field && one.theirs === theirs,
				),
				because,
			).toHaveLength(items);
	});

	test("what differs, and why", () => {
		console.table(
			comparisons.flatMap(({ folder, theirs, known }) =>
				known.map(({ field, items, because }) => ({
					feed: `${folder} ${theirs}`,
					field,
					items,
					because,
				})),
			),
		);
	});

	test("the addresses and dates of all of Jekyll's posts are those of its sitemap", async () => {
		const sitemap = readPublished("jekyll-site", "sitemap.xml");
		const pages = sitemap.matchAll(
			/<loc>(.*)<\/loc>\s*<lastmod>(.*)<\/lastmod>/g,
		);
		const posts = [...pages]
			.map(([, url = "", date]) => `${url} ${toSeconds(date)}`)
			.filter((post) => /\/\d{4}\/\d\d\/\d\d\//.test(post));
		const { front } = await buildCorpus(findSite("jekyll-site"));
		const ours = front?.atom.items.map(
			({ url, published }) =>
				`${url} ${toSeconds(new Date(published).toISOString())}`,
		);
		expect(ours?.sort()).toEqual(posts.sort());
		expect(posts).toHaveLength(102);
	});
});
