import { describe, expect, test } from "vitest";
import type { Article } from "../src/article.ts";
import type { FeedSettings, Settings } from "../src/config/settings.ts";
import type { Diagnostic } from "../src/diagnostics.ts";
import { planFeeds, toPathPart } from "../src/families.ts";

const formats = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };
const all: FeedSettings = {
	path: "/",
	limit: 50,
	title: "The Example",
	formats,
	content: "full",
};
const byTag: FeedSettings = {
	...all,
	path: "/tags/:tag/",
	each: "tag",
	title: ":tag — The Example",
};

/** Articles, newest first, of these tags. */
const createArticles = (...tags: readonly (readonly string[])[]) =>
	tags.map((own, i) => ({ slug: String(i), tags: own }) as unknown as Article);

function plan(
	feeds: readonly FeedSettings[],
	published: readonly Article[],
	expired: readonly Article[] = [],
) {
	const said: Diagnostic[] = [];
	const settings = { feeds, file: "feed.config.json" } as unknown as Settings;
	const planned = planFeeds(settings, published, expired, (one) =>
		said.push(one),
	);
	const name = (list: readonly Article[]) => list.map(({ slug }) => slug);
	return {
		feeds: planned.map(({ path, title, articles, expired }) => ({
			path,
			title,
			articles: name(articles),
			...(expired.length > 0 && { expired: name(expired) }),
		})),
		said,
	};
}

describe("in a path a tag is", () => {
	test.each([
		["News", "news"],
		["C++", "cplusplus"],
		["C#", "csharp"],
		["C", "c"],
		[".NET", "-net"],
		["R & D <lab>", "r-d-lab-"],
		["a/b\\c", "a-b-c"],
		["..", "-"],
		["../../x", "-x"],
		["%2e%2e", "-2e-2e"],
		["日本語", "日本語"],
		["cafe\u0301", "caf\u00e9"],
		["CAFÉ", "café"],
		["हिन्दी", "हिन्दी"],
		["ไทย", "ไทย"],
		["İstanbul", "i\u0307stanbul"],
		// Lower case has a sign of its own where upper case needs two.
		["J\u030C", "\u01F0"],
		["1.10", "1-10"],
		["١٢", "١٢"],
		["👩‍👩‍👧", "-"],
		[":tag", "-tag"],
		["$&", "-"],
		["nul", "nul"],
		["a\u202Eb", "a-b"],
	])("%s: %s", (tag, part) => {
		expect(toPathPart(tag)).toBe(part);
		expect(toPathPart(part)).toBe(part);
	});
});

describe("a family", () => {
	test("has a feed for each tag, in the order of their paths, each newest first", () => {
		const articles = createArticles(["b", "a"], [], ["a"]);
		expect(plan([byTag], articles)).toEqual({
			feeds: [
				{ path: "/tags/a/", title: "a — The Example", articles: ["0", "2"] },
				{ path: "/tags/b/", title: "b — The Example", articles: ["0"] },
			],
			said: [],
		});
	});

	test("stands where the configuration has it", () => {
		const feeds = [byTag, all];
		const { feeds: planned } = plan(feeds, createArticles(["a"]));
		expect(planned.map(({ path }) => path)).toEqual(["/tags/a/", "/"]);
	});

	test("takes tags that are equal when case-folded for one, spelled as its oldest article does", () => {
		const articles = createArticles(["NEWS"], ["news"], ["News"]);
		expect(plan([byTag], articles)).toEqual({
			feeds: [
				{
					path: "/tags/news/",
					title: "News — The Example",
					articles: ["0", "1", "2"],
				},
			],
			said: [],
		});
	});

	test("fills in every placeholder, whatever signs the tag holds", () => {
		const feed = { ...byTag, path: "/:tag/:tag/", title: ":tag, :tag" };
		expect(plan([feed], createArticles([":tag $& $1"])).feeds).toMatchObject([
			{ path: "/-tag-1/-tag-1/", title: ":tag $& $1, :tag $& $1" },
		]);
	});

	test("takes the names that every object has for tags like others", () => {
		const articles = createArticles(["__proto__", "constructor"]);
		const { feeds } = plan([byTag], articles);
		expect(feeds.map(({ path }) => path)).toEqual([
			"/tags/-proto-/",
			"/tags/constructor/",
		]);
	});

	test("remembers what expired, but makes no feed of it", () => {
		const [old] = createArticles(["News", "gone"]);
		if (old === undefined) throw new Error("no article");
		expect(plan([all, byTag], createArticles(["news"]), [old])).toMatchObject({
			feeds: [
				{ path: "/", expired: ["0"] },
				{ path: "/tags/news/", expired: ["0"] },
			],
		});
	});

	// Once nothing was said of it.
	test("of which nobody has a tag is an empty feed", () => {
		expect(plan([byTag], createArticles([], [])).feeds).toEqual([
			{ path: "/tags/:tag/", title: ":tag — The Example", articles: [] },
		]);
	});
});

describe("two feeds in one place are one error", () => {
	test("two tags", () => {
		expect(plan([byTag], createArticles(["C++"], ["cplusplus"])).said).toEqual([
			{
				severity: "error",
				code: "feed-collision",
				message: expect.stringMatching(
					/^2 feeds have one path, \/tags\/cplusplus\/: "cplusplus — The Example" \(.*\), "C\+\+ — The Example" \(.*\)$/,
				),
				hint: "Spell the tags alike in the articles, or change a path of the feeds.",
				file: "feed.config.json",
			},
		]);
	});

	test("three tags are one error as well", () => {
		const articles = createArticles(["a b"], ["a-b"], ["a.b"]);
		expect(plan([byTag], articles).said).toHaveLength(1);
	});

	test("a tag and another feed", () => {
		const news = { ...all, path: "/tags/news/", title: "All news" };
		expect(plan([news, byTag], createArticles(["News"])).said).toMatchObject([
			{
				message: expect.stringMatching(
					/^2 feeds have one path, \/tags\/news\/: "All news" \(.*\), "News — The Example"/,
				),
			},
		]);
	});

	test("but not where their files have other names", () => {
		const news = {
			...all,
			path: "/tags/news/",
			formats: { rss: "news.xml" },
		};
		expect(plan([news, byTag], createArticles(["News"])).said).toEqual([]);
	});
});
