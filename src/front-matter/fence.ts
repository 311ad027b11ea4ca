/** The shape that all kinds of front matter share, and the lines between which they stand. */
import { BlockError } from "./block-error.ts";
import { maximumLength, tooLong } from "./limits.ts";

export type LanguageName = "yaml" | "toml" | "json" | "header";

/** Front matter that was found; offsets count characters of the file. */
export interface Block {
	readonly language: LanguageName;
	/** From here … */
	readonly start: number;
	/** … to here is the block, without fences and without its last line end. */
	readonly end: number;
	readonly bodyStart: number;
	/** A line that cannot stand in the block, since it would have ended it. */
	readonly close: string;
}

/**
 * Looks for one kind of front matter that begins exactly at an offset.
 * @returns undefined when the text begins in another way.
 * @throws {BlockError} when it begins so, but cannot be read.
 */
export type Fence = (text: string, offset: number) => Block | undefined;

/** Whether nothing but blanks stands from an offset to the end of its line. */
export function isLineEnd(text: string, offset: number): boolean {
	let end = offset;
	while (text[end] === " " || text[end] === "\t") end++;
	return end === text.length || text[end] === "\n";
}

/** Where the first line begins, from the line at `offset` on, that holds the fence alone; -1 when none does. */
export function findLine(text: string, fence: string, offset: number): number {
	const start = `\n${fence}`;
	let found = text.indexOf(start, offset - 1);
	while (found !== -1 && !isLineEnd(text, found + start.length))
		found = text.indexOf(start, found + 1);
	return found === -1 ? -1 : found + 1;
}

/** Where the line after an offset begins. */
export function findNextLine(text: string, offset: number): number {
	const lineBreak = text.indexOf("\n", offset);
	return lineBreak === -1 ? text.length : lineBreak + 1;
}

/** What is thrown where front matter plainly begins and does not end. */
export const unclosed = (fence: string, offset: number) =>
	new BlockError(
		"front-matter-unclosed",
		`The front matter that begins here has no end: ${fence}`,
		offset,
		fence === "{"
			? 'Write } after the last value; each string ends with " on its own line.'
			: `Write ${fence} alone on the line after the last key.`,
	);

/** @throws {BlockError} when a block is longer than any that is read. */
export function checkLength(length: number, offset: number): void {
	if (length > maximumLength) throw tooLong(length, offset);
}
