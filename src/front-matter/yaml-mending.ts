/**
 * Takes a block with lines that YAML refuses and that can mean one thing only: `title: Jest 26: Tick Tock`, `by: @ann`,
 * `title:foo`. What could be meant in two ways (open quotes and brackets, tabs, wrong indentation, aliases) stays as it is.
 */
import { showText } from "../characters.ts";
import type { RepairedLine } from "./block-error.ts";
import {
	type Exception,
	type Line,
	type Load,
	lineAt,
	lineBefore,
	loadError,
} from "./yaml-lines.ts";
import {
	longestRepairedLine,
	type Repair,
	readEntry,
	repairColon,
	repairQuotes,
	startsAsText,
} from "./yaml-repairs.ts";

interface MendedBlock {
	readonly text: string;
	/** With offsets in the author's block. */
	readonly repairs: readonly RepairedLine[];
	/** Where in the author's block something of the text stands. */
	readonly findOriginal: (offset: number) => number;
}

/** Each costs a loading of the block. */
const mostRepairs = 8;

const word = /^[\p{L}\p{N}_$.-]+$|^["']/u;

/** Whether a value is nothing but text, and lacks quotes. After ` #` it could be a comment. */
function isPlainlyText(key: string | undefined, value: string): boolean {
	if (/\s#/.test(value)) return false;
	const hasColon = /:(?:\s|$)/.test(value);
	if (/^[@`%]/.test(value)) return key !== undefined || !hasColon;
	return key !== undefined && word.test(key) && hasColon && startsAsText(value);
}

/** What follows a colon without a blank and is nothing but a value; a lone quote may close a text of lines before it. */
const tightValue = /^(?:[\p{L}\p{N}[][^"']*|"[^"]*"|'[^']*')$/u;

interface Mending extends Repair {
	/** How the line is read now. */
	readonly reading: string;
	/** Blanks and dashes before the key, or before the dash of an item without one. */
	readonly indent: number;
}

/** Mends a line that can mean one thing only. */
function mendLine(line: string): Mending | undefined {
	if (line.length > longestRepairedLine) return undefined;
	const { lead, key, value } = readEntry(line);
	if (isPlainlyText(key, value)) {
		const repair = repairQuotes(line);
		const before = key === undefined ? lead.replace(/-[ \t]+$/, "") : lead;
		const reading = "it is taken as text";
		return repair && { ...repair, reading, indent: before.length };
	}
	const repair = repairColon(line);
	if (repair === undefined) return undefined;
	const column = repair.column + 1;
	const found = line.slice(column).trimEnd();
	if (/\s#|:(?:\s|$)/.test(found) || !tightValue.test(found)) return undefined;
	const reading = "what follows is taken as its value";
	return { ...repair, column, found, reading, indent: lead.length };
}

/** Whether the line after an offset is indented as if it went on with a value. */
function goesOn(block: string, offset: number, indent: number): boolean {
	const next = /^\s*\n([ \t]*)\S/.exec(block.slice(offset));
	return (next?.[1] ?? "").length > indent;
}

interface Step {
	readonly line: Line;
	readonly mending: Mending;
	/** The block with the line mended. */
	readonly text: string;
	readonly exception: Exception | undefined;
}

function mendAt(block: string, line: Line, load: Load): Step | undefined {
	const mending = mendLine(line.text);
	const end = line.start + line.text.length;
	if (mending === undefined || goesOn(block, end, mending.indent))
		return undefined;
	const text = block.slice(0, line.start) + mending.text + block.slice(end);
	return { line, mending, text, exception: loadError(load, text) };
}

const indentOf = ({ text }: Line) => text.search(/\S|$/);

/** The first of the lines before one that lack the blank after their colon: js-yaml takes them for one key on many lines. */
function findFirstTight(block: string, line: Line): Line | undefined {
	let first: Line | undefined;
	for (let i = 0; i < mostRepairs; i++) {
		const before = lineBefore(block, first ?? line);
		if (before === undefined || mendLine(before.text) === undefined) break;
		if (first && indentOf(before) !== indentOf(first)) break;
		first = before;
	}
	return first;
}

/** Mends the line at which js-yaml stopped or, where that is right, what stands before it. */
function takeStep(
	block: string,
	{ reason, offset, line }: Exception,
	load: Load,
): Step | undefined {
	// There, one line cannot be understood without the others.
	if (/flow|quoted/.test(reason)) return undefined;
	const last = lineAt(block, offset);
	for (const suspect of [last, findFirstTight(block, last)]) {
		const step = suspect && mendAt(block, suspect, load);
		// Where js-yaml stops sooner now, lines before this one come first.
		if (step && (step.exception?.line ?? line) >= line) return step;
	}
	return undefined;
}

/** The steps after which a block can be loaded; none where it cannot. */
function takeSteps(block: string, load: Load): Step[] {
	const steps: Step[] = [];
	let text = block;
	let exception = loadError(load, block);
	while (exception !== undefined) {
		const step = takeStep(text, exception, load);
		if (step === undefined || steps.length === mostRepairs) return [];
		steps.push(step);
		({ text, exception } = step);
	}
	return steps;
}

/** Takes back what the mending of lines has added before an offset; a mended value stands where the author's began. */
function findOriginal(steps: readonly Step[], offset: number): number {
	let original = offset;
	for (const { line, mending } of steps.toReversed()) {
		const { start, text } = line;
		if (original > start + mending.text.length)
			original -= mending.text.length - text.length;
		else if (original > start + mending.column)
			original = start + mending.column;
	}
	return original;
}

/** Mends the lines of a block that can mean one thing only, if it is YAML then; else it stays as it is. */
export function mendBlock(block: string, load: Load): MendedBlock {
	const steps = takeSteps(block, load);
	const repairs = steps.map(({ line, mending }, i) => ({
		message: `${mending.problem}; ${mending.reading}: ${showText(mending.found)}`,
		hint: mending.hint,
		offset: findOriginal(steps.slice(0, i), line.start + mending.column),
	}));
	return {
		text: steps.at(-1)?.text ?? block,
		repairs: repairs.sort((a, b) => a.offset - b.offset),
		findOriginal: (offset) => findOriginal(steps, offset),
	};
}
