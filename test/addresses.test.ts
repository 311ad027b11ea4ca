import { describe, expect, test } from "vitest";
import {
	fillPermalink,
	type Placeholders,
	quoteParts,
	readPathPart,
	readPermalink,
	toAddress,
} from "../src/addresses.ts";
import type { Field } from "../src/fields.ts";

/** A field that remembers what was said of it. */
function createField(key: string, value: string) {
	const said: string[] = [];
	const field: Field = {
		key,
		value,
		complain: ({ code, problem }) => said.push(`${code}: ${problem}`),
	};
	return { field, said };
}

describe("a permalink pattern is filled in", () => {
	const values: Placeholders = {
		slug: "hello",
		title: () => "hello-world",
		hasSlug: false,
		isDated: false,
		named: () => "a-name",
		name: "2024-01-02-hello",
		folders: ["notes", "2024"],
		categories: ["Open Source", "C++"],
		language: "pt-BR",
		ownLanguage: "pt-br",
		isForeign: false,
		localTime: () => "2024-03-09T07:05:03",
	};
	const fill = (pattern: string, more: Partial<Placeholders> = {}) =>
		fillPermalink(pattern, { ...values, ...more });

	test.each<[string, string]>([
		["/:slug/", "/hello/"],
		["/:year/:month/:day/:slug/", "/2024/03/09/hello/"],
		["/:path/", "/notes/2024/hello/"],
		["/:filename.html", "/2024-01-02-hello.html"],
		["/:lang/:slug", "/pt-BR/hello"],
		["/:section/:slug/", "/notes/hello/"],
		["/a-:slug-:slug/", "/a-hello-hello/"],
		["/:categories/:title/", "/open-source/c/hello-world/"],
		["/:folders/:slug/", "/notes/2024/hello/"],
		["/:hour-:minute-:second/", "/07-05-03/"],
		["/:i_month/:i_day/:short_year/", "/3/9/24/"],
		["/:y_day/", "/069/"],
		["/:slug_or_title/", "/hello-world/"],
		["/:slug_or_titles/", "/hello-worlds/"],
		["/:locale/:slug/", "/hello/"],
		["/:named/:own_locale/", "/a-name/pt-br/"],
		["/:category/:category_names/", "/open-source/open%20source/c++/"],
		["/:category_path/", "/Open-Source/C/"],
		["/a:foreign_lang/", "/a/"],
		["/:lower_filename/:lower_slug/", "/2024-01-02-hello/hello/"],
		["/:nothing/:Slug/", "/:nothing/:Slug/"],
	])("%s is %s", (pattern, filled) => {
		expect(fill(pattern)).toBe(filled);
	});

	test.each<[string, Partial<Placeholders>, string]>([
		["/:slug/", { slug: "hello world" }, "/hello-world/"],
		["/:slug/", { slug: "100%" }, "/100%25/"],
		["/:slug/", { slug: "50%20off" }, "/50%20off/"],
		["/:slug/", { slug: "what?#1" }, "/what%3F%231/"],
		["/:slug/", { slug: "a\\b" }, "/a%5Cb/"],
		["/:slug/", { slug: ":year" }, "/:year/"],
		["/:slug/", { slug: "$&-$1" }, "/$&-$1/"],
		["/:slug/", { slug: "%2e%2e" }, "/--/"],
		["/:slug/", { slug: "cafe\u0301" }, "/café/"],
		["/:path/", { folders: ["%2E.", " .. "] }, "/--/--/hello/"],
		["/:path/", { folders: [] }, "/hello/"],
		["/:section/:slug/", { folders: [] }, "/hello/"],
		["/:section/:slug/", { section: "News" }, "/News/hello/"],
		["/:categories/:slug/", { categories: [] }, "/hello/"],
		["/:category/:slug/", { categories: [] }, "/hello/"],
		["/:category_path/", { categories: [] }, "/uncategorized/"],
		["/:category_names/", { categories: ["A", "a"] }, "/a/"],
		["/:category_names/", { categories: [".."] }, "/--/"],
		["/a/:category_names/", { categories: ["/../../x"] }, "/a/--/--/x/"],
		["/a/:title/", { title: () => "x/../../y" }, "/a/x/--/--/y/"],
		["/:category_path/", { categories: ["..", "/"] }, "/"],
		["/a:foreign_lang/", { isForeign: true }, "/a-pt-br/"],
		["/:title/", { title: () => "" }, "/hello/"],
		["/:slug_or_title/", { hasSlug: true }, "/hello/"],
		["/:slug_or_title/", { isDated: true }, "/hello/"],
		["/:slug_or_title/", { title: () => "" }, "/hello/"],
		["/:locale/:slug/", { otherLanguage: "fr" }, "/fr/hello/"],
		["/b/:slug/", { slug: "2024/my post" }, "/b/2024/my-post/"],
		["/:y_day/", { localTime: () => "2024-12-31T00:00:00" }, "/366/"],
		["/:y_day/", { localTime: () => "2023-01-01T00:00:00" }, "/001/"],
	])("%s with %j is %s", (pattern, more, filled) => {
		expect(fill(pattern, more)).toBe(filled);
	});

	test("a date is asked for only where the pattern names a part of it", () => {
		const localTime = () => {
			throw new Error("asked");
		};
		expect(fill("/:slug/:path/", { localTime })).toBe(
			"/hello/notes/2024/hello/",
		);
	});
});

