import { describe, expect, test } from "vitest";
import { formatChangesText } from "../../src/reporters/changes-text.ts";
import { createItem } from "../published/items.ts";
import { createChanges, everything, hello, hostile } from "./feed-changes.ts";

describe("a terminal shows", () => {
	test("for each feed the counts, and what becomes of each item", () => {
		expect(formatChangesText([createChanges("/rss.xml", everything)])).toBe(
			`/rss.xml against https://example.com/rss.xml : 2 new, 1 changed, 1 shown again, 1 hidden by a reused id, 1 gone, 1 reordered, 3 past the feed's limit
  new  2024-05-01  Hello  https://example.com/hello/
  new  https://example.com/notes/1/
  changed  Bye: title, content
  shown again  Hello: https://example.com/hello → urn:x:hello
  hidden by a reused id  Hello: it has the id of Bye
  gone  2023-12-31  Bye  https://example.com/bye/
  reordered  https://example.com/notes/1/
`,
		);
	});

	test("noughts where nothing changes", () => {
		expect(formatChangesText([createChanges("/rss.xml")])).toBe(
			"/rss.xml against https://example.com/rss.xml : 0 new, 0 changed, 0 shown again, 0 gone, 0 reordered\n",
		);
		expect(formatChangesText([])).toBe("");
	});

	test("formats with the same changes once, those with changes first", () => {
		const named = [
			createChanges("/tags/a/rss.xml"),
			createChanges("/rss.xml", { added: [hello] }),
			createChanges("/atom.xml", { added: [hello] }),
			createChanges("/feed.json", { added: [hello], passed: 1 }),
			createChanges("/tags/a/atom.xml"),
			createChanges("/tags/b/atom.xml"),
		].map((each) => ({ ...each, against: "old" }));
		const lines = formatChangesText(named).split("\n");
		expect(lines.filter((line) => line.startsWith("/"))).toEqual([
			"/rss.xml, /atom.xml against old : 1 new, 0 changed, 0 shown again, 0 gone, 0 reordered",
			"/feed.json against old : 1 new, 0 changed, 0 shown again, 0 gone, 0 reordered, 1 past the feed's limit",
			"/tags/a/rss.xml, /tags/a/atom.xml against old : 0 new, 0 changed, 0 shown again, 0 gone, 0 reordered",
			"/tags/b/atom.xml against old : 0 new, 0 changed, 0 shown again, 0 gone, 0 reordered",
		]);
	});

	test("the first twenty of a kind, and how many more there are", () => {
		const added = Array.from({ length: 1000 }, (_, n) =>
			createItem({ id: `urn:x:${n}` }),
		);
		const lines = formatChangesText([
			createChanges("/rss.xml", { added }),
		]).split("\n");
		expect(lines).toHaveLength(23);
		expect(lines[21]).toBe("  new  … and 980 more");
	});

	test("the first twenty feeds without changes", () => {
		const named = Array.from({ length: 1000 }, (_, n) =>
			createChanges(`/tags/${n}/rss.xml`),
		);
		const lines = formatChangesText(named).split("\n");
		expect(lines).toHaveLength(22);
		expect(lines[20]).toBe("… and 980 more feeds without changes");
	});
});

test("nothing that an author wrote is a command or a line of its own", () => {
	const items = hostile.map((text) =>
		createItem({ id: text, title: text, url: text }),
	);
	const pairs = items.map((item) => ({ item, was: item }));
	const named = {
		...createChanges("/rss.xml"),
		feed: "/\n::x",
		against: "\u001B[2J",
	};
	const text = formatChangesText([
		{
			...named,
			changes: {
				...named.changes,
				added: items,
				again: pairs,
				reused: pairs,
			},
		},
	]);
	expect(text).not.toMatch(
		// biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
		/[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/,
	);
	expect(text.split("\n").slice(1, -1)).toSatisfy((lines: string[]) =>
		lines.every((line) => line.startsWith("  ")),
	);
});

test("an address or an id is cut that is very long", () => {
	const url = `https://example.com/${"a".repeat(100_000)}`;
	const item = createItem({ id: url, url, title: "A ".repeat(10_000) });
	const changes = { added: [item], again: [{ item, was: item }] };
	expect(
		formatChangesText([createChanges("/rss.xml", changes)]).length,
	).toBeLessThan(1500);
});
