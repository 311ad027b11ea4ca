/** Feeds that were made to hurt: each of these once took a parser minutes, all memory, or some of the items. */

import { describe, expect, test } from "vitest";
import { Failure } from "../../src/diagnostics.ts";
import { parsePublished } from "../../src/published/parse.ts";

const large = 2_000_000;

const fill = (piece: string, length = large) =>
	piece.repeat(Math.ceil(length / piece.length));

const rss = (inner: string) =>
	`<rss version="2.0"><channel><title>T</title>${inner}</channel></rss>`;
const item = (inner: string) => rss(`<item><guid>i</guid>${inner}</item>`);
const atom = (inner: string) =>
	`<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><entry><id>i</id>${inner}</entry></feed>`;

const parse = (text: string) =>
	parsePublished(Buffer.from(text), { name: "feed" });

/** The ids, or `refused`. */
async function list(text: string): Promise<readonly string[] | "refused"> {
	try {
		return (await parse(text)).items.map(({ id }) => id);
	} catch (error) {
		if (error instanceof Failure && error.status === 74) return "refused";
		throw error;
	}
}

const entities = Array.from(
	{ length: 9 },
	(_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
).join("");

describe("is read, or refused, and soon", () => {
	test.each<[string, string, readonly string[] | "refused"]>([
		["elements that never end", rss(fill("<a>")), "refused"],
		[
			"a million nested elements",
			item(`${"<a>".repeat(1e6)}${"</a>".repeat(1e6)}`),
			["i"],
		],
		[
			"nested items",
			rss(`${"<item>".repeat(1000)}${"</item>".repeat(1000)}`),
			"refused",
		],
		["more items than memory", rss("<item/>".repeat(1_000_001)), "refused"],
		["tags that never end", `<rss><channel><title>${fill("<a ")}`, "refused"],
		["a quote behind them", rss(`<title>${fill("<a ")}'</title>`), "refused"],
		["two kinds of quotes", rss(`<title>${fill(`<a '" `)}</title>`), "refused"],
		["comments that never end", fill("<!--") + rss(""), "refused"],
		["brackets in an author", item(`<author>${fill("(")}</author>`), ["i"]],
		["dots in an author", item(`<author>a@${fill(".")} b</author>`), ["i"]],
		["a million attributes", item(`<link ${fill("a='' ")}/>`), ["i"]],
		["the length of a list", item("<length>4000000000</length>"), ["i"]],
		[
			"the length of authors",
			atom("<author><length>4000000000</length></author>"),
			["i"],
		],
		[
			"many CDATA sections",
			atom(
				`<content type="xhtml"><div>${fill("<![CDATA[x]]>")}</div></content>`,
			),
			["i"],
		],
		[
			"deep content",
			atom(
				`<content type="xhtml">${"<div>".repeat(1e5)}${"</div>".repeat(1e5)}</content>`,
			),
			["i"],
		],
		["references", item(`<title>${fill("&amp;amp; ")}</title>`), ["i"]],
		["unknown references", item(`<title>${fill("&amp;xyz; ")}</title>`), ["i"]],
		[
			"tags within tags",
			item(`<description>${fill("&lt;a '")}</description>`),
			["i"],
		],
		[
			"a tag of attributes",
			item(`<description>&lt;a ${fill(`a="" `)}</description>`),
			["i"],
		],
		[
			"scripts that never end",
			item(`<description>${fill("&lt;script ")}</description>`),
			["i"],
		],
		["a date of digits", item(`<pubDate>${fill("1 ")}</pubDate>`), ["i"]],
		[
			"entities in entities",
			`<!DOCTYPE rss [<!ENTITY e0 "x">${entities}]>${item("<title>&e9;</title>")}`,
			["i"],
		],
		[
			"an entity from a file",
			`<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>${item("<title>&e;</title>")}`,
			["i"],
		],
		[
			"a DOCTYPE that never ends",
			`<!DOCTYPE rss [${fill("]  ")}${rss("")}`,
			"refused",
		],
		[
			"names of JavaScript",
			item("<__proto__><x/></__proto__><constructor/><title>T</title>"),
			["i"],
		],
		["deep JSON", fill(`{"a":`), "refused"],
		[
			"deep JSON in a feed",
			`{"version":"https://jsonfeed.org/version/1","x":${"[".repeat(1e6)}${"]".repeat(1e6)}}`,
			"refused",
		],
		[
			"a list of a length",
			`{"version":"https://jsonfeed.org/version/1","title":"T","items":{"length":4000000000}}`,
			[],
		],
		[
			"lists that are none",
			`{"version":"https://jsonfeed.org/version/1","title":"T","items":[1,null,[],{"id":"i","tags":{"a":1},"authors":"x","attachments":7}]}`,
			["i"],
		],
		["a page of links", `<html>${fill("<link ")}`, "refused"],
		["blanks", fill(" "), "refused"],
	])("%s", async (_, text, ids) => {
		expect(await list(text)).toEqual(ids);
	});

	test("an index of items that there are not", async () => {
		const index = `<rdf:li rdf:resource="x"/>`.repeat(20_000);
		const items = `<item rdf:about="i"/>`.repeat(20_000);
		const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="c"><items><rdf:Seq>${index}</rdf:Seq></items></channel>${items}</rdf:RDF>`;
		expect(await list(text)).toHaveLength(20_000);
	});
});

test("an entity stays what it is in the text", async () => {
	const text = `<!DOCTYPE rss [<!ENTITY e "x">]>${item("<title>&e;</title>")}`;
	expect((await parse(text)).items[0]?.title).toBe("&e;");
});
