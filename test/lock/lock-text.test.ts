import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Failure } from "../../src/diagnostics.ts";
import {
	keyOfFeed,
	type Lock,
	type LockedArticle,
	type LockedFeed,
	type Range,
} from "../../src/lock/lock.ts";
import { formatLock, parseLock } from "../../src/lock/lock-text.ts";
import { createEntry, createFeed } from "./locks.ts";

const file = "site/feeds.lock.json";

const parse = (source: string) => parseLock(source, file);

/** What somebody is told whose lock cannot be read. */
function refuse(source: string) {
	try {
		parse(source);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		expect([error.status, error.diagnostics.length]).toEqual([2, 1]);
		const [diagnostic] = error.diagnostics;
		return diagnostic;
	}
	throw new Error("it was read");
}

const { title: _, ...untitled } = createEntry();
const lock: Lock = {
	feeds: [
		createFeed({ archives: [[1, 1]] }),
		createFeed({
			path: "/tags/news/",
			id: "https://x.org/tags/news/",
			of: "tag:news",
		}),
	],
	articles: [
		createEntry({ closed: true }),
		{
			...untitled,
			number: 2,
			id: "urn:b",
			ids: { atom: "urn:b-atom" },
			former: ["urn:b-before"],
			path: "articles/b.md",
			url: "https://x.org/b/",
			was: ["/old-b/"],
			redated: Date.UTC(2024, 0, 3),
			updated: Date.UTC(2024, 0, 4, 5, 6, 7),
			sketch: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef",
			retracted: Date.UTC(2024, 0, 5),
		},
	],
};
const text = formatLock(lock);

test("a lock is JSON with one line for each feed and article, sorted by key", () => {
	const [, about = "", ...lines] = text.split("\n");
	expect(about).toMatch(/^ {2}"about": ".*Commit this file.*",$/);
	expect(["{", ...lines].join("\n")).toBe(`{
  "version": 1,
  "published": [
    {"key":"24377bdaf132","number":2,"id":"urn:b","ids":{"atom":"urn:b-atom"},"former":["urn:b-before"],"path":"articles/b.md","url":"https://x.org/b/","was":["/old-b/"],"date":"2024-01-02T00:00:00Z","redated":"2024-01-03T00:00:00Z","updated":"2024-01-04T05:06:07Z","hash":"hash-of-a","sketch":"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef","retracted":"2024-01-05T00:00:00Z"},
    {"key":"5c9cb69d375e","number":1,"closed":true,"id":"https://x.org/a/","path":"articles/a.md","url":"https://x.org/a/","title":"A","date":"2024-01-02T00:00:00Z","hash":"hash-of-a"},
    {"key":"5ca30f0d971f","feed":"/tags/news/","id":"https://x.org/tags/news/","of":"tag:news"},
    {"key":"9cf366d53ee4","feed":"/","id":"https://x.org/","archives":[[1,1]]}
  ]
}
`);
	const { feeds, articles } = parse(text);
	expect(feeds).toEqual([...lock.feeds].reverse());
	expect(articles).toEqual([...lock.articles].reverse());
});

test("a lock without feeds and articles is read again, too", () => {
	const empty = { feeds: [], articles: [] };
	expect(parse(formatLock(empty))).toMatchObject(empty);
});

