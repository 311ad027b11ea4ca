import { describe, expect, test } from "vitest";
import type { Article } from "../src/article.ts";
import type { Diagnostic } from "../src/diagnostics.ts";
import { compareArticles, selectArticles } from "../src/select.ts";
import { createArticle as describeArticle } from "./support/articles.ts";

const now = Date.parse("2024-06-01T00:00:00Z");

function createArticle(
	name: string,
	date: string,
	more: Partial<Article> = {},
): Article {
	const url = `https://x.org/${name}/`;
	const instant = Date.parse(date);
	return describeArticle({
		file: `articles/${name}.md`,
		path: `${name}.md`,
		id: url,
		url,
		slug: name,
		date: instant,
		updated: instant,
		...more,
	});
}

function select(...articles: readonly Article[]) {
	const said: Diagnostic[] = [];
	const selection = selectArticles(articles, now, (one) => said.push(one));
	const name = (list: readonly Article[]) => list.map(({ slug }) => slug);
	return {
		published: name(selection.published),
		scheduled: name(selection.scheduled),
		expired: name(selection.expired),
		said,
	};
}

/** Every order of a few things. */
function permute<T>(things: readonly T[]): T[][] {
	if (things.length < 2) return [[...things]];
	return things.flatMap((thing, i) =>
		permute(things.toSpliced(i, 1)).map((rest) => [thing, ...rest]),
	);
}

describe("an article is", () => {
	const expires = (date: string) => ({ expires: Date.parse(date) });
	test.each([
		["published", "2024-05-31", {}],
		["published", "2024-06-01T00:00:00Z", {}],
		["scheduled", "2024-06-01T00:00:00.001Z", {}],
		["published", "2024-05-31", expires("2024-06-01T00:00:00.001Z")],
		["expired", "2024-05-31", expires("2024-06-01T00:00:00Z")],
		["expired", "2024-05-31", expires("2024-05-01")],
		["scheduled", "2024-06-02", expires("2024-05-01")],
	])("%s with the date %s and %j", (kind, date, more) => {
		expect(select(createArticle("a", date, more))).toEqual({
			published: [],
			scheduled: [],
			expired: [],
			said: [],
			[kind]: ["a"],
		});
	});
});

describe("the order", () => {
	test("is newest first, and equal instants by id in UTF-16 code units", () => {
		const articles = [
			createArticle("old", "2024-01-01"),
			createArticle("z", "2024-02-01"),
			createArticle("B", "2024-02-01"),
			createArticle("a", "2024-02-01"),
			createArticle("new", "2024-03-01"),
		];
		for (const order of permute(articles))
			expect(select(...order).published).toEqual([
				...["new", "B", "a", "z", "old"],
			]);
	});

	test("follows code units, not code points", () => {
		const private_ = createArticle("a", "2024-01-01", { id: "\uE000" });
		const emoji = createArticle("b", "2024-01-01", { id: "\u{1F600}" });
		expect([private_, emoji].sort(compareArticles)).toEqual([emoji, private_]);
	});

	test("of what is scheduled is by what comes first, whatever the order of the files", () => {
		const articles = [
			createArticle("c", "2024-08-01"),
			createArticle("a", "2024-07-01"),
			createArticle("b", "2024-07-01"),
		];
		for (const order of permute(articles))
			expect(select(...order).scheduled).toEqual(["a", "b", "c"]);
	});
});

describe("two articles with one address", () => {
	const old = createArticle("old", "2024-01-01");
	const young = createArticle("young", "2024-02-01", {
		id: old.url,
		url: old.url,
	});

	test("are one error that names both files, and the older keeps its place", () => {
		for (const order of permute([old, young]))
			expect(select(...order)).toEqual({
				published: ["old"],
				scheduled: [],
				expired: [],
				said: [
					{
						severity: "error",
						code: "address-taken",
						message:
							"articles/young.md and articles/old.md have one address: https://x.org/old/",
						hint: 'Give one of them another "slug" or "permalink".',
						file: "articles/young.md",
						line: 1,
					},
				],
			});
	});

	test("of one instant: the file that comes first keeps it", () => {
		const twin = createArticle("twin", "2024-01-01", { url: old.url });
		for (const order of permute([old, twin]))
			expect(select(...order).published).toEqual(["old"]);
	});

	test("collide also when one is still to come", () => {
		const later = createArticle("later", "2025-01-01", { url: old.url });
		expect(select(later, old)).toMatchObject({
			published: ["old"],
			scheduled: [],
			said: [{ code: "address-taken", file: "articles/later.md" }],
		});
	});

	test("a third is one more error", () => {
		const third = createArticle("third", "2024-03-01", { url: old.url });
		expect(
			select(third, young, old).said.map(({ message }) => message),
		).toEqual([
			"articles/young.md and articles/old.md have one address: https://x.org/old/",
			"articles/third.md and articles/old.md have one address: https://x.org/old/",
		]);
	});
});

describe("two articles with one id", () => {
	test("are one error that names both files, and the older keeps its place", () => {
		const old = createArticle("old", "2024-01-01", { id: "1" });
		const young = createArticle("young", "2024-02-01", { id: "1" });
		expect(select(young, old)).toEqual({
			published: ["old"],
			scheduled: [],
			expired: [],
			said: [
				{
					severity: "error",
					code: "id-taken",
					message: "articles/young.md and articles/old.md have one id: 1",
					hint: 'Give one of them another "id"; the older one keeps its own.',
					file: "articles/young.md",
					line: 1,
				},
			],
		});
	});

	test("an article that lost its address takes nobody's id", () => {
		const a = createArticle("a", "2024-01-01");
		const b = createArticle("b", "2024-02-01", { url: a.url, id: "1" });
		const c = createArticle("c", "2024-03-01", { id: "1" });
		expect(select(c, b, a)).toMatchObject({
			published: ["c", "a"],
			said: [{ code: "address-taken" }],
		});
	});
});

test("no article is lost or counted twice", () => {
	const articles = ["2024-01-01", "2024-05-01", "2025-01-01"].flatMap((date) =>
		[undefined, "2024-05-15", "2026-01-01"].map((until) =>
			createArticle(`${date}-${until}`, date, {
				...(until !== undefined && { expires: Date.parse(until) }),
			}),
		),
	);
	const { published, scheduled, expired } = select(...articles);
	expect([...published, ...scheduled, ...expired].sort()).toEqual(
		articles.map(({ slug }) => slug).sort(),
	);
});
