import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	existsSync,
	linkSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Diagnostic, Failure } from "../../src/diagnostics.ts";
import { writeOutput } from "../../src/output/output.ts";

type Files = Record<string, string>;

let home = "";
let dist = "";
let said: Diagnostic[] = [];

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), "output-"));
	dist = join(home, "dist");
	said = [];
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const write = (files: Files, options = {}) =>
	writeOutput(
		dist,
		Object.entries(files).map(([path, text]) => ({ path, text })),
		{ shown: "dist", force: false, ...options },
		(diagnostic) => said.push(diagnostic),
	);

const put = (path: string, text: string) => {
	mkdirSync(dirname(join(dist, path)), { recursive: true });
	writeFileSync(join(dist, path), text);
};

const sha256 = (text: string) =>
	createHash("sha256").update(text).digest("hex");

const problems = () =>
	said.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);

/** Each path below a folder with its text, `/` for a folder and `->` for a link; the list apart. */
function read(folder = dist, below = ""): Files {
	const files: Files = {};
	for (const name of readdirSync(join(folder, below)).sort()) {
		const path = below + name;
		const stats = lstatSync(join(folder, path));
		if (path === ".feedwright-written") continue;
		if (stats.isSymbolicLink())
			files[path] = `->${readlinkSync(join(folder, path))}`;
		else if (stats.isDirectory())
			Object.assign(files, { [`${path}/`]: "" }, read(folder, `${path}/`));
		else files[path] = readFileSync(join(folder, path), "utf8");
	}
	return files;
}

const readList = () => readFileSync(join(dist, ".feedwright-written"), "utf8");

const mount = (...values: string[]) => spawnSync("mount", values).status === 0;

/** Whether a small disk can be had (as root on Linux); elsewhere killed.test.ts lets the disk refuse. */
function canMount(): boolean {
	const folder = mkdtempSync(join(tmpdir(), "mount-"));
	const isMounted = mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);
	if (isMounted) spawnSync("umount", [folder]);
	rmSync(folder, { recursive: true });
	return isMounted;
}

/** All that a host or a backup could see: names, kinds, times and bytes. */
const snapshot = () =>
	readdirSync(home, { recursive: true, encoding: "utf8" })
		.concat("")
		.sort()
		.map((path) => {
			const stats = lstatSync(join(home, path), { bigint: true });
			const bytes = stats.isFile()
				? readFileSync(join(home, path), "utf8")
				: "";
			return `${path} ${stats.mode} ${stats.ino} ${stats.mtimeNs} ${stats.ctimeNs} ${bytes}`;
		});

/** Does something that must change nothing at all. */
async function unchanged<T>(action: () => Promise<T>): Promise<T> {
	const before = snapshot();
	const result = await action();
	expect(snapshot()).toEqual(before);
	return result;
}

describe("the output folder", () => {
	test("is made, with the files and their list, and nothing else", async () => {
		const files = { "rss.xml": "<rss/>", "tags/é/feed.json": '{"é":1}' };
		expect(await write(files)).toEqual({
			files: [
				{ path: "rss.xml", bytes: 6, written: true },
				{ path: "tags/é/feed.json", bytes: 8, written: true },
			],
			removed: [],
		});
		expect(read()).toEqual({ ...files, "tags/": "", "tags/é/": "" });
		expect(readdirSync(dist)).not.toContain(".feedwright-tmp");
		expect(readList()).toBe(
			`${sha256("<rss/>")}  rss.xml\n${sha256('{"é":1}')}  tags/é/feed.json\n`,
		);
		expect(said).toEqual([]);
	});

	test("does not change by a byte, a folder or a time when the files are the same", async () => {
		const files = { "rss.xml": "a", "tags/a/rss.xml": "b" };
		await write(files);
		const past = new Date("2001-01-01");
		for (const path of ["", "rss.xml", "tags", "tags/a", ".feedwright-written"])
			utimesSync(join(dist, path), past, past);
		expect(await unchanged(() => write(files))).toEqual({
			files: [
				{ path: "rss.xml", bytes: 1, written: false },
				{ path: "tags/a/rss.xml", bytes: 1, written: false },
			],
			removed: [],
		});
	});

	test("keeps files whose bytes are the same when others change", async () => {
		await write({ "rss.xml": "a", "atom.xml": "a" });
		const { ino, mtimeNs } = statSync(join(dist, "rss.xml"), { bigint: true });
		const result = await write({ "rss.xml": "a", "atom.xml": "b" });
		expect(result?.files.map(({ written }) => written)).toEqual([false, true]);
		expect(statSync(join(dist, "rss.xml"), { bigint: true })).toMatchObject({
			ino,
			mtimeNs,
		});
		expect(read()).toEqual({ "rss.xml": "a", "atom.xml": "b" });
	});

	test("may hold a whole site that is never touched", async () => {
		put("index.html", "site");
		put("tags/index.html", "site");
		mkdirSync(join(dist, "empty"));
		await write({ "rss.xml": "a", "tags/rss.xml": "b" });
		await write({ "rss.xml": "c" });
		expect(read()).toEqual({
			"index.html": "site",
			"tags/": "",
			"tags/index.html": "site",
			"empty/": "",
			"rss.xml": "c",
		});
	});

	test("may be a symbolic link", async () => {
		mkdirSync(join(home, "real"));
		symlinkSync("real", dist);
		await write({ "a/rss.xml": "a" });
		await write({ "rss.xml": "b" });
		expect(read(join(home, "real"))).toEqual({ "rss.xml": "b" });
		expect(lstatSync(dist).isSymbolicLink()).toBe(true);
	});
});

