import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { LockedArticle } from "../../src/lock/lock.ts";
import type { Outcome } from "../../src/outcome.ts";
import { run } from "../../src/run.ts";
import { readFeeds } from "../support/feed-reader.ts";
import {
	createFolder,
	type Files,
	type Folder,
	now,
	site,
} from "../support/folder.ts";
import { texts } from "./texts.ts";

const folders: Folder[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) folder.remove();
});

function open(files: Files, config: object = site): Folder {
	const folder = createFolder(files, config);
	folders.push(folder);
	return folder;
}

/** What a run says, and whether it is one in CI. */
interface Told extends Pick<Outcome, "lock" | "articles"> {
	readonly status: number;
	/** Each as `severity code file: message`. */
	readonly said: readonly string[];
	readonly hints: readonly (string | undefined)[];
}

const ci = { CI: "true" };

async function build(
	folder: Folder,
	line = "",
	env: Readonly<Record<string, string>> = {},
	cwd = folder.path,
): Promise<Told> {
	let stdout = "";
	const words = line.split(" ").filter(Boolean);
	const status = await run({
		argv: ["node", "feedwright", "build", "--reporter", "json"].concat(
			words.includes("--now") ? [] : ["--now", now],
			words,
		),
		env,
		cwd: () => cwd,
		stdout: { write: (text: string) => (stdout += text) },
		stderr: { write: () => {} },
	});
	const { diagnostics, lock, articles } = JSON.parse(stdout) as Outcome;
	return {
		status,
		said: diagnostics.map(
			({ severity, code, file, message }) =>
				`${severity} ${code} ${file ?? "–"}: ${message}`,
		),
		hints: diagnostics.map(({ hint }) => hint),
		lock,
		articles,
	};
}

/** Builds what must go well, and gives what is said. */
async function tell(folder: Folder, line = "", env = {}) {
	const { status, said } = await build(folder, line, env);
	expect([status, said]).toEqual([0, said]);
	return said;
}

const lockOf = ({ path }: Folder) => join(path, "feeds.lock.json");
const readLock = (folder: Folder) => readFileSync(lockOf(folder), "utf8");
const parseLock = (folder: Folder) => JSON.parse(readLock(folder));

/** The lock's articles as it is written, in the order of their numbers. */
const listEntries = (folder: Folder): LockedArticle[] =>
	parseLock(folder)
		.published.filter(({ feed }: { feed?: string }) => feed === undefined)
		.sort((a: LockedArticle, b: LockedArticle) => a.number - b.number);

/** The lock's feeds, in the order of their paths. */
const listFeeds = (folder: Folder): { feed: string; id: string }[] =>
	parseLock(folder)
		.published.filter(({ feed }: { feed?: string }) => feed !== undefined)
		.sort((a: { feed: string }, b: { feed: string }) =>
			a.feed < b.feed ? -1 : 1,
		);

const showEntries = (folder: Folder) =>
	listEntries(folder).map(
		({ number, path, id, retracted }) =>
			`${number} ${path} ${id}${retracted ? ` until ${retracted}` : ""}`,
	);

/** What the feeds say: titles and ids, newest first; all formats must say the same. */
function showFeed(folder: Folder): string[] {
	const { rss, json } = readFeeds(folder.read());
	const show = (feed: typeof rss) =>
		feed.items.map(({ title, id }) => `${title} ${id}`);
	expect(show(rss)).toEqual(show(json));
	return show(json);
}

const article = (
	title: string,
	day = 2,
	text = `Text of ${title}.`,
	more = "",
) =>
	`---\ntitle: ${title}\ndate: 2024-01-${String(day).padStart(2, "0")}\n${more}---\n${text}\n`;

const good: Files = {
	"articles/a.md": article("A", 2),
	"articles/b.md": article("B", 3),
};

/** A site whose articles are in its lock. */
async function openLocked(
	files: Files = good,
	config: object = site,
): Promise<Folder> {
	const folder = open(files, config);
	expect(await tell(folder, "--lock")).toEqual([]);
	return folder;
}

function move(folder: Folder, from: string, to: string, text?: string): void {
	const path = join(folder.path, from);
	folder.write({ [to]: text ?? readFileSync(path, "utf8") });
	rmSync(path);
}

/** All that is in the folder, as bytes and with times, but for caches. */
function readAll({ path }: Folder): Record<string, string> {
	const files = readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => !file.includes(".feedwright/"))
		.sort();
	return Object.fromEntries(
		files.map((file) => [
			file.slice(path.length + 1),
			`${statSync(file).mtimeMs} ${readFileSync(file, "base64")}`,
		]),
	);
}

/** Builds what must fail, and leave everything as it was. */
async function fail(
	folder: Folder,
	line = "",
	env = {},
): Promise<{ status: number; said: readonly string[]; hints: Told["hints"] }> {
	const before = readAll(folder);
	const { status, said, hints } = await build(folder, line, env);
	expect(status).not.toBe(0);
	expect(readAll(folder)).toEqual(before);
	return { status, said, hints };
}

describe("without a lock", () => {
	test("none is created, and ids are addresses", async () => {
		const folder = open(good);
		const { status, said, lock } = await build(folder);
		expect([status, said, lock]).toEqual([0, [], undefined]);
		expect(existsSync(lockOf(folder))).toBe(false);
		expect(showFeed(folder)).toEqual([
			"B https://example.com/b/",
			"A https://example.com/a/",
		]);
	});

	test("nor in CI, where new articles are nothing to speak of", async () => {
		const folder = open(good);
		expect(await tell(folder, "", ci)).toEqual([]);
		expect(existsSync(lockOf(folder))).toBe(false);
	});

	test("the feeds are the same as with one", async () => {
		const folder = open(good);
		await tell(folder);
		const before = folder.read();
		await tell(folder, "--lock");
		expect(folder.read()).toEqual(before);
	});

	test("--frozen is an error", async () => {
		expect(await fail(open(good), "--frozen")).toEqual({
			status: 1,
			said: [
				"error lock-missing –: --frozen needs the lock feeds.lock.json, and there is none",
			],
			hints: ["Run feedwright build --lock, and commit it."],
		});
	});

	test.each<[string, object]>([
		["archive for all feeds", { ...site, archive: true }],
		[
			"archive for one",
			{ ...site, feeds: [{ path: "/", archive: { size: 2 } }] },
		],
	])("%s is an error", async (_, config) => {
		expect(await fail(open(good, config))).toEqual({
			status: 1,
			said: [
				'error lock-missing feed.config.json: "archive" needs the lock feeds.lock.json, and there is none',
			],
			hints: ["Run feedwright build --lock, and commit it."],
		});
	});
});

