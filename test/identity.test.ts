import { describe, expect, test } from "vitest";
import { chooseFeedId, chooseId, toAtomId } from "../src/identity.ts";

/** Each row is a promise to subscribers. A row may be added; none may ever change. */
describe("ids in Atom", () => {
	test.each([
		["https://example.com/a/", "https://example.com/a/"],
		["tag:example.com,2024:1", "tag:example.com,2024:1"],
		[
			"urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
			"urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
		],
		["https://example.com/日本語", "https://example.com/日本語"],
		["URN:ISBN:0451450523", "URN:ISBN:0451450523"],
		["post-1", "urn:uuid:ac17f12f-7b16-5068-8715-179e2afd372b"],
		["1", "urn:uuid:b80c8fef-a677-5340-85fb-2c162d75df03"],
		["note: with blanks", "urn:uuid:7decf868-7f69-5d5b-b67c-d307272e5455"],
		["日本語", "urn:uuid:7d340f48-c165-55f5-8ac5-8d642da1c20d"],
		["/a/", "urn:uuid:f3da41c3-bd92-57d9-afe6-78af26eba4eb"],
		["a b", "urn:uuid:41273022-129f-5163-987d-6f7a5f9e2fc8"],
		["http://x/<y>", "urn:uuid:e26bfd4a-31b3-5f06-9f2b-2c2244b4212e"],
		["{1}", "urn:uuid:45fe5281-ed83-58f8-8529-98821a17c7cc"],
		["123:4", "urn:uuid:75391739-33cd-50c5-84f5-6a05d81763f0"],
		["c:\\x", "urn:uuid:0446f569-5011-5c66-a735-1e50bd44b62e"],
		["a:", "urn:uuid:d309b8c8-2f0b-5102-92e7-8453c1240253"],
	])("%s", (id, atomId) => {
		expect(toAtomId(id)).toBe(atomId);
	});
});

test("an article's id is its author's, else its address", () => {
	expect(chooseId("post-1", "https://example.com/a/")).toBe("post-1");
	expect(chooseId(undefined, "https://example.com/a/")).toBe(
		"https://example.com/a/",
	);
});

test.each([
	["https://example.com/", "/", "https://example.com/"],
	["https://example.com/blog/", "/", "https://example.com/blog/"],
	["https://example.com/blog/", "/tags/c/", "https://example.com/blog/tags/c/"],
	[
		"https://example.com/",
		"/tags/日本語/",
		"https://example.com/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/",
	],
])("the feed of %s at %s has the id %s", (siteUrl, path, id) => {
	expect(chooseFeedId(siteUrl, path)).toBe(id);
});
