import { describe, expect, it, test } from "vitest";
import type { FenceName } from "../../src/front-matter/fences.ts";
import { read } from "./read.ts";

describe("fences", () => {
	it.each([
		["YAML", "---\na: 1\n---\nBody", "Body", 4],
		["YAML closed by ...", "---\na: 1\n...\nBody", "Body", 4],
		["TOML", "+++\na = 1\n+++\nBody", "Body", 4],
		["JSON", ';;;\n{"a": 1}\n;;;\nBody', "Body", 4],
		["an object of JSON", '{"a": 1}\nBody', "Body", 2],
		[
			"an object of JSON on several lines",
			'{\n\t"a": "1"\n} \t\n\nBody',
			"\nBody",
			4,
		],
		[
			"an object with braces in its strings",
			'{ "a": "1", "}": "\\"{" }\nBody',
			"Body",
			2,
		],
		["a named language, YAML", "---yaml\na: 1\n---\nBody", "Body", 4],
		["a named language, YML", "--- yml\na: 1\n---\nBody", "Body", 4],
		["a named language, TOML", "---toml\na = 1\n---\nBody", "Body", 4],
		["a named language, JSON", '---JSON\n{"a": 1}\n---\nBody', "Body", 4],
		["blank lines before it", "\n \t\n---\na: 1\n---\nBody", "Body", 6],
		["blanks after the fences", "--- \t\na: 1\n---\t \nBody", "Body", 4],
		["no body", "---\na: 1\n---\n", "", 4],
		["no body and no line end", "---\na: 1\n---", "", 3],
		[
			"a body that begins with a fence",
			"---\na: 1\n---\n---\nb: 2\n---\n",
			"---\nb: 2\n---\n",
			4,
		],
		[
			"another language's fence in a text",
			"---\na: 1\nb: |\n  ---\n  +++\n---\nBody",
			"Body",
			7,
		],
	])("finds front matter: %s", (_, text, body, bodyLine) => {
		const file = read(text);
		expect(file.messages).toEqual([]);
		expect(file.values?.a).toBe("1");
		expect(file.body).toBe(body);
		expect(file.bodyLine).toBe(bodyLine);
	});

	it.each([
		["an empty block", "---\n---\nBody"],
		["an empty block at the end", "---\n---"],
		["an empty block closed by ...", "---\n...\nBody"],
		["an empty TOML block", "+++\n+++\nBody"],
		["an empty JSON block", ";;;\n;;;\nBody"],
		["an empty object", "{}\nBody"],
		["an empty object with a blank", "{ }"],
	])("finds no values in %s", (_, text) => {
		const file = read(text);
		expect(file.messages).toEqual([]);
		expect(file.values).toEqual({});
		expect(file.body).toBe(text.endsWith("Body") ? "Body" : "");
	});

	it.each([
		"",
		"\n",
		"Body",
		"# Title\n\n---\na: 1\n---\n",
		"----\na: 1\n----\n",
		"--- ---\nBody",
		"---|---\na|b",
		"--- | ---\n",
		" ---\na: 1\n---\n",
		"++\n",
		"++++\na = 1\n++++\n",
		";;\n",
		"{{ page.title }}\n",
		"{% include x %}\n",
		"{: .class }\n",
		"{title: x}\n",
		'{"a": 1} and text\n',
		'{ "quoted" text',
		"{",
		"...\na: 1\n---\n",
		"- - -\n",
		"***\n",
		"<!--\na: 1\n-->\n",
	])("leaves alone %j", (text) => {
		const file = read(text);
		expect(file.messages).toEqual([]);
		expect(file.values).toEqual({});
		expect(file.body).toBe(text);
		expect(file.bodyLine).toBe(1);
	});
});

describe("fences that do not close", () => {
	const unclosed = (place: string, mark: string, hint: string) => [
		`${place} error front-matter-unclosed: The front matter that begins here has no end: ${mark}\n${hint}`,
	];
	const writeLine = (mark: string) =>
		`Write ${mark} alone on the line after the last key.`;
	const closeObject =
		'Write } after the last value; each string ends with " on its own line.';

	test.each([
		["---\ntitle: a\n\nBody", "1:1", "---"],
		["---", "1:1", "---"],
		["---\n", "1:1", "---"],
		["\n\n---\ntitle: a\n----\n", "3:1", "---"],
		["---\ntitle: a\n---more\n", "1:1", "---"],
		["---\ntitle: a\n ---\n", "1:1", "---"],
		["---\ntitle: a\n+++\n", "1:1", "---"],
		["+++\ntitle = 'a'\n---\n...\n", "1:1", "+++"],
		[";;;\n{}\n", "1:1", ";;;"],
		["---toml\na = 1\n...\n", "1:1", "---"],
	])("%j", (text, place, mark) => {
		expect(read(text).messages).toEqual(unclosed(place, mark, writeLine(mark)));
	});
	test.each([
		'{"title": "a"\n\nBody',
		'{"title": "a\n}\nBody',
		'{ "a": {\n}\n',
	])("%j", (text) => {
		expect(read(text).messages).toEqual(unclosed("1:1", "{", closeObject));
	});
	test("a line that only begins like the closing fence stays in the block", () => {
		const file = read("---\na: |\n ----\n ---more\nb: '\n ---x'\n---\nBody");
		expect(file.messages).toEqual([]);
		expect(file.values).toEqual({ a: "----\n---more\n", b: " ---x" });
		expect(file.body).toBe("Body");
	});
});

