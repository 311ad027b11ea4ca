import { expect, test } from "vitest";
import { surveyFolder } from "../../src/init/survey.ts";

/** A disk that holds texts by their paths. */
function look(files: Readonly<Record<string, string>>) {
	const list = (folder: string) => {
		const names = Object.keys(files)
			.filter((path) => path.startsWith(folder))
			.map((path) => path.slice(folder.length))
			.map((rest) => rest.replace(/\/.*$/s, "/"));
		return [...new Set(names)].sort();
	};
	return surveyFolder({ list, read: (file) => files[file] });
}

const dated = "---\ntitle: Trams\ndate: 2024-05-01\n---\nText.\n";
const titled = "---\ntitle: Trams\n---\nText.\n";

test.each([
	["blog/trams.md", dated, "blog", true],
	["blog/trams.md", titled, "blog", false],
	["_posts/2024-05-01-trams.markdown", titled, "_posts", true],
	["blog/2024-05-01-trams/index.mdx", titled, "blog", true],
	["blog/2024/05/01/trams.md", titled, "blog", true],
	["blog/2024/05/trams.md", dated, "blog", true],
	["blog/2024-05/trams.md", dated, "blog", true],
	["src/routes/blog/trams/+page.md", dated, "src/routes/blog", true],
	["trams.md", dated, "", true],
	[
		"content/trams.md",
		"+++\ntitle = 'T'\ndate = 2024-05-01\n+++\n",
		"content",
		true,
	],
	[
		"content/trams.md",
		"Title: Trams\nDate: 2024-05-01\n\nText.\n",
		"content",
		true,
	],
	["content/trams.md", "---\npath: 2024/05/01/trams\n---\n", "content", true],
	[
		"docs/history.md",
		"---\ntitle: 1\npubDate: 2024-05-01\n---\n",
		"docs",
		true,
	],
])("%s is an article", (path, text, folder, isDated) => {
	expect(look({ [path]: text }).candidates).toEqual([
		{ path, folder, isDated },
	]);
});

test.each([
	["README.md", titled],
	["blog/CHANGELOG.md", dated],
	["content/post/_index.md", dated],
	["about.md", titled],
	["blog/trams.md", "Text without anything.\n"],
	["blog/trams.md", "---\ntitle: [\n---\n"],
	["blog/trams.txt", dated],
	["node_modules/feed/trams.md", dated],
	["blog/node_modules/feed/trams.md", dated],
	[".cache/trams.md", dated],
	["public/trams.md", dated],
	["dist/trams.md", dated],
	["_site/trams.md", dated],
	["site/build/trams.md", dated],
	["packages/core/docs/trams.md", dated],
	["archetypes/default.md", dated],
	["scaffolds/post.md", dated],
	["_drafts/trams.md", dated],
])("%s is none", (path, text) => {
	expect(look({ [path]: text }).candidates).toEqual([]);
});

test("a template's date is none", () => {
	const text = "---\ntitle: x\ndate: {{ date }}\n---\n";
	expect(look({ "post.md": text }).candidates).not.toContainEqual(
		expect.objectContaining({ isDated: true }),
	);
});

test("counts what it looked at", () => {
	const { files, folders } = look({
		"README.md": "",
		"a/b/trams.md": dated,
		"a/picture.png": "",
	});
	expect({ files, folders }).toEqual({ files: 2, folders: 3 });
});

test("finds what makes feeds", () => {
	const { feedFiles } = look({
		"feed.xml": "",
		"src/pages/rss.xml.js": "",
		"src/routes/atom.xml/+server.ts": "",
		"src/feed/feed.njk": "",
		"static/feed.json": "",
		"blog-feed.xml": "",
		// None of these.
		"feed.config.json": "",
		"src/_data/feed.json": "",
		"sitemap.xml": "",
		"feeds.md": "",
		"src/plugin-json-feed.json": "",
		"public/rss.xml": "",
		"index.json": "",
	});
	expect([...feedFiles].sort()).toEqual([
		"blog-feed.xml",
		"feed.xml",
		"src/feed/feed.njk",
		"src/pages/rss.xml.js",
		"src/routes/atom.xml",
		"static/feed.json",
	]);
});
