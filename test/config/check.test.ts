import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.ts";
import { formatPath } from "../../src/config/mistake.ts";
import { settleSettings } from "../../src/config/settings.ts";
import { createGenerator } from "../support/articles.ts";

const root = resolve("/home/ada/news");
const site = { url: "https://news.example.org/", title: "The Example" };
const generator = createGenerator({ folder: root });
const place = { workingDirectory: root, root, file: "feed.config.ts" };

/** Everything that is wrong, each as `message → hint`. */
function findMistakes(config: unknown): string[] {
	const checked = checkConfig(config, root);
	if (!("mistakes" in checked)) return [];
	return checked.mistakes.map(({ message, hint }) => `${message} → ${hint}`);
}

function settle(config: object) {
	const checked = checkConfig({ site, ...config }, root);
	if ("mistakes" in checked)
		throw new Error(checked.mistakes.map(({ message }) => message).join("\n"));
	return settleSettings(checked.config, generator, place);
}

const settleSite = (more: object) =>
	settle({ site: { ...site, ...more } }).site;
const settleFeeds = (feeds: unknown, more: object = {}) =>
	settle({ feeds, ...more }).feeds;

test("two keys are enough, and the defaults are those of the manual", () => {
	expect(settle({})).toEqual({
		root,
		file: "feed.config.ts",
		site: {
			url: "https://news.example.org/",
			title: "The Example",
			description: "The Example",
			language: "en",
			timeZone: "UTC",
			dateOnlyTime: "00:00",
			authors: [],
		},
		articles: ["articles"],
		generator,
		permalink: undefined,
		output: resolve(root, "dist"),
		outputShown: "dist",
		feeds: [
			{
				path: "/",
				where: [],
				limit: 50,
				minimum: 1,
				title: "The Example",
				formats: { rss: "rss.xml", atom: "atom.xml", json: "feed.json" },
				content: "full",
			},
		],
		linkTo: "article",
		hubs: [],
		cache: true,
	});
});

