import { describe, expect, test } from "vitest";
import { renderWith } from "./render-with.ts";

const youtube =
	'<a href="https://www.youtube.com/watch?v=a-b_1">Video on YouTube</a>';

describe("Liquid", () => {
	test.each([
		[
			"the site's address",
			"[a]({{ site.url }}{{ site.baseurl }}/x)",
			"[a](https://example.org/blog/x)",
		],
		[
			"facts of site and page",
			"{{ site.title }}, {{site.description}}, {{ page.title }}, {{ page.url }}",
			"The Example, Words, The first, /2024/first/",
		],
		[
			"values of front matter and site",
			"{{ page.subtitle }} {{ site.repository }}/1",
			"A subtitle https://code.example.org/x/1",
		],
		["relative_url", '[a]({{ "/x/" | relative_url }})', "[a](/blog/x/)"],
		[
			"absolute_url",
			'[a]({{ "x" | absolute_url }})',
			"[a](https://example.org/blog/x)",
		],
		[
			"filters in a row",
			'{{ "/x" | prepend: site.baseurl | append: ".png" | upcase }}',
			"/BLOG/X.PNG",
		],
		["escape", '{{ "<b>" | escape }}', "&lt;b&gt;"],
		["default", '{{ nothing | default: "x" }}', "x"],
		[
			"assign and capture",
			'{% assign a = "b" %}{% capture c %}{{ a }}!{% endcapture %}{{ c }}',
			"b!",
		],
		["braces as text", "{{ '{{' }} x }}", "`{{` x }}"],
		[
			"a figure round a picture",
			'{% figure caption:"A *small* boat" class:"wide" %}\n![Boat](/b.png)\n{% endfigure %}',
			"<figure>\n\n![Boat](/b.png)\n\n<figcaption>\n\nA *small* boat\n\n</figcaption></figure>",
		],
		[
			"a figure without words",
			"{% figure %}![Boat](/b.png){% endfigure %}",
			"<figure>\n\n![Boat](/b.png)\n\n</figure>",
		],
		[
			"a picture after its class, with its size",
			'{% img right /b.png 300 200 "A boat" %}',
			'<img src="/b.png" alt="A boat">',
		],
		["raw", "{% raw %}a {{ x }} {% y %}{% endraw %}", "a `{{ x }}` `{% y %}`"],
		["comments", "a{% comment %}{{ x }}{% endcomment %}b{% # c %}", "ab"],
		[
			"post_url",
			"[a]({% post_url 2024-01-02-hello %})",
			"[a](https://example.org/blog/hello/)",
		],
		[
			"post_url behind the site's address",
			"[a]({{ site.url }}{{site.baseurl}}{% post_url 2024-01-02-hello %}#b)",
			"[a](https://example.org/blog/hello/#b)",
		],
		[
			"link to an article",
			"[a]({{ site.baseurl }}{% link _posts/2024-01-02-hello.md %})",
			"[a](https://example.org/blog/hello/)",
		],
		[
			"link to a file",
			"[a]({% link assets/a.pdf %})",
			"[a](/blog/assets/a.pdf)",
		],
		[
			"if",
			"{% if page.x %}a{% else %}b{% if page.subtitle %}c{% else %}d{% endif %}{% endif %}",
			"bc",
		],
		["case", "{% case x %}{% when 1 %}a{% when 2 %}b{% endcase %}", "a"],
		[
			"case of what is known",
			'{% case page.title %}\n{% when "The last", "Another" %}a{% when "The next" or "The first" %}b{% else %}c{% endcase %}',
			"b",
		],
		[
			"case with nothing that fits",
			'{% case page.title %}{% when "The last" %}a{% else %}b{% endcase %}',
			"b",
		],
		[
			"unless, elsif",
			"{% unless x %}a{% endunless %}{% if a %}b{% elsif page.title %}c{% endif %}",
			"ac",
		],
		[
			"trimming signs",
			"{%- if page.title -%}a{%- endif -%}{{- site.title -}}",
			"aThe Example",
		],
		[
			"a figure",
			'{% include figure.html src="/a.png" alt="A" caption="C & D" link="/x" %}',
			'<figure><a href="/x"><img src="/a.png" alt="A"></a><figcaption>C &amp; D</figcaption></figure>',
		],
		[
			"an image in a paragraph",
			'a {% include image.html url="b.png" %} c',
			'a <img src="b.png" alt=""> c',
		],
		[
			"an include over several lines",
			'{% include img.html\n  file="b.png"\n  alt="B" %}',
			'<img src="b.png" alt="B">',
		],
		[
			"a caption with Markdown",
			'{% include figure.html src="a.png" caption="*C*" %}',
			'<figure><img src="a.png" alt=""><figcaption>\n\n*C*\n\n</figcaption></figure>',
		],
		[
			"arguments with HTML",
			"{% include image.html src='a.png\" onload=\"x' alt='<b>&amp;' %}",
			'<img src="a.png&quot; onload=&quot;x" alt="&lt;b&gt;&amp;">',
		],
		[
			"an argument from the page",
			"{% include image.html src=page.subtitle %}",
			"",
		],
		[
			"a video include",
			'{% include youtube-player.html id="a-b_1" %}',
			youtube,
		],
		[
			"a video of a provider",
			'{% include video id="7" provider="vimeo" %}',
			'<a href="https://vimeo.com/7">Video on Vimeo</a>',
		],
		["a tag with an address", "{% youtube https://youtu.be/a-b_1 %}", youtube],
		[
			"gists",
			"a {% gist me/12ab %}",
			'a <a href="https://gist.github.com/me/12ab">Gist on GitHub</a>',
		],
		[
			"a note",
			'{% include note.html content="Mind *this*" %}',
			"<blockquote><p><strong>Note</strong></p>\n\nMind *this*\n\n</blockquote>",
		],
		["pictures of people", "a {% avatar someone size=40 %}b", "a b"],
	])("%s", (_, body, expected) => {
		const { text } = renderWith("liquid", body);
		expect(text).toBe(expected);
	});
});

