import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article.ts";
import type { FormatName } from "../../src/formats/format.ts";
import { toAtomId } from "../../src/identity.ts";
import { type LockedArticle, listIds } from "../../src/lock/lock.ts";
import type { FormatIds } from "../../src/model.ts";
import {
	adoptEntries,
	adoptEntry,
	adoptIds,
	type Source,
} from "../../src/published/adoption.ts";
import { createEntry } from "../lock/locks.ts";
import { createArticle } from "../support/articles.ts";
import { createItem } from "./items.ts";

const url = (name: string) => `https://x.org/${name}/`;

const createNamed = (name: string, more: Partial<Article> = {}) =>
	createArticle({
		file: `${name}.md`,
		id: more.ownId ?? url(name),
		url: url(name),
		title: name,
		date: Date.UTC(2024, 0, name.charCodeAt(0)),
		...more,
	});

/** A source whose items are written as `name=id`. */
const createSource = (format: FormatName, ...items: string[]): Source => ({
	source: `old.${format}`,
	kind: format,
	format,
	items: items.map((item) => {
		const [name = "", id = ""] = item.split("=");
		return createItem({ id, url: url(name), title: name });
	}),
});

/** The adopted ids as `name: format=id`, and what was refused as `name: id because`. */
function adopt(sources: readonly Source[], articles: readonly Article[]) {
	const { ids, refused, ...adoption } = adoptIds(sources, articles);
	return {
		ids: [...ids].map(
			([{ title }, given]) =>
				`${title}: ${Object.entries(given)
					.map(([format, id]) => `${format}=${id}`)
					.join(" ")}`,
		),
		refused: refused.map(
			({ article, id, because }) => `${article.title}: ${id} ${because}`,
		),
		rules: adoption.sources.map(({ rule }) => rule),
		matches: adoption.sources.map(({ matches }) =>
			matches.map(({ kind }) => kind).join(" "),
		),
	};
}

describe("ids are taken over", () => {
	const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => createNamed(name));
	const all = [a, b, c, d].filter((one) => one !== undefined);

	test("of the items that are articles, and of no other", () => {
		expect(adopt([createSource("rss", "a=1", "x=2", "c=3")], all)).toEqual({
			ids: ["a: rss=1", "c: rss=3"],
			refused: [],
			rules: [undefined],
			matches: ["matched unmatched matched"],
		});
	});

	test("of each format by itself", () => {
		const sources = [
			createSource("rss", "a=1", "b=2"),
			createSource("atom", "a=urn:x:1"),
			createSource("json", "b=2", "c=3"),
		];
		expect(adopt(sources, all).ids).toEqual([
			"a: atom=urn:x:1 rss=1",
			"b: json=2 rss=2",
			"c: json=3",
		]);
	});

	test("of two feeds in one format from the first one", () => {
		const sources = [
			createSource("rss", "a=1", "b=2"),
			createSource("rss", "a=other", "c=3"),
		];
		expect(adopt(sources, all).ids).toEqual([
			"a: rss=1",
			"b: rss=2",
			"c: rss=3",
		]);
	});

	test("but not against the author's own, unless it is the same", () => {
		const own = createNamed("e", { ownId: "urn:e" });
		const same = createNamed("f", { ownId: "urn:f" });
		const sources = [createSource("atom", "e=urn:x", "f=urn:f", "a=urn:a")];
		const { ids, refused } = adopt(sources, [own, same, ...all]);
		expect([ids, refused]).toEqual([
			["f: atom=urn:f", "a: atom=urn:a"],
			["e: urn:x own"],
		]);
	});

	test("by the rule that three or more follow, for older articles, too", () => {
		const source = createSource(
			"rss",
			...["b", "c", "d"].map((name) => `${name}=https://old.example/${name}/`),
		);
		expect(adopt([source], all)).toMatchObject({
			ids: [
				"b: rss=https://old.example/b/",
				"c: rss=https://old.example/c/",
				"d: rss=https://old.example/d/",
				"a: rss=https://old.example/a/",
			],
			rules: [
				{
					name: "the address at https://old.example",
					articles: 1,
				},
			],
		});
	});

	test.each<[string, string[]]>([
		["two", ["b=https://old.example/b/", "c=https://old.example/c/"]],
		["three that agree in nothing", ["b=1", "c=7", "d=3"]],
		[
			"three of which one is an exception",
			[
				"b=https://old.example/b/",
				"c=https://old.example/c/",
				"d=https://other.example/d/",
			],
		],
		[
			"addresses as they are",
			["b", "c", "d"].map((one) => `${one}=${url(one)}`),
		],
	])("but by no rule of %s", (_, items) => {
		const { ids, rules } = adopt([createSource("rss", ...items)], all);
		expect(rules).toEqual([undefined]);
		expect(ids).toHaveLength(items.length);
	});

	test("by a rule not against the author's own", () => {
		const own = createNamed("e", { ownId: "urn:e" });
		const source = createSource(
			"rss",
			...["b", "c", "d"].map((name) => `${name}=https://old.example/${name}/`),
		);
		expect(adopt([source], [...all, own]).refused).toEqual([
			"e: https://old.example/e/ own",
		]);
	});

	test("of nothing where nothing is there", () => {
		expect(adopt([], all)).toMatchObject({ ids: [], refused: [] });
		expect(adopt([createSource("rss")], all).ids).toEqual([]);
		expect(adopt([createSource("rss", "a=1")], []).matches).toEqual([
			"unmatched",
		]);
	});
});

