import { expect, test } from "vitest";
import { svelte } from "../../src/dialects/svelte.ts";
import {
	locate,
	placeArticle,
	readValues,
	viewFolder,
} from "../support/dialect-views.ts";

test.each([
	[["svelte.config.js"], "svelte.config.js"],
	[["src/routes/a.md"], undefined],
])("recognises %j as %s", (files, by) => {
	const view = viewFolder(
		Object.fromEntries(files.map((file) => [file, "{}"])),
	);
	expect(svelte.recognise(view)).toBe(by);
});

test.each([
	["src/routes/blog/hello/+page.md", "/blog/hello"],
	["src/routes/(site)/blog/(posts)/hello/+page.md", "/blog/hello"],
	["src/routes/blog/2024-05-01-hello/+page.md", "/blog/2024-05-01-hello"],
	["src/content/blog/2024-05-01-hello.md", "/blog/hello"],
	["content/blog/hello.md", "/blog/hello"],
	["src/lib/content/blog/hello.md", "/blog/hello"],
	["src/posts/hello.md", "/posts/hello"],
])("publishes %s at %s", (place, address) => {
	expect(placeArticle(svelte, place)).toBe(address);
});

test.each([
	["src/content/blog/a.md", "/blog/:slug"],
	["src/routes/blog/a/+page.md", "/blog/a"],
])("publishes %s with a slug at %s", (place, address) => {
	expect(placeArticle(svelte, place, { hasSlug: true })).toBe(address);
});

test.each([
	["src/routes/blog/[slug]/+page.md", "", true],
	["src/routes/blog/hello/notes.md", "", true],
	["src/routes/blog/hello/+page.md", "", false],
	["src/content/blog/_a.md", "", true],
	["src/content/blog/a.md", "", false],
])("of %s with %j it is %s that it is no article", (place, head, isLeftOut) => {
	expect(svelte.isLeftOut(locate(svelte, place), readValues(head))).toBe(
		isLeftOut,
	);
});

test.each([
	["src/routes/+page.md", "", true],
	["src/routes/(site)/+page.md", "", true],
	["src/routes/blog/a/+page.md", "", false],
	["src/content/blog/a.md", "", false],
])(
	"of %s with %j and no date it is %s that it is a page",
	(place, head, isPage) => {
		expect(svelte.isPage(locate(svelte, place), readValues(head))).toBe(isPage);
	},
);

test.each([
	["$lib/a.png", undefined],
	["./a.png", undefined],
	["a.png", undefined],
	["https://x.org/a.png", "https://x.org/a.png"],
	["/a.png", "/a.png"],
])("reads the picture %s as %s", (src, read) => {
	expect(svelte.readPicture(src)).toBe(read);
});
