import { describe, expect, test } from "vitest";
import type { Article } from "../src/article.ts";
import type { Diagnostic } from "../src/diagnostics.ts";
import { plain } from "../src/dialects/plain.ts";
import { type EntryDefaults, readyArticle } from "../src/entries.ts";
import { findMediaType } from "../src/media-types.ts";
import type { ContentPolicy } from "../src/model.ts";
import { createArticle } from "./support/articles.ts";

const url = "https://x.org/a/";
const article = createArticle({ url, id: url });
const site: EntryDefaults["site"] = {
	url: "https://x.org/",
	title: "X",
	description: "X",
	language: "en",
	authors: [],
};
const defaults: EntryDefaults = {
	site,
	linkTo: "article",
	dialect: plain,
	findLength: () => undefined,
	findArticle: () => undefined,
};

function ready(
	{ body = "Text.", ...more }: Partial<Article> & { body?: string },
	others: Partial<EntryDefaults> = {},
	policy: ContentPolicy = "full",
) {
	const said: Diagnostic[] = [];
	const entry = readyArticle(
		{ ...article, ...more },
		{ body, bodyLine: 1, values: new Map() },
		{ ...defaults, ...others },
		(one) => said.push(one),
	);
	return { entry: entry?.(policy), said };
}

/** The entry of an article with this text, which has no mistakes. */
function render(body: string, more: Partial<Article> = {}) {
	const { entry, said } = ready({ body, ...more });
	expect(said).toEqual([]);
	if (entry === undefined) throw new Error("no entry");
	return entry;
}

describe("the title is", () => {
	test.each<[string, string | undefined, string | undefined, string]>([
		["# A\n\nb", undefined, "A", "<p>b</p>"],
		["### A `b` *c*\n\nd", undefined, "A b c", "<p>d</p>"],
		["A\n===\n\nb", undefined, "A", "<p>b</p>"],
		["# A\n\nb", "A", "A", "<p>b</p>"],
		["# A  B\n\nc", "A B", "A B", "<p>c</p>"],
		["# Other\n\nb", "A", "A", "<h1>Other</h1>\n<p>b</p>"],
		["## A\n\nb", "A", "A", "<h2>A</h2>\n<p>b</p>"],
		["a\n\n# B", undefined, undefined, "<p>a</p>\n<h1>B</h1>"],
		["a", undefined, undefined, "<p>a</p>"],
		["#\n\na", undefined, undefined, "<p>a</p>"],
	])("of %j with the title %s: %s", (body, written, title, content) => {
		const entry = render(body, written === undefined ? {} : { title: written });
		expect(entry.title).toBe(title);
		if (body !== "#\n\na") expect(entry.content).toBe(content);
	});

	test("in a note without one the first 80 graphemes of its text, as a label", () => {
		const family = "👩‍👩‍👧";
		const { title, label } = render(family.repeat(100));
		expect(title).toBeUndefined();
		expect(label).toBe(family.repeat(80));
		expect(render("Short, *and* plain.").label).toBe("Short, and plain.");
	});
});

describe("the summary is", () => {
	test("the description, whole", () => {
		const description = "d ".repeat(500).trim();
		expect(render("Text.", { description }).summary).toBe(description);
	});

	test.each([
		["One.\n\nTwo.", "One."],
		["![](a.png)\n\nTwo.", "Two."],
		["> Quoted.\n\nTwo.", "Two."],
		["- a\n- b", "a b"],
		["# Title\n\n## More", "More"],
		["# Title", "Title"],
		["a[^1]\n\n[^1]: note", "a"],
		["<ruby>漢<rt>kan</rt></ruby>字", "漢字"],
	])("of %j: %s", (body, summary) => {
		expect(render(body).summary).toBe(summary);
	});

	test("cut at the end of a word", () => {
		const { summary } = render("word ".repeat(100));
		expect(summary).toBe(`${"word ".repeat(48).trim()}…`);
	});

	test("in Japanese, which has no blanks, at the end of a clause", () => {
		const clause = "これは日本語の文です。";
		const { summary } = render(clause.repeat(40));
		expect(summary.length).toBeLessThanOrEqual(241);
		expect(summary).toBe(`${clause.repeat(21)}…`);
	});

	test("never cut inside a grapheme", () => {
		const flag = "🏳️‍🌈";
		expect(render(flag.repeat(300)).summary).toBe(`${flag.repeat(240)}…`);
	});

	test("what is content where there is no other", () => {
		const entry = render("# A <b>&", { title: "A &" });
		expect(entry.content).not.toBe("");
		expect(render("# A\n").content).toBe("<p>A</p>");
		expect(render("# A \\<b>").content).toBe("<p>A &lt;b&gt;</p>");
	});
});

