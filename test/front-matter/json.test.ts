import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { json } from "../../src/front-matter/json.ts";
import { fence, read } from "./read.ts";

describe("mistakes", () => {
	const comma = "Write a comma between two values, and } after the last.";
	const key = 'Write it as "title": "My title".';
	const string =
		'End the string with " on the same line; write " in it as \\" and \\ as \\\\.';
	test.each([
		[
			'{"a": 1,}',
			"2:9",
			"a key in double quotes, found }",
			"Take out the comma before it.",
		],
		[
			'{"a": [1,]}',
			"2:10",
			"a value, found ]}",
			"Take out the comma before it.",
		],
		["{a: 1}", "2:2", "a key in double quotes, found a: 1}", key],
		[
			"{'a': 1}",
			"2:2",
			"a key in double quotes, found 'a': 1}",
			"Write strings in double quotes.",
		],
		['{"a" = 1}', "2:6", "a colon after the key, found = 1}", key],
		['{"a": "b\n"}', "2:7", 'a string that ends, found "b', string],
		[
			'{"a": "C:\\Users"}',
			"2:7",
			'a string that ends, found "C:\\Users"}',
			string,
		],
		['{"a": 1 "b": 2}', "2:9", 'a comma or }, found "b": 2}', comma],
		[
			'{"a": [1 2]}',
			"2:10",
			"a comma or ], found 2]}",
			"Write a comma between two values, and ] after the last.",
		],
		[
			'{"a": yes}',
			"2:7",
			"a value, found yes}",
			"Write text in double quotes; numbers, true, false and null stand without.",
		],
		[
			'{"a": 010}',
			"2:7",
			"a value, found 010}",
			"Write text in double quotes; numbers, true, false and null stand without.",
		],
		[
			'{"a": // b\n1}',
			"2:7",
			"a value, found // b",
			"JSON has no comments: take it out.",
		],
		['{"a": 1', "2:8", "a comma or }, found the end of the line", comma],
		[
			'{"a": 1} b',
			"2:10",
			"nothing more, found b",
			"The JSON ends with its first } or ] that closes everything.",
		],
	])("%j", (block, place, what, hint) => {
		expect(read(fence.json(block)).messages).toEqual([
			`${place} error front-matter-invalid: The front matter is not JSON: expected ${what}\n${hint}`,
		]);
	});
	test("in a leading object, with the line of the file", () => {
		expect(read('\n{\n  "a": 1\n  "b": 2\n}\nBody').messages).toEqual([
			`4:3 error front-matter-invalid: The front matter is not JSON: expected a comma or }, found "b": 2\n${comma}`,
		]);
	});
});

/** What JSON.parse makes of a text, its numbers and booleans as text; undefined when it refuses. */
function judge(text: string): unknown {
	try {
		return JSON.parse(text, (_, value) =>
			typeof value === "number" || typeof value === "boolean"
				? String(value)
				: value,
		);
	} catch {
		return undefined;
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(JSON.stringify(json.parse(text).root));
	} catch {
		return undefined;
	}
}

describe("the reader agrees with JSON.parse", () => {
	it("on any JSON", () => {
		fc.assert(
			fc.property(fc.json({ maxDepth: 5 }), (text) => {
				expect(parse(text)).toEqual(judge(text));
			}),
		);
	});
	it("on JSON that was broken", () => {
		const pieces = [
			"{",
			"}",
			"[",
			"]",
			",",
			":",
			'"',
			"\\",
			"1",
			"-",
			".",
			"e",
			"null",
			"t",
			" ",
			"\n",
			"\u0001",
		];
		fc.assert(
			fc.property(
				fc.json({ maxDepth: 3 }),
				fc.nat(),
				fc.nat(3),
				fc.constantFrom(...pieces),
				(text, at, gone, piece) => {
					const offset = at % (text.length + 1);
					const broken =
						text.slice(0, offset) + piece + text.slice(offset + gone);
					expect(parse(broken) === undefined).toBe(judge(broken) === undefined);
				},
			),
			{ numRuns: 1000 },
		);
	});
});
