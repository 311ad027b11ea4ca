import { describe, expect, test } from "vitest";
import type { SiteFeed } from "../../src/dialects/dialect.ts";
import { completeFormats, findPresentFeed } from "../../src/init/feeds.ts";

const find = (
	texts: Readonly<Record<string, string>>,
	siteFeeds: readonly SiteFeed[] = [],
	site = "",
) =>
	findPresentFeed(Object.keys(texts), site, siteFeeds, (file) => texts[file]);

describe("by the files that make it", () => {
	test.each([
		["src/pages/rss.xml.js", "", "/", { rss: "rss.xml" }],
		["src/pages/blog/atom.xml.ts", "", "/blog/", { atom: "atom.xml" }],
		["src/routes/rss.xml/+server.ts", "", "/rss.xml/", undefined],
		["src/routes/(site)/rss.xml", "", "/", { rss: "rss.xml" }],
		["app/feed.json", "", "/", { json: "feed.json" }],
		[
			"feed.xml",
			"<feed xmlns='http://www.w3.org/2005/Atom'>",
			"/",
			{ atom: "feed.xml" },
		],
		["feed.xml", "<rss version='2.0'>", "/", { rss: "feed.xml" }],
		[
			"src/feed.njk",
			"---\npermalink: /feed/news.xml\n---\n<feed>",
			"/feed/",
			{ atom: "news.xml" },
		],
		["source/atom.xml", "", "/", { atom: "atom.xml" }],
		// A feed for each of something.
		["src/pages/[lang]/rss.xml.js", "", "", undefined],
		[
			"src/tags.njk",
			"---\npermalink: /{{ tag }}/feed.xml\n---\n",
			"",
			undefined,
		],
		// No configuration could say it.
		["src/feed.njk", "---\npermalink: /a%20b/feed.xml\n---\n", "", undefined],
		["src/feed.njk", "---\nlayout: feed\n---\n", "", undefined],
	])("%s %j", (file, text, path, formats) => {
		expect(find({ [file]: text })).toEqual(
			formats && { path, formats, by: file },
		);
	});

	test("the outermost, with all its formats", () => {
		const texts = {
			"src/pages/blog/rss.xml.js": "",
			"src/pages/rss.xml.js": "",
			"src/pages/feed.json.js": "",
		};
		expect(find(texts)).toEqual({
			path: "/",
			formats: { rss: "rss.xml", json: "feed.json" },
			by: "src/pages/rss.xml.js",
		});
	});

	test("of the site alone", () => {
		const texts = { "docs/feed.xml": "", "apps/web/src/pages/rss.xml.js": "" };
		expect(find(texts, [], "apps/web")).toMatchObject({
			path: "/",
			formats: { rss: "rss.xml" },
		});
	});
});

describe("as the generator has it", () => {
	test.each<[SiteFeed, object | undefined]>([
		[
			{ path: "/", formats: { atom: "feed.xml" } },
			{ path: "/", formats: { atom: "feed.xml" } },
		],
		[
			{ path: "/blog/", formats: { rss: "rss.xml", atom: "atom.xml" } },
			{ path: "/blog/", formats: { rss: "rss.xml", atom: "atom.xml" } },
		],
		// Jekyll's feed.path may have folders.
		[
			{ path: "/", formats: { atom: "/feeds/all.xml" } },
			{ path: "/feeds/", formats: { atom: "all.xml" } },
		],
		[{ path: "/", formats: { atom: "a?.xml" } }, undefined],
		[{ path: "/../", formats: { atom: "a.xml" } }, undefined],
		[{ path: "/:tag/", each: "tag", formats: { atom: "a.xml" } }, undefined],
	])("%j", (feed, expected) => {
		expect(find({}, [feed])).toEqual(
			expected && { ...expected, by: undefined },
		);
	});

	test("a file of the site says more", () => {
		const usual = { path: "/", formats: { rss: "rss.xml" } };
		expect(find({ "src/pages/feed.xml.js": "" }, [usual])?.formats).toEqual({
			rss: "feed.xml",
		});
	});

	test("nobody knows", () => {
		expect(find({})).toBeUndefined();
	});
});

test.each([
	[{}, { rss: "rss.xml", atom: "atom.xml", json: "feed.json" }],
	[
		{ atom: "feed.xml" },
		{ rss: "rss.xml", atom: "feed.xml", json: "feed.json" },
	],
	// Zola calls its Atom so where it was told to.
	[
		{ atom: "rss.xml" },
		{ rss: "feed.rss", atom: "rss.xml", json: "feed.json" },
	],
	[
		{ rss: "Atom.XML" },
		{ rss: "Atom.XML", atom: "feed.atom", json: "feed.json" },
	],
])("beside %j", (formats, all) => {
	expect(completeFormats(formats)).toEqual(all);
});
