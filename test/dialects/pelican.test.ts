import { describe, expect, test } from "vitest";
import { pelican } from "../../src/dialects/pelican.ts";
import { findPath, readAt } from "../support/dialect-articles.ts";
import { viewFolder } from "../support/dialect-views.ts";

test.each([
	["pelicanconf.py", "pelicanconf.py"],
	["publishconf.py", "publishconf.py"],
	["conf.py", undefined],
])("recognises %s by %s", (name, by) => {
	expect(pelican.recognise(viewFolder({ [name]: "" }))).toBe(by);
});

test.each([
	["Title: A\nDate: 2024-01-01\n\nText", true],
	["Title: A\nNumber: 5\nDate: 2024-01-01\n\nText", true],
	["Author: B\nTitle: A\nDate: 2024-01-01\n", true],
	["---\ntitle: A\n---\n", false],
	["Some words about a Title: A\nDate: none", false],
])("knows of %j whether it is Pelican's: %j", (head, isOwn) => {
	expect(pelican.ownHead?.test(head)).toBe(isOwn);
});

describe("addresses", () => {
	test.each([
		["Title: Hello, World", "/hello-world.html"],
		["Title: Node.js & C++ – don’t panic", "/nodejs-c-dont-panic.html"],
		["Title: Ünï_Cödé", "/uni_code.html"],
		["Title: Привет, мир", "/privet-mir.html"],
		["Title: Hello\nSlug: My_Slug", "/My_Slug.html"],
		["Title: Hello\nLang: fr", "/hello-fr.html"],
		["Title: Hello\nLang: en", "/hello.html"],
		["Title: Hello\nURL: a/b/", "/a/b/"],
		["Title: Hello\nSave_as: a/b/index.html", "/a/b/"],
		["Title: Hello\nSave_as: c.html\nURL: a/b.html", "/a/b.html"],
		["Category: x", "/a.html"],
	])("with %j", (head, address) => {
		const text = `Date: 2024-01-02\n${head}`;
		expect(findPath(pelican, {}, "content/a.md", text)).toBe(address);
	});
});

test.each([
	["content/a.md", "Tags: a, b c", { tags: ["a", "b c"] }],
	["content/a.md", "Tags: a, b; c", { tags: ["a, b", "c"] }],
	[
		"content/a.md",
		"Authors: Doe, Jane; Roe, Ann",
		{ authors: [{ name: "Doe, Jane" }, { name: "Roe, Ann" }] },
	],
	["content/a.md", "Author: Ann", { authors: [{ name: "Ann" }] }],
	["content/x/y/a.md", "Tags: a", { categories: ["y"] }],
	["content/x/a.md", "Category: z", { categories: ["z"] }],
	["content/a.md", "Tags: a", { categories: [] }],
	["content/a.md", "Summary: S", { description: "S" }],
	["content/a.md", "Modified: 2024-01-03", { updated: Date.UTC(2024, 0, 3) }],
])("of %s, reads %j as %j", (place, head, read) => {
	const text = `Title: A\nDate: 2024-01-02\n${head}`;
	expect(readAt(pelican, {}, place, text)).toMatchObject(read);
});

test.each([
	["content/pages/a.md", "Date: 2024-01-02", "page"],
	["content/a.md", "Date: 2024-01-02\nStatus: draft", "draft"],
	["content/a.md", "Date: 2024-01-02\nStatus: hidden", "draft"],
	["content/a.md", "Date: 2024-01-02\nStatus: skip", "draft"],
	["content/b.md", "Tags: a", "failed"],
])("%s with %j is %s", (place, head, what) => {
	expect(readAt(pelican, {}, place, `Title: A\n${head}`)).toBe(what);
});

test("publishes what says so", () => {
	const head = "Title: A\nDate: 2024-01-02\nStatus: published";
	expect(findPath(pelican, {}, "content/a.md", head)).toBe("/a.html");
});

test("takes the date of the file's name", () => {
	const head = "Title: A\nTags: a";
	expect(readAt(pelican, {}, "content/2024-01-02-a.md", head)).toMatchObject({
		date: Date.UTC(2024, 0, 2),
	});
});
