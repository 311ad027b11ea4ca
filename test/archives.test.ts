import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { closeRanges, partArticles } from "../src/archives.ts";
import type { Range } from "../src/lock/lock.ts";
import { run } from "../src/run.ts";
import { createArticle } from "./support/articles.ts";
import { readAtom, readJson, readRss } from "./support/feed-reader.ts";
import { createFolder, type Folder, now } from "./support/folder.ts";
import { findAll, findOne, readXml } from "./support/xml-reader.ts";

/** Articles by their numbers, newest first; one that has none yet is `new`. */
const readNumbers = (text: string) =>
	text
		.split(" ")
		.filter(Boolean)
		.map((word) =>
			createArticle({ number: word === "new" ? undefined : Number(word) }),
		);

/** Ranges as `1-2 3-4`. */
const readRanges = (text: string): Range[] =>
	text
		.split(" ")
		.filter(Boolean)
		.map((word) => {
			const [first = 0, last = 0] = word.split("-").map(Number);
			return [first, last];
		});

const showRange = (range: Range) => range.join("-");

describe("ranges are closed", () => {
	test.each<
		[
			what: string,
			articles: string,
			closed: string,
			limit: number,
			size: number,
			after: string,
		]
	>([
		["not while all are among the newest", "3 2 1", "", 3, 2, ""],
		["not while one of it is among the newest", "3 2 1", "", 2, 2, ""],
		["when all of it have left the newest", "4 3 2 1", "", 2, 2, "1-2"],
		["all at once, when there are many", "7 6 5 4 3 2 1", "", 2, 2, "1-2 3-4"],
		["behind those that are", "6 5 4 3 2 1", "1-2", 2, 2, "1-2 3-4"],
		["never a second time", "6 5 4 3 2 1", "1-2 3-4", 2, 2, "1-2 3-4"],
		["not while they are not full", "5 4 3 2 1", "1-2 3-4", 0, 2, "1-2 3-4"],
		["of one article each", "4 3 2 1", "", 1, 1, "1-1 2-2 3-3"],
		[
			"without regard to articles that have no numbers",
			"new new 2 1",
			"",
			2,
			2,
			"1-2",
		],
		[
			"and the rest stays open while an evergreen article is the newest",
			"1 6 5 4 3 2",
			"",
			2,
			2,
			"3-4",
		],
		[
			"later, when that one is no longer the newest, in the order in which they came to be",
			"8 7 6 5 4 3 2 1",
			"3-4",
			2,
			2,
			"3-4 1-2 5-6",
		],
		[
			"and stay so when an old article is among the newest again",
			"5 2 1",
			"1-2 3-4",
			2,
			2,
			"1-2 3-4",
		],
		[
			"never without an article of the feed: they were taken back",
			"6 5",
			"1-2",
			2,
			2,
			"1-2",
		],
		["by numbers, whatever the dates", "2 6 4 1 3 5", "", 2, 2, "3-4"],
		[
			"of a larger size, behind those of the former one",
			"9 8 7 6 5 4 3 2 1",
			"1-2 3-4",
			2,
			3,
			"1-2 3-4 5-7",
		],
		[
			"of a smaller size, behind those of the former one",
			"9 8 7 6 5 4 3 2 1",
			"1-4",
			2,
			2,
			"1-4 5-6",
		],
		[
			"of another size, up to one that is closed",
			"9 8 7 6 5 4 3 2 1",
			"4-6",
			2,
			2,
			"4-6 1-2 3-3",
		],
		["of a feed with few of the articles", "9 6 2", "", 1, 2, "1-2 5-6"],
		["of no feed without any article", "", "", 2, 2, ""],
	])("%s", (_, articles, closed, limit, size, after) => {
		const some = readNumbers(articles);
		const last = Math.max(3, ...some.map(({ number = 0 }) => number));
		const ranges = closeRanges(
			some,
			readRanges(closed),
			{ limit, size },
			last,
			Number.POSITIVE_INFINITY,
		);
		expect(ranges.map(showRange).join(" ")).toBe(after);
	});

	/** What is closed of the numbers 9 to 1, of which none is among the newest but 9. */
	const close = (last: number, most: number, closed = "") =>
		closeRanges(
			readNumbers("9 8 7 6 5 4 3 2 1"),
			readRanges(closed),
			{ limit: 1, size: 2 },
			last,
			most,
		)
			.map(showRange)
			.join(" ");

	test.each([
		[0, ""],
		[1, ""],
		[2, "1-2"],
		[3, "1-2"],
		[7, "1-2 3-4 5-6"],
		[8, "1-2 3-4 5-6 7-8"],
		[1000, "1-2 3-4 5-6 7-8"],
	])("up to the number %i", (last, after) => {
		expect(close(last, 100)).toBe(after);
	});

	test.each([
		[0, "", ""],
		[1, "", "1-2"],
		[2, "", "1-2 3-4"],
		[0, "3-4", "3-4"],
		[1, "3-4", "3-4 1-2"],
		[2, "3-4", "3-4 1-2 5-6"],
	])(
		"at most %i beside those that are (%s), lowest first",
		(most, closed, after) => {
			expect(close(100, most, closed)).toBe(after);
		},
	);
});

