import { describe, expect, test } from "vitest";
import { parsePublished } from "../../src/published/parse.ts";
import type { PublishedItem } from "../../src/published/published.ts";

const url = "https://site.example/feeds/feed.xml";

const parse = (text: string, from: { url?: string } = { url }) =>
	parsePublished(Buffer.from(text), { name: "feed.xml", ...from });

const rss = (items: string, head = "") =>
	`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>The Feed</title><link>https://site.example/blog/</link>${head}${items}</channel></rss>`;

const rdf = (items: string, namespace = "http://purl.org/rss/1.0/") =>
	`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${namespace}" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://site.example/"><title>The Feed</title><link>https://site.example/</link></channel>${items}</rdf:RDF>`;

const atom = (entries: string, head = "", attributes = "") =>
	`<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><id>urn:x:feed</id><title>The Feed</title><updated>2024-01-01T00:00:00Z</updated>${head}${entries}</feed>`;

const json = (items: readonly object[], head = {}) =>
	JSON.stringify({
		version: "https://jsonfeed.org/version/1.1",
		title: "The Feed",
		...head,
		items,
	});

async function parseItem(
	text: string,
	from?: { url?: string },
): Promise<PublishedItem> {
	const [item, ...others] = (await parse(text, from)).items;
	expect(others).toEqual([]);
	if (item === undefined) throw new Error("no item");
	return item;
}

const rssItem = (inner: string) =>
	parseItem(rss(`<item><guid>i</guid>${inner}</item>`));
const atomEntry = (inner: string) =>
	parseItem(atom(`<entry><id>i</id>${inner}</entry>`));
const jsonItem = (item: object) => parseItem(json([{ id: "i", ...item }]));

