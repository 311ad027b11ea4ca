import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ItemMatch, matchItems } from "../../src/published/match-items.ts";
import type { PublishedItem } from "../../src/published/published.ts";
import type { Known } from "../../src/published/traits.ts";
import { createItem, createKnown } from "./items.ts";

const noon = Date.UTC(2024, 4, 1, 12);
const hour = 60 * 60 * 1000;

/** What a match says, on one line. */
function showMatch(match: ItemMatch): string {
	if (match.kind === "matched") return `${match.by}: ${match.article.file}`;
	if (match.kind === "unmatched") return "unmatched";
	const files = match.candidates.map(({ file }) => file);
	return `${files.join(" or ")}? ${match.because}`;
}

const matchAll = (
	items: readonly Partial<PublishedItem>[],
	articles: readonly Partial<Known>[],
) =>
	matchItems(items.map(createItem), articles.map(createKnown)).map(showMatch);

describe("an item is an article", () => {
	test.each<[string, string, Partial<PublishedItem>, Partial<Known>]>([
		["of its id", "id: hello.md", { id: "urn:x:1" }, { id: "urn:x:1" }],
		[
			"of its address",
			"address: hello.md",
			{ url: "http://www.example.com/hello.html?utm_source=rss#a" },
			{},
		],
		[
			"whose address is its id",
			"address: hello.md",
			{ id: "https://example.com/hello", url: "https://feeds.example/~r/1" },
			{},
		],
		[
			"whose id and address are its own",
			"id: hello.md",
			{ id: "https://example.com/hello/" },
			{},
		],
		[
			"that once had its address",
			"address: hello.md",
			{ url: "https://example.com/2024/hello" },
			{ aliases: ["https://example.com/2024/hello/"] },
		],
		[
			"that once had its id for an address",
			"address: hello.md",
			{ id: "http://old.example/?p=7" },
			{ aliases: ["https://old.example/?p=7"] },
		],
		[
			"of its title and day, in another zone",
			"date and title: hello.md",
			{ title: "“Hello” – World…", published: noon },
			{ title: 'hello: "world"', date: noon + 24 * hour },
		],
		[
			"of its title and day, where it says when it was updated alone",
			"date and title: hello.md",
			{ title: "Hello", updated: noon },
			{ title: "Hello", date: noon },
		],
	])("%s", (_, expected, item, article) => {
		expect(matchAll([item], [article])).toEqual([expected]);
	});
});

describe("an item is no article", () => {
	test.each<[string, Partial<PublishedItem>, Partial<Known>]>([
		["of another address", { url: "https://example.com/b/" }, {}],
		[
			"of its date, both without a title",
			{ published: noon },
			{ date: noon - hour },
		],
		[
			"without letters in its title",
			{ title: "!!!" },
			{ title: "!!!", date: 5 },
		],
		[
			"of midnight, which many have",
			{ published: Date.UTC(2024, 4, 1) },
			{ date: Date.UTC(2024, 4, 1) },
		],
		["with neither address nor date", {}, { url: "", date: Number.NaN }],
	])("%s", (_, item, article) => {
		expect(matchAll([item], [article])).toEqual(["unmatched"]);
	});
});

describe("a site that has moved to another host", () => {
	const blog = { file: "a.md", url: "https://new.example/blog/2024/a/" };
	const news = { file: "b.md", url: "https://new.example/news/a/", title: "B" };

	test("keeps its paths", () => {
		const item = { url: "http://old.example/blog/2024/a.html" };
		expect(matchAll([item], [blog, news])).toEqual(["address: a.md"]);
	});

	test.each<[string, string, string, Partial<PublishedItem>]>([
		["with the title", "address: a.md", "/2024/a/", { title: "A" }],
		["with the day", "address: a.md", "/archive/2024/a", { published: noon }],
		[
			"not by the end alone",
			"a.md? the last part of the address alone is the same",
			"/2024/a/",
			{ title: "Another" },
		],
	])("and its base path: %s", (_, expected, path, values) => {
		const item = { url: `https://old.example${path}`, ...values };
		expect(
			matchAll([item], [{ ...blog, title: "A", date: noon + hour }]),
		).toEqual([expected]);
	});

	test("and its base path: the longest common end counts", () => {
		const dated = [blog, news].map((each) => ({ ...each, date: noon }));
		const item = { url: "https://old.example/2024/a/", published: noon };
		expect(matchAll([item], dated)).toEqual(["address: a.md"]);
		const other = { url: "https://old.example/x/a/", published: noon };
		expect(matchAll([other], dated)).toEqual([
			"a.md or b.md? several articles fit: the same end of the address on another host, and date or title",
		]);
	});

	test("is none where one item is on the articles' host", () => {
		const items = [
			{ url: "https://old.example/blog/2024/a/", title: "X", id: "1" },
			{ url: "https://www.new.example/elsewhere/", id: "2" },
		];
		expect(matchAll(items, [blog])).toEqual([
			"a.md? the last part of the address alone is the same",
			"unmatched",
		]);
	});
});

