import { describe, expect, test } from "vitest";
import { listMessages, render, renderHtml } from "./render.ts";

test.each([
	["script", "a <script>alert(1)</script> b", "<p>a  b</p>"],
	["script in a block", "<script>\n\nalert(1)\n\n</script>\n\nb", "<p>b</p>"],
	["style", "<style>p { color: red }</style>\n\nb", "<p>b</p>"],
	["event handlers", '<p onclick="x()" ONLOAD=x() onx="y">a</p>', "<p>a</p>"],
	["style attributes", '<p style="color: red">a</p>', "<p>a</p>"],
	[
		"classes and what scripts read",
		'<p class="a" data-x="1" aria-label="b" role="c" tabindex="0" hidden contenteditable itemprop="d">a</p>',
		"<p>a</p>",
	],
	[
		"forms with all that is in them",
		'<form action="/s"><label>Q</label><input name="q"><button>Go</button></form>\n\nb',
		"<p>b</p>",
	],
	[
		"controls",
		"a<button>b</button><select><option>c</select><textarea>d</textarea><input value=e> f",
		"<p>a f</p>",
	],
	[
		"documents' heads",
		'<head><title>t</title><link rel=stylesheet href=x><meta http-equiv=refresh content="0;url=//e.example"><base href="//e.example/"></head>a',
		"a",
	],
	["templates", "a<template><b>c</b></template> b", "<p>a b</p>"],
	["comments", "a <!-- b --> c <!----> d", "<p>a  c  d</p>"],
	["processing instructions", "a <?php b ?> c", "<p>a  c</p>"],
	["frames", "<frameset><frame src=x></frameset><noframes>a</noframes>b", "b"],
	[
		"unknown elements, but not what they hold",
		"<my-el>a</my-el> <constructor>b</constructor> <font color=red>c</font>",
		"<p>a b c</p>",
	],
	[
		"text that is code to old browsers",
		"<xmp><b>a</b></xmp>",
		"&lt;b&gt;a&lt;/b&gt;",
	],
	[
		"a link's target and its spies",
		'<a href="/a" target="_blank" rel="me" ping="/p" download type="x" name="y">b</a>',
		'<p><a href="https://example.org/a">b</a></p>',
	],
])("%s: gone", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
	expect(listMessages(body).filter((line) => !line.includes("<form>"))).toEqual(
		[],
	);
});

const inline =
	"Readers show no inline SVG: save the drawing as a file and show it with ![description](drawing.png).";

test.each([
	[
		"svg",
		'<svg viewBox="0 0 1 1"><title>T</title><path d="M0 0"/><script>alert(1)</script><a href="javascript:1">x</a></svg>',
		"",
		inline,
	],
	[
		"canvas",
		"<canvas>x</canvas>",
		"",
		"Readers run no code: show a picture of it.",
	],
	[
		"embed",
		'<embed src="/a.swf">',
		"",
		"Readers embed nothing: link to it instead.",
	],
	[
		"object",
		'<object data="/a.pdf"><a href="/a.pdf">The paper</a></object>',
		'<a href="https://example.org/a.pdf">The paper</a>',
		"Readers embed nothing: link to it instead.",
	],
	[
		"form",
		"<form>x</form>",
		"",
		"Nothing can be sent from a reader: link to the page that has the form.",
	],
])(
	"%s is left out with a warning that names its line",
	(name, body, html, hint) => {
		const { html: rendered, diagnostics } = render(
			`Text with \`<${name}>\`.\n\n> quote\n> here <b>x</b> ${body}`,
			{ bodyLine: 5 },
		);
		expect(rendered).toBe(
			`<p>Text with <code>&lt;${name}&gt;</code>.</p>\n<blockquote>\n<p>quote\nhere <b>x</b> ${html}</p>\n</blockquote>`,
		);
		expect(diagnostics).toEqual([
			{
				severity: "warning",
				code: "element-removed",
				message: `<${name}> is left out of the feeds`,
				hint,
				file: "articles/post.md",
				line: 8,
				column: 17,
			},
		]);
	},
);

