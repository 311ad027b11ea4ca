import { describe, expect, test } from "vitest";
import { type Article, readArticle } from "../src/article.ts";
import type { Diagnostic } from "../src/diagnostics.ts";
import { common } from "../src/dialects/common.ts";
import { jekyll } from "../src/dialects/jekyll.ts";
import { plain } from "../src/dialects/plain.ts";
import type { Site } from "../src/site.ts";
import { createZone } from "../src/zones.ts";
import { createSite } from "./support/articles.ts";

const site = createSite();
const tokyo = { zone: createZone("Asia/Tokyo") };
const berlin = { zone: createZone("Europe/Berlin") };

function read(
	frontMatter: string,
	{ path = "a.md", ...more }: Partial<Site> & { path?: string } = {},
) {
	const said: Diagnostic[] = [];
	const text = `---\n${frontMatter}\n---\nText.\n`;
	const article = readArticle(
		{ file: `articles/${path}`, path, text },
		{ ...site, ...more },
		(one) => said.push(one),
	);
	return { article, said };
}

/** The article, which has no mistakes. */
function readWell(...args: Parameters<typeof read>): Article {
	const { article, said } = read(...args);
	expect(said).toEqual([]);
	if (typeof article === "string") throw new Error(article);
	return article;
}

/** What is said of a failed article: each place, message and hint. */
function readBadly(...args: Parameters<typeof read>): string[] {
	const { article, said } = read(...args);
	expect(article).toBe("failed");
	expect(said.some(({ severity }) => severity === "error")).toBe(true);
	return said.map(
		({ file, line, column, severity, message, hint }) =>
			`${[file, line, column].filter(Boolean).join(":")} ${severity} ${message} → ${hint}`,
	);
}

test("an article of every name", () => {
	const frontMatter = `title: "C++ & <T>"
date: 2024-01-02
updated: 2024-01-03T10:00:00+09:00
expires: 2030-01-01
id: post-1
slug: hello
description: What it is.
authors:
  - Ann
  - { name: Bob, email: bob@x.org, url: /bob/, avatar: bob.png }
contributors: { name: Cid }
categories: Programming, Tools
aliases: [/old/, https://x.org/blog/older/]
tags: [C++, .NET]
section: News
image: { src: a.png, alt: A, caption: B, credit: C }
enclosures: [{ src: /a.mp3, title: One }, b.pdf]
language: pt_br
link: https://elsewhere.example/a?b
content: summary
unknown: [left, alone]`;
	expect(readWell(frontMatter)).toEqual({
		file: "articles/a.md",
		path: "a.md",
		place: "a.md",
		id: "post-1",
		ownId: "post-1",
		url: "https://x.org/blog/hello/",
		slug: "hello",
		title: "C++ & <T>",
		description: "What it is.",
		date: Date.parse("2024-01-02T00:00:00Z"),
		updated: Date.parse("2024-01-03T01:00:00Z"),
		expires: Date.parse("2030-01-01T00:00:00Z"),
		authors: [
			{ name: "Ann" },
			{
				name: "Bob",
				email: "bob@x.org",
				url: "https://x.org/bob/",
				avatar: "https://x.org/blog/hello/bob.png",
			},
		],
		contributors: [{ name: "Cid" }],
		categories: ["Programming", "Tools"],
		section: "News",
		aliases: ["https://x.org/blog/old/", "https://x.org/blog/older/"],
		tags: ["C++", ".NET"],
		image: "https://x.org/blog/hello/a.png",
		attachments: [
			{
				src: "/a.mp3",
				url: "https://x.org/a.mp3",
				title: "One",
				complain: expect.any(Function),
			},
			{
				src: "b.pdf",
				url: "https://x.org/blog/hello/b.pdf",
				complain: expect.any(Function),
			},
		],
		language: "pt-BR",
		link: "https://elsewhere.example/a?b",
		content: "summary",
	});
});

test("a date is enough, and everything else has its default", () => {
	const article = readWell("date: 2024-01-02");
	expect(article).toMatchObject({
		id: "https://x.org/blog/a/",
		url: "https://x.org/blog/a/",
		slug: "a",
		authors: [],
		tags: [],
		attachments: [],
		language: "en",
	});
	expect(article.updated).toBe(article.date);
	for (const name of ["title", "description", "expires", "image", "link"])
		expect(article[name as keyof Article]).toBeUndefined();
});

