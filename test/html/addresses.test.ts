import { describe, expect, test } from "vitest";
import { render, renderHtml } from "./render.ts";

const page = "https://example.org/blog/post/";

/** What an author writes, and where it leads from anywhere. */
const relative = [
	["a.png", `${page}a.png`],
	["../a.png", "https://example.org/blog/a.png"],
	["/a.png", "https://example.org/a.png"],
	["//cdn.example/a.png", "https://cdn.example/a.png"],
	["?page=2", `${page}?page=2`],
	["?a=1&amp;b=2", `${page}?a=1&amp;b=2`],
	["./", page],
	["日本.png", `${page}%E6%97%A5%E6%9C%AC.png`],
] as const;

describe.each(relative)("the relative address %s", (written, absolute) => {
	test.each([
		[
			"href",
			`<a href="${written}">x</a>`,
			`<p><a href="${absolute}">x</a></p>`,
		],
		[
			"src of a picture",
			`<img src="${written}" alt="">`,
			`<img src="${absolute}" alt="">`,
		],
		[
			"srcset",
			`<img src="/o" alt="" srcset="${written} 2x">`,
			`<img src="https://example.org/o" alt="" srcset="${absolute} 2x">`,
		],
		[
			"src of a source",
			`<audio><source src="${written}"></audio>`,
			`<p><audio controls><source src="${absolute}"></audio></p>`,
		],
		[
			"src of a track",
			`<video><track src="${written}"></video>`,
			`<p><video controls><track src="${absolute}"></video></p>`,
		],
		[
			"src of a film",
			`<video src="${written}"></video>`,
			`<p><video src="${absolute}" controls></video></p>`,
		],
		[
			"src of a sound",
			`<audio src="${written}"></audio>`,
			`<p><audio src="${absolute}" controls></audio></p>`,
		],
		[
			"poster",
			`<video poster="${written}"></video>`,
			`<p><video poster="${absolute}" controls></video></p>`,
		],
		[
			"cite of a quote",
			`<blockquote cite="${written}">x</blockquote>`,
			`<blockquote cite="${absolute}">x</blockquote>`,
		],
		[
			"cite of words",
			`<q cite="${written}">x</q>`,
			`<p><q cite="${absolute}">x</q></p>`,
		],
		[
			"cite of a change",
			`<ins cite="${written}">x</ins>`,
			`<p><ins cite="${absolute}">x</ins></p>`,
		],
		[
			"src of a frame",
			`<iframe src="${written}" title="T"></iframe>`,
			`<p><a href="${absolute}">T</a></p>`,
		],
	])("is made absolute as %s", (_, body, html) => {
		expect(renderHtml(body)).toBe(html);
	});

	test("is made absolute in Markdown alone", () => {
		expect(renderHtml(`[x](<${written}>) ![y](<${written}>)`)).toBe(
			`<p><a href="${absolute}">x</a> <img src="${absolute}" alt="y"></p>`,
		);
	});
});

test("a link that begins with # leads to the article's own address", () => {
	expect(renderHtml("[x](#part) <a href='#part'>y</a>")).toBe(
		`<p><a href="${page}#part">x</a> <a href="${page}#part">y</a></p>`,
	);
});

test.each([
	"https://a.example",
	"https://A.example:443/%7Ea/../b?c=1;d#e",
	"https://a.example/%E6%97%A5?q=%20",
	"mailto:a@b.example?subject=Hi",
	"tel:+81-3-0000-0000",
	"sms:+1234",
	"xmpp:a@b.example",
	"irc://irc.example/x",
	"matrix:r/x:b.example",
	"geo:35.6,139.7",
	"magnet:?xt=urn:btih:abc",
	"ftp://a.example/b",
	"gemini://a.example/",
])("the link %s is left alone, byte for byte", (address) => {
	expect(renderHtml(`<a href="${address}">x</a> [y](${address})`)).toBe(
		`<p><a href="${address}">x</a> <a href="${address}">y</a></p>`,
	);
});

test("a host that is not in ASCII is left alone in HTML, and is no percent signs in Markdown", () => {
	expect(
		renderHtml(
			'<a href="http://münchen.example/ß">x</a> [y](http://münchen.example/ß)',
		),
	).toBe(
		'<p><a href="http://münchen.example/ß">x</a> <a href="http://xn--mnchen-3ya.example/%C3%9F">y</a></p>',
	);
});

test("a srcset's candidates keep their descriptors, and lose what no reader can load", () => {
	expect(
		renderHtml(
			'<img src="a.png" alt="" srcset="a.png, b,c.png 2x,javascript:1 3x, data:image/png;base64,AA 4x , //d.example/e.png 100w">',
		),
	).toBe(
		`<img src="${page}a.png" alt="" srcset="${page}a.png, ${page}b%2Cc.png 2x, https://d.example/e.png 100w">`,
	);
});

test("a picture with nothing but a srcset gets a src", () => {
	expect(renderHtml('<img srcset="/a.png 1x, /b.png 2x" alt="">')).toContain(
		'src="https://example.org/a.png"',
	);
});

test("an address that is none is left out, with a warning", () => {
	const { html, diagnostics } = render("[x](http://[)");
	expect(html).toBe("<p>x</p>");
	expect(diagnostics).toEqual([
		{
			severity: "warning",
			code: "link-removed",
			message: "a link is no address and is left out: http://%5B",
			hint: "Link to an address that begins with https://, or to a page of this site.",
			file: "articles/post.md",
			line: 1,
			column: undefined,
		},
	]);
});
