import { expect, test } from "vitest";
import { astro } from "../../src/dialects/astro.ts";
import {
	locate,
	placeArticle,
	readValues,
	viewFolder,
} from "../support/dialect-views.ts";

test.each([
	[["astro.config.mjs"], "astro.config.mjs"],
	[["src/content/blog/a.md"], undefined],
])("recognises %j as %s", (files, by) => {
	const view = viewFolder(
		Object.fromEntries(files.map((file) => [file, "{}"])),
	);
	expect(astro.recognise(view)).toBe(by);
});

test.each([
	["site/src", ["content/blog/a.md"], "content/"],
	["src", ["routes/a.md"], undefined],
	["content", ["blog/a.md"], undefined],
])("suspects %s with %j by %s", (path, files, by) => {
	const view = viewFolder(
		Object.fromEntries(files.map((file) => [file, ""])),
		path,
	);
	expect(astro.suspect(view)).toBe(by);
});

test.each([
	["src/content/blog/First Post.md", "/blog/first-post/"],
	["src/content/blog/2024/a.b.md", "/blog/2024/ab/"],
	["src/content/blog/post-one/index.mdx", "/blog/post-one/"],
	["src/data/blog/hello.md", "/blog/hello/"],
	["src/pages/posts/My.Post.md", "/posts/My.Post/"],
	["src/content/docs/blog/release-2.0.md", "/blog/release-20/"],
	["src/content/blog/سلام دنیا.md", "/blog/سلام-دنیا/"],
])("publishes %s at %s", (place, address) => {
	expect(placeArticle(astro, place)).toBe(address);
});

test.each([
	["src/content/blog/2024/a.md", "/blog/:slug/"],
	["src/content/docs/blog/a.md", "/:slug/"],
])("publishes %s with a slug at %s", (place, address) => {
	expect(placeArticle(astro, place, { hasSlug: true })).toBe(address);
});

test("keeps a folder of a language in the address", () => {
	const place = "src/content/docs/fr/blog/a.md";
	expect(placeArticle(astro, place, { languages: ["fr"] })).toBe("/fr/blog/a/");
});

test.each([
	["src/content/blog/_draft.md", "", true],
	["src/content/blog/_old/a.md", "", true],
	["src/content/docs/index.mdx", "template: splash", true],
	["src/content/authors/ann.md", "", true],
	["src/pages/[lang]/a.md", "", true],
	["src/content/blog/a.md", "", false],
])("of %s with %j it is %s that it is no article", (place, head, isLeftOut) => {
	expect(astro.isLeftOut(locate(astro, place), readValues(head))).toBe(
		isLeftOut,
	);
});

test.each([
	["src/content/docs/guides/a.md", "", true],
	["src/content/docs/blog/a.md", "", false],
	["src/content/blog/a.md", "", false],
])(
	"of %s with %j and no date it is %s that it is a page",
	(place, head, isPage) => {
		expect(astro.isPage(locate(astro, place), readValues(head))).toBe(isPage);
	},
);

test.each([
	["../../assets/a.jpg", undefined],
	["./a.jpg", undefined],
	["~/assets/a.jpg", undefined],
	["@/assets/a.jpg", undefined],
	["@assets/a.jpg", undefined],
	["/a.jpg", "/a.jpg"],
	["https://example.com/a.jpg", "https://example.com/a.jpg"],
	["a.jpg", "a.jpg"],
])("reads the picture %s as %s", (src, read) => {
	expect(astro.readPicture(src)).toBe(read);
});

test("finds the languages of Starlight by its folders", () => {
	const view = viewFolder({
		"src/content/docs/blog/a.md": "",
		"src/content/docs/fr/blog/a.md": "",
		"src/content/docs/pt-br/blog/a.md": "",
		"src/content/docs/go/install.md": "",
		"src/content/docs/cs/csharp.md": "",
	});
	expect(astro.readSite(view).languages).toEqual(["fr", "pt-br"]);
});

test("has no picture in Starlight's announcements", () => {
	expect(astro.keys.image).not.toContain("banner");
});