describe("a value that says nothing is as if its key were absent", () => {
	test.each(["", "~", "null", '""', '" "', '"\\u0000"', "''"])(
		"%s",
		(value) => {
			const keys =
				"title updated expires id slug permalink description authors";
			const more = "tags section image enclosures language link content draft";
			const lines = `${keys} ${more}`
				.split(" ")
				.map((key) => `${key}: ${value}`);
			const article = readWell(["date: 2024-01-02", ...lines].join("\n"));
			expect(article).toEqual(readWell("date: 2024-01-02"));
		},
	);

	// An article with an empty date once disappeared without a word.
	test.each(["", "~", '""', '" "'])("date: %s", (value) => {
		expect(readBadly(`date: ${value}`)).toEqual([
			'articles/a.md:1 error the article has no date → Write "date: 2024-12-31" between two lines of --- at the top, or name the file 2024-12-31-my-post.md.',
		]);
		const named = { path: "2024-01-02-a.md" };
		expect(readWell(`date: ${value}`, named).date).toBe(
			Date.parse("2024-01-02"),
		);
	});
});

describe("dates", () => {
	test.each<[string, Partial<Site>, string]>([
		["2024-01-02", {}, "2024-01-02T00:00:00Z"],
		["2024-01-02", tokyo, "2024-01-01T15:00:00Z"],
		["2024-01-02 10:00", tokyo, "2024-01-02T01:00:00Z"],
		["2024-07-01 10:00", berlin, "2024-07-01T08:00:00Z"],
		["2024-01-02T10:00:00Z", tokyo, "2024-01-02T10:00:00Z"],
		["2024-01-02", { dateOnlyTime: "09:30" }, "2024-01-02T09:30:00Z"],
		['"2024-01-02"', {}, "2024-01-02T00:00:00Z"],
	])("%s with %j is %s", (written, more, instant) => {
		expect(readWell(`date: ${written}`, more).date).toBe(Date.parse(instant));
	});

	test("come from a file's name, in the zone of the site", () => {
		const path = "2024-01-02-hello.md";
		const article = readWell("title: A", { path, ...tokyo });
		expect(article.date).toBe(Date.parse("2024-01-01T15:00:00Z"));
		expect(article.slug).toBe("hello");
		const bundle = { path: "notes/2024-01-02-hello/index.md" };
		expect(readWell("title: A", bundle)).toMatchObject({
			date: Date.parse("2024-01-02"),
			url: "https://x.org/blog/hello/",
		});
	});

	test("written at the top come before the file's name", () => {
		const named = { path: "2024-02-30-hello.md" };
		expect(readWell("date: 2024-01-02", named).date).toBe(
			Date.parse("2024-01-02"),
		);
	});

	test("that do not exist are errors", () => {
		expect(readBadly("title: A\ndate: 2024-02-30")).toEqual([
			'articles/a.md:3:7 error "date" does not exist: February 2024 has 29 days (2024-02-30) → Write 2024-02-29 or 2024-03-01.',
		]);
		expect(readBadly("date: 2024-13-45")).toEqual([
			'articles/a.md:2:7 error "date" is not a date: 2024-13-45 → Write it as 2024-12-31 or 2024-12-31T10:00:00+02:00.',
		]);
		expect(readBadly("title: A", { path: "2024-02-30-a.md" })).toEqual([
			'articles/2024-02-30-a.md:1 error the date in the file\'s name does not exist: February 2024 has 29 days (2024-02-30) → Write "date: 2024-12-31" between two lines of --- at the top, or name the file 2024-12-31-my-post.md.',
		]);
	});

	test("that the clock skipped or repeated are warnings that say what was taken", () => {
		const { article, said } = read("date: 2024-03-31 02:30", berlin);
		expect(article).toMatchObject({ date: Date.parse("2024-03-31T01:30Z") });
		expect(said).toMatchObject([
			{
				severity: "warning",
				code: "date-ambiguous",
				message:
					'"date" is no single instant: 2024-03-31 02:30 does not exist in Europe/Berlin (the clock skipped it); 2024-03-31T01:30:00Z was taken',
				hint: "Write the offset too, as in 2024-03-31T02:30:00+01:00.",
				line: 2,
			},
		]);
	});

	test("in a file's name are warned of as well", () => {
		const { article, said } = read("title: A", {
			...berlin,
			dateOnlyTime: "02:30",
			path: "2024-03-31-a.md",
		});
		expect(article).toMatchObject({ date: Date.parse("2024-03-31T01:30Z") });
		expect(said).toMatchObject([
			{ severity: "warning", code: "date-ambiguous", line: 1 },
		]);
	});

	test("updated before date is a warning, and date is taken", () => {
		const { article, said } = read("date: 2024-01-02\nupdated: 2024-01-01");
		expect(article).toMatchObject({ updated: Date.parse("2024-01-02") });
		expect(said).toEqual([
			{
				severity: "warning",
				code: "updated-before-date",
				message:
					'"updated" is before the article\'s date: 2024-01-01T00:00:00Z; 2024-01-02T00:00:00Z is taken',
				hint: "Write a later instant, or leave it out.",
				file: "articles/a.md",
				line: 3,
				column: 10,
			},
		]);
	});
});