describe("words after a fence", () => {
	test.each([
		"---js",
		"---javascript",
		"--- js",
		"---JS",
		"---coffee",
		"---cson",
		"---ts",
	])("%s is code and never run", (open) => {
		Reflect.deleteProperty(globalThis, "hacked");
		const text = `${open}\n{ title: (globalThis.hacked = true) }\n---\nBody`;
		expect(read(text).messages).toEqual([
			`1:1 error front-matter-code: Front matter that is code is never run: ${open}\nWrite the values themselves, as YAML between two lines of ---.`,
		]);
		expect(Reflect.has(globalThis, "hacked")).toBe(false);
	});
	test.each([
		["---ymal", "Write ---yaml, or --- alone on the line."],
		["---php", "Write --- alone on the line."],
		["--- title: x", "Write --- alone on the line."],
		["---constructor", "Write --- alone on the line."],
		["+++ tmol", "Write +++toml, or +++ alone on the line."],
	])("%s is no language", (open, hint) => {
		expect(read(`\n${open}\na: 1\n---\n`).messages).toEqual([
			`2:1 error front-matter-language: This is no language of front matter: ${open}\n${hint}`,
		]);
	});
});

describe("front matter without fences of its own, for those who ask for it", () => {
	const all: FenceName[] = [
		"yaml",
		"toml",
		"json",
		"object",
		"comment",
		"header",
		"unopened",
	];
	type Row = [name: string, text: string, values: object, bodyLine: number];

	const comments: Row[] = [
		[
			"a comment",
			"<!--\nlayout: post\ntitle: Hello\ntags: [a, b]\n-->\nBody",
			{ layout: "post", title: "Hello", tags: ["a", "b"] },
			6,
		],
		[
			"a comment with a list, a comment of YAML, a blank line and blanks at its ends",
			"\n<!-- \ntitle: a\n# none\n\ntags:\n- b\n- c\nby:\n  name: d\n--> \nBody",
			{ title: "a", tags: ["b", "c"], by: { name: "d" } },
			12,
		],
		[
			"a comment's key in capitals and in quotes",
			'<!--\n"Date": 2024-01-02\n-->\nBody',
			{ Date: "2024-01-02" },
			4,
		],
	];
	const headers: Row[] = [
		[
			"header lines",
			'Title: Foo: "bar"\nDate: 2024-1-2 10:00\nTags: a, b # c\nurl:http://x.org\n\nBody',
			{
				title: 'Foo: "bar"',
				date: "2024-1-2 10:00",
				tags: "a, b # c",
				url: "http://x.org",
			},
			6,
		],
		[
			"header lines with values that go on",
			"TITLE:   A \nAuthors: Ann Lee\n         Bo Roe\nsummary:\n\tOne\n\ttwo: three\n  Date: x\nempty:\n \t\nBody",
			{
				title: "A",
				authors: "Ann Lee\nBo Roe",
				summary: "One\ntwo: three",
				date: "x",
				empty: null,
			},
			10,
		],
		[
			"header lines after blank lines",
			"\n\nTitle: a\n\n\nBody",
			{ title: "a" },
			5,
		],
	];
	const unopeneds: Row[] = [
		[
			"YAML that only ends",
			"title: 'Hello'\ntags:\n- a\n\n# none\ndate: 2024-01-02\n---\nBody",
			{ title: "Hello", tags: ["a"], date: "2024-01-02" },
			8,
		],
		[
			"YAML that only ends, of any script",
			"標題: 東京\ndate: 2024-01-02\n---  \nBody",
			{ 標題: "東京", date: "2024-01-02" },
			4,
		],
	];
	test.each([...comments, ...headers, ...unopeneds])(
		"%s",
		(_, text, values, bodyLine) => {
			const file = read(text, all);
			expect(file.messages).toEqual([]);
			expect(file.values).toEqual(values);
			expect(file.body?.trim()).toBe("Body");
			expect(file.bodyLine).toBe(bodyLine);
			expect(
				text
					.split("\n")
					.slice(bodyLine - 1)
					.join("\n"),
			).toBe(file.body);
		},
	);
	test.each([...comments, ...headers, ...unopeneds])(
		"is body for all others: %s",
		(_, text) => {
			const file = read(text);
			expect(file.messages).toEqual([]);
			expect(file.values).toEqual({});
			expect(file.body).toBe(text);
		},
	);
	test.each(["Title: a\nDate: b", "Title: a\nDate: b\n"])(
		"header lines and no body: %j",
		(text) => {
			expect(read(text, ["header"])).toMatchObject({
				values: { title: "a", date: "b" },
				body: "",
			});
		},
	);
	test("the order decides", () => {
		const text = 'title: "a"\n---\n\nBody\n';
		expect(read(text, ["header", "unopened"]).values).toEqual({ title: "a" });
		const both = 'title: "a"\n\n---\nBody';
		expect(read(both, ["header", "unopened"]).values).toEqual({ title: '"a"' });
		expect(read(both, ["unopened", "header"]).values).toEqual({ title: "a" });
	});
	test("fences that are not asked for are body", () => {
		const text = "+++\ntitle = 'a'\n+++\n";
		expect(read(text, ["yaml", "header"]).body).toBe(text);
	});

	test.each([
		"<!-- more -->\ntitle: a\n",
		"<!--more-->\n\nText",
		"<!-- title: a -->\nText",
		"<!--\nCopyright: Ann\nLicense: MIT\n-->\nText",
		"<!--\ntitle: a\nand more words\n-->\nText",
		"<!--\nmeta:\n  title: a\n-->\nText",
		"<!--\n  title: a\n-->\nText",
		"<!--\ntitle: a --> b\ndate: c\n-->\nText",
		"<!--\ntitle: a\nText",
		"<!--\n-->\nText",
		"<!--",
		"Text\n\n<!--\ntitle: a\n-->\n",
		"Note: this\nThat: too\n\nText",
		"Title: a\nand so on\n\nText",
		"    Title: a\n    Date: b\n\nText",
		"Subtitle: a\n\nText",
		"My title: a\n\nText",
		"Update: a\ndates: b\n---\nText",
		"# Title\n\ntitle: a\n---\nText",
		"- title: a\n---\nText",
		"title: a\n\nText with words\n\n---\nText",
		"Heading\n---\nText",
		`<!--\ntitle: a\n${"b: c\n".repeat(4000)}-->\nText`,
		`title: a\n${"b: c\n".repeat(4000)}---\nText`,
		`Title: a\n${"b: c\n".repeat(4000)}\nText`,
	])("leaves alone %j", (text) => {
		// Where a text's first lines could be header lines, too, the other two are asked.
		const names = all.filter(
			(name) => name !== "header" || !/^title: a\n\n/.test(text),
		);
		const file = read(text, names);
		expect(file.messages).toEqual([]);
		expect(file.values).toEqual({});
		expect(file.body).toBe(text);
		expect(file.bodyLine).toBe(1);
	});

	test("places and mistakes are those of the file", () => {
		const comment = read("\n<!--\ntitle: A: b\ndate:\n  - x\n-->\n", all);
		expect(comment.messages).toEqual([
			'3:8 warning front-matter-repaired: "title" holds ": ", which makes a key in YAML; it is taken as text: A: b\nPut the value in quotes: title: "A: b"',
		]);
		expect(comment.place("title")).toEqual({ line: 3, column: 8 });
		expect(comment.place("date")).toEqual({ line: 5, column: 3 });
		const header = read("Title:  a\n Date: b\nTITLE: c\nEmpty:\n\n", all);
		expect(header.values).toEqual({ title: "c", date: "b", empty: null });
		expect(header.messages).toEqual([
			'3:1 warning front-matter-duplicate-key: "title" stands here a second time; its last value is taken\nTake one of them out.',
		]);
		expect(header.place("title")).toEqual({ line: 3, column: 8 });
		expect(header.place("date")).toEqual({ line: 2, column: 8 });
		expect(header.place("empty")).toEqual({ line: 4, column: 7 });
		const unopened = read("title: a\ndate: *b\n---\n", ["unopened"]);
		expect(unopened.messages[0]).toContain("2:7 error front-matter-invalid");
	});
	test("a comment lacks the blank after a colon as other YAML may", () => {
		const { values, messages } = read(
			"<!--\ntitle: a\nkeywords:b c\ntranslator:d\n-->\nBody",
			all,
		);
		expect(values).toEqual({ title: "a", keywords: "b c", translator: "d" });
		expect(messages).toHaveLength(2);
	});
	test("keys of prototypes are keys like any other", () => {
		const text = "Title: a\n__proto__: b\nconstructor: c\n\nBody";
		expect(JSON.stringify(read(text, all).values)).toBe(
			'{"title":"a","__proto__":"b","constructor":"c"}',
		);
	});
	test("100 MB of whatever could be front matter", () => {
		const megabytes = 100e6;
		for (const text of [
			`<!--\n${"title: a\n".repeat(megabytes / 9)}`,
			`<!--\n${"-->x\n".repeat(megabytes / 5)}`,
			`title: a\n${"---x\n".repeat(megabytes / 5)}`,
			`title: ${" ".repeat(megabytes)}x`,
			"title: a\n".repeat(megabytes / 9),
			`${" ".repeat(megabytes)}x`,
		])
			expect(read(text, all).values).toEqual({});
	}, 20_000);
});
