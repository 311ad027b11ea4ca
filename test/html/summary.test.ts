import { expect, test } from "vitest";
import { render } from "./render.ts";

test.each([
	["an H1", "# A *b* `c`\n\nD", "A b c", "<p>D</p>"],
	["an H2", "## A\n\nD", "A", "<p>D</p>"],
	[
		"a heading of HTML",
		"<h1 class=x>A &amp; <b>b</b></h1>\n\nD",
		"A & b",
		"<p>D</p>",
	],
	["a heading after a comment", "<!-- x -->\n\n# A\n\nD", "A", "<p>D</p>"],
	["a heading with a footnote", "# A[^1]\n\nD\n\n[^1]: N", "A", undefined],
	[
		"a heading with ruby",
		"# <ruby>漢<rt>かん</rt></ruby>\n\nD",
		"漢",
		"<p>D</p>",
	],
	[
		"a heading with its anchor",
		'<h1 id="a">A <a class="anchor" href="#a">#</a></h1>\n\nD',
		"A",
		"<p>D</p>",
	],
	["nothing but a heading", "# A", "A", ""],
])(
	"the title is found in %s, which is not repeated",
	(_, body, heading, html) => {
		const content = render(body, { title: undefined });
		expect(content.heading).toBe(heading);
		if (html !== undefined) expect(content.html).toBe(html);
	},
);

test.each([
	["a heading that is not the first block", "D\n\n# A"],
	["an empty heading", "#\n\nD"],
	["a heading in a quote", "> # A\n\nD"],
	["a picture first", "![a](/b.png)\n\n# A"],
])("%s is no title", (_, body) => {
	expect(render(body, { title: undefined }).heading).toBeUndefined();
});

test.each([
	["an H1 that says the title again goes", "# A  *b*\n\nD", "A b", "<p>D</p>"],
	[
		"an H1 that says something else stays",
		"# A\n\nD",
		"B",
		"<h1>A</h1>\n<p>D</p>",
	],
	["an H2 stays", "## A\n\nD", "A", "<h2>A</h2>\n<p>D</p>"],
	["a later H1 stays", "D\n\n# A", "A", "<p>D</p>\n<h1>A</h1>"],
	["the second of two goes not", "# A\n\n# A", "A", "<h1>A</h1>"],
])("%s", (_, body, title, html) => {
	const content = render(body, { title });
	expect(content.html).toBe(html);
	expect(content.heading).toBeUndefined();
});

test.each([
	["the first paragraph", "# H\n\nA *b*\nc `d`\n\nE", "A b c d"],
	["a paragraph after a picture", "![x](/y.png)\n\nA", "A"],
	["a paragraph in a div", "<div><div>\n\nA\n\n</div></div>", "A"],
	["no footnote's number", "A[^1] b[^1].\n\n[^1]: N", "A b."],
	["no footnote's text", "[^1]\n\n[^1]: N", ""],
	[
		"no pronunciation",
		"<ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>京",
		"東京",
	],
	["a power, which is no footnote", "x<sup>2</sup>", "x2"],
	["a list, where there is no paragraph", "- A\n- b", "A b"],
	[
		"a table, where there is no paragraph",
		"| A | b |\n|---|---|\n| c | d |",
		"A b c d",
	],
	["line breaks as blanks", "A<br>b  \nc", "A b c"],
	[
		"characters as they are",
		"A &lt;b&gt; &amp;amp; C++ vector\\<int>",
		"A <b> &amp; C++ vector<int>",
	],
	["Japanese, which has no blanks", "今日は\n晴れ。\n\n明日", "今日は晴れ。"],
	["Japanese beside Latin", "今日は\nHTML を\n書く。", "今日は HTML を書く。"],
])("the summary is %s", (_, body, paragraph) => {
	expect(render(body).paragraph).toBe(paragraph);
});

test.each([
	["all text on one line", "# H\n\nA\n\n- b\n- c\n\n> d", "H A b c d"],
	["without notes", "A[^1]\n\nb\n\n[^1]: N", "A b"],
	[
		"a formula's TeX",
		'<p>A <math alttext="x^2"><mi>x</mi></math></p>',
		"A x^2",
	],
	["task boxes", "- [x] A", "☑ A"],
	[
		"what stands for a picture, where there is nothing else",
		"![A *b*](/c.png) ![d](/e.png)",
		"A b d",
	],
	[
		"nothing of what was taken out",
		"A <script>b</script><style>c</style><svg><text>d</text></svg>",
		"A",
	],
	["nothing for a picture without words", "![](/a.png)", ""],
])("the text is %s", (_, body, text) => {
	expect(render(body).text).toBe(text);
});
