import { expect, test } from "vitest";
import { nuxt } from "../../src/dialects/nuxt.ts";
import {
	locate,
	placeArticle,
	readValues,
	viewFolder,
} from "../support/dialect-views.ts";

test.each([
	[["nuxt.config.ts"], "nuxt.config.ts"],
	[["content/a.md"], undefined],
])("recognises %j as %s", (files, by) => {
	const view = viewFolder(
		Object.fromEntries(files.map((file) => [file, "{}"])),
	);
	expect(nuxt.recognise(view)).toBe(by);
});

test.each([
	["content/2.blog/1.Hello World.md", "/blog/hello-world"],
	["content/blog/index.md", "/blog"],
	["content/1.guide/1.2.3.md", "/guide/1.2.3"],
	["content/blog/2024-06-01-hello.md", "/blog/2024-06-01-hello"],
	["content/blog/é & è!.md", "/blog/e-e!"],
	["content/blog/سلام.md", "/blog/سلام"],
])("publishes %s at %s", (place, address) => {
	expect(placeArticle(nuxt, place)).toBe(address);
});

test.each([["content/2.blog/a.md", "/blog/:slug"]])(
	"publishes %s with a slug at %s",
	(place, address) => {
		expect(placeArticle(nuxt, place, { hasSlug: true })).toBe(address);
	},
);

test.each([
	["content/blog/a.draft.md", "", true],
	["content/blog/_a.md", "", true],
	["content/blog/a.md", "", false],
	["content/blog/overdraft.md", "", false],
])("of %s with %j it is %s that it is no article", (place, head, isLeftOut) => {
	expect(nuxt.isLeftOut(locate(nuxt, place), readValues(head))).toBe(isLeftOut);
});

test.each([
	["content/team.md", "", true],
	["content/blog/a.md", "", false],
])(
	"of %s with %j and no date it is %s that it is a page",
	(place, head, isPage) => {
		expect(nuxt.isPage(locate(nuxt, place), readValues(head))).toBe(isPage);
	},
);

test("finds the languages of its folders", () => {
	const view = viewFolder({
		"content/en/blog/a.md": "",
		"content/fa/blog/a.md": "",
	});
	expect(nuxt.readSite(view).languages).toEqual(["en", "fa"]);
});

test.each([
	["/a.png", "/a.png"],
	["https://x.org/a.png", "https://x.org/a.png"],
	["v12/featured/a_b", undefined],
])("reads the picture %s as %s", (src, read) => {
	expect(nuxt.readPicture(src)).toBe(read);
});
