import { describe, expect, test } from "vitest";
import { hugo } from "../../src/dialects/hugo.ts";
import { jekyll } from "../../src/dialects/jekyll.ts";
import {
	countArticles,
	countProblems,
	findDatePlace,
} from "../../src/init/findings.ts";
import { createArticle, createSite } from "../support/articles.ts";

test("articles are counted by what they say", () => {
	const ann = { name: "Ann" };
	const articles = [
		createArticle({ date: 2000, language: "fa", tags: ["a", "b"] }),
		createArticle({ date: 1000, tags: ["a"], authors: [ann] }),
		createArticle({
			date: 3000,
			image: "https://x.org/a.png",
			categories: ["c"],
			authors: [ann, { name: "Bea" }],
		}),
	];
	const places = ["front matter", "file name", "file name"] as const;
	expect(countArticles(articles, places)).toEqual({
		first: 1000,
		last: 3000,
		dates: [
			{ name: "file name", articles: 2 },
			{ name: "front matter", articles: 1 },
		],
		languages: [
			{ name: "en", articles: 2 },
			{ name: "fa", articles: 1 },
		],
		authors: { distinct: 2, articles: 2 },
		tags: { distinct: 2, articles: 2 },
		categories: { distinct: 1, articles: 1 },
		pictures: 1,
	});
	expect(countArticles([], [])).toMatchObject({
		first: undefined,
		dates: [],
		pictures: 0,
	});
});

describe("a date stands in", () => {
	test.each([
		[
			"the front matter",
			"_posts/2024-05-01-a.md",
			"---\ndate: 2024-05-02\n---\n",
			"front matter",
		],
		[
			"the file's name",
			"_posts/2024-05-01-a.md",
			"---\ntitle: A\n---\n",
			"file name",
		],
		[
			"the name of a folder of its own",
			"blog/2024-05-01-a/index.md",
			"",
			"folder",
		],
		["folders", "blog/2024/05/01/a.md", "---\ntitle: A\n---\n", "folder"],
		[
			"the address",
			"blog/a.md",
			"---\npermalink: /2024/05/01/a.html\n---\n",
			"address",
		],
		[
			"no word of Eleventy's",
			"2024-05-01-a.md",
			"---\ndate: Created\n---\n",
			"file name",
		],
	])("%s", (_, path, text, expected) => {
		const source = { file: path, path, place: path, text };
		const site = createSite({ dialect: { ...jekyll, roots: [] } });
		expect(findDatePlace(source, site)).toBe(expected);
	});

	test("the names that the dialect has", () => {
		const text = "+++\npubdate = 2024-05-02\n+++\n";
		const source = { file: "a.md", path: "a.md", place: "content/a.md", text };
		expect(findDatePlace(source, createSite({ dialect: hugo }))).toBe(
			"front matter",
		);
	});
});

test("problems are counted by their kind, errors first", () => {
	const at = (severity: "error" | "warning", code: string, file: string) => ({
		severity,
		code,
		file,
		line: 1,
		message: `${code} of ${file}`,
	});
	expect(
		countProblems([
			at("warning", "link-unresolved", "a.md"),
			at("warning", "markup-unknown", "a.md"),
			at("error", "date-missing", "b.md"),
			at("warning", "markup-unknown", "c.md"),
		]),
	).toEqual([
		{
			code: "date-missing",
			severity: "error",
			count: 1,
			example: { file: "b.md", line: 1, message: "date-missing of b.md" },
		},
		expect.objectContaining({
			code: "markup-unknown",
			count: 2,
			example: { file: "a.md", line: 1, message: "markup-unknown of a.md" },
		}),
		expect.objectContaining({ code: "link-unresolved", count: 1 }),
	]);
});
