import { describe, expect, test } from "vitest";
import { renderWith } from "./render-with.ts";

describe("Hexo's tags", () => {
	test.each([
		[
			"post_link",
			'{% post_link 2024-01-02-hello "Say hello" %}',
			'<a href="https://example.org/blog/hello/">Say hello</a>',
		],
		[
			"post_link without a title",
			"{% post_link notes/2024-01-02-hello %}",
			'<a href="https://example.org/blog/hello/">2024-01-02-hello</a>',
		],
		[
			"post_path",
			"[a]({% post_path 2024-01-02-hello %})",
			"[a](https://example.org/blog/hello/)",
		],
		[
			"asset_img",
			'{% asset_img wide a.png 100 50 "A title" %}',
			'<img src="a.png" alt="A title" title="A title">',
		],
		[
			"asset_path, asset_link",
			'[a]({% asset_path a.pdf %}) {% asset_link b.pdf "B" %}',
			'[a](a.pdf) <a href="b.pdf">B</a>',
		],
		[
			"img with title and alternative",
			`{% img left /b.png 300 '"T t" "A a"' %}`,
			'<img src="/b.png" alt="A a" title="T t">',
		],
		[
			"link",
			"{% link Some words https://x.example/ external %}",
			'<a href="https://x.example/">Some words</a>',
		],
		[
			"blockquote",
			"{% blockquote A Person, A Book https://x.example/ The book %}\n*a*\n{% endblockquote %}",
			'<blockquote>\n\n*a*\n\nA Person, A Book <a href="https://x.example/">The book</a>\n\n</blockquote>',
		],
		[
			"pullquote",
			"{% pullquote left %}a{% endpullquote %}",
			"<blockquote>\n\na\n\n</blockquote>",
		],
		[
			"code in a list",
			'1. a\n\n   {% code %}\n   { "b": "{{ c }}" }\n   {% endcode %}',
			'1. a\n\n   ```\n   { "b": "{{ c }}" }\n   ```',
		],
		[
			"codeblock",
			"{% codeblock A title lang:js https://x.example/ %}\nb\n{% endcodeblock %}",
			"<strong>A title</strong>\n\n```js\nb\n```",
		],
		[
			"iframes",
			"{% iframe https://www.youtube.com/embed/abc 10 10 %}",
			'<a href="https://www.youtube.com/watch?v=abc">Video on YouTube</a>',
		],
		[
			"videos",
			"a {% youtube abc %}, {% vimeo 12 %}",
			'a <a href="https://www.youtube.com/watch?v=abc">Video on YouTube</a>, <a href="https://vimeo.com/12">Video on Vimeo</a>',
		],
		["raw", "{% raw %}{{ a }}{% endraw %}", "`{{ a }}`"],
		[
			"notes",
			"{% note warning no-icon %}\n#### a\n{% endnote %}",
			"<blockquote><p><strong>Warning</strong></p>\n\n#### a\n\n</blockquote>",
		],
		["tabs", "{% tabs First, 2 %}\na\n{% endtabs %}", "a"],
		[
			"folds",
			"{% fold info @A summary %}a{% endfold %}",
			"<details><summary>A summary</summary>\n\na\n\n</details>",
		],
		[
			"labels and buttons",
			"{% label primary @a %} {% btn https://x.example/, Go %}",
			'a <a href="https://x.example/">Go</a>',
		],
	])("%s", (_, body, expected) => {
		expect(renderWith("hexo-tags", body)).toEqual({
			text: expected,
			warnings: [],
		});
	});
	test("what is not known is told", () => {
		const body =
			"{% post_link gone %} [b]({% post_path lost %}) {% include_code a.js %}{% foo %}*a*{% endfoo %}{{ b }}";
		expect(renderWith("hexo-tags", body)).toEqual({
			text: "gone b *a*",
			warnings: [
				"missing: post_link gone",
				"missing: post_path lost",
				"{% include_code: it is left out",
				"{% foo: its text is kept",
				"{{ b: it is left out",
			],
		});
	});
});
