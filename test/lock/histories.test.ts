/**
 * What holds for any history of a site: articles come, change, move, go and come back, branches are merged, the configuration
 * changes; no id is ever changed or used again, archives stay as they are, and whoever follows them has everything once.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readAtom, readJson, readRss } from "../support/feed-reader.ts";
import { createFolder, type Folder } from "../support/folder.ts";
import { findAll, findOne, readXml } from "../support/xml-reader.ts";

/** What a person would call one article, whatever happens to its file. */
interface Post {
	/** Never changes. */
	readonly name: number;
	path: string;
	title: string;
	/** Days after 2020-01-01. */
	day: number;
	body: string;
	isThere: boolean;
}

interface State {
	readonly posts: Post[];
	config: { url: string; permalink: string; timeZone: string; limit: number };
	lock: string | undefined;
}

const words =
	"amber basin cedar delta ember fjord grove heron inlet jetty knoll lagoon marsh north otter pine quarry reed shoal tide umber vale willow yarrow zephyr".split(
		" ",
	);

/** A text that no other post has: long enough to be known by, or just a few words. */
function writeBody(name: number, isLong: boolean): string {
	const length = isLong ? 120 : 3;
	let seed = name * 2_654_435_761 + 1;
	return Array.from({ length }, () => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
		return words[(seed >>> 16) % words.length];
	}).join(" ");
}

const dateOf = (day: number) =>
	new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);

const writePost = ({ title, day, body }: Post) =>
	`---\ntitle: ${title}\ndate: ${dateOf(day)}\n---\n${body}\n`;

type Step =
	| { readonly do: "add"; readonly day: number; readonly isLong: boolean }
	| {
			readonly do: "edit" | "retitle" | "rename" | "rename and edit" | "delete";
			readonly which: number;
	  }
	| { readonly do: "restore"; readonly which: number }
	| { readonly do: "replace"; readonly which: number; readonly day: number }
	| { readonly do: "config"; readonly key: number };

const anyWhich = fc.nat(1000);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant("add" as const),
			day: fc.nat(900),
			isLong: fc.boolean(),
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constantFrom(
				"edit" as const,
				"retitle" as const,
				"rename" as const,
				"rename and edit" as const,
				"delete" as const,
			),
			which: anyWhich,
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant("restore" as const),
			which: anyWhich,
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant("replace" as const),
			which: anyWhich,
			day: fc.nat(900),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant("config" as const),
			key: fc.nat(3),
		}),
	},
);

/** Does a step, and gives the names of the posts that it touched; undefined where every document may change. */
function take(state: State, step: Step, nextName: () => number) {
	const { posts, config } = state;
	const pick = (which: number, isThere: boolean) => {
		const some = posts.filter((post) => post.isThere === isThere);
		return some.length > 3 || !isThere ? some[which % some.length] : undefined;
	};
	const add = (day: number, isLong: boolean, path?: string) => {
		const name = nextName();
		posts.push({
			name,
			path: path ?? `post-${name}.md`,
			title: `Post ${name}`,
			day,
			body: writeBody(name, isLong),
			isThere: true,
		});
		return [name];
	};
	if (step.do === "add") return add(step.day, step.isLong);
	if (step.do === "config") {
		if (step.key === 0)
			config.url = config.url.replace(
				/\d*\.org/,
				(end) => `${(Number.parseInt(end, 10) || 0) + 1}.org`,
			);
		if (step.key === 1)
			config.permalink =
				config.permalink === "/:slug/" ? "/posts/:slug/" : "/:slug/";
		if (step.key === 2)
			config.timeZone = config.timeZone === "UTC" ? "Asia/Tokyo" : "UTC";
		if (step.key === 3) config.limit = config.limit === 3 ? 5 : 3;
		return undefined;
	}
	const post = pick(step.which, step.do !== "restore");
	if (post === undefined) return [];
	const rename = () => {
		// A number that no post has.
		post.path = `moved/post-${nextName()}.md`;
	};
	if (step.do === "edit" || step.do === "rename and edit")
		post.body += " edited again";
	if (step.do === "retitle") post.title += " anew";
	if (step.do === "rename" || step.do === "rename and edit") rename();
	if (step.do === "delete") post.isThere = false;
	if (step.do === "restore") post.isThere = true;
	if (step.do === "replace") {
		const { path } = post;
		rename();
		return [post.name, ...add(step.day, true, path)];
	}
	return [post.name];
}

