import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Lock, LockedArticle, LockedFeed } from "../../src/lock/lock.ts";
import { settleLock } from "../../src/lock/settle.ts";
import { createEntry, createFeed } from "./locks.ts";

const day = 86_400_000;

/**
 * Writes a lock's articles as `a:1` (named a, number 1), with `*` behind those in an archive, each a day younger than the
 * one before it in the alphabet.
 */
function readArticles(text: string): LockedArticle[] {
	return text
		.split(" ")
		.filter(Boolean)
		.map((word) => {
			const [, name = "", number, closed] =
				/^(\w+):(\d+)(\*?)$/.exec(word) ?? [];
			return createEntry({
				id: name,
				number: Number(number),
				date: name.charCodeAt(0) * day,
				...(closed && { closed: true }),
			});
		});
}

const showArticles = (articles: readonly LockedArticle[]) =>
	[...articles]
		.sort((a, b) => a.number - b.number)
		.map(({ id, number, closed }) => `${id}:${number}${closed ? "*" : ""}`)
		.join(" ");

const archived = (...archives: [number, number][]): LockedFeed[] => [
	createFeed({ archives }),
];

describe("each number stands once", () => {
	test.each<[string, LockedFeed[], string, string, string]>([
		["nothing was merged", [], "a:1 b:2 c:3", "a:1 b:2 c:3", ""],
		[
			"both branches added one: the older one keeps its number",
			[],
			"a:1 c:2 b:2",
			"a:1 b:2 c:3",
			"c:3",
		],
		[
			"both branches added three: the lower numbers come first",
			[],
			"a:1 b:2 c:2 d:3 e:3 f:4 g:4",
			"a:1 b:2 d:3 f:4 c:5 e:6 g:7",
			"c:5 e:6 g:7",
		],
		[
			"one branch added more than the other",
			[],
			"a:1 d:2 e:3 f:4 b:2",
			"a:1 b:2 e:3 f:4 d:5",
			"d:5",
		],
		["three branches", [], "a:1 b:1 c:1", "a:1 b:2 c:3", "b:2 c:3"],
		[
			"one branch closed a range: what is in an archive keeps its number, even where it is younger",
			archived([1, 2]),
			"b:1* c:2* a:2 d:3",
			"b:1* c:2* d:3 a:4",
			"a:4",
		],
		[
			"a number that came into a closed range late is given anew, though nobody else has it",
			archived([1, 4]),
			"a:1* b:2 c:3* d:4*",
			"a:1* c:3* d:4* b:5",
			"b:5",
		],
		[
			"all that came late",
			archived([1, 2]),
			"a:1 b:1 c:2* d:2",
			"c:2* a:3 b:4 d:5",
			"a:3 b:4 d:5",
		],
		[
			"both branches closed one range with another article in it",
			archived([1, 2]),
			"a:1* b:2* c:2*",
			"a:1* b:2* c:3",
			"c:3",
		],
		[
			"a range of any feed is closed",
			[createFeed(), createFeed({ path: "/b/", id: "b", archives: [[3, 4]] })],
			"a:1 b:2 c:3* d:4",
			"a:1 b:2 c:3* d:5",
			"d:5",
		],
		["a gap stays", [], "a:1 b:7 c:7", "a:1 b:7 c:8", "c:8"],
	])("%s", (_, feeds, before, after, renumbered) => {
		const settled = settleLock({ feeds, articles: readArticles(before) });
		expect(showArticles(settled.lock.articles)).toBe(after);
		expect(showArticles(settled.renumbered)).toBe(renumbered);
		expect(settled.lock.feeds).toEqual(feeds);
	});
});

describe("an article that both branches changed stands once", () => {
	const settle = (...articles: LockedArticle[]) =>
		settleLock({ feeds: [], articles }).lock.articles;

	test("with the lower number, whichever line comes first", () => {
		const [low, high] = [
			createEntry({ number: 2, path: "low.md" }),
			createEntry({ number: 5, path: "high.md" }),
		];
		for (const lines of [
			[low, high],
			[high, low],
		])
			expect(settle(...lines)).toEqual([{ ...low, former: [], was: [] }]);
	});

	test("with the number that is in an archive, though it is higher", () => {
		const lines = [
			createEntry({ number: 2 }),
			createEntry({ number: 5, closed: true }),
		];
		expect(settle(...lines)).toEqual([
			createEntry({ number: 5, closed: true, former: [], was: [] }),
		]);
	});

	test("with all ids and addresses that it ever had, each once", () => {
		const lines = [
			createEntry({ former: ["urn:1"], was: ["/1/", "/2/"] }),
			createEntry({ former: ["urn:2", "urn:1"], was: ["/1/", "/3/"] }),
			createEntry(),
		];
		expect(settle(...lines)).toEqual([
			createEntry({ former: ["urn:1", "urn:2"], was: ["/1/", "/2/", "/3/"] }),
		]);
	});

	test("with the ids that one branch has adopted for some formats", () => {
		const lines = [
			createEntry({ title: "A, edited" }),
			createEntry({ ids: { atom: "urn:x:a" } }),
		];
		for (const both of [lines, [...lines].reverse()])
			expect(settle(...both).map(({ ids }) => ids)).toEqual([
				{ atom: "urn:x:a" },
			]);
	});

	test("with the id that one branch has put in place of the former one", () => {
		const lines = [
			createEntry({ id: "urn:old", number: 3 }),
			createEntry({ id: "urn:new", number: 3, former: ["urn:old"] }),
			createEntry({ id: "urn:newest", number: 3, former: ["urn:new"] }),
		];
		for (const all of [lines, [...lines].reverse()])
			expect(settle(...all)).toEqual([
				createEntry({
					id: "urn:newest",
					number: 3,
					former: expect.arrayContaining(["urn:old", "urn:new"]),
					was: [],
				}),
			]);
	});

	test("under one of its ids, where each branch went back to the other's", () => {
		const lines = [
			createEntry({ id: "urn:1", former: ["urn:2"] }),
			createEntry({ id: "urn:2", former: ["urn:1"] }),
		];
		const ids = (lock: readonly LockedArticle[]) =>
			new Set(lock.flatMap(({ id, former = [] }) => [id, ...former]));
		const settled = settle(...lines);
		expect(ids(settled)).toEqual(new Set(["urn:1", "urn:2"]));
		expect(settle(...settled)).toEqual(settled);
	});

	test("and is not numbered anew for standing twice", () => {
		const lines = [createEntry(), createEntry({ title: "A, edited" })];
		expect(settleLock({ feeds: [], articles: lines }).renumbered).toEqual([]);
	});
});