describe("values that are settled", () => {
	test.each([
		["https://x.org", "https://x.org/"],
		["https://x.org/", "https://x.org/"],
		["HTTP://X.org:80/Blog", "http://x.org/Blog/"],
		["https://x.org/blog///", "https://x.org/blog/"],
		["https://例え.jp/", "https://xn--r8jz45g.jp/"],
		["http://localhost:8080", "http://localhost:8080/"],
		[" https://x.org/ ", "https://x.org/"],
	])("site.url %s is %s", (url, settled) => {
		expect(settleSite({ url }).url).toBe(settled);
	});

	test.each([
		["logo.png", "https://x.org/blog/logo.png"],
		["/logo.png", "https://x.org/blog/logo.png"],
		["./a b.png?v=2", "https://x.org/blog/a%20b.png?v=2"],
		["../logo.png", "https://x.org/logo.png"],
		["img/a:b.png", "https://x.org/blog/img/a:b.png"],
		["https://cdn.example/logo.png", "https://cdn.example/logo.png"],
	])("a picture %s is appended to the site's address", (picture, settled) => {
		const settledSite = settleSite({
			url: "https://x.org/blog",
			image: picture,
			icon: picture,
			authors: [{ name: "Ada", avatar: picture }],
		});
		expect(settledSite.image).toBe(settled);
		expect(settledSite.icon).toBe(settled);
		expect(settledSite.authors).toEqual([{ name: "Ada", avatar: settled }]);
	});

	test.each([
		["en", "en"],
		["EN-us", "en-US"],
		["zh-hant-tw", "zh-Hant-TW"],
		["iw", "he"],
		["gsw", "gsw"],
	])("language %s is %s", (language, settled) => {
		expect(settleSite({ language }).language).toBe(settled);
	});

	test("white space in texts becomes single blanks", () => {
		const settled = settleSite({
			title: " The\r\n\tExample ",
			description: "One\n\nsentence\u00a0here",
			copyright: "© 2024  Ada",
		});
		expect(settled.title).toBe("The Example");
		expect(settled.description).toBe("One sentence here");
		expect(settled.copyright).toBe("© 2024 Ada");
	});

	test.each(["Asia/Tokyo", "UTC", "America/Argentina/Buenos_Aires"])(
		"time zone %s is left alone",
		(timeZone) => expect(settleSite({ timeZone }).timeZone).toBe(timeZone),
	);

	test.each(["00:00", "09:00", "23:59:59"])(
		"time of day %s is left alone",
		(dateOnlyTime) =>
			expect(settleSite({ dateOnlyTime }).dateOnlyTime).toBe(dateOnlyTime),
	);

	test("an author is kept whole", () => {
		expect(
			settleSite({
				authors: [
					{ name: "Ada", email: "ada@example.org", url: "https://ada.example" },
				],
			}).authors,
		).toEqual([
			{ name: "Ada", email: "ada@example.org", url: "https://ada.example/" },
		]);
	});

	test.each([
		["posts", ["posts"]],
		[
			["posts", "../notes/**/*.md"],
			["posts", "../notes/**/*.md"],
		],
	])("articles %j are a list", (articles, settled) => {
		expect(settle({ articles }).articles).toEqual(settled);
	});

	test.each([
		"/:slug/",
		"/:year/:month/:day/:slug.html",
		"/:lang/:section/:path/",
		"/:filename",
	])("permalink %s is left alone", (permalink) => {
		expect(settle({ permalink }).permalink).toBe(permalink);
	});

	test.each([
		["/", "/"],
		["news", "/news/"],
		["/news", "/news/"],
		["/news/日本/", "/news/日本/"],
	])("a feed's path %s is %s", (path, settled) => {
		expect(settleFeeds([{ path }])[0]?.path).toBe(settled);
	});

	test("a family has the tag in its default title, other feeds the site's", () => {
		const feeds = settleFeeds([
			{ path: "/tags/:tag/", each: "tag", limit: false },
			{ path: "/a/" },
			{ path: "/b/", title: "Own" },
		]);
		expect(feeds.map((feed) => feed.title)).toEqual([
			":tag — The Example",
			"The Example",
			"Own",
		]);
		expect(feeds[0]).toMatchObject({ each: "tag", limit: false });
	});

	test.each(["tag", "category", "author", "section", "language", "year"])(
		"a feed is made for each %s",
		(each) => {
			expect(settleFeeds([{ path: `x/:${each}`, each, minimum: 3 }])).toEqual([
				{
					path: `/x/:${each}/`,
					each,
					where: [],
					limit: 50,
					minimum: 3,
					title: `:${each} — The Example`,
					formats: { rss: "rss.xml", atom: "atom.xml", json: "feed.json" },
					content: "full",
				},
			]);
		},
	);

	test("a feed's filters are a list, the words as they were written", () => {
		const where = {
			years: { any: [2024, " 2025 "] },
			tags: { any: ["Release", "a  b"], none: ["beta"] },
			authors: undefined,
			languages: { none: ["pt-BR"], any: undefined },
		};
		const [feed] = settleFeeds([{ path: "/:tag/", each: "tag", where }]);
		expect(feed?.where).toEqual([
			{ family: "tag", any: ["Release", "a b"], none: ["beta"] },
			{ family: "language", any: [], none: ["pt-BR"] },
			{ family: "year", any: ["2024", "2025"], none: [] },
		]);
	});

	test("a title may hold what only looks like a placeholder", () => {
		const title = "Re:tags, 12:30 and :slug";
		expect(settleFeeds([{ path: "/", title }])[0]?.title).toBe(title);
	});

	test("a feed's own formats and content win over those of all feeds", () => {
		const feeds = settleFeeds(
			[
				{ path: "/" },
				{ path: "/a", formats: { rss: "news.xml", json: "all.json" } },
				{ path: "/b", formats: { rss: false }, content: "full" },
			],
			{ formats: { rss: "feed.xml", json: false }, content: "summary" },
		);
		expect(feeds.map((feed) => feed.formats)).toEqual([
			{ rss: "feed.xml", atom: "atom.xml" },
			{ rss: "news.xml", atom: "atom.xml", json: "all.json" },
			{ atom: "atom.xml" },
		]);
		expect(feeds.map((feed) => feed.content)).toEqual([
			"summary",
			"summary",
			"full",
		]);
	});

	test("hubs are normalised and none stands twice", () => {
		expect(
			settle({ hubs: ["https://hub.example", "https://hub.example/"] }).hubs,
		).toEqual(["https://hub.example/"]);
	});

	test.each([true, false, ".cache"])("cache %j is taken", (cache) => {
		expect(findMistakes({ site, cache })).toEqual([]);
	});

	test("output may lead outside, and messages name it from the working directory", () => {
		const settled = settle({ output: "../public" });
		expect(settled.output).toBe(resolve(root, "../public"));
		expect(settled.outputShown).toBe("../public");
	});

	test("undefined is as if the key were absent, $schema has no meaning", () => {
		expect(settle({ hubs: undefined, $schema: "x", feeds: undefined })).toEqual(
			settle({}),
		);
	});
});

