import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { texts } from "../lock/texts.ts";
import { readFeeds } from "../support/feed-reader.ts";
import {
	type Folder,
	type Run,
	readFiles,
	writeFiles,
} from "../support/folder.ts";
import {
	article,
	articles,
	check,
	type Item,
	launch,
	oldItems,
	open,
	serve,
	serveFiles,
	showFeeds,
	showLock,
	writeAtom,
	writeJson,
	writeRss,
} from "./site.ts";

const hasLock = ({ path }: Folder) => existsSync(join(path, "feeds.lock.json"));

/** The ids of all items in each format of what was built, newest first. */
async function buildIds(folder: Folder) {
	await check(folder, ["build"]);
	const { rss, atom, json } = readFeeds(readFiles(join(folder.path, "dist")));
	const list = (feed: typeof rss) => feed.items.map(({ id }) => id);
	return { rss: list(rss), atom: list(atom), json: list(json) };
}

const table = `matched  2024-01-04  Dog  old-4  articles/dog.md (by address)
matched  2024-01-03  Cat  old-3  articles/cat.md (by address)
matched  2024-01-02  Bee  old-2  articles/bee.md (by address)
matched  2024-01-01  Ant  old-1  articles/ant.md (by address)
old.xml (RSS 2.0): 4 matched, 0 unmatched, 0 doubtful
`;

