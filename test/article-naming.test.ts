import { describe, expect, test } from "vitest";
import {
	type AddressFields,
	findAddressDate,
	findHeading,
	readNaming,
	settleAddress,
} from "../src/article-naming.ts";
import type { Diagnostic } from "../src/diagnostics.ts";
import { common } from "../src/dialects/common.ts";
import type { Dialect } from "../src/dialects/dialect.ts";
import { hugo } from "../src/dialects/hugo.ts";
import { jekyll } from "../src/dialects/jekyll.ts";
import { plain } from "../src/dialects/plain.ts";
import { zola } from "../src/dialects/zola.ts";
import { createFindField } from "../src/find-field.ts";
import type { Site } from "../src/site.ts";
import { toLowerSlug } from "../src/slugs.ts";
import { createZone } from "../src/zones.ts";
import { createSite } from "./support/articles.ts";

interface Options extends Partial<AddressFields> {
	/** Below the folder of the site's generator. */
	readonly place?: string;
	readonly site?: Partial<Site>;
	/** Front matter. */
	readonly keys?: Readonly<Record<string, string>>;
}

const url = "https://x.org/";

function settle(
	path: string,
	dialect: Dialect,
	{ place = path, site: more = {}, keys = {}, ...fields }: Options = {},
) {
	const site = createSite({ url, dialect, ...more });
	const said: Diagnostic[] = [];
	const find = createFindField(
		{
			values: new Map(Object.entries(keys)),
			place: () => ({ line: 2, column: 1 }),
			body: "",
			bodyLine: 4,
		},
		dialect,
		path,
		(diagnostic) => said.push(diagnostic),
	);
	const naming = readNaming({ file: path, path, place }, site);
	const settled = settleAddress(
		find,
		naming,
		{
			categories: [],
			language: "en",
			date: Date.parse("2024-03-09T20:05:03Z"),
			...fields,
		},
		site,
		place,
	);
	return { ...settled, said, dated: naming.dated };
}

const byTitle: Dialect = {
	...plain,
	slugify: toLowerSlug,
	slugSource: "title",
};
const byName: Dialect = { ...plain, slugSource: "name" };

/** An article's file below its generator's folder, its dialect, its slug and the path of its address. */
const places: readonly [string, Dialect, string, string][] = [
	["hello.md", plain, "hello", "hello/"],
	["2024-01-02-hello.md", plain, "hello", "hello/"],
	["2024-1-2-hello.md", plain, "hello", "hello/"],
	["2024_01_02_hello.md", plain, "hello", "hello/"],
	["2024-01-02.md", plain, "2024-01-02", "2024-01-02/"],
	["2024-01-02-hello/index.md", plain, "hello", "hello/"],
	["notes/2024/hello.md", plain, "hello", "hello/"],
	["index.md", plain, "index", "index/"],
	["Hello World.md", plain, "Hello World", "Hello-World/"],
	["日本語.md", plain, "日本語", "%E6%97%A5%E6%9C%AC%E8%AA%9E/"],
	["%2e%2e/%2e%2e.md", plain, "%2e%2e", "--/"],
	["2024-01-02-hello.md", common, "hello", "hello/"],
	["posts/hello/2024-01-02-index.md", common, "hello", "hello/"],
	["_posts/2024-01-02-index.md", jekyll, "index", "2024/03/09/index.html"],
	["src/content/blog/hello.mdx", common, "hello", "hello/"],
	["routes/hello/+page.md", common, "hello", "hello/"],
	["2024-01-02-hello.md", byName, "2024-01-02-hello", "2024-01-02-hello/"],
	["2024-01-02-hello.md", byTitle, "my-title", "my-title/"],
	["_posts/2024-01-02-hello.md", jekyll, "hello", "2024/03/09/hello.html"],
	["news/_posts/2024-01-02-hello.md", jekyll, "hello", "2024/03/09/hello.html"],
	["content/posts/Hello World.md", hugo, "hello-world", "posts/hello-world/"],
	["content/posts/hello/index.md", hugo, "hello", "posts/hello/"],
	[
		"content/posts/2024-01-02-hi.md",
		hugo,
		"2024-01-02-hi",
		"posts/2024-01-02-hi/",
	],
	["content/blog/2024-01-02-hello.md", zola, "hello", "blog/hello/"],
	["content/blog/Überall.md", zola, "uberall", "blog/uberall/"],
];

