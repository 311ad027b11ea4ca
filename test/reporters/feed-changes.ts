/** Changes of feeds, for the reporters. */

import type { FeedChanges, NamedChanges } from "../../src/published/compare.ts";
import type { PublishedItem } from "../../src/published/published.ts";
import { createItem } from "../published/items.ts";

const nothing: FeedChanges = {
	added: [],
	changed: [],
	again: [],
	reused: [],
	gone: [],
	archived: 0,
	passed: 0,
	reordered: [],
	unchanged: 7,
};

export const hello: PublishedItem = createItem({
	id: "urn:x:hello",
	url: "https://example.com/hello/",
	title: "Hello",
	published: Date.UTC(2024, 4, 1, 23),
});

export const note: PublishedItem = createItem({
	id: "urn:x:note",
	url: "https://example.com/notes/1/",
});

export const bye: PublishedItem = createItem({
	id: "urn:x:bye",
	url: "https://example.com/bye/",
	title: "Bye",
	updated: Date.UTC(2023, 11, 31),
});

/** One of each kind. */
export const everything: FeedChanges = {
	added: [hello, note],
	changed: [{ item: bye, fields: ["title", "content"] }],
	again: [{ item: hello, was: { ...hello, id: "https://example.com/hello" } }],
	reused: [{ item: hello, was: bye }],
	gone: [bye],
	archived: 0,
	passed: 3,
	reordered: [note],
	unchanged: 7,
};

export function createChanges(
	feed: string,
	changes: Partial<FeedChanges> = {},
): NamedChanges {
	return {
		feed,
		against: `https://example.com${feed}`,
		changes: { ...nothing, ...changes },
	};
}

/** What would be Markdown, HTML, a call or a command. */
export const hostile: readonly string[] = [
	"a | b || c",
	"`code` ``more`` ```",
	"<img src=x onerror=alert(1)>",
	"</details></summary><script>alert(1)</script>",
	"@user and @org/team, a@b.example",
	"see #1, GH-2, org/repo#3",
	"one\n\n# two\r\n- three",
	"](javascript:alert(1)) [x](javascript:alert(1))",
	"![x](https://evil.example/x.png)",
	"[x]: https://evil.example",
	"https://evil.example www.evil.example ftp://evil.example",
	"*a* _b_ __c__ ~~d~~ **e**",
	"- a",
	"1. a",
	"+ a",
	"---",
	"===",
	"# a",
	"> a",
	"    a",
	"[ ] a",
	"[^1]",
	"&lt;b&gt; &#64;user &copy;",
	"\\*a\\* \\",
	"$x$ $$y$$ :tada:",
	"\u001B[31mred\u0007 \u202Eevil\u2066",
	"<!-- -->",
	"",
];