describe("a feed's items and the articles", () => {
	test("are a table, and nothing is written", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		expect(await check(folder, ["adopt", "old.xml"])).toBe(
			`${table}feeds.lock.json: not written; run it again with --lock to take these ids over\n`,
		);
		expect(hasLock(folder)).toBe(false);
		expect(existsSync(join(folder.path, "dist"))).toBe(false);
	});

	test("are written into the lock with --lock, and into the feeds from then on", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		expect(await check(folder, ["adopt", "old.xml", "--lock"])).toBe(
			`${table}feeds.lock.json: written; commit it\n`,
		);
		expect(existsSync(join(folder.path, "dist"))).toBe(false);
		expect(showLock(folder)).toEqual([
			"1 articles/ant.md old-1",
			"2 articles/bee.md old-2",
			"3 articles/cat.md old-3",
			"4 articles/dog.md old-4",
		]);
		const { rss, json } = await buildIds(folder);
		expect(rss).toEqual(["old-4", "old-3", "old-2", "old-1"]);
		expect(json).toEqual(rss);
		expect(await check(folder, ["diff", "--against", "old.xml"])).toBe(
			"/rss.xml against old.xml : 0 new, 0 changed, 0 shown again, 0 gone, 0 reordered\n",
		);
	});

	test("are adopted in CI, too, when it is asked for", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		const words = ["adopt", "old.xml", "--lock"];
		const { status } = await launch(folder, words, { CI: "true" });
		expect([status, showLock(folder)[0]]).toEqual([
			0,
			"1 articles/ant.md old-1",
		]);
	});

	test("are adopted into a lock that is there", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		await check(folder, ["build", "--lock"]);
		await check(folder, ["adopt", "old.xml", "--lock"]);
		expect(showLock(folder)).toEqual([
			"1 articles/ant.md old-1",
			"2 articles/bee.md old-2",
			"3 articles/cat.md old-3",
			"4 articles/dog.md old-4",
		]);
		const { published } = JSON.parse(
			readFileSync(join(folder.path, "feeds.lock.json"), "utf8"),
		);
		// Nobody else may have the ids by which they were known before.
		expect(
			published
				.flatMap(({ former = [] }: { former?: string[] }) => former)
				.sort(),
		).toEqual(oldItems.map(({ url }) => url).sort());
	});

	test("are known by their ids when it is done again, and nothing changes", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		const words = ["adopt", "old.xml", "--lock"];
		await check(folder, words);
		const lock = () =>
			readFileSync(join(folder.path, "feeds.lock.json"), "utf8");
		const before = lock();
		expect(await check(folder, words)).toContain(
			"matched  2024-01-04  Dog  old-4  articles/dog.md (by id)\n",
		);
		expect(lock()).toBe(before);
	});

	test("that are doubtful or no article come first in the table, and change nothing", async () => {
		const items: Item[] = [
			{ id: "1", title: "Dog", date: "2024-01-04" },
			{
				id: "2",
				url: "https://old.example/?p=2",
				title: "Nobody",
				date: "2020-01-01",
			},
			{ id: "3", title: "Cat", date: "2024-01-03" },
			{ id: "4", title: "Ant", date: "2010-01-01" },
			{ id: "5" },
		];
		const folder = open({
			...articles,
			"articles/dog-2.md": article("Dog", "2024-01-04"),
			"old.xml": writeRss(items),
		});
		expect(await check(folder, ["adopt", "old.xml", "--lock"])).toBe(
			`doubtful   2024-01-04  Dog     1  articles/dog-2.md or articles/dog.md (several articles fit: the same day and title)
doubtful   2010-01-01  Ant     4  articles/ant.md (the title alone is the same)
unmatched  2020-01-01  Nobody  2  no article
unmatched                      5  no article
matched    2024-01-03  Cat     3  articles/cat.md (by date and title)
old.xml (RSS 2.0): 1 matched, 2 unmatched, 2 doubtful
feeds.lock.json: written; commit it
`,
		);
		expect(showLock(folder)).toEqual([
			"1 articles/ant.md https://x.org/ant/",
			"2 articles/bee.md https://x.org/bee/",
			"3 articles/cat.md 3",
			"4 articles/dog-2.md https://x.org/dog-2/",
			"5 articles/dog.md https://x.org/dog/",
		]);
	});

	test("are counted where there are many", async () => {
		const items = Array.from({ length: 60 }, (_, index) => ({
			id: `i${index}`,
			title: `T${index}`,
		}));
		const folder = open({ ...articles, "old.xml": writeRss(items) });
		const text = await check(folder, ["adopt", "old.xml"]);
		expect(text).toMatch(/^unmatched +… and 10 more/m);
		expect(text.split("\n")).toHaveLength(50 + 4);
	});

	test("are told to programs", async () => {
		const folder = open({
			...articles,
			"old.xml": writeRss(oldItems.slice(3)),
		});
		const words = ["adopt", "old.xml", "--lock", "--reporter", "json"];
		expect(JSON.parse(await check(folder, words))).toMatchObject({
			feeds: [],
			removed: [],
			diagnostics: [],
			adopted: {
				sources: [
					{
						source: "old.xml",
						kind: "RSS 2.0",
						items: [
							{
								id: "old-1",
								url: "https://x.org/ant/",
								title: "Ant",
								published: "2024-01-01T00:00:00.000Z",
								is: "matched",
								file: "articles/ant.md",
								by: "address",
							},
						],
					},
				],
				lock: { file: "feeds.lock.json", written: true },
			},
		});
	});
});

