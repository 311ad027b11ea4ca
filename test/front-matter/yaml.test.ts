import { describe, expect, it, test } from "vitest";
import { readFrontMatter } from "../../src/front-matter/front-matter.ts";
import { fence, read } from "./read.ts";

const errorOf = (block: string) => {
	const { messages, values } = read(fence.yaml(block));
	expect(messages).toHaveLength(1);
	expect(values).toBeUndefined();
	return messages[0];
};

describe("scalars", () => {
	it.each([
		["1.10"],
		["12:30"],
		["010"],
		["0x1F"],
		["1_000"],
		["true"],
		["yes"],
		["2024-01-02"],
		["2024-02-31"],
		["2024-01-02 10:00:00"],
		["2024-01-02 10:00:00 +0900"],
		[".inf"],
		["null and more"],
		["nuLL"],
		["a:b"],
		["https://example.org/#x"],
		["C# and a#b"],
		["-1"],
		["=x"],
	])("%s stays what it is", (text) => {
		expect(read(fence.yaml(`a: ${text}`))).toMatchObject({
			messages: [],
			values: { a: text },
		});
	});
	it.each([
		["null", null],
		["Null", null],
		["NULL", null],
		["~", null],
		["", null],
		["# a comment", null],
		['"null"', "null"],
		["'~'", "~"],
		['""', ""],
		["!!str null", "null"],
		["!!str", ""],
		["!!null null", null],
		["!!bool true", "true"],
		["!!int 010", "010"],
		["!!float 1.10", "1.10"],
		["!!timestamp 2024-02-31", "2024-02-31"],
		["!!binary aGk=", "aGk="],
		["! 12", "12"],
		["!!seq [a]", ["a"]],
		["!!map {a: 1}", { a: "1" }],
		["!!set {a, b}", ["a", "b"]],
		["!!omap [a: 1, b: 2]", [{ a: "1" }, { b: "2" }]],
		["!!pairs [a: 1, a: 2]", [{ a: "1" }, { a: "2" }]],
		["'it''s'", "it's"],
		["a # comment", "a"],
		["[null, ~, '~', ]", [null, null, "~"]],
	])("%s", (text, value) => {
		expect(read(fence.yaml(`a: ${text}`))).toMatchObject({
			messages: [],
			values: { a: value },
		});
	});
	it.each([
		[
			"double quotes that go on at the start of the line",
			'a: "b\nc: d"',
			"b c: d",
		],
		["a plain text on two lines", "a: b\n  c", "b c"],
		["a literal text", "a: |\n  b\n\n  c: d\n", "b\n\nc: d\n"],
		["a folded text", "a: >-\n  b\n  c\n", "b c"],
		["tabs that indent no key", "a:\n\t- b", ["b"]],
		["tabs in a text", "a: |\n  \tb: c\n", "\tb: c\n"],
		["tabs in braces", 'a: {\n\t"b": 1\n}', { b: "1" }],
		["a tab after the colon", "a:\tb", "b"],
		["emoji and right-to-left text", "a: 👩‍👩‍👧 هک", "👩‍👩‍👧 هک"],
		["an alias", "x: &x [1]\na: *x", ["1"]],
		["merge keys", "x: &x {b: 1, c: 2}\na: {<<: *x, c: 3}", { b: "1", c: "3" }],
		[
			"a list of merge keys",
			"a: {<<: [{b: 1}, {b: 2, c: 3}]}",
			{ b: "1", c: "3" },
		],
		["<< as a value", "a: <<", "<<"],
	])("%s", (_, block, value) => {
		const { messages, values } = read(fence.yaml(block));
		expect(messages).toEqual([]);
		expect(values?.a).toEqual(value);
	});
	it("merges at the top level", () => {
		expect(read(fence.yaml("<<: {a: 1, b: 2}\nb: 3")).values).toEqual({
			a: "1",
			b: "3",
		});
	});
});

