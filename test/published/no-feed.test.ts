import { describe, expect, test } from "vitest";
import { Failure } from "../../src/diagnostics.ts";
import type { Origin } from "../../src/published/no-feed.ts";
import { parsePublished } from "../../src/published/parse.ts";

const name = "https://site.example/x";

/** What somebody is told who took a document for a feed. */
async function refuse(
	document: string | Uint8Array,
	from: Partial<Origin> = {},
): Promise<readonly [message: string, hint: string | undefined]> {
	try {
		const bytes = Buffer.from(document as string);
		await parsePublished(bytes, { name, url: name, ...from });
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const [{ code, message, hint } = { code: "", message: "" }, ...others] =
			error.diagnostics;
		expect([error.status, code, others]).toEqual([74, "source-no-feed", []]);
		return [message, hint];
	}
	throw new Error("it was taken for a feed");
}

const nameFeed = "Name the address of the feed itself.";
const sitemap = (root: string) =>
	`<?xml version="1.0"?><${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></${root}>`;

describe("it is said what was got", () => {
	test.each([
		["empty", ""],
		["empty", " \n\uFEFF"],
		["a sitemap", sitemap("urlset")],
		["a sitemap", sitemap("sitemapindex")],
		["a list of feeds (OPML)", `<opml version="2.0"><body/></opml>`],
		[
			"a single entry (Atom)",
			`<entry xmlns="http://www.w3.org/2005/Atom"><id>i</id></entry>`,
		],
		[
			`XML whose root is "svg"`,
			`<!-- x --><svg xmlns="x"><title>T</title></svg>`,
		],
		[`XML whose root is "s:svg"`, `<s:svg/>`],
		[
			`JSON whose first keys are "name", "a b", "version"`,
			`{"name":1,"a\\nb":2,"version":3,"more":4}`,
		],
		["JSON without any keys", "{}"],
		["a list in JSON", `[{"id":1}]`],
		["JSON that is broken", `{"version":"https://jsonfeed.org/version/1"`],
		[`text that begins with "Not found"`, "  Not\nfound"],
		[`text that begins with "${"x".repeat(60)}…"`, "x".repeat(1000)],
		[
			`text that begins with "Warning: x <?xml version="1.0"?><rss/>"`,
			`Warning: x <?xml version="1.0"?><rss/>`,
		],
		[`text that begins with "< a"`, "< a"],
		["binary data", Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
		["binary data", Buffer.of(0x1f, 0x8b, 0x08, 0)],
	])("%s", async (what, document) => {
		expect(await refuse(document)).toEqual([
			`${name} is no feed: it is ${what}`,
			nameFeed,
		]);
	});

	test("in a message that nothing breaks out of", async () => {
		const [message] = await refuse("a\u0000b", { name: "a\nb\u001b[31m" });
		expect(message).toBe("a b[31m is no feed: it is binary data");
	});
});

describe("a page leads to its feed", () => {
	const page = (head: string) =>
		`<!DOCTYPE html>\n<html lang=en><head><title>The &amp; Site\n</title>${head}</head><body><p>x</body>`;
	const found = `${name} is no feed: it is an HTML page, "The & Site"`;
	const link = (type: string, href: string) =>
		`<link rel="alternate" type="${type}" title="Feed" href="${href}">`;

	test.each([
		[link("application/rss+xml", "/rss.xml"), "https://site.example/rss.xml"],
		[link("application/atom+xml", "atom.xml"), "https://site.example/atom.xml"],
		[
			link("application/feed+json", "//x.example/f?a&amp;b"),
			"https://x.example/f?a&b",
		],
		[
			link("application/json", "/wp-json") +
				link("application/rss+xml; charset=utf-8", "https://x.example/1") +
				link("application/rss+xml", "/comments"),
			"https://x.example/1",
		],
		[
			`<base href="/blog/"><LINK HREF=feed.xml REL='home Alternate' TYPE=application/rss+xml>`,
			"https://site.example/blog/feed.xml",
		],
	])("%s", async (head, feed) => {
		expect(await refuse(page(head))).toEqual([found, `Its feed is ${feed}.`]);
	});

	test.each([
		[""],
		[link("text/html", "/de/")],
		[`<link rel="stylesheet" type="application/rss+xml" href="/a">`],
		[link("application/rss+xml", "javascript:alert(1)")],
		["<link rel=alternate type=application/rss+xml>"],
	])("or not: %s", async (head) => {
		expect(await refuse(page(head))).toEqual([found, nameFeed]);
	});

	test("but not from a file, which has no address", async () => {
		const [, hint] = await refuse(
			page(link("application/rss+xml", "/rss.xml")),
			{ name: "index.html", url: undefined },
		);
		expect(hint).toBe(nameFeed);
	});

	test.each([
		[
			"a title in XHTML",
			`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head></html>`,
			', "T"',
		],
		["no title", "<html><body></body></html>", ""],
		["a piece", "<p>Sorry</p>", ""],
		[
			"a long title",
			`<title>${"x".repeat(90)}</title>`,
			`, "${"x".repeat(60)}…"`,
		],
	])("with %s", async (_, html, title) => {
		expect((await refuse(html))[0]).toBe(
			`${name} is no feed: it is an HTML page${title}`,
		);
	});

	test("by what the server says where it does not look like one", async () => {
		const [message] = await refuse("<x-app></x-app>", {
			contentType: "text/html; charset=utf-8",
		});
		expect(message).toBe(`${name} is no feed: it is an HTML page`);
	});
});

describe("a feed that is not well-formed is refused with the place", () => {
	const rss = (inner: string) =>
		`<rss version="2.0">\n<channel>\r\n${inner}</channel></rss>`;

	test.each([
		[
			"<item><title>T</item>",
			`"</item>" stands where "</title>" should`,
			"line 3, column 15",
		],
		[
			"</item>",
			`"</item>" stands where "</channel>" should`,
			"line 3, column 1",
		],
		["<title>a < b</title>", `a "<" begins no tag`, "line 3, column 10"],
		["\n<title>a <b</title>", "a tag never ends", "line 4, column 10"],
		[`<link href="a>`, "a tag never ends", "line 3, column 1"],
		["<![CDATA[ ]>", "a CDATA section never ends", "line 3, column 1"],
		["<!-- x", "a comment never ends", "line 3, column 1"],
		["<?x", "a processing instruction never ends", "line 3, column 1"],
		[
			"<Item></item>",
			`"</item>" stands where "</Item>" should`,
			"line 3, column 7",
		],
	])("%s", async (inner, problem, place) => {
		expect(await refuse(rss(inner))).toEqual([
			`${name} is not well-formed XML: ${problem} (${place})`,
			"Mend it there, or name another feed.",
		]);
	});

	test("where it was cut off", async () => {
		const [message] = await refuse("<feed>\n<entry><id>a</id></entry>");
		expect(message).toBe(
			`${name} is not well-formed XML: it ends before "</feed>" (line 2, column 26)`,
		);
	});

	test.each([
		["RSS 2.0", `<rss version="2.0"/>`],
		["RSS 0.91", `<rss version="0.91"><channel/></rss>`],
		["RDF (RSS 1.0)", "<rdf:RDF></rdf:RDF>"],
		["Atom 1.0", `<feed xmlns="urn:other"><meter>1</meter></feed>`],
	])("or where there is nothing in it: %s", async (kind, document) => {
		expect(await refuse(document)).toEqual([
			`${name} says that it is ${kind}, but has nothing of a feed`,
			nameFeed,
		]);
	});
});