describe("--lock", () => {
	test("creates the lock, with the oldest article first", async () => {
		const folder = open(good);
		const { status, said, lock } = await build(folder, "--lock");
		expect([status, said]).toEqual([0, []]);
		expect(lock).toEqual({
			file: "feeds.lock.json",
			articles: 2,
			added: 2,
			moved: 0,
			edited: 0,
			retracted: 0,
			written: true,
		});
		expect(showEntries(folder)).toEqual([
			"1 articles/a.md https://example.com/a/",
			"2 articles/b.md https://example.com/b/",
		]);
		expect(listFeeds(folder)).toEqual([
			{
				key: expect.stringMatching(/^[\da-f]{12}$/),
				feed: "/",
				id: "https://example.com/",
			},
		]);
	});

	test("leaves one that is there as it is", async () => {
		const folder = await openLocked();
		const before = readAll(folder);
		const { lock } = await build(folder, "--lock");
		expect(lock).toMatchObject({ added: 0, written: false });
		expect(readAll(folder)).toEqual(before);
	});

	test("is said in the text that people read", async () => {
		const folder = open(good);
		const { status, stdout } = await folder.run([
			"build",
			"--now",
			now,
			"--lock",
		]);
		expect(status).toBe(0);
		expect(stdout).toContain(
			"2 articles: 2 published\nfeeds.lock.json: 2 articles, 2 new, written\ndist: 3 written",
		);
		const again = await folder.run(["build", "--now", now]);
		expect(again.stdout).toContain(
			"\nfeeds.lock.json: 2 articles, unchanged\n",
		);
	});

	test("creates one for articles that are still to come, which are none of it yet", async () => {
		const folder = open({
			...good,
			"articles/c.md": article("C", 2).replace("2024", "2026"),
			"articles/d.md": article("D", 2, "D.", "draft: true\n"),
		});
		await tell(folder, "--lock");
		expect(showEntries(folder)).toEqual([
			"1 articles/a.md https://example.com/a/",
			"2 articles/b.md https://example.com/b/",
		]);
		await tell(folder, "--now 2026-06-01T00:00:00Z");
		expect(showEntries(folder).slice(2)).toEqual([
			"3 articles/c.md https://example.com/c/",
		]);
	});
});

