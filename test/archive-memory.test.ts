/** A build that remembers archives gives what one gives that does not, and looks only at those that have changed. */

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { ArchiveMemory, KeptArchive } from "../src/archive-memory.ts";
import { build } from "../src/build.ts";
import { checkConfig } from "../src/config/check.ts";
import { settleSettings } from "../src/config/settings.ts";
import { emptyLock, type Lock } from "../src/lock/lock.ts";
import { createGenerator } from "./support/articles.ts";

type Texts = Record<string, string>;

const base = {
	site: { url: "https://example.com/", title: "A site" },
	feeds: [{ path: "/", limit: 2, archive: { size: 2 } }],
};

function settle(config: object) {
	const checked = checkConfig(config, "/");
	if (!("config" in checked)) throw new Error("a wrong configuration");
	return settleSettings(checked.config, createGenerator(), {
		workingDirectory: "/",
		root: "/",
		file: "feed.config.json",
	});
}

const hashOf = (text: string) =>
	createHash("sha256").update(text).digest("hex");

/** Builds a site of texts, and says which of them were read to be rendered. */
async function run(
	texts: Texts,
	lock: Lock,
	memory: ArchiveMemory | undefined,
	config: object = base,
) {
	const files = Object.keys(texts).sort();
	const sources = files.map((path) => ({ file: `articles/${path}`, path }));
	const rendered: string[] = [];
	const take = (file: string) => texts[file.slice("articles/".length)];
	const said: string[] = [];
	const result = await build(settle(config), sources, {
		now: Date.UTC(2025, 0, 1),
		keepGoing: false,
		findLength: () => undefined,
		lock: { lock, mode: "accept", file: "feeds.lock.json" },
		readHead: ({ file }) => take(file),
		readText(file) {
			rendered.push(file);
			return take(file);
		},
		archives: memory,
		reportArticle: ({ code, severity }) => {
			if (severity !== "info") said.push(code);
		},
		reportFeeds: ({ code }) => said.push(code),
		pause: () => undefined,
	});
	return {
		hashes: Object.fromEntries(
			result.documents.map(({ path, hash, bytes, items }) => [
				path,
				[hash, bytes, items],
			]),
		),
		lock: result.lock?.lock ?? lock,
		rendered: new Set(rendered.map((file) => file.slice("articles/".length))),
		documents: result.documents,
		said,
	};
}

/** Remembers in a map; what a file holds is its state. */
function createMemory(texts: () => Texts): ArchiveMemory & {
	program: string;
	readonly archives: Map<string, KeptArchive>;
} {
	const archives = new Map<string, KeptArchive>();
	return {
		archives,
		program: "1",
		stampOf: (file) => hashOf(texts()[file.slice("articles/".length)] ?? ""),
		recall: (path) => archives.get(path),
		keep: (path, archive) => archives.set(path, archive),
	};
}

const write = (title: string, day: string, body = `Text of ${title}.`) =>
	`---\ntitle: ${title}\ndate: 2024-01-${day}\n---\n${body}\n`;

const start: Texts = {
	"1.md": write("One", "01"),
	"2.md": write("Two", "02", "See [four](4.md)."),
	"3.md": write("Three", "03"),
	"4.md": write("Four", "04"),
	"5.md": write("Five", "05"),
	"6.md": write("Six", "06"),
	"7.md": write("Seven", "07"),
};

/** What is changed after a first build, and the files that are then rendered beside the two newest. */
const changes: readonly [string, Texts, readonly string[], object?][] = [
	["nothing", {}, []],
	["a text", { "3.md": write("Three", "03", "Edited.") }, ["3.md", "4.md"]],
	["a title", { "1.md": write("First", "01") }, ["1.md", "2.md"]],
	[
		"the address of an article that another one links to",
		{ "4.md": write("Four", "04\nslug: vier") },
		["1.md", "2.md", "3.md", "4.md"],
	],
	[
		"an article that closes a range",
		{ "8.md": write("Eight", "08") },
		["3.md", "4.md"],
	],
	[
		"the site's title",
		{},
		["1.md", "2.md", "3.md", "4.md", "5.md"],
		{ ...base, site: { ...base.site, title: "Another" } },
	],
];

test.for(changes)("%s", async ([, change, expected, config]) => {
	let texts = start;
	const memory = createMemory(() => texts);
	const first = await run(texts, emptyLock, memory);
	expect(first.hashes).toEqual((await run(texts, emptyLock, undefined)).hashes);
	expect([...memory.archives.keys()]).toEqual([
		"/archive/1-2/",
		"/archive/3-4/",
	]);
	texts = { ...start, ...change };
	if (config !== undefined) memory.program = "2";
	const plain = await run(texts, first.lock, undefined, config);
	const next = await run(texts, first.lock, memory, config);
	expect(next.hashes).toEqual(plain.hashes);
	expect(next.lock).toEqual(plain.lock);
	const archived = [...next.rendered].filter((path) => path < "5.md").sort();
	expect(archived).toEqual(expected.filter((path) => path < "5.md"));
	for (const { text, hash } of next.documents)
		if (text !== undefined) expect(hashOf(text)).toBe(hash);
});

test("what complains is rendered each time, so that it complains each time", async () => {
	const texts = {
		...start,
		"1.md": write("One", "01", "See [nothing](99.md)."),
	};
	const memory = createMemory(() => texts);
	const first = await run(texts, emptyLock, memory);
	expect(first.said).toEqual(["link-unresolved"]);
	expect([...memory.archives.keys()]).toEqual(["/archive/3-4/"]);
	const second = await run(texts, first.lock, memory);
	expect(second.said).toEqual(["link-unresolved"]);
	expect(second.hashes).toEqual(first.hashes);
});
