import { describe, expect, test } from "vitest";
import { renderWith } from "./render-with.ts";

describe("Nunjucks and Liquid in Eleventy", () => {
	test.each([
		["set", '{% set a = "b" %}{{ a }}{% set c %}d{% endset %}{{ c }}', "bd"],
		[
			"front matter",
			"{{ title }}: {{ subtitle | safe }}",
			"The first: A subtitle",
		],
		[
			"the site's data",
			"{{ metadata.title }} [a]({{ metadata.url }}/x) {{ site.url }}",
			"The Example [a](https://example.org/blog/x) https://example.org/blog",
		],
		[
			"url",
			'[a]({{ "/x/" | url }}) {{ "https://x.example/" | url }}',
			"[a](/blog/x/) https://x.example/",
		],
		["filters in parentheses", '{{ "a-b" | replace("-", "+") }}', "a+b"],
		["comments", "a{# {{ x }} #}b", "ab"],
		["headings with ids", "# a {#b}\n\n# c {#d}", "# a {#b}\n\n# c {#d}"],
		[
			"raw and verbatim",
			"{% raw %}{{ a }}{% endraw %} {% verbatim %}{% b %}{% endverbatim %}",
			"`{{ a }}` `{% b %}`",
		],
		["blocks", '{% extends "x.njk" %}{% block a %}b{% endblock %}', "b"],
		[
			"macros, styles and scripts",
			"a{% import 'x' as y %}{% macro x() %}b{% endmacro %}{% css %}c{}{% endcss %}{% js %}d{% endjs %}",
			"a",
		],
		["branches", "{% if a %}b{% elif c %}d{% else %}e{% endif %}", "e"],
		[
			"code",
			'{% highlight "js" %}\n{% raw %}\n{{ a }}\n{% endraw %}\n{% endhighlight %}',
			"```js\n{{ a }}\n```",
		],
		[
			"an image below the project's input folder",
			'{% image "./src/img/a.png", "A" %}',
			'<img src="/blog/img/a.png" alt="A">',
		],
		[
			"an image beside the article",
			'{% image "./a.png", "A" %}',
			'<img src="./a.png" alt="A">',
		],
		[
			"an image with a class",
			'{% image_with_class "assets/a.png" "wide left" "A" %}',
			'<img src="/blog/assets/a.png" alt="A">',
		],
		[
			"an image as a function",
			'a {{ image("https://x.example/a.png", "A") }}',
			'a <img src="https://x.example/a.png" alt="A">',
		],
		[
			"a figure",
			'{% figure "/a.png", "A", "C" %}',
			'<figure><img src="/blog/a.png" alt="A"><figcaption>C</figcaption></figure>',
		],
		[
			"a video",
			'{% youtubeEmbed "abc", "A talk" %}',
			'<a href="https://www.youtube.com/watch?v=abc">Video on YouTube</a>',
		],
		[
			"an address that a filter embeds",
			'{{ "https://www.youtube-nocookie.com/embed/abc" | embed: "A talk" }}',
			'<a href="https://www.youtube.com/watch?v=abc">Video on YouTube</a>',
		],
		[
			"a note with indented text",
			'a\n{% callout "info", "md", "Mind the gap" %}\n    b\n\n  - c\n{% endcallout %}\nd',
			"a\n\n<blockquote><p><strong>Mind the gap</strong></p>\n\n  b\n\n- c\n\n</blockquote>\n\nd",
		],
		[
			"a link",
			'{% indielink "A person", "https://x.example/" %}',
			'<a href="https://x.example/">A person</a>',
		],
	])("%s", (_, body, expected) => {
		expect(renderWith("nunjucks", body)).toEqual({
			text: expected,
			warnings: [],
		});
	});
});

test("what is not known is told", () => {
	const body =
		'{% box %}a{% endbox %} {% webmention "b" %}{{ count }}{{ list(1) }}{% asyncEach a in b %}c{% endeach %}';
	expect(renderWith("nunjucks", body).warnings).toEqual([
		"{% box: its text is kept",
		"{% webmention: it is left out",
		"{{ count: it is left out",
		"{{ list: it is left out",
		"{% asyncEach: it is left out",
	]);
});
