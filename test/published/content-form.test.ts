import { describe, expect, test } from "vitest";
import { formContent } from "../../src/published/content-form.ts";

const page = "https://example.com/a/";
const form = (html: string) => formContent(html, page);

describe("two texts look alike", () => {
	test.each([
		[
			"white space between tags",
			"<p>A b</p><p>C</p>",
			"<p>A\n b</p>\n\n<p>C</p>\n",
		],
		[
			"colours of code",
			"<code>let x</code>",
			'<code><span class="k">let</span> x</code>',
		],
		["another element", "<b>A</b>", "<strong>A</strong>"],
		[
			"attributes that nobody sees",
			"<p>A</p>",
			"<p class='x' id=y data-z>A</p>",
		],
		["comments", "A", "<!-- more --><!-->-->A<!--"],
		[
			"references",
			"“A” & B’s <br/>",
			"&ldquo;A&#8221; &amp; B&#x2019;s&nbsp;<br>",
		],
		[
			"a relative address",
			'<a href="b/">B</a>',
			"<a href=https://example.com/a/b/>B</a>",
		],
		[
			"another scheme",
			'<img src="/i.png?a=1&amp;b=2">',
			'<IMG SRC="http://example.com/i.png?a=1&b=2" />',
		],
		[
			"places in the page itself",
			'<a href="#fn1">1</a>',
			'<a href="https://example.com/a/#n-1">1</a>',
		],
		["a sign that begins no tag", "1 < 2 > 0", "1 &lt; 2 &gt; 0"],
		["a sign within an attribute", '<a title="a > b">A</a>', "<a>A</a>"],
	])("%s", (_, a, b) => {
		expect(form(b)).toBe(form(a));
	});
});

describe("two texts differ", () => {
	test.each([
		["in a word", "<p>A</p>", "<p>B</p>"],
		[
			"in a page that they lead to",
			'<a href="/b/">A</a>',
			'<a href="/c/">A</a>',
		],
		["in a picture", '<img src="a.png">', '<img src="b.png">'],
		["in having a picture", "<p>A</p>", '<p>A</p><img src="b.png">'],
		[
			"in an address of another kind",
			'<a href="mailto:a@b.c">A</a>',
			'<a href="mailto:b@b.c">A</a>',
		],
		["in a reference that nobody knows", "&a;", "&b;"],
		["in one that is no character", "&#x110000;", "&#x110001;"],
	])("%s", (_, a, b) => {
		expect(form(b)).not.toBe(form(a));
	});
});

test("an address is as it is written where its page has none", () => {
	expect(formContent('<a href="b/">A</a>', undefined)).toBe("A\nb/");
	expect(formContent('<a href="http://[">A</a>', "tag:x")).toBe("A\nhttp://[");
});

test.each([
	"<",
	'<a "',
	"<a b='",
	"<!--",
	"<a ",
	"</",
	"<a b=",
	"&#x",
	"<a =",
	"<a /",
])("%j again and again takes no longer than any text", (piece) => {
	const html = piece.repeat(300_000);
	const start = performance.now();
	form(html);
	expect(performance.now() - start).toBeLessThan(3000);
});
