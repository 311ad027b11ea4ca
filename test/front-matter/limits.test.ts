import { describe, expect, test } from "vitest";
import {
	maximumDepth,
	maximumLength,
	maximumValues,
} from "../../src/front-matter/limits.ts";
import { fence, read } from "./read.ts";

/** Far more than any of these needs, far less than an attack would take that gets through. */
const patience = 5_000;

const depth =
	"error front-matter-too-deep: The front matter is nested more than 50 levels deep\nWrite it flatter; an alias must not lead back to itself.";
const values =
	"error front-matter-too-many-values: The front matter has more than 20,000 values, each visit of an alias counted\nWrite fewer values or fewer aliases.";
const repeated =
	"error front-matter-too-long: The front matter's aliases repeat more than 1024 KiB of text\nWrite fewer aliases.";

describe("length", () => {
	const filled = (length: number) => `a: ${"x".repeat(length - 3)}`;

	test("the longest block that is read", () => {
		expect(read(fence.yaml(filled(maximumLength))).messages).toEqual([]);
	});
	test("one more", () => {
		expect(read(fence.yaml(filled(maximumLength + 1))).messages).toEqual([
			"2:1 error front-matter-too-long: The front matter has 257 KiB; at most 256 KiB are read\nMove what is text into the body.",
		]);
	});
	test.each([
		["YAML", (text: string) => `---\na: ${text}\n---\n`],
		["TOML", (text: string) => `+++\na = '${text}'\n+++\n`],
		["JSON", (text: string) => `;;;\n{"a": "${text}"}\n;;;\n`],
		["a leading object", (text: string) => `{"a": "${text}"}\n`],
	])(
		"100 MB of %s",
		(_, write) => {
			expect(read(write("x".repeat(100e6))).messages).toEqual([
				expect.stringMatching(
					/^[12]:1 error front-matter-too-long: The front matter has 97,657 KiB; at most 256 KiB are read/,
				),
			]);
		},
		patience,
	);
	test(
		"100 MB without an end",
		() => {
			const text = "a: b\n".repeat(20e6);
			expect(read(`---\n${text}`).messages[0]).toContain(
				"1:1 error front-matter-unclosed",
			);
			expect(read(`{"a":${"{".repeat(100e6)}`).messages[0]).toContain(
				"front-matter-too-long",
			);
		},
		patience,
	);
	test(
		"100 MB of body",
		() => {
			const body = "x\n".repeat(50e6);
			expect(read(`---\na: b\n---\n${body}`).body).toBe(body);
			expect(read(body).body).toBe(body);
		},
		patience,
	);
	test(
		"blank lines, of which gray-matter is slow to see that they are no comments",
		() => {
			expect(
				read(fence.yaml(`a: b${"\n".repeat(250_000)}c: d`)).messages,
			).toEqual([
				"2:5 error front-matter-too-long: The front matter has more than 200 blank lines in a row\nTake them out.",
			]);
			expect(read(fence.yaml(`a: b${"\n".repeat(201)}c: d`)).messages).toEqual(
				[],
			);
		},
		patience,
	);
});

