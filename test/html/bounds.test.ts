/** What would take an hour or all memory is refused with its line, or takes little: each test has ten seconds. */

import { describe, expect, test } from "vitest";
import { isTangled } from "../../src/html/nesting.ts";
import { readTags } from "../../src/html/tags.ts";
import { listMessages, render } from "./render.ts";

const limit = 10_000;
const repeat = (count: number, make: (n: number) => string) =>
	Array.from({ length: count }, (_, n) => make(n)).join("");
const words = "word ".repeat(4);

const nested = "more than 100 quotes and lists nested in one line";
const cells = "tables of more than 100000 cells";
const deep = "elements nested too deeply";
const open = "too many of its HTML elements are never closed";
const marks = "more than 50000 marks of emphasis in one text";
const word = "a word of more than 10000 signs, full of marks";
const references = "too many references like &amp; in one text";
const addresses = "too many addresses in one text";

describe("refused", () => {
	test.each<[string, string, string, number?]>([
		["10,000 quotes", `a\n\n${">".repeat(10_000)} b`, nested, 3],
		["50,000 list marks", "- ".repeat(50_000), nested],
		["50,000 numbers", "1. ".repeat(50_000), nested],
		["quotes and lists by turns", "> - ".repeat(50_000), nested],
		[
			"a list that goes deeper on each line",
			repeat(400, (n) => `${"  ".repeat(n)}- a\n`),
			deep,
		],
		["deep emphasis", `${"*a _b ".repeat(500)}${"c_ d* ".repeat(500)}`, deep],
		[
			"a table of 10,000 columns and rows",
			`${"|a".repeat(10_000)}\n${"|-".repeat(10_000)}\n${"|b\n".repeat(10_000)}`,
			cells,
			11,
		],
		[
			"a table whose rows look like its head's line",
			`${"|a".repeat(10_000)}\n${"|-".repeat(10_000)}\n${"-|-\n".repeat(10_000)}`,
			cells,
			11,
		],
		[
			"many tables",
			`${"|a".repeat(5000)}\n${"|-".repeat(5000)}\n|b\n\n`.repeat(100),
			cells,
		],
		[
			"a table in a quote",
			`> ${"|a".repeat(5000)}\n> ${"|-".repeat(5000)}\n${"> |b\n".repeat(5000)}`,
			cells,
		],
		["deep raw divs", "<div>".repeat(400), deep],
		["20,000 raw divs", "<div>\n".repeat(20_000), open, 1],
		[
			"20,000 divs with a slash, which closes nothing",
			"<div/>".repeat(20_000),
			open,
		],
		...[
			"a",
			"b",
			"font",
			"table",
			"select",
			"span",
			"svg",
			"math",
			"template",
			"button",
			"object",
			"ruby",
			"form",
			"nobr",
			"unknown-name",
		].map((name): [string, string, string] => [
			`20,000 open ${name}`,
			`<${name}>`.repeat(20_000),
			open,
		]),
		["end tags that close nothing", "<b></i>".repeat(20_000), open],
		[
			"paragraphs that hold spans open",
			"<span><p></span></p>".repeat(20_000),
			open,
		],
		[
			"cells that keep divs open",
			"<div><table><td></div></td></tr></table>".repeat(20_000),
			open,
		],
		["forms that keep divs open", "<form><div></form>".repeat(20_000), open],
		["comments that hide end tags", "<b><!--</b>-->".repeat(20_000), open],
		["attributes that hide end tags", '<b title="</b>">'.repeat(20_000), open],
		[
			"data that hides end tags",
			"<svg><![CDATA[></svg>]]>".repeat(20_000),
			open,
		],
		[
			"text that hides end tags",
			"<textarea></b></textarea><b>".repeat(20_000),
			open,
		],
		["a comment that ends early", `<!----!>${"<b>".repeat(20_000)}-->`, open],
		["drawings that end early", `<svg><p></p>${"<g/>".repeat(20_000)}`, open],
		["slashes that are values", `<svg>${"<g a=x/>".repeat(20_000)}`, open],
		[
			"formatting that is opened anew in each paragraph",
			`<p>${repeat(400, (n) => `<b id=${n}>`)}</p>\n\n${"a\n\n".repeat(20_000)}`,
			open,
		],
		[
			"formatting that is moved through blocks",
			repeat(3000, (n) => `<b id=${n}><p>`) + "</b>".repeat(3000),
			open,
		],
		[
			"formatting that outlives eight blocks",
			repeat(
				2000,
				(n) => `<b id=${n}>${"<div>".repeat(9)}</b>${"</div>".repeat(9)}`,
			),
			open,
		],
		[
			"a megabyte that is opened anew in each paragraph",
			`<p><b title="${"a".repeat(1_000_000)}"></p>\n\n${"b\n\n".repeat(1000)}`,
			open,
		],
		[
			"20,000 attributes of an element",
			`<p ${repeat(20_000, (n) => `a${n}=1 `)}>`,
			open,
		],
		[
			"a megabyte of references",
			`a\n\nb ${"&amp;".repeat(200_000)}`,
			references,
			3,
		],
		["references between words", `&amp; ${words}`.repeat(20_000), references],
		["references by number", "&#x1F600;".repeat(100_000), references],
		[
			"references on lines of their own",
			"&amp; word\n".repeat(20_000),
			references,
		],
		[
			"references in an address",
			`http://a.example/${"&amp;".repeat(100_000)}`,
			references,
		],
		["marks of emphasis", "*a_ ".repeat(100_000), marks],
		["strikes", "~a~~ ".repeat(50_000), marks],
		["underscores in a word", "a_b".repeat(300_000), word],
		["addresses of mail in a word", "a@b.c".repeat(200_000), word],
		["the beginnings of addresses in a word", "http://'".repeat(100_000), word],
		[
			"tags and the beginnings of addresses in a word",
			"</b>www.".repeat(100_000),
			word,
		],
		["the beginnings of addresses", "](.  \n)www.".repeat(50_000), addresses],
		[
			"addresses after a bracket",
			`[${"<b>> \n)a@b.c".repeat(25_000)}`,
			addresses,
		],
	])("%s", { timeout: limit }, (_, body, problem, line) => {
		const [message, ...others] = listMessages(body);
		expect(others).toEqual([]);
		expect(message).toMatch(
			/^\d+ error content-excessive the text cannot be rendered: /,
		);
		expect(message).toContain(problem);
		if (line !== undefined) expect(message).toMatch(new RegExp(`^${line} `));
	});
});