describe("a draft", () => {
	test.each([
		"draft: true",
		"draft: yes\ntitle: [a]\nslug: ../x\ndate: never",
		"draft: true\ntitle: A\ntitle: B",
		"draft: false\ndraft: true",
	])("is only a draft, whatever else is wrong: %j", (frontMatter) => {
		expect(read(frontMatter)).toEqual({ article: "draft", said: [] });
	});

	test("is none when it is false", () => {
		expect(readWell("draft: false\ndate: 2024-01-02").slug).toBe("a");
	});

	test("that is neither is an error", () => {
		expect(readBadly("draft: soon\ndate: 2024-01-02")).toEqual([
			'articles/a.md:2:8 error "draft" is neither true nor false: soon → Write draft: true or draft: false.',
		]);
	});
});

describe("all mistakes of an article are told at once", () => {
	// What was wrong beside a date once came to light only after that was mended.
	test.each(["draft: soon", "date: never", "title: no date"])(
		"with %s",
		(line) => {
			const messages = readBadly(
				`${line}\nslug: ../x\nlink: ftp://x.org/\nupdated: 1960-01-01`,
			);
			expect(messages).toHaveLength(line.startsWith("draft") ? 4 : 3);
			expect(messages.join("\n")).not.toContain("is before");
		},
	);

	test("each under its own key and at its own place", () => {
		const frontMatter = `date: 2024-01-02
language: english
slug: ../../x
permalink: //evil.example/
authors: [{ email: a@x.org }, { name: B, email: "@", url: "javascript:1" }]
image: { alt: A }
enclosures: [{ title: T }, "data:text/html,x"]
link: a/b
content: all
tags: { a: b }
title: [a]
description: { a: b }
expires: soon
updated: 2024-02-30`;
		const messages = readBadly(frontMatter).map(
			(line) => line.replace("articles/a.md:", "").split(" → ")[0],
		);
		expect(messages).toEqual([
			'3:11 error "language" is no language: english',
			'12:8 error "title" is a list, not text',
			`4:7 error "slug" leads out of the site's articles: ../../x`,
			'5:12 error "permalink" leads to another site: //evil.example/',
			'13:14 error "description" is a group of keys, not text',
			'15:10 error "updated" does not exist: February 2024 has 29 days (2024-02-30)',
			'14:10 error "expires" is not a date: soon',
			'6:11 error "authors[0]" has no name',
			'6:49 error "authors[1].email" is no e-mail address: @',
			'6:59 error "authors[1].url" is no address that a reader could load: javascript:1',
			'11:7 error "tags" is a group of keys, not text',
			'7:8 error "image" has no "src"',
			'8:14 error "enclosures[0]" has no "src"',
			'8:28 error "enclosures[1]" is no address that a reader could load: data:text/html,x',
			'9:7 error "link" is no address of a page: a/b',
			'10:10 error "content" is none of full, summary: all',
		]);
	});
});

