import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../src/diagnostics.ts";
import { decodeText } from "../src/text.ts";

function decode(data: string | readonly number[]) {
	const said: Diagnostic[] = [];
	const bytes =
		typeof data === "string" ? Buffer.from(data) : Uint8Array.from(data);
	const text = decodeText(bytes, "articles/a.md", (one) => said.push(one));
	return { text, said };
}

const bytesOf = (text: string, encoding: BufferEncoding) => [
	...Buffer.from(text, encoding),
];

describe("texts that are taken", () => {
	test.each([
		["LF line ends", "a\nb\n", "a\nb\n"],
		["CRLF line ends", "a\r\nb\r\n", "a\nb\n"],
		["CR line ends", "a\rb\r", "a\nb\n"],
		["mixed line ends", "a\r\n\rb\n\nc", "a\n\nb\n\nc"],
		["a byte order mark", "\uFEFFa", "a"],
		["one within the text", "a\uFEFFb", "a\uFEFFb"],
		["a byte order mark alone", "\uFEFF", ""],
		["nothing", "", ""],
		["no line end at the end", "a", "a"],
		[
			"emoji and signs from everywhere",
			"👩‍👩‍👧 日本語 שלום",
			"👩‍👩‍👧 日本語 שלום",
		],
		["a TAB", "a\tb", "a\tb"],
		["U+FFFD, which somebody wrote", "a\uFFFDb", "a\uFFFDb"],
		["]]>", "]]>", "]]>"],
	])("%s", (_, written, text) => {
		expect(decode(written)).toEqual({ text, said: [] });
	});
});

describe("characters that no feed can carry are taken out with a warning at the first of each kind", () => {
	test.each([
		["a\0b\0", "ab", ["U+0000"], 1, 2],
		["\uFEFF日本\r\nx\x08", "日本\nx", ["U+0008"], 2, 2],
		["a\n\n\uFFFEb", "a\n\nb", ["U+FFFE"], 3, 1],
		["\x1b[31m", "[31m", ["U+001B"], 1, 1],
		["\x85\x0c", "", ["U+0085", "U+000C"], 1, 1],
	])("%j", (written, text, names, line, column) => {
		const { text: decoded, said } = decode(written);
		expect(decoded).toBe(text);
		expect(said.map(({ message }) => message)).toEqual(
			names.map(
				(name) =>
					`the character ${name} is left out, since no feed can carry it`,
			),
		);
		expect(said[0]).toEqual({
			severity: "warning",
			code: "character-removed",
			message: expect.anything(),
			hint: "Delete it; most editors show it when asked for invisible characters.",
			file: "articles/a.md",
			line,
			column,
		});
	});
});

describe("bytes that are no UTF-8 are an error at their place", () => {
	test.each([
		["latin-1", bytesOf("ab\ncafé\n", "latin1"), 2, 4],
		["a sequence that is cut short", [0x61, 0xe3, 0x81], 1, 2],
		["an overlong slash", [0xc0, 0xaf], 1, 1],
		["half of a surrogate pair", [0x61, 0x0a, 0xed, 0xa0, 0x80], 2, 1],
		["Shift JIS", [0x93, 0xfa, 0x96, 0x7b], 1, 1],
	])("%s", (_, bytes, line, column) => {
		expect(decode(bytes)).toEqual({
			text: undefined,
			said: [
				{
					severity: "error",
					code: "encoding-invalid",
					message: "the file is not UTF-8",
					hint: "Save it as UTF-8 in your editor.",
					file: "articles/a.md",
					line,
					column,
				},
			],
		});
	});

	test.each([
		["little", [0xff, 0xfe, ...bytesOf("# Hé", "utf16le")]],
		["big", [0xfe, 0xff, 0x00, 0x23]],
	])("UTF-16, %s end first, is named", (_, bytes) => {
		const { text, said } = decode(bytes);
		expect(text).toBeUndefined();
		expect(said).toMatchObject([
			{ message: "the file is UTF-16, not UTF-8", line: 1 },
		]);
	});
});
