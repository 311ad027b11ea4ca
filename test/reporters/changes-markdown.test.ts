import fc from "fast-check";
import { Marked } from "marked";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import {
	removeUnfitCharacters,
	showText,
	toPlainLine,
} from "../../src/characters.ts";
import type { NamedChanges } from "../../src/published/compare.ts";
import { formatChangesMarkdown } from "../../src/reporters/changes-markdown.ts";
import { createItem } from "../published/items.ts";
import { createChanges, everything, hello, hostile } from "./feed-changes.ts";

describe("a pull request shows", () => {
	test("a table of all feeds, and what becomes of each item", () => {
		expect(
			formatChangesMarkdown([
				createChanges("/a/rss.xml"),
				createChanges("/rss.xml", everything),
			]),
		).toBe(`## What subscribers will see

| feed | against | new | changed | shown again | hidden by a reused id | gone | reordered | past the limit |
| --- | --- | --: | --: | --: | --: | --: | --: | --: |
| /rss.xml | https\\://example.com/rss.xml | 2 | 1 | 1 | 1 | 1 | 1 | 3 |
| /a/rss.xml | https\\://example.com/a/rss.xml | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

<details><summary><code>/rss.xml</code>: 2 new, 1 changed, 1 shown again, 1 hidden by a reused id, 1 gone, 1 reordered, 3 past the feed's limit</summary>

**2 new**

- 2024-05-01 [Hello](<https://example.com/hello/>)
- [https\\://example.com/notes/1/](<https://example.com/notes/1/>)

**1 changed**

- [Bye](<https://example.com/bye/>): title, content

**1 shown again**

- [Hello](<https://example.com/hello/>): \` https://example.com/hello \` → \` urn:x:hello \`

**1 hidden by a reused id**

- [Hello](<https://example.com/hello/>): it has the id of Bye

**1 gone**

- 2023-12-31 [Bye](<https://example.com/bye/>)

**1 reordered**

- [https\\://example.com/notes/1/](<https://example.com/notes/1/>)

</details>
`);
	});

	test("formats with the same changes once", () => {
		const named = ["/rss.xml", "/atom.xml", "/feed.json"].map((feed) =>
			createChanges(feed, { added: [hello] }),
		);
		const text = formatChangesMarkdown(named);
		expect(text).toContain("| /rss.xml, /atom.xml, /feed.json | https");
		expect(text).toContain(
			"<code>/rss.xml</code>, <code>/atom.xml</code>, <code>/feed.json</code>: 1 new",
		);
	});

	test("the first twenty of a kind", () => {
		const added = Array.from({ length: 1000 }, (_, n) =>
			createItem({ id: `urn:x:${n}` }),
		);
		expect(
			formatChangesMarkdown([createChanges("/rss.xml", { added })]),
		).toContain("\n- urn\\:&#8203;x\\:&#8203;19\n- … and 980 more\n");
	});

	test("no more than GitHub takes of a comment", () => {
		const added = Array.from({ length: 20 }, (_, n) =>
			createItem({
				id: `urn:x:${n}`,
				url: `https://example.com/${"é".repeat(200)}`,
			}),
		);
		const named = Array.from({ length: 1000 }, (_, n) =>
			createChanges(`/tags/${n}/rss.xml`, { added }),
		);
		const text = formatChangesMarkdown(named);
		expect(text.length).toBeLessThan(65_536);
		expect(text).toContain("\n… and 950 more feeds\n");
		expect(text).toMatch(/\n… and 9\d\d more feeds with changes\n$/);
	});
});

/** One change of each kind, in which everything that somebody wrote is the text. */
function writeAll(text: string): NamedChanges {
	const item = createItem({ id: text, title: text, url: text, published: 0 });
	const link = { ...item, url: `https://example.com/${text}` };
	const undated = { ...item, published: undefined };
	return {
		feed: `/${text}/rss.xml`,
		against: text,
		changes: {
			added: [item, link, undated],
			changed: [{ item: undated, fields: ["title"] }],
			again: [{ item, was: item }],
			reused: [{ item, was: item }],
			gone: [link],
			archived: 0,
			passed: 0,
			reordered: [undated],
			unchanged: 0,
		},
	};
}

type Node = DefaultTreeAdapterTypes.Node;

/** The elements of a comment as two parsers that others wrote read it, and the words in each that are no code. */
function readComment(markdown: string) {
	const elements: string[] = [];
	const texts: string[] = [];
	const visit = (node: Node, isCode: boolean): string => {
		if ("value" in node) {
			if (!isCode) texts.push(node.value);
			return node.value;
		}
		if (!("childNodes" in node)) return "";
		if ("tagName" in node) {
			const attributes = node.attrs.map(({ name, value }) =>
				name === "href" && value.startsWith("https://example.com/")
					? "to example.com"
					: `${name}=${value}`,
			);
			elements.push([node.tagName, ...attributes].join(" "));
		}
		const isWithin = isCode || ("tagName" in node && node.tagName === "code");
		const text = node.childNodes
			.map((child) => visit(child, isWithin))
			.join("");
		if ("tagName" in node && /^(?:li|td)$/.test(node.tagName)) items.push(text);
		return text;
	};
	const items: string[] = [];
	const html = new Marked({ gfm: true }).parse(markdown, { async: false });
	visit(parseFragment(html), false);
	return { elements, texts, items };
}

const usual = readComment(formatChangesMarkdown([writeAll("word")]));

/** What GitHub makes links and pictures of in words, whatever they are escaped with. */
const calls = /@\w|(?:^|\W)#\d|\bGH-\d|:\w+:/i;

/** What is left of a text without blanks, and without what no line shows as it is. */
const signsOf = (text: string) =>
	removeUnfitCharacters(text).replace(
		/[\s\u200B\u202A-\u202E\u2066-\u2069\uFFFD]/g,
		"",
	);

function checkHarmless(text: string): void {
	const comment = formatChangesMarkdown([writeAll(text)]);
	const { elements, texts, items } = readComment(comment);
	expect(elements).toEqual(usual.elements);
	for (const each of texts) expect(each).not.toMatch(calls);
	const title = showText(toPlainLine(text));
	const signs = items.map(signsOf);
	expect(signs.slice(0, 4)).toEqual([
		signsOf(`/${text}/rss.xml`),
		signsOf(text),
		"3",
		"1",
	]);
	expect(signs).toContain(signsOf(`1970-01-01 ${title}`));
	expect(signs).toContain(signsOf(`${title}: it has the id of ${title}`));
}

describe("nothing that an author wrote is more than its words", () => {
	test.each(hostile.map((text) => [text]))("%j", checkHarmless);

	test("whatever it is", () => {
		const anyText = fc
			.array(
				fc.oneof(
					fc.constantFrom(...hostile),
					fc.string({ unit: "binary-ascii", maxLength: 5 }),
				),
				{ maxLength: 4 },
			)
			.map((parts) => parts.join(""));
		fc.assert(fc.property(anyText, checkHarmless), {
			seed: 20_240_301,
			numRuns: 500,
		});
	});
});
