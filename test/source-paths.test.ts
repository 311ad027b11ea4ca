import { describe, expect, test } from "vitest";
import type { Dialect } from "../src/dialects/dialect.ts";
import { plain } from "../src/dialects/plain.ts";
import { readSourcePath } from "../src/source-paths.ts";

interface Options {
	/** Below the folder that the site's generator works in. */
	readonly place?: string;
	readonly roots?: readonly string[];
	readonly languages?: readonly string[];
}

function read(
	path: string,
	{ place = path, roots = [], languages = [] }: Options = {},
) {
	const dialect: Dialect = { ...plain, roots };
	return readSourcePath(place, path, dialect, languages);
}

describe("a file's folders and name", () => {
	test.each([
		["hello.md", [], "hello"],
		["2024-01-02-hello.md", [], "2024-01-02-hello"],
		["2024-01-02-hello/index.md", [], "2024-01-02-hello"],
		["notes/hello/index.markdown", ["notes"], "hello"],
		["notes/2024/hello.mdx", ["notes", "2024"], "hello"],
		["index.md", [], "index"],
		["index/index.md", [], "index"],
		["a.b.c.md", [], "a.b.c"],
		["v1.2/notes.md", ["v1.2"], "notes"],
		["Index.md", [], "Index"],
		[".md", [], ".md"],
		["日本語/今日.md", ["日本語"], "今日"],
		["__proto__/constructor.md", ["__proto__"], "constructor"],
	])("of %s", (path, folders, name) => {
		const fileName = path.split("/").at(-1);
		expect(read(path)).toEqual({ folders, name, fileName, above: [] });
	});
});

describe("the content's root", () => {
	const roots = ["src/content", "content", "_posts"];
	test.each<[string, string, string[], string]>([
		["content/blog/a.md", "a.md", ["blog"], "a"],
		["src/content/blog/a.md", "a.md", ["blog"], "a"],
		// What stands at the start, then the first root in the list.
		["content/src/content/a.md", "a.md", ["src", "content"], "a"],
		["x/content/src/content/a.md", "a.md", [], "a"],
		["news/_posts/2024-01-02-a.md", "x/2024-01-02-a.md", [], "2024-01-02-a"],
		["content/a.md", "a.md", [], "a"],
		["content/a/index.md", "a/index.md", [], "a"],
		// What is beside every root lies below the articles' folder.
		["elsewhere/blog/a.md", "blog/a.md", ["blog"], "a"],
		["my-content/blog/a.md", "blog/a.md", ["blog"], "a"],
		// A file is no folder.
		["blog/content.md", "content.md", [], "content"],
		["src/content", "content", [], "content"],
	])("of %s, which is %s to the articles", (place, path, folders, name) => {
		expect(read(path, { place, roots })).toMatchObject({ folders, name });
	});

	test("may be the generator's own folder", () => {
		const found = read("a.md", { place: "x/y/a.md", roots: ["."] });
		expect(found.folders).toEqual(["x", "y"]);
	});

	test.each<[string, string | undefined, string[]]>([
		["content/a.md", "content", []],
		["news/2024/_posts/a.md", "_posts", ["news", "2024"]],
		["docs/src/content/blog/a.md", "src/content", ["docs"]],
		["elsewhere/a.md", undefined, []],
	])("of %s is %s, and what is above it known", (place, root, above) => {
		const found = read("a.md", { place, roots });
		expect(found.root).toBe(root);
		expect(found.above).toEqual(above);
	});

	test("may be any folder that begins with _", () => {
		const options = { place: "x/_recipes/a.md", roots: ["_posts", "_*"] };
		expect(read("a.md", options)).toMatchObject({
			root: "_recipes",
			above: ["x"],
			folders: [],
		});
	});

	test("may have the language in it", () => {
		const options = { place: "i18n/fr/blog/a.md", roots: ["i18n/:lang/blog"] };
		expect(read("a.md", options)).toMatchObject({
			folders: [],
			name: "a",
			language: "fr",
		});
	});
});

describe("the language", () => {
	const languages = ["en", "fr", "pt-br"];
	test.each([
		["hello.fr.md", [], "hello", "fr"],
		["hello.FR.md", [], "hello", "FR"],
		["hello/index.fr.md", [], "hello", "fr"],
		["hello.pt-br.md", [], "hello", "pt-br"],
		["fr/notes/hello.md", ["notes"], "hello", "fr"],
		["fr/hello.en.md", [], "hello", "en"],
		["hello.md", [], "hello", undefined],
		["hello.de.md", [], "hello.de", undefined],
		["de/hello.md", ["de"], "hello", undefined],
		["notes/fr/hello.md", ["notes", "fr"], "hello", undefined],
		["fr.md", [], "fr", undefined],
		["node.js.md", [], "node.js", undefined],
	])("of %s", (path, folders, name, language) => {
		const found = read(path, { languages });
		expect(found).toMatchObject({ folders, name });
		expect(found.language).toBe(language);
	});

	test("is none where the site declares none", () => {
		expect(read("fr/hello.fr.md")).toMatchObject({
			folders: ["fr"],
			name: "hello.fr",
		});
		expect(read("hello.fr.md").language).toBeUndefined();
	});
});