describe("files of earlier builds", () => {
	test("are removed when they are no longer made, with the folders that this leaves empty", async () => {
		await write({
			"rss.xml": "a",
			"tags/a/rss.xml": "b",
			"tags/b/rss.xml": "c",
		});
		put("tags/b/mine.txt", "mine");
		expect(await write({ "rss.xml": "a" })).toEqual({
			files: [{ path: "rss.xml", bytes: 1, written: false }],
			removed: ["tags/a/rss.xml", "tags/b/rss.xml"],
		});
		expect(read()).toEqual({
			"rss.xml": "a",
			"tags/": "",
			"tags/b/": "",
			"tags/b/mine.txt": "mine",
		});
	});

	test("leave the output folder itself when all are removed", async () => {
		await write({ "tags/rss.xml": "a" });
		expect((await write({}))?.removed).toEqual(["tags/rss.xml"]);
		expect(read()).toEqual({});
		expect(readList()).toBe("");
		await unchanged(() => write({}));
	});

	test("that somebody deleted are written again or forgotten, with their empty folders", async () => {
		await write({ "a/rss.xml": "a", "b/rss.xml": "b" });
		rmSync(join(dist, "a/rss.xml"));
		rmSync(join(dist, "b/rss.xml"));
		expect((await write({ "a/rss.xml": "a" }))?.removed).toEqual([]);
		expect(read()).toEqual({ "a/": "", "a/rss.xml": "a" });
		expect(said).toEqual([]);
	});

	test("make way where a folder is needed", async () => {
		await write({ feed: "a" });
		expect((await write({ "feed/rss.xml": "b" }))?.removed).toEqual(["feed"]);
		expect(read()).toEqual({ "feed/": "", "feed/rss.xml": "b" });
	});

	test("make way, with their folders, where a file is needed", async () => {
		await write({ "feed/a/rss.xml": "a", "feed/rss.xml": "b" });
		expect(await write({ feed: "c" })).toMatchObject({
			files: [{ written: true }],
			removed: ["feed/a/rss.xml", "feed/rss.xml"],
		});
		expect(read()).toEqual({ feed: "c" });
	});

	test("make no way where a folder holds anything else", async () => {
		await write({ "feed/a/rss.xml": "a" });
		mkdirSync(join(dist, "feed/mine"));
		expect(await unchanged(() => write({ feed: "c" }))).toBeUndefined();
		expect(problems()).toEqual([
			'error output-foreign: "dist/feed" is a folder that stands where a feed should go',
		]);
	});

	test("that something else changed are left alone with a warning, until --force", async () => {
		await write({ "rss.xml": "a", "old.xml": "b" });
		put("rss.xml", "mine");
		put("old.xml", "mine");
		const list = readList();
		const left = await unchanged(() => write({ "rss.xml": "c" }));
		expect(left?.files).toEqual([
			{ path: "rss.xml", bytes: 1, written: false },
		]);
		expect(left?.removed).toEqual([]);
		expect(readList()).toBe(list);
		expect(said).toEqual([
			{
				severity: "warning",
				code: "output-changed",
				message:
					'"dist/rss.xml" is no longer as feedwright wrote it and is left alone',
				hint: "Something else changed it. Undo that, or write over it with --force.",
				file: "dist/rss.xml",
			},
			{
				severity: "warning",
				code: "output-changed",
				message:
					'"dist/old.xml" is no longer made, but is not as feedwright wrote it and is left alone',
				hint: "Something else changed it. Remove it yourself, or with --force.",
				file: "dist/old.xml",
			},
		]);
		expect(await write({ "rss.xml": "c" }, { force: true })).toMatchObject({
			files: [{ written: true }],
			removed: ["old.xml"],
		});
		expect(read()).toEqual({ "rss.xml": "c" });
	});

	test("that something else changed stay in the list while others are written", async () => {
		await write({ "rss.xml": "a", "atom.xml": "b" });
		put("rss.xml", "mine");
		await write({ "rss.xml": "c", "atom.xml": "d" });
		expect(read()).toEqual({ "rss.xml": "mine", "atom.xml": "d" });
		expect(readList()).toBe(
			`${sha256("d")}  atom.xml\n${sha256("a")}  rss.xml\n`,
		);
	});

	test("with a warning are not written when warnings count as errors", async () => {
		await write({ "rss.xml": "a", "atom.xml": "b" });
		put("rss.xml", "mine");
		const files = { "rss.xml": "c", "atom.xml": "d" };
		expect(
			await unchanged(() => write(files, { strict: true })),
		).toBeUndefined();
		expect(problems()).toHaveLength(1);
	});
});

