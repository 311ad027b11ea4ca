import { expect, test } from "vitest";
import { readMarkdownText } from "../../src/html/markdown.ts";
import { renderHtml } from "./render.ts";

const page = "https://example.org/blog/post/";

test.each([
	["a paragraph of two lines", "a\nb", "<p>a\nb</p>"],
	["a hard break", "a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>"],
	[
		"emphasis",
		"*a* __b__ ***c***",
		"<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>",
	],
	["headings of both kinds", "# A\n\nB\n-", "<h1>A</h1>\n<h2>B</h2>"],
	["a rule", "a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"],
	[
		"a quote",
		"> a\n> > b",
		"<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>",
	],
	[
		"a list in a list",
		"- a\n  - b",
		"<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>",
	],
	[
		"a list that begins at three",
		"3. a\n4. b",
		'<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>',
	],
	[
		"a reference definition",
		'[A][r] [r]\n\n[r]: /x "T"',
		'<p><a href="https://example.org/x" title="T">A</a> <a href="https://example.org/x" title="T">r</a></p>',
	],
	[
		"an autolink",
		"<https://a.example/?b=1&c=2>",
		'<p><a href="https://a.example/?b=1&amp;c=2">https://a.example/?b=1&amp;c=2</a></p>',
	],
	[
		"a picture",
		'![An *apple*](a.png "T")',
		`<p><img src="${page}a.png" alt="An apple" title="T"></p>`,
	],
	[
		"entities and escapes",
		"&copy; &amp;amp; \\*a\\* &lt;b&gt;",
		"<p>© &amp;amp; *a* &lt;b&gt;</p>",
	],
	["strikethrough", "~~a~~", "<p><del>a</del></p>"],
	[
		"addresses without marks",
		"https://a.example/b and www.a.example and m@a.example",
		'<p><a href="https://a.example/b">https://a.example/b</a> and <a href="http://www.a.example">www.a.example</a> and <a href="mailto:m@a.example">m@a.example</a></p>',
	],
	[
		"tasks",
		"- [ ] a\n- [x] b\n- [X] c\n- [y] d",
		"<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n<li>☑ c</li>\n<li>[y] d</li>\n</ul>",
	],
	[
		"tasks in HTML",
		'<ul><li><input type="checkbox" disabled checked> a</li><li><input type=CHECKBOX> b</li></ul>',
		"<ul><li>☑ a</li><li>☐ b</li></ul>",
	],
])("%s", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
});

test("a table's alignment becomes align", () => {
	expect(
		renderHtml("| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 \\| 3 | 4 |"),
	).toBe(
		'<table>\n<thead>\n<tr>\n<th align="left">a</th>\n<th align="right">b</th>\n<th align="center">c</th>\n<th>d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="left">1</td>\n<td align="right">2 | 3</td>\n<td align="center">4</td>\n<td></td>\n</tr>\n</tbody>\n</table>',
	);
});

test("a cell's alignment in a style becomes align, whatever else the style says", () => {
	expect(
		renderHtml(
			'<table><tr><td style="color:red; TEXT-ALIGN: Center">a</td><td style="text-align:justify">b</td></tr></table>',
		),
	).toBe(
		'<table><tbody><tr><td align="center">a</td><td>b</td></tr></tbody></table>',
	);
});

test.each([
	[
		"code in fences",
		'```js\nif (a < b && c > "d") [x](javascript:1)\n\n\t  e  \n```',
		'<pre><code class="language-js">if (a &lt; b &amp;&amp; c &gt; "d") [x](javascript:1)\n\n\t  e  \n</code></pre>',
	],
	[
		"indented code",
		'    <a href="#x">\n      b',
		'<pre><code>&lt;a href="#x"&gt;\n  b\n</code></pre>',
	],
	[
		"code in a line",
		"`<svg> &amp; ![](/x)`",
		"<p><code>&lt;svg&gt; &amp;amp; ![](/x)</code></p>",
	],
	[
		"HTML's pre",
		"<pre>\n  a\n\n    b\t c  \n</pre>",
		"<pre>  a\n\n    b\t c  \n</pre>",
	],
	["an empty first line of a pre", "<pre>\n\na</pre>", "<pre>\n\na</pre>"],
	[
		"pre with elements in it",
		'<pre class="language-c line-numbers"><code class="hljs language-c"><span class="k">int</span>  a;\n  b</code></pre>',
		'<pre class="language-c"><code class="language-c"><span>int</span>  a;\n  b</code></pre>',
	],
])("%s is never reflowed, nor are its addresses touched", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
});

test("]]> never stands in the HTML, wherever it was written", () => {
	const html = renderHtml(
		'a ]]> b `]]>` <i title="]]>">c</i>\n\n    ]]>\n\n[d](<x]]>y>)',
	);
	expect(html).not.toContain("]]>");
	expect(html).toContain("a ]]&gt; b <code>]]&gt;</code>");
});

test("emoji, combined letters and text from right to left survive", () => {
	const text = "👩‍👩‍👧 🇯🇵 e\u0301 שלום عربى 日本語";
	expect(renderHtml(text)).toBe(`<p>${text}</p>`);
	expect(renderHtml(`<b>${text}</b>`)).toBe(`<p><b>${text}</b></p>`);
});

test("a carriage return of a reference is a line end", () => {
	expect(renderHtml('a&#13;&#10;b <i title="c&#13;d">e</i>')).toBe(
		'<p>a\nb <i title="c\nd">e</i></p>',
	);
});

test("a reference to what no feed can carry is a sign of loss in Markdown, and nothing in HTML", () => {
	expect(renderHtml('a&#1;b&#xFDD0; <i title="c&#1;d">e</i>')).toBe(
		'<p>a&#xFFFD;b&#xFFFD; <i title="cd">e</i></p>',
	);
});

test.each([
	[
		"See the [release notes](/notes/) of **all** parts.",
		"See the release notes of all parts.",
	],
	["`npm i` is _all_ that *you* need", "npm i is all that you need"],
	["3. *Three* things, # one [a](/b)", "3. Three things, # one a"],
	[
		"`Map<K>` and Map<K>, <em>really</em> &amp; **so**",
		"Map<K> and Map<K>, really & so",
	],
	["from ~1 to ~2 `s`", "from ~1 to ~2 s"],
])("a line of Markdown as plain text: %s", (line, text) => {
	expect(readMarkdownText(line)).toBe(text);
});

test.each([
	"Plain words & more.",
	"2 * 3 * 4 = 24, 2**3**4",
	"snake_case_names and __init__",
	"[sic] and [1], (2)",
	"5' 3` tall",
	"# heading",
	"[".repeat(100_000),
	" *a".repeat(50_000),
	"`".repeat(100_001),
])("a line that shows no mark: %.20s", (line) => {
	expect(readMarkdownText(line)).toBeUndefined();
});
