import { spawnSync } from "node:child_process";
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Diagnostic, Failure } from "../../src/diagnostics.ts";
import { listSources, readSource } from "../../src/disk/sources.ts";
import { type Files, writeFiles } from "../support/folder.ts";

const isWindows = process.platform === "win32";

let home = "";
let root = "";
let said: Diagnostic[] = [];
const report = (one: Diagnostic) => said.push(one);

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), "sources-"));
	root = join(home, "site");
	mkdirSync(root);
	said = [];
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const put = (files: Files) => writeFiles(root, files);

const list = (...articles: readonly string[]) =>
	listSources(
		{
			articles: articles.length > 0 ? articles : ["articles"],
			root,
			generator: { base: root, facts: {} },
			output: join(root, "dist"),
			file: "feed.config.json",
			workingDirectory: root,
		},
		report,
	);

/** The files that are found, as messages name them. */
const find = async (...articles: readonly string[]) =>
	(await list(...articles)).map(({ file }) => file);

/** Each file that is found with its text. */
async function readAll(...articles: readonly string[]) {
	const sources = await list(...articles);
	return Object.fromEntries(
		sources.map((source) => [source.file, readSource(source, report)]),
	);
}

/** A symbolic link; on Windows only administrators may make those to files. */
const link = (target: string, path: string) =>
	symlinkSync(target, join(root, path));

describe("articles are", () => {
	test(".md, .markdown and .mdx, at any depth, in the order of their names", async () => {
		put({
			"articles/b.md": "",
			"articles/a/c.markdown": "",
			"articles/a/d/e.MDX": "",
			"articles/C.MD": "",
			"articles/a.txt": "",
			"articles/a.html": "",
			"articles/md": "",
			"articles/日本語.md": "",
		});
		expect(await find()).toEqual([
			"articles/C.MD",
			"articles/a/c.markdown",
			"articles/a/d/e.MDX",
			"articles/b.md",
			"articles/日本語.md",
		]);
	});

	test("not in the output folder, node_modules, or what begins with a dot", async () => {
		put({
			"a.md": "",
			"dist/b.md": "",
			"c/dist/d.md": "",
			"node_modules/x/e.md": "",
			"c/node_modules/f.md": "",
			".git/g.md": "",
			"c/.h.md": "",
		});
		expect(await find(".")).toEqual(["a.md", "c/dist/d.md"]);
	});

	test("also in a folder with an article's ending", async () => {
		put({ "articles/a.md/b.md": "" });
		expect(await find()).toEqual(["articles/a.md/b.md"]);
	});

	test("named by their path from the articles' folder", async () => {
		put({ "articles/a/b.md": "" });
		expect(await list()).toMatchObject([
			{ path: "a/b.md", file: "articles/a/b.md" },
		]);
	});
});