describe("a line that can mean one thing only is taken, with a warning", () => {
	test.each([
		[
			"title: Jest 26: Tick Tock\ndate: 1",
			"2:8",
			"title",
			'holds ": ", which makes a key in YAML',
			"Jest 26: Tick Tock",
			'title: "Jest 26: Tick Tock"',
		],
		[
			'title: Foo: "bar"',
			"2:8",
			"title",
			'holds ": ", which makes a key in YAML',
			'Foo: "bar"',
			"title: 'Foo: \"bar\"'",
		],
		[
			"by: @ann",
			"2:5",
			"by",
			"begins with @, which YAML reserves",
			"@ann",
			'by: "@ann"',
		],
		[
			"a: `b` c",
			"2:4",
			"a",
			"begins with `, which YAML reserves",
			"`b` c",
			'a: "`b` c"',
		],
		[
			"a: %b\nc: d",
			"2:4",
			"a",
			"begins with %, which YAML reserves",
			"%b",
			'a: "%b"',
		],
		[
			"image:\n  alt: a: b",
			"3:8",
			"alt",
			'holds ": ", which makes a key in YAML',
			"a: b",
			'alt: "a: b"',
		],
		[
			"links:\n  - title: a: b\n    url: c",
			"3:12",
			"title",
			'holds ": ", which makes a key in YAML',
			"a: b",
			'title: "a: b"',
		],
		[
			'"my title": a: b',
			"2:13",
			"my title",
			'holds ": ", which makes a key in YAML',
			"a: b",
			'"my title": "a: b"',
		],
		[
			'x: "y\nz"\na: b: c',
			"4:4",
			"a",
			'holds ": ", which makes a key in YAML',
			"b: c",
			'a: "b: c"',
		],
		[
			"title: 🃏 Jest 19: Immersive\ndate: 1",
			"2:8",
			"title",
			'holds ": ", which makes a key in YAML',
			"🃏 Jest 19: Immersive",
			'title: "🃏 Jest 19: Immersive"',
		],
		[
			"標題: 東京: 一日",
			"2:5",
			"標題",
			'holds ": ", which makes a key in YAML',
			"東京: 一日",
			'標題: "東京: 一日"',
		],
		[
			"title:   What is new:  \ndate: 1",
			"2:10",
			"title",
			'holds ": ", which makes a key in YAML',
			"What is new:",
			'title: "What is new:"',
		],
		[
			"by: @ann: yes",
			"2:5",
			"by",
			"begins with @, which YAML reserves",
			"@ann: yes",
			'by: "@ann: yes"',
		],
	])("%j", (block, place, key, what, value, mended) => {
		const file = read(fence.yaml(block));
		expect(file.messages).toEqual([
			`${place} warning front-matter-repaired: "${key}" ${what}; it is taken as text: ${value}\nPut the value in quotes: ${mended}`,
		]);
		expect(JSON.stringify(file.values)).toContain(JSON.stringify(value));
		expect(file.body).toBe("Body");
		// What the hint says is right YAML, and the same.
		const written = block.split("\n")[Number(place.split(":")[0]) - 2] ?? "";
		const rest = written.slice(Number(place.split(":")[1]) - 1);
		const right = block.replace(rest, mended.slice(mended.indexOf(": ") + 2));
		expect(read(fence.yaml(right))).toMatchObject({
			messages: [],
			values: file.values,
		});
	});
	test("an item of a list", () => {
		const file = read(fence.yaml("tags:\n  - a\n  - @b\n  -   `c`"));
		expect(file.values).toEqual({ tags: ["a", "@b", "`c`"] });
		expect(file.messages).toEqual([
			'4:5 warning front-matter-repaired: A value of this list begins with @, which YAML reserves; it is taken as text: @b\nPut the value in quotes: - "@b"',
			'5:7 warning front-matter-repaired: A value of this list begins with `, which YAML reserves; it is taken as text: `c`\nPut the value in quotes: - "`c`"',
		]);
	});
	test.each([
		["title:foo\ndate: x", "2:7", "title", "foo", { title: "foo", date: "x" }],
		["date: x\ntags:[a, b]", "3:6", "tags", "[a, b]", undefined],
		['date: x\ntitle:"foo"\nb: 1', "3:7", "title", '"foo"', undefined],
		["a:\n- name:Ann\n  url: x", "3:8", "name", "Ann", undefined],
		["by:\n  name:Ann\n  url: x", "3:8", "name", "Ann", undefined],
		["titre:Été à Paris\ndate: x", "2:7", "titre", "Été à Paris", undefined],
	])("a colon without a blank: %j", (block, place, key, value, values) => {
		const file = read(fence.yaml(block));
		expect(file.messages).toEqual([
			`${place} warning front-matter-repaired: "${key}" has no blank after its colon; what follows is taken as its value: ${value}\nWrite it as ${key}: ${value}`,
		]);
		const right = read(fence.yaml(block.replace(`${key}:`, `${key}: `)));
		expect(right.messages).toEqual([]);
		expect(file.values).toEqual(values ?? right.values);
	});
	test("several in one block, and the places of all values stay those of the author's text", () => {
		const file = read(
			fence.yaml(
				"title:   A: b\nkeywords:ES6 module\ndescription:c d\nby: @ann\n\ntags: [x]\ntags:\n  - y\n  - 'a: b': %c\nlast: z",
			),
		);
		expect(file.values).toEqual({
			title: "A: b",
			keywords: "ES6 module",
			description: "c d",
			by: "@ann",
			tags: ["y", { "a: b": "%c" }],
			last: "z",
		});
		expect(
			file.messages.map((message) => message.split(" ", 3).join(" ")),
		).toEqual([
			"2:10 warning front-matter-repaired:",
			"3:10 warning front-matter-repaired:",
			"4:13 warning front-matter-repaired:",
			"5:5 warning front-matter-repaired:",
			"10:13 warning front-matter-repaired:",
			"8:1 warning front-matter-duplicate-key:",
		]);
		const places = ["title", "keywords", "description", "by", "tags", "last"];
		expect(places.map((key) => file.place(key))).toEqual([
			{ line: 2, column: 10 },
			{ line: 3, column: 10 },
			{ line: 4, column: 13 },
			{ line: 5, column: 5 },
			{ line: 9, column: 3 },
			{ line: 11, column: 7 },
		]);
	});
	test("eight lines, and not nine", () => {
		const lines = (count: number) =>
			Array.from({ length: count }, (_, i) => `k${i}: a: b`).join("\n");
		expect(read(fence.yaml(lines(8))).messages).toHaveLength(8);
		expect(errorOf(lines(9))).toContain("2:5 error front-matter-invalid");
	});
	test("text that looks so and is right YAML is left alone", () => {
		const block =
			'a: |\n  b: c: d\n  e:f\nb: "c: d: @e"\nc: x\n  y:z\nd: [a:b]\ntime: 12:30\nurl: http://x.org';
		expect(read(fence.yaml(block))).toMatchObject({
			messages: [],
			values: { a: "b: c: d\ne:f\n", c: "x y:z" },
		});
	});
	test.each([
		["x: 'a\nb:c'\nd:e\nf: g", { x: "a b:c", d: "e", f: "g" }],
		['x: "a\nb:c\nd"\ne: f: g', { x: "a b:c d", e: "f: g" }],
		["x: a\n  b:c\nd:e\nf: g", { x: "a b:c", d: "e", f: "g" }],
		["x: 1\na:b\nc:d", { x: "1", a: "b", c: "d" }],
	])("of lines alike, those in a text are left alone: %j", (block, values) => {
		expect(read(fence.yaml(block)).values).toEqual(values);
	});
	test("text that looks so is left alone beside a line that is mended", () => {
		const block = "a: |\n  b:c\n  d: e: f\nkeywords:ES6\nlast: x";
		expect(read(fence.yaml(block)).values).toEqual({
			a: "b:c\nd: e: f\n",
			keywords: "ES6",
			last: "x",
		});
	});
});