describe("a whole feed", () => {
	test("in RSS 2.0", async () => {
		const text = rss(
			`<item>
				<title>First &amp; second</title>
				<link>https://site.example/blog/a</link>
				<guid isPermaLink="false">urn:x:1</guid>
				<pubDate>Tue, 2 Jan 2024 10:00:00 GMT</pubDate>
				<dc:creator>Ada</dc:creator><dc:creator>Bo</dc:creator>
				<category>web</category><category domain="x">Two words</category>
				<description>&lt;p&gt;Short &amp;amp; plain.&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</description>
				<content:encoded><![CDATA[<p>Long &amp; rich.</p>]]></content:encoded>
				<enclosure url="/a.mp3" length="1" type="audio/mpeg"/>
				<atom:updated>2024-01-03T00:00:00Z</atom:updated>
			</item>
			<item><link>https://site.example/blog/b</link></item>`,
			`<atom:link rel="self" href="https://site.example/rss.xml"/><atom:link rel="prev-archive" href="/rss-1.xml"/>`,
		);
		expect(await parse(text)).toEqual({
			format: "rss",
			kind: "RSS 2.0",
			title: "The Feed",
			self: "https://site.example/rss.xml",
			older: "https://site.example/rss-1.xml",
			items: [
				{
					id: "urn:x:1",
					url: "https://site.example/blog/a",
					title: "First & second",
					published: Date.UTC(2024, 0, 2, 10),
					updated: Date.UTC(2024, 0, 3),
					authors: ["Ada", "Bo"],
					tags: ["web", "Two words"],
					summary: "Short & plain. More.",
					content: "<p>Long &amp; rich.</p>",
					enclosures: ["https://site.example/a.mp3"],
				},
				{
					id: "https://site.example/blog/b",
					url: "https://site.example/blog/b",
					authors: [],
					tags: [],
					enclosures: [],
				},
			],
		});
	});

	test("in RDF, in the document's order", async () => {
		const text = rdf(
			`<item rdf:about="https://site.example/?a=1&amp;b=2"><title>One</title><link>https://site.example/1</link><dc:date>2024-01-02</dc:date><dc:subject>web</dc:subject></item>
			<item rdf:about="urn:x:2"><title>Two</title><description>Text</description></item>`,
		).replace(
			"</channel>",
			`<items><rdf:Seq><rdf:li rdf:resource="urn:x:2"/><rdf:li rdf:resource="https://site.example/?a=1&amp;b=2"/></rdf:Seq></items></channel>`,
		);
		expect(await parse(text)).toEqual({
			format: "rss",
			kind: "RDF (RSS 1.0)",
			title: "The Feed",
			items: [
				{
					id: "https://site.example/?a=1&b=2",
					url: "https://site.example/1",
					title: "One",
					published: Date.UTC(2024, 0, 2),
					authors: [],
					tags: ["web"],
					enclosures: [],
				},
				{
					id: "urn:x:2",
					title: "Two",
					authors: [],
					tags: [],
					summary: "Text",
					enclosures: [],
				},
			],
		});
	});

	test("in Atom 1.0", async () => {
		const text = atom(
			`<entry>
				<id>urn:x:1</id>
				<title type="html">A &lt;b&gt;bold&lt;/b&gt; &amp;amp; title</title>
				<link rel="enclosure" href="/a.mp3" type="audio/mpeg"/>
				<link rel="alternate" type="application/json" href="/a.json"/>
				<link href="/a" type="text/html"/>
				<published>2024-01-02T10:00:00+02:00</published>
				<updated>2024-01-03T10:00:00.5Z</updated>
				<author><name>Ada</name><email>ada@site.example</email></author>
				<category term="web"/><category term="t2" label="Two words"/>
				<summary>Short &amp; plain.</summary>
				<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long &amp; rich.</p></div></content>
			</entry>
			<entry><id>urn:x:2</id><title>Two</title></entry>`,
			`<author><name>Zoe</name></author><link href="https://site.example/"/><link rel="self" href="/atom.xml"/><link rel="http://www.iana.org/assignments/relation/prev-archive" href="/atom-1.xml"/>`,
		);
		expect(await parse(text)).toEqual({
			format: "atom",
			kind: "Atom 1.0",
			id: "urn:x:feed",
			title: "The Feed",
			self: "https://site.example/atom.xml",
			older: "https://site.example/atom-1.xml",
			items: [
				{
					id: "urn:x:1",
					url: "https://site.example/a",
					title: "A bold & title",
					published: Date.UTC(2024, 0, 2, 8),
					updated: Date.UTC(2024, 0, 3, 10, 0, 0, 500),
					authors: ["Ada"],
					tags: ["web", "Two words"],
					summary: "Short & plain.",
					content: "<p>Long &amp; rich.</p>",
					enclosures: ["https://site.example/a.mp3"],
				},
				{
					id: "urn:x:2",
					title: "Two",
					authors: ["Zoe"],
					tags: [],
					enclosures: [],
				},
			],
		});
	});

	test("in JSON Feed 1.1", async () => {
		const text = json(
			[
				{
					id: 12,
					url: "/a",
					title: "A & B",
					content_html: "<p>Rich</p>",
					content_text: "Rich",
					summary: "Short",
					date_published: "2024-01-02T10:00:00-05:00",
					date_modified: "2024-01-03T10:00:00Z",
					authors: [{ name: "Ada" }, { url: "https://bo.example/" }],
					tags: ["web", "web", "Two words"],
					attachments: [{ url: "a.mp3", mime_type: "audio/mpeg" }],
				},
				{ id: "urn:x:2", content_text: "1 < 2" },
			],
			{
				home_page_url: "https://site.example/",
				feed_url: "https://site.example/feed.json",
				next_url: "/feed-1.json",
				authors: [{ name: "Zoe" }],
			},
		);
		expect(await parse(text)).toEqual({
			format: "json",
			kind: "JSON Feed 1.1",
			title: "The Feed",
			self: "https://site.example/feed.json",
			older: "https://site.example/feed-1.json",
			items: [
				{
					id: "12",
					url: "https://site.example/a",
					title: "A & B",
					published: Date.UTC(2024, 0, 2, 15),
					updated: Date.UTC(2024, 0, 3, 10),
					authors: ["Ada"],
					tags: ["web", "Two words"],
					summary: "Short",
					content: "<p>Rich</p>",
					enclosures: ["https://site.example/a.mp3"],
				},
				{
					id: "urn:x:2",
					authors: ["Zoe"],
					tags: [],
					content: "1 &#x3C; 2",
					enclosures: [],
				},
			],
		});
	});

	test.each([
		["RSS 2.0", rss("")],
		[
			"RSS 0.92",
			`<rss version='0.92'><channel><title>T</title></channel></rss>`,
		],
		["RSS", `<RSS><channel><title>T</title></channel></RSS>`],
		["RDF (RSS 1.0)", rdf("")],
		["RDF (RSS 0.90)", rdf("", "http://my.netscape.com/rdf/simple/0.9/")],
		["RDF (RSS 0.90)", rdf("", "http://channel.netscape.com/rdf/simple/0.9/")],
		["Atom 1.0", atom("")],
		[
			"Atom 0.3",
			`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title></feed>`,
		],
		["JSON Feed 1.1", json([])],
		["JSON Feed 1.0", json([], { version: "https://jsonfeed.org/version/1" })],
		["JSON Feed", json([], { version: undefined })],
	])("is named %s", async (kind, text) => {
		expect(await parse(text)).toMatchObject({ kind, items: [] });
	});

	test("of RSS 0.91 with its DOCTYPE, and the entities that it brings", async () => {
		const text = `<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Caf&eacute;</title><language>en</language>
<item><title>Un&nbsp;&deux; caf&eacute;</title><link>https://site.example/1</link></item></channel></rss>`;
		expect(await parse(text)).toMatchObject({
			kind: "RSS 0.91",
			title: "Café",
			items: [{ id: "https://site.example/1", title: "Un &deux; café" }],
		});
	});

	test("of Atom 0.3", async () => {
		const text = `<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en"><title>T</title><tagline>x</tagline>
<entry><title mode="escaped" type="text/html">A &lt;i&gt;b&lt;/i&gt;</title><link rel="alternate" type="text/html" href="https://site.example/1"/><id>tag:1</id><issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-14T08:29:29Z</modified><content type="text/html" mode="escaped">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>`;
		expect(await parseItem(text)).toMatchObject({
			id: "tag:1",
			url: "https://site.example/1",
			title: "A b",
			published: Date.UTC(2003, 11, 13, 12, 29, 29),
			updated: Date.UTC(2003, 11, 14, 8, 29, 29),
			content: "<p>x</p>",
		});
	});

	test("with prefixes of its own", async () => {
		const text = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:id>f</a:id><a:entry><a:id>i</a:id><a:title>T</a:title></a:entry></a:feed>`;
		expect(await parse(text)).toMatchObject({
			id: "f",
			items: [{ id: "i", title: "T" }],
		});
		const other = rss(
			`<item><guid>i</guid><c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/">x</c:encoded></item>`,
		);
		expect(await parseItem(other)).toMatchObject({ content: "x" });
	});
});