describe("the better evidence wins", () => {
	test("an address over date and title, which leaves the other item in doubt", () => {
		const items = [
			{ id: "1", title: "A", published: noon, url: "https://example.com/x/" },
			{ id: "2", url: "https://example.com/a/" },
		];
		const article = {
			file: "a.md",
			url: "https://example.com/a/",
			title: "A",
			date: noon,
		};
		expect(matchAll(items, [article])).toEqual([
			"a.md? another item fits this article better",
			"address: a.md",
		]);
	});

	test("a link over an id, which may be a former address", () => {
		const item = {
			id: "https://example.com/old/",
			url: "https://example.com/new/",
		};
		const articles = ["old", "new"].map((name) => ({
			file: `${name}.md`,
			url: `https://example.com/${name}/`,
		}));
		expect(matchAll([item], articles)).toEqual(["address: new.md"]);
	});

	test("an id that was given over a link", () => {
		const item = { id: "urn:x:7", url: "https://example.com/a/" };
		const articles = [
			{ file: "a.md", url: "https://example.com/a/" },
			{ file: "b.md", url: "https://example.com/b/", id: "urn:x:7" },
		];
		expect(matchAll([item], articles)).toEqual(["id: b.md"]);
	});

	test("an address to the letter over another spelling", () => {
		const articles = ["/news/", "/news.html"].map((path) => ({
			file: path,
			url: `https://example.com${path}`,
		}));
		const items = articles.map(({ url }) => ({ id: url, url })).reverse();
		expect(matchAll(items, articles)).toEqual(["id: /news.html", "id: /news/"]);
	});

	test("the instant over the day", () => {
		const articles = [0, 2].map((hours) => ({
			file: `${hours}.md`,
			url: `https://example.com/${hours}/`,
			title: "Notes",
			date: noon + hours * hour,
		}));
		const items = [2, 0].map((hours) => ({
			id: String(hours),
			title: "Notes",
			published: noon + hours * hour,
		}));
		expect(matchAll(items, articles)).toEqual([
			"date and title: 2.md",
			"date and title: 0.md",
		]);
	});

	test("weaker evidence decides what stronger leaves open", () => {
		const articles = ["A", "B"].map((title) => ({
			file: `${title}.md`,
			url: `https://example.com/${title}/`,
			aliases: ["https://example.com/shared/"],
			title,
			date: noon,
		}));
		const shared = { url: "https://example.com/shared" };
		expect(matchAll([shared], articles)).toEqual([
			"A.md or B.md? several articles fit: the same address",
		]);
		expect(
			matchAll([{ ...shared, title: "B", published: noon }], articles),
		).toEqual(["date and title: B.md"]);
	});
});

describe("two items for one article", () => {
	test("of one address: the one that agrees better, and of two the newer", () => {
		const url = "https://example.com/hello/";
		const items = ["1", "2", "3"].map((id) => ({ id, url, title: id }));
		expect(matchAll(items, [{ title: "2" }])).toEqual([
			"hello.md? another item fits this article better",
			"address: hello.md",
			"hello.md? another item fits this article better",
		]);
		const twins = items.map((item) => ({ ...item, title: "Hello" }));
		expect(matchAll(twins, [{ title: "Hello" }])[0]).toBe("address: hello.md");
	});

	// A page with all changes in it is linked to by every item, and is none of them.
	test("of one address: none, where nothing else agrees", () => {
		const items = ["1", "2"].map((id) => ({
			id,
			title: id,
			url: `https://example.com/changes/#v${id}`,
		}));
		const page = { file: "changes.md", url: "https://example.com/changes/" };
		expect(matchAll(items, [page])).toEqual(
			items.map(
				() => "changes.md? several items fit this article: the same address",
			),
		);
	});

	test("of one day and title: none", () => {
		const items = [1, 2].map((hours) => ({
			id: String(hours),
			title: "Notes",
			published: noon + hours * hour,
		}));
		expect(matchAll(items, [{ title: "Notes", date: noon }])).toEqual(
			items.map(
				() =>
					"hello.md? several items fit this article: the same day and title",
			),
		);
	});
});

