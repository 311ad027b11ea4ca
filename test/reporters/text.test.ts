import pc from "picocolors";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/outcome.ts";
import { reportText } from "../../src/reporters/text.ts";
import { done, feed, mistakes, plain, refused } from "./outcomes.ts";

describe("a success is one short table and an empty standard error", () => {
	test("of each feed, its items, its sizes, written or unchanged, and the time", () => {
		const feeds = [
			...feed("/", { items: 12, bytes: 1_234_567 }),
			...feed("/tags/news/", { written: false }),
		];
		const outcome = { ...done, feeds, removed: ["old/rss.xml"] };
		expect(reportText(outcome, plain)).toEqual({
			stdout: `feed         items               RSS              Atom         JSON Feed
/               12    1.2 MB written    1.2 MB written    1.2 MB written
/tags/news/      2  1.2 kB unchanged  1.2 kB unchanged  1.2 kB unchanged

2 articles: 2 published
dist: 3 written, 3 unchanged, 1 removed in 1.23 s
`,
			stderr: "",
		});
	});

	test("with a dash for a format that is left out", () => {
		const feeds = done.feeds.filter(({ format }) => format !== "atom");
		expect(reportText({ ...done, feeds }, plain).stdout).toMatch(
			/^\/ {9}2 {2}1\.2 kB written {5}– {2}1\.2 kB written$/m,
		);
	});

	test("of a thousand feeds the first twenty, and how many more there are", () => {
		const feeds = Array.from({ length: 1000 }, (_, i) => feed(`/${i}/`)).flat();
		const { stdout } = reportText({ ...done, feeds }, plain);
		expect(stdout.split("\n").slice(0, 22).at(-1)).toBe("… and 980 more feeds");
		expect(stdout).toContain("3000 written, 0 unchanged");
	});

	// The second of two feeds in one folder was once left out.
	test("with a row for each of two feeds that share a folder", () => {
		const feeds = [...feed("/"), ...feed("/", { items: 7 })];
		const { stdout } = reportText({ ...done, feeds }, plain);
		expect(stdout.match(/^\/ .*/gm)).toHaveLength(2);
	});

	test.each<[Partial<Outcome["articles"]>, string]>([
		[{ read: 1, published: 1 }, "1 article: 1 published"],
		[{ read: 3, published: 2, draft: 1 }, "3 articles: 2 published, 1 draft"],
		[{ read: 4, draft: 2 }, "4 articles: 2 published, 2 drafts"],
		[
			{ read: 9, draft: 1, scheduled: 2, expired: 3, failed: 1 },
			"9 articles: 2 published, 1 draft, 2 scheduled (next: articles/b.md at 2030-01-02T03:04:05Z), 3 expired, 1 left out after errors",
		],
	])("%j is told as: %s", (counts, line) => {
		const articles = { ...done.articles, ...counts };
		const next = {
			file: "articles/b.md",
			date: Date.UTC(2030, 0, 2, 3, 4, 5),
		};
		const { stdout } = reportText({ ...done, articles, next }, plain);
		expect(stdout.split("\n").at(-3)).toBe(line);
	});
});

describe("what is wrong stands on standard error", () => {
	test("each with its place, message and hint, and how many there are", () => {
		expect(reportText(refused, plain)).toEqual({
			stdout: "",
			stderr: `feed.config.ts  warning  There is more than one
  Delete one.
articles/hello.md:3:7  error  "date" is not a date: 2024-13-45
  Write it as 2024-12-31
  or 2024-12-31T10:00:00+02:00.
info  By the way

1 error and 1 warning; nothing was written
`,
		});
	});

	test("beside the table when the build goes on", () => {
		const { stdout, stderr } = reportText(
			{ ...done, diagnostics: mistakes },
			plain,
		);
		expect(stdout).toMatch(/^feed /);
		expect(stderr).toMatch(/\n\n1 error and 1 warning\n$/);
	});

	test.each([
		[1, "1 error and 1 warning; nothing was written"],
		[2, "1 error and 1 warning; nothing was written"],
		// The disk may have refused in the middle.
		[70, "1 error and 1 warning"],
		[74, "1 error and 1 warning"],
	] as const)("at exit %i: %s", (status, line) => {
		const { stdout, stderr } = reportText({ ...refused, status }, plain);
		expect(stdout).toBe("");
		expect(stderr.trimEnd().split("\n").at(-1)).toBe(line);
	});

	test("and a note alone is not counted", () => {
		const diagnostics = mistakes.slice(2);
		const { stderr } = reportText({ ...done, diagnostics }, plain);
		expect(stderr).toBe("info  By the way\n");
	});
});

test("--quiet leaves errors and warnings alone", () => {
	const quiet = { ...plain, quiet: true };
	expect(reportText(done, quiet)).toEqual({ stdout: "", stderr: "" });
	const { stdout, stderr } = reportText(
		{ ...done, diagnostics: mistakes },
		quiet,
	);
	expect(stdout).toBe("");
	expect(stderr).not.toContain("By the way");
	expect(stderr).toContain("There is more than one");
	expect(stderr).toContain("is not a date");
});

test("colours stand on standard error alone", () => {
	const colors = pc.createColors(true);
	const { stdout, stderr } = reportText(
		{ ...done, diagnostics: mistakes },
		{ ...plain, colors },
	);
	expect(stderr).toContain("\x1b[31merror\x1b[39m");
	expect(stderr).toContain("\x1b[33mwarning\x1b[39m");
	expect(stderr).toContain("\x1b[36minfo\x1b[39m");
	expect(stderr).toContain("\x1b[1marticles/hello.md:3:7\x1b[22m");
	expect(stdout).not.toContain("\x1b");
});

test("nothing that an article or a file's name holds commands a terminal", () => {
	const evil = "a\x1b[2J\x07\r\x9b\u202Eb\n::error::c";
	const outcome: Outcome = {
		...done,
		articles: { ...done.articles, scheduled: 1 },
		next: { file: evil, date: 0 },
		diagnostics: [
			{
				severity: "error",
				code: "x",
				message: evil,
				hint: "Write\x1b[0m it.",
				file: evil,
				line: 1,
			},
		],
	};
	const { stdout, stderr } = reportText(outcome, plain);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
	expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
	expect(stdout + stderr).not.toMatch(/^::/m);
	expect(stderr).toContain("a�[2J����b ::error::c:1  error");
});
