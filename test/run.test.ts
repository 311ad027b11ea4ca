import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createProgress } from "../src/progress.ts";
import { readVersion, run } from "../src/run.ts";
import {
	createFolder,
	type Files,
	type Folder,
	now,
	type Report,
	site,
} from "./support/folder.ts";

const folders: Folder[] = [];
afterEach(() => {
	vi.restoreAllMocks();
	for (const folder of folders.splice(0)) folder.remove();
});

function open(files: Files, config: object = site): Folder {
	const folder = createFolder(files, config);
	folders.push(folder);
	return folder;
}

interface Around {
	readonly env?: Readonly<Record<string, string>>;
	/** Whether both streams are terminals. */
	readonly isTTY?: boolean;
	readonly cwd?: () => string;
}

async function launch(folder: Folder, line: string, around: Around = {}) {
	const { env = {}, isTTY = false, cwd = () => folder.path } = around;
	let [stdout, stderr] = ["", ""];
	const status = await run({
		argv: ["node", "feedwright", ...line.split(" ").filter(Boolean)],
		env,
		cwd,
		stdout: { isTTY, write: (text: string) => (stdout += text) },
		stderr: { isTTY, write: (text: string) => (stderr += text) },
	});
	return { status, stdout, stderr };
}

/** Runs what ends well and gives what it prints, with every time as 0.00 s. */
async function check(
	folder: Folder,
	line: string,
	around?: Around,
): Promise<string> {
	const { status, stdout, stderr } = await launch(folder, line, around);
	expect(stderr).toBe("");
	expect(status).toBe(0);
	return stdout.replace(/\d+\.\d\d s$/m, "0.00 s");
}

/** Runs what ends with a status, and gives what it complains of. */
async function error(
	folder: Folder,
	line: string,
	status: number,
	around?: Around,
): Promise<string> {
	const said = await launch(folder, line, around);
	expect(said.stdout).toBe("");
	expect(said.status).toBe(status);
	return said.stderr;
}

const article = (title: string, more = "date: 2024-01-02") =>
	`---\ntitle: ${title}\n${more}\n---\nText of ${title}.\n`;

const good: Files = {
	"articles/a.md": article("A"),
	"articles/b.md": article("B", "date: 2024-01-03"),
};
const bad: Files = {
	"articles/z.md": article("Z", "date: 2024-13-45"),
	"articles/c.md": article("C", "date: 2024-02-30\nslug: .."),
};

describe("a build that ends well", () => {
	test("prints one short table and the time", async () => {
		const folder = open(good);
		const feeds = /^\/ {9}2( {2}\d\.\d kB written){3}$/m;
		const first = await check(folder, "");
		expect(first).toMatch(feeds);
		expect(
			first.replace(feeds, "/"),
		).toBe(`feed  items             RSS            Atom       JSON Feed
/

2 articles: 2 published
dist: 3 written, 0 unchanged in 0.00 s
`);
		expect(await check(folder, "build")).toContain(
			"dist: 0 written, 3 unchanged in 0.00 s",
		);
	});

	test("tells what was left out and when the next article comes due", async () => {
		const folder = open({
			...good,
			"articles/d.md": article("D", "draft: true"),
			"articles/e.md": article("E", "date: 2024-01-01\nexpires: 2024-06-01"),
			"articles/f.md": article("F", "date: 2031-01-01"),
			"articles/g.md": article("G", "date: 2030-01-01"),
		});
		expect(await check(folder, `--now ${now}`)).toContain(
			"6 articles: 2 published, 1 draft, 2 scheduled (next: articles/g.md at 2030-01-01T00:00:00Z), 1 expired\n",
		);
	});

	test("removes what it no longer makes, and says so", async () => {
		const feeds = [{ path: "/" }, { path: "/tags/:tag/", each: "tag" }];
		const tagged = {
			"articles/a.md": article("A", "date: 2024-01-02\ntags: x"),
		};
		const folder = open({ ...good, ...tagged }, { ...site, feeds });
		await check(folder, "");
		folder.write({ "feed.config.json": JSON.stringify(site) });
		expect(await check(folder, "")).toContain(
			"dist: 0 written, 3 unchanged, 3 removed in",
		);
		expect(Object.keys(folder.read())).toEqual([
			...["atom.xml", "feed.json", "rss.xml"],
		]);
	});

	test("prints nothing with --quiet", async () => {
		const folder = open(good);
		expect(await check(folder, "--quiet")).toBe("");
		expect(Object.keys(folder.read())).toHaveLength(3);
	});

	test("reads the configuration that --config names", async () => {
		const folder = open({
			...good,
			"sub/other.json": JSON.stringify({
				...site,
				articles: "../articles",
				output: "../elsewhere",
			}),
		});
		expect(await check(folder, "--config sub/other.json")).toContain(
			"elsewhere: 3 written",
		);
	});
});