const badSites: [object, string][] = [
	[
		{ url: "news.example.org" },
		'"site.url" is not an absolute address: news.example.org → Write it with its scheme: https://news.example.org',
	],
	[
		{ url: "/blog/" },
		'"site.url" is not an absolute address: /blog/ → Write it with its scheme and host, such as https://www.example.org/.',
	],
	[
		{ url: "ftp://x.org/" },
		'"site.url" is not an address of the web: ftp://x.org/ → Write one that begins with https:// or http://.',
	],
	[
		{ url: "https://x.org/?a=1" },
		'"site.url" holds a query: https://x.org/?a=1 → Write it without: https://x.org/',
	],
	[
		{ url: "https://x.org/b/#" },
		'"site.url" holds a fragment: https://x.org/b/# → Write it without: https://x.org/b/',
	],
	[
		{ url: "https://ada:pw@x.org/" },
		'"site.url" holds a user name or a password: https://ada:pw@x.org/ → Take it out: it would stand in every feed.',
	],
	[{ url: 42 }, '"site.url" is not text: 42 → Write text between quotes.'],
	[
		{ url: undefined },
		'"site.url" is missing → Add the site\'s address, such as url: "https://www.example.org/".',
	],
	[
		{ title: " \n" },
		'"site.title" is empty: " \\n" → Add the site\'s name, such as title: "My site".',
	],
	[
		{ title: { en: "News" } },
		"\"site.title\" is not text: { en: 'News' } → Write text between quotes.",
	],
	[
		{ title: "a\u0007b" },
		'"site.title" holds U+0007, which no feed can carry: a\\u0007b → Take that character out.',
	],
	[
		{ copyright: "\ud800" },
		'"site.copyright" holds U+D800, which no feed can carry: \\ud800 → Take that character out.',
	],
	[
		{ description: "" },
		'"site.description" is empty: "" → Write it, or leave the key out.',
	],
	[
		{ language: "en_US" },
		'"site.language" is not a language tag: en_US → Did you mean "en-US"?',
	],
	[
		{ language: "jp" },
		'"site.language" is not a language tag: jp → Did you mean "ja"?',
	],
	[
		{ language: "English" },
		'"site.language" is not a language tag: English → Write it as BCP 47 spells it, such as "en", "ja" or "pt-BR".',
	],
	[
		{ timeZone: "Asia/Tokio" },
		'"site.timeZone" is not a time zone: Asia/Tokio → Did you mean "Asia/Tokyo"?',
	],
	[
		{ timeZone: "new york" },
		'"site.timeZone" is not a time zone: new york → Did you mean "America/New_York"?',
	],
	[
		{ timeZone: "+09:00" },
		'"site.timeZone" is not a time zone: +09:00 → Write its IANA name, such as "Asia/Tokyo" or "Europe/Berlin", or "UTC".',
	],
	[
		{ dateOnlyTime: "9:00" },
		'"site.dateOnlyTime" is not a time of day: 9:00 → Write it as "09:00" or "09:00:30".',
	],
	[
		{ dateOnlyTime: "24:00" },
		'"site.dateOnlyTime" is not a time of day: 24:00 → Write it as "09:00" or "09:00:30".',
	],
	[
		{ authors: "Ada" },
		'"site.authors" is not a list: Ada → Write it as [{ name: "Ada Lovelace" }].',
	],
	[
		{ authors: ["Ada"] },
		'"site.authors[0]" is not an object: Ada → Write it as { name: "Ada Lovelace" }.',
	],
	[
		{ authors: [{ email: "ada@example.org" }] },
		'"site.authors[0].name" is missing → Add it, such as name: "Ada Lovelace".',
	],
	[
		{ authors: [{ name: "Ada", email: "Ada <ada@example.org>" }] },
		'"site.authors[0].email" is not an e-mail address: Ada <ada@example.org> → Write it as ada@example.org, without a name or mailto:.',
	],
	[
		{ authors: [{ name: "Ada", url: "ada.example/me" }] },
		'"site.authors[0].url" is not an absolute address: ada.example/me → Write it with its scheme: https://ada.example/me',
	],
	[
		{ authors: [{ name: "Ada", avatar: "data:image/png;base64,AA" }] },
		'"site.authors[0].avatar" is not an address of the web: data:image/png;base64,AA → Write one that begins with https:// or http://.',
	],
	[
		{ image: "//cdn.example/logo.png" },
		'"site.image" is neither a path on the site nor an absolute address: //cdn.example/logo.png → Write it as logo.png or https://www.example.org/logo.png.',
	],
	[
		{ icon: "img\\icon.png" },
		'"site.icon" is neither a path on the site nor an absolute address: img\\\\icon.png → Write it as logo.png or https://www.example.org/logo.png.',
	],
];