test.each(["", "\n\n", "<!-- nothing -->", "<script>alert(1)</script>"])(
	"an article without a title and words is an error: %j",
	(body) => {
		const { entry, said } = ready({ body });
		expect(entry).toBeUndefined();
		expect(said.filter(({ severity }) => severity === "error")).toEqual([
			{
				severity: "error",
				code: "article-wordless",
				message: "the article has neither a title nor text",
				hint: 'Write "title: …" at the top, or some text below it.',
				file: "articles/a.md",
				line: 1,
			},
		]);
	},
);

test("an article of a title alone is none", () => {
	expect(render("", { title: "A & B" })).toMatchObject({
		title: "A & B",
		label: "A & B",
		summary: "A & B",
		content: "<p>A &amp; B</p>",
	});
});

describe("another language or direction is said where the text stands", () => {
	test.each([
		["en", "en", "<p>Text.</p>", undefined],
		["ja", "en", '<div lang="ja" dir="ltr">\n<p>Text.</p>\n</div>', "ja"],
		["ar", "en", '<div lang="ar" dir="rtl">\n<p>Text.</p>\n</div>', "ar"],
		["ar", "ar", '<div lang="ar" dir="rtl">\n<p>Text.</p>\n</div>', undefined],
		["en", "he", '<div lang="en" dir="ltr">\n<p>Text.</p>\n</div>', "en"],
		[
			"he-Latn",
			"en",
			'<div lang="he-Latn" dir="ltr">\n<p>Text.</p>\n</div>',
			"he-Latn",
		],
	])("%s on a site in %s", (language, siteLanguage, content, said) => {
		const { entry } = ready(
			{ language },
			{ site: { ...site, language: siteLanguage } },
		);
		expect(entry).toMatchObject({ content });
		expect(entry?.language).toBe(said);
	});
});

describe("a link post", () => {
	const link = "https://elsewhere.example/";
	test.each([
		["article", link, url],
		["external", link, link],
		["external", undefined, url],
	] as const)(
		"with linkTo %s and the link %s leads to %s",
		(linkTo, to, target) => {
			const { entry } = ready(to === undefined ? {} : { link: to }, { linkTo });
			expect(entry).toMatchObject({ link: target, url, id: url });
			expect(entry?.externalUrl).toBe(to);
		},
	);
});

test("an id that is no IRI stands as it is, and in Atom as its UUID", () => {
	expect(ready({ id: "post-1" }).entry).toMatchObject({
		id: "post-1",
		atomId: "urn:uuid:ac17f12f-7b16-5068-8715-179e2afd372b",
	});
});

test("the site's authors stand where an article names nobody", () => {
	const authors = [{ name: "Site" }];
	const ofSite = { site: { ...site, authors } };
	expect(ready({}, ofSite).entry?.authors).toEqual(authors);
	const own = { authors: [{ name: "Own" }] };
	expect(ready(own, ofSite).entry?.authors).toEqual(own.authors);
});

test("the article's own policy comes before the feed's", () => {
	expect(ready({}, {}, "summary").entry?.policy).toBe("summary");
	expect(ready({ content: "full" }, {}, "summary").entry?.policy).toBe("full");
	expect(ready({ content: "summary" }).entry?.policy).toBe("summary");
});

describe("enclosures", () => {
	const attach = (src: string, length?: number) => {
		const problems: string[] = [];
		const { entry } = ready(
			{
				attachments: [
					{
						src,
						url: new URL(src, url).href,
						complain: ({ severity, code, problem }) =>
							problems.push(`${severity} ${code}: ${problem}`),
					},
				],
			},
			{ findLength: () => length },
		);
		return { enclosure: entry?.enclosures[0], problems };
	};

	test("have their true type and length", () => {
		expect(attach("a.mp3", 1234)).toEqual({
			enclosure: {
				url: "https://x.org/a/a.mp3",
				type: "audio/mpeg",
				length: 1234,
			},
			problems: [],
		});
	});

	test("that are not here have the length 0, with a warning", () => {
		expect(attach("a.mp3")).toMatchObject({
			enclosure: { length: 0 },
			problems: [
				"warning enclosure-missing: names a file that is not here, so its length stays unknown: a.mp3",
			],
		});
	});

	test("of unknown type are bytes, with a warning", () => {
		expect(attach("a", 1)).toMatchObject({
			enclosure: { type: "application/octet-stream" },
			problems: ["warning enclosure-untyped: names a file of unknown type: a"],
		});
	});
});

test.each([
	["https://x.org/a.mp3", "audio/mpeg"],
	["https://x.org/a.MP3?b=c.png#d.pdf", "audio/mpeg"],
	["https://x.org/a.b.pdf", "application/pdf"],
	["https://x.org/a.m4a", "audio/mp4"],
	["https://x.org/a.jpg", "image/jpeg"],
	["https://x.org/a.epub", "application/epub+zip"],
	["https://x.org/mp3", undefined],
	["https://x.org/", undefined],
	["https://x.mp3/", undefined],
	["https://x.org/a.mp3/", undefined],
	["https://x.org/a.constructor", undefined],
	["https://x.org/a.__proto__", undefined],
])("%s is of the type %s", (address, type) => {
	expect(findMediaType(address)).toBe(type);
});