describe("any lock", () => {
	const unit = fc.oneof(
		{ weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 3 }) },
		fc.constantFrom(
			...['"', "\\", "\n", "\r\n", "\u2028", "\u2029", "\0", "\uFEFF"],
			...["\uD83D", "\uDE00", "😀", "}\n{", "},\n]", "é", "'"],
		),
	);
	const anyText = fc
		.array(unit, { minLength: 1, maxLength: 6 })
		.map((units) => units.join(""))
		.filter((one) => one !== "");
	const anyUrl = fc.webUrl({ withQueryParameters: true });
	const anyInstant = fc
		.date({
			min: new Date("0001-01-01T00:00:00Z"),
			max: new Date("9999-12-31T23:59:59Z"),
			noInvalidDate: true,
		})
		.map((date) => date.getTime());
	const anyNumber = fc.integer({ min: 1, max: 99 });
	const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
	const anyEntry: fc.Arbitrary<LockedArticle> = fc.record({
		number: anyNumber,
		id: anyText,
		ids: maybe(fc.record({ rss: maybe(anyText), atom: maybe(anyText) })),
		former: maybe(fc.array(anyText, { minLength: 1, maxLength: 2 })),
		path: anyText,
		url: anyUrl,
		was: maybe(fc.array(anyText, { minLength: 1, maxLength: 2 })),
		date: anyInstant,
		redated: maybe(anyInstant),
		updated: maybe(anyInstant),
		title: maybe(anyText),
		hash: anyText,
		sketch: fc.constantFrom("", "ABC"),
		retracted: maybe(anyInstant),
	});
	/** Ends of ranges, in any order; each range has as many numbers as lie between two ends. */
	const anyArchives: fc.Arbitrary<Range[]> = fc
		.uniqueArray(anyNumber, { minLength: 2, maxLength: 5 })
		.chain((ends) => {
			const ordered = [...ends].sort((a, b) => a - b);
			const ranges = ordered
				.slice(1)
				.map((end, at): Range => [(ordered[at] ?? 0) + 1, end]);
			return fc.shuffledSubarray(ranges);
		});
	const anyFeed: fc.Arbitrary<LockedFeed> = fc.record({
		path: anyText,
		id: anyText,
		of: maybe(anyText),
		where: maybe(anyText),
		archives: maybe(anyArchives),
	});
	/** Its highest number is higher than that of any archive, and what is closed is in one. */
	const anyLock: fc.Arbitrary<Lock> = fc
		.record({
			feeds: fc.uniqueArray(anyFeed, { maxLength: 3, selector: keyOfFeed }),
			articles: fc.uniqueArray(anyEntry, {
				minLength: 1,
				maxLength: 4,
				selector: ({ id }) => id,
			}),
		})
		.map(({ feeds, articles: [first, ...others] }) => {
			const ranges = feeds.flatMap(({ archives = [] }) => archives);
			const highest = { ...first, number: 1e9 } as LockedArticle;
			const articles = others.map((one) => ({
				...one,
				closed:
					ranges.some(
						([low, high]) => one.number >= low && one.number <= high,
					) || undefined,
			}));
			return { feeds, articles: [highest, ...articles] };
		});
	const sort = ({ feeds, articles }: Lock) => ({
		feeds: [...feeds].sort((a, b) => (keyOfFeed(a) < keyOfFeed(b) ? -1 : 1)),
		articles: [...articles].sort((a, b) => (a.id < b.id ? -1 : 1)),
	});

	test("is what it was, having been written and read", () => {
		fc.assert(
			fc.property(anyLock, (lock) => {
				// As the disk has it.
				const written = Buffer.from(formatLock(lock)).toString("utf8");
				expect(sort(parse(written))).toEqual(sort(lock));
			}),
			{ numRuns: 200 },
		);
	});

	test("is one text whatever the order of its feeds and articles, with a line for each", () => {
		fc.assert(
			fc.property(anyLock, ({ feeds, articles }) => {
				const text = formatLock({ feeds, articles });
				const others = {
					feeds: [...feeds].reverse(),
					articles: [...articles].reverse(),
				};
				expect(formatLock(others)).toBe(text);
				expect(formatLock(parse(text))).toBe(text);
				const lines = text.split("\n").filter((line) => /^ {4}\{/.test(line));
				expect(lines).toHaveLength(feeds.length + articles.length);
				const keys = lines.flatMap(
					(line) => /^ {4}\{"key":"([\da-f]{12})"/.exec(line)?.[1] ?? [],
				);
				expect(keys).toEqual([...keys].sort());
				expect(keys).toHaveLength(feeds.length + articles.length);
			}),
			{ numRuns: 100 },
		);
	});
});

