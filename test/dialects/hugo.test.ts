import { describe, expect, test } from "vitest";
import { hugo } from "../../src/dialects/hugo.ts";
import { findPath, readAt } from "../support/dialect-articles.ts";
import { viewFolder } from "../support/dialect-views.ts";

test.each([
	[{ "hugo.toml": "" }, "hugo.toml"],
	[{ "hugo.toml": "=" }, undefined],
	[{ "hugo.toml": 'title = "A"' }, "hugo.toml"],
	[{ "hugo.yaml": "title: A" }, "hugo.yaml"],
	[{ "config.toml": 'BaseURL = "https://x.org/"' }, "config.toml"],
	[{ "config.json": '{ "theme": "ananke" }' }, "config.json"],
	[{ "config/_default/hugo.toml": 'title = "A"' }, "config/_default/hugo.toml"],
	// Zola's, and anybody's.
	[{ "config.toml": 'base_url = "https://x.org"' }, undefined],
	[{ "config.yaml": "title: A" }, undefined],
])("recognises %j by %s", (files, by) => {
	const view = viewFolder(files as Record<string, string>);
	expect(hugo.recognise(view)).toBe(by);
});

describe("the site", () => {
	test("is read from one file, whatever the case of its keys", () => {
		const config = `
BaseURL = "https://x.org/"
Title = "A"
languageCode = "pt-BR"
copyright = "CC0"
timeZone = "America/Sao_Paulo"
[Params]
Description = "B"
[Params.Author]
Name = "Ann"
email = "ann@x.org"
[outputFormats.RSS]
baseName = "feed"
`;
		expect(hugo.readSite(viewFolder({ "config.toml": config }))).toMatchObject({
			url: "https://x.org/",
			title: "A",
			description: "B",
			language: "pt-BR",
			copyright: "CC0",
			timeZone: "America/Sao_Paulo",
			authors: [{ name: "Ann", email: "ann@x.org" }],
			feeds: [{ path: "/", formats: { rss: "feed.xml" } }],
		});
	});

	test("is read from a folder of files", () => {
		const site = hugo.readSite(
			viewFolder({
				"config/_default/config.yaml":
					"baseURL: https://x.org/\ndefaultContentLanguage: fr",
				"config/_default/params.yaml": "author: Ann",
				"config/_default/permalinks.yaml": "posts: /:year/:slug/",
				"config/_default/languages.fr.yaml": "title: A\nlocale: fr-CA",
				"config/_default/languages.en.yaml": "title: B",
			}),
		);
		expect(site).toMatchObject({
			title: "A",
			language: "fr-CA",
			languages: ["fr", "en"],
			authors: [{ name: "Ann" }],
		});
		expect(site.permalinks).toEqual(
			new Map([["posts", "/:locale//:year/:slug_or_title/"]]),
		);
	});

	test.each(["languages = 1", "permalinks = 1", "[frontmatter]\ndate = 1", ""])(
		"is read from %j without harm",
		(config) => {
			const view = viewFolder({ "hugo.toml": `title = "A"\n${config}` });
			expect(() => hugo.readSite(view)).not.toThrow();
		},
	);
});

test.each([
	["/:year/:slug/", "/:year/:slug_or_title/"],
	["/:sections/:slugorfilename/", "/:folders/:slug/"],
	["/:yearday/:weekdayname/", "/:i_y_day/:long_day/"],
	["/:2006/:01/:02/", "/:year/:month/:day/"],
	["/a\\:b/", "/a%3Ab/"],
	["/about/", "/about/"],
	// Below its language's.
	["about/", "/:locale/about/"],
	["https://x.org/a/", "https://x.org/a/"],
	["/:sections[1:]/:slug/", undefined],
	["/:nothing/", undefined],
])("reads the address %s as %s", (pattern, read) => {
	expect(hugo.readPattern(pattern)).toBe(read);
});