const badFeeds: [unknown, string][] = [
	[{ limit: 5 }, '"feeds[0].path" is missing → Add it, such as path: "/".'],
	["/", '"feeds[0]" is not an object: / → Write it as { path: "/" }.'],
	[
		{ path: "https://x.org/" },
		'"feeds[0].path" is not a path: https://x.org/ → Write only what follows the site\'s address, such as "/" or "/tags/:tag/".',
	],
	[
		{ path: "/a//b/" },
		'"feeds[0].path" holds "//": /a//b/ → Write one slash there.',
	],
	[
		{ path: "/a/../../b/" },
		'"feeds[0].path" holds "..": /a/../../b/ → Write the folders themselves.',
	],
	[
		{ path: "/%2E%2e/b/" },
		'"feeds[0].path" holds "%2E%2e": /%2E%2e/b/ → Write the folders themselves.',
	],
	[
		{ path: "/a\\b/" },
		'"feeds[0].path" holds \\\\, which no file can be called everywhere: /a\\\\b/ → Take that character out.',
	],
	[
		{ path: "/a./b/" },
		'"feeds[0].path" holds a name that ends with a dot: /a./b/ → Take it out.',
	],
	[
		{ path: "/a\tb/" },
		'"feeds[0].path" holds "\\t", which no file can be called everywhere: /a\\tb/ → Take that character out.',
	],
	[
		{ path: "/.Feedwright-tmp/" },
		'"feeds[0].path" holds a name that begins with ".feedwright-": /.Feedwright-tmp/ → Choose another one: feedwright keeps its own files under such names.',
	],
	[
		{ path: "/blog/atom.xml" },
		'"feeds[0].path" names a file, not the folder of the feed: /blog/atom.xml → Write the folder here, and the file as formats: { atom: "atom.xml" }.',
	],
	[
		{ path: "/:tga/", each: "tag" },
		'"feeds[0].path" holds ":tga", which stands for nothing here: /:tga/ → Did you mean ":tag"?',
	],
	[
		{ path: "/:lang/", each: "language" },
		'"feeds[0].path" holds ":lang", which stands for nothing here: /:lang/ → Did you mean ":language"?',
	],
	[
		{ path: "/:slug/" },
		'"feeds[0].path" holds ":slug", which stands for nothing here: /:slug/ → Known: :tag :category :author :section :language :year',
	],
	[
		{ path: "/a:/" },
		'"feeds[0].path" holds ":": /a:/ → Take it out, or write :tag.',
	],
	[
		{ path: "/", each: "tag" },
		'"feeds[0].path" has no ":tag", which each: "tag" needs: / → Write it as "/tags/:tag/".',
	],
	...[
		["category", "categories"],
		["author", "authors"],
		["section", "sections"],
		["language", "languages"],
		["year", "years"],
	].flatMap(([family, plural]): [unknown, string][] => [
		[
			{ path: "/", each: family },
			`"feeds[0].path" has no ":${family}", which each: "${family}" needs: / → Write it as "/${plural}/:${family}/".`,
		],
		[
			{ path: `/x-:${family}/` },
			`"feeds[0].path" holds ":${family}" without each: "${family}": /x-:${family}/ → Add each: "${family}" beside it.`,
		],
		[
			{ path: "/:tag/", each: "tag", title: `:tag, :${family}` },
			`"feeds[0].title" holds ":${family}" without each: "${family}": :tag, :${family} → Take it out, since each is "tag" here.`,
		],
	]),
	[
		{ path: "/:year/:tag/", each: "tag" },
		'"feeds[0].path" holds ":year" without each: "year": /:year/:tag/ → Take it out, since each is "tag" here.',
	],
	[
		{ path: "/:tag/" },
		'"feeds[0].path" holds ":tag" without each: "tag": /:tag/ → Add each: "tag" beside it.',
	],
	[
		{ path: "/", title: "On :tag" },
		'"feeds[0].title" holds ":tag" without each: "tag": On :tag → Add each: "tag" beside it.',
	],
	...[
		["tags", "tag"],
		["categories", "category"],
		["lang", "language"],
	].map(([each, meant]): [unknown, string] => [
		{ path: "/", each },
		`"feeds[0].each" is not "tag" or "category" or "author" or "section" or "language" or "year": ${each} → Did you mean "${meant}"?`,
	]),
	...[0, -1, 1.5, "3", false].map((minimum): [unknown, string] => [
		{ path: "/", minimum },
		`"feeds[0].minimum" is not a whole number from 1: ${JSON.stringify(minimum)} → Write a number such as 3.`,
	]),
	[
		{ path: "/", where: {} },
		'"feeds[0].where" is empty: {} → Write it as { tags: { any: ["news"] } }, or leave the key out.',
	],
	[
		{ path: "/", where: { tags: undefined } },
		'"feeds[0].where" is empty: { tags: undefined } → Write it as { tags: { any: ["news"] } }, or leave the key out.',
	],
	[
		{ path: "/", where: ["news"] },
		'"feeds[0].where" is not an object: [ \'news\' ] → Write it as { tags: { any: ["news"] } }.',
	],
	[
		{ path: "/", where: { tags: {} } },
		'"feeds[0].where.tags" is empty: {} → Write it as { any: ["news"] }, or leave the key out.',
	],
	[
		{ path: "/", where: { tags: "news" } },
		'"feeds[0].where.tags" is not an object: news → Write it as { any: ["news"] }.',
	],
	[
		{ path: "/", where: { authors: { none: [] } } },
		'"feeds[0].where.authors.none" is an empty list: [] → Write it as ["Ada Lovelace"], or leave the key out.',
	],
	[
		{ path: "/", where: { sections: { any: "blog" } } },
		'"feeds[0].where.sections.any" is not a list: blog → Write it as ["blog"].',
	],
	[
		{ path: "/", where: { categories: { any: ["News", 5] } } },
		'"feeds[0].where.categories.any[1]" is not text: 5 → Write text between quotes.',
	],
	[
		{ path: "/", where: { languages: { any: [" "] } } },
		'"feeds[0].where.languages.any[0]" is empty: " " → Write it, or leave the key out.',
	],
	...[
		[24, "24"],
		[2024.5, "2024.5"],
		[-2024, "-2024"],
		["MMXXIV", "MMXXIV"],
		["24", '"24"'],
		[["2024"], "[ '2024' ]"],
		[null, "null"],
	].map(([year, shown]): [unknown, string] => [
		{ path: "/", where: { years: { any: [year] } } },
		`"feeds[0].where.years.any[0]" is not a year: ${shown} → Write its four digits, such as 2024.`,
	]),
	...[0, -1, 1.5, Number.NaN, true].map((limit): [unknown, string] => [
		{ path: "/", limit },
		`"feeds[0].limit" is not a whole number from 1: ${limit} → Write a number such as 50, or false for all articles.`,
	]),
	[
		{ path: "/", limit: "50" },
		'"feeds[0].limit" is not a whole number from 1: "50" → Write a number such as 50, or false for all articles.',
	],
	[
		{ path: "/", content: "none" },
		'"feeds[0].content" is not "full" or "summary": none → Write "full" or "summary".',
	],
	[
		{ path: "/", formats: { rss: "a/b.xml" } },
		'"feeds[0].formats.rss" is not a plain file name: a/b.xml → Write a name such as "feed.xml"; folders belong to the "path" of a feed.',
	],
	[
		{ path: "/", formats: { rss: ".." } },
		'"feeds[0].formats.rss" holds a name that ends with a dot: ".." → Take it out.',
	],
	[
		{ path: "/", formats: { json: true } },
		'"feeds[0].formats.json" is neither a file name nor false: true → Write a name such as "feed.xml", or false to leave this format out.',
	],
	[
		{ path: "/", formats: { rss: "feed.xml", atom: "Feed.xml" } },
		'"feeds[0].formats" gives rss and atom one file: Feed.xml → Give each format a file name of its own.',
	],
	[
		{ path: "/", formats: { rss: false, atom: false, json: false } },
		'"feeds[0].formats" leaves out all three formats → Give at least one a file name, such as rss: "rss.xml".',
	],
];

