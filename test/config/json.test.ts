import { describe, expect, test } from "vitest";
import { findJsonPlaces } from "../../src/config/json.ts";

const text = `{
	"site": { "title": "X" },
	"feeds": [
		{ "path": "/" },
		{ "a\\u0062": [1, true, null] }
	]
}`;

describe("places in JSON", () => {
	test.each([
		[["site"], 2, 2],
		[["site", "title"], 2, 12],
		[["feeds", 1], 5, 3],
		[["feeds", 1, "ab"], 5, 5],
		[["feeds", 1, "ab", 2], 5, 26],
	])("%j stands at %i:%i", (path, line, column) => {
		expect(findJsonPlaces(text).find(path)).toEqual({ line, column });
	});

	test.each([[["site", "url"]], [["feeds", "1"]], [["__proto__"]]])(
		"%j stands nowhere",
		(path) => expect(findJsonPlaces(text).find(path)).toBeUndefined(),
	);

	test.each(["{}", " [ ] ", '"a"', "-1.5e+3", '{"a":{"b":[]}}', text])(
		"%s is JSON",
		(json) => expect(findJsonPlaces(json).mistake).toBeUndefined(),
	);
});

describe("the first mistake in JSON", () => {
	test.each([
		["", 1, 1, "expected a value, found the end", "Compare"],
		["{", 1, 2, "expected a key in double quotes, found the end", "Compare"],
		[
			'{\n\t"a": 1,\n}',
			3,
			1,
			"expected a key in double quotes, found }",
			"Take out the comma before it.",
		],
		[
			"[1,]",
			1,
			4,
			"expected a value, found ]",
			"Take out the comma before it.",
		],
		[
			'{ "a": 1 // one\n}',
			1,
			10,
			"expected a comma or }, found /",
			"JSON has no comments: take it out.",
		],
		[
			"{ 'a': 1 }",
			1,
			3,
			"expected a key in double quotes, found '",
			"Write texts in double quotes.",
		],
		[
			"{ site: {} }",
			1,
			3,
			"expected a key in double quotes, found site",
			'Write the key in double quotes: "site"',
		],
		[
			'{ "a": 1\r\n  "b": 2 }',
			2,
			3,
			'expected a comma or }, found "',
			"Write a comma before it.",
		],
		['{ "a" 1 }', 1, 7, 'expected a colon after "a", found 1', "Compare"],
		['{ "a": "b\n" }', 1, 8, 'expected a value, found "', "End the text"],
		['{ "a": yes }', 1, 8, "expected a value, found yes", "Compare"],
		['{ "a": 01 }', 1, 8, "expected a value, found 01", "Compare"],
		["{} x", 1, 4, "expected nothing after its end, found x", "Compare"],
	])("%j", (json, line, column, message, hint) => {
		expect(() => JSON.parse(json)).toThrow();
		const { mistake } = findJsonPlaces(json);
		expect(mistake).toMatchObject({ line, column });
		expect(mistake?.message.replaceAll("\\", "")).toBe(message);
		expect(mistake?.hint.slice(0, hint.length)).toBe(hint);
	});

	test("brackets that never end exhaust nothing", () => {
		expect(findJsonPlaces("[".repeat(1_000_000)).mistake).toMatchObject({
			line: 1,
			message: "expected no more levels, found [",
		});
	});
});
