/** The whole command on sites in temporary folders, and the build with what it wrote. */

import {
	existsSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { importConfig } from "../../src/config/module.ts";
import type { Outcome } from "../../src/outcome.ts";
import {
	createFolder,
	type Files,
	type Folder,
	now,
} from "../support/folder.ts";

const folders: Folder[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) folder.remove();
});

/** A site without a configuration. */
function open(files: Files): Folder {
	const folder = createFolder(files);
	rmSync(join(folder.path, "feed.config.json"));
	folders.push(folder);
	return folder;
}

const readConfig = (folder: Folder, name = "feed.config.ts") =>
	readFileSync(join(folder.path, name), "utf8");

async function init(folder: Folder, ...words: string[]) {
	const said = await folder.run([
		...["init", "--now", now, "--reporter", "json"],
		...words,
	]);
	return { ...said, ...(JSON.parse(said.stdout) as Outcome) };
}

/** What is said of a folder that no configuration is written for. */
async function refuse(folder: Folder, status: number, ...words: string[]) {
	const said = await init(folder, ...words);
	expect(said.status).toBe(status);
	expect(said.written).toBeUndefined();
	return said.diagnostics.map(({ code, message, file }) =>
		[code, message, file].filter(Boolean).join(": "),
	);
}

const post = (more = "date: 2024-05-01") =>
	`---\ntitle: Trams\n${more}\n---\nText.\n`;

const packageOf = (name: string) =>
	JSON.stringify({ dependencies: { [name]: "1.0.0" } });

describe("the site's feed keeps its address", () => {
	test.each<[string, Files, string, string, string]>([
		[
			"jekyll",
			{
				"_config.yml": "url: https://trams.org\ntitle: Trams\n",
				"_posts/2024-05-01-trams.md": post("x: y"),
			},
			"_posts",
			"https://trams.org/feed.xml",
			"https://trams.org/2024/05/01/trams.html",
		],
		[
			"jekyll",
			{
				"docs/_config.yml":
					"url: https://trams.org\nbaseurl: /blog\ntitle: Trams\nfeed:\n  path: feeds/all.xml\n",
				"docs/_posts/2024-05-01-trams.md": post("x: y"),
			},
			"docs/_posts",
			"https://trams.org/blog/feeds/all.xml",
			"https://trams.org/blog/2024/05/01/trams.html",
		],
		[
			"hugo",
			{
				"hugo.toml": 'baseURL = "https://trams.org/"\ntitle = "Trams"\n',
				"content/post/trams.md": post(),
				"archetypes/default.md": "---\ndate: {{ .Date }}\n---\n",
			},
			"content/post",
			"https://trams.org/index.xml",
			"https://trams.org/post/trams/",
		],
		[
			"zola",
			{
				"zola.toml": 'base_url = "https://trams.org"\ntitle = "Trams"\n',
				"content/trams.md": "+++\ntitle = 'T'\ndate = 2024-05-01\n+++\nText.\n",
				"content/_index.md": "+++\n+++\n",
			},
			"content",
			"https://trams.org/atom.xml",
			"https://trams.org/trams/",
		],
		[
			"hexo",
			{
				"_config.yml": "url: https://trams.org\ntitle: Trams\ntheme: x\n",
				"scaffolds/post.md": "---\ndate: {{ date }}\n---\n",
				"source/_posts/trams.md": post(),
			},
			"source/_posts",
			"https://trams.org/atom.xml",
			"https://trams.org/2024/05/01/trams/",
		],
		[
			"docusaurus",
			{
				"package.json": packageOf("@docusaurus/core"),
				"docusaurus.config.js": "",
				"blog/2024-05-01-trams.md": post("x: y"),
				"docs/intro.md": "---\ntitle: Intro\n---\n",
			},
			"blog",
			"https://www.example.org/blog/atom.xml",
			"https://www.example.org/blog/2024/05/01/trams",
		],
		[
			"eleventy",
			{
				"package.json": packageOf("@11ty/eleventy"),
				"_data/metadata.json": '{"url":"https://trams.org/","title":"Trams"}',
				"posts/trams.md": post(),
			},
			"posts",
			"https://trams.org/feed/feed.xml",
			"https://trams.org/posts/trams/",
		],
		[
			"astro",
			{
				"astro.config.mjs": "",
				"src/content/blog/trams.md": post("pubDate: 2024-05-01"),
				"src/pages/feed/rss.xml.js": "",
			},
			"src/content/blog",
			"https://www.example.org/feed/rss.xml",
			"https://www.example.org/blog/trams/",
		],
		[
			"mkdocs",
			{
				"mkdocs.yml": "site_url: https://trams.org/\nsite_name: Trams\n",
				"docs/blog/posts/trams.md": post(),
				"docs/index.md": "# Home\n",
			},
			"docs/blog/posts",
			"https://trams.org/feed_rss_created.xml",
			"https://trams.org/blog/2024/05/01/trams/",
		],
	])("%s %#", async (dialect, files, articles, feed, address) => {
		const folder = open(files);
		const { status, found } = await init(folder);
		expect(status).toBe(0);
		expect(found?.generator.dialect).toBe(dialect);
		expect(found?.articleFolders).toEqual([articles]);
		expect(found?.example?.url).toBe(address);
		expect(found?.problems).toEqual([]);
		const { path } = folder;
		const config = await importConfig(join(path, "feed.config.ts"), path);
		expect(config).toMatchObject({ articles });
		const said = await folder.build();
		expect(
			said.diagnostics.filter(({ severity }) => severity !== "info"),
		).toEqual([]);
		expect(said.feeds.map(({ url }) => url)).toContain(feed);
		expect(said.feeds).toHaveLength(3);
		expect(found?.feeds.map(({ url }) => url)).toEqual(
			said.feeds.map(({ url }) => url),
		);
	});
});

