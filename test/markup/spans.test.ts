import { describe, expect, it } from "vitest";
import { renderPage, renderText } from "./page.ts";

describe("wiki links", () => {
	it.each([
		["[[hello]]", "[hello](https://example.org/hello/)"],
		[
			"[[Second steps#Part One|there]]",
			"[there](https://example.org/second-steps/#part-one)",
		],
		["[[#Part]]", "[Part](#part)"],
		["![[a b.png|alt]]", '<img src="a%20b.png" alt="alt">'],
		["![[a.png|300]]", '<img src="a.png" alt="">'],
		["![[hello]]", "[hello](https://example.org/hello/)"],
		[
			"[[toc]] [[1]] [[2]](https://a.example) [[x]][y]",
			"[[toc]] [[1]] [[2]](https://a.example) [[x]][y]",
		],
		[
			"[[Fix #12]] [[Fix  #12]] [[hello]]\n\n[fix #12]: https://x.example/12",
			"[[Fix #12]] [[Fix  #12]] [hello](https://example.org/hello/)\n\n[fix #12]: https://x.example/12",
		],
		["[[a, {b: 1}]] \\[[c]] `[[hello]]`", "[[a, {b: 1}]] \\[[c]] `[[hello]]`"],
	])("%j", (body, expected) => {
		expect(renderText(body, ["wiki-links"])).toBe(expected);
	});

	it("keeps a part in the text of those that lead nowhere", () => {
		expect(renderText("[[Fix #12]]", ["wiki-links"])).toBe("Fix #12");
	});

	it("keeps the text of those that lead nowhere", () => {
		expect(renderPage("See [[Gone|that]].", ["wiki-links"])).toEqual({
			text: "See that.",
			messages: ["missing Gone"],
		});
	});
});

describe("emoji", () => {
	it.each([
		["Done :tada: (:+1:) :rocket::rocket:", "Done 🎉 (👍) 🚀🚀"],
		[
			"12:30:45 a:tada:b https://x:tada:/",
			"12:30:45 a:tada:b https://x:tada:/",
		],
		[":nobody: :constructor: :TADA:", ":nobody: :constructor: :TADA:"],
		["`:tada:`", "`:tada:`"],
	])("%j", (body, expected) => {
		expect(renderText(body, ["emoji"])).toBe(expected);
	});
});

describe("math", () => {
	it.each([
		["A $x^2$ and $\\alpha$.", "A `$x^2$` and `$\\alpha$`."],
		["$5 and $6, $a$, $HOME my_dir$", "$5 and $6, $a$, `$HOME my_dir$`"],
		["$20_000 and 30_000$5", "$20_000 and 30_000$5"],
		["$$a+b$$ and $$ \\pi $$", "`$$a+b$$` and `$$ \\pi $$`"],
		["$$\n\\frac{a}{b}\n\n*c*\n$$", "```\n$$\n\\frac{a}{b}\n\n*c*\n$$\n```"],
		["> $$\n> x_1\n> $$", "> ```\n> $$\n> x_1\n> $$\n> ```"],
		["- $$\n  x_1\n  $$\n- b", "- ```\n  $$\n  x_1\n  $$\n  ```\n- b"],
		["\\(x_1\\) \\\\(a^2\\\\)", "`\\(x_1\\)` `\\(a^2\\)`"],
		["\\[citation needed\\] \\(sic\\)", "\\[citation needed\\] \\(sic\\)"],
		["$x^2\n\ny$ \\$a^2$ `$b^2$`", "$x^2\n\ny$ \\$a^2$ `$b^2$`"],
	])("%j", (body, expected) => {
		expect(renderText(body, ["math"])).toBe(expected);
	});

	it("lets no other markup see a formula", () => {
		expect(renderText("$\\frac{a}{b}$", ["math", "mdx"], "a.mdx")).toBe(
			"`$\\frac{a}{b}$`",
		);
	});
});

describe("alerts", () => {
	it.each([
		["> [!NOTE]\n> text", "> **Note**\n>\n> text"],
		["> [!tip]- My title\n> text", "> **My title**\n>\n> text"],
		["- a\n  > [!WARNING]\n  > b", "- a\n  > **Warning**\n  >\n  > b"],
		["> [!a](b) and [!NOTE]", "> [!a](b) and [!NOTE]"],
		["[!NOTE]", "[!NOTE]"],
	])("%j", (body, expected) => {
		expect(renderText(body, ["alerts"])).toBe(expected);
	});
});

describe("hostile text", () => {
	it.each([
		["wiki-links", "[["],
		["emoji", ":a"],
		["math", "$a "],
		["math", "\\("],
		["alerts", "> "],
		["kramdown", "{::comment}"],
		["kramdown", "# a {#"],
		["admonitions", "!!! a\n"],
		["mdc", "::a{"],
	])("%s: %j, a hundred thousand times", (name, piece) => {
		const body = piece.repeat(100_000);
		expect(renderPage(body, [name]).text.length).toBeLessThan(body.length * 3);
	});
});