describe("a build of articles with mistakes", () => {
	test("lists them all by file and line, and writes nothing", async () => {
		const folder = open({ ...good, ...bad });
		expect(
			await error(folder, "", 1),
		).toBe(`articles/c.md:3:7  error  "date" does not exist: February 2024 has 29 days (2024-02-30)
  Write 2024-02-29 or 2024-03-01.
articles/c.md:4:7  error  "slug" leads out of the site's articles: ..
  Write one part of the address alone, such as my-first-post.
articles/z.md:3:7  error  "date" is not a date: 2024-13-45
  Write it as 2024-12-31 or 2024-12-31T10:00:00+02:00.

3 errors; nothing was written
`);
		expect(folder.read()).toEqual({});
	});

	test("changes no byte of what stands there", async () => {
		const folder = open(good);
		await check(folder, "");
		const before = folder.read();
		folder.write({ ...bad, "articles/a.md": article("Changed") });
		await error(folder, "", 1);
		expect(folder.read()).toEqual(before);
	});

	test("goes on with --keep-going: they are left out and listed, and the rest is written", async () => {
		const folder = open({ ...good, ...bad });
		const { status, stdout, stderr } = await launch(folder, "--keep-going");
		expect(status).toBe(0);
		expect(stdout).toContain(
			"4 articles: 2 published, 2 left out after errors\n",
		);
		expect(stderr).toContain('"date" is not a date: 2024-13-45');
		expect(stderr).toMatch(/\n\n3 errors\n$/);
		expect(folder.read()["rss.xml"]?.match(/<item>/g)).toHaveLength(2);
	});

	test("in a limited feed the next article takes the place of a broken one", async () => {
		const folder = open(
			{
				...good,
				// Its date is read before anybody knows that it cannot be rendered.
				"articles/new.md": article("New", "date: 2024-06-01").replace(
					"Text",
					">".repeat(5000),
				),
			},
			{ ...site, feeds: [{ path: "/", limit: 2 }] },
		);
		await error(folder, "", 1);
		const { articles, feeds, status } = await folder.build("--keep-going");
		expect(status).toBe(0);
		expect(feeds.map(({ items }) => items)).toEqual([2, 2, 2]);
		expect(articles).toMatchObject({ read: 3, published: 2, failed: 1 });
		expect(folder.read()["rss.xml"]).toMatch(/<title>B<[\s\S]*<title>A</);
	});

	test("is refused also by --keep-going when nothing is left", async () => {
		const stderr = await error(open(bad), "--keep-going", 1);
		expect(
			stderr,
		).toContain(`feed.config.json  error  no article in articles is published
  Write one with a date that has come and without draft: true.
`);
	});

	test.each(["--keep-going --strict", "--strict"])(
		"is refused by %s",
		async (line) => {
			const folder = open({ ...good, ...bad });
			await error(folder, line, 1);
			expect(folder.read()).toEqual({});
		},
	);

	test("tells errors alone with --quiet, and no table", async () => {
		const folder = open({ ...good, ...bad });
		expect(await error(folder, "--quiet --keep-going", 0)).toMatch(
			/^articles\/c\.md:3:7 {2}error/,
		);
	});
});

