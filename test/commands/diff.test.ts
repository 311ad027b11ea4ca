import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Folder, readFiles } from "../support/folder.ts";
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
	writeAtom,
	writeJson,
	writeRss,
} from "./site.ts";

/** As feedwright publishes the articles, with the addresses as ids. */
const sameItems: readonly Item[] = oldItems.map((item) => ({
	...item,
	id: item.url ?? "",
}));

const nothing = "0 new, 0 changed, 0 shown again, 0 gone, 0 reordered";

const again = (source: string, count = "4 articles") =>
	`error  subscribers of ${source} would see ${count} again, or never\n  feedwright diff says which; feedwright adopt, the published feed and --lock take over the ids by which they are known.\n\n1 error; nothing was written\n`;

const shownAgain = `  shown again  Dog: old-4 → https://x.org/dog/
  shown again  Cat: old-3 → https://x.org/cat/
  shown again  Bee: old-2 → https://x.org/bee/
  shown again  Ant: old-1 → https://x.org/ant/
`;

/** An old feed of which one item is gone, one has another title, and two are yet to come. */
const mixed = writeRss([
	{ ...sameItems[1], id: "https://x.org/cat/", title: "The Cat" },
	{ ...sameItems[2], id: "https://x.org/bee/" },
	{
		id: "https://x.org/eel/",
		url: "https://x.org/eel/",
		title: "Eel",
		date: "2023-01-02",
	},
]);

