/** Fenced code: https://spec.commonmark.org/0.31.2/#fenced-code-blocks, in block quotes and list items too. */

import { measureColumn } from "./containers.ts";

export interface Fence {
	readonly character: string;
	readonly length: number;
	/** Where the content of its list item begins. */
	readonly column: number;
	/** How many `>` stand before it. */
	readonly quotes: number;
}

const fenceLine = /(`{3,}(?=[^`]*$)|~{3,})/y;

/** Reads the run of backticks or tildes that begins a fence. */
export function readFence(
	line: string,
	offset: number,
): { character: string; length: number } | undefined {
	fenceLine.lastIndex = offset;
	const run = fenceLine.exec(line)?.[0];
	return run ? { character: run.charAt(0), length: run.length } : undefined;
}

/** What stands before a fence's lines: blanks, and no more `>` than before the fence itself. */
export function matchPrefix(line: string, quotes: number): string {
	let at = 0;
	for (let left = quotes; ; at++) {
		const character = line.charAt(at);
		if (character === ">" && left > 0) left--;
		else if (character !== " " && character !== "\t") return line.slice(0, at);
	}
}

/** Whether a line is outside the block quote or list item that a fence stands in. */
export function leavesFence(
	line: string,
	prefix: string,
	fence: Fence,
): boolean {
	if (prefix.split(">").length - 1 < fence.quotes) return true;
	return line !== prefix && measureColumn(prefix) < fence.column;
}

/** Whether a line's text ends a fence. */
export function closesFence(text: string, fence: Fence): boolean {
	const end = /^(?:`+|~+)(?=[ \t]*$)/.exec(text)?.[0] ?? "";
	return end.startsWith(fence.character) && end.length >= fence.length;
}