describe("--strict takes warnings for errors, so that nothing is written", () => {
	test.each([
		[
			"of an article",
			article("C", "date: 2024-01-02\nupdated: 2024-01-01"),
			{},
		],
		["of its text", article("C").replace("Text", "<svg/>"), {}],
		[
			"of a feed",
			article("C"),
			{ feeds: [{ path: "/" }, { path: "/:tag/", each: "tag" }] },
		],
	])("%s", async (_, text, config) => {
		const folder = open({ "articles/c.md": text }, { ...site, ...config });
		expect(await error(folder, "--strict", 1)).toMatch(
			/ {2}warning {2}[\s\S]*\n\n1 warning; nothing was written\n$/,
		);
		expect(folder.read()).toEqual({});
		const { status, stderr } = await launch(folder, "");
		expect(status).toBe(0);
		expect(stderr).toMatch(/\n\n1 warning\n$/);
	});
});

describe("--force", () => {
	test("takes over a file that feedwright did not write", async () => {
		const folder = open({ ...good, "dist/rss.xml": "mine" });
		expect(await error(folder, "", 1)).toContain("rss.xml");
		expect(await error(folder, "--keep-going", 1)).toContain("rss.xml");
		expect(folder.read()).toEqual({ "rss.xml": "mine" });
		await check(folder, "--force");
		expect(folder.read()["rss.xml"]).toContain("<rss");
	});
});

describe("--reporter json prints one object and nothing else", () => {
	const read = async (
		folder: Folder,
		line: string,
		status: number,
		around?: Around,
	): Promise<Report> => {
		const said = await launch(folder, `--reporter json ${line}`, around);
		expect(said.stderr).toBe("");
		expect(said.status).toBe(status);
		return JSON.parse(said.stdout);
	};
	const keys = ["articles", "feeds", "removed", "diagnostics", "milliseconds"];
	const none = {
		read: 0,
		published: 0,
		draft: 0,
		scheduled: 0,
		expired: 0,
		failed: 0,
		pages: 0,
	};

	test("at exit 0", async () => {
		const folder = open(good);
		const report = await read(folder, "", 0);
		expect(Object.keys(report)).toEqual(keys);
		expect(report.articles).toEqual({ ...none, read: 2, published: 2 });
		expect(report.diagnostics).toEqual([]);
		expect(report.removed).toEqual([]);
		expect(report.feeds).toEqual(
			Object.entries({
				rss: "rss.xml",
				atom: "atom.xml",
				json: "feed.json",
			}).map(([format, path]) => ({
				path,
				feed: "/",
				format,
				url: `https://example.com/${path}`,
				items: 2,
				bytes: Buffer.byteLength(folder.read()[path] ?? ""),
				written: true,
			})),
		);
		const again = await read(folder, "--quiet", 0);
		expect(again.feeds.map(({ written }) => written)).toEqual([
			...[false, false, false],
		]);
	});

	test("at exit 1", async () => {
		const report = await read(open({ ...good, ...bad }), "", 1);
		expect(Object.keys(report)).toEqual(keys);
		expect(report.articles).toEqual({
			...none,
			read: 4,
			published: 2,
			failed: 2,
		});
		expect(report.feeds.map(({ written }) => written)).toEqual([
			...[false, false, false],
		]);
		expect(report.diagnostics[0]).toEqual({
			severity: "error",
			code: "date-invalid",
			message: '"date" does not exist: February 2024 has 29 days (2024-02-30)',
			hint: "Write 2024-02-29 or 2024-03-01.",
			file: "articles/c.md",
			line: 3,
			column: 7,
		});
	});

	test.each([
		["a mistake in the configuration", "", { sites: {} }, "config-unknown-key"],
		["an unknown option", "--stirct", site, "option-unknown"],
		["an unknown command", "bild", site, "command-unknown"],
		["a clock that is none", "--now never", site, "now-invalid"],
		[
			"missing articles",
			"",
			{ ...site, articles: "posts" },
			"articles-missing",
		],
	])("at exit 2: %s", async (_, line, config, code) => {
		const report = await read(open(good, config), line, 2);
		expect(Object.keys(report)).toEqual(keys);
		expect(report).toMatchObject({ articles: none, feeds: [], removed: [] });
		expect(report.diagnostics.map((one) => one.code)).toContain(code);
	});

	test("at exit 70", async () => {
		const cwd = () => {
			throw new TypeError("a bug that a test made");
		};
		const report = await read(open(good), "", 70, { cwd });
		expect(Object.keys(report)).toEqual(keys);
		expect(report).toMatchObject({
			articles: none,
			diagnostics: [
				{
					severity: "error",
					code: "bug",
					message:
						"this is a bug in feedwright; please report it with what follows",
					hint: expect.stringContaining("TypeError: a bug that a test made"),
				},
			],
		});
	});

	test("at exit 74", async () => {
		const folder = open({ ...good, dist: "a file where a folder should be" });
		const report = await read(folder, "", 74);
		expect(Object.keys(report)).toEqual(keys);
		expect(report.diagnostics).toHaveLength(1);
	});
});

