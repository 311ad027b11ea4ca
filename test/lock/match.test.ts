import { describe, expect, test } from "vitest";
import { hashText, sketchText } from "../../src/lock/fingerprint.ts";
import type { LockedArticle } from "../../src/lock/lock.ts";
import { matchArticles } from "../../src/lock/match.ts";
import type { Present } from "../../src/lock/pool.ts";
import { createArticle } from "../support/articles.ts";
import { replacePart, texts } from "./texts.ts";

/** An issue of a newsletter: nine tenths of it are the same in all. */
const writeIssue = (words: string) =>
	`${texts.ferry.slice(0, 1700)}\n\n${words.slice(0, 120)}`;

/**
 * Texts by their names; any other name is a text of its own that is too short to be known by. `'` behind a name is the
 * text with a tenth of it written anew, `"` a quarter of it.
 */
const long: Readonly<Record<string, string>> = {
	ferry: texts.ferry,
	sourdough: texts.sourdough,
	index: texts.index,
	"issue-1": writeIssue(texts.sourdough),
	"issue-2": writeIssue(texts.index),
	"issue-3": writeIssue(texts.index.slice(500)),
	"issue-4": writeIssue(texts.sourdough.slice(500)),
};

function readText(word: string): string {
	const [, name = "", edit] = /^(.*?)(['"]?)$/.exec(word) ?? [];
	const text = long[name] ?? `Just ${name}.`;
	if (edit === "'") return replacePart(text, 300, text.length / 10);
	if (edit === '"') return replacePart(text, 300, text.length / 4);
	return text;
}

/**
 * Reads an article from `path; title; day; text; more`: no title is `-`, a day is one of January 2024 and may have hours
 * as in `3-9h`, `more` is `retracted`, `id=…` or `url=…`; the address follows the path.
 */
function read(line: string) {
	const [path = "", title = "", day = "", text = "", ...more] =
		line.split("; ");
	const [, days, hours = "0"] = /^(\d+)(?:([+-]\d+)h)?$/.exec(day) ?? [];
	const values = Object.fromEntries(more.map((one) => one.split("=")));
	const body = readText(text);
	const own = title === "-" ? undefined : title;
	return {
		path,
		title: own,
		date: Date.UTC(2024, 0, Number(days), Number(hours)),
		body,
		hash: hashText(own, undefined, body),
		sketch: sketchText(body),
		url: `https://x.org${values.url ?? `/${path.replace(/\.md$/, "/")}`}`,
		id: values.id as string | undefined,
		isRetracted: "retracted" in values,
	};
}

function readEntry(line: string, index: number): LockedArticle {
	const { path, title, date, hash, sketch, url, id, isRetracted } = read(line);
	return {
		number: index + 1,
		id: id ?? url,
		path,
		url,
		title,
		date,
		hash,
		sketch,
		...(isRetracted && { retracted: Date.UTC(2024, 1, 1) }),
	};
}

function readPresent(line: string): Present {
	const { path, title, date, hash, sketch, url, id } = read(line);
	const article = createArticle({
		file: path,
		path,
		title,
		date,
		hash,
		url,
		ownId: id,
	});
	return { article, path, sketch: () => sketch };
}

/**
 * Gives what became of each article: `b.md is a.md`, `b.md may be a.md: title and date`, `b.md is new`, `a.md is gone`.
 * @param taken files that are there and hold no published article
 */
function match(
	before: readonly string[],
	now: readonly string[],
	taken: readonly string[] = [],
): string[] {
	const lock = { feeds: [], articles: before.map(readEntry) };
	const present = now.map(readPresent);
	const { found, doubts, gone } = matchArticles(lock, present, new Set(taken));
	const doubted = new Set(doubts.map((doubt) => doubt.present));
	return [
		...present.flatMap((one) => {
			if (doubted.has(one)) return [];
			const entry = found.get(one);
			return entry ? `${one.path} is ${entry.path}` : `${one.path} is new`;
		}),
		...doubts.map(
			({ present, entry, common }) =>
				`${present.path} may be ${entry.path}: ${common}`,
		),
		...gone.map(({ path }) => `${path} is gone`),
	];
}

type Row = [
	what: string,
	before: string[],
	now: string[],
	became: string[],
	taken?: string[],
];

describe("a file where it was", () => {
	test.each<Row>([
		["as it was", ["a.md; A; 1; x"], ["a.md; A; 1; x"], ["a.md is a.md"]],
		["edited", ["a.md; A; 1; x"], ["a.md; A; 1; y"], ["a.md is a.md"]],
		[
			"with another title",
			["a.md; A; 1; x"],
			["a.md; B; 1; x"],
			["a.md is a.md"],
		],
		[
			"with another date",
			["a.md; A; 1; x"],
			["a.md; A; 9; x"],
			["a.md is a.md"],
		],
		[
			"of which nothing is left but its name",
			["a.md; A; 1; ferry"],
			["a.md; B; 9; sourdough"],
			["a.md is a.md"],
		],
		[
			"at another address",
			["a.md; A; 1; x"],
			["a.md; A; 1; x; url=/posts/a/"],
			["a.md is a.md"],
		],
		[
			"in a zone that moves its date",
			["a.md; A; 1; x"],
			["a.md; A; 1-9h; x"],
			["a.md is a.md"],
		],
		[
			"beside one that is new, with the same title and date",
			["a.md; A; 1; x"],
			["b.md; A; 1; x", "a.md; A; 1; x"],
			["b.md is new", "a.md is a.md"],
		],
	])("%s", (_, before, now, became) => {
		expect(match(before, now)).toEqual(became);
	});
});

describe("a file that moved", () => {
	test.each<Row>([
		["as it was", ["a.md; A; 1; x"], ["b.md; A; 1; x"], ["b.md is a.md"]],
		[
			"with another date",
			["a.md; A; 1; x"],
			["b.md; A; 9; x"],
			["b.md is a.md"],
		],
		[
			"without a title, and with another date",
			["a.md; -; 1; x"],
			["b.md; -; 9; x"],
			["b.md is a.md"],
		],
		["edited, short", ["a.md; A; 1; x"], ["b.md; A; 1; y"], ["b.md is a.md"]],
		[
			"edited, long",
			["a.md; A; 1; ferry"],
			["b.md; A; 1; ferry'"],
			["b.md is a.md"],
		],
		[
			"a quarter of it written anew",
			["a.md; A; 1; ferry"],
			['b.md; A; 1; ferry"'],
			["b.md is a.md"],
		],
		[
			"edited, in a zone that moves its date",
			["a.md; A; 1; ferry"],
			["b.md; A; 1+14h; ferry'"],
			["b.md is a.md"],
		],
		[
			"under another title",
			["a.md; A; 1; ferry"],
			["b.md; B; 1; ferry"],
			["b.md is a.md"],
		],
		[
			"under another title and date",
			["a.md; A; 1; ferry"],
			["b.md; B; 9; ferry"],
			["b.md is a.md"],
		],
		[
			"and left its address, under another title",
			["a.md; A; 1; x"],
			["b.md; B; 1; x; url=/a/"],
			["b.md is a.md"],
		],
		[
			"and left its address, edited, on another day",
			["a.md; A; 1; x"],
			["b.md; A; 9; y; url=/a/"],
			["b.md is a.md"],
		],
		[
			"to another domain's same address",
			["a.md; A; 1; ferry"],
			["b.md; B; 9; ferry'; url=/a/"],
			["b.md is a.md"],
		],
		[
			"with all others, to folders of years",
			["a.md; A; 1; x", "b.md; B; 2; y", "c.md; C; 3; z"],
			["2024/a.md; A; 1; x", "2024/b.md; B; 2; y", "2024/c.md; C; 3; z"],
			["2024/a.md is a.md", "2024/b.md is b.md", "2024/c.md is c.md"],
		],
	])("%s", (_, before, now, became) => {
		expect(match(before, now)).toEqual(became);
	});
});

describe("files that changed places", () => {
	test.each<Row>([
		[
			"two",
			["a.md; A; 1; x", "b.md; B; 2; y"],
			["a.md; B; 2; y", "b.md; A; 1; x"],
			["a.md is b.md", "b.md is a.md"],
		],
		[
			"two of one day",
			["a.md; A; 1; x", "b.md; B; 1; y"],
			["a.md; B; 1; y", "b.md; A; 1; x"],
			["a.md is b.md", "b.md is a.md"],
		],
		[
			"two of one title",
			["a.md; A; 1; x", "b.md; A; 2; y"],
			["a.md; A; 2; y", "b.md; A; 1; x"],
			["a.md is b.md", "b.md is a.md"],
		],
		[
			"two without titles",
			["a.md; -; 1; x", "b.md; -; 2; y"],
			["a.md; -; 2; y", "b.md; -; 1; x"],
			["a.md is b.md", "b.md is a.md"],
		],
		[
			"two without titles, of one day",
			["a.md; -; 1; x", "b.md; -; 1; y"],
			["a.md; -; 1; y", "b.md; -; 1; x"],
			["a.md is b.md", "b.md is a.md"],
		],
		[
			"numbered ones without titles, of one day, of which the first is new",
			["1.md; -; 1; ferry", "2.md; -; 1; sourdough"],
			["1.md; -; 1; index", "2.md; -; 1; ferry", "3.md; -; 1; sourdough"],
			["1.md is new", "2.md is 1.md", "3.md is 2.md"],
		],
		[
			"two, edited",
			["a.md; A; 1; ferry", "b.md; B; 2; sourdough"],
			["a.md; B; 2; sourdough'", "b.md; A; 1; ferry'"],
			["a.md is b.md", "b.md is a.md"],
		],
		[
			"three, in a circle",
			["a.md; A; 1; x", "b.md; B; 2; y", "c.md; C; 3; z"],
			["a.md; C; 3; z", "b.md; A; 1; x", "c.md; B; 2; y"],
			["a.md is c.md", "b.md is a.md", "c.md is b.md"],
		],
		[
			"numbered ones, of which the first is new",
			["1.md; A; 1; x", "2.md; B; 2; y"],
			["1.md; C; 3; z", "2.md; A; 1; x", "3.md; B; 2; y"],
			["1.md is new", "2.md is 1.md", "3.md is 2.md"],
		],
	])("%s", (_, before, now, became) => {
		expect(match(before, now)).toEqual(became);
	});
});

describe("another article where one was", () => {
	test.each<Row>([
		[
			"that moved",
			["a.md; A; 1; x"],
			["a.md; B; 9; y", "b.md; A; 1; x"],
			["a.md is new", "b.md is a.md"],
		],
		[
			"of the same day, that moved",
			["a.md; A; 1; x"],
			["a.md; B; 1; y", "b.md; A; 1; x"],
			["a.md is new", "b.md is a.md"],
		],
		[
			"of the same title, that moved",
			["a.md; A; 1; x"],
			["a.md; A; 9; y", "b.md; A; 1; x"],
			["a.md is new", "b.md is a.md"],
		],
		[
			"of the same day, that moved and was edited",
			["a.md; A; 1; ferry"],
			["a.md; B; 1; sourdough", "b.md; A; 1; ferry'"],
			["a.md is new", "b.md is a.md"],
		],
		[
			"of the same day, that moved and has another title",
			["a.md; A; 1; ferry"],
			["a.md; B; 1; sourdough", "b.md; C; 1; ferry"],
			["a.md is new", "b.md is a.md"],
		],
		[
			"of the same day, short, that moved and was edited",
			["a.md; A; 1; x"],
			["a.md; B; 1; y", "b.md; A; 1; z"],
			["a.md is new", "b.md is a.md"],
		],
		[
			"at its address alone, that moved",
			["a.md; A; 1; x"],
			["c.md; B; 9; y; url=/a/", "b.md; A; 1; x"],
			["c.md is new", "b.md is a.md"],
		],
		[
			"at its address alone, that is gone",
			["a.md; A; 1; ferry"],
			["c.md; B; 9; sourdough; url=/a/"],
			["c.md is new", "a.md is gone"],
		],
	])("%s", (_, before, now, became) => {
		expect(match(before, now)).toEqual(became);
	});
});

describe("what is alike and is not the same", () => {
	test.each<Row>([
		[
			"a copy beside the original",
			["a.md; A; 1; ferry"],
			["a copy.md; A; 1; ferry", "a.md; A; 1; ferry"],
			["a copy.md is new", "a.md is a.md"],
		],
		[
			"a copy beside the original, which was edited",
			["a.md; A; 1; ferry"],
			["a copy.md; A; 1; ferry", "a.md; A; 1; ferry'"],
			["a copy.md is new", "a.md is a.md"],
		],
		[
			"two notes without titles and of one text, of which one moved",
			["a.md; -; 1; x", "b.md; -; 2; x"],
			["a.md; -; 1; x", "c.md; -; 2; x"],
			["a.md is a.md", "c.md is b.md"],
		],
		[
			"two notes without titles and of one text, that both moved",
			["a.md; -; 1; x", "b.md; -; 2; x"],
			["d.md; -; 2; x", "c.md; -; 1; x"],
			["d.md is b.md", "c.md is a.md"],
		],
		[
			"two notes of one text and one day, of which one moved",
			["a.md; -; 1; x", "b.md; -; 1; x"],
			["b.md; -; 1; x", "c.md; -; 1; x"],
			["b.md is b.md", "c.md is a.md"],
		],
		[
			"a text that many have: one is gone, another one new",
			["a.md; -; 1; x", "b.md; -; 2; x", "c.md; -; 3; x"],
			["a.md; -; 1; x", "b.md; -; 2; x", "d.md; -; 4; x"],
			["a.md is a.md", "b.md is b.md", "d.md is new", "c.md is gone"],
		],
		[
			"a long text that many have: one is gone, another one new",
			["a.md; A; 1; ferry", "b.md; B; 2; ferry", "c.md; C; 3; ferry"],
			["a.md; A; 1; ferry", "b.md; B; 2; ferry", "d.md; D; 4; ferry"],
			["a.md is a.md", "b.md is b.md", "d.md is new", "c.md is gone"],
		],
		[
			"issues of a newsletter: one is gone, the next one new",
			["1.md; No. 1; 1; issue-1", "2.md; No. 2; 8; issue-2"],
			["2.md; No. 2; 8; issue-2", "3.md; No. 3; 15; issue-3"],
			["2.md is 2.md", "3.md is new", "1.md is gone"],
		],
		[
			"issues of a newsletter that moved, and a new one",
			["1.md; No. 1; 1; issue-1", "2.md; No. 2; 8; issue-2"],
			[
				"n/3.md; No. 3; 15; issue-3",
				"n/1.md; No. 1; 1; issue-1",
				"n/2.md; No. 2; 8; issue-2",
			],
			["n/3.md is new", "n/1.md is 1.md", "n/2.md is 2.md"],
		],
		[
			"issues of a newsletter that moved and were edited",
			["1.md; No. 1; 1; issue-1", "2.md; No. 2; 8; issue-2"],
			["n/1.md; No. 1; 1; issue-3", "n/2.md; No. 2; 8; issue-4"],
			["n/1.md is 1.md", "n/2.md is 2.md"],
		],
		[
			"a post of the same title on another day, while the former one is gone",
			["a.md; Links; 1; x"],
			["b.md; Links; 9; y"],
			["b.md is new", "a.md is gone"],
		],
		[
			"a post of the same title on the next day, while the former one is gone",
			["a.md; Links; 1; ferry"],
			["b.md; Links; 2; sourdough"],
			["b.md is new", "a.md is gone"],
		],
		[
			"a short post of the same title on the next day, while the former one is gone",
			["a.md; Links; 1; x"],
			["b.md; Links; 2; y"],
			["b.md is new", "a.md is gone"],
		],
		[
			"texts of one title and day that all moved: the same address tells",
			["a.md; A; 1; x; url=/1/", "b.md; A; 1; x; url=/2/"],
			["c.md; A; 1; x; url=/2/", "d.md; A; 1; x; url=/1/"],
			["c.md is b.md", "d.md is a.md"],
		],
		[
			"texts of one title and day that all moved: the same name tells, where no address does",
			["a.md; A; 1; x", "b.md; A; 1; x"],
			["2024/b.md; A; 1; x", "2024/a.md; A; 1; x"],
			["2024/b.md is b.md", "2024/a.md is a.md"],
		],
		[
			"another post of the same day, while the former one is gone",
			["a.md; A; 1; x"],
			["b.md; B; 1; y"],
			["b.md is new", "a.md is gone"],
		],
	])("%s", (_, before, now, became) => {
		expect(match(before, now)).toEqual(became);
	});
});

describe("an article that was retracted", () => {
	test.each<Row>([
		["stays so", ["a.md; A; 1; x; retracted"], [], ["a.md is gone"]],
		[
			"comes back",
			["a.md; A; 1; x; retracted"],
			["a.md; A; 1; x"],
			["a.md is a.md"],
		],
		[
			"comes back, edited",
			["a.md; A; 1; ferry; retracted"],
			["a.md; A; 1; ferry'"],
			["a.md is a.md"],
		],
		[
			"comes back under another title",
			["a.md; A; 1; ferry; retracted"],
			["a.md; B; 1; ferry"],
			["a.md is a.md"],
		],
		[
			"comes back elsewhere",
			["a.md; A; 1; x; retracted"],
			["b.md; A; 1; x"],
			["b.md is a.md"],
		],
		[
			"comes back elsewhere, edited",
			["a.md; A; 1; ferry; retracted"],
			["b.md; A; 1; ferry'"],
			["b.md is a.md"],
		],
		[
			"keeps its id from one with the same words on another day, such as a greeting each year",
			["a.md; ; 1; x; retracted"],
			["b.md; ; 9; x"],
			["b.md is new", "a.md is gone"],
		],
		[
			"keeps its id from another one in its place",
			["a.md; A; 1; x; retracted"],
			["a.md; B; 9; y"],
			["a.md is new", "a.md is gone"],
		],
		[
			"keeps its id from another one in its place, of the same day",
			["a.md; A; 1; x; retracted"],
			["a.md; B; 1; y"],
			["a.md is new", "a.md is gone"],
		],
		[
			"keeps its id from another one in its place, of the same title",
			["a.md; A; 1; x; retracted"],
			["a.md; A; 9; y"],
			["a.md is new", "a.md is gone"],
		],
		[
			"keeps its id from another one at its address, of the same day",
			["a.md; A; 1; ferry; retracted"],
			["b.md; B; 1; sourdough; url=/a/"],
			["b.md is new", "a.md is gone"],
		],
		[
			"keeps its id from another one of the same title on the next day",
			["a.md; Links; 1; x; retracted"],
			["b.md; Links; 2; y"],
			["b.md is new", "a.md is gone"],
		],
		[
			"keeps its id from one of the same title on the next day, with much of the text",
			["a.md; Links; 1; ferry; retracted"],
			['b.md; Links; 2; ferry"'],
			["b.md is new", "a.md is gone"],
		],
		[
			"keeps its id from another untitled one in its place, of the same day",
			["a.md; -; 1; x; retracted"],
			["a.md; -; 1; y"],
			["a.md is new", "a.md is gone"],
		],
		[
			"is not asked about",
			["a.md; A; 1; ferry; retracted"],
			["b.md; A; 1; sourdough", "c.md; C; 9; ferry'"],
			["b.md is new", "c.md is new", "a.md is gone"],
		],
		[
			"leaves its place to one that leaves it again",
			["a.md; A; 1; x; retracted", "a.md; B; 1; y"],
			["a.md; B; 1; y"],
			["a.md is a.md", "a.md is gone"],
		],
	])("%s", (_, before, now, became) => {
		expect(match(before, now)).toEqual(became);
	});
});

describe("a file that is a draft now, or cannot be read", () => {
	test.each<Row>([
		["is neither an article nor gone", ["a.md; A; 1; x"], [], [], ["a.md"]],
		[
			"is nothing else that may be it",
			["a.md; A; 1; ferry"],
			["b.md; A; 1; sourdough", "c.md; C; 9; ferry'"],
			["b.md is new", "c.md is new"],
			["a.md"],
		],
		[
			"is not its copy",
			["a.md; A; 1; ferry"],
			["b.md; A; 1; ferry"],
			["b.md is new"],
			["a.md"],
		],
		[
			"is not what stands at its address",
			["a.md; A; 1; x"],
			["b.md; A; 1; x; url=/a/"],
			["b.md is new"],
			["a.md"],
		],
		[
			"leaves the others as they are",
			["a.md; A; 1; x", "b.md; B; 2; y", "c.md; C; 3; z"],
			["d.md; B; 2; y"],
			["d.md is b.md", "c.md is gone"],
			["a.md"],
		],
		[
			"stays retracted when it was",
			["a.md; A; 1; x; retracted"],
			[],
			[],
			["a.md"],
		],
	])("%s", (_, before, now, became, taken) => {
		expect(match(before, now, taken)).toEqual(became);
	});
});

describe("an id in the front matter says which article it is", () => {
	test.each<Row>([
		[
			"whatever else has changed",
			["a.md; A; 1; ferry"],
			["b.md; B; 9; sourdough; id=https://x.org/a/"],
			["b.md is a.md"],
		],
		[
			"and one that nobody knows says nothing",
			["a.md; A; 1; x"],
			["a.md; A; 1; x; id=urn:new"],
			["a.md is a.md"],
		],
		[
			"before its file's place does",
			["a.md; A; 1; x; id=urn:a", "b.md; B; 2; y; id=urn:b"],
			["a.md; C; 8; z; id=urn:b", "b.md; D; 9; w; id=urn:a"],
			["a.md is b.md", "b.md is a.md"],
		],
		[
			"but not in a copy, while its own file is as it was",
			["a.md; A; 1; x", "b.md; B; 2; y"],
			["a.md; A; 1; x", "b.md; B; 2; y; id=https://x.org/a/"],
			["a.md is a.md", "b.md is b.md"],
		],
		[
			"nor in a new file, while its own file has been edited",
			["a.md; A; 1; ferry"],
			["a.md; A; 1; ferry'", "b.md; B; 2; y; id=https://x.org/a/"],
			["a.md is a.md", "b.md is new"],
		],
		[
			"while its own file holds something else now",
			["a.md; A; 1; x"],
			["a.md; C; 8; z", "b.md; B; 9; y; id=https://x.org/a/"],
			["a.md is new", "b.md is a.md"],
		],
		[
			"though it was retracted",
			["a.md; A; 1; x; retracted; id=urn:a"],
			["b.md; B; 9; y; id=urn:a"],
			["b.md is a.md"],
		],
		[
			"though a file cannot be read",
			["a.md; A; 1; x; id=urn:a"],
			["b.md; B; 9; y; id=urn:a"],
			["b.md is a.md"],
			["a.md"],
		],
		[
			"to one file alone",
			["a.md; A; 1; x; id=urn:a"],
			["a.md; A; 1; x; id=urn:a", "b.md; B; 2; y; id=urn:a"],
			["a.md is a.md", "b.md is new"],
		],
	])("%s", (_, before, now, became, taken) => {
		expect(match(before, now, taken)).toEqual(became);
	});
});

describe("what may be the same is asked", () => {
	test.each<Row>([
		[
			"of one title and date, and another text",
			["a.md; A; 1; ferry"],
			["b.md; A; 1; sourdough"],
			["b.md may be a.md: title and date"],
		],
		[
			"of much the same text, under another title and date",
			["a.md; A; 1; ferry"],
			["b.md; B; 9; ferry'"],
			["b.md may be a.md: much of the text"],
		],
		[
			"of much the same text and one date",
			["a.md; A; 1; ferry"],
			["b.md; B; 1; ferry'"],
			["b.md may be a.md: much of the text"],
		],
		[
			"of two, the one that is more alike",
			["a.md; A; 1; ferry", "b.md; B; 2; sourdough"],
			["c.md; C; 9; ferry'", "d.md; D; 8; index"],
			["d.md is new", "c.md may be a.md: much of the text", "b.md is gone"],
		],
		[
			"each once",
			["a.md; A; 1; ferry"],
			["b.md; A; 1; sourdough", "c.md; A; 1; index"],
			["c.md is new", "b.md may be a.md: title and date"],
		],
		[
			"and never what is still there",
			["a.md; A; 1; ferry"],
			["a.md; A; 1; ferry", "b.md; B; 9; ferry'", "c.md; A; 1; index"],
			["a.md is a.md", "b.md is new", "c.md is new"],
		],
	])("%s", (_, before, now, became) => {
		expect(match(before, now)).toEqual(became);
	});
});
