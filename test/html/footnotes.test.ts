import { expect, test } from "vitest";
import { render, renderHtml } from "./render.ts";

const page = "https://example.org/blog/post/";
const reference = (number: number, name = String(number)) =>
	`<sup><a href="${page}#fn-${number}-post" id="fnref-${name}-post">${number}</a></sup>`;
const back = (name: string, sign = "↩") =>
	`<a href="${page}#fnref-${name}-post">${sign}</a>`;

test("references and notes lead to each other by the article's own address, and there is no heading", () => {
	expect(
		renderHtml(
			"A[^x] B[^longer-name].\n\n[^longer-name]: D\n[^x]: C *c*\n\n    E",
		),
	).toBe(
		`<p>A${reference(1)} B${reference(2)}.</p>
<section>
<ol>
<li id="fn-1-post">
<p>C <em>c</em></p>
<p>E ${back("1")}</p>
</li>
<li id="fn-2-post">
<p>D ${back("2")}</p>
</li>
</ol>
</section>`,
	);
});

test("a note that is referred to again has a way back to each place", () => {
	const html = renderHtml("A[^a] B[^b] C[^a] D[^a]\n\n[^a]: N\n[^b]: M");
	expect(html).toContain(
		`<p>A${reference(1)} B${reference(2)} C${reference(1, "1-2")} D${reference(1, "1-3")}</p>`,
	);
	expect(html).toContain(
		`<p>N ${back("1")} ${back("1-2", "↩<sup>2</sup>")} ${back("1-3", "↩<sup>3</sup>")}</p>`,
	);
});

test.each([
	["a heading", "## A[^1]\n\n[^1]: N", `<h2>A${reference(1)}</h2>`],
	["a list", "- A[^1]\n\n[^1]: N", `<li>A${reference(1)}</li>`],
	[
		"a table",
		"| A[^1] |\n|---|\n| b |\n\n[^1]: N",
		`<th>A${reference(1)}</th>`,
	],
	["a quote", "> A[^1]\n\n[^1]: N", `<p>A${reference(1)}</p>`],
	[
		"an article with raw HTML",
		"<div>B</div>\n\nA[^1] <b>c</b>\n\n[^1]: N <i>o</i>",
		`<p>A${reference(1)} <b>c</b></p>`,
	],
	[
		"a note",
		"A[^1]\n\n[^1]: N[^2]\n[^2]: O",
		`<p>N${reference(2)} ${back("1")}</p>`,
	],
])("%s can have a footnote", (_, body, html) => {
	expect(renderHtml(body)).toContain(html);
	expect(renderHtml(body)).toContain('<li id="fn-1-post">');
});

test.each([
	["no note", "A[^1]", "<p>A[^1]</p>"],
	["no reference", "A\n\n[^1]: N", "<p>A</p>"],
	["code", "`A[^1]`\n\n[^1]: N", "<p><code>A[^1]</code></p>"],
])("with %s there is no footnote", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
});

/** Readers compare a link's fragment with the id as they stand, with no decoding between. */
test.each([
	"post",
	"日本語",
	"ñandú",
	"a b",
	"a%20b",
	'a"b<c>',
	"#",
	"--",
	"é".repeat(300),
	"a/b",
	"😀",
	"A.b_c~d",
])("ids and fragments agree for the slug %s", (slug) => {
	const { html } = render("A[^1] B[^1]\n\n[^1]: N", { slug });
	const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
	const fragments = [...html.matchAll(/ href="[^"#]*#([^"]*)"/g)].map(
		([, fragment]) => fragment,
	);
	expect(ids).toHaveLength(3);
	expect(new Set(fragments)).toEqual(new Set(ids));
	for (const id of ids) {
		expect(id).toMatch(/^[A-Za-z0-9._~-]+$/);
		expect(new URL(`#${id}`, page).hash).toBe(`#${id}`);
	}
});

test("slugs that differ in other letters alone make other ids", () => {
	const suffixes = ["日本", "中国", "日", "ü", "ö", "u"].map(
		(slug) =>
			/fn-1-([^"]*)"/.exec(render("A[^1]\n\n[^1]: N", { slug }).html)?.[1],
	);
	expect(new Set(suffixes).size).toBe(suffixes.length);
});

test("an article's own fragment is no part of its footnotes' links", () => {
	expect(render("A[^1]\n\n[^1]: N", { url: `${page}#part` }).html).toContain(
		`href="${page}#fn-1-post"`,
	);
});
