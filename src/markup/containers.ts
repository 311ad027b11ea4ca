/** In which list items a line of Markdown stands: https://spec.commonmark.org/0.31.2/#container-blocks, as far as code needs it. */

/** The list items that are open, by the column at which their content begins; the innermost last. */
export type Items = readonly number[];

export interface LineStart {
	readonly items: Items;
	/** The offset in the line, and the column, at which its own content begins: behind blanks, `>` and list markers. */
	readonly offset: number;
	readonly column: number;
	/** How many `>` stand before it. */
	readonly quotes: number;
	/** Whether a list item begins here. */
	readonly isItem: boolean;
}

const breakLine = /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const marker = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/y;

/** The column behind a part of a line; tabs reach to the next multiple of four. */
export function measureColumn(text: string, from = 0): number {
	let column = from;
	for (const character of text)
		column += character === "\t" ? 4 - (column % 4) : 1;
	return column;
}

/** A footnote's further lines are indented by four blanks. */
const footnote = /^ {0,3}\[\^[^\]\s]{1,100}\]:[ \t]*/;

function countQuotes(prefix: string): number {
	return prefix.split(">").length - 1;
}

/** Leaves the items whose content begins farther right than a line does. */
function leaveItems(items: Items, column: number): Items {
	return items.filter((item) => item <= column);
}

/** Reads one list marker with the blanks behind it. */
function readMarker(line: string, offset: number): string | undefined {
	marker.lastIndex = offset;
	const found = marker.exec(line)?.[0];
	if (found === undefined || breakLine.test(line.slice(offset)))
		return undefined;
	const blanks = /^[ \t]*/.exec(line.slice(offset + found.length))?.[0] ?? "";
	// So many blanks are code in the item, which begins one blank behind the marker.
	return `${found}${measureColumn(blanks) > 4 ? blanks.slice(0, 1) : blanks}`;
}

function startFootnote(note: string) {
	const column = measureColumn(note);
	return { items: [4], offset: note.length, column, isItem: true };
}

/**
 * Finds where a line's content begins, and the list items that it is in.
 * @param continues whether it may go on with a paragraph
 */
export function readLineStart(
	line: string,
	open: Items,
	continues: boolean,
): LineStart {
	const note = footnote.exec(line)?.[0];
	if (note !== undefined) return { ...startFootnote(note), quotes: 0 };
	const prefix = /^[ \t>]*/.exec(line)?.[0] ?? "";
	let offset = prefix.length;
	let column = measureColumn(prefix);
	let items = continues ? open : leaveItems(open, column);
	let isItem = false;
	// Deeper nesting than anybody writes costs no more than this.
	for (let depth = 0; depth < 8; depth++) {
		const found = readMarker(line, offset);
		const within = leaveItems(items, column);
		if (found === undefined || column - (within.at(-1) ?? 0) > 3) break;
		offset += found.length;
		column = measureColumn(found, column);
		items = [...within.slice(-20), column];
		isItem = true;
	}
	return { items, offset, column, quotes: countQuotes(prefix), isItem };
}
