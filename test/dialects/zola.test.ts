import { describe, expect, test } from "vitest";
import { zola } from "../../src/dialects/zola.ts";
import { findPath, readAt } from "../support/dialect-articles.ts";
import { viewFolder } from "../support/dialect-views.ts";

const base = 'base_url = "https://x.org"\n';

test.each([
	[{ "zola.toml": base }, "zola.toml"],
	[{ "config.toml": base }, "config.toml"],
	[{ "config.toml": 'baseURL = "https://x.org"' }, undefined],
	[{ "config.toml": "base_url = [" }, undefined],
])("recognises %j by %s", (files, by) => {
	const view = viewFolder(files as Record<string, string>);
	expect(zola.recognise(view)).toBe(by);
});

describe("the site", () => {
	const read = (config: string) =>
		zola.readSite(viewFolder({ "zola.toml": base + config }));

	test("is read from zola.toml", () => {
		expect(
			read(
				'title = "A"\ndescription = "B"\ndefault_language = "da"\nauthor = "ann@x.org (Ann Example)"\nfeed_filenames = ["feed.xml", "rss.xml", "x.json"]\n[languages.en]\n',
			),
		).toMatchObject({
			url: "https://x.org",
			title: "A",
			description: "B",
			language: "da",
			languages: ["da", "en"],
			authors: [{ name: "Ann Example", email: "ann@x.org" }],
			feeds: [{ path: "/", formats: { atom: "feed.xml", rss: "rss.xml" } }],
		});
	});

	test.each([
		['author = "Ann"', [{ name: "Ann" }]],
		["", undefined],
	])("has by %j the authors %j", (config, authors) => {
		expect(read(config).authors).toEqual(authors);
	});

	test.each([
		['feed_filename = "index.xml"', { atom: "index.xml" }],
		["", { atom: "atom.xml" }],
	])("has by %j the feeds %j", (config, formats) => {
		expect(read(config).feeds).toEqual([{ path: "/", formats }]);
	});
});

describe("addresses", () => {
	const head = '+++\ntitle = "A"\ndate = 2024-03-01\n+++';
	test.each([
		["", "blog/Hello, World_2.md", "/blog/hello-world-2/"],
		["", "blog/2024-03-01-hello.md", "/blog/hello/"],
		["", "blog/2024-03-01_hello.md", "/blog/hello/"],
		["", "blog/2024-03-01.md", "/blog/2024-03-01/"],
		["", "blog/hello/index.md", "/blog/hello/"],
		["", "blog/2024-03-01-hello/index.md", "/blog/hello/"],
		["", "My Blog/sub/ünï.md", "/My Blog/sub/uni/"],
		["", "привет-мир.md", "/privet-mir/"],
		["[slugify]\npaths = 'safe'", "blog/Ünï_1.md", "/blog/Ünï_1/"],
		["[slugify]\npaths = 'off'", "blog/Ünï_1.md", "/blog/Ünï_1/"],
		[
			"[slugify]\npaths_keep_dates = true",
			"blog/2024-03-01-hello.md",
			"/blog/2024-03-01-hello/",
		],
		["[languages.fr]", "blog/hello.fr.md", "/fr/blog/hello/"],
		["[languages.fr]", "blog/hello/index.fr.md", "/fr/blog/hello/"],
		["[languages.fr]", "fr/hello.md", "/fr/hello/"],
		["", "blog/hello.fr.md", "/blog/hello-fr/"],
	])("with %j, of %s", (config, name, address) => {
		const files = { "zola.toml": `${base}${config}` };
		expect(findPath(zola, files, `content/${name}`, head)).toBe(address);
	});

	test.each([
		['slug = "My & Slug"', "/blog/my-slug/"],
		['path = "Fixed/Place"', "/Fixed/Place/"],
		['path = "/a:year/"', "/a:year/"],
	])("with %j in front matter", (more, address) => {
		const text = `+++\ndate = 2024-03-01\n${more}\n+++`;
		const path = findPath(zola, {}, "content/blog/a.md", text);
		expect(path && decodeURIComponent(path)).toBe(address);
	});
});

test("takes the date of a path", () => {
	const head = '+++\ntitle = "A"\npath = "inside/2024/03/01/a"\n+++';
	expect(readAt(zola, {}, "content/a/b.md", head)).toMatchObject({
		date: Date.UTC(2024, 2, 1),
		url: "https://x.org/inside/2024/03/01/a/",
	});
});

test.each([
	["content/blog/_index.md", 'title = "A"', "page"],
	["content/blog/_index.fr.md", 'title = "A"', "page"],
	["content/blog/a.md", "date = 2024-01-01\nrender = false", "page"],
	["content/blog/a.md", "date = 2024-01-01\ndraft = true", "draft"],
	["content/about.md", 'title = "A"', "page"],
	["content/blog/latest.md", 'template = "latest.html"', "page"],
	["content/blog/a.md", 'title = "A"', "page"],
])("%s with %j is %s", (place, head, what) => {
	expect(readAt(zola, {}, place, `+++\n${head}\n+++`)).toBe(what);
});

test("reads taxonomies and what themes add", () => {
	const head =
		'+++\ntitle = "A"\ndate = 2024-01-01\n[taxonomies]\ntags = ["t"]\ncategories = ["c"]\nauthors = ["Ann"]\n[extra]\nimage = "/i.png"\n+++';
	expect(readAt(zola, {}, "content/blog/a.md", head)).toMatchObject({
		tags: ["t"],
		categories: ["c"],
		authors: [{ name: "Ann" }],
		image: "https://x.org/i.png",
	});
});