interface Built {
	/** Ids by the posts' names. */
	readonly ids: ReadonlyMap<number, string>;
	/** Texts of archives by their path, without the links to the next ones. */
	readonly archives: ReadonlyMap<string, string>;
}

const size = 2;

const nameOf = (content: string | undefined) => content ?? "";

/** Follows a feed from its current document to its oldest one. */
function follow(
	files: Readonly<Record<string, string>>,
	start: string,
	siteUrl: string,
	read: (text: string) => {
		readonly ids: readonly string[];
		readonly older: string | undefined;
	},
): string[] {
	const ids: string[] = [];
	const seen = new Set<string>();
	for (let path: string | undefined = start; path !== undefined; ) {
		expect(seen).not.toContain(path);
		seen.add(path);
		const document = read(files[path] ?? "");
		ids.push(...document.ids);
		path = document.older?.slice(siteUrl.length);
	}
	const documents = Object.keys(files).filter(
		(path) => path === start || path.endsWith(`/${start}`),
	);
	expect([...seen].sort()).toEqual(documents.sort());
	return ids;
}

function readXmlLinks(text: string, rel: string): string | undefined {
	const root = readXml(text);
	const head = findOne(root, "channel") ?? root;
	return findAll(head, "atom:link").find(
		({ attributes }) => attributes.rel === rel,
	)?.attributes.href;
}

const idsOf = (feed: { items: readonly { id: string | undefined }[] }) =>
	feed.items.map(({ id }) => id ?? "");

async function build(folder: Folder, state: State): Promise<Built> {
	const { url, permalink, timeZone, limit } = state.config;
	folder.clear();
	folder.write({
		"feed.config.json": JSON.stringify({
			site: { url, title: "A site", timeZone },
			permalink,
			feeds: [{ path: "/", limit, archive: { size } }],
		}),
		...Object.fromEntries(
			state.posts
				.filter(({ isThere }) => isThere)
				.map((post) => [`articles/${post.path}`, writePost(post)]),
		),
		...(state.lock === undefined ? {} : { "feeds.lock.json": state.lock }),
	});
	const words = state.lock === undefined ? ["--lock"] : [];
	const { status, diagnostics } = await folder.build(...words);
	expect([
		status,
		diagnostics.filter(({ severity }) => severity !== "info"),
	]).toEqual([0, []]);
	state.lock = readFileSync(join(folder.path, "feeds.lock.json"), "utf8");
	const files = folder.read();
	const there = state.posts.filter(({ isThere }) => isThere);
	const byRss = follow(files, "rss.xml", url, (text) => ({
		ids: idsOf(readRss(text)),
		older: readXmlLinks(text, "prev-archive"),
	}));
	const byAtom = follow(files, "atom.xml", url, (text) => ({
		ids: idsOf(readAtom(text)),
		older: readXmlLinks(text, "prev-archive"),
	}));
	const byJson = follow(files, "feed.json", url, (text) => ({
		ids: idsOf(readJson(text)),
		older: JSON.parse(text).next_url,
	}));
	expect(byAtom).toEqual(byRss);
	expect(byJson).toEqual(byRss);
	expect(byRss).toHaveLength(there.length);
	expect(new Set(byRss).size).toBe(there.length);
	const texts = Object.entries(files).filter(([path]) => path.endsWith("json"));
	const items = texts.flatMap(([, text]) => readJson(text).items);
	const ids = new Map(
		there.map(({ name, body }) => {
			const item = items.find(({ content }) => content === `<p>${body}</p>`);
			return [name, nameOf(item?.id)];
		}),
	);
	const archives = new Map(
		Object.entries(files)
			.filter(([path]) => path.startsWith("archive/"))
			.map(([path, text]) => [
				path,
				text.replace(/\n.*rel="next-archive".*/, ""),
			]),
	);
	return { ids, archives };
}

