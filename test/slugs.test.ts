import { describe, expect, test } from "vitest";
import {
	keepName,
	toAsciiSlug,
	toGithubSlug,
	toHugoSlug,
	toLowerSlug,
} from "../src/slugs.ts";

// What each makes of a title: lower, ASCII, GitHub's and Hugo's.
test.each([
	["hello", "hello", "hello", "hello", "hello"],
	["Hello, World!", "hello-world", "hello-world", "hello-world", "hello-world"],
	["  a  b  ", "a-b", "a-b", "a--b", "a-b"],
	["C++ & C#", "c-c", "c-c", "c--c", "c++-c"],
	[
		"Node.js 20.1",
		"node-js-20-1",
		"node-js-20-1",
		"nodejs-201",
		"node.js-20.1",
	],
	["snake_case", "snake-case", "snake-case", "snake_case", "snake_case"],
	[
		"Café à Zürich",
		"café-à-zürich",
		"cafe-a-zurich",
		"café-à-zürich",
		"café-à-zürich",
	],
	["cafe\u0301", "café", "cafe", "cafe\u0301", "café"],
	["日本語 の", "日本語-の", "日本語-の", "日本語-の", "日本語-の"],
	["हिन्दी", "हिन्दी", "हिन्दी", "हिन्दी", "हिन्दी"],
	["ガイド", "ガイド", "ガイド", "ガイド", "ガイド"],
	["--a--", "a", "a", "--a--", "--a--"],
	["!?", "", "", "", ""],
	["", "", "", "", ""],
	["a/b", "a-b", "a-b", "ab", "a/b"],
	["__proto__", "proto", "proto", "__proto__", "__proto__"],
	["½ ﬁne", "½-ﬁne", "1-2-fine", "½-ﬁne", "ﬁne"],
])("%s", (text, lower, ascii, github, hugo) => {
	expect([
		toLowerSlug(text),
		toAsciiSlug(text),
		toGithubSlug(text),
		toHugoSlug(text),
	]).toEqual([lower, ascii, github, hugo]);
});

test.each(["Hello, World!", "cafe\u0301", " a ", ""])("%j is kept", (text) => {
	expect(keepName(text)).toBe(text);
});

describe("what is slugged stays so", () => {
	test.each([toLowerSlug, toAsciiSlug, toGithubSlug, toHugoSlug])(
		"by %o",
		(slugify) => {
			for (const text of ["Hello, World!", "Ünï & Cödé", "a -- b", "--x--"])
				expect(slugify(slugify(text))).toBe(slugify(text));
		},
	);
});

test.each([toLowerSlug, toAsciiSlug, toGithubSlug, toHugoSlug])(
	"%o takes no time for a megabyte",
	(slugify) => {
		const start = performance.now();
		for (const text of ["-", " ", "a-", "\u0301"])
			slugify(text.repeat(500_000));
		slugify(`${"-".repeat(500_000)}a${"-".repeat(500_000)}b`);
		expect(performance.now() - start).toBeLessThan(5000);
	},
);