describe("a plain build", () => {
	test("leaves a lock as it is where nothing has changed, to its time", async () => {
		const folder = await openLocked();
		utimesSync(lockOf(folder), 1, 1);
		const before = readAll(folder);
		const { said, lock } = await build(folder, "--now 2025-06-01T00:00:00Z");
		expect([said, lock?.written]).toEqual([[], false]);
		expect(readAll(folder)).toEqual(before);
	});

	test("adds new articles in the order of their dates, behind those that are there", async () => {
		const folder = await openLocked();
		folder.write({
			"articles/d.md": article("D", 9),
			"articles/c.md": article("C", 1),
			"articles/e.md": article("E", 9),
		});
		const { said, lock } = await build(folder);
		expect(said).toEqual([]);
		expect(lock).toMatchObject({ articles: 5, added: 3, written: true });
		expect(showEntries(folder).slice(2)).toEqual([
			"3 articles/c.md https://example.com/c/",
			"4 articles/d.md https://example.com/d/",
			"5 articles/e.md https://example.com/e/",
		]);
	});

	test("keeps the id of an article whose file, title and address change, and says it of the file", async () => {
		const folder = await openLocked();
		move(folder, "articles/a.md", "articles/2024/new-name.md");
		expect(await tell(folder)).toEqual([
			"info article-moved articles/2024/new-name.md: this was articles/a.md; it keeps its id https://example.com/a/",
		]);
		expect(await tell(folder)).toEqual([]);
		folder.write({ "articles/2024/new-name.md": article("A, anew", 5) });
		// Another date says that something has changed.
		expect(await tell(folder)).toEqual([]);
		expect(showFeed(folder)).toEqual([
			"A, anew https://example.com/a/",
			"B https://example.com/b/",
		]);
		expect(listEntries(folder)[0]).toMatchObject({
			number: 1,
			id: "https://example.com/a/",
			path: "articles/2024/new-name.md",
			url: "https://example.com/new-name/",
			was: ["/a/"],
			title: "A, anew",
			date: "2024-01-02T00:00:00Z",
			redated: "2024-01-05T00:00:00Z",
		});
	});

	test("keeps ids and the feed's id on another domain, in another zone and under another pattern", async () => {
		const folder = await openLocked();
		const before = readFeeds(folder.read());
		const idsOf = ({ items }: typeof before.atom) => items.map(({ id }) => id);
		folder.write({
			"feed.config.json": JSON.stringify({
				site: {
					url: "https://new.example/blog/",
					title: "New",
					timeZone: "Asia/Tokyo",
				},
				permalink: "/:year/:slug/",
			}),
		});
		expect(await tell(folder)).toEqual([]);
		const after = readFeeds(folder.read());
		for (const format of ["rss", "atom", "json"] as const)
			expect(idsOf(after[format])).toEqual(idsOf(before[format]));
		expect(folder.read()["atom.xml"]).toContain(
			"<id>https://example.com/</id>",
		);
		expect(after.json.items[0]?.url).toBe("https://new.example/blog/2024/b/");
	});

	test("gives an id of its own to a new article at a former address", async () => {
		const folder = await openLocked();
		move(folder, "articles/a.md", "articles/old-a.md");
		folder.write({ "articles/a.md": article("Another A", 8, "Another text.") });
		expect(await tell(folder)).toEqual([
			"info id-tagged articles/a.md: its address was another article's, so its id is tag:example.com,2024-01-08:/a/: https://example.com/a/",
			"info article-moved articles/old-a.md: this was articles/a.md; it keeps its id https://example.com/a/",
		]);
		expect(showFeed(folder)).toEqual([
			"Another A tag:example.com,2024-01-08:/a/",
			"B https://example.com/b/",
			"A https://example.com/a/",
		]);
		move(folder, "articles/a.md", "articles/older-a.md");
		folder.write({ "articles/a.md": article("A third A", 8, "A third text.") });
		await tell(folder);
		expect(showFeed(folder)).toEqual([
			"Another A tag:example.com,2024-01-08:/a/",
			"A third A tag:example.com,2024-01-08:/a/;2",
			"B https://example.com/b/",
			"A https://example.com/a/",
		]);
		const before = readAll(folder);
		expect(await tell(folder)).toEqual([]);
		expect(readAll(folder)).toEqual(before);
	});

	test("knows notes of one day without titles by their texts, though their files' numbers shift", async () => {
		const note = (text: string) => `---\ndate: 2024-01-05\n---\n${text}\n`;
		const folder = await openLocked({
			"articles/1.md": note(texts.ferry),
			"articles/2.md": note(texts.sourdough),
		});
		folder.write({
			"articles/1.md": note(texts.index),
			"articles/2.md": note(texts.ferry),
			"articles/3.md": note(texts.sourdough),
		});
		await tell(folder);
		expect(showEntries(folder)).toEqual([
			"1 articles/2.md https://example.com/1/",
			"2 articles/3.md https://example.com/2/",
			"3 articles/1.md tag:example.com,2024-01-05:/1/",
		]);
	});

	test("tells an edit once, and an edit whose author told it not at all", async () => {
		const folder = await openLocked();
		folder.write({
			"articles/a.md": article("A", 2, "Another text."),
			"articles/b.md": article(
				"B",
				3,
				"Another text.",
				"updated: 2024-05-06\n",
			),
		});
		const { said, hints, lock } = await build(folder);
		expect([said, hints]).toEqual([
			[
				'info edited-silently articles/a.md: its words have changed, and "updated" has not',
			],
			['If readers should know, write "updated: " and the date at its top.'],
		]);
		expect(lock).toMatchObject({ edited: 1, written: true });
		expect(await tell(folder)).toEqual([]);
		expect(listEntries(folder)[1]).toMatchObject({
			updated: "2024-05-06T00:00:00Z",
		});
	});

	test.each<[string, string]>([
		["tags", article("A", 2, undefined, "tags: [news]\n")],
		["blanks at its end", `${article("A", 2)}\n\n`],
		["CRLF line ends", article("A", 2).replaceAll("\n", "\r\n")],
		[
			"the order and quotes of front matter",
			"---\ndate: 2024-01-02\ntitle: 'A'\n---\n\nText of A.\n",
		],
	])("says nothing of changed %s", async (_, text) => {
		const folder = await openLocked();
		const before = readLock(folder);
		folder.write({ "articles/a.md": text });
		expect(await tell(folder)).toEqual([]);
		expect(readLock(folder)).toBe(before);
	});

	test("is the same from another working directory", async () => {
		const folder = await openLocked();
		const lock = readLock(folder);
		const away = join(folder.path, "elsewhere", "deep");
		mkdirSync(away, { recursive: true });
		const line = "--config ../../feed.config.json";
		const { said, lock: told } = await build(folder, line, {}, away);
		expect(said).toEqual([]);
		expect(told).toMatchObject({
			file: "../../feeds.lock.json",
			written: false,
		});
		rmSync(lockOf(folder));
		await build(folder, `${line} --lock`, {}, away);
		expect(readLock(folder)).toBe(lock);
	});

	test("takes a lock with a byte order mark and CRLF line ends, as an editor may leave it", async () => {
		const folder = await openLocked();
		const text = `\uFEFF${readLock(folder).replaceAll("\n", "\r\n")}`;
		writeFileSync(lockOf(folder), text);
		expect(await tell(folder)).toEqual([]);
		expect(readLock(folder)).toBe(text);
		folder.write({ "articles/c.md": article("C", 9) });
		expect(await tell(folder)).toEqual([]);
		expect(readLock(folder)).not.toMatch(/[\uFEFF\r]/);
		expect(showEntries(folder)).toHaveLength(3);
	});

	test("writes files' names in one form, whichever the file system has", async () => {
		const folder = await openLocked({
			...good,
			"articles/caf\u0065\u0301.md": article("C", 4),
		});
		expect(listEntries(folder)[2]?.path).toBe("articles/caf\u00E9.md");
		move(folder, "articles/caf\u0065\u0301.md", "articles/caf\u00E9.md");
		expect(await tell(folder)).toEqual([]);
	});
});

describe("an id that the author writes", () => {
	const withId = (id: string, title = "A", day = 2) =>
		article(title, day, undefined, `id: ${id}\n`);

	test("is the article's from the beginning", async () => {
		const folder = await openLocked({
			...good,
			"articles/a.md": withId("urn:a"),
		});
		expect(showEntries(folder)).toEqual([
			"1 articles/a.md urn:a",
			"2 articles/b.md https://example.com/b/",
		]);
	});

	test("in place of another one wins, with a warning, once; nobody else may have the former one", async () => {
		const folder = await openLocked();
		folder.write({ "articles/a.md": withId("urn:a") });
		const { status, said, hints } = await build(folder);
		expect([status, said, hints]).toEqual([
			0,
			[
				'warning id-changed articles/a.md: "id" is another one than subscribers know it by, so it is shown to them again: urn:a instead of https://example.com/a/',
			],
			[
				'If that is not meant, write id: "https://example.com/a/" instead, also later.',
			],
		]);
		expect(await tell(folder)).toEqual([]);
		expect(listEntries(folder)[0]).toMatchObject({
			id: "urn:a",
			former: ["https://example.com/a/"],
		});
		folder.write({ "articles/c.md": withId("https://example.com/a/", "C", 9) });
		expect(await fail(folder)).toEqual({
			status: 1,
			said: [
				'error id-taken articles/c.md: "id" is another article\'s, by the lock: https://example.com/a/',
			],
			hints: [
				"Give it another id, or none: readers that know the other one would never show it.",
			],
		});
	});

	test("taken out again leaves the article as it is", async () => {
		const folder = await openLocked({
			...good,
			"articles/a.md": withId("urn:a"),
		});
		folder.write({ "articles/a.md": article("A", 2) });
		expect(await tell(folder)).toEqual([]);
		expect(showFeed(folder)).toContain("A urn:a");
	});

	test("of an article that was retracted brings that one back, and is no other's", async () => {
		const folder = await openLocked({
			...good,
			"articles/a.md": withId("urn:a"),
		});
		rmSync(join(folder.path, "articles/a.md"));
		await tell(folder);
		folder.write({ "articles/c.md": withId("urn:a", "C", 9) });
		expect(await tell(folder)).toEqual([
			"info article-moved articles/c.md: this was articles/a.md; it keeps its id urn:a",
		]);
	});

	test("that the article had before may be taken back, with the same warning", async () => {
		const folder = await openLocked();
		folder.write({ "articles/a.md": withId("urn:a") });
		await tell(folder);
		folder.write({ "articles/a.md": withId("https://example.com/a/") });
		expect(await tell(folder)).toEqual([
			'warning id-changed articles/a.md: "id" is another one than subscribers know it by, so it is shown to them again: https://example.com/a/ instead of urn:a',
		]);
		expect(listEntries(folder)[0]).toMatchObject({
			id: "https://example.com/a/",
			former: ["urn:a"],
		});
	});

	test("of another article that is still there is refused, in a file that was there before, too", async () => {
		const folder = await openLocked();
		folder.write({
			"articles/b.md": withId("https://example.com/a/", "B", 3),
		});
		for (const env of [{}, ci])
			expect((await fail(folder, "", env)).said).toEqual([
				'error id-taken articles/b.md: "id" is another article\'s, by the lock: https://example.com/a/',
			]);
	});

	test("of an article that has one of its own, too, is refused", async () => {
		const folder = await openLocked({
			"articles/a.md": withId("urn:a"),
			"articles/b.md": withId("urn:b", "B", 3),
		});
		folder.write({ "articles/c.md": withId("urn:a", "C", 9) });
		expect((await fail(folder)).said[0]).toBe(
			'error id-taken articles/c.md: "id" is another article\'s, by the lock: urn:a',
		);
	});
});