describe("what feedwright did not write", () => {
	test("is an error where a feed should go, and nothing is written", async () => {
		put("rss.xml", "mine");
		const files = { "atom.xml": "a", "rss.xml": "b" };
		expect(await unchanged(() => write(files))).toBeUndefined();
		expect(said).toEqual([
			{
				severity: "error",
				code: "output-foreign",
				message:
					'"dist/rss.xml" stands where a feed should go and was not written by feedwright',
				hint: 'Move it away, choose another "output" or path, or write over it with --force.',
				file: "dist/rss.xml",
			},
		]);
		await write(files, { force: true });
		expect(read()).toEqual(files);
	});

	test("is taken as ours when its bytes are the same", async () => {
		put("rss.xml", "a");
		const { ino } = statSync(join(dist, "rss.xml"));
		expect((await write({ "rss.xml": "a" }))?.files[0]?.written).toBe(false);
		expect(statSync(join(dist, "rss.xml")).ino).toBe(ino);
		expect((await write({}))?.removed).toEqual(["rss.xml"]);
	});

	test("is an error as a folder, even by force", async () => {
		put("rss.xml/mine", "mine");
		for (const force of [false, true])
			expect(
				await unchanged(() => write({ "rss.xml": "a", b: "b" }, { force })),
			).toBeUndefined();
		expect(problems()[0]).toBe(
			'error output-foreign: "dist/rss.xml" is a folder that stands where a feed should go',
		);
		expect(said[0]?.hint).toBe(
			'Move it away, or choose another "output" or path.',
		);
	});

	test("is an error as a file where a folder is needed", async () => {
		put("tags", "mine");
		expect(
			await unchanged(() => write({ "tags/a/rss.xml": "a" }, { force: true })),
		).toBeUndefined();
		expect(problems()).toEqual([
			'error output-foreign: "dist/tags" is a file where a folder for a feed should be',
		]);
	});

	test("is an error for each name that is one file with another on some systems", async () => {
		const files = { "tags/C/rss.xml": "a", "tags/c/rss.xml": "b" };
		expect(await write(files)).toBeUndefined();
		expect(problems()).toEqual([
			'error output-collision: "tags/C/rss.xml" and "tags/c/rss.xml" are one file on macOS and Windows',
		]);
		expect(existsSync(dist)).toBe(false);
	});

	test("is never reached by a path of a build", async () => {
		expect(await unchanged(() => write({ "../evil": "a" }))).toBeUndefined();
		expect(problems()).toEqual([
			'error output-path: "../evil" cannot be a path in the output folder',
		]);
	});
});