describe("permalinks", () => {
	const pattern = { permalink: "/:year/:month/:day/:section/:slug/" };

	test("are dated by the calendar of the site's zone", () => {
		const late = "date: 2023-12-31T20:00:00Z";
		expect(readWell(late, pattern).url).toBe(
			"https://x.org/blog/2023/12/31/a/",
		);
		expect(readWell(late, { ...pattern, ...tokyo }).url).toBe(
			"https://x.org/blog/2024/01/01/a/",
		);
		expect(readWell("date: 0800-02-03", pattern).url).toBe(
			"https://x.org/blog/0800/02/03/a/",
		);
	});

	test.each([
		["permalink: /p/", "p/"],
		["permalink: https://x.org/blog/p/", "p/"],
		['permalink: "/?p=1"', "?p=1"],
		["slug: /s/", "2024/01/02/s/"],
		["slug: a b/ü", "2024/01/02/a-b/%C3%BC"],
		["section: News & more", "2024/01/02/News-&-more/a/"],
		['slug: "C#"', "2024/01/02/C%23/"],
		['slug: "[1]|2"', "2024/01/02/%5B1%5D%7C2/"],
	])("%s leads to %s", (line, path) => {
		const { url } = readWell(`date: 2024-01-02\n${line}`, pattern);
		expect(url.replace(/\/$/, "")).toBe(
			`https://x.org/blog/${path}`.replace(/\/$/, ""),
		);
	});

	// A section once led out of the site's own path.
	test.each(["..", "../..", "a/ .. /..", "%2e%2e"])(
		"a section %s leads nowhere",
		(section) => {
			const messages = readBadly(`date: 2024-01-02\nsection: "${section}"`, {
				permalink: "/:section/:slug/",
			});
			expect(messages).toEqual([
				`articles/a.md:3:10 error "section" leads out of the site's articles: ${section} → Write one part of the address alone, such as my-first-post.`,
			]);
		},
	);

	test("stay below the site, whatever the file is called", () => {
		const paths = ["%2e%2e/%2e%2e/a.md", " .. / .. /a.md", "%2E./a.md"];
		for (const path of paths) {
			const named = { path, permalink: "/:path/" };
			expect(readWell("date: 2024-01-02", named).url).toMatch(
				/^https:\/\/x\.org\/blog\/.+\/a\/$/,
			);
		}
	});

	test("are equal where a name is in another normal form", () => {
		const urls = ["caf\u00e9.md", "cafe\u0301.md"].map(
			(path) => readWell("date: 2024-01-02", { path }).url,
		);
		expect(urls[0]).toBe("https://x.org/blog/caf%C3%A9/");
		expect(urls[1]).toBe(urls[0]);
	});
});

describe("an empty file", () => {
	test.each(["", "\n", " \t\n\n"])("%j is an error", (text) => {
		const said: Diagnostic[] = [];
		const source = { file: "articles/a.md", path: "a.md", text };
		expect(readArticle(source, site, (one) => said.push(one))).toBe("failed");
		expect(said).toEqual([
			{
				severity: "error",
				code: "article-empty",
				message: "the file is empty",
				hint: "Write the article, or delete the file.",
				file: "articles/a.md",
				line: 1,
			},
		]);
	});
});

test("keys that every object has are keys like others", () => {
	const article = readWell(
		"__proto__: { title: A }\nconstructor: B\ndate: 2024-01-02",
	);
	expect(article.title).toBeUndefined();
});

// YAML above `---` is a heading to Markdown: it was once published as the title of a note.
describe("front matter without its first fence", () => {
	const read = (text: string) => {
		const said: string[] = [];
		const source = { file: "2024-05-03-a.md", path: "2024-05-03-a.md", text };
		const reading = readArticle(source, site, ({ code }) => said.push(code));
		return { reading: typeof reading, said };
	};

	test("is an error", () => {
		const text = "title: Third\ntags: [x]\n---\n\nText.\n";
		expect(read(text).said).toEqual(["front-matter-unopened"]);
	});

	test.each([
		"Note: a heading\n---\n\nText.\n",
		"title: no fence at all\n\nText.\n\n---\n",
		"Text.\n\ntitle: x\n---\n",
		"https://example.org/\n---\n",
	])("is not seen in %j", (text) => {
		expect(read(text)).toEqual({ reading: "object", said: [] });
	});
});

