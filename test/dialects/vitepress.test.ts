import { expect, test } from "vitest";
import { vitepress } from "../../src/dialects/vitepress.ts";
import {
	locate,
	placeArticle,
	readValues,
	viewFolder,
} from "../support/dialect-views.ts";

test.each([
	[[".vitepress/config.ts"], ".vitepress/"],
	[[".vuepress/config.js"], ".vuepress/"],
	[["docs/a.md"], undefined],
])("recognises %j as %s", (files, by) => {
	const view = viewFolder(
		Object.fromEntries(files.map((file) => [file, "{}"])),
	);
	expect(vitepress.recognise(view)).toBe(by);
});

test.each([
	["docs/posts/hello.md", "/posts/hello.html"],
	["posts/2024-04-03-dated.md", "/posts/2024-04-03-dated.html"],
	["posts/folder/index.md", "/posts/folder/"],
	["posts/folder/README.md", "/posts/folder/"],
])("publishes %s at %s", (place, address) => {
	expect(placeArticle(vitepress, place)).toBe(address);
});

test.each([["posts/a.md", "/posts/:slug.html"]])(
	"publishes %s with a slug at %s",
	(place, address) => {
		expect(placeArticle(vitepress, place, { hasSlug: true })).toBe(address);
	},
);

test.each([
	["/:year/:month/:day/:slug", "/:year/:month/:day/:slug"],
	[":regular", ":path.html"],
	["/about/", "/about/"],
])("reads the pattern %s as %s", (pattern, read) => {
	expect(vitepress.readPattern(pattern)).toBe(read);
});

test.each([
	["index.md", "", true],
	["README.md", "", true],
	["docs/index.md", "layout: home", true],
	["posts/x/README.md", "", false],
	["posts/[tag].md", "", true],
	["posts/a.md", "home: true", true],
	["posts/a.md", "home: false", false],
	["posts/LICENSE.md", "", true],
])("of %s with %j it is %s that it is no article", (place, head, isLeftOut) => {
	expect(vitepress.isLeftOut(locate(vitepress, place), readValues(head))).toBe(
		isLeftOut,
	);
});

test.each([
	["docs/team.md", "", true],
	["docs/posts/index.md", "layout: page", true],
	["docs/posts/a.md", "", false],
])(
	"of %s with %j and no date it is %s that it is a page",
	(place, head, isPage) => {
		expect(vitepress.isPage(locate(vitepress, place), readValues(head))).toBe(
			isPage,
		);
	},
);

test.each([
	[".vuepress/config.js", "/:year/:month/:day/:slug.html"],
	[".vitepress/config.js", undefined],
])("with %s publishes _posts at %s", (file, pattern) => {
	const facts = vitepress.readSite(viewFolder({ [file]: "" }));
	expect(facts.permalinks?.get("_posts")).toBe(pattern);
});

test.each([
	['{ "cleanUrls": true }', "/:locale/:folders/:filename"],
	['{ "cleanUrls": false }', undefined],
	["[]", undefined],
])("with the host's %s has the pattern %s", (text, pattern) => {
	const files = { ".vitepress/config.js": "", "vercel.json": text };
	expect(vitepress.readSite(viewFolder(files)).permalink).toBe(pattern);
});