describe("an id is what readers know", () => {
	test.each([
		["a&amp;b", "a&b"],
		["a&amp;amp;b", "a&amp;b"],
		["a&amp;amp;amp;b", "a&amp;amp;b"],
		["<![CDATA[a&b]]>", "a&b"],
		["<![CDATA[a&amp;b]]>", "a&amp;b"],
		["a<![CDATA[&]]>&amp;<![CDATA[b]]>", "a&&b"],
		["&#x41;&#66;&#8217;&#x1F600;", "AB’😀"],
		["&amp;#65;", "&#65;"],
		["&amp;copy;=&amp;lt", "&copy;=&lt"],
		["https://x.example/?a=1&amp;copy=2", "https://x.example/?a=1&copy=2"],
		["\n\t https://x.example/a \n", "https://x.example/a"],
		["HTTP://X.Example:80/%7Ea/../B", "HTTP://X.Example:80/%7Ea/../B"],
		["https://x.example/a b", "https://x.example/a b"],
		["https://x.example/é", "https://x.example/é"],
		["tag:x.example,2024:1 ", "tag:x.example,2024:1"],
		["0012", "0012"],
		["1e5", "1e5"],
		["true", "true"],
		["<!-- no -->a", "a"],
	])("%s", async (written, id) => {
		const inRss = rss(`<item><guid>${written}</guid></item>`);
		expect(await parseItem(inRss)).toMatchObject({ id });
		const inAtom = atom(`<entry><id>${written}</id></entry>`);
		expect(await parseItem(inAtom)).toMatchObject({ id });
	});

	test.each([
		["a&amp;amp;b", "a&amp;b"],
		["https://x.example/?a=1&#38;b=2", "https://x.example/?a=1&b=2"],
		[" a ", "a"],
	])("in RDF: %s", async (written, id) => {
		const item = `<item rdf:about="${written}"><title>T</title></item>`;
		expect(await parseItem(rdf(item))).toMatchObject({ id });
	});

	test.each([
		["a&amp;b", "a&amp;b"],
		[" a ", "a"],
		["<!-- a -->", "<!-- a -->"],
		[0, "0"],
		[1.5, "1.5"],
	])("in JSON: %s", async (written, id) => {
		expect(await jsonItem({ id: written })).toMatchObject({ id });
	});

	test("else its link as it is written", async () => {
		const link = "https://x.example/A%7e?b&amp;c";
		const id = "https://x.example/A%7e?b&c";
		const items = [
			rss(`<item><link>${link}</link></item>`),
			rss(`<item><guid/><link> ${link} </link></item>`),
			rdf(`<item><link>${link}</link></item>`),
			atom(`<entry><link href="${link}"/></entry>`),
			json([{ url: id }]),
		];
		for (const item of items)
			expect(await parseItem(item)).toMatchObject({ id, url: id });
	});

	test("and without either there is no item", async () => {
		for (const text of [
			rss("<item><title>T</title></item>"),
			rdf("<item><title>T</title></item>"),
			atom("<entry><title>T</title></entry>"),
			json([{ title: "T" }]),
		])
			expect((await parse(text)).items).toEqual([]);
	});
});