test("the error says where in the file, and the way out", () => {
	expect(
		render(`a\n\n${"> ".repeat(101)}b`, { bodyLine: 6 }).diagnostics,
	).toEqual([
		{
			severity: "error",
			code: "content-excessive",
			message: `the text cannot be rendered: ${nested}`,
			hint: "Write it flatter, close each HTML element, or show it as a code block.",
			file: "articles/post.md",
			line: 8,
		},
	]);
});

const entitiesInCode = "&amp; &lt;b&gt; word\n".repeat(20_000);

describe("rendered", () => {
	test.each<[string, string]>([
		["50 quotes", `${"> ".repeat(50)}a`],
		["50 lists", `${"- ".repeat(50)}a`],
		["10,000 brackets", "[".repeat(10_000) + "]".repeat(10_000)],
		["half a million brackets", "[".repeat(500_000)],
		["pictures that never begin", "![".repeat(300_000)],
		["links that never end", "[a](".repeat(100_000)],
		[
			"a table of 10,000 columns",
			`${"|a".repeat(10_000)}\n${"|-".repeat(10_000)}\n`,
		],
		["a megabyte of <", "<".repeat(1_000_000)],
		["a megabyte of &", "&".repeat(1_000_000)],
		["a megabyte of backticks", "`".repeat(1_000_000)],
		[
			"runs of backticks of all lengths",
			repeat(1000, (n) => `${"`".repeat(n)} `),
		],
		["a megabyte of asterisks", "*".repeat(1_000_000)],
		["a megabyte of backslashes", "\\".repeat(1_000_000)],
		["footnotes that are none", "[^1]".repeat(200_000)],
		["references to one note", `${"[^1]".repeat(5000)}\n\n[^1]: a`],
		[
			"5,000 notes",
			`${repeat(5000, (n) => `[^${n}] `)}\n\n${repeat(5000, (n) => `[^${n}]: a\n`)}`,
		],
		["an entity of a megabyte", `&${"a".repeat(1_000_000)};`],
		["a number of a megabyte", `&#${"1".repeat(1_000_000)};`],
		["5 MB of text", "Lorem ipsum dolor sit amet. ".repeat(180_000)],
		["5 MB of Japanese", "日本語の文。".repeat(280_000)],
		["a word of 5 MB", "a".repeat(5_000_000)],
		["a letter with a million accents", `a${"\u0301".repeat(1_000_000)}`],
		["a million lines", "\n".repeat(1_000_000)],
		["150,000 blocks", "---\n".repeat(150_000)],
		[
			"100,000 candidates of a srcset",
			`<img src="a" srcset="${repeat(100_000, (n) => `a${n}.png ${n}w,`)}">`,
		],
		["a srcset of commas", `<img src="a" srcset="${",".repeat(1_000_000)}">`],
		["an attribute of a megabyte", `<p title="${"a&<".repeat(300_000)}">b</p>`],
		["a class of a megabyte", `<p class="${"a ".repeat(500_000)}">b</p>`],
		[
			"a style of a megabyte",
			`<table><tr><td style="text-align:left${" ".repeat(1_000_000)}x">a</table>`,
		],
		["an address of a megabyte", `[a](${"b".repeat(1_000_000)})`],
		["an address of dots", `<a href="${"../".repeat(300_000)}">a</a>`],
		[
			"one long definition, often referred to",
			`[a]: /${"b".repeat(50_000)}\n\n${"[a]".repeat(50_000)}`,
		],
		["comments that never end", "<!--".repeat(250_000)],
		["tags that never end", "a <a ".repeat(200_000)],
		["quotes that never end", 'a <a b="'.repeat(120_000)],
		[
			"5,000 twins of no picture",
			`<div>${'<noscript><img src="a"></noscript>'.repeat(5000)}</div>`,
		],
		[
			"anchors of a heading",
			`<h1>${'<i></i><a class="anchor" href="#a">b</a>'.repeat(5000)}</h1>`,
		],
		[
			"a drawing of 5,000 paths",
			`a <svg><title>b</title>${"<g><path d='M0'/></g>".repeat(5000)}</svg>`,
		],
		["300 items that nothing closes", `<ul>${"<li>a".repeat(300)}</ul>`],
		[
			"900 cells that nothing closes",
			`<table>${"<tr><td>a<td>b<td>c".repeat(300)}</table>`,
		],
		["references in code", `\`\`\`\n${entitiesInCode}\`\`\``],
		[
			"references in cells",
			`<table>\n${"<tr><td>&nbsp;</td><td>&amp;</td></tr>\n".repeat(3000)}</table>`,
		],
		["references in items", "- a &amp; b\n".repeat(5000)],
	])("%s", { timeout: limit }, (_, body) => {
		const { diagnostics } = render(body);
		expect(
			diagnostics.filter(({ code }) => code !== "element-removed"),
		).toEqual([]);
	});

	test("code full of references, as it was written", { timeout: limit }, () => {
		const { html } = render(`\`\`\`\n${entitiesInCode}\`\`\``);
		expect(html).toBe(
			`<pre><code>${"&amp;amp; &amp;lt;b&amp;gt; word\n".repeat(20_000)}</code></pre>`,
		);
	});

	test("100,000 things to report", { timeout: limit }, () => {
		const body = repeat(100_000, (n) => `<a href="javascript:${n}">a</a>\n`);
		expect(render(body).diagnostics).toHaveLength(51);
	});
});

const listTags = (html: string, isWithinHtml = true) =>
	Array.from(
		readTags(html, () => isWithinHtml),
		({ kind, name }) =>
			({ start: name, end: `/${name}`, "self-closing": `${name}/` })[kind],
	).join(" ");

test.each([
	["<a><B c></a >", "a b /a"],
	["<a/><a /><a b/><a b=c/><a b='c'/>", "a/ a/ a/ a a/"],
	["<a b='>'><a b=\">\"><a b=>c<a b='", "a a a"],
	["<a b=c'><d>'>", "a d"],
	['<a "><d>">', "a d"],
	['<a ="><d>">', "a d"],
	["<a/b=/c><d>", "a d"],
	["<!--<a>--><b><!--><c>--><!---><d>--><!-- --!><e>", "b c d e"],
	["<!-- <a>", ""],
	["<!a><b><?c><d></ e><f></><g>", "b d f g"],
	["< a><1><_a><a", ""],
	["<title><a></title><b>", "title /title b"],
	["<title><a></titles></TITLE\n><b>", "title /title b"],
	["<script><!-- <a></script><b>", "script /script b"],
	["<plaintext><a></plaintext>", "plaintext"],
	["<a\n\tb\f=\r'c'\n>", "a"],
])("the tags of %j are %j", (html, tags) => {
	expect(listTags(html)).toBe(tags);
});

test("in a drawing text may be tags, and tags may be data", () => {
	expect(listTags("<title><a></a></title>", false)).toBe("title a /a /title");
	expect(listTags("<![CDATA[><a></b>]]></c>", false)).toBe("a /c");
});

test.each([
	["well closed", "<div><p><b>a</b></p></div>".repeat(50_000)],
	["without elements", "a ".repeat(500_000)],
	["of drawings", `<svg>${"<path/>".repeat(50_000)}</svg>`],
])("HTML %s is not tangled", (_, html) => {
	expect(isTangled(html)).toBe(false);
});

// Readers built on libxml2 once refused a whole feed for one such article.
test("a text that grows too large as HTML is an error", () => {
	expect(listMessages("<".repeat(4_000_000))).toEqual([
		"1 error content-excessive the text has more than 8000000 bytes as HTML, which no reader takes",
	]);
});
