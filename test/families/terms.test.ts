import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article.ts";
import { findTerms, toPathPart } from "../../src/families/terms.ts";

describe("in a path a tag is", () => {
	test.each([
		["News", "news"],
		["C++", "cplusplus"],
		["C#", "csharp"],
		["C", "c"],
		[".NET", "-net"],
		["R & D <lab>", "r-d-lab-"],
		["a/b\\c", "a-b-c"],
		["..", "-"],
		["../../x", "-x"],
		["%2e%2e", "-2e-2e"],
		["日本語", "日本語"],
		["cafe\u0301", "caf\u00e9"],
		["CAFÉ", "café"],
		["हिन्दी", "हिन्दी"],
		["ไทย", "ไทย"],
		["İstanbul", "i\u0307stanbul"],
		// Lower case has a sign of its own where upper case needs two.
		["J\u030C", "\u01F0"],
		["1.10", "1-10"],
		["١٢", "١٢"],
		["👩‍👩‍👧", "-"],
		[":tag", "-tag"],
		["$&", "-"],
		["nul", "nul"],
		["a\u202Eb", "a-b"],
		["Русский язык", "русский-язык"],
		["Ελλάς", "ελλάς"],
		["हिन्दी/मराठी", "हिन्दी-मराठी"],
	])("%s: %s", (tag, part) => {
		expect(toPathPart(tag, "tag")).toBe(part);
		expect(toPathPart(part, "tag")).toBe(part);
	});
});

describe("in a path", () => {
	test.each([
		["notes", "notes"],
		["Docs/How To/C++", "docs/how-to/cplusplus"],
		["/docs//api/", "docs/api"],
		["../../etc", "-/-/etc"],
		["a\\..\\b", "a-b"],
		["日本語/記事", "日本語/記事"],
		["/", "-"],
		[" / ", "-"],
	])("the section %s is %s", (section, part) => {
		expect(toPathPart(section, "section")).toBe(part);
	});

	test.each([
		["category", "Tips & Tricks", "tips-tricks"],
		["author", "Ada King-Noel", "ada-king-noel"],
		["author", "山田 太郎", "山田-太郎"],
		["language", "pt-BR", "pt-br"],
		["language", "zh-Hant-TW", "zh-hant-tw"],
		["year", "2024", "2024"],
	] as const)("the %s %s is %s", (family, term, part) => {
		expect(toPathPart(term, family)).toBe(part);
	});
});

describe("an article is filed under", () => {
	const site = {
		authors: [{ name: "The Editors" }],
		timeZone: "Asia/Tokyo",
	};
	const article = {
		tags: ["a", "b"],
		categories: ["News", "World"],
		authors: [{ name: "Ada" }, { name: "Grace" }],
		section: "docs/api",
		language: "pt-BR",
		date: Date.parse("2023-12-31T15:00:00Z"),
	} as unknown as Article;

	test.each([
		["tag", ["a", "b"]],
		["category", ["News", "World"]],
		["author", ["Ada", "Grace"]],
		["section", ["docs/api"]],
		["language", ["pt-BR"]],
		// The year has begun in Tokyo.
		["year", ["2024"]],
	] as const)("its %s: %j", (family, terms) => {
		expect(findTerms(article, family, site)).toEqual(terms);
	});

	test("the site's authors where it names none", () => {
		const anonymous = { ...article, authors: [] };
		expect(findTerms(anonymous, "author", site)).toEqual(["The Editors"]);
		expect(findTerms(anonymous, "author", { ...site, authors: [] })).toEqual(
			[],
		);
	});

	test("no section where it has none", () => {
		for (const section of [undefined, ""])
			expect(findTerms({ ...article, section }, "section", site)).toEqual([]);
	});
});