describe("an address is absolute", () => {
	const itemOf = (inner: string, from?: { url?: string }) =>
		parseItem(rss(`<item>${inner}</item>`), from);

	test.each([
		["<guid>https://x.example/1</guid>", "https://x.example/1"],
		[
			`<guid isPermaLink="true">https://x.example/1</guid>`,
			"https://x.example/1",
		],
		[`<guid isPermaLink="false">https://x.example/1</guid>`, undefined],
		["<guid>tag:x.example,2024:1</guid>", undefined],
		[
			"<guid>https://x.example/1</guid><link>/2</link>",
			"https://site.example/2",
		],
		["<guid>i</guid><link>3</link>", "https://site.example/blog/3"],
		["<guid>i</guid><link>javascript:alert(1)</link>", undefined],
		[
			"<guid>i</guid><link>https://x.example/a b</link>",
			"https://x.example/a%20b",
		],
	])("of %s", async (inner, expected) => {
		expect((await itemOf(inner)).url).toBe(expected);
	});

	test.each([
		["both bases", ` xml:base="/blog/"`, ` xml:base="2024/"`, "blog/2024/a"],
		["the feed's base", ` xml:base="https://site.example/b/"`, "", "b/a"],
		["the entry's base", "", ` xml:base="/e/"`, "e/a"],
		["no base: the feed's page", "", "", "home/a"],
	])("by %s", async (_, onFeed, onEntry, path) => {
		const text = atom(
			`<entry${onEntry}><id>i</id><link href="a"/><link rel="enclosure" href="a"/></entry>`,
			`<link href="/home/"/><link rel="self" href="/self/atom.xml"/>`,
			onFeed,
		);
		const expected = `https://site.example/${path}`;
		expect(await parseItem(text)).toMatchObject({
			url: expected,
			enclosures: [expected],
		});
	});

	test("by the feed's own address where it has no page", async () => {
		const entry = `<entry><id>i</id><link href="a"/></entry>`;
		const self = `<link rel="self" href="https://x.example/f/atom.xml"/>`;
		expect(await parseItem(atom(entry, self))).toMatchObject({
			url: "https://x.example/f/a",
		});
		expect(await parseItem(atom(entry))).toMatchObject({
			url: "https://site.example/feeds/a",
		});
		expect((await parseItem(atom(entry), {})).url).toBeUndefined();
	});

	test("or absent where a file says nothing", async () => {
		const text = json([{ id: "i", url: "a", attachments: [{ url: "b" }] }]);
		expect(await parseItem(text, {})).toMatchObject({ enclosures: [] });
	});
});

