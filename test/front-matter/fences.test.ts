import { describe, expect, it, test } from "vitest";
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