describe("the place of a file gives", () => {
	test.each(
		places.map(([place, dialect, slug, path]) => ({
			place,
			dialect,
			name: dialect === byName ? "by name" : dialect.name,
			slug,
			path,
		})),
	)("$place, $name: $slug at $path", ({ place, dialect, slug, path }) => {
		const settled = settle(place, dialect, { title: "My Title!" });
		expect(settled).toMatchObject({ slug, url: url + path, said: [] });
	});
});

describe("the date", () => {
	test.each<[string, string | undefined]>([
		["2024-01-02-hello.md", "2024-01-02"],
		["2024-1-2-hello.md", "2024-01-02"],
		["2024_01_02_hello.md", "2024-01-02"],
		["2024-01-02-hello/index.md", "2024-01-02"],
		["2024/01/02/hello.md", "2024-01-02"],
		["2024/01/02.md", "2024-01-02"],
		["2024-02-30-hello.md", "2024-02-30"],
		["2024/02/30/hello.md", undefined],
		["2024/01/hello.md", undefined],
		["hello.md", undefined],
	])("of %s is %s", (path, date) => {
		expect(settle(path, plain).dated?.date).toBe(date);
	});

	test("of an address in front matter counts where the generator had one", () => {
		const find = (permalink: string) =>
			findAddressDate(() => ({
				key: "permalink",
				value: permalink,
				complain: () => {},
			}));
		expect(find("/2014/12/12/timeline.html")).toBe("2014-12-12");
		expect(find("/2014/13/12/timeline.html")).toBeUndefined();
		expect(find("/about/")).toBeUndefined();
		expect(findAddressDate(() => undefined)).toBeUndefined();
	});
});

describe("what decides on the address, the first that speaks", () => {
	const keys = { slug: "own", permalink: "/front/:slug/" };
	const site: Partial<Site> = {
		permalink: "/config/:slug/",
		permalinks: new Map([["notes", "/folder/:slug/"]]),
		sitePermalink: "/site/:slug/",
	};
	const { permalink: _, ...unconfigured } = site;
	test.each<[string, string, Dialect, Options, string]>([
		["front matter", "notes/a.md", jekyll, { keys, site }, "front/own/"],
		["the configuration", "notes/a.md", jekyll, { site }, "config/a/"],
		["the folder", "notes/a.md", jekyll, { site: unconfigured }, "folder/a/"],
		["the site's data", "x/a.md", jekyll, { site: unconfigured }, "site/a/"],
		["the dialect", "x/a.md", jekyll, {}, "2024/03/09/a.html"],
	])("%s", (_, path, dialect, options, address) => {
		expect(settle(path, dialect, options).url).toBe(url + address);
	});
});

