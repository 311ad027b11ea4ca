import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	compareFeeds,
	type FeedChanges,
	type PublishedSet,
} from "../../src/published/compare.ts";
import type { PublishedItem } from "../../src/published/published.ts";
import { createItem } from "./items.ts";

const noon = Date.UTC(2024, 4, 1, 12);
const day = 24 * 60 * 60 * 1000;

/** An item of an id, with all that an article has. */
function describeArticle(
	id: string,
	values: Partial<PublishedItem> = {},
): PublishedItem {
	return createItem({
		id,
		url: `https://example.com/${id}/`,
		title: `Title ${id}`,
		published: noon + (id.codePointAt(0) ?? 0) * 3 * day,
		content: `<p>Text ${id}.</p>`,
		...values,
	});
}

const [a, b, c] = ["a", "b", "c"].map((id) => describeArticle(id)) as [
	PublishedItem,
	PublishedItem,
	PublishedItem,
];

const compare = (before: PublishedItem[], after: PublishedItem[]) =>
	compareFeeds({ items: before }, { items: after });

const nothing: FeedChanges = {
	added: [],
	changed: [],
	again: [],
	reused: [],
	gone: [],
	archived: 0,
	passed: 0,
	reordered: [],
	unchanged: 0,
};

describe("subscribers see", () => {
	test("what is new in the document that they have, and how much more in archives", () => {
		const changes = compareFeeds(
			{ items: [a] },
			{ current: [b, a], items: [b, a, c] },
		);
		expect(changes).toEqual({
			...nothing,
			added: [b],
			archived: 1,
			unchanged: 1,
		});
	});

	test("nothing where nothing has changed", () => {
		expect(compare([], [])).toEqual(nothing);
		expect(compare([b, a], [b, a])).toEqual({ ...nothing, unchanged: 2 });
	});

	test("what is new, and what is gone", () => {
		expect(compare([b, a], [c, b])).toEqual({
			...nothing,
			added: [c],
			gone: [a],
			unchanged: 1,
		});
	});

	test("not that an article is past the limit", () => {
		expect(
			compareFeeds({ items: [b, a] }, { items: [c, b], older: [a] }),
		).toEqual({ ...nothing, added: [c], passed: 1, unchanged: 1 });
	});

	test("not that an article past the limit has another id", () => {
		const renamed = { ...a, id: "urn:x:a" };
		expect(
			compareFeeds({ items: [b, a] }, { items: [b], older: [renamed] }),
		).toEqual({ ...nothing, passed: 1, unchanged: 1 });
	});

	test("nothing new where an article comes back that was past the limit", () => {
		expect(compareFeeds({ items: [b], older: [a] }, { items: [a, b] })).toEqual(
			{ ...nothing, unchanged: 2 },
		);
	});

	test("an article again that has another id", () => {
		const renamed = { ...a, id: "urn:x:a" };
		expect(compare([b, a], [b, renamed])).toEqual({
			...nothing,
			again: [{ item: renamed, was: a }],
			unchanged: 1,
		});
	});

	test("all articles again where the domain has changed, and with it the ids", () => {
		const move = (item: PublishedItem) => {
			const url = item.url?.replace("example.com", "new.example");
			return { ...item, id: url ?? "", url };
		};
		const named = [a, b].map((item) => ({ ...item, id: item.url ?? "" }));
		expect(compare(named, named.map(move)).again).toEqual(
			named.map((was) => ({ item: move(was), was })),
		);
	});

	// The lock keeps the first address as an id, and the generator before had ids of its own.
	test("an article again whose id is its former address", () => {
		const was = createItem({ id: "1", url: "https://example.com/old/" });
		const item = createItem({
			id: "https://example.com/old/",
			url: "https://example.com/new/",
		});
		expect(compare([was], [item]).again).toEqual([{ item, was }]);
	});

	test("no new article that has the id of another", () => {
		const item = { ...b, id: a.id };
		expect(compare([a], [item])).toEqual({
			...nothing,
			reused: [{ item, was: a }],
		});
	});

	test("an article that has moved to another host, title and date mended, and no other one", () => {
		const url = "https://new.example/a/";
		const item = { ...a, url, title: "Mended", published: noon };
		expect(compare([a], [item])).toMatchObject({
			reused: [],
			changed: [{ item, fields: ["title", "address", "published"] }],
		});
	});

	test("another order: what must move at least", () => {
		expect(compare([c, b, a], [a, c, b])).toEqual({
			...nothing,
			reordered: [a],
			unchanged: 3,
		});
	});

	test("the first of two items with one id", () => {
		expect(compare([a], [a, { ...b, id: a.id }])).toEqual({
			...nothing,
			unchanged: 1,
		});
	});
});