describe("what it says", () => {
	const files = {
		"_config.yml": "url: https://trams.org\ntitle: Trams\nlang: pt\n",
		"_posts/2024-05-01-trams.md": post("tags: [a]\nauthor: Ann"),
		"_posts/2023-05-01-trains.md": post("image: /a.png\nlang: en"),
		"_posts/2030-05-01-ships.md": post("x: y"),
		"_posts/2024-06-01-boats.md": post("draft: true"),
		"_posts/2024-06-02-bad.md": post("date: 2024-13-45"),
		"notes/2024-06-03-note.md": post("x: y"),
	};

	test("for people", async () => {
		const folder = open(files);
		const { stdout, stderr, status } = await folder.run(["init", "--now", now]);
		expect(stderr).toBe("");
		expect(status).toBe(0);
		expect(stdout).toMatchInlineSnapshot(`
			"generator  Jekyll (_config.yml)
			articles   _posts: 5 articles: 2 published, 1 draft, 1 scheduled, 1 left out after errors
			not taken  notes 1
			dates      2023-05-01 to 2030-05-01; 3 in the file name
			languages  pt 2, en 1
			people     1 author in 1 article
			terms      1 tag in 1 article; no categories
			pictures   in 1 article
			texts      all were looked at
			address    https://trams.org/2024/05/01/trams.html for _posts/2024-05-01-trams.md
			RSS        https://trams.org/rss.xml
			Atom       https://trams.org/feed.xml (usual for Jekyll)
			JSON Feed  https://trams.org/feed.json

			problem                 for example
			date-invalid  error  1  _posts/2024-06-02-bad.md:3 "date" is not a date: 2024-13-45

			feed.config.ts: written
			feeds.lock.json: 2 articles, 2 new, written
			  If people subscribe to the present feed, take over its ids before all else: feedwright adopt, its address, --lock.
			  Run feedwright build: it writes the feeds to dist.
			  Commit feeds.lock.json, which keeps ids for ever. Until the feeds are published it may be deleted, and made anew by build --lock.
			  After each build of your site, copy them into it: cp -r dist/. _site/
			  Turn off the feed that Jekyll makes, if there is one: ours takes its address.
			"
		`);
		expect(readConfig(folder)).toMatchInlineSnapshot(`
			"import type { Config } from "feedwright";

			// The articles are read as those of Jekyll, which _config.yml shows.
			// site.url, site.title and site.language are taken from _config.yml.
			export default {
			  // Here lie 5 files with a date.
			  articles: "_posts",
			  // /feed.xml is usual for Jekyll; check that your site's feed is there.
			  formats: { rss: "rss.xml", atom: "feed.xml", json: "feed.json" },
			} satisfies Config;
			"
		`);
	});

	test("for programs", async () => {
		const said = await init(open(files));
		expect(said).toMatchObject({
			articles: { read: 5, published: 2, draft: 1, scheduled: 1, failed: 1 },
			feeds: [],
			removed: [],
			diagnostics: [],
			written: "feed.config.ts",
			found: {
				generator: { dialect: "jekyll", title: "Jekyll", by: "_config.yml" },
				folder: ".",
				articleFolders: ["_posts"],
				otherFolders: [{ folder: "notes", files: 1 }],
				first: "2023-05-01T00:00:00.000Z",
				last: "2030-05-01T00:00:00.000Z",
				problems: [{ code: "date-invalid", severity: "error", count: 1 }],
			},
		});
	});

	test("in the lock, where the site's address is known", async () => {
		const known = open(files);
		expect((await init(known)).status).toBe(0);
		const lock = JSON.parse(readConfig(known, "feeds.lock.json"));
		expect(
			lock.published
				.filter(({ feed }: { feed?: string }) => feed === undefined)
				.map(({ id }: { id: string }) => id)
				.sort(),
		).toEqual([
			"https://trams.org/2023/05/01/trains.html",
			"https://trams.org/2024/05/01/trams.html",
		]);
		const { lock: kept } = await known.build("--frozen", "--keep-going");
		expect(kept).toMatchObject({ articles: 2, added: 0, written: false });
		const unknown = open({ "blog/trams.md": post() });
		await init(unknown);
		expect(unknown.readLock()).toBeUndefined();
	});

	test("of a folder that is named", async () => {
		const folder = open({ "site/blog/trams.md": post() });
		const said = await init(folder, "site");
		expect(said.written).toBe("site/feed.config.ts");
		expect(said.found?.folder).toBe("site");
		expect(said.found?.articleFolders).toEqual(["blog"]);
		expect(said.found?.steps).toContain(
			"Run feedwright build in site --lock: it writes the feeds to dist.",
		);
		expect(readConfig(folder, "site/feed.config.ts")).toContain(
			'title: "site", // your site\'s name',
		);
	});

	test("nothing that commands a terminal", async () => {
		const folder = open({
			"_config.yml": "",
			"_posts/2024-05-01-trams.md": post('date: "\\e[2J\\u202e"'),
			"x\u001B[2J/2024-05-01-a.md": post(),
		});
		const { stdout, status } = await folder.run(["init"]);
		expect(status).toBe(0);
		const said = stdout + readConfig(folder);
		for (const command of ["\u001B", "\u202E"])
			expect(said).not.toContain(command);
	});
});

