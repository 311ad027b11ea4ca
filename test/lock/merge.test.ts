/** Locks of two branches, merged by git itself: nothing that either of them remembers is lost. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createFolder, type Files, type Folder } from "../support/folder.ts";

const hasGit = spawnSync("git", ["--version"]).status === 0;
const title = hasGit ? "git merges" : "git merges (skipped: there is no git)";

const folders: Folder[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) folder.remove();
});

const config = {
	site: { url: "https://example.com/", title: "A site" },
	feeds: [
		{ path: "/", limit: 2, archive: { size: 2 } },
		{ path: "/tags/:tag/", each: "tag" },
	],
};

const post = (title: string, day: number, tag: string) =>
	`---\ntitle: ${title}\ndate: 2024-01-${String(day).padStart(2, "0")}\ntags: [${tag}]\n---\nThe text of ${title}.\n`;

/** Builds a site, with a lock that is there or a new one, and gives the lock's text. */
async function lockOf(files: Files, lock?: string): Promise<string> {
	const folder = createFolder(
		{ ...files, ...(lock && { "feeds.lock.json": lock }) },
		config,
	);
	folders.push(folder);
	const { status, diagnostics } = await folder.build(
		...(lock ? [] : ["--lock"]),
	);
	expect([
		status,
		diagnostics.filter((one) => one.severity === "error"),
	]).toEqual([0, []]);
	return folder.readLock() ?? "";
}

/** Three-way merge, with both sides' lines or with markers round them. */
function merge(base: string, ours: string, theirs: string, ...words: string[]) {
	const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
	try {
		const files = { base, ours, theirs };
		for (const [name, text] of Object.entries(files))
			writeFileSync(join(folder, name), text);
		spawnSync("git", ["merge-file", ...words, "ours", "base", "theirs"], {
			cwd: folder,
		});
		return readFileSync(join(folder, "ours"), "utf8");
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** What a person does who follows the hint. */
const dropMarkers = (text: string) =>
	text
		.split("\n")
		.filter((line) => !/^(?:<{7}|={7}|>{7})/.test(line))
		.join("\n");

const idsOf = (lock: string) =>
	new Map<string, string>(
		JSON.parse(lock)
			.published.filter(({ feed }: { feed?: string }) => feed === undefined)
			.map(({ title, id }: Record<string, string>) => [title, id]),
	);

const base: Files = Object.fromEntries(
	[1, 2, 3, 4, 5, 6, 7].map((day) => [
		`articles/p${day}.md`,
		post(`Post ${day}`, day, "a"),
	]),
);

const withUnion = (...locks: [string, string, string]) =>
	merge(...locks, "--union");
const byHand = (...locks: [string, string, string]) =>
	dropMarkers(merge(...locks));

describe.skipIf(!hasGit)(title, () => {
	test.for([
		["with merge=union", withUnion],
		["by hand, as the hint says", byHand],
	] as const)("%s", { timeout: 60_000 }, async ([, mergeLocks]) => {
		const start = await lockOf(base);
		for (let round = 0; round < 12; round++) {
			const ours = {
				...base,
				[`articles/m${round}.md`]: post(`Ours ${round}`, 10 + round, "bb"),
				[`articles/n${round}.md`]: post(`Also ours ${round}`, 2, `c${round}`),
			};
			const theirs = {
				...base,
				[`articles/s${round}.md`]: post(`Theirs ${round}`, 11 + round, "aa"),
				"articles/p3.md": post("Post 3 edited", 3, "a"),
			};
			const ourLock = await lockOf(ours, start);
			// A file that moves on one branch keeps its id after the merge.
			const { [`articles/m${round}.md`]: moved = "", ...rest } = ours;
			const movedOurs = { ...rest, "articles/first.md": moved };
			const lastLock = await lockOf(movedOurs, ourLock);
			const theirLock = await lockOf(theirs, start);
			const merged = mergeLocks(start, lastLock, theirLock);
			const next = await lockOf(
				{
					...theirs,
					...movedOurs,
					"articles/p3.md": theirs["articles/p3.md"] ?? "",
				},
				merged,
			);
			const ids = idsOf(next);
			for (const lock of [ourLock, theirLock])
				for (const [title, id] of idsOf(lock))
					if (title !== "Post 3")
						expect([title, ids.get(title)]).toEqual([title, id]);
			expect(ids.get("Post 3 edited")).toBe("https://example.com/p3/");
			const numbers = JSON.parse(next).published.flatMap(
				({ number }: { number?: number }) => number ?? [],
			);
			expect(new Set(numbers).size).toBe(numbers.length);
			expect(numbers).toHaveLength(10);
		}
	});

	test("markers are an error that says what to do, and change nothing", async () => {
		const start = await lockOf(base);
		const edit = (words: string) => ({
			...base,
			"articles/p3.md": post(words, 3, "a"),
		});
		const conflict = merge(
			start,
			await lockOf(edit("One"), start),
			await lockOf(edit("Other"), start),
		);
		expect(conflict).toContain("<<<<<<<");
		const folder = createFolder(
			{ ...base, "feeds.lock.json": conflict },
			config,
		);
		folders.push(folder);
		const { status, diagnostics } = await folder.build();
		expect(status).toBe(2);
		expect(diagnostics).toMatchObject([
			{ code: "lock-conflict", file: "feeds.lock.json" },
		]);
		expect(folder.readLock()).toBe(conflict);
		expect(folder.read()).toEqual({});
	});
});