test("a bug is told with its stack", async () => {
	const cwd = () => {
		throw new TypeError("a bug that a test made");
	};
	const stderr = await error(open(good), "", 70, { cwd });
	expect(stderr).toMatch(
		/^error {2}this is a bug in feedwright; please report it with what follows\n {2}TypeError: a bug that a test made\n {6}at /,
	);
});

test("a mistake is told without one", async () => {
	expect(
		await error(open(good), "--stirct", 2),
	).toBe(`error  there is no option --stirct
  Did you mean --strict?

1 error; nothing was written
`);
});

test.each([
	[
		"github",
		"::error title=option-unknown::there is no option --stirct%0ADid you mean --strict?\n",
	],
])(
	"--reporter %s holds for a mistake on the command line, too",
	async (reporter, stderr) => {
		expect(await error(open(good), `--stirct --reporter=${reporter}`, 2)).toBe(
			stderr,
		);
	},
);

test("--reporter sarif prints one log, whatever the outcome", async () => {
	for (const [files, line, status] of [
		[good, "", 0],
		[bad, "", 1],
		[good, "--stirct", 2],
	] as const) {
		const said = await launch(open(files), `--reporter sarif ${line}`);
		expect(said).toMatchObject({ status, stderr: "" });
		expect(JSON.parse(said.stdout)).toMatchObject({ version: "2.1.0" });
	}
});

test("an unknown reporter is told as text", async () => {
	expect(await error(open(good), "--reporter jsn", 2)).toContain(
		"error  there is no reporter jsn\n  Did you mean json?\n",
	);
});

test("--help and --version", async () => {
	const folder = open({});
	expect(await check(folder, "--help")).toMatch(/^Usage: feedwright /);
	expect(await check(folder, "build -h")).toMatch(/^Usage: feedwright /);
	expect(await check(folder, "--version")).toBe(`${readVersion()}\n`);
	expect(readVersion()).toMatch(/^\d+\.\d+\.\d+/);
	expect(folder.read()).toEqual({});
});

describe("colours", () => {
	const colored = "\x1b[31merror\x1b[39m";
	test.each<[string, Around, boolean]>([
		["a terminal", { isTTY: true }, true],
		["no terminal", {}, false],
		["NO_COLOR", { isTTY: true, env: { NO_COLOR: "1" } }, false],
		["an empty NO_COLOR", { isTTY: true, env: { NO_COLOR: "" } }, true],
		["a dumb terminal", { isTTY: true, env: { TERM: "dumb" } }, false],
	])("on %s", async (_, around, isColored) => {
		const stderr = await error(open(bad), "", 1, around);
		expect(stderr.includes(colored)).toBe(isColored);
		expect(stderr.includes("\x1b")).toBe(isColored);
	});

	test("never in the table", async () => {
		expect(await check(open(good), "", { isTTY: true })).not.toContain("\x1b");
	});
});