describe("articles are parted", () => {
	test.each<[string, string, string, string, string[]]>([
		["without archives", "3 2 1", "", "3 2 1", []],
		[
			"with a lone archive, which nothing would lead to",
			"4 3 2 1",
			"1-2",
			"4 3 2 1",
			[],
		],
		["with two", "6 5 4 3 2 1", "1-2 3-4", "6 5", ["1-2: 2 1", "3-4: 4 3"]],
		[
			"by numbers, each newest first",
			"1 6 4 2 5 3",
			"1-2 3-4",
			"6 5",
			["1-2: 1 2", "3-4: 4 3"],
		],
		[
			"in the order in which the archives came to be",
			"6 5 4 3 2 1",
			"3-4 1-2",
			"6 5",
			["3-4: 4 3", "1-2: 2 1"],
		],
		[
			"with a range left open between two archives",
			"6 5 4 3 2 1",
			"1-2 5-6",
			"4 3",
			["1-2: 2 1", "5-6: 6 5"],
		],
		[
			"with archives that have lost all articles",
			"8 7 4 3 2 1",
			"1-2 3-4 5-6",
			"8 7",
			["1-2: 2 1", "3-4: 4 3", "5-6: "],
		],
		[
			"with one archive left that holds something",
			"6 5 2",
			"1-2 3-4",
			"6 5",
			["1-2: 2", "3-4: "],
		],
		[
			"and what has no number is current",
			"new 5 4 3 2 1",
			"1-2 3-4",
			"new 5",
			["1-2: 2 1", "3-4: 4 3"],
		],
		[
			"and nothing may be current",
			"4 3 2 1",
			"1-2 3-4",
			"",
			["1-2: 2 1", "3-4: 4 3"],
		],
		[
			"of unequal sizes",
			"9 6 5 4 3 2 1",
			"1-1 2-5",
			"9 6",
			["1-1: 1", "2-5: 5 4 3 2"],
		],
	])("%s", (_, articles, closed, current, archives) => {
		const parts = partArticles(readNumbers(articles), readRanges(closed));
		const show = (some: readonly { number?: number | undefined }[]) =>
			some.map(({ number }) => number ?? "new").join(" ");
		expect(show(parts.current)).toBe(current);
		expect(
			parts.archives.map(
				({ range, articles }) => `${showRange(range)}: ${show(articles)}`,
			),
		).toEqual(archives);
	});
});

describe("any articles", () => {
	const anyOrder = fc
		.integer({ min: 0, max: 30 })
		.chain((count) =>
			fc.shuffledSubarray(
				Array.from({ length: count }, (_, index) => index + 1),
			),
		);
	const anyStage = fc.record({
		order: anyOrder,
		limit: fc.integer({ min: 1, max: 6 }),
		size: fc.integer({ min: 1, max: 5 }),
		last: fc.integer({ min: 0, max: 30 }),
		most: fc.integer({ min: 0, max: 4 }),
	});

	test("close ranges for good, none of which overlap, and stand once", () => {
		fc.assert(
			fc.property(fc.array(anyStage, { maxLength: 4 }), (stages) => {
				let closed: readonly Range[] = [];
				for (const { order, limit, size, last, most } of stages) {
					const articles = order.map((number) => createArticle({ number }));
					const newest = order.slice(0, limit);
					const next = closeRanges(
						articles,
						closed,
						{ limit, size },
						last,
						most,
					);
					expect(next.slice(0, closed.length)).toEqual(closed);
					const numbers = next.flatMap(([first, last]) =>
						Array.from({ length: last - first + 1 }, (_, at) => first + at),
					);
					expect(new Set(numbers).size).toBe(numbers.length);
					const fresh = next.slice(closed.length);
					expect(fresh.length).toBeLessThanOrEqual(most);
					for (const [first, end] of fresh) {
						const isIn = (number: number) => number >= first && number <= end;
						expect(newest.filter(isIn)).toEqual([]);
						expect(order.filter(isIn)).not.toEqual([]);
						expect(end).toBeLessThanOrEqual(last);
					}
					const { current, archives } = partArticles(articles, next);
					const parted = [current, ...archives.map((one) => one.articles)];
					expect(
						parted
							.flat()
							.map(({ number = 0 }) => number)
							.sort((a, b) => a - b),
					).toEqual([...order].sort((a, b) => a - b));
					closed = next;
				}
			}),
		);
	});
});