describe("where the generator is unknown", () => {
	const unknown = { dialect: common };

	test("a plain article reads as before", () => {
		const frontMatter = `title: A
date: 2024-01-02
updated: 2024-01-03
slug: hello
authors: [Ann]
tags: [C++]
image: a.png
link: https://elsewhere.example/`;
		expect(readWell(frontMatter, unknown)).toEqual(
			readWell(frontMatter, { dialect: plain }),
		);
	});

	test("other generators' names are understood", () => {
		const frontMatter = `headline: A
pubDate: 2024-01-02
lastmod: 2024-01-03
excerpt: What it is.
byline: Ann
heroImage: /a.png
topics: C++, .NET
redirect_from: /old/
lang: fr`;
		expect(readWell(frontMatter, unknown)).toMatchObject({
			title: "A",
			date: Date.parse("2024-01-02"),
			updated: Date.parse("2024-01-03"),
			description: "What it is.",
			authors: [{ name: "Ann" }],
			image: "https://x.org/a.png",
			tags: ["C++", ".NET"],
			aliases: ["https://x.org/blog/old/"],
			language: "fr",
		});
	});

	test.each([
		...["Tips &amp; Tricks", "It&#8217;s <em>new</em>", "A<br>B"],
		...["C++ vector<int>", "Vec<T> in <b>Rust</b>"],
	])("the title %s is what it says", (title) => {
		const lines = `title: ${JSON.stringify(title)}\ndate: 2024-01-02`;
		expect(readWell(lines, unknown).title).toBe(title);
		expect(readWell(lines).title).toBe(title);
	});

	test.each([
		["Tips &amp; Tricks", "Tips & Tricks"],
		["It&#8217;s <em>new</em>", "It’s new"],
		["A<br>B", "A B"],
		["AT&T", "AT&T"],
		["1 < 2 > 0", "1 < 2 > 0"],
		// These are no elements: a title once lost them.
		["C++ vector<int>", "C++ vector<int>"],
		["Vec<T> & Option<T> in <b>Rust</b>", "Vec<T> & Option<T> in Rust"],
		["]]></title></item>", "]]></title></item>"],
		["<script>alert(1)</script>", "<script>alert(1)</script>"],
		["The <b", "The <b"],
		["a <!-- b --> c", "a <!-- b --> c"],
	])("in a generator's the title %s is %s", (title, text) => {
		const lines = `title: ${JSON.stringify(title)}\ndate: 2024-01-02`;
		expect(readWell(lines, { dialect: jekyll }).title).toBe(text);
	});

	test("a title of a megabyte takes no time", () => {
		const start = performance.now();
		for (const sign of ["<", "<b ", "&", "</b>", "<b <"])
			read(`title: "${sign.repeat(300_000)}"\ndate: 2024-01-02`, {
				dialect: jekyll,
			});
		expect(performance.now() - start).toBeLessThan(10_000);
	});

	test("what is wrong in a generator's article with less than it needs is a warning, and is left out", () => {
		const { article, said } = read(
			"date: 2024-01-02\nauthor: { email: a@x.org }\nimage: { alt: A }\nupdated: soon",
			{ dialect: jekyll },
		);
		expect(article).toMatchObject({ authors: [], image: undefined });
		expect(said.map(({ severity, code }) => [severity, code])).toEqual([
			["warning", "date-invalid"],
			["warning", "author-nameless"],
			["warning", "image-sourceless"],
		]);
	});

	test.each([
		["2024-01-02", "date: 2024-01-02", "a.md"],
		["2014-12-12", "permalink: /2014/12/12/a.html", "a.md"],
		["2024-01-02", "title: A", "2024/01/02/a.md"],
		["2024-01-02", "date: Last Modified", "2024-01-02-a.md"],
		["2024-01-02", "date: git Created", "2024-01-02-a.md"],
	])("the date is %s of %s in %s", (date, lines, path) => {
		expect(readWell(lines, { ...unknown, path }).date).toBe(Date.parse(date));
	});

	test.each([
		...["published: false", "publish: no", "status: draft", "hidden: true"],
		...["unlisted: true"],
	])("%s is a draft", (line) => {
		expect(read(`date: 2024-01-02\n${line}`, unknown).article).toBe("draft");
		expect(readWell(`date: 2024-01-02\n${line}`).slug).toBe("a");
	});

	test("what lies among drafts is one", () => {
		const among = { ...unknown, path: "_drafts/a.md" };
		expect(read("title: A", among).article).toBe("draft");
	});

	test("a UUID is an id of its own name space", () => {
		const uuid = "AC17F12F-7b16-5068-8715-179e2afd372b";
		const { id } = readWell(`date: 2024-01-02\nuuid: ${uuid}`, unknown);
		expect(id).toBe(`urn:uuid:${uuid.toLowerCase()}`);
	});

	test("a generator's link to the site itself leads nowhere else", () => {
		const lines = "date: 2024-01-02\nlink: https://x.org/blog/a/";
		expect(readWell(lines, { dialect: jekyll }).link).toBeUndefined();
		for (const more of [{}, unknown])
			expect(readWell(lines, more).link).toBe("https://x.org/blog/a/");
	});
});

