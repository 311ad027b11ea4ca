/** The words and dates of feeds that others wrote, as plain values. */

import { toPlainLine } from "../characters.ts";
import { readDate } from "../dates.ts";
import { readHtmlText } from "../html/markdown.ts";
import { createZone } from "../zones.ts";
import { mendControls } from "./decode.ts";

/** Plain text on one line; undefined where there is none. */
export function readPlain(text: string | undefined): string | undefined {
	return toPlainLine(text ?? "") || undefined;
}

const aside =
	/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** Of elements that end a word. */
const blockTag =
	/<\/?(?:address|article|aside|blockquote|br|d[dlt]|div|fig(?:caption|ure)|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|t[dhr]|ul)\b[^<>]*>/gi;
/** With a `>` in an attribute, or without; bounded, since each attribute takes memory. */
const anyTag =
	/<\/?[a-z][^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*){0,99}>|<\/?[a-z][^<>]*>/gi;
const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|[a-z][\da-z]{1,31});/gi;

/** The plain text of HTML on one line. It is not parsed: an attacker may have written it, and no parser can be stopped. */
export function readHtml(html: string | undefined): string | undefined {
	const text = (html ?? "")
		.replace(aside, " ")
		.replace(blockTag, " ")
		.replace(anyTag, "");
	return readPlain(decodeReferences(text));
}

/** What names mean; there are some two thousand. */
const meanings = new Map<string, string>();

/** What is white space is a blank in the end. */
function decodeName(written: string): string {
	const meaning = meanings.get(written) ?? (readHtmlText(written) || " ");
	if (meanings.size > 5000) meanings.clear();
	meanings.set(written, meaning);
	return meaning;
}

/** HTML, "Numeric character reference end state": the controls mean what windows-1252 has in their place. */
function decodeNumber(point: number): string {
	return point > 0x10ffff ? "" : mendControls(String.fromCodePoint(point));
}

/** One reference after the other: a parser would write the text anew at each. */
function decodeReferences(text: string): string {
	return text.replace(reference, (written, hexadecimal, decimal) => {
		if (hexadecimal) return decodeNumber(Number.parseInt(hexadecimal, 16));
		return decimal ? decodeNumber(Number(decimal)) : decodeName(written);
	});
}

/**
 * The title of an RSS feed or item. RSS 2.0 has plain text there, and yet many write HTML, which shows where a reference
 * is left.
 */
export function readRssTitle(title: string | undefined): string | undefined {
	const isHtml = title !== undefined && title.search(reference) >= 0;
	return isHtml ? readHtml(title) : readPlain(title);
}

const UTC = createZone("UTC");

/** RFC 822 has years of two digits (RFC 2822 section 4.3 says which they are). */
const shortYear =
	/^((?:[a-z]{3,9},? )?\d{1,2} [a-z]{3,9} )(\d\d)(?= \d{1,2}:)/i;

/** Reads a date in any form that names one day; one without a zone is taken for UTC. */
export function readTime(date: string | undefined): number | undefined {
	const text = (date ?? "").replace(
		shortYear,
		(_, day, year) => `${day}${Number(year) < 50 ? "20" : "19"}${year}`,
	);
	const reading = readDate(text, UTC, "00:00");
	return "instant" in reading ? reading.instant : undefined;
}

/** Each name or word once. */
export function listPlain(
	texts: readonly (string | undefined)[] | undefined,
): string[] {
	return [...new Set(texts?.flatMap((text) => readPlain(text) ?? []))];
}