describe("a move that is doubtful", () => {
	const openDoubtful = async () => {
		const folder = await openLocked({
			...good,
			"articles/ferry.md": article("Out", 5, texts.ferry),
		});
		move(
			folder,
			"articles/ferry.md",
			"articles/bread.md",
			article("Out", 5, texts.sourdough),
		);
		return folder;
	};
	const refused = [
		1,
		"error move-doubtful articles/bread.md: this may be articles/ferry.md, which is gone: they have title and date in common",
		'If it is that article, write id: "https://example.com/ferry/" into its front matter. If it is a new one, run feedwright build --lock.',
	];

	test("is an error, wherever it is built", async () => {
		const folder = await openDoubtful();
		for (const env of [{}, ci]) {
			const { status, said, hints } = await fail(folder, "", env);
			expect([status, said.join("\n"), hints.join("\n")]).toEqual(refused);
		}
	});

	test("is a new article when the author says so with --lock", async () => {
		const folder = await openDoubtful();
		expect(await tell(folder, "--lock")).toEqual([
			"info article-retracted feeds.lock.json: articles/ferry.md is no longer published; its id https://example.com/ferry/ stays reserved for ever",
		]);
		expect(showEntries(folder).slice(2)).toEqual([
			"3 articles/ferry.md https://example.com/ferry/ until 2025-01-01T00:00:00Z",
			"4 articles/bread.md https://example.com/bread/",
		]);
		expect(await tell(folder)).toEqual([]);
	});

	test("is that article when the author says so by its id", async () => {
		const folder = await openDoubtful();
		folder.write({
			"articles/bread.md": article(
				"Out",
				5,
				texts.sourdough,
				'id: "https://example.com/ferry/"\n',
			),
		});
		expect(await tell(folder)).toEqual([
			"info article-moved articles/bread.md: this was articles/ferry.md; it keeps its id https://example.com/ferry/",
			'info edited-silently articles/bread.md: its words have changed, and "updated" has not',
		]);
		expect(showEntries(folder)[2]).toBe(
			"3 articles/bread.md https://example.com/ferry/",
		);
	});
});

describe("in CI", () => {
	test.each(["true", "1", "yes", "woodpecker"])("as CI=%s says", async (CI) => {
		const folder = await openLocked();
		folder.write({ "articles/c.md": article("C", 9) });
		const { lock } = await build(folder, "", { CI });
		expect(lock?.written).toBe(false);
	});

	test.each(["", "0", "false", "no", "off", "FALSE"])(
		"which CI=%s is not",
		async (CI) => {
			const folder = await openLocked();
			folder.write({ "articles/c.md": article("C", 9) });
			const { lock } = await build(folder, "", { CI });
			expect(lock?.written).toBe(true);
		},
	);

	test("a new article is built with its address as id and a notice, and the lock stays as it is", async () => {
		const folder = await openLocked();
		const before = readLock(folder);
		folder.write({ "articles/c.md": article("C", 9) });
		const { status, said, hints, lock } = await build(folder, "", ci);
		expect([status, said, hints]).toEqual([
			0,
			[
				"info lock-new articles/c.md: not yet in the lock feeds.lock.json; until then its id is https://example.com/c/",
			],
			["Run feedwright build where you write, and commit feeds.lock.json."],
		]);
		expect(lock).toMatchObject({ articles: 2, added: 0, written: false });
		expect(readLock(folder)).toBe(before);
		expect(showFeed(folder)[0]).toBe("C https://example.com/c/");
		await tell(folder);
		expect(showFeed(folder)[0]).toBe("C https://example.com/c/");
	});

	test("a new article at a former address has the id that it will keep", async () => {
		const folder = await openLocked();
		move(folder, "articles/a.md", "articles/old-a.md");
		await tell(folder);
		folder.write({ "articles/a.md": article("New", 9) });
		await tell(folder, "", ci);
		const before = showFeed(folder);
		expect(before[0]).toBe("New tag:example.com,2024-01-09:/a/");
		await tell(folder);
		expect(showFeed(folder)).toEqual(before);
	});

	test("many new articles are counted", async () => {
		const folder = await openLocked();
		for (let day = 4; day < 26; day++)
			folder.write({ [`articles/n${day}.md`]: article(`N${day}`, day) });
		const said = await tell(folder, "", ci);
		expect(said).toHaveLength(21);
		expect(said[0]).toBe(
			"info lock-new –: and 2 more: not yet in the lock feeds.lock.json; until then its id is https://example.com/n24/",
		);
	});

	test("an article that is still to come is nothing to speak of", async () => {
		const folder = await openLocked();
		folder.write({ "articles/c.md": article("C").replace("2024", "2026") });
		expect(await tell(folder, "", ci)).toEqual([]);
	});

	test("a file that moved keeps its id, and an edit is noticed; the lock stays as it is", async () => {
		const folder = await openLocked();
		const before = readLock(folder);
		move(folder, "articles/a.md", "articles/z.md");
		folder.write({ "articles/b.md": article("B", 3, "Another text.") });
		expect(await tell(folder, "", ci)).toEqual([
			'info edited-silently articles/b.md: its words have changed, and "updated" has not',
			"info article-moved articles/z.md: this was articles/a.md; it keeps its id https://example.com/a/",
		]);
		expect(showFeed(folder)).toEqual([
			"B https://example.com/b/",
			"A https://example.com/a/",
		]);
		expect(readLock(folder)).toBe(before);
	});

	test("a file that is gone leaves the feeds, and the lock stays as it is", async () => {
		const folder = await openLocked();
		const before = readLock(folder);
		rmSync(join(folder.path, "articles/a.md"));
		const { said, lock } = await build(folder, "", ci);
		expect(said).toEqual([
			"info article-retracted feeds.lock.json: articles/a.md is no longer published; its id https://example.com/a/ stays reserved for ever",
		]);
		expect(lock).toMatchObject({ retracted: 1, written: false });
		expect(showFeed(folder)).toEqual(["B https://example.com/b/"]);
		expect(readLock(folder)).toBe(before);
	});

	test("the same articles give the same bytes on any day", async () => {
		const folder = await openLocked();
		folder.write({ "articles/c.md": article("C", 9) });
		rmSync(join(folder.path, "articles/a.md"));
		await tell(folder, "--now 2025-01-01T00:00:00Z", ci);
		const before = folder.read();
		await tell(folder, "--now 2025-02-01T00:00:00Z", ci);
		expect(folder.read()).toEqual(before);
	});

	test("another id in the front matter is an error", async () => {
		const folder = await openLocked();
		folder.write({
			"articles/a.md": article("A", 2, undefined, "id: urn:a\n"),
		});
		expect(await fail(folder, "", ci)).toEqual({
			status: 1,
			said: [
				'error id-changed articles/a.md: "id" is another one than subscribers know it by, so it is shown to them again: urn:a instead of https://example.com/a/',
			],
			hints: [
				'Take "id" out. If it is meant: Run feedwright build and commit the lock.',
			],
		});
	});

	test("--lock writes the lock, since it was asked for", async () => {
		const folder = open(good);
		const { lock } = await build(folder, "--lock", ci);
		expect(lock?.written).toBe(true);
	});
});

