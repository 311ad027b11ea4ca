import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../src/diagnostics.ts";
import { plain } from "../src/dialects/plain.ts";
import {
	createFindField,
	findPart,
	foldCase,
	listItems,
	readBoolean,
	readChoice,
	readText,
	readWords,
} from "../src/fields.ts";
import type { Value } from "../src/front-matter/front-matter.ts";

/** Front matter of these keys, each value on the line of its number in the list. */
function createFind(keys: Readonly<Record<string, Value>>) {
	const said: Diagnostic[] = [];
	const values = new Map(Object.entries(keys));
	const place = (key: string) => ({
		line: [...values.keys()].indexOf(key) + 2,
		column: key.length + 3,
	});
	const find = createFindField(
		{ values, place, body: "", bodyLine: 1 },
		plain,
		"articles/a.md",
		(one) => said.push(one),
	);
	return { find, said, say: () => said.map(({ message }) => message) };
}

describe("a field is found", () => {
	test("under the first of its names that has a value", () => {
		const { find } = createFind({ authors: null, author: "Ann" });
		expect(find("authors")).toMatchObject({ key: "author", value: "Ann" });
	});

	test.each([[null], [""], [" "], ["\t\n"], ["\0"], ["\uFFFD"]])(
		"but not where its value is %j",
		(value) => {
			expect(createFind({ title: value }).find("title")).toBeUndefined();
		},
	);

	test.each([["0"], ["false"], [[]], [new Map()]])(
		"also where its value is %j",
		(value) => {
			expect(createFind({ title: value }).find("title")).toBeDefined();
		},
	);

	test("and not among the names that every object has", () => {
		const { find } = createFind({});
		expect(find("title")).toBeUndefined();
		expect(find("id")).toBeUndefined();
	});

	test("what is wrong with it names the author's key, the file and the line", () => {
		const { find, said } = createFind({ title: "A", author: ["Ann"] });
		readText(find("authors"));
		expect(said).toEqual([
			{
				severity: "error",
				code: "text-expected",
				message: '"author" is a list, not text',
				hint: 'Write one line of text: author: "…"',
				file: "articles/a.md",
				line: 3,
				column: 9,
			},
		]);
	});
});

describe("parts of a field", () => {
	const image = new Map<string, Value>([
		["src", "a.png"],
		["alt", null],
		["__proto__", "x"],
	]);

	test("a map's value, named as the author would", () => {
		const { find } = createFind({ image });
		const field = find("image");
		if (field === undefined) throw new Error("no field");
		expect(findPart(field, "src")).toMatchObject({ key: "image.src" });
		expect(findPart(field, "alt")).toBeUndefined();
		expect(findPart(field, "constructor")).toBeUndefined();
		expect(findPart(field, 0)).toBeUndefined();
	});

	test("a list's items, without the empty ones but with their numbers", () => {
		const { find } = createFind({ enclosures: ["a.mp3", null, image] });
		const field = find("enclosures");
		if (field === undefined) throw new Error("no field");
		expect(listItems(field).map(({ key }) => key)).toEqual([
			"enclosures[0]",
			"enclosures[2]",
		]);
	});

	test("the one value that stands where a list could", () => {
		const { find } = createFind({ enclosures: "a.mp3" });
		const field = find("enclosures");
		expect(field && listItems(field)).toEqual([field]);
	});
});

describe("one line of text", () => {
	test.each([
		["a", "a"],
		[" a\n  b\tc ", "a b c"],
		["a\0\uFFFDb", "ab"],
		["1.10", "1.10"],
		["日本語", "日本語"],
	])("%j is %j", (value, text) => {
		expect(readText(createFind({ title: value }).find("title"))).toBe(text);
	});

	test("a group of keys is none", () => {
		const { find, say } = createFind({ title: new Map([["a", "b"]]) });
		expect(readText(find("title"))).toBeUndefined();
		expect(say()).toEqual(['"title" is a group of keys, not text']);
	});
});

