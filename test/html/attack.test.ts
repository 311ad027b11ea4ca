import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { render } from "./render.ts";
import { listElements, listOthers, parseHtml, rewriteHtml } from "./tree.ts";

/** The elements and attributes that may stand in a feed, said here a second time: the allow-list is not believed. */
const elements = new Set(
	`a abbr acronym address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del
	details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav
	ol p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot
	th thead time tr track tt u ul var video wbr`.split(/\s+/),
);
const attributes = new Set(
	`id lang dir title alt width height dateTime start value colSpan rowSpan scope align controls poster className href
	src srcSet sizes media type cite kind label srcLang default open reversed span headers`.split(
		/\s+/,
	),
);
const addresses = ["href", "src", "poster", "cite"];
const schemes =
	/^(?:https?|mailto|tel|sms|xmpp|ircs?|matrix|geo|magnet|ftp|gemini):/;

function expectSafe(body: string): void {
	const { html } = render(body);
	const tree = parseHtml(html);
	expect(listOthers(tree)).toEqual([]);
	for (const { tagName, properties } of listElements(tree)) {
		expect(elements).toContain(tagName);
		for (const [name, value] of Object.entries(properties)) {
			expect(attributes).toContain(name);
			if (addresses.includes(name)) expect(String(value)).toMatch(schemes);
			if (name === "className") expect(String(value)).toMatch(/^language-/);
			if (name === "srcSet")
				for (const candidate of String(value).split(","))
					expect(candidate.trim()).toMatch(/^https?:/);
		}
	}
	// What a parser reads is what we wrote, so nothing hides in how it would mend us, now or when it is asked again.
	expect(rewriteHtml(html)).toBe(html);
}