const folders: Folder[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) folder.remove();
});

const configOf = (feed: object, more: object = {}) => ({
	site: { url: "https://x.org/", title: "X" },
	feeds: [{ path: "/", ...feed }],
	...more,
});

const day = (number: number) =>
	new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10);

const article = (number: number, more = "", at = number) =>
	`---\ntitle: P${number}\ndate: ${day(at)}\n${more}---\nText ${number}.\n`;

const writeArticles = (count: number) =>
	Object.fromEntries(
		Array.from({ length: count }, (_, index) => [
			`articles/${index + 1}.md`,
			article(index + 1),
		]),
	);

/** A site of so many articles, a day apart, with its lock. */
async function open(count: number, config: object): Promise<Folder> {
	const folder = createFolder(writeArticles(count), config);
	folders.push(folder);
	expect(await folder.build("--lock")).toMatchObject({
		status: 0,
		diagnostics: [],
	});
	return folder;
}

/** The titles of each document, by its path. */
const showTitles = (
	files: Readonly<Record<string, string>>,
	name = "feed.json",
) =>
	Object.fromEntries(
		Object.entries(files)
			.filter(([path]) => path === name || path.endsWith(`/${name}`))
			.map(([path, text]) => {
				const read = { "feed.json": readJson, "rss.xml": readRss }[name];
				const feed = (read ?? readAtom)(text);
				return [path, feed.items.map(({ title }) => title).join(" ")];
			}),
	);

/** What an XML document says of its feed beside titles and times. */
function readHead(text = "") {
	const root = readXml(text);
	const head = findOne(root, "channel") ?? root;
	const links = findAll(head, "atom:link")
		.filter(({ attributes }) => attributes.rel !== "alternate")
		.map(({ attributes }) => `${attributes.rel} ${attributes.href}`);
	const marks = head.children
		.map(({ name }) => name)
		.filter((name) => name.startsWith("fh:"));
	return [...links, ...marks];
}

const archived = configOf(
	{ limit: 2, archive: { size: 2 } },
	{ hubs: ["https://hub.example/"] },
);

