import { describe, expect, test } from "vitest";
import type { Findings } from "../../src/init/findings.ts";
import { reportJson } from "../../src/reporters/json.ts";
import { reportText } from "../../src/reporters/text.ts";
import { done, plain } from "./outcomes.ts";

const none = { distinct: 0, articles: 0 };
const found: Findings = {
	generator: { dialect: "common", title: "no generator that is known" },
	folder: ".",
	articleFolders: ["notes", "posts"],
	otherFolders: [],
	dates: [],
	languages: [],
	authors: none,
	tags: none,
	categories: none,
	pictures: 0,
	problems: [],
	rendered: 2,
	feeds: [],
	steps: ["Run it."],
};

const tell = (more: Partial<Findings>) =>
	reportText(
		{
			...done,
			feeds: [],
			found: { ...found, ...more },
			written: "feed.config.ts",
		},
		plain,
	).stdout;

test("of little there is little to say", () => {
	expect(tell({})).toBe(`generator  no generator that is known
articles   notes, posts: 2 articles: 2 published
dates      none
languages  none
people     no authors
terms      no tags; no categories
pictures   in 0 articles
texts      all were looked at

feed.config.ts: written
  Run it.
`);
});

describe("what there is", () => {
	test("is counted", () => {
		const said = tell({
			first: 0,
			last: 86_400_000,
			dates: [
				{ name: "front matter", articles: 3 },
				{ name: "folder", articles: 1 },
			],
			authors: { distinct: 2, articles: 1 },
			tags: { distinct: 1, articles: 2 },
			pictures: 1,
			rendered: 1,
		});
		for (const line of [
			"dates      1970-01-01 to 1970-01-02; 3 in the front matter, 1 in the folder",
			"people     2 authors in 1 article",
			"terms      1 tag in 2 articles; no categories",
			"pictures   in 1 article",
			"texts      the newest 1 were looked at; feedwright build looks at all",
		])
			expect(said.split("\n")).toContain(line);
	});

	test("of a kind is cut after five", () => {
		const languages = [..."abcdefg"].map((name) => ({ name, articles: 1 }));
		expect(tell({ languages })).toContain(
			"languages  a 1, b 1, c 1, d 1, e 1 and 2 more\n",
		);
	});

	test("of problems errors and warnings alone are shown", () => {
		const example = { file: "a\nb.md", line: 3, message: "\u001B[2Jno date" };
		const said = tell({
			problems: [
				{ code: "date-missing", severity: "error", count: 12, example },
				{ code: "by-the-way", severity: "info", count: 1, example },
			],
		});
		expect(said).toContain(
			"problem                  for example\ndate-missing  error  12  a b.md:3 �[2Jno date\n",
		);
		expect(said).not.toContain("by-the-way");
	});
});

test("--quiet says nothing", () => {
	const outcome = { ...done, found, written: "feed.config.ts" };
	expect(reportText(outcome, { ...plain, quiet: true }).stdout).toBe("");
});

test("programs get all of it, instants in RFC 3339's form", () => {
	const outcome = { ...done, found: { ...found, first: 0 }, written: "x.ts" };
	expect(JSON.parse(reportJson(outcome, plain).stdout)).toMatchObject({
		found: { ...found, first: "1970-01-01T00:00:00.000Z" },
		written: "x.ts",
	});
});