describe("several feeds", () => {
	const prefixed = (prefix: string) =>
		oldItems.map((item) => ({ ...item, id: `${prefix}${item.id}` }));

	test("in formats that differ give an article an id for each", async () => {
		const folder = open({
			...articles,
			"old.xml": writeRss(oldItems),
			"old.atom": writeAtom(prefixed("urn:old:")),
			"old.json": writeJson(oldItems.slice(0, 2)),
		});
		const text = await check(folder, [
			...["adopt", "old.xml", "old.atom", "old.json"],
			"--lock",
		]);
		expect(text.match(/^old\..*$/gm)).toEqual([
			"old.xml (RSS 2.0): 4 matched, 0 unmatched, 0 doubtful",
			"old.atom (Atom 1.0): 4 matched, 0 unmatched, 0 doubtful",
			"old.json (JSON Feed 1.1): 2 matched, 0 unmatched, 0 doubtful",
		]);
		expect(showLock(folder)).toEqual([
			"1 articles/ant.md old-1 atom=urn:old:old-1",
			"2 articles/bee.md old-2 atom=urn:old:old-2",
			"3 articles/cat.md old-3 atom=urn:old:old-3",
			"4 articles/dog.md old-4 atom=urn:old:old-4",
		]);
		expect(await buildIds(folder)).toEqual({
			rss: ["old-4", "old-3", "old-2", "old-1"],
			atom: [
				"urn:old:old-4",
				"urn:old:old-3",
				"urn:old:old-2",
				"urn:old:old-1",
			],
			json: ["old-4", "old-3", "old-2", "old-1"],
		});
	});

	test("in formats that agree give it one", async () => {
		const folder = open({
			...articles,
			"old.xml": writeRss(prefixed("urn:old:")),
			"old.atom": writeAtom(prefixed("urn:old:")),
		});
		await check(folder, ["adopt", "old.atom", "old.xml", "--lock"]);
		expect(showLock(folder)[0]).toBe("1 articles/ant.md urn:old:old-1");
	});

	test("one after the other come to the same", async () => {
		const files = {
			...articles,
			"old.xml": writeRss(oldItems),
			"old.atom": writeAtom(prefixed("urn:old:")),
		};
		const [one, two] = [open(files), open(files)];
		await check(one, ["adopt", "old.xml", "old.atom", "--lock"]);
		await check(two, ["adopt", "old.xml", "--lock"]);
		await check(two, ["adopt", "old.atom", "--lock"]);
		expect(showLock(two)).toEqual(showLock(one));
	});
});

describe("Atom's id of the whole feed", () => {
	const idOf = (folder: Folder, path = "atom.xml") =>
		/<id>(.*?)<\/id>/.exec(
			readFileSync(join(folder.path, "dist", path), "utf8"),
		)?.[1];

	test("is taken over, and stays", async () => {
		const folder = open({
			...articles,
			"old.atom": writeAtom(oldItems, "tag:old.example,2010:feed"),
		});
		await check(folder, ["adopt", "old.atom", "--lock"]);
		await check(folder, ["build"]);
		expect(idOf(folder)).toBe("tag:old.example,2010:feed");
		await check(folder, ["build"]);
		expect(idOf(folder)).toBe("tag:old.example,2010:feed");
	});

	test("is none of RSS's business", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		await check(folder, ["adopt", "old.xml", "--lock"]);
		await check(folder, ["build"]);
		expect(idOf(folder)).toBe("https://x.org/");
	});

	test("is that of the feed at the same path, where there are several", async () => {
		const tagged = article("Dog", "2024-01-04", "tags: [news]\n");
		const self = (path: string) =>
			`<link rel="self" href="https://old.example/${path}"/>`;
		const folder = open(
			{
				...articles,
				"articles/dog.md": tagged,
				"all.atom": writeAtom(oldItems, "urn:old:all", self("atom.xml")),
				"news.atom": writeAtom(
					oldItems.slice(0, 1),
					"urn:old:news",
					self("tags/news/atom.xml"),
				),
			},
			{ feeds: [{ path: "/" }, { path: "/tags/:tag/", each: "tag" }] },
		);
		await check(folder, ["adopt", "news.atom", "all.atom", "--lock"]);
		await check(folder, ["build"]);
		expect([idOf(folder), idOf(folder, "tags/news/atom.xml")]).toEqual([
			"urn:old:all",
			"urn:old:news",
		]);
	});
});