const badConfigs: [object, string][] = [
	[
		{ articles: [] },
		'"articles" is an empty list: [] → Write it as ["articles"], or leave the key out.',
	],
	[
		{ articles: ["a", 1] },
		'"articles[1]" is not text: 1 → Write text between quotes.',
	],
	[
		{ articles: "" },
		'"articles" is empty: "" → Write it, or leave the key out.',
	],
	[
		{ dialect: "wordpress" },
		'"dialect" is none that is known: wordpress → Write "auto" or "plain" or "common" or "hexo" or "jekyll" or "zola" or "hugo" or "pelican" or "mkdocs" or "harmonic" or "docusaurus-1" or "docusaurus" or "eleventy" or "nuxt" or "vitepress" or "svelte" or "astro" or "next".',
	],
	[
		{ dialect: "hugoo" },
		'"dialect" is none that is known: hugoo → Did you mean "hugo"?',
	],
	[
		{ dialect: "plian" },
		'"dialect" is none that is known: plian → Did you mean "plain"?',
	],
	[
		{ permalink: ":slug/" },
		'"permalink" does not begin with "/": :slug/ → Write only what follows the site\'s address, such as /:slug/.',
	],
	[
		{ permalink: "//evil.example/:slug" },
		'"permalink" holds "//": //evil.example/:slug → Write one slash there.',
	],
	[
		{ permalink: "/../:slug" },
		'"permalink" holds "..": /../:slug → Write the folders themselves.',
	],
	[
		{ permalink: "/:slug?a" },
		'"permalink" holds ?, which no path can hold: /:slug?a → Take that character out.',
	],
	[
		{ permalink: "/:yaer/:sulg/:title" },
		'"permalink" holds ":yaer" and ":sulg" and ":title", which stands for nothing here: /:yaer/:sulg/:title → Did you mean ":year" and ":slug"?',
	],
	[
		{ permalink: "/:year/:month/" },
		'"permalink" gives different articles one address: /:year/:month/ → Add :slug, :path or :filename.',
	],
	[
		{ output: "." },
		'"output" is the configuration\'s own folder, or around it: "." → Write a folder of its own, such as "dist": articles in the output folder are never read.',
	],
	[
		{ output: "../.." },
		'"output" is the configuration\'s own folder, or around it: ../.. → Write a folder of its own, such as "dist": articles in the output folder are never read.',
	],
	[
		{ output: "articles" },
		'"output" is the folder of the articles articles, or around it: articles → Write a folder of its own, such as "dist": articles in the output folder are never read.',
	],
	[
		{ output: "content", articles: ["notes", "content/posts/**/*.md"] },
		'"output" is the folder of the articles content/posts/**/*.md, or around it: content → Write a folder of its own, such as "dist": articles in the output folder are never read.',
	],
	[{ feeds: {} }, '"feeds" is not a list: {} → Write it as [{ path: "/" }].'],
	[
		{ feeds: [] },
		'"feeds" is an empty list: [] → Write it as [{ path: "/" }], or leave the key out.',
	],
	[
		{ formats: { rss: false, atom: false, json: false } },
		'"formats" leaves out all three formats → Give at least one a file name, such as rss: "rss.xml".',
	],
	[
		{ content: "ful" },
		'"content" is not "full" or "summary": ful → Did you mean "full"?',
	],
	[
		{ linkTo: "page" },
		'"linkTo" is not "article" or "external": page → Write "article" or "external".',
	],
	[
		{ hubs: "https://hub.example/" },
		'"hubs" is not a list: https://hub.example/ → Write it as ["https://hub.example.net/"].',
	],
	[
		{ hubs: ["hub"] },
		'"hubs[0]" is not an absolute address: hub → Write it with its scheme and host, such as https://www.example.org/.',
	],
	[
		{ cache: 1 },
		'"cache" is neither true, false nor a folder: 1 → Write false for none, or a folder such as ".cache".',
	],
	[
		{ feeds: [{ path: "/a" }, { path: "/" }, { path: "/A/" }] },
		'"feeds[0]" and "feeds[2]" would write one file: /A/rss.xml → Give one of them another path, or other file names in its formats.',
	],
	[
		{ feeds: [{ path: "/feed" }, { path: "/", formats: { rss: "feed" } }] },
		'"feeds[0].path" is a folder where "feeds[1]" has a file: /feed → Choose another path or another file name.',
	],
];

