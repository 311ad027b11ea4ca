import { expect, test } from "vitest";
import { mkdocs } from "../../src/dialects/mkdocs.ts";
import {
	locate,
	placeArticle,
	readValues,
	viewFolder,
} from "../support/dialect-views.ts";

test.each([
	[["mkdocs.yml"], "mkdocs.yml"],
	[["mkdocs-base.yml", "mkdocs-web.yml"], "mkdocs-base.yml"],
	[["mkdocs-extra.yml", "mkdocs.yml"], "mkdocs.yml"],
	[["mkdocs-notes.txt"], undefined],
	[["docs/blog/posts/a.md"], undefined],
])("recognises %j as %s", (files, by) => {
	const view = viewFolder(
		Object.fromEntries(files.map((file) => [file, "{}"])),
	);
	expect(mkdocs.recognise(view)).toBe(by);
});

test.each([
	["docs/blog/posts/hello.md", "/blog/:year/:month/:day/:slug/"],
	["docs/guide/start.md", "/guide/start/"],
])("publishes %s at %s", (place, address) => {
	expect(placeArticle(mkdocs, place)).toBe(address);
});

test.each([
	["docs/guide/start.md", "", true],
	["docs/blog/posts/a.md", "", false],
	["index.md", "", true],
])(
	"of %s with %j and no date it is %s that it is a page",
	(place, head, isPage) => {
		expect(mkdocs.isPage(locate(mkdocs, place), readValues(head))).toBe(isPage);
	},
);

const options = (text: string) =>
	`site_name: x\nplugins:\n  - search\n  - ${text}\nextra: !!python/name:a.b\n`;

test.each([
	["blog", "/blog/:year/:month/:day/:slug/"],
	["material/blog: { blog_dir: news }", "/news/:year/:month/:day/:slug/"],
	["blog: { blog_dir: . }", "//:year/:month/:day/:slug/"],
	['blog: { post_url_format: "{slug}" }', "/blog/:slug/"],
	[
		'blog: { post_url_format: "{categories}/{file}" }',
		"/blog/:category/:filename/",
	],
	[
		'blog: { post_url_format: "{categories}/{slug}", post_url_max_categories: 3 }',
		"/blog/:categories/:slug/",
	],
	[
		"blog: { post_url_date_format: yyyy/M/d }",
		"/blog/:year/:i_month/:i_day/:slug/",
	],
	["blog: { post_url_date_format: yyyy/MMM }", undefined],
	['blog: { post_url_format: "{date}/{unheard}" }', undefined],
])("of the plugin %s makes the pattern %s", (plugin, pattern) => {
	const view = viewFolder({ "mkdocs.yml": options(plugin) });
	expect(mkdocs.readSite(view).permalinks?.get("posts")).toBe(pattern);
});

test("takes what the site says of itself", () => {
	const view = viewFolder({
		"mkdocs.yml":
			"site_name: The Manual\nsite_url: https://manual.example/\nsite_author: Ann Lee\ncopyright: © Ann\ntheme: { name: material, language: fa }\nuse_directory_urls: false\nplugins:\n  i18n: { languages: [{ locale: fa }, { locale: en }] }\n",
		"docs/blog/posts/.meta.yml": "authors: [ann]",
	});
	const facts = mkdocs.readSite(view);
	expect(facts).toMatchObject({
		title: "The Manual",
		url: "https://manual.example/",
		language: "fa",
		languages: ["fa", "en"],
		authors: [{ name: "Ann Lee" }],
		copyright: "© Ann",
	});
	expect(facts.permalinks?.get("posts")).toBe(
		"/blog/:year/:month/:day/:slug.html",
	);
	expect(facts.defaults).toEqual([
		{ scope: "docs/blog/posts", values: new Map([["authors", ["ann"]]]) },
	]);
});

test("puts several configurations together", () => {
	const view = viewFolder({
		"mkdocs-base.yml": "site_name: The Manual\nsite_author: Ann",
		"mkdocs-web.yml": "INHERIT: mkdocs-base.yml\nsite_url: https://m.example/",
	});
	expect(mkdocs.readSite(view)).toMatchObject({
		title: "The Manual",
		url: "https://m.example/",
	});
});

test.each([
	["Hello, world & all!", "hello-world--all"],
	["snake_case and-dash", "snake_case-and-dash"],
	["Ärger mit Ü", "ärger-mit-ü"],
])("makes of the title %s the slug %s", (title, slug) => {
	expect(mkdocs.slugify(title)).toBe(slug);
});

test.each([
	["{ post_dir: '{blog}/entries' }", "entries"],
	["{ post_dir: '{blog}', blog_dir: team/notes }", "notes"],
])("of the plugin's options %s knows the posts' folder %s", (text, folder) => {
	const view = viewFolder({ "mkdocs.yml": options(`blog: ${text}`) });
	const { permalinks } = mkdocs.readSite(view);
	expect([...(permalinks?.keys() ?? [])]).toEqual([folder]);
});