describe("what reaches a reader is safe, and a parser leaves it as it is", () => {
	test.each([
		// Mutations: harmless where they stand, code once they are parsed again somewhere else.
		'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
		"<math><mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></mtext></math>",
		"<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
		'<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
		"<svg><desc><table><thead><s></table></s><b></desc></svg><img src=x onerror=alert(1)>",
		"<svg><style><img src=x onerror=alert(1)></style></svg>",
		'<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
		'<svg><title><a title="</title><img src=x onerror=alert(1)>">',
		"<svg><foreignObject><p><a href='javascript:1'>x</a></p></foreignObject></svg>",
		'<svg><![CDATA[><image xlink:href="]]><img src=x onerror=alert(1)//"></svg>',
		"<svg><use href=\"data:image/svg+xml,<svg id='x'/>#x\"/><animate attributeName=href to=javascript:1 /></svg>",
		'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
		"<!--><script>alert(1)</script>-->",
		"<!--- --!><img src=x onerror=alert(1)> -->",
		"<!-- x --!><script>alert(1)</script>",
		"<![CDATA[<img src=x onerror=alert(1)>]]>",
		"<?xml ><img src=x onerror=alert(1)>?>",
		"<plaintext><img src=x onerror=alert(1)>",
		'<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
		"<listing>\n<img src=x onerror=alert(1)></listing>",
		'<title><p title="</title><img src=x onerror=alert(1)>">',
		'<textarea><p title="</textarea><img src=x onerror=alert(1)>">',
		'<noembed><p title="</noembed><img src=x onerror=alert(1)>">',
		'<noframes><p title="</noframes><img src=x onerror=alert(1)>">',
		'<iframe><p title="</iframe><img src=x onerror=alert(1)>">',
		"<template><script>alert(1)</script></template><template><template></template>",
		"<select><template><style><img src=x onerror=alert(1)></style></template></select>",
		"<select><option><script>alert(1)</script></select><select><keygen>",
		"<form id=a><form id=b><input form=a formaction=javascript:1></form></form>",
		"<table><form><tr><td></form></td></tr></table>",
		// Places where a parser moves things.
		"<a href=x>a<a href=y>b</a>c</a>",
		"<a href=x><div><a href=y>b</a></div></a>",
		"<a href=x><table><tr><td><a href=y>b</a></td></tr></table></a>",
		"<a href=x><object><a href=y>b</a></object></a>",
		"<p>a<p>b</p></p><p><object><p>c</p></object></p>",
		"<p><marquee><table></table></marquee></p>",
		"<h1>a<font><h2>b</h2></font></h1>",
		"<h1><button><h2>b</h2></button></h1>",
		"<li>a<li>b<dd>c<dt>d",
		"<li>a<table><li>b</table>",
		"<dl><dt>a<object><dd>b</object></dl>",
		"<ruby>a<b>b<rt>c</b></ruby><rt>d",
		"<table><b><tr><td>a</b></td>b</tr>c</table>",
		"<table>a<p>b<tr>c<td>d</table>e",
		"<td>a</td><tr><caption>b</caption><col><tbody>",
		"<b><i>a</b>b</i><b><p>c</b>d</p>",
		"<u><u><u><u><u>a</u></u></u></u></u>",
		"<ul><li><ul><li>a</ul><li>b</ul>",
		"<pre>\n\n<pre>\na</pre></pre>",
		"<body onload=alert(1)><html><head>a",
		"<a\u0000href=javascript:1>x</a> <a/href=javascript:1>y</a> <a\fhref=javascript:1>z</a>",
		"<img src=x onerror=alert(1)//<b>",
		'<img """><script>alert(1)</script>">',
		"<<script>alert(1)//<</script>",
		"<scr<script>ipt>alert(1)</scr</script>ipt>",
		"<constructor><__proto__>a</__proto__></constructor><p __proto__=x constructor=y>b</p>",
		"<p is=x-y slot=a part=b autofocus tabindex=1 onfocus=alert(1)>a</p>",
		"<a data-footnote-ref href='javascript:1'>\"><script></a>",
		"<section data-footnotes class=footnotes><ol><li><a data-footnote-backref href='javascript:1'>x</a></ol></section>",
		'[a](<x"onmouseover=alert(1) y>) ![b" onerror=alert(1) x="](c)',
		'![a](b "c\\" onerror=alert(1) x=\\"")',
		'``` "onclick=alert(1)\nx\n```',
		"| a <b> | c |\n|---|---|\n| d</b> | <script>alert(1)</script> |",
		"[<img src=x onerror=alert(1)>](y)",
		'[^"><script>alert(1)</script>]: x\n\n[^"><script>alert(1)</script>]',
		"[a[^1]](/b) <a href=/c>d[^1]</a>\n\n[^1]: <a href=/e>f</a>",
	])("%s", expectSafe);

	const words = [
		...[..."<>\"'&=/!-? \n\t`*_~[]()#|:.^\\x1\u0000\ufffd\u00a0日😀"],
		..."a b i p div h1 h2 ul ol li dl dt dd table tr td th tbody caption col colgroup pre ruby rt rp code font object marquee button form select option input textarea svg math mi mtext mglyph annotation-xml desc foreignObject title style script noscript iframe template details summary figure picture source video img br hr blockquote section span sub plaintext xmp listing noembed image body html head frameset"
			.split(" ")
			.flatMap((name) => [`<${name}>`, `</${name}>`]),
		..."href src srcset poster cite style onclick id class data-src xlink:href"
			.split(" ")
			.map((name) => `<a ${name}="javascript:1">`),
		"<!--",
		"-->",
		"<![CDATA[",
		"]]>",
		"\n\n",
		"\n- ",
		"\n> ",
		"\n1. ",
		"\n    ",
		"[^1]",
		"\n\n[^1]: ",
		"[a](/b)",
		"![a](b)",
		"**",
		"| a |\n|---|\n",
		"```\n",
		"# ",
		"&amp;",
		"&lt;script&gt;",
		"&#1;",
		"- [x] ",
		"https://a.example/",
		'<p id="x',
		'">',
		"<img src=x width=",
	];

	test("any words of HTML and Markdown", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...words), { maxLength: 25 }),
				(parts) => expectSafe(parts.join("")),
			),
			{ numRuns: 1500 },
		);
	});

	test("any text at all", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectSafe),
			{ numRuns: 500 },
		);
	});
});