describe("a title", () => {
	test.each([
		["Plain &amp; simple", "Plain & simple"],
		["AT&amp;T", "AT&T"],
		["AT&T", "AT&T"],
		["Vec&lt;T&gt;", "Vec<T>"],
		["a &lt; b", "a < b"],
		["It&amp;#8217;s &amp;amp; was", "It’s & was"],
		["It&amp;#146;s&amp;nbsp;&amp;hellip;", "It’s …"],
		["&lt;b&gt;Bold&lt;/b&gt; &amp;amp; more", "Bold & more"],
		["<![CDATA[It&#8217;s]]>", "It’s"],
		["&amp;amp;lt;", "&lt;"],
		["&amp;#1114112;&amp;#0;&amp;unknown; x", "&unknown; x"],
		["  two\n\tlines ", "two lines"],
	])("in RSS: %s", async (written, title) => {
		expect((await rssItem(`<title>${written}</title>`)).title).toBe(title);
	});

	test("is none where it is empty", async () => {
		expect((await rssItem("<title> </title>")).title).toBeUndefined();
		expect((await atomEntry("<title/>")).title).toBeUndefined();
		expect((await jsonItem({ title: "" })).title).toBeUndefined();
	});

	test.each([
		["", "a &amp;amp; &lt;b&gt;", "a &amp; <b>"],
		[` type="text"`, "Vec&lt;T&gt;", "Vec<T>"],
		[` type="html"`, "a &amp;amp; &lt;b&gt;b&lt;/b&gt;", "a & b"],
		[` type="html"`, "<![CDATA[a &amp; <b>b</b>]]>", "a & b"],
		[
			` type="xhtml"`,
			`<div xmlns="http://www.w3.org/1999/xhtml">a &amp; <b>b</b> &lt;c></div>`,
			"a & b <c>",
		],
	])("in Atom:%s %s", async (type, written, title) => {
		const entry = await atomEntry(`<title${type}>${written}</title>`);
		expect(entry.title).toBe(title);
	});

	test("in JSON is taken as it is", async () => {
		expect((await jsonItem({ title: "a &amp; <b>" })).title).toBe(
			"a &amp; <b>",
		);
	});
});

