import { describe, expect, test } from "vitest";
import { decodeDocument } from "../../src/published/decode.ts";
import { parsePublished } from "../../src/published/parse.ts";

const declare = (encoding: string) => `<?xml version="1.0" ${encoding}?>`;
const latin1 = (text: string) => Buffer.from(text, "latin1");
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => utf16(text).swap16();

describe("a document is read", () => {
	test.each([
		["UTF-8 by default", Buffer.from("<é>"), undefined, "<é>"],
		["UTF-8 with its mark", Buffer.from("\uFEFF<é>"), undefined, "<é>"],
		["UTF-16 by its mark", utf16("\uFEFF<é>"), undefined, "<é>"],
		["UTF-16, big end first", utf16be("\uFEFF<é>"), undefined, "<é>"],
		["UTF-16 without a mark", utf16("<é>"), undefined, "<é>"],
		["UTF-16, big end first, without", utf16be("{é}"), undefined, "{é}"],
		[
			"by the server's word",
			latin1("<é>"),
			"text/xml; charset=ISO-8859-1",
			"<é>",
		],
		[
			"by the server's quoted word",
			latin1("<é>"),
			'a/b;charset="latin1"',
			"<é>",
		],
		["by no word that nobody knows", Buffer.from("é"), "a/b; charset=x", "é"],
		["as UTF-8 where it is broken", latin1("<é>"), undefined, "<\uFFFD>"],
	])("%s", (_, bytes, contentType, text) => {
		expect(decodeDocument(bytes, contentType)).toBe(text);
	});

	test.each([
		[`encoding="iso-8859-1"`, Buffer.of(0xe9, 0x93), "é“"],
		[`encoding='windows-1252'`, Buffer.of(0x80, 0x92, 0x9f, 0x81), "€’Ÿ\x81"],
		[`encoding = "windows-1251"`, Buffer.of(0xcf, 0xf0), "Пр"],
		[`encoding="Shift_JIS" standalone="yes"`, Buffer.of(0x93, 0xfa), "日"],
		[`encoding="utf-16"`, Buffer.from("é"), "é"],
		[`encoding="none-such"`, Buffer.from("é"), "é"],
	])("by its declaration: %s", (encoding, rest, text) => {
		const bytes = Buffer.concat([Buffer.from(declare(encoding)), rest]);
		expect(decodeDocument(bytes, "text/xml")).toBe(declare(encoding) + text);
	});

	test("by the mark, then the server, then itself", () => {
		const declared = declare('encoding="windows-1251"');
		const marked = Buffer.from(`\uFEFF${declared}é`);
		const server = "text/xml; charset=iso-8859-1";
		expect(decodeDocument(marked, server)).toBe(`${declared}é`);
		expect(decodeDocument(latin1(`${declared}é`), server)).toBe(`${declared}é`);
	});
});

test("a feed may begin with marks and blanks", async () => {
	const feed = `<rss version="2.0"><channel><title>é</title></channel></rss>`;
	for (const bytes of [
		Buffer.from(`\uFEFF\uFEFF\n ${feed}`),
		latin1(`\n\n${declare('encoding="latin1"')}${feed}`),
		utf16(`\uFEFF ${declare('encoding="utf-16"')}${feed}`),
		Buffer.from(
			`\uFEFF\n{"version":"https://jsonfeed.org/version/1","title":"é"}`,
		),
	])
		expect(await parsePublished(bytes, { name: "feed" })).toMatchObject({
			title: "é",
		});
});
