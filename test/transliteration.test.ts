import { expect, test } from "vitest";
import { toAscii } from "../src/transliteration.ts";

test.each([
	["plain ASCII, 1-2", "plain ASCII, 1-2"],
	["Ünï Cödé", "Uni Code"],
	["e\u0301", "e"],
	["Straße, Ærø, łódź, þing", "Strasse, AEro, lodz, thing"],
	["Щука и ёж", "Shchuka i iozh"],
	["Київ, ґанок", "Kiyiv, g'anok"],
	["Αθήνα", "Athena"],
	["don’t – “stop” …", 'don\'t - "stop" ...'],
	["ﬁne ½", "fine 1⁄2"],
	// Nobody knows these letters by heart.
	["日本語", "日本語"],
	["ガイド", "ガイド"],
	["हिन्दी", "हिन्दी"],
	["سلام", "سلام"],
])("%s is %s", (text, ascii) => {
	expect(toAscii(text)).toBe(ascii);
});
