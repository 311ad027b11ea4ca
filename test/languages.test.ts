import { describe, expect, test } from "vitest";
import { findDirection, normalizeLanguage } from "../src/languages.ts";

describe("a language tag is given its canonical form", () => {
	test.each([
		["en", "en"],
		["EN", "en"],
		["en_us", "en-US"],
		[" ja ", "ja"],
		["zh-hant-tw", "zh-Hant-TW"],
		["pt_BR", "pt-BR"],
		["iw", "he"],
		["sr-latn", "sr-Latn"],
		["gsw", "gsw"],
		["en-x-Private", "en-x-private"],
	])("%s as %s", (written, canonical) => {
		expect(normalizeLanguage(written)).toBe(canonical);
	});

	test.each([
		...["", "e", "english", "Deutsch", "jp", "xx", "en--US", "en-"],
		...["日本語", 'en" onload="x', "a".repeat(10_000), "x-private"],
	])("but %.20s is none", (written) => {
		expect(normalizeLanguage(written)).toBeUndefined();
	});
});

test.each([
	["en", "ltr"],
	["ja", "ltr"],
	["ar", "rtl"],
	["he", "rtl"],
	["fa-IR", "rtl"],
	["ur", "rtl"],
	["dv", "rtl"],
	["yi", "rtl"],
	["ckb", "rtl"],
	["ks", "rtl"],
	["ur-Latn", "ltr"],
	["he-Latn", "ltr"],
	["az-Arab", "rtl"],
	["az", "ltr"],
	["pa-PK", "rtl"],
	["pa", "ltr"],
])("%s is written %s", (language, direction) => {
	expect(findDirection(language)).toBe(direction);
});
