import { describe, expect, test } from "vitest";
import { checkPaths } from "../../src/output/check.ts";

const check = (...paths: string[]) =>
	checkPaths(paths).map(({ code, message }) => `${code}: ${message}`);

describe("the paths of a build", () => {
	test.each([
		[["rss.xml", "atom.xml", "tags/rss.xml", "tags/日本/rss.xml"]],
		[["a..b/...c.xml", ".well-known/x", "a b.xml", "c:d/e".slice(2)]],
		[["a", "ab/c"]],
		[["strasse", "straße"]],
	])("are left alone when they are good: %j", (paths) => {
		expect(check(...paths)).toEqual([]);
	});

	test.each([
		["a", "a", 'two files would be written to "a"'],
		[
			"Tags/rss.xml",
			"tags/rss.xml",
			'"Tags/rss.xml" and "tags/rss.xml" are one file on macOS and Windows',
		],
		[
			"caf\u00e9.xml",
			"cafe\u0301.xml",
			'"caf\u00e9.xml" and "cafe\u0301.xml" are one file on macOS and Windows',
		],
		[
			"Feed",
			"feed/rss.xml",
			'"Feed" cannot be a file and a folder: "feed/rss.xml"',
		],
	])("do not collide: %s and %s", (one, other, message) => {
		expect(check(one, other)).toEqual([`output-collision: ${message}`]);
	});

	test.each([
		"../x",
		"/x",
		"a/../b",
		"",
		".",
		"C:x",
		"a\\b",
		"a\nb",
		"\ud800",
		".feedwright-written",
		".feedwright-tmp/x",
	])("stay in the output folder: %j", (path) => {
		expect(check(path)).toEqual([
			`output-path: "${path.replace("\n", " ")}" cannot be a path in the output folder`,
		]);
	});

	test("are cut in messages", () => {
		expect(check(`${"x".repeat(300)}`)).toEqual([
			`output-path: "${"x".repeat(60)}…" cannot be a path in the output folder`,
		]);
	});
});
