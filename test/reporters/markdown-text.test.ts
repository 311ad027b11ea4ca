import { describe, expect, test } from "vitest";
import {
	escapeMarkdownText,
	writeCode,
	writeHtmlCode,
	writeLink,
} from "../../src/reporters/markdown-text.ts";

describe("text", () => {
	test.each([
		[
			"stays as it is",
			"Ann's 1.0, “at last”; 50 % more?",
			"Ann's 1.0, “at last”; 50 % more?",
		],
		["has no marks", "*a* `b`", "\\*a\\* \\`b\\`"],
		["has no HTML", "<b> & &copy;", "&lt;b&gt; &amp; &amp;copy;"],
		["calls nobody", "@ann a@b.c", "@&#8203;ann a@&#8203;b.c"],
		["is on one line", " a\n\n b\u2028c ", "a b c"],
		["begins no list", "1. a", "&#8203;1. a"],
		["has no commands", "a\u001B[2J\u202Eb", "a�\\[2J�b"],
	])("%s", (_, text, expected) => {
		expect(escapeMarkdownText(text)).toBe(expected);
	});
});

test.each([
	["a", "` a `"],
	["a `b` ``c``", "``` a `b` ``c`` ```"],
	["a\nb", "` a b `"],
])("%j as code is %j", (text, code) => {
	expect(writeCode(text)).toBe(code);
});

test("code in HTML holds no tags", () => {
	expect(writeHtmlCode("</code>&\n")).toBe("<code>&lt;/code&gt;&amp;</code>");
});

describe("a link", () => {
	test.each([
		["https://example.com/a?b=1&lt;=2", "https://example.com/a?b=1&amp;lt;=2"],
		["https://example.com/> x", "https://example.com/%3E%20x"],
		["https://example.com/?\\|`<", "https://example.com/?%5C%7C%60%3C"],
	])("leads to %j", (url, target) => {
		expect(writeLink("a", url)).toBe(`[a](<${target}>)`);
	});

	test.each([
		undefined,
		"",
		"/a/",
		"javascript:alert(1)",
		"data:text/html,x",
		"tag:x,2024:a",
	])("is none to %j", (url) => {
		expect(writeLink("a", url)).toBe("a");
	});
});
