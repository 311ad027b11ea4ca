/**
 * Block elements among Markdown. CommonMark takes HTML as a block where it begins a line, until a blank line
 * (https://spec.commonmark.org/0.31.2/#html-blocks), and Markdown stands between two such blocks.
 */

import { type Items, measureColumn, readLineStart } from "./containers.ts";

/** Noncharacters round a block: no body holds them. */
const blockStart = "\uFDD2";
const looseStart = "\uFDD4";
const end = "\uFDD3";
const lineEnd = "\uFDD5";

/**
 * Says that a text is a block, wherever it comes to stand: a line of HTML (`<figure>…</figure>`, `<blockquote>`,
 * `</blockquote>`) or the lines of a fenced code block. It never holds another one.
 */
export function placeBlock(text: string): string {
	return `${blockStart}${text}${end}`;
}

/** Says that a text is a block where it stands alone on its line, and part of the paragraph elsewhere (an image, a link). */
export function placeAlone(text: string): string {
	return `${looseStart}${text}${end}`;
}

/** The text so far, as lines, and the lists that its last line is in. */
interface Page {
	readonly lines: string[];
	items: Items;
}

function isBlank(line: string | undefined): boolean {
	return line === undefined || /^[ \t>]*$/.test(line);
}

/** What every further line of the same block quote and list item begins with. */
function continueLine(line: string, items: Items): string {
	const start = readLineStart(line, items, false);
	const inner = start.items.filter((item) => item <= start.column).at(-1) ?? 0;
	const quotes = /^[ \t>]*/.exec(line)?.[0].trimEnd() ?? "";
	const gap = inner - measureColumn(quotes);
	return `${quotes}${" ".repeat(Math.max(gap, quotes === "" ? 0 : 1))}`;
}

/** Ends a paragraph before a block; a list's marker alone stays on the block's line. */
function pushBlock(page: Page, before: string, block: string): string {
	const prefix = continueLine(before, page.items);
	const { offset } = readLineStart(before, page.items, false);
	let first = prefix;
	if (before.slice(offset).trim() !== "")
		page.lines.push(before.trimEnd(), prefix.trimEnd());
	else if (/[^ \t>]/.test(before)) first = before;
	else if (!isBlank(page.lines.at(-1))) page.lines.push(prefix.trimEnd());
	const [head, ...rest] = block.split(lineEnd);
	page.lines.push(`${first}${head}`);
	for (const line of rest)
		page.lines.push(line === "" ? prefix.trimEnd() : `${prefix}${line}`);
	page.lines.push(prefix.trimEnd());
	return prefix;
}

const blockPart = /[\uFDD2\uFDD4]([^\uFDD2-\uFDD4]*)\uFDD3/;

/** Lines that one block follows another on stay one line: a table's row, and text with an image in it. */
function isOneLine(line: string, parts: readonly string[]): boolean {
	if (/^[ \t>]*\|/.test(line)) return true;
	if (line.includes(blockStart)) return false;
	const { offset } = readLineStart(parts[0] ?? "", [], false);
	const text = parts.filter((_, index) => index % 2 === 0).join("");
	return text.slice(offset).trim() !== "";
}

function separateLine(page: Page, line: string): void {
	const parts = line.split(new RegExp(blockPart, "g"));
	if (isOneLine(line, parts)) {
		page.lines.push(line.replace(/[\uFDD2-\uFDD4]/g, ""));
		return;
	}
	let before = parts[0] ?? "";
	for (let index = 1; index < parts.length; index += 2) {
		const prefix = pushBlock(page, before, parts[index] ?? "");
		before = `${prefix}${(parts[index + 1] ?? "").trim()}`;
	}
	if (!isBlank(before)) page.lines.push(before);
}

/** Splits at the line ends outside blocks; those inside become U+FDD5. */
function splitLines(text: string): string[] {
	return text
		.replace(/[\uFDD2\uFDD4][^\uFDD2-\uFDD4]*\uFDD3/g, (block) =>
			block.replaceAll("\n", lineEnd),
		)
		.split("\n");
}

/** Gives blocks lines of their own, blank lines round them, and the indentation of their list item. */
export function separateBlocks(text: string): string {
	if (!text.includes(end)) return text;
	const page: Page = { lines: [], items: [] };
	let inParagraph = false;
	let afterBlock = false;
	for (const line of splitLines(text)) {
		page.items = readLineStart(line, page.items, inParagraph).items;
		inParagraph = line.trim() !== "";
		const hasBlock = line.includes(end);
		if (hasBlock) separateLine(page, line);
		// The block's own blank line stands there already.
		else if (inParagraph || !afterBlock) page.lines.push(line);
		afterBlock = hasBlock && isBlank(page.lines.at(-1));
	}
	return page.lines.join("\n");
}
