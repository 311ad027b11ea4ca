import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findGenerator } from "../../src/disk/generator.ts";
import { slashPath } from "../../src/paths.ts";
import { type Files, writeFiles } from "../support/folder.ts";

let home = "";
let root = "";

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), "generator-"));
	root = join(home, "site");
	mkdirSync(root);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Finds the generator of a site of these files. */
function find(
	files: Files,
	articles: string | readonly string[] = "articles",
	dialect = "auto",
) {
	writeFiles(root, files);
	return findGenerator(root, [articles].flat(), dialect);
}

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText.\n";

describe("a generator is found by", () => {
	test.each<[string, string, Files, string]>([
		["jekyll", "_config.yml", { "_config.yml": "title: A\n" }, "_posts"],
		["hugo", "hugo.toml", { "hugo.toml": 'title = "A"\n' }, "content/posts"],
		["hugo", "config.toml", { "config.toml": 'baseURL = "/"\n' }, "content"],
		["zola", "config.toml", { "config.toml": 'base_url = "/"\n' }, "content"],
		[
			"hexo",
			"_config.yml",
			{
				"_config.yml": "title: A\n",
				"package.json": '{"dependencies":{"hexo":"7"}}',
			},
			"source/_posts",
		],
		[
			"eleventy",
			"package.json",
			{ "package.json": '{"devDependencies":{"@11ty/eleventy":"3"}}' },
			"posts",
		],
		[
			"docusaurus",
			"docusaurus.config.js",
			{ "docusaurus.config.js": "" },
			"blog",
		],
		["pelican", "pelicanconf.py", { "pelicanconf.py": "" }, "content"],
	])("%s by %s", (name, by, files, articles) => {
		const found = find({ ...files, [`${articles}/a.md`]: post }, articles);
		expect(found).toMatchObject({ dialect: { name }, by, folder: root });
	});

	test("the folder of the articles, where no other file says anything", () => {
		const found = find({ "_posts/2024-01-02-a.md": post }, "_posts");
		expect(found).toMatchObject({ dialect: { name: "jekyll" } });
	});

	test("the heads of articles", () => {
		const hexo = "title: A\ndate: 2024-01-02\neleventyNavigation:\n  key: A";
		const found = find({ "articles/x/a.md": `---\n${hexo}\n---\n` });
		expect(found.dialect.name).toBe("eleventy");
		expect(found.by).toBeUndefined();
	});

	test("the innermost folder that says something", () => {
		const found = find(
			{
				"package.json": '{"dependencies":{"next":"15"}}',
				"docs/_config.yml": "title: Inner\n",
				"docs/_posts/2024-01-02-a.md": post,
			},
			"docs/_posts",
		);
		expect(found).toMatchObject({
			dialect: { name: "jekyll" },
			folder: join(root, "docs"),
			facts: { title: "Inner" },
			files: ["_config.yml"],
		});
	});
});

describe("nothing is found", () => {
	test.each<[string, Files]>([
		["in an empty folder", {}],
		["beside plain articles", { "articles/a.md": post, "README.md": "# A" }],
		[
			"in a package.json of other things",
			{ "package.json": '{"name":"hugo"}' },
		],
		["in a package.json that is broken", { "package.json": "{ hexo" }],
		["in a package.json that is a list", { "package.json": "[]" }],
		["in a package.json that is null", { "package.json": "null" }],
		["in a package.json of numbers", { "package.json": '{"scripts":3}' }],
		["in a configuration that is broken", { "config.toml": "base_url = [" }],
		["in a node_modules", { "articles/node_modules/x/a.md": "+++\n" }],
	])("%s", (_, files) => {
		const found = find(files);
		expect(found).toEqual({
			dialect: expect.objectContaining({ name: "common" }),
			folder: root,
			base: root,
			facts: { languages: [] },
			people: [],
			files: [],
		});
	});

	test("above the configuration's folder", () => {
		writeFiles(home, { "hugo.toml": 'title = "A"\n' });
		expect(find({ "articles/a.md": post }).dialect.name).toBe("common");
	});

	test("where the articles' folder is not there", () => {
		expect(find({}, "nowhere/at/all").dialect.name).toBe("common");
	});
});