describe("diff says what subscribers will see", () => {
	test("nothing, where nothing changes", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(sameItems) });
		expect(await check(folder, ["diff", "--against", "old.xml"])).toBe(
			`/rss.xml against old.xml : ${nothing}\n`,
		);
		expect(existsSync(join(folder.path, "dist"))).toBe(false);
	});

	test("what is new, changed and gone, which is no error", async () => {
		const folder = open({ ...articles, "old.xml": mixed });
		expect(await check(folder, ["diff", "--against", "old.xml"])).toBe(
			`/rss.xml against old.xml : 2 new, 1 changed, 0 shown again, 1 gone, 0 reordered
  new  2024-01-04  Dog  https://x.org/dog/
  new  2024-01-01  Ant  https://x.org/ant/
  changed  Cat: title
  gone  2023-01-02  Eel  https://x.org/eel/
`,
		);
	});

	test("what is shown again, which is an error", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		expect(await launch(folder, ["diff", "--against", "old.xml"])).toEqual({
			status: 1,
			stdout: `/rss.xml against old.xml : 0 new, 0 changed, 4 shown again, 0 gone, 0 reordered\n${shownAgain}`,
			stderr: again("old.xml"),
		});
	});

	test("one that is shown again", async () => {
		const items = [...sameItems.slice(0, 3), ...oldItems.slice(3)];
		const folder = open({ ...articles, "old.xml": writeRss(items) });
		const { stderr } = await launch(folder, ["diff", "--against", "old.xml"]);
		expect(stderr).toBe(again("old.xml", "1 article"));
	});

	test("another article under the id of an old one, which is an error", async () => {
		const folder = open({
			...articles,
			"articles/dog.md": article("Dog", "2024-01-04", "id: old-4\n"),
			"old.xml": writeRss([
				{
					id: "old-4",
					url: "https://x.org/yak/",
					title: "Yak",
					date: "2020-05-05",
				},
			]),
		});
		const { status, stdout, stderr } = await launch(folder, [
			...["diff", "--against", "old.xml"],
		]);
		expect(stdout).toContain(
			"  hidden by a reused id  Dog: it has the id of Yak\n",
		);
		expect([status, stderr]).toEqual([1, again("old.xml", "1 article")]);
	});

	test("to programs", async () => {
		const folder = open({ ...articles, "old.xml": mixed });
		const json = await check(folder, [
			...["diff", "--against", "old.xml", "--reporter", "json"],
		]);
		const item = (name: string, title: string, date: string) => ({
			id: `https://x.org/${name}/`,
			url: `https://x.org/${name}/`,
			title,
			published: `${date}T00:00:00.000Z`,
		});
		expect(JSON.parse(json)).toMatchObject({
			feeds: [],
			removed: [],
			diagnostics: [],
			diff: [
				{
					feed: "/rss.xml",
					against: "old.xml",
					new: [
						item("dog", "Dog", "2024-01-04"),
						item("ant", "Ant", "2024-01-01"),
					],
					changed: [
						{ item: item("cat", "Cat", "2024-01-03"), fields: ["title"] },
					],
					shownAgain: [],
					idReused: [],
					gone: [item("eel", "Eel", "2023-01-02")],
					reordered: [],
					pastLimit: 0,
					unchanged: 1,
				},
			],
		});
	});

	test("to programs, with the ids before and now, also where it is an error", async () => {
		const folder = open({
			...articles,
			"old.xml": writeRss(oldItems.slice(3)),
		});
		const { status, stdout } = await launch(folder, [
			...["diff", "--against", "old.xml", "--reporter", "json"],
		]);
		const { diff, diagnostics } = JSON.parse(stdout);
		expect(status).toBe(1);
		expect(diff[0].shownAgain).toMatchObject([
			{ was: { id: "old-1" }, item: { id: "https://x.org/ant/" } },
		]);
		expect(diagnostics).toMatchObject([{ code: "shown-again" }]);
	});

	test("in a pull request", async () => {
		const folder = open({ ...articles, "old.xml": mixed });
		expect(
			await check(folder, [
				...["diff", "--against", "old.xml", "--reporter", "markdown"],
			]),
		).toBe(`## What subscribers will see

| feed | against | new | changed | shown again | hidden by a reused id | gone | reordered | past the limit |
| --- | --- | --: | --: | --: | --: | --: | --: | --: |
| /rss.xml | old.xml | 2 | 1 | 0 | 0 | 1 | 0 | 0 |

<details><summary><code>/rss.xml</code>: 2 new, 1 changed, 0 shown again, 1 gone, 0 reordered</summary>

**2 new**

- 2024-01-04 [Dog](<https://x.org/dog/>)
- 2024-01-01 [Ant](<https://x.org/ant/>)

**1 changed**

- [Cat](<https://x.org/cat/>): title

**1 gone**

- 2023-01-02 [Eel](<https://x.org/eel/>)

</details>
`);
	});

	test("nothing but what is wrong, where it is to be quiet", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		const words = ["diff", "--against", "old.xml", "--quiet"];
		expect(await launch(folder, words)).toMatchObject({
			status: 1,
			stdout: "",
			stderr: again("old.xml"),
		});
	});

	test("nothing of a site that could not be built", async () => {
		const folder = open({
			...articles,
			"articles/eel.md": "---\ntitle: Eel\n---\nText.\n",
			"old.xml": writeRss(oldItems),
		});
		const said = await launch(folder, ["diff", "--against", "old.xml"]);
		expect([said.status, said.stdout]).toEqual([1, ""]);
		expect(said.stderr).toContain("the article has no date");
	});

	test("by the lock, and leaves it as it is", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		await check(folder, ["adopt", "old.xml", "--lock"]);
		const lock = () =>
			readFileSync(join(folder.path, "feeds.lock.json"), "utf8");
		const before = lock();
		folder.write({ "articles/eel.md": article("Eel", "2024-01-05") });
		expect(await check(folder, ["diff", "--against", "old.xml"])).toBe(
			"/rss.xml against old.xml : 1 new, 0 changed, 0 shown again, 0 gone, 0 reordered\n  new  2024-01-05  Eel  https://x.org/eel/\n",
		);
		expect(lock()).toBe(before);
	});

	test("and of what is past the limit the feed's own articles alone", async () => {
		const tagged = (title: string, date: string) =>
			article(title, date, "tags: [pets]\n");
		const folder = open(
			{
				...articles,
				"articles/cat.md": tagged("Cat", "2024-01-03"),
				"articles/dog.md": tagged("Dog", "2024-01-04"),
				"old.xml": writeRss(sameItems.slice(0, 3)),
			},
			{ feeds: [{ path: "/", limit: 1, where: { tags: { any: ["pets"] } } }] },
		);
		expect(await check(folder, ["diff", "--against", "old.xml"])).toBe(
			`/rss.xml against old.xml : 0 new, 0 changed, 0 shown again, 1 gone, 0 reordered, 1 past the feed's limit
  gone  2024-01-02  Bee  https://x.org/bee/
`,
		);
	});

	test("and tells what is past the limit from what is gone", async () => {
		const folder = open(
			{ ...articles, "old.xml": writeRss(sameItems) },
			{ feeds: [{ path: "/", limit: 2 }] },
		);
		expect(await check(folder, ["diff", "--against", "old.xml"])).toBe(
			`/rss.xml against old.xml : ${nothing}, 2 past the feed's limit\n`,
		);
	});
});