describe("the output is a folder of its own", () => {
	test.each<[string, Files, string | undefined]>([
		["dist", {}, undefined],
		["not the generator's", { "astro.config.mjs": "" }, "feeds"],
		["not somebody else's", { "dist/main.js": "" }, "feeds"],
		["but dist when it is ours", { "dist/.feedwright-written": "" }, undefined],
	])("%s", async (_, files, output) => {
		const folder = open({ ...files, "blog/trams.md": post() });
		await init(folder);
		const { path } = folder;
		const config = await importConfig(join(path, "feed.config.ts"), path);
		expect((config as { output?: string }).output).toBe(output);
	});
});

describe("nothing is overwritten", () => {
	test.each(["ts", "mts", "js", "mjs", "json"])(
		"feed.config.%s",
		async (ending) => {
			const name = `feed.config.${ending}`;
			const folder = open({ "blog/trams.md": post() });
			folder.write({ [name]: "mine" });
			expect(await refuse(folder, 2)).toEqual([
				`config-exists: there is a configuration already, which is never overwritten: ${name}`,
			]);
			expect(readConfig(folder, name)).toBe("mine");
			expect(existsSync(join(folder.path, "feed.config.ts"))).toBe(
				ending === "ts",
			);
		},
	);

	test("not through a link that leads nowhere yet", async () => {
		const folder = open({ "blog/trams.md": post() });
		const target = join(folder.path, "elsewhere.ts");
		symlinkSync(target, join(folder.path, "feed.config.ts"));
		expect((await refuse(folder, 2))[0]).toMatch(/^config-exists/);
		expect(existsSync(target)).toBe(false);
	});
});

describe("refused", () => {
	test("without any article", async () => {
		const folder = open({ "README.md": "# Trams\n", "docs/a.md": "Text.\n" });
		expect(await refuse(folder, 1)).toEqual([
			"articles-none: there are no articles in .: of 2 Markdown files in 2 folders none has a date or a title",
		]);
		expect(existsSync(join(folder.path, "feed.config.ts"))).toBe(false);
	});

	test("what is no folder", async () => {
		const folder = open({ "a.md": post() });
		for (const name of ["nowhere", "a.md", "a.md/b"])
			expect(await refuse(folder, 2, name)).toEqual([
				`folder-missing: there is no folder ${name}`,
			]);
	});

	test("--config", async () => {
		const folder = open({ "a.md": post() });
		expect(await refuse(folder, 2, "--config", "x.ts")).toEqual([
			"option-unexpected: init takes no --config: it writes feed.config.ts into the folder",
		]);
	});

	test("a folder whose name no configuration can hold", async () => {
		const folder = open({ "a\u0007/2024-05-01-a.md": post() });
		expect((await refuse(folder, 2))[0]).toMatch(/^config-/);
	});
});

test("articles with errors are findings", async () => {
	const folder = open({ "blog/a.md": post("date: 2024-13-45") });
	const said = await init(folder);
	expect(said.status).toBe(0);
	expect(said.articles).toMatchObject({ published: 0, failed: 1 });
	expect(said.found?.first).toBeUndefined();
	writeFileSync(join(folder.path, "blog/a.md"), post());
	expect(await folder.build()).toMatchObject({ status: 0 });
});
