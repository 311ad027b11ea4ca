import { expect, test } from "vitest";
import { eleventy } from "../../src/dialects/eleventy.ts";
import {
	locate,
	placeArticle,
	readValues,
	viewFolder,
} from "../support/dialect-views.ts";

test.each([
	[["eleventy.config.js"], "eleventy.config.js"],
	[[".eleventy.js", "package.json"], ".eleventy.js"],
	[["package.json", "content/posts/a.md"], undefined],
])("recognises %j as %s", (files, by) => {
	const view = viewFolder(
		Object.fromEntries(files.map((file) => [file, "{}"])),
	);
	expect(eleventy.recognise(view)).toBe(by);
});

test.each([
	["content/posts/hello.md", "/posts/hello/"],
	["src/posts/hello/index.md", "/posts/hello/"],
	["posts/hello/hello.md", "/posts/hello/"],
	["posts/hello/hello/index.md", "/posts/hello/hello/"],
	["content/blog/2024-03-01-seeds.md", "/blog/seeds/"],
	["content/blog/2024-03-01.md", "/blog/2024-03-01/"],
	["src/posts/seeds/2024-03-01-index.md", "/posts/seeds/"],
	["src/posts/seeds/seeds/2024-03-01-index.md", "/posts/seeds/seeds/"],
	["content/a b/why?.md", "/a b/why%3F/"],
])("publishes %s at %s", (place, address) => {
	expect(placeArticle(eleventy, place)).toBe(address);
});

test.each([
	["content/posts/hello.md", "/posts/:slug/"],
	["posts/hello/hello.md", "/posts/:slug/"],
])("publishes %s with a slug at %s", (place, address) => {
	expect(placeArticle(eleventy, place, { hasSlug: true })).toBe(address);
});

test.each([
	["/blog/{{ page.fileSlug }}/", "/blog/:slug/"],
	[
		"/{{ page.date | date: '%Y/%m/%d' }}/{{ page.fileSlug }}/index.html",
		"/:year/:month/:day/:slug/",
	],
	[
		"{{ date | formatDate('yyyy/MM') }}/{{ title | slugify }}.html",
		":year/:month/:title.html",
	],
	["/{{ locale }}/{{- slug -}}/", "/:lang/:slug/"],
	["{{ page.filePathStem }}/", ":path/"],
	["/about/", "/about/"],
	["/posts/{{ page.date | date: '%B' }}/", undefined],
	["/{% if a %}x{% endif %}/", undefined],
	["/{{ pagination.pageNumber }}/", undefined],
])("reads the pattern %s as %s", (pattern, read) => {
	expect(eleventy.readPattern(pattern)).toBe(read);
});

test.each([
	["content/_includes/post.md", "title: x", true],
	["content/posts/hello.md", "permalink: false", true],
	["content/posts/hello.md", "permalink: /x/", false],
	["content/README.md", "", true],
])("of %s with %j it is %s that it is no article", (place, head, isLeftOut) => {
	expect(eleventy.isLeftOut(locate(eleventy, place), readValues(head))).toBe(
		isLeftOut,
	);
});

test.each([
	["content/contact-us.md", "", true],
	["content/posts/hello.md", "", false],
	["content/posts/index.md", "layout: home.njk", true],
])(
	"of %s with %j and no date it is %s that it is a page",
	(place, head, isPage) => {
		expect(eleventy.isPage(locate(eleventy, place), readValues(head))).toBe(
			isPage,
		);
	},
);

test("takes a site's name from its data and articles' defaults from the data beside them", () => {
	const facts = eleventy.readSite(
		viewFolder({
			"src/_data/metadata.json":
				'{ "title": "Notes", "url": "https://notes.example", "language": "fa", "author": { "name": "Ann", "email": "ann@notes.example" } }',
			"src/posts/posts.json": '{ "permalink": "/{{ page.fileSlug }}/" }',
			"src/posts/hello.11tydata.json": '{ "author": "Ben" }',
			"src/posts/hello.md": "",
			"src/posts/unrelated.json": '{ "author": "Nobody" }',
			"src/posts/posts.11tydata.js": "throw 1",
			"node_modules/x/x.json": "{}",
		}),
	);
	expect(facts).toMatchObject({
		title: "Notes",
		url: "https://notes.example",
		language: "fa",
		authors: [{ name: "Ann", email: "ann@notes.example" }],
	});
	expect(facts.defaults).toEqual([
		{ scope: "src/posts/hello.md", values: new Map([["author", "Ben"]]) },
		{
			scope: "src/posts",
			values: new Map([["permalink", "/{{ page.fileSlug }}/"]]),
		},
	]);
});

test.each([
	[{ "posts/posts.json": "{}" }, "/:folders/:filename/"],
	[{ "posts/posts.json": '{ "permalink": "/x/" }' }, undefined],
	[{ "posts/posts.json": "{}", "posts/posts.11tydata.cjs": "" }, undefined],
	[{}, undefined],
])(
	"with %j dates in names are kept in %s",
	(files: Record<string, string>, pattern) => {
		const view = viewFolder({ "posts/2024-03-01-a.md": "", ...files });
		expect(eleventy.readSite(view).permalinks?.get("posts")).toBe(pattern);
	},
);

test("finds the languages of its folders", () => {
	const view = viewFolder({ "src/en/blog/a.md": "", "src/fr/blog/a.md": "" });
	expect(eleventy.readSite(view).languages).toEqual(["en", "fr"]);
});
