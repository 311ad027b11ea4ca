import { expect, test } from "vitest";
import { next } from "../../src/dialects/next.ts";
import {
	locate,
	placeArticle,
	readValues,
	viewFolder,
} from "../support/dialect-views.ts";

test.each([
	[["next.config.mjs"], "next.config.mjs"],
	[["gatsby-config.js"], "gatsby-config.js"],
	[["package.json"], undefined],
])("recognises %j as %s", (files, by) => {
	const view = viewFolder(
		Object.fromEntries(files.map((file) => [file, "{}"])),
	);
	expect(next.recognise(view)).toBe(by);
});

test.each(["next", "contentlayer2", "gatsby"])(
	"recognises the package %s",
	(name) => {
		const text = JSON.stringify({ dependencies: { [name]: "1" } });
		expect(next.recognise(viewFolder({ "package.json": text }))).toBe(
			"package.json",
		);
	},
);

test.each([
	["data/blog/hello.mdx", "/blog/hello"],
	["public/hello/index.md", "/hello"],
	["src/content/blog/2024/01/02/hello.md", "/blog/2024/01/02/hello"],
	["_posts/hello.md", "/posts/hello"],
	["posts/2020-01-02-hello.md", "/posts/2020-01-02-hello"],
	["app/blog/hello/page.mdx", "/blog/hello"],
	["src/app/(site)/blog/hello/page.mdx", "/blog/hello"],
	["pages/en/blog/release/v22.1.0.md", "/en/blog/release/v22.1.0"],
	["src/pages/blog/hello/index.mdx", "/blog/hello"],
])("publishes %s at %s", (place, address) => {
	expect(placeArticle(next, place)).toBe(address);
});

test.each([["data/blog/hello.mdx", "/blog/:slug"]])(
	"publishes %s with a slug at %s",
	(place, address) => {
		expect(placeArticle(next, place, { hasSlug: true })).toBe(address);
	},
);

test("keeps a folder of a language in the address", () => {
	const languages = ["en"];
	expect(placeArticle(next, "pages/en/blog/a.md", { languages })).toBe(
		"/en/blog/a",
	);
	expect(placeArticle(next, "data/blog/a.en.md", { languages })).toBe(
		"/blog/a",
	);
});

test.each([
	["data/authors/default.mdx", "name: Ann", true],
	["app/blog/[slug]/page.mdx", "", true],
	["data/blog/a.mdx", "", false],
])("of %s with %j it is %s that it is no article", (place, head, isLeftOut) => {
	expect(next.isLeftOut(locate(next, place), readValues(head))).toBe(isLeftOut);
});

test.each([
	["./a.png", undefined],
	["/static/a.png", "/static/a.png"],
])("reads the picture %s as %s", (src, read) => {
	expect(next.readPicture(src)).toBe(read);
});

test("takes the starter's default author for the site's", () => {
	const view = viewFolder({
		"data/authors/default.mdx":
			"---\nname: Ann Lee\nemail: ann@example.com\n---\n",
	});
	expect(next.readSite(view).authors).toEqual([
		{ name: "Ann Lee", email: "ann@example.com", url: undefined },
	]);
});

test.each([
	["next", undefined, undefined],
	["gatsby", "/:path/", "/:slug/"],
])("publishes pages of %s at %s, posts at %s", (name, pages, posts) => {
	const text = JSON.stringify({ dependencies: { [name]: "1" } });
	const facts = next.readSite(viewFolder({ "package.json": text }));
	expect(facts.permalink).toBe(pages);
	expect(facts.permalinks?.get("blog")).toBe(posts);
});
