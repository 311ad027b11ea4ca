import { expect, test } from "vitest";
import { jekyll } from "../src/dialects/jekyll.ts";
import { mkdocs } from "../src/dialects/mkdocs.ts";
import { vitepress } from "../src/dialects/vitepress.ts";
import { findPage } from "../src/page-links.ts";

const from = { path: "posts/a.md", place: "docs/blog/posts/a.md" };
const url = "https://x.org/manual/";

test.each([
	["../../guide/start.md", "https://x.org/manual/guide/start/"],
	["../../guide/index.md#top", "https://x.org/manual/guide/#top"],
	["../../a b.md?x", "https://x.org/manual/a%20b/?x"],
	// Among the articles: what is not found there is nowhere.
	["gone.md", undefined],
	["../index.md", undefined],
	["../../../../../out.md", undefined],
	["https://else.example/a.md", undefined],
	["../../guide/start", undefined],
])("%s is the page %s", (reference, address) => {
	const site = { url, dialect: mkdocs, languages: [] };
	expect(findPage(reference, from, site)).toBe(address);
});

test("a path from the site's root is one, too", () => {
	const site = { url, dialect: vitepress, languages: [] };
	const blog = { path: "a.md", place: "blog/a.md" };
	expect(findPage("/config/files.md#b", blog, site)).toBe(
		"https://x.org/manual/config/files.html#b",
	);
});

test("nothing is known where the articles' folder is all there is", () => {
	const site = { url, dialect: mkdocs, languages: [] };
	const alone = { path: "posts/a.md", place: "posts/a.md" };
	expect(findPage("../guide/start.md", alone, site)).toBe(undefined);
});

test("an address that takes more than a path is not guessed", () => {
	const site = { url, dialect: jekyll, languages: [] };
	const post = { path: "a.md", place: "_posts/a.md" };
	expect(findPage("../_drafts/2024-01-02-b.md", post, site)).toBe(undefined);
});
