import { describe, expect, test } from "vitest";
import { chooseArticles } from "../../src/init/places.ts";

/** So many articles in each folder. */
const candidates = (
	folders: Readonly<Record<string, number>>,
	isDated = true,
) =>
	Object.entries(folders).flatMap(([folder, count]) =>
		Array.from({ length: count }, (_, index) => ({
			path: `${folder}/${index}.md`,
			folder,
			isDated,
		})),
	);

/** The innermost of some sites' folders that a folder lies in. */
const findSite =
	(...sites: readonly string[]) =>
	(folder: string) =>
		sites.find((site) => folder === site || folder.startsWith(`${site}/`)) ??
		"";

describe("the folders of one site", () => {
	test.each<[string, Readonly<Record<string, number>>, string[]]>([
		["the only one", { _posts: 3 }, ["_posts"]],
		["the folder itself", { "": 3 }, ["."]],
		[
			"a usual name, with all below it",
			{ "blog/news": 8, "blog/life": 1 },
			["blog"],
		],
		[
			"the innermost with a usual name",
			{ "docs/blog/posts": 5 },
			["docs/blog/posts"],
		],
		[
			"several usual names",
			{ "content/notes": 2, "content/post": 9 },
			["content/notes", "content/post"],
		],
		[
			"a category's own _posts",
			{ "a/_posts": 2, "b/_posts": 2 },
			["a/_posts", "b/_posts"],
		],
		[
			"a usual name in many languages",
			Object.fromEntries(
				["de", "en", "fr", "ja", "pt"].map((name) => [
					`content/${name}/post`,
					3,
				]),
			),
			["content/*/post/**"],
		],
		["no usual name", { "content/life": 5, "content/tech": 6 }, ["content"]],
		[
			"most have no usual name",
			{ content: 9, "content/notes": 2 },
			["content"],
		],
		[
			"a folder for each",
			Object.fromEntries(
				Array.from({ length: 2000 }, (_, i) => [`a/${i % 40}/${i}`, 1]),
			),
			["a"],
		],
		["what lies far apart", { "src/life": 5, "lib/tech": 6 }, ["lib", "src"]],
		["a stray note", { "content/tech": 60, "lib/old": 1 }, ["content/tech"]],
	])("%s", (_, folders, expected) => {
		expect(chooseArticles(candidates(folders), findSite())?.articles).toEqual(
			expected,
		);
	});

	test("others are named", () => {
		const found = candidates({ "src/blog": 30, "src/pages": 1, docs: 2 });
		expect(chooseArticles(found, findSite())).toEqual({
			articles: ["src/blog"],
			files: 30,
			areDated: true,
			others: [
				{ folder: "docs", files: 2 },
				{ folder: "src/pages", files: 1 },
			],
		});
	});
});

describe("a folder of several sites", () => {
	test("the one with most articles is taken, the others are named", () => {
		const found = candidates({
			"apps/web/content/blog": 9,
			"apps/shop/posts": 4,
			"apps/shop/news": 3,
		});
		expect(
			chooseArticles(found, findSite("apps/web", "apps/shop")),
		).toMatchObject({
			articles: ["apps/web/content/blog"],
			others: [
				{ folder: "apps/shop/posts", files: 4 },
				{ folder: "apps/shop/news", files: 3 },
			],
		});
	});

	test("somebody's examples are taken when there is nothing else", () => {
		const own = candidates({ "content/post": 2 });
		const theme = candidates({ "themes/x/exampleSite/content/post": 20 });
		const site = findSite("themes/x/exampleSite");
		expect(chooseArticles([...theme, ...own], site)?.articles).toEqual([
			"content/post",
		]);
		expect(chooseArticles(theme, site)?.articles).toEqual([
			"themes/x/exampleSite/content/post",
		]);
	});

	test("a site's own folder is not its articles' for being called blog", () => {
		const found = candidates({
			"blog/content/tech": 9,
			"blog/content/life": 8,
		});
		expect(chooseArticles(found, findSite("blog"))?.articles).toEqual([
			"blog/content",
		]);
	});
});

test("titles count where nothing has a date", () => {
	const titled = candidates({ _articles: 9 }, false);
	expect(chooseArticles(titled, findSite())).toMatchObject({
		articles: ["_articles"],
		areDated: false,
	});
	const dated = candidates({ news: 1 });
	expect(chooseArticles([...titled, ...dated], findSite())).toMatchObject({
		articles: ["news"],
		areDated: true,
	});
});

test("nothing is no choice", () => {
	expect(chooseArticles([], findSite())).toBeUndefined();
});
