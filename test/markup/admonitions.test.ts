import { expect, it } from "vitest";
import { renderPage, renderText } from "./page.ts";

const render = (body: string) => renderText(body, ["admonitions"]);

it.each([
	[
		'!!! note "A title"\n    Some text\n\n    more\nafter',
		"> **A title**\n>\n> Some text\n>\n> more\n\nafter",
	],
	['!!! warning ""\n    text', "> text"],
	['!!! info inline end "T"\n    text', "> **T**\n>\n> text"],
	["???+ tip\n    text", "> **Tip**\n>\n> text"],
	[
		"- item\n\n    ??? tip\n        text",
		"- item\n\n    > **Tip**\n    >\n    > text",
	],
	[
		"!!! a\n    b\n    !!! c\n        d",
		"> **A**\n>\n> b\n>\n> > **C**\n> >\n> > d",
	],
	[
		'=== "Linux"\n\n    apt\n\n=== "Mac"\n\n    brew',
		"**Linux**\n\napt\n\n**Mac**\n\nbrew",
	],
	['=== ":octicons-file-16: `a.md`"\n\n    text', "**`a.md`**\n\ntext"],
	[
		"!!! a\n\n    !!! b\n\n        ++c++ `++d++`\n\n            ++code++\n\n    ```\n    ++e++\n    ```",
		"> **A**\n>\n> > **B**\n> >\n> > c `++d++`\n> >\n> >     ++code++\n>\n>\n> ```\n> ++e++\n> ```",
	],
	["# Title { #id .x }", "# Title"],
	["![a](b.png){ width=300 } [c](d){: .e}", "![a](b.png) [c](d)"],
	["A :material-check: b :octicons-heart-16:{ .x }", "A b"],
	["[TOC]\n\n*[HTML]: Hyper\n\ntext\n{ .annotate }", "text"],
	["Press ++ctrl+c++ in C++ and C++", "Press ctrl+c in C++ and C++"],
	["A ==mark== and a == b == c", "A <mark>mark</mark> and a == b == c"],
	[
		"{--a--}{++b++}{~~c~>d~~}{==e==}{>>f<<}",
		"<del>a</del><ins>b</ins><del>c</del><ins>d</ins><mark>e</mark>",
	],
	["Text (1)!\n{ .annotate }\n\n1. note", "Text (1)\n\n1. note"],
	["A party (2020)! Wow!!! really", "A party (2020)! Wow!!! really"],
	["`==a==` and `++b++`", "`==a==` and `++b++`"],
	["{ not attributes }", "{ not attributes }"],
])("%j", (body, expected) => {
	expect(render(body)).toBe(expected);
});

it("tells of text that would come from elsewhere", () => {
	expect(
		renderPage(
			'a\n--8<-- "b.md"\n--8<--\nc.md\n--8<--\n::: my.module\n    options:\nd',
			["admonitions"],
		),
	).toEqual({
		text: "a\nd",
		messages: [
			'--8<-- "b.md": it is left out',
			"--8<--: it is left out",
			"::: my.module: it is left out",
		],
	});
});