/** A scheme that runs code, as browsers read it too. */
const spellings = [
	"javascript:alert(1)",
	"JaVaScRiPt:alert(1)",
	" \n javascript:alert(1)",
	"&#1;javascript:alert(1)",
	"&#x1F;javascript:alert(1)",
	"java&#9;script:alert(1)",
	"java&Tab;script:alert(1)",
	"java&#10;script:alert(1)",
	"java&NewLine;script:alert(1)",
	"java&#13;script:alert(1)",
	"&#106;avascript:alert(1)",
	"&#x6A&#x61vascript:alert(1)",
	"javascript&colon;alert(1)",
	"javascript&#58alert(1)",
	"javascript://example.org/%0aalert(1)",
	"data:text/html,<script>alert(1)</script>",
	"data:text/html;base64,PHNjcmlwdD4=",
	"DATA:image/svg+xml,<svg onload='alert(1)'>",
	"vbscript:msgbox(1)",
	"livescript:x",
	"blob:https://example.org/1",
	"filesystem:https://example.org/1",
];

describe.each(spellings)("the address %j", (address) => {
	const written = address.replaceAll('"', "&quot;");

	test("is in no attribute of an element that stays", () => {
		const names = [
			"href",
			"src",
			"srcset",
			"cite",
			"poster",
			"data",
			"xlink:href",
			"formaction",
			"action",
			"background",
			"ping",
			"longdesc",
			"usemap",
			"manifest",
			"dynsrc",
			"lowsrc",
			"data-src",
			"data-srcset",
			"data-original",
		];
		const attributes = names.map((name) => `${name}="${written}"`).join(" ");
		const tags = [
			"a",
			"img",
			"q",
			"video",
			"audio",
			"source",
			"track",
			"iframe",
			"table",
			"td",
			"math",
			"body",
			"object",
			"embed",
			"input",
			"area",
			"button",
			"applet",
			"bgsound",
			"frame",
			"link",
			"base",
			"image",
		];
		for (const tag of tags)
			expect(
				renderHtml(`<div><${tag} ${attributes}>x</${tag}></div>`),
			).not.toMatch(/script|data:|blob|filesystem|alert/i);
	});

	test("is no link in HTML, and the author hears of it", () => {
		const { html, diagnostics } = render(`<a href="${written}">x</a>`);
		expect(html).toBe("<p>x</p>");
		expect(diagnostics.map(({ code }) => code)).toEqual(["link-removed"]);
	});
});

test.each([
	["a link", "[x](javascript:alert(1))", "<p>x</p>"],
	["a link in angle brackets", "[x](<javascript:alert(1)>)", "<p>x</p>"],
	["a link in entities", "[x](&#106;avascript:alert&lpar;1&rpar;)", "<p>x</p>"],
	["an autolink", "<javascript:alert(1)>", "<p>javascript:alert(1)</p>"],
	["a reference", "[x][r] [r][]\n\n[r]: JAVASCRIPT:alert(1)", "<p>x r</p>"],
	["a picture", "a ![x](javascript:alert(1))", "<p>a </p>"],
	["a picture of data", "a ![x](data:image/png;base64,AAAA)", "<p>a </p>"],
	[
		"a picture in a link",
		"[![x](/a.png)](javascript:alert(1))",
		'<p><img src="https://example.org/a.png" alt="x"></p>',
	],
	["a data link", "[x](data:text/html,y)", "<p>x</p>"],
])("%s of Markdown runs no code", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
});

test("a warning shows the scheme and the beginning of the address, and names its line", () => {
	expect(
		listMessages(
			`a\n\n[x](JavaScript:${"a".repeat(100)})\n\n<a href="java&#10;script:x">y</a>\n\n![z](data:image/gif,x)`,
			{ bodyLine: 4 },
		),
	).toEqual([
		`6:5 warning link-removed a link of the scheme "javascript:" is left out: JavaScript:${"a".repeat(49)}…`,
		'4 warning link-removed a link of the scheme "javascript:" is left out: java script:x',
		"10:6 warning picture-removed a picture is left out, since readers cannot load it: data:image/gif,x",
	]);
});

