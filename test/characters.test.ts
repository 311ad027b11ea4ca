import { describe, expect, test } from "vitest";
import {
	cutText,
	findUnfitCharacters,
	removeUnfitCharacters,
	showText,
	takeGraphemes,
	toPlainLine,
} from "../src/characters.ts";

test.each([
	["a\u0000b", "ab", "U+0000"],
	["a\u0008b", "ab", "U+0008"],
	["\u000bab", "ab", "U+000B"],
	["ab\u001b", "ab", "U+001B"],
	["a\u007fb", "ab", "U+007F"],
	["a\u0085b", "ab", "U+0085"],
	["a\ud83db", "ab", "U+D83D"],
	["a\ude00b", "ab", "U+DE00"],
	["a\ufffeb", "ab", "U+FFFE"],
	["a\uffffb", "ab", "U+FFFF"],
	["a\ufdd0b", "ab", "U+FDD0"],
	["a\u{1fffe}b", "ab", "U+1FFFE"],
])("%j is left without what no feed can carry", (text, fit, name) => {
	expect(removeUnfitCharacters(text)).toBe(fit);
	expect([...findUnfitCharacters(text)]).toEqual([
		{ offset: text.search(/[^ab]/), name },
	]);
});

test.each([
	"\t\n\r",
	"😀",
	"👩‍👩‍👧",
	"e\u0301",
	"שלום",
	"\u00a0\u00ad\u200b\u200e",
	"\ue000",
	"\ufffd",
	"]]>",
	"𠮷",
])("%j is left alone", (text) => {
	expect(removeUnfitCharacters(text)).toBe(text);
	expect([...findUnfitCharacters(text)]).toEqual([]);
});

test.each([
	["  a\n b\tc  ", "a b c"],
	["a\u00a0\u3000b", "a b"],
	["a\ufffdb\u0000", "ab"],
	["日本\n語", "日本 語"],
	["", ""],
])("%j makes the line %j", (text, line) => {
	expect(toPlainLine(text)).toBe(line);
});

test.each([
	["abc", 2, "ab"],
	["abc", 3, "abc"],
	["abc", 5, "abc"],
	["👩‍👩‍👧👩‍👩‍👧", 1, "👩‍👩‍👧"],
	["e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301"],
	["🇯🇵🇩🇪", 1, "🇯🇵"],
	["한국", 1, "한"],
	["", 3, ""],
])("of %j the first %i graphemes are %j", (text, count, taken) => {
	expect(takeGraphemes(text, count)).toBe(taken);
});

describe("texts are cut", () => {
	test.each([
		["at a word", "one two three", 10, "one two…"],
		["not at all when they are short enough", "one two", 7, "one two"],
		["where a word ends exactly", "one two three", 7, "one two…"],
		[
			"without the punctuation before the cut",
			"one two, three",
			10,
			"one two…",
		],
		["within a word that is all there is", "abcdefghij", 4, "abcd…"],
		["between graphemes", "e\u0301".repeat(5), 3, `${"e\u0301".repeat(3)}…`],
		["after a Japanese clause", "今日は晴れ、明日は雨です。", 8, "今日は晴れ…"],
		[
			"after a Japanese sentence",
			"雨です。風も強い一日でした。",
			6,
			"雨です。…",
		],
		[
			"within Japanese without punctuation",
			"東京都港区の入管前",
			5,
			"東京都港区…",
		],
		["before an emoji of several code points", "aaaa 👩‍👩‍👧 b", 5, "aaaa…"],
	])("%s", (_, text, count, cut) => {
		expect(cutText(text, count)).toBe(cut);
	});

	test.each([
		["one grapheme of a million marks", `a${"\u0301".repeat(1_000_000)}`],
		["a million letters", "a".repeat(1_000_000)],
		["a million dashes", "—".repeat(1_000_000)],
		["a million blanks", `a${" ".repeat(1_000_000)}b`],
		["half a million lone surrogates", "\ud83d".repeat(500_000)],
	])("in no time: %s", (_, text) => {
		const begin = performance.now();
		cutText(text, 240);
		toPlainLine(text);
		showText(text);
		Array.from(findUnfitCharacters(text.slice(0, 100_000)));
		expect(performance.now() - begin).toBeLessThan(2000);
	});
});

test.each([
	["short", "short"],
	[" a\n b\t\tc ", "a b c"],
	["x".repeat(60), "x".repeat(60)],
	["x".repeat(61), `${"x".repeat(60)}…`],
	[`${"x".repeat(59)}😀`, `${"x".repeat(59)}😀`],
	[`${"x".repeat(59)}👩‍👩‍👧y`, `${"x".repeat(59)}👩‍👩‍👧…`],
	[`a${"\u0301".repeat(2000)}`, `a${"\u0301".repeat(999)}…`],
])("in messages %j stands as %j", (text, shown) => {
	expect(showText(text)).toBe(shown);
});
