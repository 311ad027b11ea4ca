import { describe, expect, test } from "vitest";
import type { Article } from "../src/article.ts";
import type { FeedSettings, Filter, Settings } from "../src/config/settings.ts";
import type { Diagnostic } from "../src/diagnostics.ts";
import { plain } from "../src/dialects/plain.ts";
import { createRenderEntry } from "../src/documents.ts";
import { planFeeds } from "../src/families.ts";
import type { Format } from "../src/formats/format.ts";
import { createReadyStore } from "../src/ready.ts";
import { createSite } from "./support/articles.ts";

const formats = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };
const all: FeedSettings = {
	path: "/",
	where: [],
	limit: 50,
	minimum: 1,
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
const settings = {
	file: "feed.config.json",
	generator: { dialect: plain, facts: {} },
	site: {
		url: "https://example.com/",
		language: "en",
		timeZone: "Asia/Tokyo",
		authors: [{ name: "The Editors" }],
	},
} as unknown as Settings;

/** Articles, newest first, by what they say. */
const create = (...articles: readonly Partial<Article>[]) =>
	articles.map((article, i) => ({
		slug: String(i),
		tags: [],
		categories: [],
		authors: [],
		language: "en",
		date: Date.parse("2024-06-01T00:00:00Z"),
		...article,
	})) as unknown as Article[];

/** Articles, newest first, of these tags. */
const createArticles = (...tags: readonly (readonly string[])[]) =>
	create(...tags.map((own) => ({ tags: own })));

function plan(
	feeds: readonly FeedSettings[],
	published: readonly Article[],
	expired: readonly Article[] = [],
) {
	const said: Diagnostic[] = [];
	const planned = planFeeds({ ...settings, feeds }, published, expired, (one) =>
		said.push(one),
	);
	const name = (list: readonly Article[]) => list.map(({ slug }) => slug);
	return {
		feeds: planned.map(({ path, title, articles, ended }) => ({
			path,
			title,
			articles: name(articles),
			...(ended.length > 0 && { expired: name(ended) }),
		})),
		said,
	};
}

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

	test("gives its title only whole placeholders", () => {
		const feed = { ...byTag, title: ":tags :tag:tag" };
		expect(plan([feed], createArticles(["a"])).feeds).toMatchObject([
			{ title: ":tags aa" },
		]);
	});

	test("of authors has an article once, though two of them have one name", () => {
		const [ada, alsoAda] = [{ name: "Ada" }, { name: "ADA" }];
		const feed = { ...byTag, path: "/by/:author/", each: "author" as const };
		const articles = create({ authors: [ada, alsoAda] }, {});
		expect(plan([feed], articles, articles).feeds).toMatchObject([
			{ path: "/by/ada/", articles: ["0"], expired: ["0"] },
			{ path: "/by/the-editors/", articles: ["1"], expired: ["1"] },
		]);
	});

	const newYear = Date.parse("2023-12-31T15:00:00Z");
	const published = create(
		{ categories: ["Notes", "News"], date: newYear, section: "Docs/API" },
		{ categories: ["News"], date: newYear - 1, language: "pt-BR" },
	);
	test.each([
		["category", "/News/", "News", ["0", "1"]],
		["category", "/Notes/", "Notes", ["0"]],
		["author", "/the-editors/", "The Editors", ["0", "1"]],
		["section", "/docs/api/", "Docs/API", ["0"]],
		["language", "/en/", "en", ["0"]],
		["language", "/pt-br/", "pt-BR", ["1"]],
		// As the calendar shows in the site's zone.
		["year", "/2023/", "2023", ["1"]],
		["year", "/2024/", "2024", ["0"]],
	] as const)("can be of each %s: %s", (each, path, title, articles) => {
		const title_ = `:${each} — The Example`;
		const feed = { ...all, path: `/:${each}/`, each, title: title_ };
		const { feeds, said } = plan([feed], published, published.slice(0, 1));
		expect(said).toEqual([]);
		expect(feeds).toContainEqual({
			path: path.toLowerCase(),
			title: `${title} — The Example`,
			articles,
			...(articles.some((slug) => slug === "0") && { expired: ["0"] }),
		});
	});
});