describe("what people and tools do to it by the way is accepted", () => {
	const lines = text.split("\n");
	/** With something done to the lines of feeds and articles. */
	const mapLines = (change: (line: string) => string) =>
		lines
			.map((line) => (/^ {4}\{/.test(line) ? change(line) : line))
			.join("\n");

	test.each<[string, string]>([
		["a formatter's line breaks", JSON.stringify(JSON.parse(text), null, 2)],
		["tabs", JSON.stringify(JSON.parse(text), null, "\t")],
		["everything on one line", JSON.stringify(JSON.parse(text))],
		["no commas between lines", mapLines((line) => line.replace(/,$/, ""))],
		[
			"a comma behind the last line",
			mapLines((line) => line.replace(/,?$/, ",")),
		],
		[
			"blanks behind the lines",
			mapLines((line) => `${line.replace(/,$/, "")} `),
		],
		[
			"empty lines where markers were",
			mapLines((line) => `\n${line.replace(/,$/, "")}\n`),
		],
		["CRLF line ends", text.replaceAll("\n", "\r\n")],
		[
			"CRLF line ends without commas",
			mapLines((line) => line.replace(/,$/, "")).replaceAll("\n", "\r\n"),
		],
		["no line end at its end", text.trimEnd()],
		[
			"keys that nobody knows",
			mapLines((line) => line.replace("{", '{"x":1,')),
		],
		[
			"another order of keys and no keys to sort by",
			JSON.stringify({
				published: JSON.parse(text)
					.published.reverse()
					.map(({ key: _, ...rest }: { key: string }) => rest),
				version: 1,
			}),
		],
	])("%s", (_, source) => {
		expect(source).not.toBe(text);
		expect(formatLock(parse(source))).toBe(text);
	});

	test("lines that stand twice, as a merge leaves them, are kept for the settling", () => {
		const [line = ""] = lines.filter((line) => line.includes("urn:b"));
		const twice = text.replace(line, `${line}\n${line}`);
		expect(parse(twice).articles.map(({ id }) => id)).toEqual([
			"urn:b",
			"urn:b",
			"https://x.org/a/",
		]);
	});
});

describe("conflict markers", () => {
	const message = "the lock holds conflict markers of a merge";
	const hint =
		"Keep the lines of both sides, delete the lines of <<<<<<<, ======= and >>>>>>>, and build again: numbers that stand twice are given anew.";
	const insert = (at: number, ...inserted: string[]) =>
		text
			.split("\n")
			.toSpliced(at, 0, ...inserted)
			.join("\n");

	test.each<[string, string, number]>([
		[
			"of a plain conflict",
			insert(8, "<<<<<<< HEAD", "=======", ">>>>>>> branch/with spaces"),
			9,
		],
		[
			"in diff3's style",
			insert(9, "<<<<<<< ours", "||||||| 4a5b6c7", "=======", ">>>>>>> theirs"),
			10,
		],
		["of which the first was deleted", insert(4, "=======", ">>>>>>> x"), 5],
		["of which the base alone is left", insert(5, "||||||| base"), 6],
		["of which the last alone is left", insert(8, ">>>>>>> 4a5b6c7 (Post)"), 9],
		["with CRLF line ends", insert(8, "=======").replaceAll("\n", "\r\n"), 9],
		["at its very beginning", insert(0, "<<<<<<< HEAD"), 1],
	])("%s", (_, source, line) => {
		expect(refuse(source)).toEqual({
			severity: "error",
			code: "lock-conflict",
			message,
			hint,
			file,
			line,
		});
	});

	test("are no signs within a title", () => {
		const title = "<<<<<<< and ======= and >>>>>>> x";
		const source = formatLock({
			feeds: [],
			articles: [createEntry({ title })],
		});
		expect(parse(source).articles[0]?.title).toBe(title);
	});
});

const restore = `Take it as it was last committed (git checkout HEAD -- ${file}) and build again. Never delete it: every article would be shown again.`;

describe("a broken lock is an error that says where, and how to get it back", () => {
	const change = (from: string | RegExp, to: string) => {
		const changed = text.replace(from, to);
		expect(changed).not.toBe(text);
		return changed;
	};

	test.each<[string, string, string | RegExp, [number, number] | undefined]>([
		[
			"an empty file",
			"",
			"the lock is not JSON: expected a value, found the end",
			[1, 1],
		],
		[
			"a file of blanks",
			"\n\n",
			"the lock is not JSON: expected a value, found the end",
			[3, 1],
		],
		[
			"a file cut within a line",
			text.slice(0, text.indexOf('"urn:b-atom') + 6),
			/^the lock is not JSON: expected a value, found \\?"$/,
			[5, 65],
		],
		[
			"a file cut between lines",
			text.slice(0, text.indexOf('\n    {"key":"5c')),
			"the lock is not JSON: expected a value, found the end",
			[5, 366],
		],
		[
			"a file cut before its end",
			text.trimEnd().slice(0, -2),
			"the lock is not JSON: expected a comma or }, found the end",
			[9, 4],
		],
		[
			"no JSON at all",
			"feeds: []\n",
			"the lock is not JSON: expected a value, found feeds",
			[1, 1],
		],
		[
			"a byte order mark that nobody took off",
			`\uFEFF${text}`,
			"the lock is not JSON: expected a value, found \uFEFF",
			[1, 1],
		],
		[
			"a comma that is missing within a line",
			change('"number":2,', '"number":2'),
			/^the lock is not JSON: expected a comma or }, found \\?"$/,
			[5, 37],
		],
		[
			"JSON of something else",
			"[]",
			'the lock is broken: version is missing (Invalid key: Expected "version" but received undefined)',
			undefined,
		],
		[
			"no version",
			change('  "version": 1,\n', ""),
			'the lock is broken: version is missing (Invalid key: Expected "version" but received undefined)',
			undefined,
		],
		[
			"a version that never was",
			change('"version": 1', '"version": 0'),
			"the lock is broken: version is not as it should be (Invalid type: Expected 1 but received 0)",
			[3, 3],
		],
		[
			"a version that is no number",
			change('"version": 1', '"version": "1"'),
			'the lock is broken: version is not as it should be (Invalid type: Expected 1 but received "1")',
			[3, 3],
		],
		[
			"no list",
			JSON.stringify({ version: 1 }),
			'the lock is broken: published is missing (Invalid key: Expected "published" but received undefined)',
			undefined,
		],
		[
			"an article without id",
			change('"id":"urn:b",', ""),
			'the lock is broken: published[0].id is missing (Invalid key: Expected "id" but received undefined)',
			undefined,
		],
		[
			"an empty id",
			change('"id":"urn:b"', '"id":""'),
			"the lock is broken: published[0].id is not as it should be (Invalid length: Expected >=1 but received 0)",
			[5, 38],
		],
		[
			"the number 0",
			change('"number":1', '"number":0'),
			"the lock is broken: published[1].number is not as it should be (Invalid value: Expected >=1 but received 0)",
			[6, 27],
		],
		[
			"a number that nobody reaches",
			change('"number":1', '"number":1000000001'),
			"the lock is broken: published[1].number is not as it should be (Invalid value: Expected <=1000000000 but received 1000000001)",
			[6, 27],
		],
		[
			"a feed without id",
			change('"id":"https://x.org/",', ""),
			'the lock is broken: published[3].id is missing (Invalid key: Expected "id" but received undefined)',
			undefined,
		],
		[
			"half a number",
			change('"number":1', '"number":1.5'),
			"the lock is broken: published[1].number is not as it should be (Invalid safe integer: Received 1.5)",
			[6, 27],
		],
		[
			"a number in quotes",
			change('"number":1', '"number":"1"'),
			'the lock is broken: published[1].number is not as it should be (Invalid type: Expected number but received "1")',
			[6, 27],
		],
		[
			"a day that is no instant",
			change('"redated":"2024-01-03T00:00:00Z"', '"redated":"2024-01-03"'),
			"the lock is broken: published[0].redated is not as it should be (is no instant)",
			[5, 201],
		],
		[
			"a day that never was",
			change(
				'"date":"2024-01-02T00:00:00Z","hash',
				'"date":"2024-02-30T00:00:00Z","hash',
			),
			"the lock is broken: published[1].date is not as it should be (is no instant)",
			[6, 136],
		],
		[
			"an address that is none",
			change('"url":"https://x.org/b/"', '"url":"/b/"'),
			'the lock is broken: published[0].url is not as it should be (Invalid URL: Received "/b/")',
			[5, 128],
		],
		[
			"a former id that is no text",
			change('["urn:b-before"]', "[7]"),
			"the lock is broken: published[0].former[0] is not as it should be (Invalid type: Expected string but received 7)",
			[5, 89],
		],
		[
			"an article that is null",
			change('"published": [', '"published": [null,'),
			"the lock is broken: published[0] is not as it should be (Invalid type: Expected Object but received null)",
			[4, 17],
		],
		[
			"a range with one end",
			change("[[1,1]]", "[[1]]"),
			"the lock is broken: published[3].archives[0][1] is missing (Invalid type: Expected number but received undefined)",
			undefined,
		],
	])("%s", (_, source, message, place) => {
		const [line, column] = place ?? [];
		expect(refuse(source)).toEqual({
			severity: "error",
			code: "lock-broken",
			message:
				typeof message === "string" ? message : expect.stringMatching(message),
			hint: restore,
			file,
			...(place && { line, column }),
		});
	});

	test("places are those of the file, also behind commas that were mended", () => {
		const source = change('"number":1', '"number":0')
			.replace(/(?<=\]\]\}|retracted.*\}),$/gm, "")
			.replace(/("hash-of-a"\})$/m, "$1,");
		expect(refuse(source)).toMatchObject({ line: 6, column: 27 });
	});
});

