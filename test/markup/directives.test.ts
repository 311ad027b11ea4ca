import { describe, expect, it } from "vitest";
import { renderPage, renderText } from "./page.ts";

const render = (body: string) => renderText(body, ["directives"]);

describe("blocks", () => {
	it.each([
		["text\n:::note\na\n:::\nafter", "text\n\n> **Note**\n>\n> a\n\nafter"],
		[":::tip[My *title*]\n\na\n\nb\n\n:::", "> **My *title***\n>\n> a\n>\n> b"],
		["::: warning Look out\na\n:::", "> **Look out**\n>\n> a"],
		[':::danger{title="T" .x}\na\n:::', "> **T**\n>\n> a"],
		["::: {.callout-note}\na\n:::", "> **Note**\n>\n> a"],
		[
			"::::info\n:::tip\na\n:::\nb\n::::",
			"> **Info**\n>\n> > **Tip**\n> >\n> > a\n>\n> b",
		],
		[
			"1. item\n\n   :::tip\n   a\n\n   ```\n   b\n   ```\n   :::\n2. next",
			"1. item\n\n   > **Tip**\n   >\n   > a\n   >\n   > ```\n   > b\n   > ```\n\n2. next",
		],
		[
			"::: details More\na\n:::",
			"<details><summary>More</summary>\n\na\n\n</details>",
		],
		["::: code-group\n```a\nb\n```\n:::", "```a\nb\n```"],
		[":::note\na\n:::\n\n:::", "> **Note**\n>\n> a"],
		["a\n:::\nb", "a\n:::\nb"],
		[":::note\n\ntext", "> **Note**\n\ntext"],
		["```\n:::note\n```", "```\n:::note\n```"],
	])("%j", (body, expected) => {
		expect(render(body)).toBe(expected);
	});

	it("keeps the text of those nobody knows", () => {
		expect(renderPage(":::promo[T]\na\n:::", ["directives"])).toEqual({
			text: "\n**T**\n\na\n",
			messages: [":::promo: its text is kept"],
		});
	});
});

describe("lines and spans", () => {
	it.each([
		[
			"::youtube[Talk]{#abc}",
			'<a href="https://www.youtube.com/watch?v=abc">Video on YouTube: Talk</a>',
		],
		["Press :kbd[Ctrl] now", "Press <kbd>Ctrl</kbd> now"],
		[':abbr[HTML]{title="Hyper"}', '<abbr title="Hyper">HTML</abbr>'],
		[
			"At 12:30 a:b, std::vec, :tada:, note:[x]",
			"At 12:30 a:b, std::vec, :tada:, note:[x]",
		],
		["::vec", "::vec"],
		["`:kbd[a]`", "`:kbd[a]`"],
	])("%j", (body, expected) => {
		expect(render(body)).toBe(expected);
	});

	it("keeps the text of spans that nobody knows", () => {
		expect(renderPage("A :foo[word]{a=b}.", ["directives"])).toEqual({
			text: "A word.",
			messages: [":foo: its text is kept"],
		});
	});
});

describe("hostile text", () => {
	it.each([":::\n", ":::a\n", "::::::a\n:::\n", ":a[", "::a{"])(
		"%j, a hundred thousand times",
		(piece) => {
			const body = piece.repeat(100_000);
			expect(renderPage(body, ["directives"]).text.length).toBeLessThan(
				body.length * 3,
			);
		},
	);
});
