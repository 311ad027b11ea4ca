import { describe, expect, it, test } from "vitest";
import { fence, read } from "./read.ts";

describe("bare scalars", () => {
	it.each([
		"1.10",
		"+1_000",
		"0x1F",
		"0o17",
		"0b11",
		"9007199254740993",
		"1e400",
		"inf",
		"-nan",
		"true",
		"2024-01-02",
		"2024-02-31",
		"2024-01-02T10:00:00",
		"2024-01-02 10:00:00",
		"2024-01-02T10:00:00.123456789+09:00",
		"2024-01-02 10:00:00Z",
		"10:00:00",
		"2024-13-45",
	])("%s stays what it is", (text) => {
		const block = `a = ${text} # comment\nb = [ ${text}, ${text} ]\nc = { d = ${text} }\n[t]\ne=${text}`;
		expect(read(fence.toml(block))).toMatchObject({
			messages: [],
			values: { a: text, b: [text, text], c: { d: text }, t: { e: text } },
		});
	});
	it.each([
		[
			"a key of digits",
			"1 = 'x'\n2024-01-02 = 'y'",
			{ "1": "x", "2024-01-02": "y" },
		],
		["a dotted key", "a.1 = 2\na.b = 3", { a: { "1": "2", b: "3" } }],
		[
			"a table of digits",
			"[1]\na = 2\n[[2]]\nb = 3",
			{ "1": { a: "2" }, "2": [{ b: "3" }] },
		],
		[
			"digits in strings",
			"a = \"= 1\"\nb = '[1, 2]'\nc = '''\nd = 1\n'''",
			{ a: "= 1", b: "[1, 2]", c: "d = 1\n" },
		],
		[
			"quotes at the end of a long string",
			'a = """x"""""\nb = 1',
			{ a: 'x""', b: "1" },
		],
		[
			"escaped quotes in a long string",
			'a = """\\"""b = 1"""\nb = 2',
			{ a: '"""b = 1', b: "2" },
		],
		["digits in comments", "a = [ # 1, 2\n3, # = 4\n]\n# b = 5", { a: ["3"] }],
		[
			"lists on several lines",
			"a = [\n  1,\n  [2,\n 3],\n]",
			{ a: ["1", ["2", "3"]] },
		],
	])("%s", (_, block, values) => {
		expect(read(fence.toml(block))).toMatchObject({ messages: [], values });
	});
});

describe("mistakes", () => {
	test.each([
		[
			"title = Hello",
			"2:9",
			"here is no value; text stands in quotes: title = Hello",
			'Write it as title = "Hello"',
		],
		[
			'a = 1\ntitle: "x"',
			"3:6",
			'here is no key with = and a value: title: "x"',
			'Write it as title = "x"',
		],
		[
			'title = "a\nb = 1',
			"2:11",
			'a string must end on its line: title = "a',
			'Write it as title = "a"',
		],
		[
			"a = 'It's'",
			"2:9",
			"more stands on the line than a key and a value: a = 'It's'",
			'Write it as a = "It\'s"',
		],
		[
			'a = "C:\\Users"',
			"2:10",
			'invalid non-hex character in unicode escape: a = "C:\\Users"',
			'Write it as a = "C:\\\\Users"',
		],
		[
			"a = 2024-1-2",
			"2:9",
			"illegal character in numeric literal: a = 2024-1-2",
			'Write it as a = "2024-1-2"',
		],
		[
			"a = 010",
			"2:5",
			"illegal leading zero: a = 010",
			'Write it as a = "010"',
		],
		[
			"x = 1\na = 2\na = 3",
			"4:1",
			"this key or table stands in it twice: a = 3",
			"Take one of the two out.",
		],
		[
			"[a]\n[a]",
			"3:2",
			"this key or table stands in it twice: [a]",
			"Take one of the two out.",
		],
	])("%j", (block, place, what, hint) => {
		expect(read(fence.toml(block)).messages).toEqual([
			`${place} error front-matter-invalid: The front matter is not TOML: ${what}\n${hint}`,
		]);
	});
	test.each([
		[
			"a = [1, 1.5, 2024-01-02\nb = 3",
			"3:1",
			"a comma or a closing bracket is missing: b = 3",
		],
		["title", "2:1", "here is no key with = and a value: title"],
		['a = "x\u0000"', "2:7", 'a string must end on its line: a = "x\u0000"'],
	])("%j", (block, place, what) => {
		expect(read(fence.toml(block)).messages[0]).toContain(
			`${place} error front-matter-invalid: The front matter is not TOML: ${what}`,
		);
	});
});