describe("what is compared", () => {
	const published = async (): Promise<Folder> => {
		const folder = open(articles);
		await check(folder, ["build"]);
		return folder;
	};
	/** The heads of the comparisons. */
	const heads = (stdout: string) => stdout.match(/^\/.*$/gm) ?? [];

	test("a folder: each feed with the one at its path; formats that change alike are told once", async () => {
		const folder = await published();
		expect(heads(await check(folder, ["diff", "--against", "dist"]))).toEqual([
			`/rss.xml, /atom.xml, /feed.json against dist/rss.xml, dist/atom.xml, dist/feed.json : ${nothing}`,
		]);
	});

	test("a folder that holds one of them", async () => {
		const folder = open({
			...articles,
			"old/feed.json": writeJson(sameItems),
			"old/other.xml": writeRss(oldItems),
		});
		expect(heads(await check(folder, ["diff", "--against", "old"]))).toEqual([
			`/feed.json against old/feed.json : ${nothing}`,
		]);
	});

	test("a folder with feeds of tags", async () => {
		const feeds = [{ path: "/" }, { path: "/tags/:tag/", each: "tag" }];
		const folder = open(
			{
				...articles,
				"articles/dog.md": article("Dog", "2024-01-04", "tags: [pets]\n"),
				"old/rss.xml": writeRss(sameItems),
				"old/tags/pets/rss.xml": writeRss(oldItems.slice(0, 1)),
			},
			{ feeds },
		);
		const { status, stdout } = await launch(folder, [
			...["diff", "--against", "old"],
		]);
		expect([status, heads(stdout)]).toEqual([
			1,
			[
				"/tags/pets/rss.xml against old/tags/pets/rss.xml : 0 new, 0 changed, 1 shown again, 0 gone, 0 reordered",
				expect.stringMatching(/^\/rss\.xml against old\/rss\.xml : 0 new, /),
			],
		]);
	});

	test("a site's address with a slash, as a folder", async () => {
		const origin = await serveFiles({
			"blog/rss.xml": writeRss(sameItems),
			"blog/atom.xml": writeAtom(sameItems),
		});
		const source = `${origin}/blog/`;
		const text = await check(open(articles), ["diff", "--against", source]);
		expect(heads(text)).toEqual([
			`/rss.xml, /atom.xml against ${source}rss.xml, ${source}atom.xml : ${nothing}`,
		]);
	});

	test("an address without one, as a feed: of ours the one at its path", async () => {
		const origin = await serveFiles({
			"tags/pets/rss.xml": writeRss(sameItems.slice(0, 1)),
		});
		const folder = open(
			{
				...articles,
				"articles/dog.md": article("Dog", "2024-01-04", "tags: [pets]\n"),
			},
			{ feeds: [{ path: "/" }, { path: "/tags/:tag/", each: "tag" }] },
		);
		const source = `${origin}/tags/pets/rss.xml`;
		const text = await check(folder, ["diff", "--against", source]);
		expect(heads(text)).toEqual([
			expect.stringMatching(/^\/tags\/pets\/rss\.xml against http.* : 0 new, /),
		]);
	});

	test("a feed in another place, with the first one in its format", async () => {
		const folder = open({ ...articles, "x/old.atom": writeAtom(sameItems) });
		const text = await check(folder, ["diff", "--against", "x/old.atom"]);
		expect(heads(text)).toEqual([`/atom.xml against x/old.atom : ${nothing}`]);
	});

	test("an archived feed, with all its documents, on both sides", async () => {
		const published: Record<string, string> = {};
		const origin = await serveFiles(published);
		const files = Object.fromEntries(
			Array.from({ length: 9 }, (_, index) => [
				`articles/${index + 1}.md`,
				article(`P${index + 1}`, `2024-01-0${index + 1}`),
			]),
		);
		const folder = open(files, {
			site: { url: `${origin}/`, title: "X" },
			feeds: [{ path: "/", limit: 2, archive: { size: 2 } }],
		});
		await check(folder, ["build", "--lock"]);
		Object.assign(published, readFiles(join(folder.path, "dist")));
		const words = ["diff", "--against", `${origin}/`];
		expect(heads(await check(folder, words))).toEqual([
			expect.stringContaining(" : 0 new, 0 changed, 0 shown again, 0 gone, "),
		]);
		folder.write({
			"articles/1.md": article(
				"P1, anew",
				"2024-01-01",
				"updated: 2024-06-01\n",
			),
			"articles/10.md": article("P10", "2024-01-10"),
		});
		const text = await check(folder, words);
		for (const head of heads(text))
			expect(head).toContain(" : 1 new, 1 changed, 0 shown again, 0 gone, ");
		expect(text).toContain(`\n  new  2024-01-10  P10  ${origin}/10/\n`);
		expect(text).toContain("\n  changed  P1, anew: ");
	});
});

