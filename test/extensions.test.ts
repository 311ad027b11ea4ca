import { describe, expect, test } from "vitest";
import { dublinCore } from "../src/extensions/dublin-core.ts";
import { extensions } from "../src/extensions/extensions.ts";
import { media } from "../src/extensions/media.ts";
import type { Entry } from "../src/model.ts";

const entry: Entry = {
	id: "1",
	guid: "1",
	atomId: "urn:uuid:1",
	url: "https://x.org/a/",
	link: "https://x.org/a/",
	label: "A",
	published: new Date(0),
	updated: new Date(0),
	authors: [],
	contributors: [],
	tags: [],
	summary: "A",
	content: "<p>A</p>",
	enclosures: [],
	policy: "full",
};

/** What an extension adds; a format leaves out what is empty. */
const describeEntry = (
	extension: (typeof extensions)[number],
	more: Partial<Entry>,
	format: "rss" | "atom",
) =>
	(extension.describeEntry?.({ ...entry, ...more }, format) ?? []).filter(
		(element) => element !== "",
	);

test("each namespace has a prefix of its own", () => {
	expect(extensions.map(({ prefix, uri }) => [prefix, uri])).toEqual([
		["dc", "http://purl.org/dc/elements/1.1/"],
		["fh", "http://purl.org/syndication/history/1.0"],
		["media", "http://search.yahoo.com/mrss/"],
	]);
});

test.each(extensions)(
	"$prefix adds nothing where there is nothing to say",
	(extension) => {
		expect(describeEntry(extension, {}, "rss")).toEqual([]);
		expect(describeEntry(extension, {}, "atom")).toEqual([]);
	},
);

describe("Dublin Core", () => {
	const authors = [
		{ name: "Ann <&>" },
		{ name: "日本 花子", email: "h@x.org" },
	];

	test("names each author of an RSS item, without an address", () => {
		expect(describeEntry(dublinCore, { authors }, "rss")).toEqual([
			"<dc:creator>Ann &#x3C;&#x26;&#x3E;</dc:creator>",
			"<dc:creator>日本 花子</dc:creator>",
		]);
	});

	test("says the language of an RSS item that is in another one", () => {
		expect(describeEntry(dublinCore, { language: "ja" }, "rss")).toEqual([
			"<dc:language>ja</dc:language>",
		]);
	});

	test("leaves Atom alone, which has words of its own", () => {
		const more = { authors, language: "ja" };
		expect(describeEntry(dublinCore, more, "atom")).toEqual([]);
	});
});

test.each(["rss", "atom"] as const)(
	"Media RSS says in %s where the picture is",
	(format) => {
		const image = 'https://x.org/a.png?b&c="d"';
		expect(describeEntry(media, { image }, format)).toEqual([
			'<media:thumbnail url="https://x.org/a.png?b&amp;c=&quot;d&quot;"/>',
		]);
	},
);