test.each([
	[
		"Jekyll, AnchorJS",
		'<h2 id="a">B<a class="anchorjs-link" href="#a" aria-label="Anchor" data-anchorjs-icon=""></a></h2>',
	],
	[
		"Sphinx, Python-Markdown",
		'<h2 id="a">B<a class="headerlink" href="#a" title="Permanent link">¶</a></h2>',
	],
	[
		"VuePress, markdown-it-anchor",
		'<h2 id="a"><a class="header-anchor" href="#a" aria-hidden="true">#</a> B</h2>',
	],
	[
		"GitHub",
		'<h2><a id="a" class="anchor" href="#a" aria-hidden="true"><span class="octicon octicon-link"></span></a>B</h2>',
	],
	[
		"Docusaurus",
		'<h2 class="anchor" id="a">B<a href="#a" class="hash-link" aria-label="Direct link to B">​</a></h2>',
	],
	[
		"rehype-autolink-headings, before",
		'<h2 id="a"><a href="#a" aria-hidden="true" tabindex="-1"><span class="icon icon-link"></span></a>B</h2>',
	],
	["rehype-autolink-headings, round", '<h2 id="a"><a href="#a">B</a></h2>'],
	["Hugo themes", '<h2 id="a">B <a href="#a">#</a></h2>'],
	[
		"Zola",
		'<h2 id="a"><a class="zola-anchor" href="#a" aria-label="Anchor link for: a">🔗</a>B</h2>',
	],
	[
		"a picture as a sign",
		'<h2 id="a">B <a class="x" href="#a"><svg><path d=""/></svg></a></h2>',
	],
])("a heading's anchor: %s", (_, body) => {
	expect(renderHtml(body)).toMatch(/^<h2(?: id="a")?>\s*B<\/h2>$/);
});

test.each([
	[
		"a link to elsewhere",
		'<h2 id="a">See <a href="/b#c">#</a></h2>',
		'<h2 id="a">See <a href="https://example.org/b#c">#</a></h2>',
	],
	[
		"a link to another part",
		'<h2 id="a">See <a href="#b">below</a></h2>',
		'<h2 id="a">See <a href="https://example.org/blog/post/#b">below</a></h2>',
	],
	[
		"its text in a link of the anchors' class",
		'<h2 id="a"><a class="anchor" href="#a">B</a></h2>',
		'<h2 id="a">B</h2>',
	],
	[
		"a link of the anchors' class that says something",
		'<p>a <a class="anchor" href="/b">C</a></p>',
		'<p>a <a href="https://example.org/b">C</a></p>',
	],
	["the sign in the text", "## C #\\#", "<h2>C ##</h2>"],
])("a heading keeps %s", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
});

test.each([
	[
		'<div class="highlight"><button class="copy" data-clipboard-text="a">Copy</button><pre><code>a</code></pre></div>',
	],
	[
		'<div class="highlight"><div class="zeroclipboard-container"><clipboard-copy value="a">Copy</clipboard-copy></div><pre><code>a</code></pre></div>',
	],
	[
		'<div><clipboard-copy for="x">Copy</clipboard-copy><pre><code>a</code></pre></div>',
	],
	['<div><span class="copybtn">Copy</span><pre><code>a</code></pre></div>'],
])("a button to copy code goes: %s", (body) => {
	expect(renderHtml(body)).toBe("<div><pre><code>a</code></pre></div>");
});

test.each([
	'<img src="/a.gif" width="1" height="1">',
	'<img src="/a.gif" width="0">',
	'<img src="/a.gif" height="1px">',
	'<img src="https://pixel.example/a">',
	'<img src="https://pixel.wp.com/g.gif?blog=1">',
	'<img src="https://stats.wp.com/b.gif">',
	'<img src="https://www.facebook.com/tr?id=1&amp;ev=PageView">',
	'<img src="https://www.google-analytics.com/collect?v=1">',
	'<img src="https://feeds.feedburner.com/~r/x/~4/y">',
	'<img src="https://medium.com/_/stat?event=post.clientViewed">',
	'<img src="https://a.example/pixel.gif?u=1">',
])("a picture that counts readers goes, silently: %s", (body) => {
	const { html, diagnostics } = render(`a ${body}`);
	expect(html).toBe("<p>a </p>");
	expect(diagnostics).toEqual([]);
});

test.each([
	'<img src="/tracks.png" alt="">',
	'<img src="/a.png" width="10" height="100" alt="">',
	'<img src="https://a.example/pixel-art.png" alt="">',
])("a picture for readers stays: %s", (body) => {
	expect(renderHtml(body)).toContain("<img ");
});

test("a thing that occurs often is reported once, and many things up to fifty", () => {
	expect(listMessages("<svg></svg>\n\n".repeat(10))).toHaveLength(1);
	const links = Array.from({ length: 60 }, (_, n) => `[a](data:${n})`);
	const messages = listMessages(links.join("\n\n"));
	expect(messages).toHaveLength(51);
	expect(messages[49]).toBe(
		'99:5 warning link-removed a link of the scheme "data:" is left out: data:49',
	);
	expect(messages[50]).toBe(
		"1 warning content-reduced more is left out of the feeds than the 50 things listed",
	);
});
