import { describe, expect, test } from "vitest";
import { shieldCode } from "../../src/markup/shield.ts";

/** Shows where marks stand. */
function show(body: string, indented = true): string {
	const { text, restore } = shieldCode(body, { indented });
	expect(restore(text)).toBe(body);
	return text.replace(/\uFDD0\d+\uFDD1/g, "#");
}

describe("code is hidden line by line", () => {
	test.each([
		["a fence", "```js\n{{ x }}\n```\n{{ y }}", "#\n#\n#\n{{ y }}"],
		[
			"tildes with backticks inside",
			"~~~\n```\n{{ x }}\n~~~\nb",
			"#\n#\n#\n#\nb",
		],
		[
			"a longer fence round a shorter one",
			"````\n```\nx\n```\n````\ny",
			"#\n#\n#\n#\n#\ny",
		],
		["empty lines", "```\na\n\n\nb\n```\n", "#\n#\n\n\n#\n#\n"],
		["a fence without an end", "a\n\n```\n{{ x }}\n\nb", "a\n\n#\n#\n\n#"],
		[
			"a fence in a list item",
			"- a\n\n  ```\n  x\n  ```\n- b",
			"- a\n\n  #\n  #\n  #\n- b",
		],
		[
			"a fence on a list's first line",
			"1. ```sh\n   x\n   ```\n2. b",
			"1. #\n   #\n   #\n2. b",
		],
		[
			"a fence in a tab-indented item",
			"*\ta\n\n\t```\n\tx\n\t```\nb",
			"*\ta\n\n\t#\n\t#\n\t#\nb",
		],
		[
			"a fence that its list item ends",
			"- ```\n  x\nb {{ y }}",
			"- #\n  #\nb {{ y }}",
		],
		["a fence in a quote", "> ```\n> > x\n> ```\n> b", "> #\n> #\n> #\n> b"],
		["a fence that its quote ends", "> ```\n> x\nb", "> #\n> #\nb"],
		["a code span", "a `{{ x }}` b", "a # b"],
		["a span of two backticks", "``a ` {{ x }}`` b", "# b"],
		["a span across a line end", "> a `b\n> c` d", "> a #\n> # d"],
		[
			"indented code",
			"a\n\n    {{ x }}\n\n    {{ y }}\nb",
			"a\n\n    #\n\n    #\nb",
		],
		[
			"indented code in a list item",
			"- a\n\n      {{ x }}\n",
			"- a\n\n      #\n",
		],
		[
			"indented code in a numbered item",
			"1. a\n\n       {{ x }}\nb",
			"1. a\n\n       #\nb",
		],
		[
			"indented code in a quote",
			"> a\n>\n>     {{ x }}\n",
			"> a\n>\n>     #\n",
		],
		[
			"indented code in a quoted item",
			"> - a\n>\n>       {{ x }}\n",
			"> - a\n>\n>       #\n",
		],
		["indented code after a heading", "# a\n    x\n", "# a\n    #\n"],
		["pre, with blank lines", "<pre>\n{{ x }}\n\ny</pre> z", "#\n#\n\n# z"],
		[
			"code, script and style",
			"<code>{{</code><script>a\n</script><style jsx>{`b`}</style>",
			"##\n##",
		],
		["a comment that holds template marks", "<!-- {% x %}\n -->b", "#\n #b"],
	])("%s", (_, body, expected) => {
		expect(show(body)).toBe(expected);
	});
});

describe("text is left alone", () => {
	test.each([
		["a lone backtick", "a ` b {{ x }}\n\nc ` d"],
		["backticks of different lengths", "a ``b` c"],
		["an escaped backtick", "a \\`{{ x }} ` b"],
		["backticks that a list item parts", "- a ` b\n- c ` d"],
		["backticks that a tag's line parts", "a `b\n{% endhighlight %}\nc` d"],
		["a paragraph's further line", "a\n    {{ x }}\n"],
		["an item's further paragraph", "- a\n\n    {{ x }}\n"],
		["a paragraph of an item in an item", "- a\n  - b\n\n      {{ x }}\n"],
		["a quote in quotes", "> > > {{ x }}\n"],
		["pre without an end", "<pre>\n{{ x }}\n\ny"],
		["a comment", "<!-- more -->\n<!-- `a -->`"],
		["components that are named like elements", "<Code>{{ x }}</Code>"],
		["an element that closes itself", '<script src="a.js" />\n{{ x }}'],
	])("%s", (_, body) => {
		expect(show(body)).toBe(body);
	});
	test("where no indentation makes code", () => {
		expect(show("a\n\n    {{ x }}\n", false)).toBe("a\n\n    {{ x }}\n");
		expect(show("a\n\n    ```\n    x\n    ```\nb", false)).toBe(
			"a\n\n    #\n    #\n    #\nb",
		);
	});
	test("a run of three with backticks behind it is a span", () => {
		expect(show("```{{ x```` b``` c")).toBe("# c");
	});
});

describe("no body takes long", () => {
	test.each([
		[
			"backticks of every length",
			Array.from({ length: 1500 }, (_, n) => "`".repeat(n)).join(" "),
		],
		["opening tags", "<pre ".repeat(200_000)],
		["tags that close themselves", "<pre />".repeat(150_000)],
		["comments without an end", "<!-- {{ ".repeat(150_000)],
		["quotes in quotes", `${"> ".repeat(500_000)}a`],
		["list items in list items", `${"- ".repeat(500_000)}a`],
		["lines with one backtick", "a `\n".repeat(300_000)],
		["fences in deep lists", "- ```\n".repeat(150_000)],
	])("%s", (_, body) => {
		const start = performance.now();
		const { text, restore } = shieldCode(body, { indented: true });
		expect(restore(text) === body).toBe(true);
		expect(performance.now() - start).toBeLessThan(3000);
	});
});