describe("articles", () => {
	test("outside the configuration's folder have the generator that lies about them", () => {
		writeFiles(home, {
			"blog/hugo.toml": 'title = "A"\n',
			"blog/content/posts/a.md": post,
			"hexo/package.json": '{"dependencies":{"hexo":"7"}}',
		});
		const found = find({}, "../blog/content/posts");
		expect(found).toMatchObject({
			dialect: { name: "hugo" },
			folder: join(home, "blog"),
			by: "hugo.toml",
		});
	});

	test.each([
		"content/**/*.md",
		"content/{posts,notes}/*.md",
		"./content/posts/*.md",
		"content/posts/a.md",
		"content/po(st)s/*.md",
	])("may be named by %s", (pattern) => {
		const files = {
			"content/zola.toml": 'base_url = "/"\n',
			"content/posts/a.md": post,
		};
		expect(find(files, pattern)).toMatchObject({
			dialect: { name: "zola" },
			folder: join(root, "content"),
		});
	});

	test("that are left out say nothing", () => {
		const files = {
			"old/hugo.toml": 'title = "A"\n',
			"old/a.md": post,
			"articles/a.md": post,
		};
		expect(find(files, ["articles", "!old"]).dialect.name).toBe("common");
		expect(find(files, ["articles", "old"]).dialect.name).toBe("hugo");
	});
});

describe("a dialect that the configuration names", () => {
	const files = {
		"_config.yml": "title: A\n",
		"_data/authors.yml": "ann: { name: Ann }\n",
		"_posts/2024-01-02-a.md": post,
	};

	test("is taken, whatever lies about", () => {
		const found = find(files, "_posts", "hugo");
		expect(found).toMatchObject({ dialect: { name: "hugo" }, folder: root });
		expect(found.by).toBeUndefined();
	});

	test("has its own files read", () => {
		const found = find(files, "_posts", "jekyll");
		expect(found).toMatchObject({
			facts: { title: "A" },
			by: "_config.yml",
			files: ["_config.yml"],
		});
	});

	test("reads nothing as plain", () => {
		expect(find(files, "_posts", "plain")).toEqual({
			dialect: expect.objectContaining({ name: "plain" }),
			folder: root,
			base: root,
			facts: {},
			people: [],
			files: [],
		});
	});
});

describe("people", () => {
	test("are read from the files that name them", () => {
		const { people } = find({
			"_data/authors.yml": "ann: { name: Ann }\n",
			"data/authors/bob.md": "---\nname: Bob\n---\n",
			"data/authors/broken.json": "{",
			"data/authors/photo.png": "",
			"authors/cleo/index.md": "---\nname: Cleo\n---\n",
			"articles/a.md": post,
		});
		expect(people).toEqual([
			{
				path: slashPath(join(root, "_data/authors.yml")),
				value: new Map([["ann", new Map([["name", "Ann"]])]]),
			},
			{
				path: slashPath(join(root, "data/authors/bob.md")),
				value: new Map([["name", "Bob"]]),
			},
			{
				path: slashPath(join(root, "authors/cleo/index.md")),
				value: new Map([["name", "Cleo"]]),
			},
		]);
	});
});

test.skipIf(process.platform === "win32")(
	"a link that leads in a circle is no trap",
	() => {
		writeFiles(root, { "articles/a.md": post });
		symlinkSync(join(root, "articles"), join(root, "articles", "again"));
		expect(find({}).dialect.name).toBe("common");
	},
);

describe("languages that nothing names", () => {
	test.each([
		[
			["en/a.md", "fr/a.md", "fr/b.md"],
			["en", "fr"],
		],
		[["a.md", "pt-br/a.md"], ["pt-br"]],
		[
			["a.md", "a.fa.md", "b.zh-Hans.md", "b.md"],
			["fa", "zh-Hans"],
		],
		[["hello/index.md", "hello/index.de.md"], ["de"]],
		// Names that are no languages, or beside which nothing stands.
		[["is/a.md", "it/b.md"], []],
		[["v1.is.md", "jquery.js.md", "jquery.md"], []],
	])("%j", (files, languages) => {
		const { facts } = find(
			Object.fromEntries(files.map((file) => [`articles/${file}`, post])),
		);
		expect(facts.languages).toEqual(languages);
	});
});
