/**
 * Formulas, which no reader sets: they stay as they were written, dollars and all, as code, where no later markup and no
 * Markdown touches them. `$$` and `\(` as kramdown, Pandoc and MathJax take them, a single `$` by Pandoc's rule
 * (https://pandoc.org/MANUAL.html#extension-tex_math_dollars) and only where a sign of TeX shows that it is no money.
 */

import { renderCodeSpan } from "./elements.ts";
import { createFinder, type Find } from "./finder.ts";
import type { MarkupContext } from "./markup.ts";

interface Formula {
	/** Where its opening begins, where what is between begins and ends, and where its closing ends. */
	readonly start: number;
	readonly from: number;
	readonly to: number;
	readonly end: number;
}

/** No formula within a paragraph is longer. */
const longest = 4000;

const blankLine = /\n[ \t>]*(?:\n|$)/;
/** Code in a formula is no formula. */
const mark = "\uFDD0";

function isFormula(text: string): boolean {
	return text.trim() !== "" && !text.includes(mark);
}

/** A command, an exponent or an index. Brackets are escaped in prose, too, and words may have a `_`. */
const command =
	/\\[A-Za-z,;!{}]|\^|_\{|(?<![\p{L}\p{N}])[A-Za-z]_[A-Za-z0-9](?![A-Za-z0-9_])/u;

function findClosing(
	text: string,
	find: Find,
	opening: string,
	start: number,
): Formula | undefined {
	const closing = opening.slice(0, -1) + (opening.endsWith("(") ? ")" : "]");
	const from = start + opening.length;
	const to = find(closing, from);
	const next = find(opening, from);
	if (to < 0 || to - from > longest || (next >= 0 && next < to))
		return undefined;
	const inner = text.slice(from, to);
	return isFormula(inner) && command.test(inner) && !blankLine.test(inner)
		? { start, from, to, end: to + closing.length }
		: undefined;
}

/** The blanks, `>` and list marker before a place on its line; undefined where other text stands there. */
function readPrefix(text: string, at: number): string | undefined {
	// No line is indented farther, and a long one with many formulas is not read again for each.
	const before = text.slice(Math.max(0, at - 200), at);
	if (at > 200 && !before.includes("\n")) return undefined;
	const line = before.slice(before.lastIndexOf("\n") + 1);
	return /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(line)
		? line
		: undefined;
}

function endsLine(text: string, at: number): boolean {
	return /^[ \t]*(?:\n|$)/.test(text.slice(at, at + 80));
}

function findDouble(
	text: string,
	find: Find,
	start: number,
): Formula | undefined {
	const from = start + 2;
	const to = find("$$", from);
	if (to < 0) return undefined;
	const inner = text.slice(from, to);
	const formula = { start, from, to, end: to + 2 };
	if (!isFormula(inner)) return undefined;
	const isBlock = endsLine(text, formula.end) && /^[ \t]*\n/.test(inner);
	if (isBlock && readPrefix(text, start) !== undefined) return formula;
	const isTight = /^\S/.test(inner) && /\S$/.test(inner);
	return inner.length <= longest &&
		!blankLine.test(inner) &&
		(isTight || /[\\^_{]/.test(inner))
		? formula
		: undefined;
}

const single =
	/\$(?![\s$])((?:[^$\\\n]|\\[^\n]|\n(?![ \t>]*(?:\n|$)))+)\$(?![\p{L}\p{N}$])/uy;

function findSingle(text: string, start: number): Formula | undefined {
	if (/[\p{L}\p{N}$]/u.test(text.charAt(start - 1))) return undefined;
	single.lastIndex = start;
	const [whole, inner = ""] = single.exec(text) ?? [];
	return whole !== undefined &&
		isFormula(inner) &&
		!/\s$/.test(inner) &&
		/[\\^_{]/.test(inner)
		? {
				start,
				from: start + 1,
				to: start + 1 + inner.length,
				end: start + whole.length,
			}
		: undefined;
}

function findFormula(
	text: string,
	find: Find,
	opening: string,
	start: number,
): Formula | undefined {
	if (opening === "$") return findSingle(text, start);
	if (opening === "$$") return findDouble(text, find, start);
	return /[([]$/.test(opening)
		? findClosing(text, find, opening, start)
		: undefined;
}

/** Lines without the indentation and the `>` that the first of them has, too. */
function leaveContainer(written: string, prefix: string): string[] {
	return written
		.split("\n")
		.map((line, index) =>
			index === 0
				? line
				: line.replace(/^[ \t>]*/, (blanks) => blanks.slice(prefix.length)),
		);
}

function renderFormula(
	text: string,
	{ start, end }: Formula,
	context: MarkupContext,
): string {
	// MathJax wants `\\(` in Markdown, which takes one backslash away.
	const written = text
		.slice(start, end)
		.replace(/\\(?=\\[([\])]$|\\[([])/g, "");
	const prefix = readPrefix(text, start);
	const isBlock = /^(?:\$\$|\\\[)/.test(written) && endsLine(text, end);
	if (prefix === undefined || !isBlock) return renderCodeSpan(written, context);
	const inner = prefix.replace(/[^ \t>]/g, " ");
	const lines = leaveContainer(written, inner);
	return context.protect(["```", ...lines, "```"].join(`\n${inner}`));
}

/** Makes code of formulas. */
export function renderMath(text: string, context: MarkupContext): string {
	const opener = /\\{1,2}[([]|\\[\s\S]|\$+/g;
	const find = createFinder(text);
	const output: string[] = [];
	let copied = 0;
	for (
		let match = opener.exec(text);
		match !== null;
		match = opener.exec(text)
	) {
		const formula = findFormula(text, find, match[0], match.index);
		if (formula === undefined) continue;
		output.push(text.slice(copied, match.index));
		output.push(renderFormula(text, formula, context));
		copied = formula.end;
		opener.lastIndex = copied;
	}
	return copied === 0 ? text : output.join("") + text.slice(copied);
}
