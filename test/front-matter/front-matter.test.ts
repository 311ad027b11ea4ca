import { describe, expect, it, test } from "vitest";
import { readFrontMatter } from "../../src/front-matter/front-matter.ts";
import { fence, read } from "./read.ts";

/** One situation in the three languages, and what becomes of it. */
const alike: {
	name: string;
	yaml: string;
	toml: string;
	json: string;
	values: unknown;
}[] = [
	{
		name: "text",
		yaml: "title: Hello",
		toml: 'title = "Hello"',
		json: '{"title": "Hello"}',
		values: { title: "Hello" },
	},
	{
		name: "numbers as they were spelled",
		yaml: "a: 1.10\nb: 12345678901234567890\nc: -0\nd: 1e3\ne: 0.0",
		toml: "a = 1.10\nb = 12345678901234567890\nc = -0\nd = 1e3\ne = 0.0",
		json: '{"a": 1.10, "b": 12345678901234567890, "c": -0, "d": 1e3, "e": 0.0}',
		values: {
			a: "1.10",
			b: "12345678901234567890",
			c: "-0",
			d: "1e3",
			e: "0.0",
		},
	},
	{
		name: "booleans as text",
		yaml: "draft: true\ntoc: false",
		toml: "draft = true\ntoc = false",
		json: '{"draft": true, "toc": false}',
		values: { draft: "true", toc: "false" },
	},
	{
		name: "lists and mappings inside each other",
		yaml: "image:\n  src: a.png\n  sizes: [1, [2, 3]]\nlinks:\n- url: x\n- url: y",
		toml: 'image = { src = "a.png", sizes = [1, [2, 3]] }\n[[links]]\nurl = "x"\n[[links]]\nurl = "y"',
		json: '{"image": {"src": "a.png", "sizes": [1, [2, 3]]}, "links": [{"url": "x"}, {"url": "y"}]}',
		values: {
			image: { src: "a.png", sizes: ["1", ["2", "3"]] },
			links: [{ url: "x" }, { url: "y" }],
		},
	},
	{
		name: "empty text, lists and mappings",
		yaml: 'a: ""\nb: []\nc: {}',
		toml: 'a = ""\nb = []\nc = {}',
		json: '{"a": "", "b": [], "c": {}}',
		values: { a: "", b: [], c: {} },
	},
	{
		name: "keys with blanks and of any script",
		yaml: "og image: x\n標題: 東京",
		toml: '"og image" = "x"\n"標題" = "東京"',
		json: '{"og image": "x", "標題": "東京"}',
		values: { "og image": "x", 標題: "東京" },
	},
	{
		name: "escapes in strings",
		yaml: 'a: "\\u00e9\\t\\"\\\\"',
		toml: 'a = "\\u00e9\\t\\"\\\\"',
		json: '{"a": "\\u00e9\\t\\"\\\\"}',
		values: { a: 'é\t"\\' },
	},
	{
		name: "marks of the other languages in text",
		yaml: "a: '+++ ;;; {} = \" # x'\nb: |\n  +++\n  ;;;\n",
		toml: "a = '+++ ;;; {} = \" # x'\nb = '''\n---\n;;;\n'''",
		json: '{"a": "+++ ;;; {} = \\" # x", "b": "---\\n+++\\n"}',
		values: { a: '+++ ;;; {} = " # x', b: expect.any(String) },
	},
	{ name: "nothing", yaml: "", toml: "", json: "", values: {} },
	{
		name: "blanks alone",
		yaml: " \n\t",
		toml: " \n\t",
		json: " \n\t",
		values: {},
	},
	{
		name: "an empty mapping",
		yaml: "{}",
		toml: "# none",
		json: "{}",
		values: {},
	},
];

const languages = ["yaml", "toml", "json"] as const;

