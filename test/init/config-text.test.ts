import { describe, expect, test } from "vitest";
import {
	type ConfigDraft,
	joinWords,
	takeConfig,
	writeConfig,
} from "../../src/init/config-text.ts";

const reasons = {
	head: ["The articles are read as those of Jekyll, which _config.yml shows."],
	articles: "Here lie 3 files with a date.",
};
const least: ConfigDraft = { articles: ["_posts"], reasons };
const most: ConfigDraft = {
	site: { url: "https://www.example.org/", title: "Trams" },
	articles: ["a/_posts", "b/_posts"],
	feeds: [{ path: "/blog/" }],
	formats: { rss: "rss.xml", atom: "feed.xml", json: "feed.json" },
	output: "feeds",
	reasons: {
		...reasons,
		feeds: "/blog/feed.xml is made by feed.xml.",
		output: "What is in dist comes from elsewhere.",
	},
};

describe("the text", () => {
	test("of the least that can be said", () => {
		expect(writeConfig(least)).toBe(`import type { Config } from "feedwright";

// The articles are read as those of Jekyll, which _config.yml shows.
export default {
  // Here lie 3 files with a date.
  articles: "_posts",
} satisfies Config;
`);
	});

	test("of all", () => {
		expect(writeConfig(most)).toBe(`import type { Config } from "feedwright";

// The articles are read as those of Jekyll, which _config.yml shows.
export default {
  site: {
    url: "https://www.example.org/", // your site's address
    title: "Trams", // your site's name
  },
  // Here lie 3 files with a date.
  articles: ["a/_posts", "b/_posts"],
  // /blog/feed.xml is made by feed.xml.
  feeds: [{ path: "/blog/" }],
  formats: { rss: "rss.xml", atom: "feed.xml", json: "feed.json" },
  // What is in dist comes from elsewhere.
  output: "feeds",
} satisfies Config;
`);
	});

	test("no name of a file ends a text or a comment", () => {
		const text = writeConfig({
			...least,
			articles: ['a"; process.exit(9); "\u2028b'],
			reasons: {
				...reasons,
				head: ["x\nprocess.exit(9);\u2028process.exit(9)\u2029\u001B[2J\u202E"],
			},
		});
		expect(text.split(/[\n\u2028\u2029]/)).toHaveLength(8);
		expect(text).toContain('articles: "a\\"; process.exit(9); \\"\\u2028b",');
		for (const command of ["\u001B", "\u202E"])
			expect(text).not.toContain(command);
	});
});

test("a program takes it without its reasons", () => {
	const { reasons: _, ...config } = most;
	expect(takeConfig(most)).toEqual(config);
	expect(Object.keys(takeConfig({ ...least, output: undefined }))).toEqual([
		"articles",
	]);
});

test.each([
	[["a"], "a"],
	[["a", "b"], "a and b"],
	[["a", "b", "c"], "a, b and c"],
	[[..."abcdefghijk"], "a, b, c, d, e, f, g, h and 3 more"],
	[[], ""],
])("%j", (words, text) => {
	expect(joinWords(words)).toBe(text);
});