describe("whose Atom id a feed takes over", () => {
	const self = (path: string) =>
		`<link rel="self" href="https://old.example/${path}"/>`;

	test.each<[string, string[], Record<string, string>, string]>([
		[
			"its own, though another feed that has no counterpart comes behind",
			["all.atom", "tag.atom"],
			{ "all.atom": "atom.xml", "tag.atom": "tags/x/atom.xml" },
			"/ urn:all.atom",
		],
		[
			"that of the only one, wherever it was",
			["all.atom"],
			{ "all.atom": "feed/atom/" },
			"/ urn:all.atom",
		],
		[
			"none of several that are not where it is",
			["one.atom", "two.atom"],
			{ "one.atom": "1.xml", "two.atom": "2.xml" },
			"/ https://x.org/",
		],
	])("%s", async (_, sources, places, id) => {
		const files = Object.entries(places).map(([name, place]) => [
			name,
			writeAtom(oldItems, `urn:${name}`, self(place)),
		]);
		const folder = open({ ...articles, ...Object.fromEntries(files) });
		await check(folder, ["adopt", ...sources, "--lock"]);
		expect(showFeeds(folder)).toEqual([id]);
	});

	test("the first one that it was given, for good", async () => {
		const folder = open({
			...articles,
			"one.atom": writeAtom(oldItems, "urn:one"),
			"two.atom": writeAtom(oldItems, "urn:two"),
		});
		await check(folder, ["adopt", "one.atom", "--lock"]);
		await check(folder, ["adopt", "two.atom", "--lock"]);
		expect(showFeeds(folder)).toEqual(["/ urn:one"]);
	});
});

describe("older articles", () => {
	const ruled = oldItems.slice(0, 3).map((item) => ({
		...item,
		id: `https://old.example/blog${new URL(item.url ?? "").pathname}`,
	}));

	test("get their ids by the rule that the feed's items follow", async () => {
		const folder = open({
			...articles,
			"articles/asp.md": article("Asp", "2023-01-01"),
			"old.xml": writeRss(ruled),
		});
		expect(await check(folder, ["adopt", "old.xml", "--lock"])).toContain(
			"old.xml (RSS 2.0): 3 matched, 0 unmatched, 0 doubtful; 2 older articles by the same rule: the address at https://old.example/blog\n",
		);
		expect(showLock(folder)).toEqual([
			"1 articles/asp.md https://old.example/blog/asp/",
			"2 articles/ant.md https://old.example/blog/ant/",
			"3 articles/bee.md https://old.example/blog/bee/",
			"4 articles/cat.md https://old.example/blog/cat/",
			"5 articles/dog.md https://old.example/blog/dog/",
		]);
	});

	test("are counted, be it one", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(ruled) });
		expect(await check(folder, ["adopt", "old.xml"])).toContain(
			"; 1 older article by the same rule: the address at https://old.example/blog\n",
		);
	});

	test("keep their addresses where there is no rule", async () => {
		const folder = open({
			...articles,
			"old.xml": writeRss(oldItems.slice(0, 3)),
		});
		await check(folder, ["adopt", "old.xml", "--lock"]);
		expect(showLock(folder)[0]).toBe("1 articles/ant.md https://x.org/ant/");
	});
});