describe("the configuration names", () => {
	beforeEach(() =>
		put({
			"blog/a.md": "",
			"blog/b/c.md": "",
			"notes/d.md": "",
			"notes/e.mdx": "",
			"README.md": "",
		}),
	);

	test.each([
		[["blog"], ["blog/a.md", "blog/b/c.md"]],
		[["./blog/"], ["blog/a.md", "blog/b/c.md"]],
		[["blog/*.md"], ["blog/a.md"]],
		[["blog/**/*.md"], ["blog/a.md", "blog/b/c.md"]],
		[["*/*.mdx"], ["notes/e.mdx"]],
		[["{blog,notes}/*.md"], ["blog/a.md", "notes/d.md"]],
		[["*.md"], ["README.md"]],
		[
			["notes", "blog/b", "notes/*.md"],
			["blog/b/c.md", "notes/d.md", "notes/e.mdx"],
		],
		[["*/b"], ["blog/b/c.md"]],
		[["blog/nothing*"], []],
		[["blog/*.txt"], []],
	])("%j", async (articles, files) => {
		expect(await find(...articles)).toEqual(files);
	});

	test("a folder outside its own", async () => {
		mkdirSync(join(home, "other"));
		writeFileSync(join(home, "other", "x.md"), "");
		expect(await find("../other")).toEqual(["../other/x.md"]);
		expect(await find("../other/*.md")).toEqual(["../other/x.md"]);
		expect(await find(join(home, "other"))).toEqual(["../other/x.md"]);
	});

	// Once the signs of globs in a folder's name made its articles disappear.
	test.each(["posts (old)", "[posts]", "a{b}", "wow!"])(
		"a folder that is called %s",
		async (folder) => {
			put({ [`${folder}/x.md`]: "" });
			expect(await find(folder)).toEqual([`${folder}/x.md`]);
		},
	);

	test("one file", async () => {
		put({ "posts/x.md": "", "posts/y.md": "" });
		expect(await find("posts/x.md")).toEqual(["posts/x.md"]);
	});

	// Once `!` was taken for a glob of its own, which found everything else.
	test("what to leave out", async () => {
		put({ "posts/x.md": "", "posts/drafts/y.md": "", "other/z.md": "" });
		expect(await find("posts", "!posts/drafts")).toEqual(["posts/x.md"]);
		expect(await find("!**/drafts/**", "posts")).toEqual(["posts/x.md"]);
		expect(await find("posts", "!posts/x.md")).toEqual(["posts/drafts/y.md"]);
	});

	test.each(["missing", "missing/*.md", "MISSING.md"])(
		"a folder that does not exist: %s",
		async (folder) => {
			const failure = await find(folder).catch((error) => error);
			expect(failure).toBeInstanceOf(Failure);
			expect(failure).toMatchObject({
				status: 2,
				diagnostics: [
					{
						code: "articles-missing",
						message: `the folder of the articles does not exist: ${folder}`,
						hint: 'Make the folder, or write another one under "articles" in feed.config.json.',
						file: "feed.config.json",
					},
				],
			});
		},
	);
});

describe.skipIf(isWindows)("symbolic links", () => {
	beforeEach(() => put({ "articles/a.md": "A", "secret.md": "secret" }));

	test("to a file within the folder are read", async () => {
		link("a.md", "articles/b.md");
		put({ "articles/..c/d.md": "D" });
		expect(await readAll()).toEqual({
			"articles/a.md": "A",
			"articles/b.md": "A",
		});
		expect(said).toEqual([]);
	});

	test.each(["../secret.md", "/etc/hosts"])(
		"that lead out, to %s, are errors",
		async (target) => {
			link(target, "articles/b.md");
			expect(await readAll()).toEqual({
				"articles/a.md": "A",
				"articles/b.md": undefined,
			});
			expect(said).toEqual([
				{
					severity: "error",
					code: "link-outside",
					message:
						"the file is a symbolic link that leads out of the articles' folder",
					hint: "Put the file itself there.",
					file: "articles/b.md",
					line: 1,
				},
			]);
		},
	);

	test("that lead out by way of another are errors", async () => {
		link("../secret.md", "articles/one.txt");
		link("one.txt", "articles/two.md");
		expect(await readAll()).toMatchObject({ "articles/two.md": undefined });
		expect(said).toMatchObject([{ code: "link-outside" }]);
	});

	test.each([
		["themselves", "b.md"],
		["nowhere", "nothing.md"],
	])("to %s are errors", async (_, target) => {
		link(target, "articles/b.md");
		expect(await readAll()).toMatchObject({ "articles/b.md": undefined });
		expect(said).toMatchObject([
			{
				severity: "error",
				code: "file-unreadable",
				hint: "Check that it is there and that you may read it.",
				file: "articles/b.md",
			},
		]);
		expect(said[0]?.message).toMatch(
			/^the file cannot be read: E(?:LOOP|NOENT): [a-z ]+$/,
		);
	});

	test.each([
		["outside", ".."],
		["around them, which never ends", "."],
		["beside them", "../other"],
	])("to folders %s are not read, with a warning", async (_, target) => {
		put({ "other/c.md": "" });
		link(target, "articles/link");
		expect(await find()).toEqual(["articles/a.md"]);
		expect(said).toEqual([
			{
				severity: "warning",
				code: "link-folder",
				message: "this is a symbolic link to a folder, which is not read",
				hint: 'Name the folder itself under "articles", beside this one.',
				file: "articles/link",
			},
		]);
	});

	test("of no article's ending are nobody's business", async () => {
		link("../secret.md", "articles/b.txt");
		link("nowhere", "articles/c");
		expect(await find()).toEqual(["articles/a.md"]);
		expect(said).toEqual([]);
	});

	test("may be the folder itself", async () => {
		link("articles", "linked");
		expect(await readAll("linked")).toEqual({ "linked/a.md": "A" });
	});
});

