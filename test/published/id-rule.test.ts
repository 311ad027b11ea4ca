import { describe, expect, test } from "vitest";
import { findIdRule } from "../../src/published/id-rule.ts";

const site = "https://example.com";

/** Articles of three days, each in its own month and year. */
const paths = ["/2024/05/01/hello", "/2023/11/30/good-day", "/2022/01/02/bye"];
const dates = paths.map((path) =>
	Date.parse(`${path.slice(1, 11).replaceAll("/", "-")}T10:00Z`),
);
const older = {
	url: `${site}/2009/08/07/old`,
	date: Date.UTC(2009, 7, 7, 23, 59),
};

/** Finds the rule of pairs, and the id that an older article gets by it. */
function findRule(
	ids: readonly string[],
	urls: readonly string[],
	article: { readonly url: string; readonly date: number },
) {
	const pairs = ids.map((id, i) => ({
		id,
		url: urls[i] ?? "",
		date: dates[i] ?? 0,
	}));
	const rule = findIdRule(pairs);
	return rule && [rule.name, rule.apply(article)];
}

describe("ids follow from addresses", () => {
	/** Ending of the addresses, ending of the ids, name. */
	test.each([
		["/", "/", "the address"],
		["/", "", "the address without its closing slash"],
		["", "/", "the address with a closing slash"],
		[".html", "", "the address without .html"],
		["/", ".html", "the address with .html"],
		["", ".html", "the address with .html"],
		["/index.html", "/", "the address without index.html"],
		["/", "/index.html", "the address with index.html"],
		["/index.html", "", "the address without its ending"],
		[".html", "/", "the address with a closing slash for its ending"],
	])("%j is %j in the id", (ofUrl, ofId, name) => {
		const urls = paths.map((path) => site + path + ofUrl);
		const ids = paths.map((path) => site + path + ofId);
		const article = { ...older, url: older.url + ofUrl };
		expect(findRule(ids, urls, article)).toEqual([name, older.url + ofId]);
	});

	test.each<[string, (path: string) => string, string]>([
		[
			"the address at http://example.com",
			(path) => `http://example.com${path}/`,
			"http://example.com/2009/08/07/old/",
		],
		[
			"the address at http://old.example/blog without its closing slash",
			(path) => `http://old.example/blog${path}`,
			"http://old.example/blog/2009/08/07/old",
		],
		["the path of the address", (path) => `${path}/`, "/2009/08/07/old/"],
		[
			"the path of the address without its closing slash",
			(path) => path.slice(1),
			"2009/08/07/old",
		],
		["the last part of the address", (path) => path.slice(12), "old"],
		[
			"http://old.example/posts/ and the last part of the address",
			(path) => `http://old.example/posts/${path.slice(12)}`,
			"http://old.example/posts/old",
		],
		[
			"tag:example.com,2005: and the path of the address",
			(path) => `tag:example.com,2005:${path}/`,
			"tag:example.com,2005:/2009/08/07/old/",
		],
		[
			"tag:example.com,YYYY-MM-DD: and the path of the address",
			(path) =>
				`tag:example.com,${path.slice(1, 11).replaceAll("/", "-")}:${path}/`,
			"tag:example.com,2009-08-07:/2009/08/07/old/",
		],
	])("%s", (name, toId, id) => {
		const urls = paths.map((path) => `${site}${path}/`);
		const article = { ...older, url: `${older.url}/` };
		expect(findRule(paths.map(toId), urls, article)).toEqual([name, id]);
	});

	test("of which a base path is taken away", () => {
		const urls = paths.map((path) => `${site}/blog${path}/`);
		const ids = paths.map((path) => `http://old.example${path}/`);
		const rule = (path: string) =>
			findRule(ids, urls, { ...older, url: site + path })?.[1];
		expect(findRule(ids, urls, older)?.[0]).toBe(
			"the address at http://old.example in place of https://example.com/blog",
		);
		expect(rule("/blog/old/")).toBe("http://old.example/old/");
		expect(rule("/blogger/old/")).toBe(`${site}/blogger/old/`);
	});

	test("to which a date comes that they had", () => {
		const urls = ["a", "b", "c"].map((name) => `${site}/posts/${name}/`);
		const ids = ["a", "b", "c"].map(
			(name, i) => `http://old.example${paths[i]?.slice(0, 8)}/${name}/`,
		);
		expect(
			findRule(ids, urls, { ...older, url: `${site}/posts/old/` }),
		).toEqual([
			"the address at http://old.example/YYYY/MM in place of https://example.com/posts",
			"http://old.example/2009/08/old/",
		]);
	});

	// A feed holds the articles of one year, and the older ones are those of others.
	test("from which a year goes", () => {
		const urls = ["a", "b", "c"].map((name) => `${site}/2024/${name}/`);
		const ids = ["a", "b", "c"].map((name) => `http://old.example/${name}`);
		expect(findRule(ids, urls, { ...older, url: `${site}/2009/old/` })).toEqual(
			[
				"http://old.example/ and the last part of the address",
				"http://old.example/old",
			],
		);
	});

	test("in letters that the address encodes", () => {
		const names = ["سلام", "日本", "café"];
		const urls = names.map((name) => `${site}/${encodeURIComponent(name)}/`);
		const ids = names.map((name) => `${site}/${name}`);
		expect(
			findRule(ids, urls, { ...older, url: `${site}/%E4%B8%AD/` }),
		).toEqual(["the address without its closing slash, decoded", `${site}/中`]);
	});
});

describe("no rule is found", () => {
	const urls = paths.map((path) => `${site}${path}/`);

	test.each<[string, string[]]>([
		["of no ids", []],
		["of two", urls.slice(1)],
		["where one id is its article's own", [...urls.slice(1), "urn:x:1"]],
		["of numbers", [1, 2, 3].map((n) => `${site}/?p=${n}`)],
		[
			"of names that mean nothing",
			[1, 2, 3].map((n) => `urn:uuid:00000000-0000-5000-8000-00000000000${n}`),
		],
		["where the site is all that is the same", [1, 2, 3].map(() => `${site}/`)],
		[
			"of dates in another zone",
			paths.map((path, i) => `tag:example.com,${2024 - i}-01-01:${path}/`),
		],
	])("%s", (_, ids) => {
		expect(findRule(ids, urls, older)).toBeUndefined();
	});

	test("where one article is there three times", () => {
		const pairs = [1, 2, 3].map(() => ({
			id: "/a/",
			url: `${site}/a/`,
			date: 0,
		}));
		expect(findIdRule(pairs)).toBeUndefined();
	});

	// 101, 102 and 103 do not follow from 1, 2 and 3.
	test("where numbers end alike", () => {
		const numbers = [1, 2, 3];
		expect(
			findRule(
				numbers.map((n) => `${100 + n}`),
				numbers.map((n) => `${site}/posts/${n}/`),
				older,
			),
		).toBeUndefined();
	});
});
