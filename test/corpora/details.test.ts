/** What a subscriber must find in certain items: each once went wrong in a way that no count shows. */

import { expect, test } from "vitest";
import { buildCorpus } from "./build.ts";
import { describeCorpora, findSite } from "./sites.ts";

interface Detail {
	readonly folder: string;
	/** How the item's address ends. */
	readonly url: string;
	/** What the item's content holds. */
	readonly holds?: string;
	readonly because: string;
}

const details: readonly Detail[] = [
	{
		folder: "tailwind-nextjs-starter",
		url: "https://tailwind-nextjs-starter-blog.vercel.app/blog/deriving-ols-estimator",
		holds: "\\mathbf{Y} = \\left[\\begin{array}\n  {c}\n  y_1",
		because: "the brackets of a formula are no expressions of MDX",
	},
	{
		folder: "mehdix-fa",
		url: "https://mehdix.ir/canbus.html",
		holds: '<a href="https://en.wikipedia.org/wiki/Bus_(computing)">باس</a>',
		because: "in kramdown a link's definition ends the footnote above it",
	},
	{
		folder: "jekyll-site",
		url: "https://jekyllrb.com/news/2022/10/26/jekyll-4-3-1-released/",
		holds:
			'<a href="https://github.com/jekyll/jekyll/issues/9156">tentative roadmap to v5</a>',
		because: "site.repository stands in _config.yml",
	},
	{
		folder: "elixir-lang",
		url: "https://elixir-lang.org/blog/2024/06/12/elixir-v1-17-0-released/",
		because: "the pattern stands in _config.yml, in `defaults` for all posts",
	},
	{
		folder: "eleventy-base-blog",
		url: "https://example.com/blog/fourthpost/",
		because: "Eleventy leaves out a file's name that repeats its folder's",
	},
	{
		folder: "11ty-website",
		url: "conference-cfp/",
		holds: '<a href="https://docs.google.com/forms/',
		because: "an article's own front matter is known in its text",
	},
	{
		folder: "zola-docs-tests/test_site",
		url: "https://example.com/posts/something-else/",
		because: "Zola makes an address of what `slug` says, too",
	},
	{
		folder: "react-native",
		url: "https://reactnative.dev/blog/2025/01/21/version-0.77",
		holds: "<summary><strong>React 19?</strong></summary>",
		because: "in MDX the text of an element on one line is Markdown",
	},
];

describeCorpora("details of real sites", () => {
	test.for(details)("$folder: $because", async ({ folder, url, holds }) => {
		const { front } = await buildCorpus(findSite(folder));
		const items = front?.json.items ?? [];
		const item = items.find((candidate) => candidate.url?.endsWith(url));
		expect(item, url).toBeDefined();
		if (holds !== undefined)
			expect(item?.content?.includes(holds), holds).toBe(true);
	});

	test("a page that Zola's configuration ignores is no item", async () => {
		const site = findSite("zola-docs-tests/test_site");
		const { front } = await buildCorpus(site);
		const titles = front?.json.items.map(({ title }) => title);
		expect(titles).not.toContain("This should not be picked up");
	});
});
