import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { KeptArchive } from "../../src/archive-memory.ts";
import { openArchiveCache } from "../../src/disk/archive-cache.ts";

let root: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "feedwright-"));
	mkdirSync(join(root, "dist"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const around = { program: "1", stampOf: () => "x" };
const open = () =>
	openArchiveCache(join(root, "cache"), join(root, "dist"), around);
const file = () => join(root, "dist", "a.xml");

const archive: KeptArchive = {
	digest: "d",
	links: [
		[
			["b.md", "https://example.com/b/"],
			["c.md", null],
		],
	],
	documents: [
		{
			path: "a.xml",
			format: "rss",
			url: "https://example.com/a.xml",
			items: 1,
			bytes: 1,
			hash: "h",
		},
	],
};

function keep(): void {
	writeFileSync(file(), "a");
	const cache = open();
	cache.keep("/a/", archive);
	cache.save();
}

test("gives back what was kept, while its files are as they were left", () => {
	keep();
	expect(open().recall("/a/")).toMatchObject(archive);
	expect(open().recall("/b/")).toBeUndefined();
});

test("gives nothing where a file is gone or has changed", () => {
	keep();
	writeFileSync(file(), "other");
	expect(open().recall("/a/")).toBeUndefined();
	rmSync(file());
	expect(open().recall("/a/")).toBeUndefined();
});

test("writes nothing where nothing has changed, and forgets what is no longer asked for", () => {
	keep();
	const stored = join(root, "cache", "archives.json");
	const { ino } = statSync(stored);
	const same = open();
	same.recall("/a/");
	same.save();
	expect(statSync(stored).ino).toBe(ino);
	open().save();
	expect(open().recall("/a/")).toBeUndefined();
});

test("a broken cache is none, and a disk that refuses is no mistake", () => {
	mkdirSync(join(root, "cache"));
	writeFileSync(join(root, "cache", "archives.json"), "{");
	expect(open().recall("/a/")).toBeUndefined();
	rmSync(join(root, "cache"), { recursive: true });
	writeFileSync(join(root, "cache"), "a file");
	keep();
	expect(existsSync(join(root, "cache", "archives.json"))).toBe(false);
});