describe("highlighted code", () => {
	test.each([
		[
			"between paragraphs",
			"a\n{% highlight ruby linenos %}\nputs `x`\n\n\n{{ y }}\n{% endhighlight %}\nb",
			"a\n\n```ruby\nputs `x`\n\n{{ y }}\n```\n\nb",
		],
		[
			"in a list item",
			"- a\n\n  {% highlight sh %}\n  ls\n    -l\n  {% endhighlight %}\n- b",
			"- a\n\n  ```sh\n  ls\n    -l\n  ```\n\n- b",
		],
		[
			"with a fence inside",
			"{% highlight md %}\n```\nx\n```\n{% endhighlight %}",
			"````md\n```\nx\n```\n````",
		],
		[
			"with raw inside",
			"{% highlight liquid %}{% raw %}{{ x }}{% endraw %}{% endhighlight %}",
			"```liquid\n{{ x }}\n```",
		],
	])("%s", (_, body, expected) => {
		expect(renderWith("liquid", body).text).toBe(expected);
	});
});

describe("what is not known", () => {
	test.each([
		["a tag", "a {% signup form %}", "a", ["{% signup: it is left out"]],
		[
			"a pair",
			"{%- box x -%}*a*{%- endbox -%}",
			"*a*",
			["{%- box: its text is kept"],
		],
		[
			"an include",
			'a{% include signup.html id="x" %}',
			"a",
			["{% include signup.html: it is left out"],
		],
		[
			"an embed that names nothing",
			'a{% youtube x" %}',
			"a",
			["{% youtube: it is left out"],
		],
		[
			"a variable",
			"a {{ page.author | upcase }}",
			"a",
			["{{ page.author: it is left out"],
		],
		[
			"a filter on a text",
			'{{ "a b" | shout }}',
			"a b",
			["| shout: its text is kept"],
		],
		[
			"today's date",
			'a{{ "now" | date: "%Y" }}',
			"a",
			['{{ "now": it is left out'],
		],
		[
			"a loop",
			"a{% for x in y %}{{ x }}{% endfor %}",
			"a",
			["{% for: it is left out"],
		],
		[
			"links that need it",
			"[a *b*]({{ x }}/1) ![c]({{ x }})\n\n[d]: {{ x }}/2",
			"a *b*",
			["{{ x: it is left out", "{{ x: it is left out", "{{ x: it is left out"],
		],
		[
			"an article that is gone",
			"[a]({% post_url 2019-gone %})",
			"a",
			["missing: post_url 2019-gone"],
		],
		[
			"a page that is no article, with a place in it",
			"see [the *whole*\nlist]({% link _pages/list.md %}#top)!",
			"see the *whole*\nlist!",
			["missing: link _pages/list.md"],
		],
		[
			"an address in the middle of which it stands",
			"[a](https://x.example/{{ x }}/y_(z) 'T') ![b](/{{ x }}.png)c",
			"a c",
			["{{ x: it is left out", "{{ x: it is left out"],
		],
		[
			"a picture that links, and a link of a picture",
			"[![a]({{ x }})b](/c) [![d](/e.png)]({{ x }})",
			"[b](/c) ![d](/e.png)",
			["{{ x: it is left out", "{{ x: it is left out"],
		],
		[
			"a definition of links",
			"[a][B] [b] ![c][b] [d][e]\n\n[b]: https://x.example/{{ x }}\n[e]: /f",
			"a b  [d][e]\n\n[e]: /f",
			["{{ x: it is left out"],
		],
		[
			"the address of an element",
			"<a class='b' href='/{{ x }}/'>c</a> <img alt=\"d\" src=\"https://x.example/{{ x }}/e.png\">",
			"<a class='b'>c</a> <img alt=\"d\">",
			["{{ x: it is left out", "{{ x: it is left out"],
		],
		[
			"the address of a film",
			'a <video src="/{{ x }}.mp4" controls></video>{% include video.html src="{{ y }}.mp4" %}',
			"a",
			["{{ x: it is left out", "{{ y: it is left out"],
		],
		[
			"the address of an included picture",
			'{% include figure.html src="/a/{{ page.file }}.png" alt="A" %}',
			'<img alt="A">',
			["{{ page.file: it is left out"],
		],
	])("%s", (_, body, expected, warnings) => {
		expect(renderWith("liquid", body)).toEqual({ text: expected, warnings });
	});
});

