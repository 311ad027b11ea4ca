/**
 * Takes code out of Markdown, so that markups see none of it, and puts it back: fenced and indented code, code spans
 * (https://spec.commonmark.org/0.31.2/), and HTML elements that hold code or no text at all.
 */

import {
	type Items,
	type LineStart,
	measureColumn,
	readLineStart,
} from "./containers.ts";
import {
	closesFence,
	type Fence,
	leavesFence,
	matchPrefix,
	readFence,
} from "./fenced-code.ts";
import { createMarks, type Marks } from "./marks.ts";

export interface Shielded {
	readonly text: string;
	readonly hide: Marks["hide"];
	readonly restore: Marks["restore"];
}

/** A walk over a body: where it is, and what it remembers so that it reads nothing twice. */
interface Walk {
	readonly body: string;
	readonly indented: boolean;
	readonly marks: Marks;
	readonly output: string[];
	items: Items;
	/** Whether the line before may go on. */
	inParagraph: boolean;
	/** The end of the paragraph that was last looked through, and its runs of backticks. */
	paragraphEnd: number;
	runs: Map<number, { readonly starts: readonly number[]; next: number }>;
	/** What was looked for and stands nowhere behind. */
	readonly missing: Set<string>;
}

function findLineEnd(body: string, at: number): number {
	const end = body.indexOf("\n", at);
	return end < 0 ? body.length : end;
}

/**
 * Hides a fenced block from its second line on.
 * @returns where the text goes on
 */
function hideFence(walk: Walk, from: number, fence: Fence): number {
	let at = from;
	while (at < walk.body.length) {
		const end = findLineEnd(walk.body, at);
		const line = walk.body.slice(at, end);
		const prefix = matchPrefix(line, fence.quotes);
		if (leavesFence(line, prefix, fence)) return at;
		const text = line.slice(prefix.length);
		walk.output.push(
			prefix,
			walk.marks.hide(text),
			walk.body.slice(end, end + 1),
		);
		at = end + 1;
		const indent = measureColumn(prefix) - fence.column;
		const isCode = walk.indented && indent > 3;
		if (!isCode && closesFence(text, fence)) return at;
	}
	return at;
}

/** A line that no code span reaches across: blank, a fence, a heading, a list item, or a template's tag. */
const paragraphBreak =
	/^[ \t>]*(?:$|`{3}|~{3}|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|\{[%{][^}]*\}{1,2}[ \t]*$)/;

function findParagraphEnd(body: string, at: number): number {
	let end = findLineEnd(body, at);
	while (end < body.length) {
		const next = findLineEnd(body, end + 1);
		if (paragraphBreak.test(body.slice(end + 1, next))) return end;
		end = next;
	}
	return end;
}

/** Finds the runs of backticks in the paragraph at a place, by their length. */
function readRuns(walk: Walk, at: number): void {
	walk.paragraphEnd = findParagraphEnd(walk.body, at);
	const byLength = new Map<number, { starts: number[]; next: number }>();
	for (const run of walk.body.slice(at, walk.paragraphEnd).matchAll(/`+/g)) {
		const same = byLength.get(run[0].length);
		if (same) same.starts.push(at + run.index);
		else byLength.set(run[0].length, { starts: [at + run.index], next: 0 });
	}
	walk.runs = byLength;
}

/** Finds the end of the code span that begins at a place. */
function endCodeSpan(walk: Walk, at: number, length: number): number {
	if (at >= walk.paragraphEnd) readRuns(walk, at);
	const same = walk.runs.get(length);
	if (!same) return -1;
	while ((same.starts[same.next] ?? Number.POSITIVE_INFINITY) < at + length)
		same.next++;
	const start = same.starts[same.next];
	return start === undefined ? -1 : start + length;
}

/** Finds the end of a text behind a place; a text that was not found once is not looked for again. */
function findEnd(walk: Walk, text: RegExp, at: number): number {
	if (walk.missing.has(text.source)) return -1;
	text.lastIndex = at;
	const found = text.exec(walk.body);
	if (!found) walk.missing.add(text.source);
	return found ? found.index + found[0].length : -1;
}

const elementEnds: Readonly<Record<string, RegExp>> = {
	pre: /<\/pre\s*>/gi,
	code: /<\/code\s*>/gi,
	script: /<\/script\s*>/gi,
	style: /<\/style\s*>/gi,
};

/** No opening tag of code is longer, and none that is unclosed makes a walk long. */
const longestTag = 2000;

function endElement(walk: Walk, at: number, opening: string): number {
	const close = elementEnds[opening.slice(1).toLowerCase()];
	const tag = walk.body.slice(at, at + longestTag);
	const tagEnd = tag.indexOf(">");
	if (!close || tagEnd < 0 || tag.charAt(tagEnd - 1) === "/") return -1;
	return findEnd(walk, close, at + tagEnd);
}

