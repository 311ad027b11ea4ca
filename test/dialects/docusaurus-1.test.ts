import { expect, test } from "vitest";
import { docusaurus1 } from "../../src/dialects/docusaurus-1.ts";
import { placeArticle, viewFolder } from "../support/dialect-views.ts";

test.each([
	[["siteConfig.js"], "siteConfig.js"],
	[["docusaurus.config.js"], undefined],
])("recognises %j as %s", (files, by) => {
	const view = viewFolder(
		Object.fromEntries(files.map((file) => [file, "{}"])),
	);
	expect(docusaurus1.recognise(view)).toBe(by);
});

test.each([
	["blog/2019-12-31-the-last-day.md", "/blog/2019/12/31/the-last-day.html"],
	["website/blog/2017-09-07-1.0.md", "/blog/2017/09/07/1.0.html"],
	["blog/undated.md", "/blog/undated.html"],
])("publishes %s at %s", (place, address) => {
	expect(placeArticle(docusaurus1, place)).toBe(address);
});

test.each([
	["blog/2019-12-31-the-last-day.md", "/blog/2019/12/31/the-last-day.html"],
])("publishes %s with a slug at %s", (place, address) => {
	expect(placeArticle(docusaurus1, place, { hasSlug: true })).toBe(address);
});

test("dates posts by their files at six o'clock", () => {
	expect(docusaurus1.keys.date).toEqual([]);
	expect(docusaurus1.readSite(viewFolder({})).dateOnlyTime).toBe("06:00");
});