describe("--frozen", () => {
	const hint = "Run feedwright build and commit the lock.";
	const config = (more: object) => JSON.stringify({ ...site, ...more });

	test("goes through where the lock is up to date", async () => {
		const folder = await openLocked();
		const before = readAll(folder);
		const { status, said, lock } = await build(folder, "--frozen");
		expect([status, said, lock?.written]).toEqual([0, [], false]);
		expect(readAll(folder)).toEqual(before);
	});

	test.each<[string, (folder: Folder) => void, string]>([
		[
			"new articles",
			(folder) => folder.write({ "articles/c.md": article("C", 9) }),
			"new: articles/c.md",
		],
		[
			"many new articles",
			(folder) => {
				for (const name of ["c", "d", "e", "f", "g"])
					folder.write({ [`articles/${name}.md`]: article(name, 9) });
			},
			"new: articles/c.md, articles/d.md, articles/e.md and 2 more",
		],
		[
			"a file that moved",
			(folder) => move(folder, "articles/a.md", "articles/z.md"),
			"moved: articles/z.md",
		],
		[
			"an edit",
			(folder) => folder.write({ "articles/a.md": article("A", 2, "Edited.") }),
			"edited: articles/a.md",
		],
		[
			"a file that is gone",
			(folder) => rmSync(join(folder.path, "articles/a.md")),
			"no longer published: articles/a.md",
		],
		[
			"an article that is taken back",
			(folder) =>
				folder.write({
					"articles/a.md": article("A", 2, undefined, "retracted: true\n"),
				}),
			"no longer published: articles/a.md",
		],
		[
			"a feed that is new",
			(folder) =>
				folder.write({
					"feed.config.json": config({
						feeds: [{ path: "/" }, { path: "/years/:year/", each: "year" }],
					}),
				}),
			"addresses, dates, words, feeds or archives have changed",
		],
		[
			"a feed at another path",
			(folder) =>
				folder.write({
					"feed.config.json": config({ feeds: [{ path: "/feeds/" }] }),
				}),
			"addresses, dates, words, feeds or archives have changed",
		],
		[
			"another domain",
			(folder) =>
				folder.write({
					"feed.config.json": JSON.stringify({
						site: { url: "https://new.example/", title: "New" },
					}),
				}),
			"addresses, dates, words, feeds or archives have changed",
		],
		[
			"several at once",
			(folder) => {
				move(folder, "articles/a.md", "articles/z.md");
				rmSync(join(folder.path, "articles/b.md"));
				folder.write({ "articles/c.md": article("C", 9) });
			},
			"new: articles/c.md; moved: articles/z.md; no longer published: articles/b.md",
		],
	])("names %s", async (_, change, what) => {
		const folder = await openLocked();
		change(folder);
		const { status, said, hints } = await fail(folder, "--frozen");
		expect(status).toBe(1);
		expect(said.filter((one) => !one.startsWith("info"))).toEqual([
			`error lock-outdated feeds.lock.json: the lock is not up to date, and --frozen allows no change: ${what}`,
		]);
		expect(hints).toContain(hint);
		await tell(folder);
		const { status: then } = await build(folder, "--frozen");
		expect(then).toBe(0);
	});

	test("another id in the front matter is an error of its own", async () => {
		const folder = await openLocked();
		folder.write({
			"articles/a.md": article("A", 2, undefined, "id: urn:a\n"),
		});
		const { said } = await fail(folder, "--frozen");
		expect(said[0]).toMatch(/^error id-changed articles\/a\.md: /);
	});

	test("numbers that a merge left twice are named", async () => {
		const folder = await openLocked();
		writeFileSync(
			lockOf(folder),
			readLock(folder).replace('"number":2', '"number":1'),
		);
		const { said } = await fail(folder, "--frozen");
		expect(said).toEqual([
			"error lock-outdated feeds.lock.json: the lock is not up to date, and --frozen allows no change: numbered anew: articles/b.md",
			"info lock-renumbered feeds.lock.json: two branches gave one number to two articles; articles/b.md has the number 2 now",
		]);
	});
});