describe("the documents of an archived feed", () => {
	test("hold each article once, in every format", async () => {
		const files = (await open(7, archived)).read();
		for (const name of ["rss.xml", "atom.xml", "feed.json"])
			expect(showTitles(files, name)).toEqual({
				[name]: "P7 P6 P5",
				[`archive/1-2/${name}`]: "P2 P1",
				[`archive/3-4/${name}`]: "P4 P3",
			});
	});

	test("link to each other in RSS, as in RFC 5005, and archives have no hub", async () => {
		const files = (await open(9, archived)).read();
		expect(readHead(files["rss.xml"])).toEqual([
			"self https://x.org/rss.xml",
			"prev-archive https://x.org/archive/5-6/rss.xml",
			"hub https://hub.example/",
		]);
		expect(readHead(files["archive/5-6/rss.xml"])).toEqual([
			"self https://x.org/archive/5-6/rss.xml",
			"current https://x.org/rss.xml",
			"prev-archive https://x.org/archive/3-4/rss.xml",
			"fh:archive",
		]);
		expect(readHead(files["archive/3-4/rss.xml"])).toEqual([
			"self https://x.org/archive/3-4/rss.xml",
			"current https://x.org/rss.xml",
			"prev-archive https://x.org/archive/1-2/rss.xml",
			"next-archive https://x.org/archive/5-6/rss.xml",
			"fh:archive",
		]);
		expect(readHead(files["archive/1-2/rss.xml"])).toEqual([
			"self https://x.org/archive/1-2/rss.xml",
			"current https://x.org/rss.xml",
			"next-archive https://x.org/archive/3-4/rss.xml",
			"fh:archive",
		]);
	});

	test("link to each other in Atom, and share their id", async () => {
		const files = (await open(7, archived)).read();
		expect(readHead(files["atom.xml"])).toEqual([
			"self https://x.org/atom.xml",
			"prev-archive https://x.org/archive/3-4/atom.xml",
			"hub https://hub.example/",
		]);
		expect(readHead(files["archive/3-4/atom.xml"])).toEqual([
			"self https://x.org/archive/3-4/atom.xml",
			"current https://x.org/atom.xml",
			"prev-archive https://x.org/archive/1-2/atom.xml",
			"fh:archive",
		]);
		const ids = ["", "archive/1-2/", "archive/3-4/"].map(
			(folder) =>
				findOne(readXml(files[`${folder}atom.xml`] ?? ""), "atom:id")?.text,
		);
		expect(new Set(ids)).toEqual(new Set(["https://x.org/"]));
	});

	test("link to the older one in JSON Feed, and archives have no hub", async () => {
		const files = (await open(7, archived)).read();
		const read = (path: string) => {
			const { feed_url, next_url, hubs } = JSON.parse(files[path] ?? "");
			return { feed_url, next_url, hubs };
		};
		expect(read("feed.json")).toEqual({
			feed_url: "https://x.org/feed.json",
			next_url: "https://x.org/archive/3-4/feed.json",
			hubs: [{ type: "WebSub", url: "https://hub.example/" }],
		});
		expect(read("archive/3-4/feed.json")).toEqual({
			feed_url: "https://x.org/archive/3-4/feed.json",
			next_url: "https://x.org/archive/1-2/feed.json",
		});
		expect(read("archive/1-2/feed.json")).toEqual({
			feed_url: "https://x.org/archive/1-2/feed.json",
		});
	});

	test("are told of by a program's report", async () => {
		const folder = await open(7, archived);
		const { feeds } = await folder.build();
		expect(
			feeds
				.filter(({ format }) => format === "rss")
				.map(({ path, feed, archive, items }) => [path, feed, archive, items]),
		).toEqual([
			["rss.xml", "/", undefined, 3],
			["archive/1-2/rss.xml", "/", "1-2", 2],
			["archive/3-4/rss.xml", "/", "3-4", 2],
		]);
		const { stdout } = await folder.run(["build", "--now", now]);
		expect(stdout).toMatch(/^\/ 2 archives +4 +/m);
	});

	test("begin when two ranges are closed; until then nothing speaks of archives", async () => {
		const files = (await open(5, archived)).read();
		expect(showTitles(files)).toEqual({ "feed.json": "P5 P4 P3 P2 P1" });
		expect(readHead(files["rss.xml"])).toEqual([
			"self https://x.org/rss.xml",
			"hub https://hub.example/",
		]);
		expect(JSON.parse(files["feed.json"] ?? "").next_url).toBeUndefined();
	});

	test("are those that the addition of an article asks for, and no other", async () => {
		const folder = await open(7, archived);
		folder.write({ "articles/8.md": article(8) });
		const written = async () => {
			const { feeds, removed } = await folder.build();
			expect(removed).toEqual([]);
			return feeds
				.filter(({ written }) => written)
				.map(({ path }) => path)
				.filter((path) => path.endsWith("atom.xml"));
		};
		// P5 and P6 have left the newest.
		expect(await written()).toEqual([
			"atom.xml",
			"archive/3-4/atom.xml",
			"archive/5-6/atom.xml",
		]);
		folder.write({ "articles/9.md": article(9) });
		expect(await written()).toEqual(["atom.xml"]);
		folder.write({ "articles/3.md": `${article(3)}More.\n` });
		expect(await written()).toEqual(["archive/3-4/atom.xml"]);
	});

	test("do not shift for an article with an old date", async () => {
		const folder = await open(7, archived);
		const before = folder.read();
		folder.write({ "articles/old.md": article(8, "", -30) });
		await folder.build();
		const files = folder.read();
		expect(showTitles(files)).toMatchObject({
			"feed.json": "P7 P6 P5 P8",
			"archive/3-4/feed.json": "P4 P3",
		});
		for (const path of Object.keys(before).filter((path) =>
			path.startsWith("archive/"),
		))
			expect(files[path]).toBe(before[path]);
	});

	test("keep to their ranges when the newest articles are taken back", async () => {
		const folder = await open(7, archived);
		for (const number of [5, 6, 7])
			folder.write({
				[`articles/${number}.md`]: article(number, "draft: true\n"),
			});
		const { status } = await folder.build();
		expect(status).toBe(0);
		expect(showTitles(folder.read())).toEqual({
			"feed.json": "",
			"archive/1-2/feed.json": "P2 P1",
			"archive/3-4/feed.json": "P4 P3",
		});
	});

	test("keep their old sizes when the size changes; those that come have the new one", async () => {
		const folder = await open(7, archived);
		folder.write({
			"feed.config.json": JSON.stringify(
				configOf({ limit: 1, archive: { size: 1 } }),
			),
		});
		const old = {
			"archive/1-2/feed.json": "P2 P1",
			"archive/3-4/feed.json": "P4 P3",
		};
		await folder.build();
		expect(showTitles(folder.read())).toEqual({
			"feed.json": "P7 P6 P5",
			...old,
		});
		// Each new article closes one range.
		folder.write({ "articles/8.md": article(8) });
		await folder.build();
		expect(showTitles(folder.read())).toEqual({
			"feed.json": "P8 P7 P6",
			...old,
			"archive/5-5/feed.json": "P5",
		});
		folder.write({
			"articles/9.md": article(9),
			"articles/10.md": article(10),
		});
		await folder.build();
		expect(showTitles(folder.read())).toEqual({
			"feed.json": "P10 P9 P8",
			...old,
			"archive/5-5/feed.json": "P5",
			"archive/6-6/feed.json": "P6",
			"archive/7-7/feed.json": "P7",
		});
	});

	test("do not change when nothing but the limit does, and a second build closes nothing", async () => {
		const folder = await open(7, archived);
		folder.write({
			"feed.config.json": JSON.stringify(
				configOf({ limit: 1, archive: { size: 2 } }),
			),
		});
		for (let count = 0; count < 2; count++) {
			await folder.build();
			expect(showTitles(folder.read())).toEqual({
				"feed.json": "P7 P6 P5",
				"archive/1-2/feed.json": "P2 P1",
				"archive/3-4/feed.json": "P4 P3",
			});
		}
	});

	test("never take in an article that is new in that build, whatever its date", async () => {
		const folder = await open(7, configOf({ limit: 1, archive: { size: 2 } }));
		folder.write({
			"articles/8.md": article(8, "", -3),
			"articles/9.md": article(9, "", -2),
			"articles/10.md": article(10, "", -1),
		});
		await folder.build();
		const first = showTitles(folder.read());
		expect(first).toEqual({
			"feed.json": "P7 P10 P9 P8",
			"archive/1-2/feed.json": "P2 P1",
			"archive/3-4/feed.json": "P4 P3",
			"archive/5-6/feed.json": "P6 P5",
		});
		await folder.build();
		expect(showTitles(folder.read())).toEqual(first);
	});

	test("stay, with nothing in them, when all their articles are taken back", async () => {
		const folder = await open(6, archived);
		folder.write({
			"articles/1.md": article(1, "retracted: 2024-06-01\n"),
			"articles/2.md": article(2, "retracted: 2024-06-01\n"),
		});
		await folder.build();
		for (const name of ["rss.xml", "atom.xml", "feed.json"])
			expect(showTitles(folder.read(), name)).toEqual({
				[name]: "P6 P5",
				[`archive/1-2/${name}`]: "",
				[`archive/3-4/${name}`]: "P4 P3",
			});
	});

	test("say when an article left them, and no other one does", async () => {
		const folder = await open(7, archived);
		folder.write({ "articles/3.md": article(3, "retracted: 2024-06-01\n") });
		await folder.build();
		const updated = (folder_: string) =>
			/<updated>(.*?)<\/updated>/.exec(
				folder.read()[`${folder_}atom.xml`] ?? "",
			)?.[1];
		expect(updated("archive/3-4/")).toBe("2024-06-01T00:00:00.000Z");
		expect(updated("archive/1-2/")).toBe("2024-01-02T00:00:00.000Z");
		expect(updated("")).toBe("2024-01-07T00:00:00.000Z");
	});

	test("go when archives are no longer asked for, and come back as they were", async () => {
		const folder = await open(7, archived);
		const before = folder.read();
		folder.write({
			"feed.config.json": JSON.stringify({
				...archived,
				feeds: [{ path: "/", limit: 2 }],
			}),
		});
		const { removed } = await folder.build();
		expect(removed).toHaveLength(6);
		expect(showTitles(folder.read())).toEqual({ "feed.json": "P7 P6" });
		folder.write({ "feed.config.json": JSON.stringify(archived) });
		await folder.build();
		expect(folder.read()).toEqual(before);
	});

	test("in CI close no range, and hold what is not yet in the lock", async () => {
		const folder = await open(7, archived);
		const before = folder.read();
		for (const number of [8, 9, 10])
			folder.write({ [`articles/${number}.md`]: article(number) });
		const status = await run({
			argv: ["node", "feedwright", "build", "--now", now],
			env: { CI: "true" },
			cwd: () => folder.path,
			stdout: { write: () => {} },
			stderr: { write: () => {} },
		});
		expect(status).toBe(0);
		const files = folder.read();
		expect(showTitles(files)).toEqual({
			"feed.json": "P10 P9 P8 P7 P6 P5",
			"archive/1-2/feed.json": "P2 P1",
			"archive/3-4/feed.json": "P4 P3",
		});
		expect(files["archive/3-4/rss.xml"]).toBe(before["archive/3-4/rss.xml"]);
	});
});