describe("what can mean two things is an error, and all of the block with it", () => {
	test.each([
		["a value on two lines", "title: a: b\n  c\nd: e", "2:8"],
		["a group under a text", "title: a: b\n  c: d", "2:8"],
		["what may be a comment", "title: a: b # c", "2:8"],
		["text behind quotes", 'title: "a": b', "2:8"],
		["an item that may be a key", "tags:\n  - @a: b", "3:5"],
		["a key with blanks", "and so on: a: b", "2:12"],
		["braces on lines", "a: {\n  b: c: d, e: f\n}", "3:6"],
		["brackets on lines", "a: [\n  b,\n  @c\n]", "4:3"],
		["an open bracket", "a: [b: c\nd: e", "2:4"],
		["an alias", "a: b: c\nd: *e", "2:4"],
		["another line that is wrong", 'title: a: b\nx: "open\ny: 1', "2:8"],
		["a text on many lines that goes on", "a: b\n  c: d: e", "3:4"],
		["a comment behind a colon without a blank", "a:b # c\nd: e", "2:2"],
	])("%s", (_, block, place) => {
		expect(errorOf(block)).toContain(`${place} error front-matter-invalid: `);
	});
});

describe("a value that is no YAML gets quotes in the hint", () => {
	test.each([
		[
			"a: *b* c",
			"2:4",
			"a",
			"begins with *, which names an alias in YAML",
			"*b* c",
			'a: "*b* c"',
		],
		[
			"a: & b",
			"2:4",
			"a",
			"begins with &, which names an anchor in YAML",
			"& b",
			'a: "& b"',
		],
		[
			"a: | b\nc: d",
			"2:4",
			"a",
			"begins with |, after which YAML wants a new line",
			"| b",
			'a: "| b"',
		],
		[
			"a: > b\nc: d",
			"2:4",
			"a",
			"begins with >, after which YAML wants a new line",
			"> b",
			'a: "> b"',
		],
		[
			"a: - b",
			"2:4",
			"a",
			"begins with -, which is a list in YAML",
			"- b",
			'a: "- b"',
		],
		[
			"a: [b] c\nd: e",
			"2:4",
			"a",
			"begins with [, which is a list in YAML, and goes on after it",
			"[b] c",
			'a: "[b] c"',
		],
		[
			"a: {{ b }} c\nd: e",
			"2:4",
			"a",
			"begins with {, which is a mapping in YAML, and goes on after it",
			"{{ b }} c",
			'a: "{{ b }} c"',
		],
		[
			'a: 1\nb: "c\nd: 2\ne: 3',
			"3:4",
			"b",
			"has quotation marks that do not match",
			'"c',
			'b: "c"',
		],
		[
			'b: "c\nd: "e"\nf: 3',
			"2:4",
			"b",
			"has quotation marks that do not match",
			'"c',
			'b: "c"',
		],
		[
			"b: 'c\nd: 2",
			"2:4",
			"b",
			"has quotation marks that do not match",
			"'c",
			'b: "c"',
		],
		[
			"a: 'It's so'\nb: 1",
			"2:4",
			"a",
			"has quotation marks that do not match",
			"'It's so'",
			'a: "It\'s so"',
		],
		[
			'a: "b" c\nd: 1',
			"2:4",
			"a",
			"has quotation marks that do not match",
			'"b" c',
			"a: '\"b\" c'",
		],
		[
			'a: "C:\\Users"',
			"2:4",
			"a",
			"holds a backslash that makes no escape in YAML",
			'"C:\\Users"',
			"a: 'C:\\Users'",
		],
	])("%j", (block, place, key, what, value, mended) => {
		expect(errorOf(block)).toBe(
			`${place} error front-matter-invalid: "${key}" ${what}: ${value}\nPut the value in quotes: ${mended}`,
		);
	});
	test("a long value is cut in the message, and not in a hint that would be half a value", () => {
		expect(errorOf(`title: *a ${"long ".repeat(30)}`)).toBe(
			`2:8 error front-matter-invalid: "title" begins with *, which names an alias in YAML: *a ${"long ".repeat(11)}lo…\nPut the value in quotes.`,
		);
	});
	test("the hint is right: with it the block can be read", () => {
		expect(read(fence.yaml("a: 'C:\\Users'")).values).toEqual({
			a: "C:\\Users",
		});
	});
});