describe.each(languages)("%s", (language) => {
	it.each(alike)("reads $name", ({ [language]: block, values }) => {
		const file = read(fence[language](block));
		expect(file.messages).toEqual([]);
		expect(file.values).toEqual(values);
		expect(file.body).toBe("Body");
		expect(file.bodyLine).toBe(fence[language](block).split("\n").length);
	});
});

describe("keys of prototypes are keys like any other", () => {
	const blocks = {
		yaml: "__proto__: x\nconstructor: {__proto__: {toString: y}}",
		toml: '__proto__ = "x"\nconstructor = { __proto__ = { toString = "y" } }',
		json: '{"__proto__": "x", "constructor": {"__proto__": {"toString": "y"}}}',
	};
	test.each(languages)("%s", (language) => {
		const file = readFrontMatter(
			fence[language](blocks[language]),
			"a.md",
			() => {
				throw new Error("nothing to report");
			},
		);
		expect(file?.values).toEqual(
			new Map<string, unknown>([
				["__proto__", "x"],
				["constructor", new Map([["__proto__", new Map([["toString", "y"]])]])],
			]),
		);
		expect(({} as Record<string, unknown>).toString).toBe(
			Object.prototype.toString,
		);
	});
});

describe("what is no mapping is an error", () => {
	test.each([
		["a list", fence.yaml("- a\n- b")],
		["a list", fence.json("[1, 2]")],
		["one text", fence.yaml("just text")],
		["one text", fence.json('"just text"')],
	])("%s", (what, text) => {
		expect(read(text).messages).toEqual([
			`2:1 error front-matter-not-a-mapping: The front matter is ${what}, not keys with values\nWrite each value after its key, as in title: My title`,
		]);
	});
});

describe("of duplicate keys the last wins, with a warning at each later one", () => {
	const warn = (place: string, key: string) =>
		`${place} warning front-matter-duplicate-key: "${key}" stands here a second time; its last value is taken\nTake one of them out.`;

	test("YAML", () => {
		const file = read(
			fence.yaml(
				"title: a\ntags: [x]\ntitle: b\nimage:\n  src: c\n  src: d\ntags: [y]",
			),
		);
		expect(file.values).toEqual({
			title: "b",
			tags: ["y"],
			image: { src: "d" },
		});
		expect(file.messages).toEqual([
			warn("4:1", "title"),
			warn("8:1", "tags"),
			warn("7:3", "src"),
		]);
	});
	test("YAML in braces", () => {
		const file = read(fence.yaml("{a: 1, b: {c: 2, c: 3}, a: 4}"));
		expect(file.values).toEqual({ a: "4", b: { c: "3" } });
		expect(file.messages).toEqual([warn("2:25", "a"), warn("2:18", "c")]);
	});
	test("YAML in quotes and not", () => {
		const file = read(fence.yaml('title: a\n"title": b'));
		expect(file.values).toEqual({ title: "b" });
		expect(file.messages).toEqual([warn("3:1", "title")]);
	});
	test("JSON", () => {
		const file = read(fence.json('{"a": 1,\n"b": {"c": 2, "c": 3},\n"a": 4}'));
		expect(file.values).toEqual({ a: "4", b: { c: "3" } });
		expect(file.messages).toEqual([warn("3:15", "c"), warn("4:1", "a")]);
	});
	test("TOML calls it an error (TOML 1.0, “defining a key multiple times is invalid”)", () => {
		expect(read(fence.toml('title = "a"\ntitle = "b"')).messages).toEqual([
			'3:1 error front-matter-invalid: The front matter is not TOML: this key or table stands in it twice: title = "b"\nTake one of the two out.',
		]);
	});
	test("a key that overrides a merged one is no duplicate", () => {
		const file = read(
			fence.yaml("base: &b {x: 1, y: 2}\nown:\n  <<: *b\n  y: 3"),
		);
		expect(file.messages).toEqual([]);
		expect(file.values?.own).toEqual({ x: "1", y: "3" });
	});
	test("the same key in two mappings is no duplicate", () => {
		expect(
			read(fence.yaml("a: {x: 1}\nb: {x: 1}\nc:\n- x: 1\n- x: 1")).messages,
		).toEqual([]);
	});
	test("what a comment says is no key", () => {
		// The repeated key makes the reader look at every other one.
		const block = "a: 1 # x: y\nb: 1 # x: y\n# a: 2\nc: 1\nc: 2 # c: 3";
		expect(read(fence.yaml(block)).messages).toEqual([warn("6:1", "c")]);
	});
	test("hundreds are counted, not listed", () => {
		const { messages } = read(fence.yaml("a: b\n".repeat(301).trimEnd()));
		expect(messages).toHaveLength(50);
		expect(messages.at(-1)).toContain("So with 250 keys after it.");
	});
});

