import { describe, expect, test } from "vitest";
import { renderWith } from "./render-with.ts";

describe("Pelican's links", () => {
	test.each([
		[
			"an article",
			"[a]({filename}../x/2024-01-02-hello.md#b)",
			"[a](https://example.org/blog/hello/#b)",
		],
		[
			"an article, of old",
			"[a](|filename|2024-01-02-hello.md)",
			"[a](https://example.org/blog/hello/)",
		],
		[
			"an image of the site",
			"![a]({static}/images/a.png)",
			"![a](/blog/images/a.png)",
		],
		[
			"an image beside the article",
			"![a]({static}a.png) ![b]({attach}b.png)",
			"![a](/blog/notes/a.png) ![b](b.png)",
		],
		["a definition", "[a]: {static}/a.pdf", "[a]: /blog/a.pdf"],
		[
			"HTML",
			`<a href="{index}">a</a> <img src='{static}/a.png'>`,
			`<a href="/blog/">a</a> <img src='/blog/a.png'>`,
		],
		[
			"lists of articles",
			"[a]({tag}big%20cats) [b]({category}News) [c]({author}me)",
			"[a](/blog/tag/big-cats.html) [b](/blog/category/news.html) [c](/blog/author/me.html)",
		],
		[
			"text",
			"write {filename}x.md or |static|y",
			"write {filename}x.md or |static|y",
		],
		["code", "`[a]({static}/x)`", "`[a]({static}/x)`"],
	])("%s", (_, body, expected) => {
		expect(renderWith("pelican-links", body)).toEqual({
			text: expected,
			warnings: [],
		});
	});
	test("an article that is gone", () => {
		expect(renderWith("pelican-links", "[a]({filename}gone.md#b)")).toEqual({
			text: "[a](gone.md#b)",
			warnings: ["missing: {filename}gone.md#b"],
		});
	});
	test("a file above the content's folder stays inside the site", () => {
		expect(renderWith("pelican-links", "[a]({static}../../../b)").text).toBe(
			"[a](/blog/b)",
		);
	});
});
