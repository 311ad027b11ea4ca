import { describe, expect, test } from "vitest";
import {
	fillPermalink,
	readFileName,
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

describe("a file's name says", () => {
	test.each([
		["hello.md", [], "hello", undefined, "hello"],
		["2024-01-02-hello.md", [], "2024-01-02-hello", "2024-01-02", "hello"],
		["2024-01-02.md", [], "2024-01-02", "2024-01-02", "2024-01-02"],
		[
			"2024-01-02-hello/index.md",
			[],
			"2024-01-02-hello",
			"2024-01-02",
			"hello",
		],
		["notes/hello/index.markdown", ["notes"], "hello", undefined, "hello"],
		["notes/2024/hello.mdx", ["notes", "2024"], "hello", undefined, "hello"],
		["index.md", [], "index", undefined, "index"],
		["a.b.c.md", [], "a.b.c", undefined, "a.b.c"],
		["v1.2/notes.md", ["v1.2"], "notes", undefined, "notes"],
		["2024-1-2-hello.md", [], "2024-1-2-hello", undefined, "2024-1-2-hello"],
		["Index.md", [], "Index", undefined, "Index"],
		["2024-02-30-hello.md", [], "2024-02-30-hello", "2024-02-30", "hello"],
		["20240102.md", [], "20240102", undefined, "20240102"],
	])("%s", (path, folders, name, date, slug) => {
		expect(readFileName(path)).toEqual({ folders, name, date, slug });
	});
});

describe("a permalink pattern is filled in", () => {
	const fill = (
		pattern: string,
		path: string,
		more: { section?: string; slug?: string } = {},
	) => {
		const fileName = readFileName(path);
		return fillPermalink(pattern, {
			slug: fileName.slug,
			fileName,
			language: "pt-BR",
			localDate: () => "2024-03-09",
			...more,
		});
	};

	test.each([
		["/:slug/", "notes/2024-01-02-hello.md", "/hello/"],
		["/:year/:month/:day/:slug/", "hello.md", "/2024/03/09/hello/"],
		["/:path/", "notes/2024/2024-01-02-hello.md", "/notes/2024/hello/"],
		["/:filename.html", "2024-01-02-hello.md", "/2024-01-02-hello.html"],
		["/:lang/:slug", "hello.md", "/pt-BR/hello"],
		["/:section/:slug/", "notes/2024/hello.md", "/notes/hello/"],
		["/:section/:slug/", "hello.md", "/hello/"],
		["/a-:slug-:slug/", "hello.md", "/a-hello-hello/"],
		["/:slug/", "hello world.md", "/hello-world/"],
		["/:slug/", "100%.md", "/100%25/"],
		["/:slug/", "50%20off.md", "/50%20off/"],
		["/:slug/", "what?#1.md", "/what%3F%231/"],
		["/:slug/", "a\\b.md", "/a%5Cb/"],
		["/:slug/", ":year.md", "/:year/"],
		["/:slug/", "$&-$1.md", "/$&-$1/"],
		["/:slug/", "%2e%2e.md", "/--/"],
		["/:path/", "%2E./ .. /hello.md", "/--/--/hello/"],
		["/:slug/", "cafe\u0301.md", "/café/"],
	])("%s for %s gives %s", (pattern, path, filled) => {
		expect(fill(pattern, path)).toBe(filled);
	});

	test("a slug of several parts keeps its slashes", () => {
		expect(fill("/b/:slug/", "hello.md", { slug: "2024/my post" })).toBe(
			"/b/2024/my-post/",
		);
	});

	test("the section that the author wrote comes before the folder's", () => {
		const filled = fill("/:section/:slug/", "a/hello.md", { section: "News" });
		expect(filled).toBe("/News/hello/");
	});
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