describe("a feed that both branches changed stands once", () => {
	const settle = (...feeds: LockedFeed[]) =>
		settleLock({ feeds, articles: [] }).lock.feeds;

	test.each<[string, [number, number][][], [number, number][]]>([
		["the same archives", [[[1, 2]], [[1, 2]]], [[1, 2]]],
		["one branch closed a range", [[], [[1, 2]]], [[1, 2]]],
		[
			"one branch closed one more",
			[
				[[1, 2]],
				[
					[1, 2],
					[3, 4],
				],
			],
			[
				[1, 2],
				[3, 4],
			],
		],
		[
			"each branch closed another one: both stay, in the order of the longer list",
			[
				[
					[5, 6],
					[1, 2],
				],
				[[3, 4]],
			],
			[
				[5, 6],
				[1, 2],
				[3, 4],
			],
		],
		[
			"what overlaps is not taken twice",
			[
				[
					[1, 2],
					[3, 4],
				],
				[[1, 3]],
			],
			[
				[1, 2],
				[3, 4],
			],
		],
	])("%s", (_, both, archives) => {
		for (const lists of [both, [...both].reverse()])
			expect(
				settle(...lists.map((one) => createFeed({ archives: one }))),
			).toEqual([createFeed({ archives })]);
	});

	test("feeds at other paths, of other articles or for something else stay apart", () => {
		const feeds = [
			createFeed(),
			createFeed({ path: "/b/", id: "b" }),
			createFeed({ where: '[{"tags":["a"]}]' }),
			createFeed({ of: "tag:a" }),
		];
		expect(settle(...feeds)).toEqual(feeds);
	});
});

describe("any lock", () => {
	const anyArticle = fc.record({
		name: fc.constantFrom(..."abcdefgh"),
		number: fc.integer({ min: 1, max: 8 }),
		closed: fc.boolean(),
	});
	const anyLock: fc.Arbitrary<Lock> = fc
		.record({
			articles: fc.array(anyArticle, { maxLength: 10 }),
			feeds: fc.constantFrom([], archived([1, 2]), archived([1, 2], [5, 6])),
		})
		.map(({ articles, feeds }) => {
			// An article is in one archive, and a range ends with an article's number.
			const closed = new Set<string>();
			const words = articles.map(({ name, number, closed: isClosed }) => {
				const mark = isClosed && !closed.has(name) ? "*" : "";
				if (mark) closed.add(name);
				return `${name}:${number}${mark}`;
			});
			return { feeds, articles: readArticles(`z:8 ${words.join(" ")}`) };
		});

	test("is settled once and for all: every id stays, and each number stands once", () => {
		fc.assert(
			fc.property(anyLock, (lock) => {
				const { lock: settled, renumbered } = settleLock(lock);
				const ids = settled.articles.map(({ id }) => id);
				expect(ids.sort()).toEqual(
					[...new Set(lock.articles.map(({ id }) => id))].sort(),
				);
				const numbers = settled.articles.map(({ number }) => number);
				expect(new Set(numbers).size).toBe(numbers.length);
				for (const { number } of renumbered)
					expect(lock.articles.every((one) => one.number < number)).toBe(true);
				expect(settleLock(settled)).toEqual({ lock: settled, renumbered: [] });
			}),
		);
	});

	test("is settled alike whatever the order of its lines", () => {
		fc.assert(
			fc.property(anyLock, ({ feeds, articles }) => {
				const show = (articles: readonly LockedArticle[]) =>
					showArticles(settleLock({ feeds, articles }).lock.articles);
				expect(show([...articles].reverse())).toBe(show(articles));
			}),
		);
	});
});
