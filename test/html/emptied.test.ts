import { expect, test } from "vitest";
import { renderHtml } from "./render.ts";

const drawing = '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>';

test.each([
	["a box", `<div>${drawing}</div>\n\na`, "<p>a</p>"],
	[
		"boxes in boxes",
		`<div>\n<div>${drawing}</div>\n<div><p>${drawing}</p></div>\n</div>\n\na`,
		"<p>a</p>",
	],
	["a link of a drawing", `<a href="/b">${drawing}</a>\n\nc`, "<p>c</p>"],
	[
		"a link of a picture that cannot be loaded",
		'a [![b](data:text/html,c)](/d) <figure><a href="/e"><img src="data:x"></a></figure>',
		"<p>a  </p>",
	],
	[
		"an unknown element",
		"a\n\n<p><my-chart><button>b</button></my-chart></p>",
		"<p>a</p>",
	],
	[
		"a span, but not the blank in it",
		`a<span> ${drawing}</span>b`,
		"<p>a b</p>",
	],
])("what nothing is left of goes: %s", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
});

test.each([
	["an empty box", "<div></div>"],
	["an empty cell", "<table><tbody><tr><td></td></tr></tbody></table>"],
	["a cell of a drawing", `<ul><li>${drawing}</li></ul>`, "<ul><li></li></ul>"],
	["a place to link to", `<div id="b">${drawing}</div>`, '<div id="b"></div>'],
	[
		"a space that is no blank",
		"<div>a<span>&nbsp;</span>b</div>",
		"<div>a<span>\u00A0</span>b</div>",
	],
	["text", `<div>${drawing}a</div>`, "<div>a</div>"],
	["a break", `<div>${drawing}<br></div>`, "<div><br></div>"],
	[
		"a figure's caption",
		`<figure>${drawing}<figcaption>a</figcaption></figure>`,
		"<figure><figcaption>a</figcaption></figure>",
	],
	[
		"a frame",
		'<div><iframe src="https://x.example/"> </iframe></div>',
		'<div><p><a href="https://x.example/">x.example/</a></p></div>',
	],
])("what is empty for another reason stays: %s", (_, body, html = body) => {
	expect(renderHtml(body)).toBe(html);
});