describe("the clock", () => {
	const files = {
		"articles/a.md": article("A", "date: 2024-01-02"),
		"articles/b.md": article("B", "date: 2024-06-01T10:00:00Z"),
	};
	const count = async (line: string, env = {}) => {
		const said = await launch(open(files), `--reporter json ${line}`, { env });
		const { published, scheduled } = JSON.parse(said.stdout).articles;
		return [published, scheduled];
	};

	test("is --now, else SOURCE_DATE_EPOCH, else the real one", async () => {
		const env = { SOURCE_DATE_EPOCH: "1704240000" };
		expect(await count("--now 2024-06-01T09:59:59Z")).toEqual([1, 1]);
		expect(await count("--now 2024-06-01T12:00:00+02:00")).toEqual([2, 0]);
		expect(await count("", env)).toEqual([1, 1]);
		expect(await count("--now 2024-07-01T00:00:00Z", env)).toEqual([2, 0]);
		expect(await count("")).toEqual([2, 0]);
	});

	test("is in no byte of the output", async () => {
		const [first, second] = [open(files), open(files)];
		await check(first, "--now 2024-07-01T00:00:00Z");
		await check(second, "--now 2034-07-01T00:00:00Z");
		expect(second.read()).toEqual(first.read());
	});
});

describe("when a feed was updated", () => {
	const updated = async (files: Files, config: object = site) => {
		const folder = open(files, config);
		await folder.build();
		const { "atom.xml": atom = "", "rss.xml": rss = "" } = folder.read();
		const instant = /<updated>([^<]*)/.exec(atom.split("<entry>")[0] ?? "");
		const built = /<lastBuildDate>([^<]*)/.exec(rss)?.[1] ?? "";
		expect(new Date(built).getTime()).toBe(Date.parse(instant?.[1] ?? ""));
		return instant?.[1];
	};

	test("is the latest of its items' updated", async () => {
		const old = article("Old", "date: 2023-01-01\nupdated: 2024-03-01");
		expect(await updated({ ...good, "articles/old.md": old })).toBe(
			"2024-03-01T00:00:00.000Z",
		);
	});

	test("is raised by what expired, never by what will", async () => {
		const gone = article(
			"Gone",
			"date: 2023-01-01\nexpires: 2024-05-01T10:00:00Z",
		);
		const leaving = article("Leaving", "date: 2023-01-01\nexpires: 2030-01-01");
		expect(
			await updated({
				...good,
				"articles/gone.md": gone,
				"articles/leaving.md": leaving,
				"articles/later.md": article("Later", "date: 2029-01-01"),
			}),
		).toBe("2024-05-01T10:00:00.000Z");
	});

	test("is not lowered by what expired before the last article came", async () => {
		const gone = article("Gone", "date: 2023-01-01\nexpires: 2023-05-01");
		expect(await updated({ ...good, "articles/gone.md": gone })).toBe(
			"2024-01-03T00:00:00.000Z",
		);
	});
});