describe("what is wrong is named with the way out", () => {
	test.each(badSites)("site %j", (more, mistake) => {
		expect(findMistakes({ site: { ...site, ...more } })).toEqual([mistake]);
	});

	test.each(badFeeds)("feed %j", (feed, mistake) => {
		expect(findMistakes({ site, feeds: [feed] })).toContain(mistake);
	});

	test.each(badConfigs)("%j", (more, mistake) => {
		expect(findMistakes({ site, ...more })).toEqual([mistake]);
	});

	test.each([
		[null, "The configuration is not an object: null"],
		[[], "The configuration is not an object: []"],
		["x", "The configuration is not an object: x"],
	])("a configuration that is %j", (config, message) => {
		expect(findMistakes(config)).toEqual([
			`${message} → Write it as { site: { url: "https://www.example.org/", title: "My site" } }.`,
		]);
	});

	test("long values are cut", () => {
		expect(findMistakes({ site, linkTo: "😀".repeat(100) })).toEqual([
			`"linkTo" is not "article" or "external": ${"😀".repeat(60)}… → Write "article" or "external".`,
		]);
	});

	test("every mistake is listed at once, whatever else is wrong", () => {
		expect(
			findMistakes({
				site: { tittle: "News", url: "x", timeZone: "Mars" },
				feeds: [{ path: "/" }, { path: "//" }, { path: "/" }, { pth: "/a" }],
				output: ".",
				linkTo: 1,
			}),
		).toEqual([
			'"site.tittle" is an unknown key → Did you mean "title"?',
			'"feeds[3].pth" is an unknown key → Did you mean "path"?',
			'"site.url" is not an absolute address: x → Write it with its scheme and host, such as https://www.example.org/.',
			'"site.title" is missing → Add the site\'s name, such as title: "My site".',
			'"site.timeZone" is not a time zone: Mars → Write its IANA name, such as "Asia/Tokyo" or "Europe/Berlin", or "UTC".',
			'"feeds[1].path" holds "//": // → Write one slash there.',
			'"feeds[3].path" is missing → Add it, such as path: "/".',
			'"linkTo" is not "article" or "external": 1 → Write "article" or "external".',
			'"feeds[0]" and "feeds[2]" would write one file: /rss.xml → Give one of them another path, or other file names in its formats.',
			'"output" is the configuration\'s own folder, or around it: "." → Write a folder of its own, such as "dist": articles in the output folder are never read.',
		]);
	});
});