describe("an id that an article cannot have", () => {
	test("since its author wrote another one is told, and the author's stays", async () => {
		const folder = open({
			...articles,
			"articles/dog.md": article("Dog", "2024-01-04", "id: urn:x:mine\n"),
			"old.xml": writeRss(oldItems),
		});
		const { status, stderr } = await launch(folder, [
			...["adopt", "old.xml", "--lock"],
		]);
		expect([status, stderr]).toEqual([
			0,
			'articles/dog.md:1  warning  "id" is another one than subscribers know it by: old-4\n  Take "id" out, or write that one.\n\n1 warning\n',
		]);
		expect(showLock(folder)[3]).toBe("4 articles/dog.md urn:x:mine");
	});

	test("is told once, however many feeds have it", async () => {
		const folder = open({
			...articles,
			"articles/dog.md": article("Dog", "2024-01-04", "id: urn:x:mine\n"),
			"old.xml": writeRss(oldItems),
			"old.json": writeJson(oldItems),
		});
		const { stderr } = await launch(folder, ["adopt", "old.xml", "old.json"]);
		expect(stderr.match(/ warning {2}/g)).toHaveLength(1);
	});

	test("is no trouble where the author wrote the same", async () => {
		const folder = open({
			...articles,
			"articles/dog.md": article("Dog", "2024-01-04", "id: old-4\n"),
			"old.xml": writeRss(oldItems),
		});
		await check(folder, ["adopt", "old.xml", "--lock"]);
		expect(showLock(folder)[3]).toBe("4 articles/dog.md old-4");
	});

	test("since another article has it is told, and both stay as they are", async () => {
		const item = { ...oldItems[0], id: "https://x.org/ant/" };
		const folder = open({ ...articles, "old.xml": writeRss([item]) });
		await check(folder, ["build", "--lock"]);
		const { status, stderr } = await launch(folder, [
			...["adopt", "old.xml", "--lock"],
		]);
		expect([status, stderr]).toEqual([
			0,
			"articles/dog.md:1  warning  the id by which subscribers know it is another article's: https://x.org/ant/\n  One of the two will be shown again; decide which by an id in its front matter.\n\n1 warning\n",
		]);
		expect(showLock(folder)).toEqual([
			"1 articles/ant.md https://x.org/ant/",
			"2 articles/bee.md https://x.org/bee/",
			"3 articles/cat.md https://x.org/cat/",
			"4 articles/dog.md https://x.org/dog/",
		]);
	});

	test("since it is another one's address is none where nobody knows that one by it", async () => {
		const item = { ...oldItems[0], id: "https://x.org/ant/" };
		const folder = open({ ...articles, "old.xml": writeRss([item]) });
		await check(folder, ["adopt", "old.xml", "--lock"]);
		expect(showLock(folder)).toEqual([
			"1 articles/ant.md tag:x.org,2024-01-01:/ant/",
			"2 articles/bee.md https://x.org/bee/",
			"3 articles/cat.md https://x.org/cat/",
			"4 articles/dog.md https://x.org/ant/",
		]);
	});

	test("keeps the lock from being written with --strict", async () => {
		const item = { ...oldItems[0], id: "https://x.org/ant/" };
		const folder = open({ ...articles, "old.xml": writeRss([item]) });
		await check(folder, ["build", "--lock"]);
		const before = showLock(folder);
		const { status, stdout } = await launch(folder, [
			...["adopt", "old.xml", "--lock", "--strict"],
		]);
		expect([status, stdout]).toEqual([1, ""]);
		expect(showLock(folder)).toEqual(before);
	});
});