describe("an article of the lock has one id where it can", () => {
	const address = "https://x.org/a/";

	test.each<
		[
			what: string,
			entry: Partial<LockedArticle>,
			given: FormatIds,
			id: string,
			ids: FormatIds | undefined,
		]
	>([
		["nothing was adopted", {}, {}, address, undefined],
		["RSS alone", {}, { rss: "1" }, "1", undefined],
		["Atom alone", {}, { atom: "urn:x:1" }, "urn:x:1", undefined],
		["JSON Feed alone", {}, { json: "1" }, "1", undefined],
		[
			"all alike",
			{},
			{ rss: "urn:x:1", atom: "urn:x:1", json: "urn:x:1" },
			"urn:x:1",
			undefined,
		],
		[
			"Atom has what it would make of it",
			{},
			{ rss: "1", atom: toAtomId("1") },
			"1",
			undefined,
		],
		[
			"Atom has another one",
			{},
			{ rss: "1", atom: "urn:x:1", json: "1" },
			"1",
			{ atom: "urn:x:1" },
		],
		[
			"JSON Feed has another one",
			{},
			{ rss: "1", json: "2" },
			"1",
			{ json: "2" },
		],
		[
			"all differ",
			{},
			{ rss: "1", atom: "urn:x:2", json: "3" },
			"1",
			{ atom: "urn:x:2", json: "3" },
		],
		[
			"without RSS",
			{},
			{ atom: "urn:x:2", json: "3" },
			"3",
			{ atom: "urn:x:2" },
		],
		["its address", {}, { rss: address }, address, undefined],
		[
			"it has an id already",
			{ id: "urn:first" },
			{ rss: "1" },
			"urn:first",
			{ rss: "1" },
		],
		[
			"it has that id already",
			{ id: "urn:first" },
			{ rss: "urn:first" },
			"urn:first",
			undefined,
		],
		[
			"it has adopted another format already",
			{ id: "1" },
			{ atom: "urn:x:2" },
			"1",
			{ atom: "urn:x:2" },
		],
		[
			"it has ids for formats already",
			{ id: "1", ids: { atom: "urn:x:2" } },
			{ json: "3" },
			"1",
			{ atom: "urn:x:2", json: "3" },
		],
	])("%s", (_, more, given, id, ids) => {
		const entry = createEntry({ id: address, ...more });
		expect(adoptEntry(entry, given, true)).toEqual({ ...entry, id, ids });
	});

	test("and nobody else may have one that it was published by", () => {
		const entry = createEntry({ id: address, former: ["urn:first"] });
		expect(adoptEntry(entry, { rss: "1" }, false).former).toEqual([
			"urn:first",
			address,
		]);
		expect(adoptEntry(entry, { rss: "1" }, true).former).toEqual(["urn:first"]);
		expect(adoptEntry(entry, { rss: address }, false).former).toEqual([
			"urn:first",
		]);
	});
});