describe("places of values", () => {
	const placesIn = (text: string) => {
		const { place, values, messages } = read(text);
		expect(messages.filter((message) => message.includes("error"))).toEqual([]);
		return Object.fromEntries(
			Object.keys(values ?? {}).map((key) => {
				const found = place(key);
				return [key, found && `${found.line}:${found.column}`];
			}),
		);
	};
	test("YAML", () => {
		const block = [
			"# title: no",
			"title:   Hello",
			'"sub title" : "x',
			'title: y"',
			"tags:",
			"  # none",
			"  - title: z",
			"text: |",
			"  title: w",
			"empty:",
			"anchored: &a !!str x",
			"alias: *a",
			"? explicit",
			": value",
			"last: { title: v }",
		].join("\n");
		expect(placesIn(`\n${fence.yaml(block)}`)).toEqual({
			title: "4:10",
			"sub title": "5:15",
			tags: "9:3",
			text: "10:7",
			empty: "12:7",
			anchored: "13:11",
			alias: "14:8",
			explicit: "16:3",
			last: "17:7",
		});
	});
	test("YAML in braces", () => {
		expect(placesIn(fence.yaml('{a: 1,\n  "b" : [x, {c: d}], e: f}'))).toEqual({
			a: "2:5",
			b: "3:9",
			e: "3:25",
		});
	});
	test("YAML with comments that look like keys", () => {
		const block = "a: # b: 1\n  x\n# b: 2\nb: # c: 3\nc: 1 # d: 4\nd: 5 # d: 6";
		expect(placesIn(fence.yaml(block))).toEqual({
			a: "3:3",
			b: "5:3",
			c: "6:4",
			d: "7:4",
		});
	});
	test("YAML: of duplicates the last, of merged keys none", () => {
		expect(placesIn(fence.yaml("a: 1\na: 2\n<<: {b: 3}"))).toEqual({
			a: "3:4",
			b: undefined,
		});
	});
	test("TOML", () => {
		const block = [
			'title  =  "Hello" # title = 1',
			"'a b' = '''",
			"title = 2",
			"'''",
			'"q\\"" = [ 1,',
			"2 ]",
			"deep.er = 1",
			"[table]",
			"title = 3",
			"[[list]]",
			"[[list]]",
			"[extra.sub]",
		].join("\n");
		expect(placesIn(fence.toml(block))).toEqual({
			title: "2:11",
			"a b": "3:9",
			'q"': "6:9",
			deep: "8:11",
			table: "9:2",
			list: "11:3",
			extra: "13:2",
		});
	});
	test("JSON", () => {
		expect(
			placesIn(
				'{\n  "title" : "Hello",\n  "a": {"title": 1}, "b": [\n1]\n}\nBody',
			),
		).toEqual({ title: "2:13", a: "3:8", b: "3:27" });
	});
	test("a key that is not there has none", () => {
		expect(read(fence.yaml("a: b")).place("title")).toBeUndefined();
		expect(read(fence.yaml("a: b")).place("toString")).toBeUndefined();
		expect(read("Body").place("title")).toBeUndefined();
	});
});
