/** What gray-matter 4.0.3 and js-yaml do that an author would not expect, and that does not happen here. */
import { expect, test } from "vitest";
import { readFrontMatter } from "../../src/front-matter/front-matter.ts";
import { fence, read } from "./read.ts";

test.each([
	"2024-01-02 10:00:00",
	"2024-01-02 10:00",
	"2024-01-02 10:00:00 +0200",
	"2024-1-2",
	"20240102",
	"Jan 2, 2024",
])("G1 keeps a date without an offset as the author wrote it: %s", (date) => {
	expect(read(fence.yaml(`date: ${date}`)).values).toEqual({ date });
});

test.each(["2024-02-31", "2024-01-01T24:00:00Z"])(
	"G2 moves no impossible date to the next day: %s",
	(date) => {
		expect(read(fence.yaml(`date: ${date}`)).values).toEqual({ date });
		expect(read(fence.toml(`date = ${date}`)).values).toEqual({ date });
	},
);

test("G3 refuses a broken text the second time too", () => {
	const text = fence.yaml("title: [a");
	const first = read(text);
	expect(first.messages).toHaveLength(1);
	expect(first.values).toBeUndefined();
	expect(read(text)).toMatchObject({
		messages: first.messages,
		values: undefined,
	});
});

test("G4 gives each reading its own values", () => {
	const text = fence.yaml("tags: [a]");
	const first = readFrontMatter(text, "a.md", () => {});
	(first?.values as Map<string, unknown> | undefined)?.clear();
	expect(read(text).values).toEqual({ tags: ["a"] });
});

test.each(["js", "javascript", "JavaScript", "coffee"])(
	"G5 runs no front matter: %s",
	(language) => {
		Reflect.deleteProperty(globalThis, "ran");
		const { messages, values } = read(
			`---${language}\n(globalThis.ran = true, {})\n---\n`,
		);
		expect(messages[0]).toContain("error front-matter-code");
		expect(values).toBeUndefined();
		expect(Reflect.has(globalThis, "ran")).toBe(false);
	},
);

test.each([
	["+++\na = 'b'\n+++\nBody"],
	[';;;\n{"a": "b"}\n;;;\nBody'],
	["---toml\na = 'b'\n---\nBody"],
	['---json\n{"a": "b"}\n---\nBody'],
])("G6 knows TOML and JSON: %j", (text) => {
	expect(read(text)).toMatchObject({
		messages: [],
		values: { a: "b" },
		body: "Body",
	});
});

test.each(["12:30", "010", "1_000", "1.10", "2024-01-01", "true"])(
	"G7 makes no number, date or boolean of %s",
	(value) => {
		expect(read(fence.yaml(`title: ${value}`)).values).toEqual({
			title: value,
		});
	},
);

test("G8 says in which line of the file a mistake is", () => {
	expect(read("\n\n---\na: 1\nb: *c d\n---\n").messages[0]).toContain(
		"5:4 error",
	);
	expect(read("\n+++\na = 1\nb = c\n+++\n").messages[0]).toContain("4:5 error");
	expect(read('\n\n{\n"a": b\n}\n').messages[0]).toContain("4:6 error");
});

test("G9 closes a fence only by a whole line, and not at the end of the file", () => {
	expect(read("---\na: |\n b\n---- \n---more\n").messages[0]).toContain(
		"front-matter-unclosed",
	);
	const file = read("---\na: 1\n---\n----\n---more\n");
	expect(file.values).toEqual({ a: "1" });
	expect(file.body).toBe("----\n---more\n");
});
