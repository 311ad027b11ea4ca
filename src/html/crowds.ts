/**
 * Text so full of signs that rendering it takes quadratic time or memory, found before it is rendered: the renderer
 * writes a piece of text anew at each reference (`&amp;`) in it, and looks through a whole word for the end of what may be
 * an address. 400 KB of `&amp; word ` would end the process.
 */

import type { Excess } from "./guards.ts";

/** Signs by the code units that each makes the renderer read or write again: about half a second. */
const maxCost = 200_000_000;
/** Marks of emphasis in one block, each of which may be compared with all others. */
const maxMarks = 50_000;

const reference = /[&%](?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/gi;
/** What begins a piece of text of its own wherever it stands: an item or a heading; and what ends one: an end tag. */
const opening = /^ {0,3}(?:[-+*]|#{1,6}) +\S/;
const blank = /^[ \t]*$/;
const endTag = /(?<!\\)<\/[a-z][a-z0-9]*>/gi;

function countIn(text: string, signs: RegExp): number {
	return text.match(signs)?.length ?? 0;
}

/** Tells whether a piece of text holds too many references for its length; `%` may stand for `&`. */
export function isCrowded(text: string): boolean {
	return text.length * countIn(text, reference) > maxCost;
}

const isBoundary = (line: string) => blank.test(line) || opening.test(line);

function hasCrowdedWord(line: string): boolean {
	if (line.length < 10_000) return false;
	return line
		.split(/\s+/)
		.some(
			(word) => word.length * countIn(word, /[_@]|www\.|:\/\//gi) > maxCost,
		);
}

/** Tells whether a text is too short to cost much, whatever it holds: most are. */
const isHarmless = (body: string) => body.length ** 2 < maxCost;

/** Finds a word or a block that holds too many signs which may begin an address or emphasis. */
export function findCrowdedMarks(body: string): Excess | undefined {
	if (isHarmless(body)) return undefined;
	let line = 0;
	let marks = 0;
	let length = 0;
	let addresses = 0;
	for (const text of body.split("\n")) {
		line++;
		if (hasCrowdedWord(text))
			return { line, what: "a word of more than 10000 signs, full of marks" };
		if (isBoundary(text)) marks = length = addresses = 0;
		marks += countIn(text, /[*_~]+/g);
		length += text.length + 1;
		addresses += countIn(text, /@|www\.|:\/\//gi);
		if (marks > maxMarks)
			return {
				line,
				what: `more than ${maxMarks} marks of emphasis in one text`,
			};
		if (length * addresses > 2 * maxCost)
			return { line, what: "too many addresses in one text" };
	}
	return undefined;
}

/**
 * Finds where a piece of text, roughly told apart from its neighbours, holds too many references. Code may: whether it
 * is code, only parsing tells.
 */
export function findCrowdedText(body: string): Excess | undefined {
	if (isHarmless(body)) return undefined;
	let line = 0;
	let length = 0;
	let references = 0;
	for (const text of body.split("\n")) {
		line++;
		if (isBoundary(text)) length = references = 0;
		for (const [index, piece] of text.split(endTag).entries()) {
			if (index > 0) length = references = 0;
			length += piece.length + 1;
			references += text.includes("&") ? countIn(piece, reference) : 0;
			if (length * references > maxCost)
				return { line, what: "too many references like &amp; in one text" };
		}
	}
	return undefined;
}