describe("an archived feed in files", () => {
	const openArchived = async () => {
		const folder = open(
			Object.fromEntries(
				Array.from({ length: 9 }, (_, index) => [
					`articles/${index + 1}.md`,
					article(`P${index + 1}`, `2024-01-0${index + 1}`),
				]),
			),
			{ feeds: [{ path: "/", limit: 2, archive: { size: 2 } }] },
		);
		await check(folder, ["build", "--lock"]);
		return folder;
	};
	const head = "/rss.xml, /atom.xml, /feed.json against ";

	test("is what it was, when nothing changes", async () => {
		const text = await check(await openArchived(), [
			...["diff", "--against", "dist"],
		]);
		expect(text).toMatch(
			/^\/rss\.xml, .* : 0 new, 0 changed, 0 shown again, 0 gone, 0 reordered\n$/,
		);
	});

	test("has nothing in another order for a range that is closed", async () => {
		const folder = await openArchived();
		folder.write({ "articles/10.md": article("P10", "2024-01-10") });
		expect(await check(folder, ["diff", "--against", "dist"])).toMatch(
			/^\/rss\.xml, .* : 1 new, 0 changed, 0 shown again, 0 gone, 0 reordered\n/,
		);
	});

	test("is compared to its end from its own file, too", async () => {
		const folder = await openArchived();
		folder.write({
			"articles/1.md": article("P1", "2024-01-01", "retracted: 2024-06-01\n"),
		});
		const { status, stdout } = await launch(folder, [
			...["diff", "--against", "dist/rss.xml"],
		]);
		expect(status).toBe(0);
		expect(stdout).toContain(" 1 gone, 0 reordered\n");
		expect(stdout).toContain("\n  gone  2024-01-01  P1  https://x.org/1/\n");
	});

	test("without one of its archives is an error, not a feed that is not there", async () => {
		const folder = await openArchived();
		rmSync(join(folder.path, "dist/archive/1-2/atom.xml"));
		const before = readFiles(folder.path);
		for (const command of ["diff", "build"]) {
			const said = await launch(folder, [command, "--against", "dist"]);
			expect([said.status, said.stderr.split("\n")[0]]).toEqual([
				2,
				`error  there is no file ${join("dist", "archive/1-2/atom.xml")}`,
			]);
		}
		expect(readFiles(folder.path)).toEqual(before);
	});

	test("but for a format that is not there at all", async () => {
		const folder = await openArchived();
		rmSync(join(folder.path, "dist/feed.json"));
		const text = await check(folder, ["diff", "--against", "dist"]);
		expect(text.startsWith(head)).toBe(false);
		expect(text).toMatch(/^\/rss\.xml, \/atom\.xml against /);
	});
});

