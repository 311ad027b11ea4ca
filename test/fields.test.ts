import { describe, expect, test } from "vitest";
import { comma } from "../src/characters.ts";
import type { Diagnostic } from "../src/diagnostics.ts";
import { addKeys, common } from "../src/dialects/common.ts";
import type { Dialect, Idea } from "../src/dialects/dialect.ts";
import { plain } from "../src/dialects/plain.ts";
import {
	findPart,
	foldCase,
	listItems,
	readBoolean,
	readChoice,
	readDraft,
	readText,
} from "../src/fields.ts";
import { createFindField } from "../src/find-field.ts";
import type { Value } from "../src/front-matter/front-matter.ts";
import { readWords } from "../src/words.ts";
import { type Plain, toValue } from "./support/values.ts";

/** Front matter of these keys, each value on the line of its number in the list. */
function createFind(
	keys: Readonly<Record<string, Value>>,
	dialect: Dialect = plain,
	defaults: readonly ReadonlyMap<string, Value>[] = [],
) {
	const said: Diagnostic[] = [];
	const values = new Map(Object.entries(keys));
	const place = (key: string) => ({
		line: [...values.keys()].indexOf(key) + 2,
		column: key.length + 3,
	});
	const find = createFindField(
		{ values, place, body: "", bodyLine: 1 },
		dialect,
		"articles/a.md",
		(one) => said.push(one),
		defaults,
		["plain", "common"].includes(dialect.name) ? plain.keys : undefined,
	);
	return { find, said, say: () => said.map(({ message }) => message) };
}

test("what is wrong with front matter that articles share is told once", () => {
	const shared = new Map<string, Value>([["lang", "klingonese"]]);
	const first = createFind({}, common, [shared]);
	const second = createFind({}, common, [shared]);
	for (const { find } of [first, second])
		find("language")?.complain({
			severity: "warning",
			code: "language-invalid",
			problem: "is none",
			hint: "",
		});
	expect(first.say()).toEqual(['"lang" is none']);
	expect(second.say()).toEqual([]);
});

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

const grouped: Dialect = {
	...common,
	name: "hugo",
	keys: addKeys({ authors: ["extra.authors"], image: ["extra.og.image"] }),
};

/** Keys as the parsers give them, groups and all. */
const toKeys = (keys: Readonly<Record<string, Plain>>) =>
	Object.fromEntries(
		Object.entries(keys).map(([key, value]) => [key, toValue(value)]),
	);

describe("in the dialects of generators a field is found", () => {
	test.each<[Idea, Record<string, Plain>, string, string]>([
		["date", { pubDate: "2024-01-02" }, "pubDate", "2024-01-02"],
		["date", { pubdate: "2024-01-02" }, "pubdate", "2024-01-02"],
		["title", { TITLE: "A" }, "TITLE", "A"],
		["title", { Title: "A", title: "B" }, "title", "B"],
		["title", { title: "", headline: "B" }, "headline", "B"],
		["date", { created: "1", date: "2" }, "date", "2"],
		["authors", { extra: { authors: "Ann" } }, "extra.authors", "Ann"],
		["authors", { "extra.authors": "Ann", author: "B" }, "author", "B"],
		["authors", { extra: "Ann", author: "B" }, "author", "B"],
		["image", { extra: { og: { image: "a.png" } } }, "extra.og.image", "a.png"],
		["image", { extra: { og: "a.png" }, cover: "b.png" }, "cover", "b.png"],
		// A switch of the template's, and the picture under another key.
		["image", { image: "false", cover: "b.png" }, "cover", "b.png"],
		["authors", { author: "yes", byline: "Ann" }, "byline", "Ann"],
		["draft", { draft: "false" }, "draft", "false"],
		["published", { published: "false" }, "published", "false"],
	])("%s of %j is %s: %s", (idea, keys, key, value) => {
		const { find, said } = createFind(toKeys(keys), grouped);
		expect(find(idea)).toMatchObject({ key, value });
		expect(said).toEqual([]);
	});

	test.each<[Idea, Record<string, Plain>]>([
		["title", { subtitle: "A" }],
		["image", { image: "false" }],
		["authors", { extra: { constructor: "A" } }],
		["authors", { extra: [{ authors: "A" }] }],
		["id", { __proto__: "A", constructor: "B" }],
	])("but no %s in %j", (idea, keys) => {
		expect(createFind(toKeys(keys), grouped).find(idea)).toBeUndefined();
	});

	test("at the place of its group's key", () => {
		const { find, said } = createFind(
			toKeys({ title: "A", extra: { authors: "Ann" } }),
			grouped,
		);
		find("authors")?.complain({ code: "c", problem: "is it", hint: "h" });
		expect(said).toMatchObject([{ message: '"extra.authors" is it' }]);
	});

	test("plain articles have their own keys in any case, and a switch is a value", () => {
		const { find } = createFind({ Title: "A", pubDate: "B", image: "false" });
		expect(find("title")).toMatchObject({ key: "Title" });
		expect(find("date")).toBeUndefined();
		expect(find("image")).toMatchObject({ value: "false" });
	});

	test("where the generator is unknown a switch is a value under a plain name alone", () => {
		const { find } = createFind({ image: "false", lastmod: "true" }, common);
		expect(find("image")).toMatchObject({ value: "false" });
		expect(find("updated")).toBeUndefined();
	});
});