describe("summary and content", () => {
	test.each([
		["<p>One</p><p>Two<br/>three</p>", "One Two three"],
		["1 &lt; 2 &amp;&amp; x", "1 < 2 && x"],
		["<a href='x' title=\"a > b\">link</a>ed", "linked"],
		["a<!-- b --><script>c</script><style>d</style>e", "a e"],
		["1 < 2", "1 < 2"],
		["<ul><li>a</li><li>b</li></ul>", "a b"],
		["&nbsp;a&nbsp;b&shy;c", "a b\u00ADc"],
	])("a description is HTML: %s", async (html, summary) => {
		const item = await rssItem(
			`<description><![CDATA[${html}]]></description>`,
		);
		expect(item).toMatchObject({ summary });
		expect(item.content).toBeUndefined();
	});

	test.each([
		[`type="html"`, "&lt;p&gt;a &amp;amp; b&lt;/p&gt;", "<p>a &amp; b</p>"],
		["", "a &lt; &amp;amp;", "a &#x3C; &#x26;amp;"],
		[`type="text/plain"`, "a", "a"],
		[`type="text/html"`, "&lt;p&gt;a&lt;/p&gt;", "<p>a</p>"],
		[
			`type="application/xhtml+xml"`,
			`<div xmlns="http://www.w3.org/1999/xhtml"><br/>&lt;</div>`,
			"<br/>&lt;",
		],
		[`type="image/png" src="/a.png"`, "", undefined],
		[`type="application/json"`, "{}", undefined],
	])("Atom's content %s", async (attributes, written, content) => {
		const entry = await atomEntry(
			`<content ${attributes}>${written}</content>`,
		);
		expect(entry.content).toBe(content);
	});
});

describe("people", () => {
	test.each([
		["<author>ada@x.example (Ada Byron)</author>", ["Ada Byron"]],
		["<author>Ada &lt;ada@x.example&gt;</author>", ["Ada"]],
		["<author>Ada</author>", ["Ada"]],
		["<author>ada@x.example</author>", ["ada@x.example"]],
		[
			"<author>ada@x.example (Ada)</author><dc:creator>A. B.</dc:creator>",
			["A. B."],
		],
		["<dc:creator>Ada</dc:creator><dc:creator>Ada</dc:creator>", ["Ada"]],
		["<author/>", []],
	])("%s", async (inner, authors) => {
		expect((await rssItem(inner)).authors).toEqual(authors);
	});

	test("of JSON Feed 1.0", async () => {
		const item = await jsonItem({ author: { name: "Ada" } });
		expect(item.authors).toEqual(["Ada"]);
	});
});

describe("a date", () => {
	const noon = Date.UTC(2024, 0, 2, 12);
	test.each([
		["Tue, 02 Jan 2024 12:00:00 GMT", noon],
		["Tue, 2 Jan 2024 12:00:00 UT", noon],
		["2 Jan 2024 12:00 UTC", noon],
		["Tue, 02 Jan 2024 07:00:00 EST", noon],
		["Tue, 02 Jan 2024 13:00:00 +0100", noon],
		["Wed, 02 Jan 2024 12:00:00 Z", noon],
		["Tue, 02 Jan 24 12:00:00 GMT", noon],
		["02 Jan 99 12:00:00 GMT", Date.UTC(1999, 0, 2, 12)],
		["2024-01-02T12:00:00Z", noon],
		["2024-01-02T12:00:00", noon],
		["2024-01-02 14:00:00.000 +0200", noon],
		["2024-01-02", Date.UTC(2024, 0, 2)],
		["Tue, 02 Jan 2024 12:00:00", noon],
		["03/04/2024", undefined],
		["yesterday", undefined],
		["Tue, 32 Jan 2024 12:00:00 GMT", undefined],
		["", undefined],
	])("%s", async (written, published) => {
		const inRss = await rssItem(`<pubDate>${written}</pubDate>`);
		expect(inRss.published).toBe(published);
		const inAtom = await atomEntry(`<published>${written}</published>`);
		expect(inAtom.published).toBe(published);
		const inJson = await jsonItem({ date_published: written });
		expect(inJson.published).toBe(published);
	});

	test("is dc:date where pubDate is none", async () => {
		const date = "<dc:date>2024-01-02T12:00:00Z</dc:date>";
		expect((await rssItem(date)).published).toBe(noon);
		expect((await rssItem(`<pubDate>x</pubDate>${date}`)).published).toBe(noon);
	});
});
