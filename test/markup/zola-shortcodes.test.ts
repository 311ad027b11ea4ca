import { describe, expect, test } from "vitest";
import { renderWith } from "./render-with.ts";

describe("Zola's shortcodes", () => {
	test.each([
		[
			"a video",
			'a {{ youtube(id="abc", autoplay=true) }}',
			'a <a href="https://www.youtube.com/watch?v=abc">Video on YouTube</a>',
			[],
		],
		[
			"a gist",
			'a {{ gist(url="https://gist.github.com/me/1", class="b") }}',
			'a <a href="https://gist.github.com/me/1">Gist on GitHub</a>',
			[],
		],
		[
			"a figure over lines",
			'{{ figure(\n  src="a.png",\n  caption="b") }}',
			'<figure><img src="a.png" alt=""><figcaption>b</figcaption></figure>',
			[],
		],
		[
			"a quote",
			'{% quote(author="A B") %}\na\n{% end %}',
			"<blockquote>\n\na\n\nA B\n\n</blockquote>",
			[],
		],
		[
			"a pair in a pair",
			"{% note() %}{% tip() %}a{% end %}{% end %}b",
			"<blockquote><p><strong>Note</strong></p>\n\n<blockquote><p><strong>Tip</strong></p>\n\na\n\n</blockquote>\n\n</blockquote>\n\nb",
			[],
		],
		[
			"escaped ones",
			"{{/* a() */}} {%/* b() */%}c{%/* end */%}",
			"`{{ a() }}` `{% b() %}`c`{% end %}`",
			[],
		],
		[
			"braces that are no call",
			"a {{b}} and {% c %}",
			"a `{{b}}` and `{% c %}`",
			[],
		],
		[
			"unknown ones",
			"a{{ b(c=1) }}{% d() %}*e*{% end %}",
			"a*e*",
			["{{ b: it is left out", "{% d: its text is kept"],
		],
		["code", "`{{ a() }}`", "`{{ a() }}`", []],
	])("%s", (_, body, text, warnings) => {
		expect(renderWith("zola-shortcodes", body)).toEqual({ text, warnings });
	});
});