describe("yes or no", () => {
	test.each([
		["true", true],
		["True", true],
		["yes", true],
		["ON", true],
		["1", true],
		["false", false],
		["No", false],
		["off", false],
		["0", false],
		[null, undefined],
	])("%s", (value, answer) => {
		expect(readBoolean(createFind({ draft: value }).find("draft"))).toBe(
			answer,
		);
	});

	test("a word that is neither is an error", () => {
		const { find, said } = createFind({ draft: "maybe" });
		expect(readBoolean(find("draft"))).toBeUndefined();
		expect(said).toMatchObject([
			{
				severity: "error",
				code: "boolean-invalid",
				message: '"draft" is neither true nor false: maybe',
				hint: "Write draft: true or draft: false.",
			},
		]);
	});
});

describe("one of several words", () => {
	const read = (value: Value) => {
		const { find, say } = createFind({ content: value });
		return [readChoice(find("content"), ["full", "summary"]), ...say()];
	};

	test("is taken", () => {
		expect(read("summary")).toEqual(["summary"]);
		expect(read(null)).toEqual([undefined]);
	});

	test.each(["teaser", "toString", "__proto__"])("%s is refused", (value) => {
		expect(read(value)).toEqual([
			undefined,
			`"content" is none of full, summary: ${value}`,
		]);
	});
});

describe("lists of words", () => {
	const read = (value: Value) => {
		const { find, said } = createFind({ tags: value });
		return { words: readWords(find("tags")), said };
	};

	test.each<[Value, string[]]>([
		["a, b,c", ["a", "b", "c"]],
		[
			["a", "b"],
			["a", "b"],
		],
		["one word", ["one word"]],
		[",, a ,", ["a"]],
		[
			["C++", "C#", ".NET", "日本語"],
			["C++", "C#", ".NET", "日本語"],
		],
		[["News", "NEWS", "news"], ["News"]],
		[["caf\u00e9", "cafe\u0301", "CAFÉ"], ["caf\u00e9"]],
		[["Straße", "STRASSE"], ["Straße"]],
		[["ΣΊΣΥΦΟΣ", "σίσυφος"], ["ΣΊΣΥΦΟΣ"]],
		[["i", "ı"], ["i"]],
		[
			["C", "C+", "C++"],
			["C", "C+", "C++"],
		],
		[[" a ", null, "", "a"], ["a"]],
		[
			["__proto__", "constructor"],
			["__proto__", "constructor"],
		],
		[null, []],
		[[], []],
		["1.10", ["1.10"]],
	])("%j are %j", (value, words) => {
		expect(read(value)).toEqual({ words, said: [] });
	});

	test("a comma in a list's word is kept, with a warning", () => {
		expect(read(["a, b"])).toMatchObject({
			words: ["a, b"],
			said: [
				{
					severity: "warning",
					code: "tag-comma",
					message: '"tags[0]" holds a comma: a, b',
				},
			],
		});
	});

	test("a group of keys is an error", () => {
		expect(read(new Map([["a", "b"]]))).toMatchObject({
			words: [],
			said: [{ message: '"tags" is a group of keys, not text' }],
		});
	});
});

test.each([
	["News", "NEWS"],
	["caf\u00e9", "CAFE\u0301"],
	["ß", "SS"],
	["ς", "Σ"],
	["J\u030C", "\u01F0"],
])("%s and %s are one word", (a, b) => {
	expect(foldCase(a)).toBe(foldCase(b));
});

// Escapes once brought characters in that nobody was told of.
test("a character that no feed can carry is left out with a warning, however it is written", () => {
	const said: unknown[] = [];
	const field = createFindField(
		{
			values: new Map([["title", "a\u0001b"]]),
			place: () => ({ line: 2, column: 8 }),
			body: "",
			bodyLine: 1,
		},
		plain,
		"a.md",
		(diagnostic) => said.push(diagnostic),
	)("title");
	expect(readText(field)).toBe("ab");
	expect(said).toMatchObject([
		{
			severity: "warning",
			code: "character-removed",
			message:
				'"title" holds the character U+0001, which is left out, since no feed can carry it',
			line: 2,
		},
	]);
});
