import { describe, expect, test } from "vitest";
import { fillConfig } from "../../src/config/site-facts.ts";
import type { SiteFacts } from "../../src/dialects/dialect.ts";

const facts: SiteFacts = {
	url: "https://blog.example.org",
	title: "  The  Blog ",
	description: "About\n  <em>everything</em>",
	language: "pt_br",
	timeZone: "Asia/Tokyo",
	dateOnlyTime: "09:30",
	authors: [
		{ name: "Ann", email: "ann@example.org", url: "https://a.example" },
	],
	copyright: "© Ann",
	permalink: "/:year/:slug/",
	languages: ["pt_br", "en"],
};

/** What a configuration's `site` becomes. */
const fill = (site: object | undefined, found: SiteFacts = facts) => {
	const { value, filled } = fillConfig(site && { site }, found);
	return { site: (value as { site: object }).site, filled };
};

test("everything that the configuration does not say is filled in", () => {
	expect(fillConfig({ articles: "_posts" }, facts)).toEqual({
		value: {
			articles: "_posts",
			site: {
				url: "https://blog.example.org/",
				title: "The Blog",
				description: "About everything",
				language: "pt-BR",
				timeZone: "Asia/Tokyo",
				dateOnlyTime: "09:30",
				authors: [
					{
						name: "Ann",
						email: "ann@example.org",
						url: expect.stringContaining("https://a.example"),
					},
				],
				copyright: "© Ann",
			},
		},
		filled: [
			...["url", "title", "description", "language", "timeZone"],
			...["dateOnlyTime", "copyright", "authors"],
		],
	});
});

describe("the configuration wins", () => {
	const own = { url: "https://x.org/", title: "Mine", authors: [] };
	test("key by key", () => {
		const { site, filled } = fill(own);
		expect(site).toMatchObject({ ...own, language: "pt-BR" });
		expect(filled).not.toContain("title");
		expect(filled).not.toContain("authors");
		expect(filled).toContain("language");
	});

	test("also with values that are wrong, so that they are told", () => {
		expect(fill({ url: "x.org", title: 1 }).site).toMatchObject({
			url: "x.org",
			title: 1,
		});
	});
});

describe("facts that the configuration would not take are passed over", () => {
	test.each<[keyof SiteFacts, string]>([
		["url", "/blog/"],
		["url", ""],
		["url", "localhost:4000"],
		["url", "{{ site.url }}"],
		["title", ""],
		["title", "  "],
		["language", "english, please"],
		["timeZone", "Mars/Olympus"],
		["dateOnlyTime", "25:00"],
		["dateOnlyTime", "noon"],
	])("%s: %j", (key, value) => {
		const { filled } = fill({}, { [key]: value });
		expect(filled).toEqual([]);
	});

	test("part by part of an author", () => {
		const authors = [{ name: "Ann", email: "nobody", url: "javascript:1" }];
		expect(fill({}, { authors }).site).toEqual({ authors: [{ name: "Ann" }] });
	});

	test("authors whose names no feed can carry", () => {
		const authors = [{ name: "\ud83d" }, { name: "Ann" }];
		expect(fill({}, { authors }).site).toEqual({ authors: [{ name: "Ann" }] });
	});
});

describe("left alone is", () => {
	test.each([
		null,
		undefined,
		"text",
		1,
		[],
		[{}],
		{ site: "x" },
		{ site: [] },
	])("a configuration that is %j", (value) => {
		expect(fillConfig(value, facts)).toEqual({ value, filled: [] });
	});

	test("one that nothing is known of", () => {
		const value = { articles: "a" };
		expect(fillConfig(value, {}).value).toBe(value);
		expect(fillConfig(value, { title: undefined }).filled).toEqual([]);
	});

	test("what is no part of the configuration's site", () => {
		const { site } = fill({}, { permalink: "/x/", languages: ["en"] });
		expect(site).toEqual({});
	});
});