describe("what no build writes is an error", () => {
	const write = (
		archives: [number, number][],
		numbers: readonly number[],
		closed: readonly number[] = [],
	) =>
		formatLock({
			feeds: [createFeed({ path: "/b/", archives }), createFeed()],
			articles: numbers.map((number) =>
				createEntry({
					number,
					id: `urn:${number}`,
					...(closed.includes(number) && { closed: true }),
				}),
			),
		});

	test.each<[string, string, string]>([
		[
			"a range that ends before it begins",
			write([[2, 1]], [1, 2]),
			"2-1 can be no archive of the feed /b/",
		],
		[
			"two ranges of one feed that overlap",
			write(
				[
					[2, 3],
					[1, 2],
				],
				[1, 2, 3],
			),
			"2-3 can be no archive of the feed /b/",
		],
		[
			"a range that stands twice",
			write(
				[
					[1, 2],
					[1, 2],
				],
				[1, 2, 3],
			),
			"1-2 can be no archive of the feed /b/",
		],
		[
			"a range beyond the highest number",
			write([[1, 4]], [1, 3]),
			"1-4 can be no archive of the feed /b/",
		],
		[
			"a range where no article is",
			write([[1, 2]], []),
			"1-2 can be no archive of the feed /b/",
		],
		[
			"an article of an archive that no feed has",
			write([[1, 2]], [1, 2, 3], [1, 3]),
			"the number 3 is in no feed's archives, and was in one",
		],
	])("%s", (_, source, mistake) => {
		expect(refuse(source)).toEqual({
			severity: "error",
			code: "lock-broken",
			message: `the lock is broken: ${mistake}`,
			hint: restore,
			file,
		});
	});

	test("but not ranges of two feeds that overlap, nor gaps between ranges", () => {
		const feeds = [
			createFeed({
				archives: [
					[5, 6],
					[1, 2],
				],
			}),
			createFeed({ path: "/b/", archives: [[2, 5]] }),
		];
		const articles = [createEntry({ number: 6, closed: true })];
		const text = formatLock({ feeds, articles });
		expect(formatLock(parse(text))).toBe(text);
	});
});

test("a merge that put two lists into it is an error, for JSON knows the last one alone", () => {
	const source = text.replace("\n  ]\n", '\n  ],\n  "published": [\n  ]\n');
	expect(source).not.toBe(text);
	expect(refuse(source)).toEqual({
		severity: "error",
		code: "lock-broken",
		message: "the lock holds two lists",
		hint: 'Put the lines of both into one list, below one line of "published", and build again.',
		file,
	});
});

test("marks of line ends in a text are none of the file's", () => {
	const path = "articles/a\u2028=======\u2028.md";
	const source = formatLock({ feeds: [], articles: [createEntry({ path })] });
	expect(parse(source).articles[0]?.path).toBe(path);
});

test("a lock of a newer feedwright asks for that one, whatever else it holds", () => {
	expect(refuse('{\n  "version": 2,\n  "things": []\n}\n')).toEqual({
		severity: "error",
		code: "lock-newer",
		message: "the lock was written by a newer feedwright (version 2)",
		hint: "Update feedwright here.",
		file,
		line: 2,
		column: 3,
	});
});
