import { expect, test } from "vitest";
import { reportJson } from "../../src/reporters/json.ts";
import { done, plain, refused } from "./outcomes.ts";

test("one object on standard output, and nothing else", () => {
	const { stdout, stderr } = reportJson(refused, plain);
	expect(stderr).toBe("");
	expect(stdout.endsWith("}\n")).toBe(true);
	expect(JSON.parse(stdout)).toEqual({
		articles: refused.articles,
		feeds: refused.feeds,
		removed: [],
		diagnostics: refused.diagnostics,
		milliseconds: 1235,
	});
});

test("the article that comes due next, in RFC 3339's form", () => {
	const next = { file: "articles/b.md", date: 0 };
	const { stdout } = reportJson({ ...done, next }, plain);
	expect(JSON.parse(stdout).next).toEqual({
		file: "articles/b.md",
		date: "1970-01-01T00:00:00.000Z",
	});
});

test("--quiet changes nothing: a program has asked", () => {
	expect(reportJson(refused, { ...plain, quiet: true })).toEqual(
		reportJson(refused, plain),
	);
});