describe("depth", () => {
	const nested = {
		yaml: (levels: number) => `a: ${"[".repeat(levels)}${"]".repeat(levels)}`,
		toml: (levels: number) => `a = ${"[".repeat(levels)}${"]".repeat(levels)}`,
		json: (levels: number) =>
			`{"a": ${"[".repeat(levels)}${"]".repeat(levels)}}`,
	};
	test.each(["yaml", "toml", "json"] as const)(
		"%s",
		(language) => {
			// The outermost mapping is a level too.
			const deepest = maximumDepth - 1;
			expect(read(fence[language](nested[language](deepest))).messages).toEqual(
				[],
			);
			for (const levels of [deepest + 1, 3000, 100_000]) {
				const { messages } = read(fence[language](nested[language](levels)));
				expect(messages).toEqual([expect.stringMatching(/^2:\d+ error /)]);
				expect(messages[0]?.replace(/^\S+ /, "")).toBe(depth);
			}
		},
		patience,
	);
	test.each([
		[
			"mappings in YAML",
			fence.yaml(
				Array.from({ length: 300 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
			),
		],
		["lists in YAML", fence.yaml(`a:\n  ${"- ".repeat(5000)}b`)],
		["braces in YAML", fence.yaml(`a: ${"{a: ".repeat(5000)}`)],
		[
			"brackets in YAML that do not close",
			fence.yaml(`a: ${"[".repeat(200_000)}`),
		],
		["keys in YAML", fence.yaml(`a:\n  ${"? ".repeat(5000)}b`)],
		["dotted keys in TOML", fence.toml(`a${".a".repeat(100_000)} = 1`)],
		["headers in TOML", fence.toml(`[a${".a".repeat(100_000)}]`)],
		["inline tables in TOML", fence.toml(`a = ${"{a = ".repeat(5000)}`)],
		["objects in JSON", fence.json('{"a":'.repeat(50_000))],
	])(
		"%s",
		(_, text) => {
			const { messages } = read(text);
			expect(messages).toHaveLength(1);
			expect(messages[0]).toContain(depth);
		},
		patience,
	);
	test.each(["a: &a [*a]", "a: &a {b: *a}", "a: &a\n- b: [*a]"])(
		"a cycle: %j",
		(block) => {
			expect(read(fence.yaml(block)).messages).toEqual([
				expect.stringContaining(depth),
			]);
		},
	);
});

describe("aliases", () => {
	/** Each line is a list of nine times the line before. */
	const bomb = (
		first: string,
		line: (name: string, before: string) => string,
	) => {
		const names = "abcdefghij".split("");
		return fence.yaml(
			names
				.map((name, i) =>
					i === 0 ? `a: &a ${first}` : line(name, names[i - 1] ?? ""),
				)
				.join("\n"),
		);
	};
	test(
		"a thousand million laughs",
		() => {
			const text = bomb(
				`[${"x, ".repeat(9)}]`,
				(name, before) => `${name}: &${name} [${`*${before}, `.repeat(9)}]`,
			);
			expect(read(text).messages).toEqual([`6:4 ${values}`]);
		},
		patience,
	);
	test(
		"in mappings",
		() => {
			const text = bomb(
				"{x: 1}",
				(name, before) =>
					`${name}: &${name} {${Array.from({ length: 9 }, (_, i) => `k${i}: *${before}`).join(", ")}}`,
			);
			expect(read(text).messages).toEqual([expect.stringContaining(values)]);
		},
		patience,
	);
	test(
		"many values",
		() => {
			const list = (length: number) =>
				fence.yaml(`a:\n${"- x\n".repeat(length)}`);
			expect(read(list(maximumValues - 1)).messages).toEqual([]);
			expect(read(list(maximumValues)).messages).toEqual([`3:1 ${values}`]);
		},
		patience,
	);
	test.each([
		[
			"a long text many times",
			`a: &a ${"x".repeat(120_000)}\nb: [${"*a, ".repeat(10_000)}]`,
		],
		[
			"a long list as a key",
			`a: &a [${"x, ".repeat(30_000)}]\n${"? *a\n".repeat(20_000)}`,
		],
		[
			"a list of long texts as a key",
			`a: &a ${"x".repeat(120_000)}\n? [${"*a, ".repeat(10_000)}]\n: b`,
		],
	])(
		"%s",
		(_, block) => {
			expect(read(fence.yaml(block)).messages).toEqual([
				expect.stringContaining(repeated),
			]);
		},
		patience,
	);
	test.each([
		[
			"mappings",
			Array.from({ length: 9000 }, (_, i) => `a${i}: {<<: *a}`).join("\n"),
		],
		["a list of them", `b: {<<: [${"*a, ".repeat(30_000)}]}`],
		["the same ones", `b: {${"<<: *a, ".repeat(20_000)}}`],
	])(
		"merged: %s",
		(_, block) => {
			const keys = Array.from({ length: 3000 }, (_, i) => `k${i}: 1`).join(
				", ",
			);
			expect(read(fence.yaml(`a: &a {${keys}}\n${block}`)).messages).toEqual([
				expect.stringContaining(
					"<< merges mappings only, and not thousands of keys",
				),
			]);
		},
		patience,
	);
});

describe("texts that are slow to refuse when a pattern backtracks", () => {
	const fill = (piece: string) =>
		piece.repeat(Math.floor(260_000 / piece.length));
	test.each([
		'a: "\n',
		"a: 'x'y\n",
		"a: b: c\n",
		"\ta: b\n",
		'"a',
		"a: [",
		"- ",
		"*a ",
		"!a ",
		"# #",
		"? ",
		"a:\n",
		'x: "a',
	])(
		"YAML of %j",
		(piece) => {
			read(fence.yaml(fill(piece)));
			read(fence.yaml(`a: ${fill(piece)}\nb: c: d`));
		},
		patience,
	);
	test.each([
		'"""\n',
		' \\"""\n',
		"'''\n",
		'a="\\"',
		"a.",
		"[a.",
		"a=[",
		"a = 1\n",
		"{a=",
		"1_",
		'\\"',
		"a=2024-01-01 1",
	])(
		"TOML of %j",
		(piece) => {
			read(fence.toml(fill(piece)));
		},
		patience,
	);
	test.each([
		'"',
		'\\"',
		'"\\"',
		"1",
		"1.",
		"-",
		"{",
		"{}",
		'"a":"b",',
		"\\u",
		" ",
	])(
		"JSON of %j",
		(piece) => {
			read(fence.json(`{"a":${fill(piece)}`));
			read(`{"a":${fill(piece)}`);
		},
		patience,
	);
	test.each([
		"---\n",
		"--- \n--- x",
		"...\n",
		"---\n----",
		"\n",
		" \n",
		"+++\n;;;\n",
	])(
		"fences of %j",
		(piece) => {
			read(fill(piece));
		},
		patience,
	);
});
