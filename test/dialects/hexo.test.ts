import { describe, expect, test } from "vitest";
import { hexo } from "../../src/dialects/hexo.ts";
import { findPath, readAt } from "../support/dialect-articles.ts";
import { viewFolder } from "../support/dialect-views.ts";

const asked = '{ "dependencies": { "hexo": "8" } }';
test.each([
	[{ "_config.yml": "", "scaffolds/post.md": "" }, "_config.yml"],
	[{ "_config.yml": "", "package.json": asked }, "_config.yml"],
	[{ "package.json": asked }, "package.json"],
	[{ "_config.yml": "", "_posts/a.md": "" }, undefined],
	[{ "package.json": "{}" }, undefined],
])("recognises %j by %s", (files, by) => {
	expect(hexo.recognise(viewFolder(files as Record<string, string>))).toBe(by);
});

test("is suspected by its folder's name", () => {
	expect(hexo.suspect(viewFolder({}, "a/source/_posts"))).toBe(
		"source/_posts/",
	);
	expect(hexo.suspect(viewFolder({}, "_posts"))).toBeUndefined();
});

describe("the site", () => {
	const read = (config: string) =>
		hexo.readSite(viewFolder({ "_config.yml": config }));

	test("is read from _config.yml", () => {
		expect(
			read(
				"title: A\nsubtitle: B\nauthor: Ann\nurl: https://x.org/blog\nroot: /blog/\ntimezone: Asia/Taipei\nlanguage: [default, zh-TW]\nfeed:\n  path: rss.xml",
			),
		).toMatchObject({
			title: "A",
			description: "B",
			// Hexo joins no root to its address.
			url: "https://x.org/blog",
			language: "zh-TW",
			timeZone: "Asia/Taipei",
			authors: [{ name: "Ann" }],
			feeds: [{ formats: { atom: "rss.xml" } }],
		});
	});

	test.each(["url: 'http://['", "url: [a]", "language: {}", ""])(
		"is read from %j without harm",
		(config) => {
			expect(() => read(config)).not.toThrow();
		},
	);
});

test.each([
	[":year/:month/:day/:title/", ":year/:month/:day/:folders/:named/"],
	[":category/:name.html", ":category_path/:named.html"],
	["p/:abbrlink/", "p/:slug/"],
	[":lang/:title/", ":own_locale/:folders/:named/"],
	// What only Hexo's database knows.
	["posts/:id/", undefined],
	["posts/:hash/", undefined],
	["posts/:mine/", undefined],
])("reads the pattern %s as %s", (pattern, read) => {
	expect(hexo.readPattern(pattern)).toBe(read);
});

describe("addresses", () => {
	const head = "---\ntitle: A\ndate: 2024-03-01 23:30:00\n---";
	test.each([
		["", "2024-03-01-a b.md", "/2024/03/01/2024-03-01-a-b/"],
		[
			"new_post_name: :year-:month-:day-:title.md",
			"2024-03-01-a.md",
			"/2024/03/01/a/",
		],
		[
			"new_post_name: :year-:month-:day-:title.md",
			"sub/2024-03-01-a_b.md",
			"/2024/03/01/sub-2024-03-01-a-b/",
		],
		[
			"new_post_name: :year-:month-:day-:title.md",
			"2024-03-01-a_b.md",
			"/2024/03/01/a_b/",
		],
		[
			"new_post_name: :year/:month/:day/:title.md",
			"2024/03/01/a.md",
			"/2024/03/01/a/",
		],
		["permalink: :title.html", "sub/a.md", "/sub/a.html"],
		["permalink: :name.html", "sub/a.md", "/a.html"],
		["permalink: posts/:title", "a.md", "/posts/a"],
		["permalink: posts/:title\npost_asset_folder: true", "a.md", "/posts/a/"],
		[
			"permalink: :title.html\npretty_urls: { trailing_html: false }",
			"a.md",
			"/a",
		],
		[
			"permalink: :title/index.html\npretty_urls: { trailing_index: false }",
			"a.md",
			"/a/",
		],
		["permalink: :category/:title/", "a.md", "/uncategorized/a/"],
		// A pattern that cannot be filled in gives way to the usual one.
		["permalink: :hash/", "a.md", "/2024/03/01/a/"],
		[
			"permalink: :lang/:title/\nnew_post_name: :lang/:title.md\nlanguage: [en, zh-tw]",
			"zh-tw/a.md",
			"/zh-tw/a/",
		],
		[
			"permalink: :lang/:title/\nnew_post_name: :lang/:title.md\nlanguage: [en, zh-tw]",
			"en/a.md",
			"/en/a/",
		],
		["permalink: :title/\nlanguage: [en, fr]", "fr/a.md", "/fr/a/"],
		["timezone: Asia/Tokyo", "a.md", "/2024/03/01/a/"],
	])("with %j, of %s", (config, name, address) => {
		const files = { "_config.yml": config };
		expect(findPath(hexo, files, `source/_posts/${name}`, head)).toBe(address);
	});

	test.each([
		["slug: other", "/2024/03/01/a/"],
		["permalink: /my/own", "/my/own"],
	])("with %j in front matter", (more, address) => {
		const text = `---\ndate: 2024-03-01\n${more}\n---`;
		expect(findPath(hexo, {}, "source/_posts/a.md", text)).toBe(address);
	});

	test.each([
		["categories: [A b, C]", "/A-b/C/a/"],
		["categories: [[A, B]]", "/A/B/a/"],
		["category: A", "/A/a/"],
	])("by %j", (more, address) => {
		const files = { "_config.yml": "permalink: :category/:title/" };
		const text = `---\ndate: 2024-03-01\n${more}\n---`;
		expect(findPath(hexo, files, "source/_posts/a.md", text)).toBe(address);
	});
});

test.each([
	["source/_posts/a.md", "published: false", "draft"],
	["source/_drafts/a.md", "title: A", "draft"],
	["source/about/index.md", "date: 2024-01-01", "page"],
	["source/notes.md", "title: A", "page"],
	["source/_posts/a.md", "title: A", "failed"],
])("%s with %j is %s", (place, head, what) => {
	expect(readAt(hexo, {}, place, `---\n${head}\n---`)).toBe(what);
});

test("takes categories in lists as so many words", () => {
	const head = "---\ndate: 2024-01-01\ncategories: [[A, B], [A, C]]\n---";
	expect(readAt(hexo, {}, "source/_posts/a.md", head)).toMatchObject({
		categories: ["A", "B", "C"],
	});
});