describe("no article is lost: read = published + draft + scheduled + expired + failed", () => {
	const kinds: Readonly<Record<string, (name: string) => string>> = {
		published: (name) => article(name),
		draft: (name) => article(name, "draft: true\ndate: never"),
		scheduled: (name) => article(name, "date: 2030-01-01"),
		expired: (name) => article(name, "date: 2023-01-01\nexpires: 2024-01-01"),
		failed: (name) => article(name, "date: never"),
	};
	const combinations = Array.from({ length: 2 ** 5 }, (_, bits) =>
		Object.keys(kinds).filter((_, i) => bits & (2 ** i)),
	);

	test.each(
		combinations.map((some) => [some.join(", ") || "none", some] as const),
	)("%s", async (_, some) => {
		const files = Object.fromEntries(
			some.flatMap((kind, i) =>
				Array.from({ length: i + 1 }, (_, n) => [
					`articles/${kind}-${n}.md`,
					kinds[kind]?.(`${kind} ${n}`) ?? "",
				]),
			),
		);
		const folder = open({ "articles/x.txt": "", ...files });
		const { articles, status } = await folder.build("--keep-going");
		const { read, pages, ...parts } = articles;
		expect(pages).toBe(0);
		const wanted = Object.keys(kinds).map((kind) => [
			kind,
			some.indexOf(kind) + 1,
		]);
		expect(parts).toEqual(Object.fromEntries(wanted));
		expect(read).toBe(Object.values(parts).reduce((a, b) => a + b));
		expect(status).toBe(some.includes("published") ? 0 : 1);
	});

	test("whatever the files hold", async () => {
		const files: Files = {
			...good,
			"articles/empty.md": "",
			"articles/latin.md": Buffer.from("caf\xe9", "latin1"),
			"articles/utf16.md": Buffer.from("\uFEFF# A", "utf16le"),
			"articles/bom.md":
				"\uFEFF---\r\ntitle: Bom\r\ndate: 2024-01-04\r\n---\r\n\r\nText.\r\n",
			"articles/nul.md": article("N\0ul"),
			"articles/no-date.md": "# No date\n",
			"articles/blank-date.md": article("Blank", 'date: ""'),
			"articles/code.md": "---js\nmodule.exports = {}\n---\n",
			"articles/wordless.md": "---\ndate: 2024-01-02\n---\n",
			"articles/large.md": "x".repeat(2 * 1024 * 1024 + 1),
			"articles/twin.md": article("Twin", "date: 2024-01-05\nslug: a"),
			"articles/id.md": article(
				"Id",
				"date: 2024-01-05\nid: https://example.com/a/",
			),
		};
		const { articles, diagnostics, status } =
			await open(files).build("--keep-going");
		expect(status).toBe(0);
		expect(articles).toEqual({
			read: 14,
			published: 4,
			draft: 0,
			scheduled: 0,
			expired: 0,
			failed: 10,
			pages: 0,
		});
		const failed = new Set(
			diagnostics
				.filter(({ severity }) => severity === "error")
				.map(({ file }) => file),
		);
		expect([...failed]).toEqual(
			"blank-date code empty id large latin no-date twin utf16 wordless"
				.split(" ")
				.map((name) => `articles/${name}.md`),
		);
	});
});

describe("two articles that collide", () => {
	test("are one error that names both files; the older keeps its place", async () => {
		const folder = open({
			...good,
			"articles/2024-05-01-a.md": article("Younger", "id: own"),
		});
		expect(
			await error(folder, "", 1),
		).toBe(`articles/2024-05-01-a.md:1  error  articles/2024-05-01-a.md and articles/a.md have one address: https://example.com/a/
  Give one of them another "slug" or "permalink".

1 error; nothing was written
`);
		const { articles } = await folder.build("--keep-going");
		expect(articles).toMatchObject({ published: 2, failed: 1 });
		expect(folder.read()["rss.xml"]).not.toContain("Younger");
	});
});