describe("symbolic links", () => {
	test("in a feed's place are errors, and by force are replaced, never what they lead to", async () => {
		mkdirSync(dist);
		writeFileSync(join(home, "outside"), "mine");
		symlinkSync("../outside", join(dist, "rss.xml"));
		expect(await unchanged(() => write({ "rss.xml": "a" }))).toBeUndefined();
		expect(problems()).toEqual([
			'error output-foreign: "dist/rss.xml" is a symbolic link that stands where a feed should go',
		]);
		await write({ "rss.xml": "a" }, { force: true });
		expect(lstatSync(join(dist, "rss.xml")).isFile()).toBe(true);
		expect(readFileSync(join(home, "outside"), "utf8")).toBe("mine");
	});

	test.each(["../outside", ".", "nowhere", "loop"])(
		"on the way are errors unless they lead to a folder inside: %s",
		async (target) => {
			mkdirSync(dist);
			mkdirSync(join(home, "outside"));
			symlinkSync("loop", join(dist, "loop"));
			symlinkSync(target, join(dist, "tags"));
			const files = { "tags/a/rss.xml": "a", "atom.xml": "b" };
			expect(
				await unchanged(() => write(files, { force: true })),
			).toBeUndefined();
			expect(problems()).toEqual([
				'error output-foreign: "dist/tags" is a symbolic link that leads out of the output folder, where a folder for a feed should be',
			]);
		},
	);

	test("on the way that lead to a folder inside are followed", async () => {
		put("real/mine", "mine");
		symlinkSync("real", join(dist, "tags"));
		await write({ "tags/a/rss.xml": "a" });
		expect(read()).toMatchObject({ "real/a/rss.xml": "a", tags: "->real" });
		await unchanged(() => write({ "tags/a/rss.xml": "a" }));
		expect((await write({}))?.removed).toEqual(["tags/a/rss.xml"]);
		expect(read()).toEqual({
			"real/": "",
			"real/mine": "mine",
			tags: "->real",
		});
	});

	test("that make two paths one file are an error", async () => {
		put("a/mine", "mine");
		symlinkSync("a", join(dist, "b"));
		expect(
			await unchanged(() => write({ "a/x": "1", "b/x": "2" })),
		).toBeUndefined();
		expect(problems()).toEqual([
			'error output-collision: "dist/a/x" and "dist/b/x" are one file because of a symbolic link',
		]);
	});

	test("never let a listed path lead outside", async () => {
		const outside = join(home, "outside");
		mkdirSync(outside);
		mkdirSync(dist);
		writeFileSync(join(outside, "x"), "mine");
		symlinkSync("../outside", join(dist, "link"));
		symlinkSync("../outside/x", join(dist, "file"));
		put(
			".feedwright-written",
			`${sha256("mine")}  link/x\n${sha256("mine")}  file\n`,
		);
		await write({ "rss.xml": "a" });
		await write({ "rss.xml": "b" }, { force: true });
		expect(read(outside)).toEqual({ x: "mine" });
		expect(read()).toEqual({ link: "->../outside", "rss.xml": "b" });
	});

	test.each([
		[
			".feedwright-written",
			'"dist/.feedwright-written" is not an ordinary file, so feedwright did not write it',
		],
		[
			".feedwright-tmp",
			'"dist/.feedwright-tmp" is not a folder, so feedwright did not write it',
		],
	])(
		"in the place of feedwright's own files are errors: %s",
		async (name, message) => {
			mkdirSync(dist);
			mkdirSync(join(home, "outside"));
			writeFileSync(join(home, "outside/x"), "mine");
			symlinkSync("../outside", join(dist, name));
			for (const force of [false, true])
				expect(
					await unchanged(() => write({ "rss.xml": "a" }, { force })),
				).toBeUndefined();
			expect(problems()[0]).toBe(`error output-foreign: ${message}`);
		},
	);

	test("among temporary files are removed, never what they lead to", async () => {
		const outside = join(home, "outside");
		mkdirSync(outside);
		writeFileSync(join(outside, "1@x@1@0123456789abcdef"), "mine");
		mkdirSync(join(dist, ".feedwright-tmp"), { recursive: true });
		symlinkSync("../../outside", join(dist, ".feedwright-tmp/new-1"));
		symlinkSync("../../outside", join(dist, ".feedwright-tmp/lock"));
		await write({ "rss.xml": "a" });
		expect(read()).toEqual({ "rss.xml": "a" });
		expect(read(outside)).toEqual({ "1@x@1@0123456789abcdef": "mine" });
	});
});