describe("an article that is taken back", () => {
	const retractedA = (value: string) =>
		article("A", 2, undefined, `retracted: ${value}\n`);
	const leftA =
		"info article-retracted feeds.lock.json: articles/a.md is no longer published; its id https://example.com/a/ stays reserved for ever";
	const updatedOf = (folder: Folder) =>
		/<updated>(.*?)<\/updated>/.exec(folder.read()["atom.xml"] ?? "")?.[1];

	test("by retracted: true leaves the feeds, which have changed on that day, and keeps its id", async () => {
		const folder = await openLocked();
		folder.write({ "articles/a.md": retractedA("true") });
		const { said, articles, lock } = await build(folder);
		expect(said).toEqual([leftA]);
		expect(articles).toMatchObject({ published: 1, expired: 1, retracted: 1 });
		expect(lock).toMatchObject({ retracted: 1, written: true });
		expect(showFeed(folder)).toEqual(["B https://example.com/b/"]);
		expect(updatedOf(folder)).toBe("2025-01-01T00:00:00.000Z");
		expect(showEntries(folder)[0]).toBe(
			"1 articles/a.md https://example.com/a/ until 2025-01-01T00:00:00Z",
		);
		const before = readAll(folder);
		expect(await tell(folder, "--now 2026-01-01T00:00:00Z")).toEqual([]);
		expect(readAll(folder)).toEqual(before);
	});

	test("on the day that its author writes", async () => {
		const folder = await openLocked();
		folder.write({ "articles/a.md": retractedA("2024-05-01") });
		expect(await tell(folder)).toEqual([leftA]);
		expect(updatedOf(folder)).toBe("2024-05-01T00:00:00.000Z");
		expect(showEntries(folder)[0]).toBe(
			"1 articles/a.md https://example.com/a/ until 2024-05-01T00:00:00Z",
		);
	});

	test("on a day that is to come, is there until then", async () => {
		const folder = await openLocked();
		const before = [readLock(folder), showFeed(folder), updatedOf(folder)];
		folder.write({ "articles/a.md": retractedA("2026-05-01") });
		expect(await tell(folder)).toEqual([]);
		expect([readLock(folder), showFeed(folder), updatedOf(folder)]).toEqual(
			before,
		);
		expect(await tell(folder, "--now 2026-06-01T00:00:00Z")).toEqual([leftA]);
		expect(showFeed(folder)).toEqual(["B https://example.com/b/"]);
		expect(updatedOf(folder)).toBe("2026-05-01T00:00:00.000Z");
		expect(showEntries(folder)[0]).toBe(
			"1 articles/a.md https://example.com/a/ until 2026-05-01T00:00:00Z",
		);
	});

	test("and comes back with its id", async () => {
		const folder = await openLocked();
		const before = showFeed(folder);
		folder.write({ "articles/a.md": retractedA("true") });
		await tell(folder);
		folder.write({ "articles/a.md": retractedA("false") });
		expect(await tell(folder)).toEqual([]);
		expect(showFeed(folder)).toEqual(before);
		expect(showEntries(folder)[0]).toBe(
			"1 articles/a.md https://example.com/a/",
		);
	});

	test("before it was ever published is none of the lock's", async () => {
		const folder = await openLocked();
		folder.write({
			"articles/c.md": article("C", 9, "C.", "retracted: true\n"),
		});
		expect(await tell(folder)).toEqual([]);
		expect(showEntries(folder)).toHaveLength(2);
	});

	test("by its file's being gone keeps its id, and comes back with it", async () => {
		const folder = await openLocked();
		const before = [showFeed(folder), readLock(folder)];
		rmSync(join(folder.path, "articles/a.md"));
		const { said, hints, lock } = await build(folder);
		expect([said, hints]).toEqual([
			[
				"info article-retracted feeds.lock.json: articles/a.md is no longer published; its id https://example.com/a/ stays reserved for ever",
			],
			["Nothing need be done. If it comes back, it is known again."],
		]);
		expect(lock).toMatchObject({ articles: 2, retracted: 1, written: true });
		expect(updatedOf(folder)).toBe("2025-01-01T00:00:00.000Z");
		const gone = readAll(folder);
		expect(await tell(folder, "--now 2026-01-01T00:00:00Z")).toEqual([]);
		expect(readAll(folder)).toEqual(gone);
		folder.write({ "articles/a.md": article("A", 2) });
		expect(await tell(folder)).toEqual([]);
		expect([showFeed(folder), readLock(folder)]).toEqual(before);
	});

	test("by becoming a draft leaves its line as it is, and comes back with its id whatever was edited", async () => {
		const folder = await openLocked();
		const before = readLock(folder);
		folder.write({
			"articles/a.md": article("A", 2, undefined, "draft: true\n"),
		});
		expect(await tell(folder)).toEqual([]);
		expect(showFeed(folder)).toEqual(["B https://example.com/b/"]);
		expect(readLock(folder)).toBe(before);
		expect((await build(folder, "--frozen")).status).toBe(0);
		expect(await tell(folder, "", ci)).toEqual([]);
		folder.write({ "articles/a.md": article("Anew", 9, "Other words.") });
		expect(await tell(folder)).toEqual([]);
		expect(showFeed(folder)).toEqual([
			"Anew https://example.com/a/",
			"B https://example.com/b/",
		]);
	});

	test("by becoming a draft is not its copy, and gives its id to no other", async () => {
		const folder = await openLocked();
		folder.write({
			"articles/a.md": article("A", 2, undefined, "draft: true\n"),
			"articles/c.md": article("A", 2, undefined, "permalink: /a/\n"),
		});
		await tell(folder);
		expect(showFeed(folder)[1]).toBe("A tag:example.com,2024-01-02:/a/");
		expect(showEntries(folder)[0]).toBe(
			"1 articles/a.md https://example.com/a/",
		);
	});

	test.each<[string, string]>([
		["at its file's place", "articles/a.md"],
		["at its address", "articles/other-a.md"],
	])("never gives its id to another %s", async (_, file) => {
		const folder = await openLocked();
		rmSync(join(folder.path, "articles/a.md"));
		await tell(folder);
		folder.write({
			[file]: article("Another", 2, "Another text.", "permalink: /a/\n"),
		});
		expect(await tell(folder)).toEqual([
			`info id-tagged ${file}: its address was another article's, so its id is tag:example.com,2024-01-02:/a/: https://example.com/a/`,
		]);
		expect(showFeed(folder)[1]).toBe("Another tag:example.com,2024-01-02:/a/");
		expect(showEntries(folder)[0]).toBe(
			"1 articles/a.md https://example.com/a/ until 2025-01-01T00:00:00Z",
		);
	});

	const note = (text: string) => `---\ndate: 2024-01-05\n---\n${text}\n`;
	const newestId = (folder: Folder) =>
		JSON.parse(folder.read()["feed.json"] ?? "").items[0].id;

	test("without a title never gives its id to another note of its day", async () => {
		const folder = await openLocked({
			...good,
			"articles/n.md": note("First note."),
		});
		rmSync(join(folder.path, "articles/n.md"));
		await tell(folder);
		folder.write({ "articles/n.md": note("Quite another note.") });
		await tell(folder);
		expect(newestId(folder)).toBe("tag:example.com,2024-01-05:/n/");
	});

	test("never gives its id to the next day's post of the same title", async () => {
		const folder = await openLocked({
			...good,
			"articles/links-05.md": article(
				"Links",
				5,
				"[One](https://one.example/)",
			),
		});
		rmSync(join(folder.path, "articles/links-05.md"));
		await tell(folder);
		folder.write({
			"articles/links-06.md": article(
				"Links",
				6,
				"[Two](https://two.example/)",
			),
		});
		expect(await tell(folder)).toEqual([]);
		expect(showFeed(folder)[0]).toBe("Links https://example.com/links-06/");
	});

	test("together with most others is a warning", async () => {
		const folder = await openLocked(
			Object.fromEntries(
				Array.from({ length: 19 }, (_, index) => [
					`articles/${index + 1}.md`,
					article(`P${index + 1}`, index + 1),
				]),
			),
		);
		const before = readLock(folder);
		const drop = (...numbers: number[]) => {
			for (const number of numbers)
				rmSync(join(folder.path, `articles/${number}.md`));
		};
		drop(1, 2, 3, 4, 5, 6, 7, 8, 9);
		expect(
			(await tell(folder)).filter((one) => one.startsWith("warning")),
		).toEqual([]);
		writeFileSync(lockOf(folder), before);
		drop(10);
		expect(
			(await tell(folder)).filter((one) => one.startsWith("warning")),
		).toEqual([
			"warning articles-gone feeds.lock.json: 10 of 19 articles of the lock are no longer there",
		]);
		expect(
			(await tell(folder)).filter((one) => one.startsWith("warning")),
		).toEqual([]);
	});

	test("by its time's being over stays in the lock as it is", async () => {
		const folder = await openLocked({
			...good,
			"articles/c.md": article("C", 4, "C.", "expires: 2025-03-01\n"),
		});
		const before = readLock(folder);
		expect(await tell(folder, "--now 2025-06-01T00:00:00Z")).toEqual([]);
		expect(showFeed(folder)).toHaveLength(2);
		expect(readLock(folder)).toBe(before);
	});
});