describe("no id is given to two articles", () => {
	/** Adopts what is written as `name=id`, and gives the ids, and what was refused as `name: id`. */
	function adoptAll(
		names: string,
		given: string,
		more: Partial<LockedArticle> = {},
		isNew = true,
	) {
		const entries = names.split(" ").map((name, index) =>
			createEntry({
				number: index + 1,
				id: url(name),
				url: url(name),
				title: name,
				...(index === 0 && more),
			}),
		);
		const ids = new Map(
			given
				.split(" ")
				.filter(Boolean)
				.map((one) => one.split("=") as [string, string]),
		);
		const refused: string[] = [];
		const adopted = adoptEntries(
			entries,
			({ title = "" }) => {
				const id = ids.get(title);
				return id === undefined ? undefined : { rss: id };
			},
			() => isNew,
			({ title }, id) => refused.push(`${title}: ${id}`),
		);
		expect(new Set(adopted.flatMap(listIds)).size).toBe(
			adopted.flatMap(listIds).length,
		);
		return [adopted.map(({ id }) => id).join(" "), refused.join(", ")];
	}

	test.each<[string, string, string, string, string]>([
		["each one its own", "a b", "a=1 b=2", "1 2", ""],
		[
			"one that another one adopts, too",
			"a b",
			"a=1 b=1",
			`1 ${url("b")}`,
			"b: 1",
		],
	])("%s", (_, names, given, ids, refused) => {
		for (const isNew of [true, false])
			expect(adoptAll(names, given, {}, isNew)).toEqual([ids, refused]);
	});

	test("one that another one keeps", () => {
		const given = `a=${url("b")}`;
		expect(adoptAll("a b", given, {}, false)).toEqual([
			`${url("a")} ${url("b")}`,
			`a: ${url("b")}`,
		]);
		// Nobody knows an article by its address that is in no lock yet.
		const [ids, refused] = adoptAll("a b", given, {}, true);
		expect(ids).toMatch(/^\S+\/b\/ tag:x\.org,\d{4}-\d\d-\d\d:\/b\/$/);
		expect(refused).toBe("");
	});

	test.each<[string, string]>([
		["one that another one gives up", `a=${url("b")} b=2`],
		["that of each other", `a=${url("b")} b=${url("a")}`],
	])("%s, in any order", (_, given) => {
		for (const isNew of [true, false])
			for (const words of [given, given.split(" ").reverse().join(" ")])
				adoptAll("a b", words, {}, isNew);
	});

	test("one that another one had once", () => {
		expect(adoptAll("a b", "b=urn:once", { former: ["urn:once"] })).toEqual([
			`${url("a")} ${url("b")}`,
			"b: urn:once",
		]);
	});

	test("one that is another one's in some format", () => {
		expect(
			adoptAll("a b", "b=urn:atom", { ids: { atom: "urn:atom" } }),
		).toEqual([`${url("a")} ${url("b")}`, "b: urn:atom"]);
	});

	test("one that falls to it since its own is refused", () => {
		const entries = ["a", "b"].map((name, index) =>
			createEntry({ number: index + 1, id: url(name), url: url(name) }),
		);
		const ids = adoptEntries(
			entries,
			({ number }) => (number === 1 ? { rss: url("b") } : { json: url("b") }),
			() => true,
			() => {},
		).map(({ id }) => id);
		expect(new Set(ids).size).toBe(2);
	});
});

describe("an id of an article that is gone", () => {
	const gone = createEntry({
		id: "old-1",
		number: 1,
		former: ["urn:first"],
		path: "articles/former.md",
		url: url("former"),
		retracted: Date.UTC(2024, 5, 1),
		closed: true,
	});
	const found = createEntry({
		id: url("now"),
		number: 7,
		path: "articles/now.md",
		url: url("now"),
		title: "Now",
		date: Date.UTC(2024, 0, 3),
		hash: "hash-of-now",
	});

	test("is that of the one that its item is about now; both keep their numbers", () => {
		const refused: string[] = [];
		const adopted = adoptEntries(
			[gone, found],
			(entry) => (entry === found ? { rss: "old-1" } : undefined),
			() => false,
			(_, id) => refused.push(id),
		);
		expect(refused).toEqual([]);
		expect(adopted).toMatchObject([
			{ ...gone, id: url("now"), former: [] },
			{ ...found, id: "old-1", former: expect.arrayContaining(["urn:first"]) },
		]);
		expect(adopted).toHaveLength(2);
	});
});