describe("other mistakes", () => {
	test.each([
		[
			"title:foo # c\ndate: x",
			'2:6 error front-matter-invalid: "title" has no blank after its colon: title:foo # c\nWrite it as title: foo # c',
		],
		[
			"a: [b, c\nd: e",
			'2:4 error front-matter-invalid: "a" has a bracket that is not closed: [b, c\nClose it: a: [b, c]',
		],
		[
			"a: 1\nfoo\nb: 2",
			"3:1 error front-matter-invalid: This line is no key with a value: foo\nWrite each value after its key, a colon and a blank, as in title: My title",
		],
		[
			"a: 1\n----\nb: 2",
			"3:1 error front-matter-invalid: This line is no key with a value: ----\nWrite each value after its key, a colon and a blank, as in title: My title",
		],
		[
			"tags: a\n- b",
			"3:1 error front-matter-invalid: The front matter is not YAML: here or on the line before, something is not a key, a colon, a blank and a value: - b\nWrite each value after its key, as in title: My title",
		],
		[
			"a: 1\n b: 2",
			"3:3 error front-matter-invalid: The front matter is not YAML: this line is not indented like the lines it belongs to: b: 2\nBegin it below the first letter of the key that it stands beside.",
		],
		[
			"a: [@b, c]",
			"2:5 error front-matter-invalid: The front matter is not YAML: a comma or a closing bracket is missing before this: a: [@b, c]\nPut quotes round each value that holds more than letters, digits and blanks.",
		],
		[
			'a: "b\nc \\d e"\nf: g',
			'3:4 error front-matter-invalid: The front matter is not YAML: a backslash in double quotes begins an escape that does not exist: c \\d e"\nWrite \\\\ for a backslash, or use single quotes.',
		],
		[
			"a: 1\n--- # b\nc: 2",
			"3:1 error front-matter-invalid: The front matter is not YAML: a line with --- or ... ends the YAML before the front matter ends: --- # b\nTake that line out.",
		],
		[
			"a: [*b]",
			"2:7 error front-matter-invalid: The front matter is not YAML: this alias has no anchor before it: a: [*b]\nPut quotes round text that begins with *.",
		],
		[
			"a: {<<: 1}",
			"2:10 error front-matter-invalid: The front matter is not YAML: << merges mappings only, and not thousands of keys: a: {<<: 1}\nWrite the keys out.",
		],
		[
			"a: b\u0000c",
			"2:5 error front-matter-invalid: The front matter holds the character U+0000, which YAML does not allow\nTake it out; it is invisible in most editors.",
		],
		[
			"a: 1\nb: x\u0007y",
			"3:5 error front-matter-invalid: The front matter holds the character U+0007, which YAML does not allow\nTake it out; it is invisible in most editors.",
		],
	])("%j", (block, message) => {
		expect(errorOf(block)).toBe(message);
	});

	test.each([
		["a:\n\tb: 1", "3:1", "b: 1"],
		["\ta: 1\nb: 2", "2:1", "a: 1"],
		["a:\n  b: 1\n\tc: 2", "4:1", "c: 2"],
		["a:\n  b: 1\n  \tc: 2", "4:3", "c: 2"],
		["a:\n  - b\n\t- c", "4:1", "- c"],
		["a: |\n\tb", "3:1", "b"],
	])("a tab that indents: %j", (block, place, line) => {
		expect(errorOf(block)).toBe(
			`${place} error front-matter-tab: A tab indents this line: ${line}\nTake the tab out, or write blanks where the line belongs to the one above; YAML does not count tabs.`,
		);
	});

	test.each([
		[
			"a: !foo bar\nb: 1",
			"2:4",
			"!foo",
			'Put the value in quotes: a: "!foo bar"',
		],
		[
			"a: 1\nb: !!js/function x",
			"3:4",
			"!!js/function",
			'Put the value in quotes: b: "!!js/function x"',
		],
		["!ruby/object\na: 1", "2:1", "!ruby/object", "Leave the tag out."],
		[
			"a:\n  - !x {b: 1}",
			"3:5",
			"!x",
			'Put the value in quotes: - "!x {b: 1}"',
		],
	])("an unknown tag: %j", (block, place, tag, hint) => {
		expect(errorOf(block)).toBe(
			`${place} error front-matter-tag: Unknown YAML tag: ${tag}\n${hint}`,
		);
	});
});

// Messages about a part of a list once named the list's first line.
test("the parts of lists and groups have places of their own", () => {
	const block = `---
authors:
  - name: A
  - name: B
    email: b
tags: [a, "b"]
---
`;
	const place = readFrontMatter(block, "a.md", () => {})?.place;
	expect(place?.("authors[1].email")).toEqual({ line: 5, column: 12 });
	expect(place?.("tags[1]")).toEqual({ line: 6, column: 11 });
	expect(place?.("authors[1].none")).toEqual({ line: 4, column: 5 });
	expect(place?.("none")).toBeUndefined();
});