test.each([
	["notes", "notes"],
	["my post", "my post"],
	[":slug", "%3Aslug"],
	["what?#1", "what%3F%231"],
	["a\\b", "a%5Cb"],
	["%2e%2E", "--"],
	[" .. ", " -- "],
	["...", "..."],
	["日本語", "日本語"],
])("a folder %s stands in a pattern as %s", (part, quoted) => {
	expect(quoteParts(["a", part])).toBe(`a/${quoted}`);
});

describe("slugs and sections", () => {
	test.each([
		["my-post", "my-post"],
		["/my-post/", "my-post"],
		["2024//my-post", "2024/my-post"],
		["日本語", "日本語"],
		["...", "..."],
		["v1..2", "v1..2"],
		["C++ & C#", "C++ & C#"],
		["//evil.example/", "evil.example"],
		["javascript:alert(1)", "javascript:alert(1)"],
	])("%s is taken as %s", (text, slug) => {
		const { field, said } = createField("slug", text);
		expect(readPathPart(field, text)).toBe(slug);
		expect(said).toEqual([]);
	});

	test.each([
		...["..", "../../x", "a/../b", ".", "a/./b", "/", "%2e%2e", "%2E./x"],
		...["a\\..\\b", "x/ .. / .. /y"],
	])("%s leads out", (text) => {
		const { field, said } = createField("slug", text);
		expect(readPathPart(field, text)).toBeUndefined();
		expect(said).toEqual([
			`path-part-invalid: leads out of the site's articles: ${text}`,
		]);
	});

	// A regular expression for the slashes at the end once took minutes.
	test("a hundred thousand slashes take no time", () => {
		const text = `a${"/".repeat(250_000)}b`;
		const start = performance.now();
		expect(readPathPart(createField("slug", text).field, text)).toBe("a/b");
		expect(performance.now() - start).toBeLessThan(2000);
	});

	test("nothing written is nothing read", () => {
		expect(readPathPart(undefined, undefined)).toBeUndefined();
		expect(readPermalink(undefined, undefined, "https://x.org/")).toBe(
			undefined,
		);
	});
});

describe("permalinks", () => {
	const read = (text: string) => {
		const { field, said } = createField("permalink", text);
		const path = readPermalink(field, text, "https://x.org/blog/");
		return { path, said };
	};

	test.each([
		["/a/", "/a/"],
		["a.html", "/a.html"],
		["/", "/"],
		["https://x.org/blog/a/", "/a/"],
		["/?p=12", "/?p=12"],
		["/a/?back=../b", "/a/?back=../b"],
		["/a:b/", "/a:b/"],
		["/.../", "/.../"],
		["/日本語/", "/日本語/"],
	])("%s is %s", (text, path) => {
		expect(read(text)).toEqual({ path, said: [] });
	});

	test.each([
		...["//evil.example/", "/\\evil.example/", "\\\\evil.example\\"],
		...["https://evil.example/", "HTTPS:/evil.example", "javascript:alert(1)"],
		...["https://x.org/", "https://x.org.evil.example/blog/", "mailto:a@b.c"],
	])("%s leads to another site", (text) => {
		expect(read(text)).toEqual({
			path: undefined,
			said: [`permalink-invalid: leads to another site: ${text}`],
		});
	});

	test.each(["/../a/", "/a/%2e%2e/%2E%2e/", "/a#b", "..\\a", "/./"])(
		"%s is no path of an article",
		(text) => {
			expect(read(text)).toEqual({
				path: undefined,
				said: [`permalink-invalid: is no path of an article: ${text}`],
			});
		},
	);
});

describe("addresses below the site's", () => {
	test.each([
		["/a/", "https://x.org/blog/a/"],
		["/", "https://x.org/blog/"],
		["/my post/", "https://x.org/blog/my%20post/"],
		["/日本語/", "https://x.org/blog/%E6%97%A5%E6%9C%AC%E8%AA%9E/"],
		["/caf\u00e9/", "https://x.org/blog/caf%C3%A9/"],
		["/cafe\u0301/", "https://x.org/blog/caf%C3%A9/"],
		["/%E6%97%A5/", "https://x.org/blog/%E6%97%A5/"],
		["/100%/", "https://x.org/blog/100%25/"],
		["/%zz/", "https://x.org/blog/%25zz/"],
		["/a?p=1&q=2", "https://x.org/blog/a?p=1&q=2"],
		["/a?b?c", "https://x.org/blog/a?b?c"],
		["/a\\..\\..\\b", "https://x.org/blog/a%5C..%5C..%5Cb"],
		["/<b>\"'/", "https://x.org/blog/%3Cb%3E%22'/"],
		// A browser leaves these as they are, and validators do not.
		["/[a]|^{b}`/", "https://x.org/blog/%5Ba%5D%7C%5E%7Bb%7D%60/"],
		["/a?[b]|{c}", "https://x.org/blog/a?%5Bb%5D%7C%7Bc%7D"],
		["/@evil.example/", "https://x.org/blog/@evil.example/"],
		["/:80/", "https://x.org/blog/:80/"],
	])("%s is at %s", (path, address) => {
		expect(toAddress("https://x.org/blog/", path)).toBe(address);
	});
});
