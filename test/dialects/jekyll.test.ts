import { describe, expect, test } from "vitest";
import { jekyll } from "../../src/dialects/jekyll.ts";
import { findPath, readAt } from "../support/dialect-articles.ts";
import { locate, readValues, viewFolder } from "../support/dialect-views.ts";

const list = (names: readonly string[]) =>
	viewFolder(Object.fromEntries(names.map((name) => [name, ""])));

test.each([
	[["_config.yml", "_posts/a.md"], "_config.yml"],
	[["_config.toml"], "_config.toml"],
	[["Gemfile", "_posts/a.md"], "_posts/"],
	// Hexo has a _config.yml too.
	[["_config.yml", "scaffolds/post.md"], undefined],
	[["Gemfile"], undefined],
	[["config.yml", "posts/a.md"], undefined],
])("recognises %j by %s", (names, by) => {
	expect(jekyll.recognise(list(names))).toBe(by);
});

test.each([
	["", ["_posts/a.md"], "_posts/"],
	["blog/_posts", ["a.md"], "_posts/"],
	["blog/my_posts", ["a.md"], undefined],
])("suspects %j with %j by %s", (path, names, by) => {
	const files = Object.fromEntries(names.map((name) => [name, ""]));
	expect(jekyll.suspect(viewFolder(files, path))).toBe(by);
});

describe("the site", () => {
	const read = (config: string) =>
		jekyll.readSite(viewFolder({ "_config.yml": config }));

	test("is read from _config.yml", () => {
		expect(
			read(
				"title: A\ntagline: B\nurl: https://x.org/\nbaseurl: /blog\nlang: fa_IR\ntimezone: Europe/Berlin\nauthor: Ann\nemail: ann@x.org\nfeed:\n  path: atom.xml",
			),
		).toMatchObject({
			title: "A",
			description: "B",
			url: "https://x.org/blog",
			language: "fa_IR",
			timeZone: "Europe/Berlin",
			authors: [{ name: "Ann", email: "ann@x.org" }],
			feeds: [{ path: "/", formats: { atom: "atom.xml" } }],
		});
	});

	test.each([
		["source: src", "src"],
		["source: ./src/\ncollections_dir: my", "src/my"],
		["source: .", undefined],
		["title: A", undefined],
	])("has by %j its content in %s", (config, source) => {
		expect(read(config).source).toBe(source);
	});

	test.each([
		["title: A", ["src/_layouts/a.html", "theme/a.css"], "src"],
		["source: tmp/src", ["src/_includes/a.html"], "src"],
		["source: tmp/src", ["tmp/src/a.md", "web/_includes/a.html"], "tmp/src"],
		["title: A", ["_posts/a.md", "theme/_layouts/a.html"], undefined],
		["title: A", ["_layouts/a.html", "theme/_layouts/a.html"], undefined],
		["title: A", ["src/a.md"], undefined],
	])("has by %j and %j its content in %s", (config, files, source) => {
		const site = jekyll.readSite(
			viewFolder({
				"_config.yml": config,
				...Object.fromEntries(files.map((file) => [file, ""])),
			}),
		);
		expect(site.source).toBe(source);
	});

	test("gives templates the texts of its configuration", () => {
		const { values } = read(
			"repo: a/b\nx:\n  y:\n    z: 1\n    w:\n      v: 2",
		);
		expect(values).toEqual(
			new Map([
				["repo", "a/b"],
				["x.y.z", "1"],
			]),
		);
	});

	test("says nothing where there is no configuration", () => {
		const { url, title, defaults } = jekyll.readSite(viewFolder({}));
		expect([url, title, defaults]).toEqual([undefined, undefined, []]);
	});
});

test.each([
	["/:categories/:title:output_ext", "/:category_names/:slug.html"],
	["/:year/:i_month/:y_day/", "/:year/:i_month/:y_day/"],
	["/W:week/:short_day/:slug", "/W:week/:short_day/:lower_slug"],
	["/:month_:day/", "/:month_:day/"],
	["/about/us/", "/about/us/"],
	["/:nothing/", undefined],
	["/{{ page.x }}/", undefined],
])("reads the pattern %s as %s", (pattern, read) => {
	expect(jekyll.readPattern(pattern)).toBe(read);
});

