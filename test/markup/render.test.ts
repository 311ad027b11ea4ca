import { describe, expect, test } from "vitest";
import {
	placeAlone,
	placeBlock,
	separateBlocks,
} from "../../src/markup/blocks.ts";
import { createMarks } from "../../src/markup/marks.ts";
import { renderMarkup } from "../../src/markup/render.ts";
import { readArguments } from "../../src/markup/tag-arguments.ts";

const context = {
	article: { url: "https://example.org/a/", path: "a.md" },
	site: { url: "https://example.org/", title: "E", description: "" },
	findArticle: () => undefined,
	warnUnknown: () => {},
	warnMissing: () => {},
};

describe("renderMarkup", () => {
	test("gives a body without markup back, and one whose markup nobody asked for", () => {
		expect(renderMarkup("a *b*\n\n\n`c`", ["liquid"], context)).toBe(
			"a *b*\n\n\n`c`",
		);
		expect(renderMarkup("{{ a }}", [], context)).toBe("{{ a }}");
		expect(renderMarkup("{{ a }}", ["no such markup"], context)).toBe(
			"{{ a }}",
		);
	});
	test("keeps what one markup has made of code from the next", () => {
		const body =
			"{% raw %}{{< a >}}{% endraw %}{{< b >}}\n\n```\n{{< c >}}\n```";
		const names = ["liquid", "hugo-shortcodes"];
		expect(renderMarkup(body, names, context)).toBe(
			"`{{< a >}}`\n\n```\n{{< c >}}\n```",
		);
	});
	test("keeps empty lines of code", () => {
		const body = '```\na\n\n\n\nb\n```\n{{< figure src="a.png" caption="b" >}}';
		expect(renderMarkup(body, ["hugo-shortcodes"], context)).toContain(
			"a\n\n\n\nb",
		);
	});
});

describe("separateBlocks", () => {
	const block = placeBlock("<hr>");
	test.each([
		["alone", `${block}`, "<hr>\n"],
		["between lines", `a\n${block}\nb`, "a\n\n<hr>\n\nb"],
		["between paragraphs", `a\n\n${block}\n\nb`, "a\n\n<hr>\n\nb"],
		["within a line", `a ${block} b`, "a\n\n<hr>\n\nb"],
		["two on a line", `${block}${block}`, "<hr>\n\n<hr>\n"],
		["indented, in no list", `    ${block}\nb`, "<hr>\n\nb"],
		["in a list item", `- a\n  ${block}\n  b`, "- a\n\n  <hr>\n\n  b"],
		["in an item's first line", `1. ${block}\n2. b`, "1. <hr>\n\n2. b"],
		["in a quoted list", `> - a\n>   ${block}`, "> - a\n>\n>   <hr>\n>"],
		[
			"of several lines",
			`- a\n\n  ${placeBlock("```\n\nb\n```")}`,
			"- a\n\n  ```\n\n  b\n  ```\n",
		],
		["in a table", `| ${block} | b |`, "| <hr> | b |"],
		["in text, where it may stand", `a ${placeAlone("<i>")} b`, "a <i> b"],
		[
			"alone, where it may stand in text",
			`a\n${placeAlone("<i>")}\nb`,
			"a\n\n<i>\n\nb",
		],
	])("%s", (_, text, expected) => {
		expect(separateBlocks(text)).toBe(expected);
	});
});

test("marks hide lines and give them back, also those within others", () => {
	const { hide, restore } = createMarks();
	const inner = hide("a\n\n  > b");
	expect(inner).toMatch(/^\uFDD0\d+\uFDD1\n\n {2}> \uFDD0\d+\uFDD1$/);
	expect(restore(hide(`c ${inner}`))).toBe("c a\n\n  > b");
});

test("arguments", () => {
	const text = `a "b \\"c\\"" d='e f' g: h, https://x.example/?i=j k=\`l\` [ “m” constructor=n o`;
	const { list, named } = readArguments(text);
	expect(list).toEqual(["a", 'b "c"', "https://x.example/?i=j", "m", "o"]);
	expect([...named]).toEqual([
		["d", "e f"],
		["g", "h"],
		["k", "l"],
		["constructor", "n"],
	]);
});
