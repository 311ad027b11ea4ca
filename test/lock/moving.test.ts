/** A site of 200 articles that changes everything but its articles, one thing after the other: nothing is ever shown twice. */

import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFeeds } from "../support/feed-reader.ts";
import { createFolder, type Folder } from "../support/folder.ts";
import { hasNewsboat, Newsboat } from "../support/newsboat.ts";

const numbers = Array.from({ length: 200 }, (_, index) => index + 1);

/** What stays the same of an article whatever is done to its file. */
const write = (number: number, date: string) =>
	`---\ntitle: Article ${number}\ndate: ${date}\ntags: [all]\n---\nThe text of number ${number}, as it was and [is](/other/).\n`;

const dateOf = (number: number) =>
	new Date(Date.UTC(2020, 0, 1, 12 + number * 24)).toISOString().slice(0, 16);

/** Each step is what one commit of the author changes. */
const steps: readonly {
	readonly name: string;
	readonly path?: (number: number) => string;
	readonly config?: object;
	readonly site?: object;
}[] = [
	{ name: "as it was first published" },
	{
		name: "every file renamed",
		path: (number) => `${number % 7}/renamed-${number}.md`,
	},
	{ name: "another permalink pattern", config: { permalink: "/p/:slug.html" } },
	{ name: "another domain", site: { url: "http://www.moved.example/blog/" } },
	{ name: "https", site: { url: "https://www.moved.example/blog/" } },
	{ name: "another time zone", site: { timeZone: "Asia/Tokyo" } },
	{
		name: "every file renamed again, in folders by year",
		path: (number) => `${dateOf(number).slice(0, 4)}/${number}.markdown`,
	},
];

let folder: Folder;
let newsboat: Newsboat | undefined;

beforeAll(async () => {
	folder = createFolder({}, {});
	if (hasNewsboat) newsboat = await Newsboat.open();
});
afterAll(async () => {
	folder.remove();
	await newsboat?.close();
});

const site = { url: "http://first.example/", title: "Two hundred" };
let state = {
	path: (number: number) => `article-${number}.md`,
	config: {
		feeds: [{ path: "/", limit: false }],
	},
	site,
};

const ids: (readonly (string | undefined)[])[] = [];

/** Lays the site out anew, as it is in its present state. */
function layOut(lock: string | undefined): void {
	folder.clear();
	folder.write({
		"feed.config.json": JSON.stringify({ ...state.config, site: state.site }),
		...(lock === undefined ? {} : { "feeds.lock.json": lock }),
		...Object.fromEntries(
			numbers.map((number) => [
				`articles/${state.path(number)}`,
				write(number, dateOf(number)),
			]),
		),
	});
}

test.for(steps)("$name", { timeout: 120_000 }, async (step, { annotate }) => {
	state = {
		path: step.path ?? state.path,
		config: { ...state.config, ...step.config },
		site: { ...state.site, ...step.site },
	};
	const lock = folder.readLock();
	const old = folder.read();
	layOut(lock);
	if (lock !== undefined) {
		const { status, stdout } = await folder.run(
			"diff --against dist --reporter json --now 2025-01-01T00:00:00Z".split(
				" ",
			),
		);
		expect(status).toBe(0);
		const { diff } = JSON.parse(stdout);
		expect(diff).toHaveLength(3);
		for (const one of diff)
			expect(one).toMatchObject({
				new: [],
				shownAgain: [],
				idReused: [],
				gone: [],
				reordered: [],
			});
	}
	const built = await folder.build(lock === undefined ? "--lock" : "--strict");
	expect(built.status).toBe(0);
	expect(built.lock?.articles).toBe(200);
	const { rss, atom, json } = readFeeds(folder.read());
	const now = [rss, atom, json].map(({ items }) => items.map(({ id }) => id));
	expect(now[0]).toHaveLength(200);
	ids.push(...now);
	for (const one of ids) expect(one).toEqual(ids[0]);
	if (newsboat === undefined) {
		await annotate("newsboat is not installed, so it was not asked");
		return;
	}
	const known = now[0]?.map((id) => id ?? "") ?? [];
	const news = await newsboat.load(join(folder.path, "dist"), known);
	const expected = Object.keys(old).length === 0 ? 200 : 0;
	expect(news).toEqual({ "rss.xml": expected, "atom.xml": expected });
});

test("without the lock all of it would be shown again", async () => {
	layOut(undefined);
	const words = ["--reporter", "json", "--now", "2025-01-01T00:00:00Z"];
	const diff = await folder.run(["diff", "--against", "dist", ...words]);
	expect(diff.status).toBe(1);
	for (const { shownAgain } of JSON.parse(diff.stdout).diff)
		expect(shownAgain).toHaveLength(200);
	const before = folder.read();
	const refused = await folder.build("--against", "dist");
	expect(refused.status).toBe(1);
	expect(refused.diagnostics.map(({ code }) => code)).toContain("shown-again");
	expect(folder.read()).toEqual(before);
	expect((await folder.build()).status).toBe(0);
	const news = await newsboat?.load(join(folder.path, "dist"), []);
	if (news !== undefined)
		expect(news).toEqual({ "rss.xml": 200, "atom.xml": 200 });
});
