import { expect, test } from "vitest";
import { astro } from "../../src/dialects/astro.ts";
import { docusaurus } from "../../src/dialects/docusaurus.ts";
import { jekyll } from "../../src/dialects/jekyll.ts";
import { plain } from "../../src/dialects/plain.ts";
import { render } from "./render.ts";

const page = "https://example.org/blog/post/";

test.each([
	[astro, "./a.png", undefined],
	[astro, "../../assets/a.png", undefined],
	[astro, "@assets/a.png", undefined],
	[astro, "/a.png", "https://example.org/a.png"],
	[astro, "https://x.example/a.png", "https://x.example/a.png"],
	[docusaurus, "./a.png", `${page}a.png`],
	[docusaurus, "@site/static/img/a.png", "https://example.org/img/a.png"],
	[docusaurus, "../../static/a.png", "https://example.org/a.png"],
	[docusaurus, "@site/docs/a.png", undefined],
	[jekyll, "@/a.png", undefined],
	[jekyll, "~/a.png", undefined],
	[jekyll, "a@b/c.png", `${page}a@b/c.png`],
	[plain, "@/a.png", `${page}@/a.png`],
])("in $title %s becomes %s", (dialect, src, url) => {
	const { html, diagnostics } = render(`a ![b](${src})`, { dialect });
	const picture = url === undefined ? "" : `<img src="${url}" alt="b">`;
	expect(html).toBe(`<p>a ${picture}</p>`);
	expect(diagnostics.length).toBe(url === undefined ? 1 : 0);
});

test("one message is enough for an article", () => {
	const body = "a\n\n![b](./c.png)\n\n[![d](./e.png)](./e.png)";
	const { html, diagnostics } = render(body, { dialect: astro });
	expect(html).toBe("<p>a</p>");
	expect(diagnostics).toEqual([
		{
			severity: "info",
			code: "image-renamed",
			message:
				"a picture is a file that Astro gives a new name, so no feed can say where it is: ./c.png",
			hint: "Put the picture where it is published as it is, and write its path on the site, such as /picture.jpg.",
			file: "articles/post.md",
			line: 3,
			column: 6,
		},
	]);
});
