import { expect, test } from "vitest";
import { harmonic } from "../../src/dialects/harmonic.ts";
import { findPath, readAt } from "../support/dialect-articles.ts";
import { viewFolder } from "../support/dialect-views.ts";

const config = JSON.stringify({
	name: "A",
	domain: "https://x.org",
	subtitle: "B",
	author: "Ann",
	author_email: "ann@x.org",
	posts_permalink: ":language/:year/:month/:title",
	i18n: { default: "en", languages: ["pt-br", "en"] },
});
const files = { "harmonic.json": config };

test("is recognised by harmonic.json", () => {
	expect(harmonic.recognise(viewFolder(files))).toBe("harmonic.json");
	expect(harmonic.recognise(viewFolder({}))).toBeUndefined();
});

test("reads the site", () => {
	expect(harmonic.readSite(viewFolder(files))).toMatchObject({
		url: "https://x.org",
		title: "A",
		description: "B",
		language: "en",
		languages: ["en", "pt-br"],
		authors: [{ name: "Ann", email: "ann@x.org" }],
		feeds: [{ path: "/", formats: { rss: "rss.xml" } }],
	});
});

test.each([
	["src/posts/en/hello.md", "/2024/03/hello"],
	["src/posts/pt-br/hello.md", "/pt-br/2024/03/hello"],
	["src/posts/en/2024-03-01-hello.md", "/2024/03/hello"],
])("publishes %s at %s", (place, address) => {
	const head = "<!--\ntitle: Another title\ndate: 2024-03-01T10:00:00Z\n-->";
	expect(findPath(harmonic, files, place, head)).toBe(address);
});

test.each([
	["src/posts/en/a.md", "published: false", "draft"],
	["src/pages/en/about.md", "published: true", "page"],
])("%s with %j is %s", (place, more, what) => {
	const head = `<!--\ntitle: A\ndate: 2024-03-01T10:00:00Z\n${more}\n-->`;
	expect(readAt(harmonic, files, place, head)).toBe(what);
});

test("reads who wrote an article and what it is about", () => {
	const head =
		"<!--\ntitle: A\ndate: 2024-03-01T10:00:00Z\nauthorName: Ben\nauthorLink: https://ben.example/\nauthorPicture: /b.png\ncategories: x, y\nkeywords: z\n-->";
	expect(readAt(harmonic, files, "src/posts/en/a.md", head)).toMatchObject({
		authors: [
			{
				name: "Ben",
				url: "https://ben.example/",
				avatar: "https://x.org/b.png",
			},
		],
		categories: ["x", "y"],
		tags: [],
	});
});