describe("the list", () => {
	test.each([
		["../outside"],
		["/etc/hostname"],
		["tags/../../outside"],
		["C:\\outside"],
		[".feedwright-tmp/../../outside"],
	])("may name hostile paths: %s", async (path) => {
		writeFileSync(join(home, "outside"), "mine");
		put(".feedwright-written", `${sha256("mine")}  ${path}\n`);
		await write({ "rss.xml": "a" });
		expect(readFileSync(join(home, "outside"), "utf8")).toBe("mine");
		expect(readList()).toBe(`${sha256("a")}  rss.xml\n`);
	});

	test("may be garbage", async () => {
		put(".feedwright-written", "\0\xff garbage\n\n ".repeat(10_000));
		await write({ "rss.xml": "a" });
		expect(readList()).toBe(`${sha256("a")}  rss.xml\n`);
		expect(said).toEqual([]);
	});

	test("may be huge", async () => {
		put(".feedwright-written", "");
		truncateSync(join(dist, ".feedwright-written"), 2 ** 40);
		await write({ "rss.xml": "a" });
		expect(readList()).toBe(`${sha256("a")}  rss.xml\n`);
		expect(problems()).toEqual([
			'warning output-list: "dist/.feedwright-written" is too large to be feedwright\'s list and is not read',
		]);
	});

	test("may name what is a folder now, which is left alone", async () => {
		mkdirSync(join(dist, "folder"), { recursive: true });
		const line = `${sha256("")}  folder\n`;
		put(".feedwright-written", line);
		await write({ "rss.xml": "a" });
		expect(readList()).toBe(`${sha256("a")}  rss.xml\n`);
		expect(said).toEqual([]);
		expect(existsSync(join(dist, "folder"))).toBe(true);
	});

	test("knows a file under its name in other letters, where these are one", async () => {
		// Two names of one file stand for a disk that holds upper and lower case to be the same.
		await write({ "RSS.xml": "a" });
		linkSync(join(dist, "RSS.xml"), join(dist, "rss.xml"));
		expect(await write({ "rss.xml": "b" })).toMatchObject({
			files: [{ written: true }],
			removed: [],
		});
		expect(readList()).toBe(`${sha256("b")}  rss.xml\n`);
	});
});

describe.skipIf(!canMount())("a small disk of its own", () => {
	beforeEach(() => {
		mkdirSync(dist);
		mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", dist);
	});
	afterEach(() => {
		spawnSync("umount", [dist]);
	});

	test("that is full is named, and no file has changed", async () => {
		await write({ "rss.xml": "a", "old.xml": "b" });
		const files = { "rss.xml": "c", "atom.xml": "x".repeat(100_000) };
		const before = read();
		const error = await write(files).catch((error: unknown) => error);
		expect((error as Failure).status).toBe(74);
		expect((error as Failure).diagnostics).toEqual([
			{
				severity: "error",
				code: "output-failed",
				message: '"dist/atom.xml" cannot be written: the disk is full',
				hint: "Make room and build again.",
				file: "dist/atom.xml",
			},
		]);
		expect(read()).toEqual(before);
		await write({ "rss.xml": "d" });
		expect(read()).toEqual({ "rss.xml": "d" });
	});

	test("that is read-only is named, unless there is nothing to write", async () => {
		await write({ "rss.xml": "a" });
		mount("-o", "remount,ro", dist);
		expect(await write({ "rss.xml": "a" })).toBeDefined();
		const error = await write({ "rss.xml": "b" }).catch(
			(error: unknown) => error,
		);
		expect((error as Failure).status).toBe(74);
		expect((error as Failure).diagnostics).toEqual([
			{
				severity: "error",
				code: "output-failed",
				message: '"dist" cannot be written: the folder is read-only',
				hint: 'Make it writable, or choose another "output".',
				file: "dist",
			},
		]);
		expect(read()).toEqual({ "rss.xml": "a" });
	});
});

describe("a disk that refuses", () => {
	const failure = async (promise: Promise<unknown>) => {
		const error = await promise.catch((error: unknown) => error);
		expect(error).toBeInstanceOf(Failure);
		const { status, diagnostics } = error as Failure;
		expect(status).toBe(74);
		expect(diagnostics).toHaveLength(1);
		return diagnostics[0];
	};

	test("is named when the output folder is a file", async () => {
		writeFileSync(dist, "mine");
		expect(await failure(unchanged(() => write({ "rss.xml": "a" })))).toEqual({
			severity: "error",
			code: "output-failed",
			message: '"dist" is not a folder, so nothing can be written there',
			hint: 'Move it away, or choose another "output".',
			file: "dist",
		});
	});

	test("is named when the output folder lies under a file", async () => {
		writeFileSync(dist, "mine");
		dist = join(dist, "x");
		expect(await failure(write({ "rss.xml": "a" }))).toMatchObject({
			code: "output-failed",
			message: '"dist" cannot be read: a file stands where a folder is needed',
		});
	});

	test("is named when the output folder is a link that leads nowhere", async () => {
		symlinkSync("nowhere", dist);
		expect(
			await failure(unchanged(() => write({ "rss.xml": "a" }))),
		).toMatchObject({
			message:
				'"dist" is a symbolic link that leads nowhere, so nothing can be written there',
		});
	});
});