/** Merges two locks as git does by `merge=union`: lines that both sides have changed stand twice. */
function mergeLocks(base: string, ours: string, theirs: string): string {
	const listOf = (text: string) =>
		text
			.split("\n")
			.filter((line) => line.startsWith("    {"))
			.map((line) => line.replace(/,$/, ""));
	const [before, own, other] = [base, ours, theirs].map(
		(text) => new Set(listOf(text)),
	);
	const merged = new Set([...(own ?? []), ...(other ?? [])]);
	for (const line of before ?? [])
		if (!own?.has(line) || !other?.has(line)) merged.delete(line);
	const [head = ""] = ours.split("\n    {", 1);
	return `${head}\n${[...merged].join(",\n")}\n  ]\n}\n`;
}

function check(
	known: Map<number, string>,
	before: Built | undefined,
	after: Built,
	touched: readonly number[] | undefined,
): void {
	for (const [name, id] of after.ids) {
		expect([name, known.get(name) ?? id]).toEqual([name, id]);
		known.set(name, id);
	}
	expect(new Set(known.values()).size).toBe(known.size);
	if (before === undefined || touched === undefined) return;
	const ids = touched.map((name) => known.get(name) ?? "none");
	for (const [path, text] of before.archives) {
		const now = after.archives.get(path);
		if (now === text) continue;
		const isTouched = ids.some((id) => `${text}${now}`.includes(id));
		expect([path, isTouched, now]).toEqual([path, true, now]);
	}
}

const copy = <T>(value: T): T => structuredClone(value);

async function live(
	steps: readonly Step[],
	branches: readonly [readonly Step[], readonly Step[]],
	later: readonly Step[],
): Promise<void> {
	const folder = createFolder({}, {});
	try {
		let last = 0;
		const nextName = () => ++last;
		const known = new Map<number, string>();
		const state: State = {
			posts: [],
			config: {
				url: "https://site.org/",
				permalink: "/:slug/",
				timeZone: "UTC",
				limit: 3,
			},
			lock: undefined,
		};
		for (let day = 0; day < 5; day++)
			take(state, { do: "add", day, isLong: day % 2 === 0 }, nextName);
		let built = await build(folder, state);
		check(known, undefined, built, undefined);
		const run = async (state: State, steps: readonly Step[], start: Built) => {
			let built = start;
			const all = new Set<number>();
			for (const step of steps) {
				const touched = take(state, step, nextName);
				const next = await build(folder, state);
				check(known, built, next, touched);
				for (const name of touched ?? []) all.add(name);
				built = next;
			}
			return { built, touched: [...all] };
		};
		({ built } = await run(state, steps, built));
		// Two branches, of which one only adds; git can merge nothing else without help.
		const theirs = copy(state);
		const base = state.lock ?? "";
		const ours = await run(state, branches[0], built);
		const other = await run(theirs, branches[1], built);
		for (const post of theirs.posts)
			if (!state.posts.some(({ name }) => name === post.name))
				state.posts.push(post);
		state.lock = mergeLocks(base, state.lock ?? "", theirs.lock ?? "");
		const merged = await build(folder, state);
		check(known, ours.built, merged, [...ours.touched, ...other.touched]);
		await run(state, later, merged);
	} finally {
		folder.remove();
	}
}

const anyAdding = fc.record({
	do: fc.constant("add" as const),
	day: fc.nat(900),
	isLong: fc.boolean(),
});

test("no id is changed or used again, and archives hold everything once and stay as they are", {
	timeout: 300_000,
}, async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(anyStep, { maxLength: 10 }),
			fc.tuple(
				fc.array(anyStep, { maxLength: 3 }),
				fc.array(anyAdding, { maxLength: 3 }),
			),
			fc.array(anyStep, { maxLength: 4 }),
			live,
		),
		{
			numRuns: Number(process.env.FEEDWRIGHT_HISTORIES ?? 12),
			seed: 20_261_128,
		},
	);
});
