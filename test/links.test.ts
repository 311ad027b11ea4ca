import { describe, expect, test } from "vitest";
import { createFindArticle, isSourceLink } from "../src/links.ts";
import { createArticle } from "./support/articles.ts";

/** Articles by their path; each is at the address of its path. */
const create = (...paths: readonly string[]) =>
	paths.map((path) =>
		createArticle({
			path,
			slug: path.replace(/^.*\//, "").replace(/\.\w+$/, ""),
			url: `https://x.org/${path}`,
		}),
	);

const find = (reference: string, from: string, ...paths: readonly string[]) =>
	createFindArticle(create(...paths))(reference, { path: from })?.replace(
		"https://x.org/",
		"",
	);

describe("an article is found", () => {
	const paths = [
		"hello.md",
		"2024-01-02-dated.md",
		"notes/2024/post.mdx",
		"notes/bundle/index.md",
		"docs/_index.md",
		"My Post.markdown",
		"日本語.md",
	];
	test.each([
		["hello.md", "a.md", "hello.md"],
		["./hello.md", "a.md", "hello.md"],
		["hello", "a.md", "hello.md"],
		["HELLO.md", "a.md", "hello.md"],
		["hello.md#top", "a.md", "hello.md#top"],
		["hello.md?a=b#c", "a.md", "hello.md?a=b#c"],
		[" hello.md ", "a.md", "hello.md"],
		["../hello.md", "notes/a.md", "hello.md"],
		["../../hello.md", "notes/2024/post.mdx", "hello.md"],
		["../../../../hello.md", "a.md", "hello.md"],
		["/hello.md", "notes/2024/post.mdx", "hello.md"],
		["@/notes/2024/post.mdx", "a.md", "notes/2024/post.mdx"],
		["{filename}/notes/2024/post.mdx", "a.md", "notes/2024/post.mdx"],
		["{filename}notes/2024/post.mdx", "a.md", "notes/2024/post.mdx"],
		["|filename|notes/2024/post.mdx", "a.md", "notes/2024/post.mdx"],
		["post.mdx", "notes/2024/a.md", "notes/2024/post.mdx"],
		["post.md", "a.md", "notes/2024/post.mdx"],
		["bundle/index.md", "notes/a.md", "notes/bundle/index.md"],
		["bundle", "a.md", "notes/bundle/index.md"],
		["bundle/", "notes/a.md", "notes/bundle/index.md"],
		["@/docs/_index.md", "a.md", "docs/_index.md"],
		["dated", "a.md", "2024-01-02-dated.md"],
		["2024-01-02-dated", "a.md", "2024-01-02-dated.md"],
		["My%20Post.markdown", "a.md", "My Post.markdown"],
		["my post", "a.md", "My Post.markdown"],
		["%E6%97%A5%E6%9C%AC%E8%AA%9E.md", "a.md", "日本語.md"],
	])("by %s from %s", (reference, from, found) => {
		expect(find(reference, from, ...paths)).toBe(found);
	});

	test.each([
		...["missing.md", "", "#top", "/", "..", "hell", "hello.html", "%zz"],
		...["__proto__", "constructor", "toString.md"],
	])("but not by %j", (reference) => {
		expect(find(reference, "a.md", ...paths)).toBeUndefined();
	});
});

describe("of several files of one name", () => {
	const paths = ["a/news.md", "b/news.md", "b/c/news.md"];
	test.each([
		["news.md", "a/x.md", "a/news.md"],
		["news.md", "b/x.md", "b/news.md"],
		["../news.md", "b/c/x.md", "b/news.md"],
		["/a/news.md", "b/c/x.md", "a/news.md"],
		["c/news.md", "b/x.md", "b/c/news.md"],
	])("%s from %s is the one whose folders agree", (reference, from, found) => {
		expect(find(reference, from, ...paths)).toBe(found);
	});

	test("none is taken where two agree as much", () => {
		expect(find("news.md", "x.md", ...paths)).toBeUndefined();
		expect(find("/d/news.md", "x.md", ...paths)).toBeUndefined();
	});
});

describe("a title", () => {
	const titled = createArticle({
		path: "p1.md",
		slug: "first",
		title: "Ünder the *Hood*",
		url: "https://x.org/p1/",
	});
	const other = createArticle({
		path: "p2.md",
		slug: "second",
		title: "first",
		url: "https://x.org/p2/",
	});
	const findArticle = createFindArticle([titled, other]);
	test.each([
		["ünder the *hood*", "https://x.org/p1/"],
		["Ünder the *Hood*#part", "https://x.org/p1/#part"],
		// A name comes before a title.
		["first", "https://x.org/p1/"],
		["second", "https://x.org/p2/"],
	])("%s leads to %s", (reference, url) => {
		expect(findArticle(reference, { path: "a.md" })).toBe(url);
	});

	test("of two articles leads nowhere", () => {
		const twins = createFindArticle([
			{ ...titled, path: "p3.md" },
			{ ...titled, url: "https://x.org/p4/", path: "p4.md" },
		]);
		expect(twins(titled.title ?? "", { path: "a.md" })).toBeUndefined();
	});
});

test("the place below the generator's folder counts for links from its root", () => {
	const articles = ["en", "fr"].map((language) =>
		createArticle({
			path: "a.md",
			place: `content/${language}/a.md`,
			url: `https://x.org/${language}/a/`,
		}),
	);
	const findArticle = createFindArticle(articles);
	expect(findArticle("@/fr/a.md", { path: "b.md" })).toBe(
		"https://x.org/fr/a/",
	);
});

test("ten thousand articles of one name are found in a moment", () => {
	const paths = Array.from({ length: 10_000 }, (_, i) => `${i}/index.md`);
	const same = paths.map((path) => path.replace("index", "same"));
	const findArticle = createFindArticle(create(...paths, ...same));
	const start = performance.now();
	expect(findArticle("/77/same.md", { path: "x.md" })).toContain("/77/same.md");
	expect(performance.now() - start).toBeLessThan(2000);
});

describe("a link's target is a source file", () => {
	test.each([
		...[
			"a.md",
			"../a.mdx",
			"/a.MARKDOWN",
			"a.md#b",
			"a.md?b#c",
			"@/a.md",
			"@/",
		],
	])("%s", (href) => expect(isSourceLink(href)).toBe(true));

	test.each([
		...["https://x.org/a.md", "//x.org/a.md", "mailto:a@x.md", "a.html", "a"],
		...["a?b.md", "#a.md", "", "a.md/", "a.mdown", "@a"],
	])("but not %j", (href) => expect(isSourceLink(href)).toBe(false));
});