describe("an address in front matter", () => {
	test.each<[Dialect, string, string]>([
		[plain, "/p/", "p/"],
		// A plain article's is no pattern.
		[plain, "/:year/", ":year/"],
		[plain, "/{{ page.x }}/", "%7B%7B%20page.x%20%7D%7D/"],
		[jekyll, "/:year/:title/", "2024/a/"],
		[common, "/p/:slug/", "p/a/"],
	])("of %o as %s leads to %s", (dialect, permalink, path) => {
		const { url: found, said } = settle("a.md", dialect, {
			keys: { permalink },
		});
		expect([found, said]).toEqual([url + path, []]);
	});

	test("that is code is a warning, and what the site does otherwise is done", () => {
		const permalink = "/{{ page.date }}/";
		const settled = settle("a.md", common, { keys: { permalink } });
		expect(settled.url).toBe(`${url}a/`);
		expect(settled.said).toMatchObject([
			{
				severity: "warning",
				code: "permalink-code",
				message:
					'"permalink" is a template, which only its generator can fill in: /{{ page.date }}/',
				hint: 'Set "permalink" in the configuration to the pattern that it makes.',
			},
		]);
		const site = { permalink: "/config/:slug/" };
		const told = settle("a.md", common, { keys: { permalink }, site });
		expect(told).toMatchObject({ url: `${url}config/a/`, said: [] });
	});

	test("leads out of the site in no dialect", () => {
		for (const dialect of [plain, common, jekyll, hugo]) {
			const key = dialect === hugo ? "url" : "permalink";
			const { url: found, said } = settle("a.md", dialect, {
				keys: { [key]: "https://evil.example/" },
				site: { url: "https://x.org/blog/" },
			});
			expect(said).toMatchObject([
				{ severity: "error", code: "permalink-invalid" },
			]);
			expect(found).toMatch(/^https:\/\/x\.org\/blog\//);
		}
	});
});

describe("the configuration's pattern", () => {
	const at = (permalink: string, path: string, options: Options = {}) =>
		settle(path, options.site?.dialect ?? plain, {
			...options,
			site: { permalink, ...options.site },
		}).url.slice(url.length);

	test.each([
		["/:path/", "notes/2024/2024-01-02-hello.md", "notes/2024/hello/"],
		["/:section/:slug/", "notes/2024/hello.md", "notes/hello/"],
		["/:filename.html", "2024-01-02-hello.md", "2024-01-02-hello.html"],
		["/:year/:month/:day/:slug", "hello.md", "2024/03/09/hello"],
	])("%s for %s", (permalink, path, address) => {
		expect(at(permalink, path)).toBe(address);
	});

	test("speaks of the articles' folder, whatever the generator's root is", () => {
		const options = {
			place: "content/blog/notes/hello.md",
			site: { dialect: zola },
		};
		expect(at("/:path/", "notes/hello.md", options)).toBe("notes/hello/");
	});

	test("is dated by the site's zone", () => {
		const site = { zone: createZone("Asia/Tokyo") };
		expect(at("/:year/:month/:day/", "a.md", { site })).toBe("2024/03/10/");
	});
});

describe("a language", () => {
	const site = { languages: ["en", "fr"] };
	test.each([
		["content/posts/a.md", "posts/a/"],
		["content/posts/a.fr.md", "fr/posts/a/"],
		["content/posts/a.en.md", "posts/a/"],
		["content/fr/posts/a.md", "fr/posts/a/"],
	])("of %s stands in the address only where it is another one", (path, at) => {
		expect(settle(path, hugo, { site }).url).toBe(url + at);
	});
});

test("a folder of a language may be called otherwise", () => {
	const site = {
		languages: ["en", "fr"],
		languageFolders: new Map([["francais", "fr"]]),
	};
	expect(settle("content/francais/posts/a.md", hugo, { site }).url).toBe(
		`${url}fr/posts/a/`,
	);
});

describe("a slug", () => {
	test.each<[Dialect, string, string]>([
		[plain, "own", "own"],
		[jekyll, "own", "own"],
		[byTitle, "Own Slug", "Own Slug"],
	])("of the author's own is taken as it is", (dialect, slug, taken) => {
		expect(settle("a.md", dialect, { keys: { slug } }).slug).toBe(taken);
	});

	test("is made of the file's name where there is no title, or one without letters", () => {
		expect(settle("2024-01-02-a.md", byTitle).slug).toBe("a");
		expect(settle("2024-01-02-a.md", byTitle, { title: "!?" }).slug).toBe("a");
	});
});

describe("a heading", () => {
	test.each([
		["# Hello\n\nText", "Hello"],
		["\n\n# Hello", "Hello"],
		["# Hello *you* `x` ##", "Hello you x"],
		["# See [this](https://x.org/)", "See this"],
		["# Hello {#anchor}", "Hello"],
		["#\tTab", "Tab"],
		["# C# and F#", "C# and F#"],
		["## Second", undefined],
		["#hash", undefined],
		["Text\n\n# Later", undefined],
		["# ", undefined],
		["", undefined],
	])("of %j is %s", (body, heading) => {
		expect(findHeading(body)).toBe(heading);
	});

	test("of a megabyte takes no time", () => {
		const start = performance.now();
		for (const sign of ["[", "{", "](", "# ", "#", " "])
			findHeading(`# ${sign.repeat(500_000)}`);
		expect(performance.now() - start).toBeLessThan(2000);
	});
});
