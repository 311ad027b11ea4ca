/** Which characters a feed may hold, and plain text: made of what authors wrote, cut, shown in messages, put in order. */

/**
 * What no feed carries: the controls but TAB, LF and CR, U+FFFE, U+FFFF and lone surrogates, which XML 1.0 section 2.2
 * leaves out, and DEL, the C1 controls and the other noncharacters (U+FDD0), which it allows but which are broken text
 * wherever they stand (W3C `BadCharacters`, `NotHtml`).
 */
const unfit =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
	/[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

/** Finds the characters that a feed cannot carry, with their offsets in UTF-16 code units. */
export function* findUnfitCharacters(
	text: string,
): Generator<{ offset: number; name: string }> {
	for (const match of text.matchAll(unfit)) {
		const point = match[0].codePointAt(0) ?? 0;
		const digits = point.toString(16).toUpperCase().padStart(4, "0");
		yield { offset: match.index, name: `U+${digits}` };
	}
}

/** Code units that may be part of an unfit character: most texts hold none, and this is quickly seen. */
const suspect =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
	/[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** Takes out the characters that a feed cannot carry. */
export function removeUnfitCharacters(text: string): string {
	return suspect.test(text) ? text.replace(unfit, "") : text;
}

/** Words of ASCII with one blank between them. */
const plainLine = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Makes one line of plain text, for titles, names and tags: no unfit characters, each run of white space as one blank.
 * U+FFFD goes too, since it only says that a character was lost earlier (W3C `BadCharacters`).
 */
export function toPlainLine(text: string): string {
	if (plainLine.test(text)) return text;
	return removeUnfitCharacters(text)
		.replace(/\uFFFD/g, "")
		.replace(/\s+/g, " ")
		.trim();
}

/** Made when it is first needed: that takes longer than many a build. */
let graphemes: Intl.Segmenter | undefined;

/** Takes the first graphemes of a text, so that no emoji, accent or syllable is cut in two. */
export function takeGraphemes(text: string, count: number): string {
	// A grapheme has at least one code unit, so shorter texts need no look; in ASCII without line ends it has just one.
	if (text.length <= count) return text;
	if (/^[ -~]*$/.test(text.slice(0, count + 1))) return text.slice(0, count);
	graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	let taken = 0;
	for (const { index } of graphemes.segment(text)) {
		if (taken++ === count) return text.slice(0, index);
	}
	return text;
}

/** Where a clause ends in scripts without blanks, and where a word ends in the others. */
const wordEnd = /\s|(?<=[、。，．！？；：・」』）])/gu;

/**
 * Shortens a text to at most so many graphemes and an ellipsis, cut at the end of a word or clause; where none lies in
 * the second half (Japanese without punctuation, one long word), between two graphemes. No dictionary decides, so that
 * no version of Node.js changes a feed.
 */
export function cutText(text: string, count: number): string {
	const head = takeGraphemes(text, count);
	if (head === text) return text;
	let end = 0;
	for (const match of `${head}${text.slice(head.length, head.length + 1)}`.matchAll(
		wordEnd,
	)) {
		if (match.index <= head.length) end = match.index;
	}
	const cut = end > head.length / 2 ? head.slice(0, end) : head;
	return `${cut.replace(/[\s,;:、，；：–—-]+$/u, "")}…`;
}

/** Graphemes of a text that a message shows. */
export const shownLength = 60;

/** Writes a text as messages show it: on one line, and cut where it is long. */
export function showText(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	// A grapheme may be as long as an attacker likes.
	const shown = takeGraphemes(line.slice(0, 1000), shownLength);
	return shown === line ? line : `${shown}…`;
}

/** The order of texts by UTF-16 code units, which no locale and no version of Node.js changes. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Between words in one line of text: the comma of the Latin, Arabic and Chinese scripts. */
export const comma = /[,\u060C\u3001\uFF0C]/;