describe("files that cannot be articles", () => {
	test("larger than 5 MiB are not read", async () => {
		const limit = 2 * 1024 * 1024;
		put({
			"articles/a.md": "x".repeat(limit),
			"articles/b.md": "x".repeat(limit + 1),
		});
		const texts = await readAll();
		expect(texts["articles/a.md"]).toHaveLength(limit);
		expect(texts["articles/b.md"]).toBeUndefined();
		expect(said).toEqual([
			{
				severity: "error",
				code: "file-too-large",
				message:
					"the file has 2097153 bytes, more than the 2097152 that an article may have",
				hint: "Split it, or move it out of the articles' folder.",
				file: "articles/b.md",
				line: 1,
			},
		]);
	});

	test.skipIf(isWindows)("pipes are not waited for", async () => {
		put({ "articles/a.md": "A" });
		const made = spawnSync("mkfifo", [join(root, "articles", "b.md")]);
		expect(made.status).toBe(0);
		expect(await readAll()).toEqual({
			"articles/a.md": "A",
			"articles/b.md": undefined,
		});
		expect(said).toMatchObject([
			{
				severity: "error",
				code: "file-irregular",
				message: "this is no regular file",
				file: "articles/b.md",
			},
		]);
	});

	const isRoot = process.getuid?.() === 0;
	test.skipIf(isWindows || isRoot)("those nobody may read", async () => {
		put({ "articles/a.md": "A" });
		chmodSync(join(root, "articles", "a.md"), 0);
		expect(await readAll()).toEqual({ "articles/a.md": undefined });
		expect(said).toMatchObject([
			{ message: "the file cannot be read: EACCES: permission denied" },
		]);
	});

	test.skipIf(isWindows || isRoot)("nor folders", async () => {
		put({ "articles/b/a.md": "A" });
		chmodSync(join(root, "articles", "b"), 0);
		const failure = await find().catch((error) => error);
		chmodSync(join(root, "articles", "b"), 0o700);
		expect(failure).toMatchObject({
			status: 74,
			diagnostics: [
				{
					code: "folder-unreadable",
					message: "the folder cannot be read: EACCES: permission denied",
					file: "articles/b",
				},
			],
		});
	});

	test("that went away in between", async () => {
		put({ "articles/a.md": "A" });
		const [source] = await list();
		rmSync(join(root, "articles", "a.md"));
		expect(source && readSource(source, report)).toBeUndefined();
		expect(said).toMatchObject([
			{
				code: "file-unreadable",
				message: "the file cannot be read: ENOENT: no such file or directory",
				file: "articles/a.md",
			},
		]);
	});
});

test("a long file and a short one after it do not mix", async () => {
	put({ "articles/a.md": "long ".repeat(1000), "articles/b.md": "short" });
	expect(await readAll()).toEqual({
		"articles/a.md": "long ".repeat(1000),
		"articles/b.md": "short",
	});
});

test("a file that is not UTF-8 is an error at its place", async () => {
	put({ "articles/a.md": Buffer.from("a\ncaf\xe9", "latin1") });
	expect(await readAll()).toEqual({ "articles/a.md": undefined });
	expect(said).toMatchObject([
		{ code: "encoding-invalid", file: "articles/a.md", line: 2, column: 4 },
	]);
});