describe("addresses", () => {
	const post = "_posts/2009-04-03-Hello World_2.md";
	test.each([
		["permalink: date", "/2009/04/03/Hello-World_2.html"],
		["permalink: pretty", "/2009/04/03/Hello-World_2/"],
		["permalink: ordinal", "/2009/093/Hello-World_2.html"],
		["permalink: weekdate", "/2009/W14/Fri/Hello-World_2.html"],
		["permalink: none", "/Hello-World_2.html"],
		["permalink: /:year/:title", "/2009/Hello-World_2"],
		["permalink: /:slug/", "/hello-world-2/"],
		["permalink: /:name/", "/2009-04-03-hello-world-2/"],
		["permalink: /:path/", "/2009-04-03-Hello-World_2/"],
		["permalink: ':title:output_ext'", "/Hello-World_2.html"],
		["permalink: /:short_year/:long_month/:title", "/09/April/Hello-World_2"],
		["title: no pattern", "/2009/04/03/Hello-World_2.html"],
		[
			"permalink: pretty\ncollections:\n  posts:\n    permalink: /news/:title/",
			"/news/Hello-World_2/",
		],
	])("with %j", (config, address) => {
		const files = { "_config.yml": config };
		expect(findPath(jekyll, files, post, "---\ntitle: A\n---")).toBe(address);
	});

	test.each([
		["_posts/2024-01-02-a.md", "slug: My Slug", "/2024/01/02/My-Slug.html"],
		["_posts/2024-01-02-a.md", "date: 2023-12-31", "/2023/12/31/a.html"],
		["_posts/2024-01-02-a.md", "permalink: /x/", "/x/"],
		["_posts/2024-01-02-a.md", "permalink: /x/:title", "/x/a"],
		["_posts/2024-01-02-a.md", "categories: X y", "/x/y/2024/01/02/a.html"],
		["_posts/2024-01-02-a.md", "category: X y", "/x y/2024/01/02/a.html"],
		["_posts/2024-01-02-a.md", "categories: [A, a]", "/a/2024/01/02/a.html"],
		["b/c/_posts/2024-01-02-a.md", "categories: d", "/b/c/d/2024/01/02/a.html"],
		["_posts/b/2024-01-02-a.md", "title: A", "/2024/01/02/a.html"],
		["_posts/2024-01-02-نوروز.md", "title: A", "/2024/01/02/نوروز.html"],
		["_posts/2024-01-02-a.b.md", "title: A", "/2024/01/02/a.b.html"],
	])("of %s with %j", (place, head, address) => {
		expect(findPath(jekyll, {}, place, `---\n${head}\n---`)).toBe(address);
	});

	test.each([
		["permalink: pretty", "/docs/sub/a/"],
		["permalink: date", "/docs/sub/a.html"],
		["permalink: /:title", "/docs/sub/a"],
	])("of a collection without a pattern, with %j", (config, address) => {
		const files = {
			"_config.yml": `${config}\ncollections:\n  docs:\n    output: true`,
		};
		const head = "---\ndate: 2024-01-02\n---";
		expect(findPath(jekyll, files, "_docs/sub/a.md", head)).toBe(address);
	});
});

describe("defaults", () => {
	const config = `
defaults:
  - scope: { path: "" }
    values: { author: Everybody, permalink: "/all/:title" }
  - scope: { path: "", type: posts }
    values: { author: Posts }
  - scope: { path: /news/ }
    values: { author: News }
  - scope: { path: "news", type: post }
    values: { author: News posts }
  - scope: { path: "", type: pages }
    values: { author: Pages }
  - scope: { path: "new*" }
    values: { author: Glob }
`;
	test.each([
		["_posts/2024-01-02-a.md", "", "Posts"],
		["x/_posts/2024-01-02-a.md", "", "Posts"],
		["_docs/2024-01-02-a.md", "", "Everybody"],
		["news/_posts/2024-01-02-a.md", "", "News posts"],
		["news/_docs/2024-01-02-a.md", "", "News"],
		["newspapers/_docs/2024-01-02-a.md", "", "Everybody"],
		["news/_posts/2024-01-02-a.md", "author: Own", "Own"],
	])("make the author of %s with %j %s", (place, head, author) => {
		const files = { "_config.yml": config };
		const article = readAt(jekyll, files, place, `---\n${head}\n---`);
		expect(article).toMatchObject({ authors: [{ name: author }] });
	});
});

test.each([
	["_posts/2024-01-02-a.md", "published: false", "draft"],
	["_drafts/a.md", "title: A", "draft"],
	["about.md", "title: About", "page"],
	["docs/a.md", "title: A", "page"],
	["_docs/a.md", "title: A", "failed"],
	["_posts/a.md", "title: A", "failed"],
	["_posts/2024-01-02-a.md", "redirect_to: https://x.org/", "page"],
])("%s with %j is %s", (place, head, what) => {
	expect(readAt(jekyll, {}, place, `---\n${head}\n---`)).toBe(what);
});

test("takes a title from a name", () => {
	const article = readAt(jekyll, {}, "_posts/2024-01-02-a-b-C.md", "---\n---");
	expect(article).toMatchObject({ title: "A B C" });
});

test("knows the folders above _posts", () => {
	expect(locate(jekyll, "a/b/_posts/c/2024-01-02-d.md")).toMatchObject({
		above: ["a", "b"],
		root: "_posts",
		folders: ["c"],
	});
});

test("leaves out what begins with _ and what is no article", () => {
	const isLeftOut = (place: string) =>
		jekyll.isLeftOut(locate(jekyll, place), readValues("title: A"));
	expect(isLeftOut("_posts/2024-01-02-a.md")).toBe(false);
	expect(isLeftOut("_posts/_template.md")).toBe(true);
	expect(isLeftOut("README.md")).toBe(true);
});

// jekyll-seo-tag and jekyll-feed ask for their `absolute_url`.
test.each([
	["assets/boat.png", "/assets/boat.png"],
	["./boat.png", "/boat.png"],
	["/boat.png", "/boat.png"],
	["https://x.example/boat.png", "https://x.example/boat.png"],
	["//x.example/boat.png", "//x.example/boat.png"],
	["../boat.png", "../boat.png"],
])("reads the picture %s as %s", (written, read) => {
	expect(jekyll.readPicture(written)).toBe(read);
});