describe("addresses", () => {
	const head = "---\ntitle: Hello & Bye\ndate: 2024-03-01\n---";
	test.each([
		["", "posts/A Post.md", "/posts/a-post/"],
		["", "posts/2024-03-01-a.md", "/posts/2024-03-01-a/"],
		["", "posts/a/index.md", "/posts/a/"],
		["", "Posts/Sub/C++_1.0.md", "/posts/sub/c++_1.0/"],
		["", "posts/سلام.md", "/posts/سلام/"],
		["[permalinks]\nposts = '/:year/:slug'", "posts/a.md", "/2024/hello-bye/"],
		["[permalinks.page]\nposts = '/:filename/'", "posts/sub/a.md", "/a/"],
		["[permalinks]\nnotes = '/n/:slug/'", "posts/a.md", "/posts/a/"],
		[
			"[permalinks]\nposts = '/:sections/:title/'",
			"posts/b/a.md",
			"/posts/b/hello-bye/",
		],
		[
			"[[permalinks]]\npattern = '/x/:filename/'\n[permalinks.target]\npath = '{/posts/**}'",
			"posts/a.md",
			"/x/a/",
		],
		["[[permalinks]]\npattern = '/y/:filename/'", "posts/a.md", "/y/a/"],
		["uglyURLs = true", "posts/a.md", "/posts/a.html"],
		[
			"[uglyURLs]\nposts = true\n[permalinks]\nposts = '/:year/:filename/'",
			"posts/a.md",
			"/2024/a.html",
		],
		["[uglyURLs]\nposts = true", "notes/a.md", "/notes/a/"],
		[
			"[frontmatter]\ndate = [':filename']",
			"posts/2024-03-01-a.md",
			"/posts/a/",
		],
		[
			"[frontmatter]\ndate = [':filename']\n[permalinks]\nposts = '/:slug/'",
			"posts/2024-03-01-a.md",
			"/a/",
		],
	])("with %j, of %s", (config, name, address) => {
		const files = { "hugo.toml": `title = "A"\n${config}` };
		expect(findPath(hugo, files, `content/${name}`, head)).toBe(address);
	});

	test.each([
		["", "posts/a.fr.md", "/fr/posts/a/"],
		["", "posts/a/index.fr.md", "/fr/posts/a/"],
		["", "fr/posts/a.md", "/fr/posts/a/"],
		["", "posts/a.en.md", "/posts/a/"],
		["", "posts/a.de.md", "/posts/a.de/"],
		["defaultContentLanguageInSubdir = true", "posts/a.md", "/en/posts/a/"],
		["defaultContentLanguageInSubdir = true", "posts/a.fr.md", "/fr/posts/a/"],
		["", "english/posts/a.md", "/posts/a/"],
		["", "french/posts/a.md", "/fr/posts/a/"],
	])("of languages, with %j, of %s", (config, name, address) => {
		const files = {
			"hugo.toml": `title = "A"\n${config}\n[languages.en]\ncontentDir = "content/english"\n[languages.fr]\ncontentDir = "content/french"`,
		};
		expect(findPath(hugo, files, `content/${name}`, head)).toBe(address);
	});

	test.each([
		["slug: My Slug", "/posts/my-slug/"],
		["url: /fixed/Place.html", "/fixed/Place.html"],
		["url: /:year/:slug/", "/2024/hello/"],
		["Slug: b", "/posts/b/"],
	])("with %j in front matter", (more, address) => {
		const text = `---\ntitle: Hello\ndate: 2024-03-01\n${more}\n---`;
		expect(findPath(hugo, {}, "content/posts/a.md", text)).toBe(address);
	});
});

test.each([
	["content/posts/_index.md", "date: 2024-01-01", "page"],
	["content/posts/a.md", "date: 2024-01-01\nheadless: true", "page"],
	["content/posts/a.md", "date: 2024-01-01\nbuild: { render: never }", "page"],
	["content/posts/a.md", "date: 2024-01-01\n_build: { list: never }", "page"],
	["content/posts/a.md", "date: 2024-01-01\ndraft: true", "draft"],
	["content/imprint.md", "title: A", "page"],
	["content/imprint/index.md", "title: A", "page"],
	["content/posts/a.md", "title: A", "failed"],
])("%s with %j is %s", (place, head, what) => {
	expect(readAt(hugo, {}, place, `---\n${head}\n---`)).toBe(what);
});

test("takes the date of publication, then that of the article", () => {
	const head = "---\ndate: 2024-01-01\npublishDate: 2024-02-01\n---";
	expect(readAt(hugo, {}, "content/posts/a.md", head)).toMatchObject({
		date: Date.UTC(2024, 1, 1),
	});
});

test("reads what stands in groups", () => {
	const head =
		'+++\ntitle = "A"\ndate = 2024-01-01\n[params]\nauthor = "Ann"\n[cover]\nimage = "c.jpg"\n+++';
	expect(readAt(hugo, {}, "content/posts/a.md", head)).toMatchObject({
		authors: [{ name: "Ann" }],
		image: "https://x.org/posts/a/c.jpg",
	});
});