describe("archive: true", () => {
	test("is for archives of 50 behind the newest 50", async () => {
		const files = (await open(151, configOf({ archive: true }))).read();
		expect(Object.keys(showTitles(files))).toEqual([
			"archive/1-50/feed.json",
			"archive/51-100/feed.json",
			"feed.json",
		]);
		expect(readJson(files["feed.json"] ?? "").items).toHaveLength(51);
	});

	test("is for a feed of some of the articles, too", async () => {
		const folder = createFolder(
			Object.fromEntries(
				Object.entries(writeArticles(9)).map(([path, text], index) => [
					path,
					index % 2 === 0
						? text.replace("---\nText", "tags: [odd]\n---\nText")
						: text,
				]),
			),
			configOf({
				where: { tags: { any: ["odd"] } },
				limit: 1,
				archive: { size: 2 },
			}),
		);
		folders.push(folder);
		await folder.build("--lock");
		expect(showTitles(folder.read())).toEqual({
			"feed.json": "P9",
			"archive/1-2/feed.json": "P1",
			"archive/3-4/feed.json": "P3",
			"archive/5-6/feed.json": "P5",
			"archive/7-8/feed.json": "P7",
		});
	});
});

describe("a feed that holds everything", () => {
	test.each<[string, object]>([
		["limit: false", {}],
		["limit: false, where other feeds have archives", { archive: true }],
	])("by %s says so, and has no other documents", async (_, more) => {
		const files = (await open(5, configOf({ limit: false }, more))).read();
		expect(showTitles(files)).toEqual({ "feed.json": "P5 P4 P3 P2 P1" });
		for (const name of ["rss.xml", "atom.xml"])
			expect(readHead(files[name])).toEqual([
				`self https://x.org/${name}`,
				"fh:complete",
			]);
		expect(JSON.parse(files["feed.json"] ?? "").next_url).toBeUndefined();
	});

	test("by chance does not say so", async () => {
		const files = (await open(2, configOf({ limit: 50 }))).read();
		expect(readHead(files["rss.xml"])).toEqual(["self https://x.org/rss.xml"]);
	});
});