describe("what stands for all articles of a part of the site", () => {
	const defaults = [
		new Map<string, Value>([["author", "Near"]]),
		new Map<string, Value>([
			["author", "Far"],
			["layout", "post"],
			["description", "Of all."],
		]),
	];
	const read = (idea: Idea, keys: Readonly<Record<string, Value>>) =>
		readText(createFind(keys, common, defaults).find(idea));

	test("counts where the article says nothing, the nearest first", () => {
		expect(read("authors", {})).toBe("Near");
		expect(read("description", {})).toBe("Of all.");
		expect(read("authors", { author: "" })).toBe("Near");
		expect(read("title", {})).toBeUndefined();
	});

	test("counts less than any key of the article's own", () => {
		expect(read("authors", { byline: "Own" })).toBe("Own");
		expect(read("authors", { Author: "Own" })).toBe("Own");
	});
});

describe("what a mistake is", () => {
	const complain = (dialect: Dialect, idea: Idea, key: string) => {
		const { find, said } = createFind({ [key]: "x" }, dialect);
		find(idea)?.complain({ code: "c", problem: "is wrong", hint: "h" });
		return said.map(({ severity }) => severity);
	};

	test.each<[Idea, string, string]>([
		["date", "error", "date"],
		["date", "error", "pubDate"],
		["slug", "error", "slug"],
		["permalink", "error", "permalink"],
		["id", "error", "id"],
		["expires", "error", "expires"],
		["draft", "error", "draft"],
		["image", "warning", "image"],
		["authors", "warning", "author"],
		["tags", "warning", "tags"],
		["updated", "warning", "updated"],
		["enclosures", "warning", "enclosures"],
	])("in a generator's %s: %s, under %s", (idea, severity, key) => {
		expect(complain(grouped, idea, key)).toEqual([severity]);
	});

	test.each<Idea>(["date", "image", "tags", "updated"])(
		"in a plain %s: an error, also where the generator is unknown",
		(idea) => {
			expect(complain(plain, idea, idea)).toEqual(["error"]);
			expect(complain(common, idea, idea)).toEqual(["error"]);
		},
	);

	test.each<[Idea, string, string]>([
		["image", "heroImage", "warning"],
		["updated", "lastmod", "warning"],
		["tags", "keywords", "warning"],
		["date", "pubDate", "error"],
	])(
		"where it is unknown, in another's name of %s, %s: %s",
		(idea, key, severity) => {
			expect(complain(common, idea, key)).toEqual([severity]);
		},
	);

	test("what a complaint says itself stays", () => {
		const { find, said } = createFind({ tags: ["a, b"] });
		readWords(find("tags"));
		expect(said).toMatchObject([{ severity: "warning" }]);
	});
});

describe("a draft", () => {
	test.each([
		["draft", "true", true],
		["draft", "no", false],
		["status", "draft", true],
		["status", "Hidden", true],
		["status", "private", true],
		["status", "unlisted", true],
		["status", "published", false],
		["status", "public", false],
		// A status of another kind is nobody's mistake.
		["status", "accepted", undefined],
		["status", "true", undefined],
		["Status", "evergreen", undefined],
		["hidden", "true", true],
		["unlisted", "false", false],
		["draft", "published", false],
	])("%s: %s is %s", (key, value, answer) => {
		const { find, said } = createFind({ [key]: value }, common);
		expect(readDraft(find("draft"))).toBe(answer);
		expect(said).toEqual([]);
	});

	test("that is neither is an error in every dialect", () => {
		for (const dialect of [plain, common]) {
			const { find, said } = createFind({ draft: "soon" }, dialect);
			expect(readDraft(find("draft"))).toBeUndefined();
			expect(said).toMatchObject([
				{ severity: "error", code: "boolean-invalid" },
			]);
		}
	});
});

describe("words between blanks", () => {
	const atBlanks = [comma, /\s/];
	test.each([
		["open source", ["open", "source"]],
		["open source, news", ["open source", "news"]],
		["  a   b ", ["a", "b"]],
		["開発、生活", ["開発", "生活"]],
	])("in %j are %j where the dialect splits there", (text, words) => {
		expect(
			readWords(createFind({ tags: text }).find("tags"), atBlanks),
		).toEqual(words);
	});

	test("in a list stay together", () => {
		const { find } = createFind({ tags: ["open source"] });
		expect(readWords(find("tags"), atBlanks)).toEqual(["open source"]);
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
