import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Article } from "../../src/article.ts";
import { openArticleCache } from "../../src/disk/article-cache.ts";
import type { SourceFile } from "../../src/disk/sources.ts";
import { createArticle } from "../support/articles.ts";

let root: string;
let files: SourceFile[];

/** Fewer articles have no cache. */
const count = 500;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "feedwright-"));
	mkdirSync(join(root, "articles"));
	files = Array.from({ length: count }, (_, index) => {
		const path = `a${index}.md`;
		const absolute = join(root, "articles", path);
		writeFileSync(absolute, `article ${index}`);
		const folder = join(root, "articles");
		const file = `articles/${path}`;
		return { absolute, file, path, place: file, folder, isLink: false };
	});
	// A file that has just been written is not remembered yet.
	vi.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
});

afterEach(() => {
	vi.restoreAllMocks();
	rmSync(root, { recursive: true, force: true });
});

const at = (index: number) => files[index] as SourceFile;

const describeArticle = ({ file, path, place }: SourceFile): Article =>
	createArticle({
		file,
		path,
		place,
		id: `https://example.com/${path}`,
		url: `https://example.com/${path}`,
		slug: path,
		date: 1,
		updated: 2,
		authors: [{ name: "Ann" }],
		categories: ["b"],
		section: "c",
		tags: ["a"],
	});

function open(cache: boolean | string = true, program: unknown = "one") {
	return openArticleCache({ root, cache }, files, program);
}

/** Reads all files anew and remembers them. */
function fill(cache = open()): void {
	for (const source of files) {
		expect(cache?.recall(source)).toBeUndefined();
		cache?.see(source, statSync(source.absolute));
		cache?.keep(source, describeArticle(source));
	}
	cache?.save();
}

const stored = () => join(root, ".feedwright", "articles.json");

describe("the cache of articles", () => {
	test("gives back what was kept, under the file's present name", () => {
		fill();
		const renamed = {
			...at(0),
			file: "elsewhere/articles/a0.md",
			place: "elsewhere/a0.md",
		};
		expect(open()?.recall(renamed)).toEqual(describeArticle(renamed));
	});

	test.each(["draft", "page"] as const)("remembers a %s", (reading) => {
		const cache = open();
		cache?.see(at(0), statSync(at(0).absolute));
		cache?.keep(at(0), reading);
		cache?.save();
		expect(open()?.recall(at(0))).toBe(reading);
	});

	test("forgets a file that has changed", () => {
		fill();
		writeFileSync(at(0).absolute, "ARTICLE 0");
		const cache = open();
		expect(cache?.recall(at(0))).toBeUndefined();
		expect(cache?.recall(at(1))).toEqual(describeArticle(at(1)));
	});

	test("forgets a file that is gone, and stays as it is while nothing changes", () => {
		fill();
		const before = readFileSync(stored(), "utf8");
		const same = open();
		for (const source of files) same?.recall(source);
		same?.save();
		expect(readFileSync(stored(), "utf8")).toBe(before);
		const fewer = open();
		for (const source of files.slice(1)) fewer?.recall(source);
		fewer?.save();
		expect(readFileSync(stored(), "utf8")).not.toContain('"articles/a0.md"');
	});

	test("is another program's, another configuration's or broken: nothing is taken", () => {
		fill();
		expect(open(true, "two")?.recall(at(0))).toBeUndefined();
		writeFileSync(stored(), '{"fingerprint":');
		expect(open()?.recall(at(0))).toBeUndefined();
		writeFileSync(stored(), "null");
		expect(open()?.recall(at(0))).toBeUndefined();
	});

	test("keeps no file that was written a moment ago, no link and no article with enclosures", () => {
		const link = { ...at(1), isLink: true };
		const cache = open();
		cache?.see(link, statSync(link.absolute));
		cache?.keep(link, describeArticle(link));
		cache?.see(at(2), statSync(at(2).absolute));
		const attachment = { src: "a", url: "https://a.example/", complain() {} };
		cache?.keep(at(2), {
			...describeArticle(at(2)),
			attachments: [attachment],
		});
		vi.restoreAllMocks();
		const now = open();
		now?.see(at(0), statSync(at(0).absolute));
		now?.keep(at(0), describeArticle(at(0)));
		cache?.save();
		now?.save();
		vi.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
		for (const source of [at(0), link, at(2)])
			expect(open()?.recall(source)).toBeUndefined();
	});

	test("is not there for few articles, nor when it is not wanted", () => {
		expect(open(false)).toBeUndefined();
		const few = files.slice(1);
		expect(openArticleCache({ root, cache: true }, few, "")).toBeUndefined();
	});

	test("lies in node_modules, in a folder of its own that Git leaves out, or where it is told", () => {
		fill();
		const own = join(root, ".feedwright", ".gitignore");
		expect(readFileSync(own, "utf8")).toBe("*\n");
		fill(open("my/cache"));
		expect(existsSync(join(root, "my/cache/articles.json"))).toBe(true);
		mkdirSync(join(root, "node_modules"));
		fill();
		const shared = join(root, "node_modules/.cache/feedwright/articles.json");
		expect(existsSync(shared)).toBe(true);
	});

	test("does without itself where the disk refuses", () => {
		writeFileSync(join(root, ".feedwright"), "a file");
		fill();
		expect(open()?.recall(at(0))).toBeUndefined();
	});
});