describe("a page is no article", () => {
	const unknown = { dialect: common };
	test.each([
		["_index.md", "title: Posts"],
		["README.md", "date: 2024-01-02"],
		["about.md", "title: About"],
		["index.md", "title: Home"],
		["a.md", "title: A\nlayout: page"],
		["a.md", "redirect_to: /b/"],
		["a.md", "date: 2024-01-02\nlayout: redirect"],
	])("%s with %j", (path, lines) => {
		expect(read(lines, { ...unknown, path })).toEqual({
			article: "page",
			said: [],
		});
	});

	test.each([
		["about.md", "date: 2024-01-02"],
		["notes/index.md", "date: 2024-01-02"],
		["a.md", "date: 2024-01-02\nlayout: post"],
	])("but %s with %j is one", (path, lines) => {
		expect(readWell(lines, { ...unknown, path }).path).toBe(path);
	});

	test("a plain one is an article, or lacks its date", () => {
		expect(readWell("date: 2024-01-02", { path: "_index.md" }).slug).toBe(
			"_index",
		);
		expect(readBadly("title: About", { path: "about.md" })).toHaveLength(1);
	});

	test.each(["", "---\ntitle: A\n"])("also where its text is %j", (text) => {
		const source = { file: "_a.md", path: "_a.md", text };
		const said: Diagnostic[] = [];
		const reading = readArticle(source, createSite(unknown), (one) =>
			said.push(one),
		);
		expect([reading, said]).toEqual(["page", []]);
	});
});

describe("what stands for articles of a part of the site", () => {
	const defaults = [
		{ scope: "", values: new Map([["author", "All"]]) },
		{ scope: "news", values: new Map([["author", "News"]]) },
		{ scope: "news/old", values: new Map([["draft", "true"]]) },
	];
	const of = (path: string, lines = "date: 2024-01-02") =>
		read(lines, { path, dialect: jekyll, defaults }).article;

	test("is the most particular that has a word", () => {
		expect(of("a.md")).toMatchObject({ authors: [{ name: "All" }] });
		expect(of("news/a.md")).toMatchObject({ authors: [{ name: "News" }] });
		expect(of("newspaper/a.md")).toMatchObject({ authors: [{ name: "All" }] });
		expect(of("news/old/a.md")).toBe("draft");
	});

	test("gives way to the article's own", () => {
		const own = "date: 2024-01-02\nauthor: Own\ndraft: false";
		expect(of("news/old/a.md", own)).toMatchObject({
			authors: [{ name: "Own" }],
		});
	});
});

describe("words between blanks", () => {
	test.each([
		["tags: open source", { tags: ["open", "source"] }],
		["tag: open source", { tags: ["open source"] }],
		["categories: open source", { categories: ["open", "source"] }],
		["category: open source", { categories: ["open source"] }],
	])("%s", (line, found) => {
		const lines = `date: 2024-01-02\n${line}`;
		expect(readWell(lines, { dialect: jekyll })).toMatchObject(found);
	});
});

// What was said of files only when they were looked for once went to nobody.
test("an attachment that complains after the article was read is heard", () => {
	const said: Diagnostic[] = [];
	const text = "---\ndate: 2024-01-02\nenclosures: [a.mp3]\n---\nText.\n";
	const source = { file: "a.md", path: "a.md", text };
	const article = readArticle(source, site, (one) => said.push(one));
	if (typeof article === "string") throw new Error(article);
	expect(said).toEqual([]);
	article.attachments[0]?.complain({
		severity: "warning",
		code: "enclosure-missing",
		problem: "names a file that is not here",
		hint: "Put it there.",
	});
	expect(said).toMatchObject([{ code: "enclosure-missing", line: 3 }]);
});