describe("a filter", () => {
	const where: readonly Filter[] = [
		{ family: "tag", any: ["Release"], none: ["beta"] },
	];
	const published = createArticles(
		["release", "web"],
		["release", "beta"],
		["web"],
		["RELEASE"],
	);

	test("makes a feed of the articles that fit, and counts those that expired", () => {
		const expired = create(
			{ slug: "gone", tags: ["release"] },
			{ slug: "other", tags: ["web"] },
		);
		const feed = { ...all, path: "/releases/", where };
		expect(plan([feed], published, expired)).toEqual({
			feeds: [
				{
					path: "/releases/",
					title: "The Example",
					articles: ["0", "3"],
					expired: ["gone"],
				},
			],
			said: [],
		});
	});

	test("makes a family of the articles that fit", () => {
		expect(
			plan([{ ...byTag, where }], published).feeds.map(({ path, articles }) => [
				path,
				articles,
			]),
		).toEqual([
			["/tags/release/", ["0", "3"]],
			["/tags/web/", ["0"]],
		]);
	});
});

describe("a feed's language is", () => {
	const published = create({ language: "pt-BR" }, { language: "pt-BR" });
	const languages = (feed: Partial<FeedSettings>) =>
		planFeeds(
			{ ...settings, feeds: [{ ...all, ...feed }] },
			published,
			[],
			() => {},
		).map(({ language }) => language);
	const inLanguages = (...any: string[]) => ({
		where: [{ family: "language" as const, any, none: [] }],
	});

	test.each<[string, Partial<FeedSettings>, string | undefined]>([
		[
			"the one of its family",
			{ each: "language", path: "/:language/" },
			"pt-BR",
		],
		["the one that its filter asks for", inLanguages("PT-br"), "pt-BR"],
		[
			"the site's where a filter asks for two",
			inLanguages("pt-BR", "en"),
			undefined,
		],
		// The next article may be in another one.
		["the site's otherwise", {}, undefined],
	])("%s", (_, feed, language) => {
		expect(languages(feed)).toEqual([language]);
	});
});

describe("a feed without articles is left out with a warning", () => {
	const hint =
		"Publish an article that belongs to it, or take the feed out of the configuration.";

	// Once nothing was said of it.
	test("a family of which nobody has a tag", () => {
		expect(plan([all, byTag], createArticles([], []))).toMatchObject({
			feeds: [{ path: "/" }],
			said: [
				{
					severity: "warning",
					code: "feed-empty",
					message: "the feed /tags/:tag/ has no articles and is not written",
					hint,
					file: "feed.config.json",
				},
			],
		});
	});

	test.each([
		["Relase", '"Relase" is no tag of any article; did you mean "release"?'],
		["poetry", '"poetry" is no tag of any article.'],
		// Nothing that is published has it.
		["gone", 'Publish an article that belongs to it, or change its "where".'],
	])("a filter that nothing fits: %s", (tag, hint) => {
		const where = [{ family: "tag" as const, any: [tag], none: ["beta"] }];
		const expired = createArticles(["gone", "beta"]);
		const feed = { ...all, path: "/releases/", where };
		expect(plan([feed], createArticles(["release"]), expired)).toEqual({
			feeds: [],
			said: [
				{
					severity: "warning",
					code: "feed-empty",
					message: `the feed /releases/ has no articles and is not written; it is for { tags: { any: ["${tag}"], none: ["beta"] } }`,
					hint,
					file: "feed.config.json",
				},
			],
		});
	});

	test("but not where nothing is published, which is said once", () => {
		expect(plan([all, byTag], [], createArticles(["a"]))).toEqual({
			feeds: [],
			said: [],
		});
	});
});