describe("unknown keys", () => {
	const known = {
		site: "url, title, description, language, timeZone, dateOnlyTime, authors, image, icon, copyright",
		top: "$schema, site, articles, dialect, permalink, output, feeds, formats, content, archive, linkTo, hubs, cache",
	};

	test.each([
		[
			{ artciles: "a" },
			'"artciles" is an unknown key → Did you mean "articles"?',
		],
		[{ Output: "a" }, '"Output" is an unknown key → Did you mean "output"?'],
		[{ title: "a" }, '"title" is an unknown key → Write it inside "site".'],
		[
			{ site: { ...site, feeds: [] } },
			'"site.feeds" is an unknown key → Write it beside "site", not inside.',
		],
		[
			{ site: { ...site, "a b": 1 } },
			`"site["a b"]" is an unknown key → Known here: ${known.site}`,
		],
		[
			{ formats: { atm: "x" } },
			'"formats.atm" is an unknown key → Did you mean "atom"?',
		],
		[
			{ feeds: [{ path: "/", where: { tag: { any: ["a"] } } }] },
			'"feeds[0].where.tag" is an unknown key → Did you mean "tags"?',
		],
		[
			{ feeds: [{ path: "/", where: { years: { an: [2024] } } }] },
			'"feeds[0].where.years.an" is an unknown key → Did you mean "any"?',
		],
		[
			{ feeds: [{ path: "/", where: { tags: { all: ["a"] } } }] },
			'"feeds[0].where.tags.all" is an unknown key → Known here: any, none',
		],
		[
			{ feeds: [{ path: "/", formats: { jsno: false } }] },
			'"feeds[0].formats.jsno" is an unknown key → Did you mean "json"?',
		],
	])("%j", (more, mistake) => {
		expect(findMistakes({ site, ...more })).toEqual([mistake]);
	});

	test("names that every object has are no keys, and change no prototype", () => {
		const config = JSON.parse(
			'{"site":{"url":"https://x.org/","title":"X","__proto__":{"language":"ja"}},"constructor":1,"toString":2}',
		);
		expect(findMistakes(config)).toEqual([
			`"site.__proto__" is an unknown key → Known here: ${known.site}`,
			`"constructor" is an unknown key → Known here: ${known.top}`,
			`"toString" is an unknown key → Known here: ${known.top}`,
		]);
		expect(Object.prototype).not.toHaveProperty("language");
	});
});

test("each kind of mistake has a code of its own", () => {
	const checked = checkConfig(
		{ site: { url: "x" }, outptu: 1, output: "." },
		root,
	);
	expect(
		"mistakes" in checked && checked.mistakes.map(({ code }) => code),
	).toEqual([
		"config-unknown-key",
		"config-invalid",
		"config-missing",
		"config-conflict",
	]);
});

test.each([
	[["feeds", 1, "limit"], "feeds[1].limit"],
	[["site", "a-b"], 'site["a-b"]'],
	[[], ""],
])("a path %j is spelled %s", (path, spelled) => {
	expect(formatPath(path)).toBe(spelled);
});
