import { describe, expect, test } from "vitest";
import { common } from "../../src/dialects/common.ts";
import { readAt } from "../support/dialect-articles.ts";

function findId(head: string): string | undefined {
	const article = readAt(common, {}, "articles/hello.md", head);
	return typeof article === "string" ? article : article.id;
}

describe("an article's id, where no generator is known", () => {
	test.each([
		["its own", "id: mine", "mine"],
		["its own before another generator's", "guid: other\nid: mine", "mine"],
		["another generator's alone", "guid: other", "other"],
	])("%s", (_, line, id) => {
		expect(findId(`---\ndate: 2024-01-02\n${line}\n---`)).toBe(id);
	});
});
