import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article.ts";
import type { Family } from "../../src/config/feeds.ts";
import type { Filter } from "../../src/config/settings.ts";
import {
	createFits,
	explainFilters,
	showFilters,
} from "../../src/families/filters.ts";
import { foldCase } from "../../src/fields.ts";

type Terms = Partial<Record<Family, readonly string[]>>;

/** Articles that are nothing but what they are filed under. */
const create = (...terms: Terms[]) => terms as unknown as Article[];
const termsOf = (article: Article, family: Family) =>
	(article as unknown as Terms)[family] ?? [];
const filter = (family: Family, more: Partial<Filter>): Filter => ({
	family,
	any: [],
	none: [],
	...more,
});

describe("an article fits", () => {
	test.each<[string, boolean, Filter[], Terms]>([
		["no filter at all", true, [], {}],
		["one of any", true, [filter("tag", { any: ["a", "b"] })], { tag: ["b"] }],
		["none of any", false, [filter("tag", { any: ["a"] })], { tag: ["b"] }],
		["any, having nothing", false, [filter("tag", { any: ["a"] })], {}],
		[
			"none, having it",
			false,
			[filter("tag", { none: ["a"] })],
			{ tag: ["a"] },
		],
		["none, having nothing", true, [filter("tag", { none: ["a"] })], {}],
		[
			"any and none of one family",
			false,
			[filter("tag", { any: ["a"], none: ["b"] })],
			{ tag: ["a", "b"] },
		],
		[
			"two families, when both do",
			true,
			[filter("tag", { any: ["a"] }), filter("year", { any: ["2024"] })],
			{ tag: ["a"], year: ["2024"] },
		],
		[
			"not two families, when one does",
			false,
			[filter("tag", { any: ["a"] }), filter("year", { any: ["2024"] })],
			{ tag: ["a"], year: ["2023"] },
		],
		[
			"whatever the case",
			true,
			[filter("category", { any: ["STRASSE"] })],
			{ category: ["Straße"] },
		],
		[
			"whatever the normal form",
			false,
			[filter("tag", { none: ["caf\u00e9"] })],
			{ tag: ["Cafe\u0301"] },
		],
		[
			"not a word that only begins so",
			false,
			[filter("language", { any: ["pt"] })],
			{ language: ["pt-BR"] },
		],
		[
			"names that every object has",
			true,
			[filter("tag", { any: ["__proto__"], none: ["constructor"] })],
			{ tag: ["__proto__"] },
		],
	])("%s: %j", (_, expected, where, terms) => {
		const [article] = create(terms);
		if (article === undefined) throw new Error("no article");
		expect(createFits(where, termsOf)(article)).toBe(expected);
	});

	test("as any reader of the words would say", () => {
		const words = fc.array(fc.constantFrom("a", "A", "b", "é", "É", "c"));
		fc.assert(
			fc.property(words, words, words, (any, none, tag) => {
				const [article] = create({ tag });
				if (article === undefined) throw new Error("no article");
				const has = (one: string) =>
					tag.some((own) => foldCase(own) === foldCase(one));
				expect(
					createFits([filter("tag", { any, none })], termsOf)(article),
				).toBe((any.length === 0 || any.some(has)) && !none.some(has));
			}),
		);
	});
});

test("filters are shown as the configuration has them", () => {
	expect(
		showFilters([
			filter("tag", { any: ["news", "a\nb"], none: ["c"] }),
			filter("category", { none: ["x"] }),
		]),
	).toBe(
		'{ tags: { any: ["news", "a b"], none: ["c"] }, categories: { none: ["x"] } }',
	);
});

describe("of a filter that nothing fits, its author is told", () => {
	const articles = create(
		{ tag: ["release", "security"], author: ["Ada Lovelace"], year: ["2024"] },
		{ tag: ["x".repeat(100_000)], language: ["pt-BR"] },
	);

	test.each<[string, Filter[], string | undefined]>([
		[
			"a word that was misspelt",
			[filter("tag", { any: ["Relase"] })],
			'"Relase" is no tag of any article; did you mean "release"?',
		],
		[
			"a word that nobody has",
			[filter("tag", { any: ["gardening"] })],
			'"gardening" is no tag of any article.',
		],
		[
			"several words",
			[
				filter("tag", { any: ["releases", "security"] }),
				filter("author", { any: ["Ada Lovlace"] }),
				filter("year", { any: ["2042"] }),
				filter("language", { any: ["pt"] }),
			],
			'"releases" is no tag of any article; did you mean "release"? "Ada Lovlace" is no author of any article; did you mean "Ada Lovelace"? "2042" is no year of any article; did you mean "2024"? "pt" is no language of any article.',
		],
		[
			"nothing of words that some article has",
			[filter("tag", { any: ["SECURITY"] }), filter("year", { any: ["2024"] })],
			undefined,
		],
		[
			"nothing of words that no article may have",
			[filter("tag", { none: ["Relase"] })],
			undefined,
		],
	])("%s", (_, where, explained) => {
		expect(explainFilters(where, articles, termsOf)).toBe(explained);
	});

	test("no more than five words of each filter", () => {
		const any = Array.from({ length: 1000 }, (_, i) => `unknown ${i}`);
		const explained = explainFilters(
			[filter("tag", { any })],
			articles,
			termsOf,
		);
		expect(explained?.match(/ is no tag of any article/g)).toHaveLength(5);
	});
});