describe("a field has changed", () => {
	test.each<[string, Partial<PublishedItem>, Partial<PublishedItem>]>([
		["title", { title: "A" }, { title: "B" }],
		["address", {}, { url: "http://example.com/a/" }],
		["published", {}, { published: noon }],
		["updated", { updated: noon }, { updated: noon + 1000 }],
		["authors", { authors: ["Ann"] }, { authors: ["Ann", "Bea"] }],
		["tags", { tags: ["a"] }, { tags: ["b"] }],
		["summary", { summary: "A" }, { summary: "B" }],
		["content", {}, { content: "<p>Another</p>" }],
		[
			"enclosures",
			{ enclosures: ["https://x.org/a.mp3"] },
			{ enclosures: ["https://x.org/b.mp3"] },
		],
		["title", { title: "A" }, { title: undefined }],
	])("%s", (field, before, after) => {
		const was = describeArticle("a", before);
		const item = describeArticle("a", { ...before, ...after });
		// Another item has all that this one may lack.
		const other = describeArticle("b", { ...before, title: "B" });
		expect(compare([was, other], [item, other])).toEqual({
			...nothing,
			changed: [{ item, fields: [field] }],
			unchanged: 1,
		});
	});

	test.each<[string, Partial<PublishedItem>, Partial<PublishedItem>]>([
		[
			"white space",
			{ title: "A  b", summary: "A\nb" },
			{ title: "A b ", summary: "A b" },
		],
		["fractions of a second", { published: noon }, { published: noon + 999 }],
		[
			"the order of names",
			{ authors: ["Ann", "Bea"], tags: ["a", "b"] },
			{ authors: ["Bea", "Ann"], tags: ["b", "a"] },
		],
		[
			"the encoding of an address",
			{ url: "https://example.com/é" },
			{ url: "https://EXAMPLE.com/%C3%A9" },
		],
		[
			"white space between tags",
			{ content: "<p>A</p><p>B</p>" },
			{ content: "<p>A</p>\n<p>B</p>\n" },
		],
		[
			"what the old feed never had",
			{ content: undefined, authors: [] },
			{ content: "<p>A</p>", authors: ["Ann"] },
		],
		["what the new feed never has", { updated: noon }, { updated: undefined }],
	])("not %s", (_, before, after) => {
		const was = describeArticle("a", before);
		const item = describeArticle("a", after);
		expect(compare([was], [item])).toEqual({ ...nothing, unchanged: 1 });
	});
});

const anyText = fc.constantFrom("", "a", "b", "Notes", "<p>a</p>");
const anyItem: fc.Arbitrary<PublishedItem> = fc
	.record({
		id: fc.nat(30).map((n) => `urn:x:${n}`),
		url: fc.option(
			fc.nat(9).map((n) => `https://example.com/${n}/`),
			{ nil: undefined },
		),
		title: anyText,
		published: fc.option(
			fc.nat(9).map((n) => n * day),
			{ nil: undefined },
		),
		content: anyText,
		tags: fc.array(anyText, { maxLength: 2 }),
	})
	.map(createItem);
const anyItems = fc.uniqueArray(anyItem, {
	selector: ({ id }) => id,
	maxLength: 12,
});

/** Articles that nobody takes for one another. */
const anyArticles = fc
	.uniqueArray(fc.nat(1000), { maxLength: 12 })
	.map((numbers) =>
		numbers.map((n) => describeArticle(String(n), { published: n * 3 * day })),
	);

const once = { seed: 20_240_301 };

describe("of any feeds", () => {
	test("one is as it is to itself", () => {
		fc.assert(
			fc.property(anyItems, (items) => {
				expect(compare(items, items)).toEqual({
					...nothing,
					unchanged: items.length,
				});
			}),
			once,
		);
	});

	test("all items are shown again where all ids are others", () => {
		fc.assert(
			fc.property(anyArticles, (items) => {
				const renamed = items.map((item) => ({
					...item,
					id: `urn:new:${item.id}`,
				}));
				expect(compare(items, renamed)).toEqual({
					...nothing,
					again: renamed.map((item, i) => ({ item, was: items[i] })),
				});
			}),
			once,
		);
	});

	test("without what is reordered, both have one order", () => {
		const anyShuffle = anyArticles.chain((items) =>
			fc.tuple(
				fc.constant(items),
				fc.shuffledSubarray(items, { minLength: items.length }),
			),
		);
		fc.assert(
			fc.property(anyShuffle, ([items, shuffled]) => {
				const { reordered, ...others } = compare(items, shuffled);
				const stays = (item: PublishedItem) => !reordered.includes(item);
				expect(shuffled.filter(stays)).toEqual(items.filter(stays));
				expect(others.unchanged).toBe(items.length);
			}),
			once,
		);
	});

	test("the counts add up", () => {
		const anySet: fc.Arbitrary<PublishedSet> = fc
			.tuple(anyItems, fc.nat(12))
			.map(([items, limit]) => ({
				items: items.slice(0, limit),
				older: items.slice(limit),
			}));
		fc.assert(
			fc.property(anySet, anySet, (before, after) => {
				const { added, changed, again, reused, gone, passed, unchanged } =
					compareFeeds(before, after);
				const kept = changed.length + reused.length + unchanged;
				expect(kept + again.length + added.length).toBe(after.items.length);
				expect(kept + again.length + gone.length + passed).toBe(
					before.items.length + (before.older?.length ?? 0),
				);
			}),
			once,
		);
	});
});