describe("text is left alone", () => {
	test.each([
		["a tag without an end", "a {% b c"],
		["output without an end", "a {{ b c"],
		["output across paragraphs", "a {{ b\n\nc }}"],
		["code", "`{{ x }}`\n\n```\n{% raw %}{{ x }}{% endraw %}\n```"],
		["single braces", "{ % x } {: .class} {x}"],
	])("%s", (_, body) => {
		expect(renderWith("liquid", body)).toEqual({ text: body, warnings: [] });
	});
	test("a pair's end without a beginning goes", () => {
		expect(renderWith("liquid", "a{% endbox %}").text).toBe("a");
	});
});

describe("no body takes long, or grows without bound", () => {
	test.each([
		["tags without an end", "{% a ".repeat(300_000)],
		["one end for all", `${"{{ a ".repeat(300_000)}}}`],
		[
			"pairs in pairs",
			`${"{% if a %}".repeat(60_000)}${"{% endif %}".repeat(60_000)}`,
		],
		["raw without an end", "{% raw %}".repeat(150_000)],
		[
			"values that double",
			`{% assign a = "xxxxxxxxxx" %}${"{% assign a = a | append: a %}{{ a }}".repeat(10_000)}`,
		],
		[
			"a long value shown often",
			`{% capture a %}${"x".repeat(9000)}{% endcapture %}${"{{ a }}".repeat(100_000)}`,
		],
		[
			"a long value encoded often",
			`{% assign a = "${"日".repeat(9000)}" %}${"{{ a | url_encode }}".repeat(80_000)}`,
		],
		["quotes without an end", `{% include a ${"“ ' ".repeat(200_000)} %}`],
		[
			"lists in lists with a figure",
			`${"- ".repeat(200_000)}{% include figure.html src="a.png" caption="b" %}`,
		],
		["links without an end", `${"[a](".repeat(200_000)}{{ x }}`],
	])("%s", (_, body) => {
		const start = performance.now();
		const { text } = renderWith("liquid", body);
		expect(text.length).toBeLessThan(5_000_000);
		expect(performance.now() - start).toBeLessThan(3000);
	});
	test.each(["url_encode", "urlencode", "cgi_escape", "uri_escape"])(
		"half of a character has no %s",
		(filter) => {
			const { text } = renderWith("liquid", `a{{ "\ud83d" | ${filter} }}b`);
			expect(text).toMatch(/^a.?b$/);
		},
	);
	test("names of prototypes are names", () => {
		const { text } = renderWith(
			"liquid",
			"a{% constructor %}{{ __proto__ }}{% include toString %}",
		);
		expect(text).toBe("a");
	});
});
