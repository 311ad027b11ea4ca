import { expect, test } from "vitest";
import { readArticle } from "../../src/article.ts";
import { jekyll } from "../../src/dialects/jekyll.ts";
import { plain } from "../../src/dialects/plain.ts";
import { createSite } from "../support/articles.ts";

function readDescription(description: string, dialect = jekyll) {
	const text = `---\ntitle: A *b*\ndate: 2024-01-02\ndescription: '${description}'\n---\nText.\n`;
	const source = { file: "a.md", path: "a.md", text };
	const article = readArticle(source, createSite({ dialect }), () => {});
	return typeof article === "string" ? article : article.description;
}

test.each([
	["The [new channel](/channel) is **here**", "The new channel is here"],
	["`Map<K>` &amp; _more_", "Map<K> & more"],
	["Fish &amp; <em>chips</em>, Map<K>", "Fish & chips, Map<K>"],
	["2 * 3 * 4 of snake_case_words", "2 * 3 * 4 of snake_case_words"],
])("a generator's description is plain text: %s", (description, expected) => {
	expect(readDescription(description)).toBe(expected);
});

test("a plain description is as it is written", () => {
	const description = "The [new channel](/channel) is **here**";
	expect(readDescription(description, plain)).toBe(description);
});