describe("where a feed is read from", () => {
	const self = (path: string) =>
		`<atom:link rel="self" href="https://old.example/blog/${path}"/>`;
	const older = (address: string) =>
		`<atom:link rel="prev-archive" href="${address}"/>`;
	const count = (text: string) =>
		/\(.*$/m.exec(text.split("\n").at(-3) ?? "")?.[0];
	/** Adopts what cannot be read to its end, and gives the count and the warning. */
	const adoptInPart = async (folder: Folder, source = "old/rss.xml") => {
		const { status, stdout, stderr } = await launch(folder, ["adopt", source]);
		expect(status).toBe(0);
		const [warning, ...others] = stderr.split("\n");
		expect(others).toEqual([
			"  What is said of them here is said without them.",
			"",
			"1 warning",
			"",
		]);
		return [count(stdout), warning];
	};

	test("an archived feed is followed beside its file", async () => {
		const folder = open({
			...articles,
			"old/rss.xml": writeRss(
				oldItems.slice(0, 1),
				self("rss.xml") + older("https://old.example/blog/archive/2/rss.xml"),
			),
			"old/archive/2/rss.xml": writeRss(
				oldItems.slice(1, 3),
				self("archive/2/rss.xml") +
					older("https://old.example/blog/archive/2/one%20more.xml"),
			),
			"old/archive/2/one more.xml": writeRss(oldItems.slice(3)),
		});
		expect(count(await check(folder, ["adopt", "old/rss.xml"]))).toBe(
			"(RSS 2.0): 4 matched, 0 unmatched, 0 doubtful",
		);
	});

	test.each([
		"https://old.example/two.xml",
		"https://old.example/blog/../two.xml",
		"https://old.example/blog/%2E%2E/two.xml",
		"https://other.example/blog/two.xml",
		"https://old.example/blog/..%5Ctwo.xml",
		"https://old.example/blog/%E0%A4%A.xml",
	])("no file outside the feed's folder is read: %s", async (address) => {
		const folder = open({
			...articles,
			"old/rss.xml": writeRss(
				oldItems.slice(0, 2),
				self("rss.xml") + older(address),
			),
			"old/two.xml": writeRss(oldItems.slice(2)),
			"two.xml": writeRss(oldItems.slice(2)),
		});
		expect(await adoptInPart(folder)).toEqual([
			"(RSS 2.0): 2 matched, 0 unmatched, 0 doubtful",
			`warning  the older items of old/rss.xml are not read: ${address} is not where the feed is`,
		]);
	});

	test("nothing but the web leads to older items", async () => {
		const folder = open({
			...articles,
			"old/rss.xml": writeRss(
				oldItems,
				self("rss.xml") + older("file:///etc/passwd"),
			),
		});
		expect(count(await check(folder, ["adopt", "old/rss.xml"]))).toBe(
			"(RSS 2.0): 4 matched, 0 unmatched, 0 doubtful",
		);
	});

	test("a feed in a file that does not say where it was leads nowhere", async () => {
		const folder = open({
			...articles,
			"old/rss.xml": writeRss(
				oldItems,
				older("https://old.example/blog/two.xml"),
			),
			"old/two.xml": writeRss(oldItems),
		});
		expect((await adoptInPart(folder))[1]).toContain(
			"https://old.example/blog/two.xml is not where the feed is",
		);
	});

	test("documents that lead to each other are read once", async () => {
		const folder = open({
			...articles,
			"old/rss.xml": writeRss(
				oldItems.slice(0, 2),
				self("rss.xml") + older("https://old.example/blog/two.xml"),
			),
			"old/two.xml": writeRss(
				oldItems.slice(2),
				self("two.xml") + older("https://old.example/blog/rss.xml"),
			),
		});
		expect(await adoptInPart(folder)).toEqual([
			"(RSS 2.0): 4 matched, 0 unmatched, 0 doubtful",
			"warning  the older items of old/rss.xml are not read: https://old.example/blog/rss.xml was read before",
		]);
	});

	test("an archived feed is followed on the web, and JSON Feed's pages, too", async () => {
		const files: Record<string, string> = {};
		const origin = await serveFiles(files);
		files["rss.xml"] = writeRss(
			oldItems.slice(0, 2),
			older(`${origin}/two.xml`),
		);
		files["two.xml"] = writeRss(oldItems.slice(2));
		files["feed.json"] = writeJson(oldItems.slice(0, 3), {
			next_url: `${origin}/2.json`,
		});
		files["2.json"] = writeJson(oldItems.slice(3));
		const text = await check(open(articles), [
			...["adopt", `${origin}/rss.xml`, `${origin}/feed.json`],
		]);
		expect(text.match(/^http.*$/gm)).toEqual([
			`${origin}/rss.xml (RSS 2.0): 4 matched, 0 unmatched, 0 doubtful`,
			`${origin}/feed.json (JSON Feed 1.1): 4 matched, 0 unmatched, 0 doubtful`,
		]);
	});

	test("an older document is relative to the first one, wherever the ones between lie", async () => {
		const folder = open({
			...articles,
			"old/rss.xml": writeRss(
				oldItems.slice(0, 1),
				self("rss.xml") + older("https://old.example/blog/archive/3-4/rss.xml"),
			),
			"old/archive/3-4/rss.xml": writeRss(
				oldItems.slice(1, 3),
				self("archive/3-4/rss.xml") +
					older("https://old.example/blog/archive/1-2/rss.xml"),
			),
			"old/archive/1-2/rss.xml": writeRss(oldItems.slice(3)),
		});
		expect(count(await check(folder, ["adopt", "old/rss.xml"]))).toBe(
			"(RSS 2.0): 4 matched, 0 unmatched, 0 doubtful",
		);
	});

	test("no other host is asked for older items", async () => {
		const asked: (string | undefined)[] = [];
		const other = await serve(({ url }, response) => {
			asked.push(url);
			response.end(writeRss(oldItems));
		});
		const origin = await serveFiles({
			"rss.xml": writeRss(oldItems, older(`${other}/two.xml`)),
		});
		expect(await adoptInPart(open(articles), `${origin}/rss.xml`)).toEqual([
			"(RSS 2.0): 4 matched, 0 unmatched, 0 doubtful",
			`warning  the older items of ${origin}/rss.xml are not read: ${other}/two.xml is not where the feed is`,
		]);
		expect(asked).toEqual([]);
	});

	test("a feed that goes on for ever comes to an end", async () => {
		let count = 0;
		const origin = await serve((_, response) => {
			const head = older(`http://${_.headers.host}/${++count}.xml`);
			response.end(writeRss([], head));
		});
		const [, warning] = await adoptInPart(open(articles), `${origin}/rss.xml`);
		expect(warning).toContain(" is more than the 1000th document");
		expect(count).toBe(1000);
	});

	test("a password is asked with, also for older items, and never shown", async () => {
		const asked: [string | undefined, string | undefined][] = [];
		const origin = await serve(({ url, headers }, response) => {
			asked.push([url, headers.authorization]);
			const isFirst = url === "/rss.xml";
			const head = isFirst ? older(`${origin}/two.xml`) : "";
			response.end(
				writeRss(isFirst ? oldItems.slice(0, 2) : oldItems.slice(2), head),
			);
		});
		const secret = origin.replace("http://", "http://jo:s3cret@");
		const { status, stdout, stderr } = await launch(open(articles), [
			...["adopt", `${secret}/rss.xml`],
		]);
		expect([status, stderr]).toEqual([0, ""]);
		expect(stdout).toContain(`${origin}/rss.xml (RSS 2.0): 4 matched`);
		expect(stdout).not.toContain("s3cret");
		const authorization = `Basic ${Buffer.from("jo:s3cret").toString("base64")}`;
		expect(asked).toEqual([
			["/rss.xml", authorization],
			["/two.xml", authorization],
		]);
	});

	test("an address that leads elsewhere is told", async () => {
		const text = writeRss(oldItems);
		const origin = await serve(({ url }, response) => {
			if (url === "/new.xml") response.end(text);
			else response.writeHead(301, { location: "/new.xml" }).end();
		});
		const { status, stdout, stderr } = await launch(open(articles), [
			...["adopt", `${origin}/rss.xml`],
		]);
		expect([status, stdout.split("\n").at(-3)]).toEqual([
			0,
			`${origin}/rss.xml (RSS 2.0): 4 matched, 0 unmatched, 0 doubtful`,
		]);
		expect(stderr).toContain(`${origin}/new.xml`);
	});
});

describe("what is no feed changes nothing", () => {
	const refuse = async (
		source: string,
		more: Readonly<Record<string, string>> = {},
	): Promise<Run> => {
		const folder = open(articles);
		await check(folder, ["build", "--lock"]);
		writeFiles(folder.path, more);
		const before = readFiles(folder.path);
		const said = await launch(folder, ["adopt", source, "--lock"]);
		expect(readFiles(folder.path)).toEqual(before);
		expect(said.stdout).toBe("");
		return said;
	};

	test.each<[string, string, Record<string, string>, number, string]>([
		[
			"a file that is not there",
			"nowhere.xml",
			{},
			2,
			"error  there is no file nowhere.xml\n  Check the path; an address begins with https://.\n\n1 error; nothing was written\n",
		],
		[
			"a folder",
			"old",
			{ "old/rss.xml": writeRss(oldItems) },
			2,
			"error  old is a folder\n  Name the feed's file in it.\n\n1 error; nothing was written\n",
		],
		[
			"a page",
			"page.html",
			{ "page.html": "<!doctype html><title>Page</title>" },
			74,
			'error  page.html is no feed: it is an HTML page, "Page"\n  Name the address of the feed itself.\n\n1 error\n',
		],
	])("%s", async (_, source, files, status, stderr) => {
		expect(await refuse(source, files)).toEqual({ status, stdout: "", stderr });
	});

	test("an address where nothing is", async () => {
		const origin = await serveFiles({});
		expect(await refuse(`${origin}/rss.xml`)).toEqual({
			status: 74,
			stdout: "",
			stderr: `error  ${origin}/rss.xml answered 404 Not Found\n  Check the address; the site's pages may name another one.\n\n1 error\n`,
		});
	});

	test("an archive that is not there, for its items would be missing", async () => {
		const { status, stderr } = await refuse("old.xml", {
			"old.xml": writeAtom(
				oldItems,
				"urn:old:feed",
				`<link rel="self" href="https://old.example/old.xml"/><link rel="prev-archive" href="https://old.example/1.xml"/>`,
			),
		});
		expect([status, stderr.split("\n")[0]]).toEqual([
			2,
			"error  there is no file 1.xml",
		]);
		const files: Record<string, string> = {};
		const other = await serveFiles(files);
		files["old.json"] = writeJson(oldItems, { next_url: `${other}/2.json` });
		expect((await refuse(`${other}/old.json`)).status).toBe(74);
	});

	test("one of several", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		const { status } = await launch(folder, [
			...["adopt", "old.xml", "nowhere.xml", "--lock"],
		]);
		expect([status, hasLock(folder)]).toEqual([2, false]);
	});
});

