import { describe, expect, test } from "vitest";
import { renderWith } from "./render-with.ts";

const figure =
	'<figure><img src="a.png" alt=""><figcaption>b</figcaption></figure>';

describe("Hugo's shortcodes", () => {
	test.each([
		[
			"a figure",
			'{{< figure src="a.png" alt="A" title="T" caption="b" attr="by C" link="/x" >}}',
			'<figure><a href="/x"><img src="a.png" alt="A" title="T"></a><figcaption>b by C</figcaption></figure>',
		],
		[
			"a figure among text",
			'a {{< figure src="a.png" caption="b" >}} c',
			`a\n\n${figure}\n\nc`,
		],
		[
			"a figure in a list item",
			'- a\n  {{< figure src="a.png" caption="b" >}}\n  c\n- d',
			`- a\n\n  ${figure}\n\n  c\n- d`,
		],
		[
			"a figure that is a list item",
			'- {{< figure src="a.png" caption="b" >}}\n- c',
			`- ${figure}\n\n- c`,
		],
		[
			"a figure in a quote",
			'> {{< figure src="a.png" caption="b" >}}\n> c',
			`> ${figure}\n>\n> c`,
		],
		[
			"a figure in a table",
			'| {{< figure src="a.png" caption="b" >}} | c |',
			`| ${figure} | c |`,
		],
		[
			"a figure in HTML",
			'<div>\n\t{{< figure src="a.png" caption="b" >}}\n</div>',
			`<div>\n\n${figure}\n\n</div>`,
		],
		[
			"ref",
			'[a]({{< ref "notes/2024-01-02-hello.md#b" >}})',
			"[a](https://example.org/blog/hello/#b)",
		],
		[
			"relref by name",
			'[a]({{% relref path="2024-01-02-hello" %}})',
			"[a](https://example.org/blog/hello/)",
		],
		["ref within the page", '[a]({{< ref "#b" >}})', "[a](#b)"],
		[
			"embeds",
			'a {{< youtube id="abc" title="T" >}}',
			'a <a href="https://www.youtube.com/watch?v=abc">Video on YouTube: T</a>',
		],
		[
			"posts",
			'a {{< x user="me" id="12" >}} {{< tweet 12 >}}',
			'a <a href="https://x.com/me/status/12">Post on X</a> <a href="https://x.com/i/status/12">Post on X</a>',
		],
		[
			"gists",
			'a {{< gist me 12ab "x.go" >}}',
			'a <a href="https://gist.github.com/me/12ab">Gist on GitHub</a>',
		],
		[
			"highlight",
			'{{< highlight go "linenos=table" >}}\nf("{{< x >}}")\n{{< /highlight >}}',
			'```go\nf("{{< x >}}")\n```',
		],
		[
			"escaped ones",
			'a {{</* b "c" */>}} {{%/* d */%}}',
			'a `{{< b "c" >}}` `{{% d %}}`',
		],
		[
			"notes",
			"{{% notice tip %}}\na\n{{% /notice %}}",
			"<blockquote><p><strong>Tip</strong></p>\n\na\n\n</blockquote>",
		],
		[
			"notes by type and title",
			'{{< admonition type="note" title="A title" >}}a{{< /admonition >}}',
			"<blockquote><p><strong>A title</strong></p>\n\na\n\n</blockquote>",
		],
		[
			"details",
			'{{< details summary="More" >}}a{{< /details >}}',
			"<details><summary>More</summary>\n\na\n\n</details>",
		],
		[
			"diagrams",
			"{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}",
			"```mermaid\ngraph TD\n```",
		],
		["formulas", "a {{< katex >}}x_1{{< /katex >}}", "a `x_1`"],
		[
			"sound",
			'{{< audio src="a.mp3" >}}',
			'<audio src="a.mp3" controls></audio>',
		],
		[
			"buttons",
			'{{< button href="/x" >}}Go{{< /button >}}',
			'<a href="/x">Go</a>',
		],
		["the title", "{{< param title >}}", "The first"],
		["raw HTML", "{{< rawhtml >}}<b>a</b>{{< /rawhtml >}}", "<b>a</b>"],
		["comments", "a{{< comment >}}b{{< /comment >}}", "a"],
		[
			"addresses in codes",
			"a {{< qr >}}https://x.example/{{< /qr >}}",
			'a <a href="https://x.example/">https://x.example/</a>',
		],
	])("%s", (_, body, expected) => {
		expect(renderWith("hugo-shortcodes", body)).toEqual({
			text: expected,
			warnings: [],
		});
	});

	test.each([
		["alone", "a {{< box 1 >}}", "a", "{{< box: it is left out"],
		[
			"closed in itself",
			"a {{< box />}} b {{< /box >}}",
			"a  b",
			"{{< box: it is left out",
		],
		[
			"a pair",
			"{{% box %}}*a*{{% /box %}}",
			"*a*",
			"{{% box: its text is kept",
		],
		[
			"in a folder",
			"a {{< box/b.html >}}",
			"a",
			"{{< box/b.html: it is left out",
		],
		["a parameter", "a {{< param b >}}", "a", "{{< param: it is left out"],
		[
			"an article that is gone",
			'[a]({{< ref "gone.md" >}})',
			"a",
			'missing: ref "gone.md"',
		],
		[
			"a page of the site",
			'[a]({{< ref "/about" >}})',
			"[a](/about)",
			'missing: ref "/about"',
		],
		[
			"an id that would end its link",
			`a {{< youtube 'b"c' >}}`,
			"a",
			"{{< youtube: it is left out",
		],
	])("unknown: %s", (_, body, text, warning) => {
		expect(renderWith("hugo-shortcodes", body)).toEqual({
			text,
			warnings: [warning],
		});
	});

	test.each([
		["braces", "{{ .Title }} {{a}} \\frac{{1}}{2}"],
		["what has no end", "a {{< b"],
		["code", "`{{< b >}}`\n\n~~~\n{{< b >}}\n~~~"],
	])("left alone: %s", (_, body) => {
		expect(renderWith("hugo-shortcodes", body).text).toBe(body);
	});
});