test("an archive that the web does not have is an error, whatever other feeds there are", async () => {
	const files: Record<string, string> = {};
	const origin = await serveFiles(files);
	files["rss.xml"] = writeRss(
		sameItems.slice(0, 2),
		`<atom:link rel="prev-archive" href="${origin}/gone.xml"/>`,
	);
	files["feed.json"] = writeJson(sameItems);
	const folder = open(articles);
	const { status, stderr } = await launch(folder, [
		...["build", "--against", `${origin}/`],
	]);
	expect([status, stderr.split("\n")[0]]).toEqual([
		74,
		`error  ${origin}/gone.xml answered 404 Not Found`,
	]);
	expect(existsSync(join(folder.path, "dist"))).toBe(false);
});

test("a password is never shown", async () => {
	const origin = await serveFiles({ "rss.xml": writeRss(oldItems) });
	const secret = origin.replace("http://", "http://jo:s3cret@");
	for (const source of [`${secret}/rss.xml`, `${secret}/`, `${secret}/no.xml`])
		for (const reporter of ["text", "json", "markdown"])
			for (const command of ["diff", "build"]) {
				const { status, stdout, stderr } = await launch(open(articles), [
					...[command, "--against", source, "--reporter", reporter],
				]);
				expect(status).not.toBe(0);
				expect(stdout + stderr).not.toMatch(/s3cret|jo:|jo@/);
			}
});

test("feeds of a folder that are no longer made are told", async () => {
	const folder = open(
		{
			...articles,
			"articles/dog.md": article("Dog", "2024-01-04", "tags: [pets]\n"),
		},
		{ feeds: [{ path: "/" }, { path: "/tags/:tag/", each: "tag" }] },
	);
	await check(folder, ["build"]);
	folder.write({
		"feed.config.json": JSON.stringify({
			site: { url: "https://x.org/", title: "X" },
		}),
	});
	const { status, stderr } = await launch(folder, [
		...["diff", "--against", "dist"],
	]);
	expect([status, stderr.match(/^warning.*$/gm)]).toEqual([
		0,
		["atom.xml", "feed.json", "rss.xml"].map(
			(name) =>
				`warning  the feed /tags/pets/${name} is no longer made, so its subscribers get nothing more`,
		),
	]);
});

describe("what cannot be compared is an error", () => {
	test.each<[string, string, Record<string, string>, object, number, string]>([
		[
			"a file that is not there",
			"nowhere.xml",
			{},
			{},
			2,
			"error  there is no file nowhere.xml\n  Check the path; an address begins with https://.\n",
		],
		[
			"a folder without any of the feeds",
			"old",
			{ "old/other.xml": writeRss(oldItems) },
			{},
			2,
			"error  there is none of this site's feeds in old\n  It was looked for rss.xml and the like. Name the feed itself, or the folder that was published.\n",
		],
		[
			"a page",
			"page.html",
			{ "page.html": "<!doctype html><title>Page</title>" },
			{},
			74,
			'error  page.html is no feed: it is an HTML page, "Page"\n  Name the address of the feed itself.\n',
		],
		[
			"a format that the site does not have",
			"old.atom",
			{ "old.atom": writeAtom(oldItems) },
			{ formats: { atom: false } },
			2,
			'error  old.atom is Atom 1.0, and this site has no feed in that format to compare it with\n  Give that format a file name under "formats" in the configuration.\n',
		],
		[
			"a page among the feeds of a folder",
			"old",
			{
				"old/rss.xml": writeRss(sameItems),
				"old/atom.xml": "<!doctype html><title>Page</title>",
			},
			{},
			74,
			'error  old/atom.xml is no feed: it is an HTML page, "Page"\n  Name the address of the feed itself.\n',
		],
	])("%s", async (_, source, files, more, status, message) => {
		const folder = open({ ...articles, ...files }, more);
		for (const command of ["diff", "build"]) {
			const said = await launch(folder, [command, "--against", source]);
			expect([said.status, said.stdout]).toEqual([status, ""]);
			expect(said.stderr).toContain(message);
		}
		expect(existsSync(join(folder.path, "dist"))).toBe(false);
	});

	test("an address where nothing is, and a site that has none of the feeds", async () => {
		const origin = await serveFiles({});
		const one = await launch(open(articles), [
			...["diff", "--against", `${origin}/rss.xml`],
		]);
		expect([one.status, one.stderr.split("\n")[0]]).toEqual([
			74,
			`error  ${origin}/rss.xml answered 404 Not Found`,
		]);
		const all = await launch(open(articles), [
			...["diff", "--against", `${origin}/`],
		]);
		expect([all.status, all.stderr.split("\n")[0]]).toEqual([
			2,
			`error  there is none of this site's feeds in ${origin}/`,
		]);
	});

	test.each<[number, string, string]>([
		[404, "/rss.xml", "source-missing"],
		[410, "/rss.xml", "source-missing"],
		[403, "/rss.xml", "source-status"],
		[500, "/rss.xml", "source-status"],
		// A server that is broken is no site without feeds.
		[500, "/", "source-status"],
	])("an answer with the status %i at %s", async (answer, path, code) => {
		const origin = await serve((_, response) =>
			response.writeHead(answer).end("Sorry."),
		);
		const { status, stdout } = await launch(open(articles), [
			...["build", "--against", `${origin}${path}`, "--reporter", "json"],
		]);
		expect([status, JSON.parse(stdout).diagnostics]).toMatchObject([
			74,
			[{ severity: "error", code }],
		]);
	});

	test.each([404, 410])(
		"but a feed that is not there (%i), beside others",
		async (status) => {
			const origin = await serve(({ url }, response) =>
				url === "/rss.xml"
					? response.end(writeRss(sameItems))
					: response.writeHead(status).end(),
			);
			const text = await check(open(articles), [
				...["diff", "--against", `${origin}/`],
			]);
			expect(text).toBe(`/rss.xml against ${origin}/rss.xml : ${nothing}\n`);
		},
	);
});

