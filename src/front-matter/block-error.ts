/** What stops the reading of a file's front matter: the words, and where in the text it stands. */

/** Thrown by fences and languages; `readFrontMatter` reports it, nobody else sees it. */
export class BlockError extends Error {
	/** A stable name for programs (example: `front-matter-invalid`). */
	readonly code: string;
	readonly hint: string | undefined;
	/** Characters before the trouble, counted from the start of the text that was being read. */
	readonly offset: number;

	constructor(code: string, message: string, offset: number, hint?: string) {
		super(message);
		this.code = code;
		this.hint = hint;
		this.offset = offset;
	}
}

/** The same thing said of a mapping whose key stands in it a second time; it stops nothing. */
export interface Duplicate {
	readonly key: string;
	/** Where the later key stands, in characters from the start of the block. */
	readonly offset: number;
}

/** The same thing said of a line that was taken although the language does not allow it. */
export interface RepairedLine {
	readonly message: string;
	readonly hint: string;
	/** Where the line's value stands, in characters from the start of the block. */
	readonly offset: number;
}

/** A language's error of syntax. */
export function invalid(
	message: string,
	offset: number,
	hint?: string,
): BlockError {
	return new BlockError("front-matter-invalid", message, offset, hint);
}

/**
 * The line and the column, both from 1, of an offset in a text with LF line ends.
 * An offset past the end is the end.
 */
export function placeAt(
	text: string,
	offset: number,
): { line: number; column: number } {
	const end = Math.min(offset, text.length);
	let line = 1;
	let start = 0;
	for (;;) {
		const lineBreak = text.indexOf("\n", start);
		if (lineBreak === -1 || lineBreak >= end) break;
		line++;
		start = lineBreak + 1;
	}
	return { line, column: end - start + 1 };
}