describe("families", () => {
	test("have a feed for each year in place of archives", async () => {
		const folder = createFolder(
			{
				"articles/a.md":
					"---\ntitle: A\ndate: 2022-05-01\ntags: [news]\n---\nA.\n",
				"articles/b.md":
					"---\ntitle: B\ndate: 2023-05-01\ntags: [news]\n---\nB.\n",
				"articles/c.md":
					"---\ntitle: C\ndate: 2024-05-01\ntags: [news]\n---\nC.\n",
			},
			configOf({
				path: "/tags/:tag/",
				each: "tag",
				title: "About :tag",
				limit: 1,
				archive: { size: 1 },
			}),
		);
		folders.push(folder);
		await folder.build("--lock");
		const files = folder.read();
		expect(showTitles(files)).toEqual({
			"tags/news/feed.json": "C",
			"tags/news/2022/feed.json": "A",
			"tags/news/2023/feed.json": "B",
			"tags/news/2024/feed.json": "C",
		});
		expect(readHead(files["tags/news/rss.xml"])).toEqual([
			"self https://x.org/tags/news/rss.xml",
		]);
		expect(readHead(files["tags/news/2022/rss.xml"])).toEqual([
			"self https://x.org/tags/news/2022/rss.xml",
			"fh:complete",
		]);
		expect(readJson(files["tags/news/2022/feed.json"] ?? "").title).toBe(
			"About news (2022)",
		);
	});

	test("of years have none", async () => {
		const config = configOf(
			{ path: "/:year/", each: "year", limit: 1 },
			{ archive: true },
		);
		const files = (await open(3, config)).read();
		expect(showTitles(files)).toEqual({ "2024/feed.json": "P3" });
	});
});