describe("build --against", () => {
	test("writes where nothing is shown again, and says what subscribers will see", async () => {
		const folder = open({ ...articles, "old.xml": mixed });
		const text = await check(folder, ["build", "--against", "old.xml"]);
		expect(
			text.startsWith("/rss.xml against old.xml : 2 new, 1 changed,"),
		).toBe(true);
		expect(text).toContain("\n4 articles: 4 published\ndist: 3 written");
		expect(existsSync(join(folder.path, "dist/rss.xml"))).toBe(true);
	});

	test("writes nothing where something is: neither feeds nor lock", async () => {
		const folder = open({ ...articles, "old.xml": writeRss(oldItems) });
		const before = readFiles(folder.path);
		for (const more of [[], ["--lock"], ["--keep-going"], ["--force"]]) {
			const words = ["build", "--against", "old.xml", ...more];
			expect(await launch(folder, words)).toEqual({
				status: 1,
				stdout: `/rss.xml against old.xml : 0 new, 0 changed, 4 shown again, 0 gone, 0 reordered\n${shownAgain}`,
				stderr: again("old.xml"),
			});
			expect(readFiles(folder.path)).toEqual(before);
		}
	});

	test("writes nothing where the feed cannot be read", async () => {
		const folder = open(articles);
		const words = ["build", "--lock", "--against", "nowhere.xml"];
		const { status } = await launch(folder, words);
		expect(status).toBe(2);
		expect(existsSync(join(folder.path, "dist"))).toBe(false);
		expect(existsSync(join(folder.path, "feeds.lock.json"))).toBe(false);
	});

	test("of its own output after files and addresses changed goes through by the lock alone", async () => {
		const files = {
			"articles/ant.md": article("Ant", "2024-01-01"),
			"articles/bee.md": article("Bee", "2024-01-02"),
		};
		const moved = {
			"feed.config.json": JSON.stringify({
				site: { url: "https://new.example/", title: "X" },
				permalink: "/:year/:slug/",
			}),
		};
		const words = ["build", "--against", "dist"];
		const [locked, plain] = [open(files), open(files)];
		await check(locked, ["build", "--lock"]);
		await check(plain, ["build"]);
		locked.write(moved);
		plain.write(moved);
		expect((await launch(plain, words)).status).toBe(1);
		const { status, stdout } = await launch(locked, words);
		expect([status, stdout.split("\n")[0]]).toEqual([
			0,
			expect.stringContaining(" 0 shown again, 0 gone"),
		]);
	});
});