describe("ids", () => {
	test("are permalinks exactly when they are the article's present address", async () => {
		const folder = open({
			"articles/a.md": article("A"),
			"articles/b.md": article(
				"B",
				"date: 2024-01-01\nid: https://example.com/b/",
			),
			"articles/c.md": article(
				"C",
				"date: 2023-01-01\nid: https://example.com/old/",
			),
			"articles/d.md": article("D", "date: 2022-01-01\nid: post 4"),
		});
		await folder.build();
		const files = folder.read();
		expect(files["rss.xml"]?.match(/<guid.*<\/guid>/g)).toEqual([
			'<guid isPermaLink="true">https://example.com/a/</guid>',
			'<guid isPermaLink="true">https://example.com/b/</guid>',
			'<guid isPermaLink="false">https://example.com/old/</guid>',
			'<guid isPermaLink="false">post 4</guid>',
		]);
		expect(files["atom.xml"]?.match(/<id>.*<\/id>/g)).toEqual([
			"<id>https://example.com/</id>",
			"<id>https://example.com/a/</id>",
			"<id>https://example.com/b/</id>",
			"<id>https://example.com/old/</id>",
			expect.stringMatching(
				/^<id>urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab]/,
			),
		]);
		expect(
			JSON.parse(files["feed.json"] ?? "").items.map(
				({ id }: { id: string }) => id,
			),
		).toEqual([
			"https://example.com/a/",
			"https://example.com/b/",
			"https://example.com/old/",
			"post 4",
		]);
	});
});

describe("feeds without entries", () => {
	test("are not written, with a warning", async () => {
		const feeds = [{ path: "/" }, { path: "/tags/:tag/", each: "tag" }];
		const { status, diagnostics, files } = await (async () => {
			const folder = open(good, { ...site, feeds });
			return { ...(await folder.build()), files: folder.read() };
		})();
		expect(status).toBe(0);
		expect(diagnostics).toEqual([
			{
				severity: "warning",
				code: "feed-empty",
				message: "the feed /tags/:tag/ has no articles and is not written",
				hint: "Publish an article that belongs to it, or take the feed out of the configuration.",
				file: "feed.config.json",
			},
		]);
		expect(Object.keys(files)).toHaveLength(3);
	});

	// "no article is published" was once said of articles that were.
	test("are an error when there is no other", async () => {
		const feeds = [{ path: "/tags/:tag/", each: "tag" }];
		expect(await error(open(good, { ...site, feeds }), "", 1)).toContain(
			"none of the feeds has the articles that it asks for",
		);
	});

	test("no article at all is an error", async () => {
		const folder = open({ "articles/a.md": article("A", "draft: yes") });
		expect(
			await error(folder, "", 1),
		).toBe(`feed.config.json  error  no article in articles is published
  Write one with a date that has come and without draft: true.

1 error; nothing was written
`);
	});
});

describe("families", () => {
	const feeds = [{ path: "/" }, { path: "/tags/:tag/", each: "tag", limit: 1 }];
	const tagged = (tags: string, date = "2024-01-02") =>
		article(tags.replace(/\W/g, ""), `date: ${date}\ntags: ${tags}`);

	test("are limited each on its own", async () => {
		const folder = open(
			{
				"articles/a.md": tagged("[x, y]"),
				"articles/b.md": tagged("[X]", "2024-01-03"),
			},
			{ ...site, feeds },
		);
		const report = await folder.build();
		expect(report.feeds.map(({ path, items }) => `${path} ${items}`)).toEqual([
			...["rss.xml 2", "atom.xml 2", "feed.json 2"],
			...["tags/x/rss.xml 1", "tags/x/atom.xml 1", "tags/x/feed.json 1"],
			...["tags/y/rss.xml 1", "tags/y/atom.xml 1", "tags/y/feed.json 1"],
		]);
	});

	test("in which two tags have one path are an error, also with --keep-going", async () => {
		const folder = open(
			{ "articles/a.md": tagged('["C++", cplusplus]') },
			{ ...site, feeds },
		);
		expect(await error(folder, "--keep-going", 1)).toContain(
			'feed.config.json  error  2 feeds have one path, /tags/cplusplus/: "C++ — The Example" (articles/a.md), "cplusplus — The Example" (articles/a.md)\n',
		);
	});
});