describe("an article that is gone, by the lock", () => {
	test("is the one that an item of its id is about now", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		await check(folder, ["adopt", "old.xml", "--lock"]);
		rmSync(join(folder.path, "articles/ant.md"));
		await launch(folder, ["build"]);
		folder.write({
			"articles/aunt.md":
				"---\ntitle: Aunt\ndate: 2024-01-06\n---\nOther words.\n",
			"new.xml": writeRss([
				{ id: "old-1", url: "https://x.org/aunt/", title: "Aunt" },
			]),
		});
		await check(folder, ["adopt", "new.xml", "--lock"]);
		expect(showLock(folder)).toEqual([
			"1 articles/ant.md https://x.org/aunt/",
			"2 articles/bee.md old-2",
			"3 articles/cat.md old-3",
			"4 articles/dog.md old-4",
			"5 articles/aunt.md old-1",
		]);
	});

	test("or may be another one, keeps anything from being adopted", async () => {
		const folder = open({
			...articles,
			"articles/ferry.md": `---\ntitle: Out\ndate: 2024-01-05\n---\n${texts.ferry}\n`,
			"old.xml": writeRss(oldItems),
		});
		await check(folder, ["build", "--lock"]);
		rmSync(join(folder.path, "articles/ferry.md"));
		folder.write({
			"articles/bread.md": `---\ntitle: Out\ndate: 2024-01-05\n---\n${texts.sourdough}\n`,
		});
		const before = readFiles(folder.path);
		const { status, stdout, stderr } = await launch(folder, [
			...["adopt", "old.xml", "--lock"],
		]);
		expect([status, stdout]).toEqual([1, ""]);
		expect(stderr).toContain("this may be articles/ferry.md, which is gone");
		expect(readFiles(folder.path)).toEqual(before);
	});
});

describe("a site that could not be built", () => {
	test("adopts nothing while articles are broken", async () => {
		const folder = open({
			...articles,
			"articles/eel.md": "---\ntitle: Eel\n---\nText.\n",
			"old.xml": writeRss(oldItems),
		});
		const words = ["adopt", "old.xml", "--lock"];
		const { status, stdout, stderr } = await launch(folder, words);
		expect([status, stdout, hasLock(folder)]).toEqual([1, "", false]);
		expect(stderr).toContain("the article has no date");
	});

	test("adopts nothing into a lock that is broken", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		const lock = join(folder.path, "feeds.lock.json");
		writeFileSync(lock, "<<<<<<< HEAD\n");
		const words = ["adopt", "old.xml", "--lock"];
		const { status } = await launch(folder, words);
		expect([status, readFileSync(lock, "utf8")]).toEqual([2, "<<<<<<< HEAD\n"]);
	});
});