/** What a line may hold that is code; a name in capitals at its beginning alone is a component. */
const opening =
	/\\[\\`<]|`+|<!--|<(?:pre|code|script|style|PRE|CODE|SCRIPT|STYLE)(?=[\s>])|\n/g;

/** Copies a comment as it is, unless a template's marks in it would be taken for real ones. */
function copyComment(walk: Walk, at: number): number {
	const end = findEnd(walk, /-->/g, at);
	if (end < 0) return -1;
	const comment = walk.body.slice(at, end);
	const held = /\{[%{#<]/.test(comment) ? walk.marks.hide(comment) : comment;
	walk.output.push(held);
	return end;
}

function hideInline(walk: Walk, at: number, found: string): number {
	if (found === "<!--") return copyComment(walk, at);
	const end = found.startsWith("`")
		? endCodeSpan(walk, at, found.length)
		: endElement(walk, at, found);
	if (end >= 0) walk.output.push(walk.marks.hide(walk.body.slice(at, end)));
	return end;
}

/**
 * Copies text with its code hidden, as far as the line's end.
 * @returns where the next line begins
 */
function copyText(walk: Walk, from: number): number {
	let at = from;
	let copied = from;
	for (;;) {
		opening.lastIndex = at;
		const match = opening.exec(walk.body);
		const found = match?.[0] ?? "\n";
		const place = match?.index ?? walk.body.length;
		at = place + found.length;
		if (found === "\n") break;
		if (found.startsWith("\\")) continue;
		walk.output.push(walk.body.slice(copied, place));
		const end = hideInline(walk, place, found);
		copied = end < 0 ? place : end;
		at = end < 0 ? at : end;
	}
	walk.output.push(walk.body.slice(copied, at));
	return at;
}

/** Whether a line is code by its indentation: four blanks more than its list item or block quote asks for. */
function isIndentedCode(walk: Walk, line: string, start: LineStart): boolean {
	if (!walk.indented || walk.inParagraph || start.isItem) return false;
	const item = start.items.filter((one) => one <= start.column).at(-1) ?? 0;
	const quotes = /^[ \t>]*>/.exec(line)?.[0];
	const quote = quotes === undefined ? 0 : measureColumn(quotes) + 1;
	return start.column - Math.max(item, quote) > 3;
}

/**
 * Takes one line, with what begins in it and reaches farther.
 * @returns where the next line begins
 */
function takeLine(walk: Walk, at: number): number {
	const end = findLineEnd(walk.body, at);
	const line = walk.body.slice(at, end);
	if (/^[ \t>]*$/.test(line)) {
		walk.inParagraph = false;
		walk.output.push(walk.body.slice(at, end + 1));
		return end + 1;
	}
	const start = readLineStart(line, walk.items, walk.inParagraph);
	if (isIndentedCode(walk, line, start))
		return takeIndented(walk, at, start.offset, end);
	walk.items = start.items;
	const column = start.items.filter((item) => item <= start.column).at(-1) ?? 0;
	const fence = readFence(line, start.offset);
	if (fence && !(walk.indented && start.column - column > 3)) {
		walk.output.push(line.slice(0, start.offset));
		walk.output.push(walk.marks.hide(line.slice(start.offset)));
		walk.output.push(walk.body.slice(end, end + 1));
		walk.inParagraph = false;
		return hideFence(walk, end + 1, { ...fence, column, quotes: start.quotes });
	}
	walk.inParagraph = !/^#{1,6}[ \t]/.test(line);
	return copyText(walk, at);
}

function takeIndented(
	walk: Walk,
	at: number,
	offset: number,
	end: number,
): number {
	walk.output.push(walk.body.slice(at, at + offset));
	walk.output.push(walk.marks.hide(walk.body.slice(at + offset, end)));
	walk.output.push(walk.body.slice(end, end + 1));
	return end + 1;
}

/**
 * Puts a mark in place of each line of code.
 * @param options whether lines that are indented by four blanks are code (in MDX they are not)
 */
export function shieldCode(
	body: string,
	options: { readonly indented: boolean },
): Shielded {
	const marks = createMarks();
	const walk: Walk = {
		body,
		indented: options.indented,
		marks,
		output: [],
		items: [],
		inParagraph: false,
		paragraphEnd: 0,
		runs: new Map(),
		missing: new Set(),
	};
	let at = 0;
	while (at < body.length) at = takeLine(walk, at);
	return {
		text: walk.output.join(""),
		hide: marks.hide,
		restore: marks.restore,
	};
}