describe("the progress line", () => {
	/** A clock that runs faster. */
	const hurry = (step: number) => {
		let time = 0;
		vi.spyOn(performance, "now").mockImplementation(() => (time += step));
	};

	test.each<[string, number, string, Around, boolean]>([
		["a terminal after a second", 600, "", { isTTY: true }, true],
		["a terminal at once", 1, "", { isTTY: true }, false],
		["no terminal", 600, "", {}, false],
		["a terminal in CI", 600, "", { isTTY: true, env: { CI: "true" } }, false],
		["--quiet", 600, "--quiet", { isTTY: true }, false],
		["--reporter json", 600, "--reporter json", { isTTY: true }, false],
	])("on %s", async (_, step, line, around, isShown) => {
		hurry(step);
		const { stderr, stdout } = await launch(open(good), line, around);
		expect(stdout).not.toContain("\x1b");
		expect(stderr).toBe(
			isShown
				? "\r\x1b[Kwriting / …\r\x1b[Krendering 1 articles …\r\x1b[Krendering 2 articles …\r\x1b[K"
				: "",
		);
	});

	test("is taken away before anything else is told", async () => {
		hurry(600);
		const folder = open({ ...good, ...bad });
		expect(await error(folder, "", 1, { isTTY: true })).toMatch(
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they take the line away
			/^(?:\r\x1b\[K[\w /]+ …)+\r\x1b\[K\x1b\[1marticles\/c\.md/,
		);
	});

	test("pauses every tenth of a second, so that an interrupt is heard", async () => {
		let time = 0;
		vi.spyOn(performance, "now").mockImplementation(() => time);
		const said: string[] = [];
		const progress = createProgress((text) => said.push(text));
		const pauses = [50, 99, 100, 150, 1000, 1001, 1100, 1101].map((at) => {
			time = at;
			return progress.pause(`at ${at}`) !== undefined;
		});
		expect(pauses).toEqual([
			...[false, false, true, false, true, false, true, false],
		]);
		expect(said).toEqual(["\r\x1b[Kat 1100 …"]);
		progress.clear();
		progress.clear();
		expect(said).toHaveLength(2);
	});
});

describe("a process of its own", () => {
	const cli = join(import.meta.dirname, "../src/cli.ts");
	const tsx = pathToFileURL(
		join(import.meta.dirname, "../node_modules/tsx/dist/loader.mjs"),
	).href;
	const start = (folder: Folder, ...words: readonly string[]) =>
		spawn(process.execPath, ["--import", tsx, cli, ...words], {
			cwd: folder.path,
			env: { ...process.env, NODE_OPTIONS: "" },
		});
	const ended = (child: ReturnType<typeof start>) =>
		new Promise<[number | null, string | null]>((resolve) =>
			child.on("close", (status, signal) => resolve([status, signal])),
		);

	test("builds, and exits with the status", async () => {
		const child = start(open({ ...good, ...bad }));
		let stderr = "";
		child.stderr.on("data", (data) => {
			stderr += data;
		});
		expect(await ended(child)).toEqual([1, null]);
		expect(stderr).toContain("3 errors; nothing was written");
		expect(stderr).not.toContain("\x1b");
	});

	test("takes it well when nobody reads on", async () => {
		const folder = open(good);
		const child = start(folder, "--reporter", "json");
		child.stdout.destroy();
		let stderr = "";
		child.stderr.on("data", (data) => {
			stderr += data;
		});
		expect(await ended(child)).toEqual([0, null]);
		expect(stderr).toBe("");
		expect(Object.keys(folder.read())).toHaveLength(3);
	});

	test.skipIf(process.platform === "win32")(
		"exits with 130 when it is interrupted, and nothing is written",
		async () => {
			const folder = open({
				...good,
				"slow.mjs":
					'console.error("here"); await new Promise((resolve) => setTimeout(resolve, 60_000)); export default {};',
			});
			const child = start(folder, "--config", "slow.mjs");
			child.stderr.once("data", () => child.kill("SIGINT"));
			expect(await ended(child)).toEqual([130, null]);
			expect(folder.read()).toEqual({});
		},
	);
});