describe("a lock that cannot be read changes nothing", () => {
	test.each<[string, string | Uint8Array, number, string]>([
		[
			"conflict markers",
			"{\n<<<<<<< HEAD\n",
			2,
			"error lock-conflict feeds.lock.json: the lock holds conflict markers of a merge",
		],
		[
			"an empty file",
			"",
			2,
			"error lock-broken feeds.lock.json: the lock is not JSON: expected a value, found the end",
		],
		[
			"a newer version",
			'{"version":7}',
			2,
			"error lock-newer feeds.lock.json: the lock was written by a newer feedwright (version 7)",
		],
		[
			"bytes that are no text",
			new Uint8Array([0x7b, 0xff, 0xfe]),
			74,
			"error lock-unreadable feeds.lock.json: the lock cannot be read: The encoded data was not valid for encoding utf-8",
		],
	])("%s", async (_, bytes, status, message) => {
		const folder = await openLocked();
		writeFileSync(lockOf(folder), bytes);
		folder.write({ "articles/c.md": article("C", 9) });
		for (const [line, env] of [
			["", {}],
			["--lock", {}],
			["--frozen", {}],
			["--force", {}],
			["--keep-going", {}],
			["", ci],
		] as const) {
			const failed = await fail(folder, line, env);
			expect([failed.status, failed.said]).toEqual([status, [message]]);
		}
	});

	test("a folder in its place", async () => {
		const folder = open(good);
		mkdirSync(lockOf(folder));
		const { status, said, hints } = await fail(folder);
		expect([status, said, hints]).toEqual([
			74,
			[
				"error lock-unreadable feeds.lock.json: the lock cannot be read: EISDIR: illegal operation on a directory",
			],
			[
				"Check that it is a file in UTF-8 and that you may read it. Never delete it: every article would be shown again.",
			],
		]);
	});
});

describe("a lock that cannot be written", () => {
	const isRoot = process.getuid?.() === 0;

	test.skipIf(isRoot)("keeps the feeds as they are", async () => {
		const folder = await openLocked();
		folder.write({ "articles/c.md": article("C", 9) });
		chmodSync(folder.path, 0o555);
		try {
			const { status, said, hints } = await fail(folder);
			expect(status).toBe(74);
			expect(said).toEqual([
				"error lock-unwritable feeds.lock.json: the lock cannot be written: EACCES: permission denied",
			]);
			expect(hints).toEqual(["Check that you may write there."]);
		} finally {
			chmodSync(folder.path, 0o755);
		}
	});
});