describe("a hint is a doubt", () => {
	test.each<[string, string, Partial<PublishedItem>, Partial<Known>]>([
		[
			"the title alone",
			"hello.md? the title alone is the same",
			{ title: "Hello", published: noon },
			{ title: "Hello", date: noon + 48 * hour },
		],
		[
			"the instant alone",
			"hello.md? the instant alone is the same",
			{ title: "Hello", published: noon },
			{ title: "Good day", date: noon },
		],
		[
			"the last part of the address alone",
			"hello.md? the last part of the address alone is the same",
			{ url: "https://example.com/2024/05/hello.html" },
			{},
		],
	])("%s", (_, expected, item, article) => {
		expect(matchAll([item], [article])).toEqual([expected]);
	});

	test("unless it fits several", () => {
		const articles = [1, 2].map((n) => ({
			url: `https://example.com/${n}/`,
			title: "Notes",
		}));
		expect(matchAll([{ title: "Notes", published: noon }], articles)).toEqual([
			"unmatched",
		]);
	});
});

const anyName = fc.constantFrom("a", "b", "c", "d");
const anyUrl = fc
	.tuple(fc.constantFrom("old", "new"), anyName, anyName)
	.map(([host, ...path]) => `https://${host}.example/${path.join("/")}`);
const anyDate = fc.integer({ min: 0, max: 4 }).map((n) => n * 9 * hour);

test("each article is one item's at most, and the items stay in order", () => {
	const anyItem = fc
		.record({ id: anyUrl, url: anyUrl, title: anyName, published: anyDate })
		.map(createItem);
	const anyArticle = fc
		.record({ url: anyUrl, title: anyName, date: anyDate, id: anyUrl })
		.map(createKnown);
	fc.assert(
		fc.property(fc.array(anyItem), fc.array(anyArticle), (items, articles) => {
			const matches = matchItems(items, articles);
			expect(matches.map(({ item }) => item)).toEqual(items);
			const taken = matches.flatMap((match) =>
				match.kind === "matched" ? [match.article] : [],
			);
			expect(new Set(taken).size).toBe(taken.length);
			for (const match of matches)
				if (match.kind === "doubtful")
					expect(match.candidates.length).toBeGreaterThan(0);
		}),
		{ seed: 20_240_301 },
	);
});

describe("ten thousand items and articles are matched in no time", () => {
	const numbers = Array.from({ length: 10_000 }, (_, n) => n);
	const measure = (
		toItem: (n: number) => Partial<PublishedItem>,
		toArticle: (n: number) => Partial<Known>,
	) => {
		const items = numbers.map((n) =>
			createItem({ id: `urn:x:${n}`, ...toItem(n) }),
		);
		const articles = numbers.map((n) => createKnown(toArticle(n)));
		const start = performance.now();
		const matches = matchItems(items, articles);
		const kinds = new Set(matches.map(({ kind }) => kind));
		return { kinds: [...kinds], seconds: (performance.now() - start) / 1000 };
	};

	test.each<
		[
			string,
			string,
			(n: number) => Partial<PublishedItem>,
			(n: number) => Partial<Known>,
		]
	>([
		[
			"by address",
			"matched",
			(n) => ({ url: `https://example.com/${n}` }),
			(n) => ({ url: `https://example.com/${n}/` }),
		],
		[
			"on another host, below another path",
			"matched",
			(n) => ({ url: `https://old.example/a/${n}`, title: `T ${n}` }),
			(n) => ({ url: `https://example.com/b/${n}/`, title: `T ${n}` }),
		],
		[
			"by title and date",
			"matched",
			(n) => ({ title: "Notes", published: n * 48 * hour }),
			(n) => ({
				url: `https://example.com/${n}/`,
				title: "Notes",
				date: n * 48 * hour,
			}),
		],
		[
			"all alike",
			"unmatched",
			() => ({
				url: "https://old.example/a/b/c/",
				title: "Notes",
				published: 7,
			}),
			(n) => ({
				url: `https://example.com/x/${n}/c/`,
				title: "Notes",
				date: 7,
			}),
		],
		[
			"all linked to one page",
			"doubtful",
			(n) => ({ url: "https://example.com/0/", published: n * hour * 100 + 1 }),
			(n) => ({ url: `https://example.com/${n}/`, date: 1e14 }),
		],
	])("%s", (_, kind, toItem, toArticle) => {
		const { kinds, seconds } = measure(toItem, toArticle);
		expect(kinds).toEqual([kind]);
		expect(seconds).toBeLessThan(5);
	});
});