describe("a feed below its minimum is left out", () => {
	const articles = createArticles(["a", "b"], ["a"], ["A", "c"]);

	test("silently in a family, whose purpose that is", () => {
		const { feeds, said } = plan([{ ...byTag, minimum: 3 }], articles);
		expect(feeds.map(({ path }) => path)).toEqual(["/tags/a/"]);
		expect(said).toEqual([]);
	});

	test("with a word where nothing is left of a family", () => {
		const { feeds, said } = plan([{ ...byTag, minimum: 4 }], articles);
		expect(feeds).toEqual([]);
		expect(said).toEqual([
			{
				severity: "info",
				code: "feed-below-minimum",
				message:
					"the feeds /tags/:tag/ are not written, since no tag has 4 articles",
				hint: 'Publish more, or lower its "minimum".',
				file: "feed.config.json",
			},
		]);
	});

	test("with a word where it stands alone", () => {
		const where = [{ family: "tag" as const, any: ["b", "c"], none: [] }];
		const feed = { ...all, path: "/b/", where };
		expect(plan([{ ...feed, minimum: 2 }], articles).said).toEqual([]);
		expect(plan([{ ...feed, minimum: 3 }], articles)).toMatchObject({
			feeds: [],
			said: [
				{
					severity: "info",
					message:
						"the feed /b/ is not written, since it has 2 of the 3 articles that it must have",
				},
			],
		});
	});

	test("whatever its limit", () => {
		const feed = { ...byTag, limit: 1, minimum: 2 };
		expect(plan([feed], articles).feeds).toHaveLength(1);
	});

	test("and takes no other one's place", () => {
		const tags = createArticles(["C++"], ["C++"], ["cplusplus"]);
		expect(plan([byTag], tags).said).toHaveLength(1);
		expect(plan([{ ...byTag, minimum: 2 }], tags).said).toEqual([]);
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

	test("two authors", () => {
		const feed = { ...all, path: "/:author/", each: "author" as const };
		const articles = create(
			{ authors: [{ name: "J. Doe" }] },
			{ authors: [{ name: "J Doe" }] },
		);
		expect(plan([feed], articles).said).toMatchObject([
			{
				message: expect.stringMatching(/^2 feeds have one path, \/j-doe\/: /),
				hint: "Spell the authors alike in the articles, or change a path of the feeds.",
			},
		]);
	});

	test("a tag and a category", () => {
		const byCategory = {
			...all,
			path: "/:category/",
			each: "category" as const,
		};
		const articles = create({ tags: ["News"], categories: ["News"] });
		expect(
			plan([{ ...byTag, path: "/:tag/" }, byCategory], articles).said,
		).toMatchObject([{ hint: "Change a path of the feeds." }]);
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

test("1,000 tags cost no second rendering of any article", async () => {
	const articles = create(
		...Array.from({ length: 200 }, (_, i) => ({
			file: `${i}.md`,
			id: `https://example.com/${i}/`,
			url: `https://example.com/${i}/`,
			title: `Article ${i}`,
			tags: Array.from({ length: 25 }, (_, j) => `tag ${(i * 5 + j) % 1000}`),
			attachments: [],
		})),
	);
	const read = new Map<string, number>();
	const store = createReadyStore(settings, createSite(), articles, {
		findLength: () => undefined,
		readText(file) {
			read.set(file, (read.get(file) ?? 0) + 1);
			return `Text of ${file}.`;
		},
		reportArticle: (diagnostic) => {
			throw new Error(diagnostic.message);
		},
		pause: () => undefined,
	});
	let rendered = 0;
	const format = {
		name: "rss",
		renderEntry: () => String(rendered++),
	} as unknown as Format;
	const renderEntry = createRenderEntry();
	const feeds = planFeeds(
		{ ...settings, feeds: [all, byTag] },
		articles,
		[],
		() => {},
	);
	let items = 0;
	for (const feed of feeds)
		for (const ready of await store.take(feed.articles, feed.settings.limit)) {
			renderEntry(ready, feed.settings.content, format);
			items++;
		}
	expect(feeds).toHaveLength(1001);
	expect(items).toBe(50 + 200 * 25);
	expect([...read.values()]).toEqual(Array.from({ length: 200 }, () => 1));
	expect(rendered).toBe(200);
});