describe("--keep-going", () => {
	test("keeps the entry of an article that is broken now", async () => {
		const folder = await openLocked();
		const before = readLock(folder);
		folder.write({ "articles/a.md": "---\ntitle: [\n---\nText.\n" });
		expect((await fail(folder)).said).toHaveLength(1);
		const { status, said, lock } = await build(folder, "--keep-going");
		expect([status, said.length]).toEqual([0, 1]);
		expect(lock).toMatchObject({ articles: 2, retracted: 0, written: false });
		expect(readLock(folder)).toBe(before);
		expect(showFeed(folder)).toEqual(["B https://example.com/b/"]);
		folder.write({ "articles/a.md": article("A", 2) });
		expect(await tell(folder)).toEqual([]);
		expect(showFeed(folder)[1]).toBe("A https://example.com/a/");
	});

	test("leaves out an article that may have moved, and its line as it is", async () => {
		const folder = await openLocked({
			...good,
			"articles/ferry.md": article("Out", 5, texts.ferry),
		});
		const before = readLock(folder);
		move(
			folder,
			"articles/ferry.md",
			"articles/bread.md",
			article("Out", 5, texts.sourdough),
		);
		for (const env of [{}, ci]) {
			const { status, said } = await build(folder, "--keep-going", env);
			expect([status, said.length]).toEqual([0, 1]);
			expect(said[0]).toMatch(/^error move-doubtful articles\/bread\.md: /);
			expect(readLock(folder)).toBe(before);
			expect(showFeed(folder)).toEqual([
				"B https://example.com/b/",
				"A https://example.com/a/",
			]);
		}
	});

	test("leaves out an article with another one's id, which that one keeps", async () => {
		const folder = await openLocked({
			...good,
			"articles/a.md": article("A", 5, undefined, "id: urn:x:a\n"),
		});
		const before = readLock(folder);
		folder.write({
			"articles/c.md": article("C", 1, undefined, "id: urn:x:a\n"),
		});
		for (const env of [{}, ci]) {
			const { status, said } = await build(folder, "--keep-going", env);
			expect([status, said]).toEqual([
				0,
				[
					'error id-taken articles/c.md: "id" is another article\'s, by the lock: urn:x:a',
				],
			]);
			expect(readLock(folder)).toBe(before);
			expect(showFeed(folder)).toEqual([
				"A urn:x:a",
				"B https://example.com/b/",
			]);
		}
	});

	test("in CI leaves out an article whose id would change", async () => {
		const folder = await openLocked();
		const before = readLock(folder);
		folder.write({
			"articles/a.md": article("A", 2, undefined, "id: urn:x:a\n"),
		});
		const { status, said } = await build(folder, "--keep-going", ci);
		expect([status, said.length]).toEqual([0, 1]);
		expect(said[0]).toMatch(/^error id-changed articles\/a\.md: /);
		expect(readLock(folder)).toBe(before);
		expect(showFeed(folder)).toEqual(["B https://example.com/b/"]);
	});

	test("keeps the entry of an article without a date", async () => {
		const folder = await openLocked();
		const before = readLock(folder);
		folder.write({ "articles/a.md": "---\ntitle: A\n---\nText of A.\n" });
		await build(folder, "--keep-going");
		expect(readLock(folder)).toBe(before);
	});
});

describe("two branches", () => {
	test("that each added an article are one when both lines are kept", async () => {
		const folder = await openLocked();
		const base = readLock(folder);
		folder.write({ "articles/c.md": article("C", 8) });
		await tell(folder);
		const ours = readLock(folder);
		writeFileSync(lockOf(folder), base);
		rmSync(join(folder.path, "articles/c.md"));
		folder.write({ "articles/d.md": article("D", 7) });
		await tell(folder);
		const line = /^ {4}.*articles\/c\.md.*$/m.exec(ours)?.[0] ?? "";
		// As somebody settles it by hand who does not mind commas.
		writeFileSync(
			lockOf(folder),
			readLock(folder).replace(/^ {4}\{"key"/m, `${line}\n$&`),
		);
		folder.write({ "articles/c.md": article("C", 8) });
		const { said, hints } = await build(folder);
		expect([said, hints]).toEqual([
			[
				"info lock-renumbered feeds.lock.json: two branches gave one number to two articles; articles/c.md has the number 4 now",
			],
			["Nothing need be done."],
		]);
		expect(showEntries(folder)).toEqual([
			"1 articles/a.md https://example.com/a/",
			"2 articles/b.md https://example.com/b/",
			"3 articles/d.md https://example.com/d/",
			"4 articles/c.md https://example.com/c/",
		]);
		expect(await tell(folder)).toEqual([]);
	});

	test("of which one adopted an id and the other edited the article are one, too", async () => {
		const folder = await openLocked();
		const line = /^ {4}.*articles\/a\.md.*$/m.exec(readLock(folder))?.[0] ?? "";
		const adopted = line
			.replace(
				'"id":"https://example.com/a/"',
				'"id":"old-1","former":["https://example.com/a/"]',
			)
			.replace(/"key":"\w+"/, '"key":"ffffffffffff"')
			.replace(/,?$/, ",");
		writeFileSync(
			lockOf(folder),
			readLock(folder).replace(/^ {4}\{"key"/m, `${adopted}\n$&`),
		);
		expect(await tell(folder)).toEqual([]);
		expect(showEntries(folder)).toEqual([
			"1 articles/a.md old-1",
			"2 articles/b.md https://example.com/b/",
		]);
		expect(showFeed(folder)).toContain("A old-1");
	});
});

describe("Atom's ids of feeds", () => {
	const atomId = (folder: Folder, path: string) =>
		/<id>(.*?)<\/id>/.exec(folder.read()[path] ?? "")?.[1];
	const config = (feeds: readonly object[]) => ({
		"feed.config.json": JSON.stringify({ ...site, feeds }),
	});

	test("are the same with a lock as without, also of two feeds at one path", async () => {
		const formats = { rss: "s.rss", atom: "s.atom", json: "s.json" };
		const feeds = [{ path: "/" }, { path: "/", content: "summary", formats }];
		const folder = open(good, { ...site, feeds });
		const ids = () => [atomId(folder, "atom.xml"), atomId(folder, "s.atom")];
		await tell(folder);
		const before = ids();
		await tell(folder, "--lock");
		expect(ids()).toEqual(before);
		await tell(folder);
		expect(ids()).toEqual(before);
	});

	test("stay apart when two families of one thing move at once", async () => {
		const folder = open(
			{ ...good, "articles/a.md": article("A", 2, "A.", "tags: [news]\n") },
			{
				...site,
				feeds: [
					{ path: "/tags/:tag/", each: "tag" },
					{ path: "/latest/:tag/", each: "tag", limit: 5 },
				],
			},
		);
		await tell(folder, "--lock");
		folder.write(
			config([
				{ path: "/t/:tag/", each: "tag" },
				{ path: "/l/:tag/", each: "tag", limit: 5 },
			]),
		);
		await tell(folder);
		expect(atomId(folder, "t/news/atom.xml")).not.toBe(
			atomId(folder, "l/news/atom.xml"),
		);
	});

	test("of feeds that are no longer made stay theirs", async () => {
		const folder = await openLocked(good, {
			...site,
			feeds: [{ path: "/" }, { path: "/years/:year/", each: "year" }],
		});
		folder.write(config([{ path: "/" }]));
		await tell(folder);
		expect(listFeeds(folder).map(({ feed, id }) => `${feed} ${id}`)).toEqual([
			"/ https://example.com/",
			"/years/2024/ https://example.com/years/2024/",
		]);
	});
});
