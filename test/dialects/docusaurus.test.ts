import { expect, test } from "vitest";
import { docusaurus } from "../../src/dialects/docusaurus.ts";
import {
	locate,
	placeArticle,
	readValues,
	viewFolder,
} from "../support/dialect-views.ts";

test.each([
	[["docusaurus.config.ts"], "docusaurus.config.ts"],
	[["blog/a.md"], undefined],
])("recognises %j as %s", (files, by) => {
	const view = viewFolder(
		Object.fromEntries(files.map((file) => [file, "{}"])),
	);
	expect(docusaurus.recognise(view)).toBe(by);
});

test("recognises the command in a script", () => {
	const view = viewFolder({
		"package.json": '{ "scripts": { "build": "docusaurus" } }',
	});
	expect(docusaurus.recognise(view)).toBe("package.json");
});

test.each([
	["blog/2024-01-09-welcome.md", "/blog/2024/01/09/welcome"],
	["blog/2024-1-9-welcome.md", "/blog/2024/1/9/welcome"],
	["blog/2024-01-09-welcome/index.mdx", "/blog/2024/01/09/welcome"],
	["blog/2024-01-09-welcome/part-two.md", "/blog/2024/01/09/welcome/part-two"],
	["blog/2024/01/09/welcome.md", "/blog/2024/01/09/welcome"],
	["blog/2024/01-09-welcome.md", "/blog/2024/01/09/welcome"],
	["blog/team/2024-01-09-welcome.md", "/blog/2024/01/09/team/welcome"],
	["blog/welcome.md", "/blog/welcome"],
	["blog/releases/2.0.md", "/blog/releases/2.0"],
	["website/blog/welcome.md", "/blog/welcome"],
	["news/2024-01-09-welcome.md", "/news/2024/01/09/welcome"],
	[
		"i18n/pt-BR/docusaurus-plugin-content-blog/2024-01-09-welcome.md",
		"/:locale/blog/2024/01/09/welcome",
	],
])("publishes %s at %s", (place, address) => {
	expect(placeArticle(docusaurus, place)).toBe(address);
});

test.each([
	["blog/2024-01-09-welcome.md", "/blog/:slug"],
	["i18n/fr/docusaurus-plugin-content-blog/a.md", "/:locale/blog/:slug"],
])("publishes %s with a slug at %s", (place, address) => {
	expect(placeArticle(docusaurus, place, { hasSlug: true })).toBe(address);
});

test("finds the language of a translation", () => {
	const place = "i18n/pt-BR/docusaurus-plugin-content-blog/a.md";
	expect(locate(docusaurus, place).language).toBe("pt-BR");
});

test.each([
	["blog/_partial.mdx", "", true],
	["blog/_drafts/a.md", "", true],
	["blog/2024-01-09-a.md", "", false],
])("of %s with %j it is %s that it is no article", (place, head, isLeftOut) => {
	expect(
		docusaurus.isLeftOut(locate(docusaurus, place), readValues(head)),
	).toBe(isLeftOut);
});

test.each([
	["blog/about.md", "", false],
	["blog/a.md", "layout: page", false],
])(
	"of %s with %j and no date it is %s that it is a page",
	(place, head, isPage) => {
		expect(docusaurus.isPage(locate(docusaurus, place), readValues(head))).toBe(
			isPage,
		);
	},
);

test.each([
	["./a.png", undefined],
	["../a.png", undefined],
	["@site/static/a.png", undefined],
	["img/a.png", "/img/a.png"],
	["/img/a.png", "/img/a.png"],
	["https://example.com/a.png", "https://example.com/a.png"],
])("reads the picture %s as %s", (src, read) => {
	expect(docusaurus.readPicture(src)).toBe(read);
});

test("takes words for search engines and ids for neither tags nor ids", () => {
	expect(docusaurus.keys.tags).toEqual(["tags"]);
	expect(docusaurus.keys.id).toEqual([]);
});

test.each([
	["truncate", true],
	[" truncate ", true],
	["more", false],
	["truncated", false],
])("of the comment %j it is %s that it ends the excerpt", (words, ends) => {
	expect(docusaurus.excerptMarker.test(words)).toBe(ends);
});
