/** Lines that a part of a text has for itself, which tell whether a tag makes a block of it or stands in a paragraph. */

export interface Lines {
	readonly from: number;
	readonly to: number;
}

/** The lines that a part of a text has for itself; undefined where other text stands there, too. */
export function findLines(
	text: string,
	start: number,
	end: number,
): Lines | undefined {
	let from = start;
	while (/[ \t]/.test(text.charAt(from - 1))) from--;
	let to = end;
	while (/[ \t]/.test(text.charAt(to))) to++;
	const isAlone =
		(from === 0 || text.charAt(from - 1) === "\n") &&
		(to === text.length || text.charAt(to) === "\n");
	return isAlone ? { from, to } : undefined;
}

/** Whether a line goes on with no paragraph. */
export function beginsBlock(text: string, { from }: Lines): boolean {
	const before = text.slice(Math.max(0, from - 200), Math.max(0, from - 1));
	return /(?:^|\n)[ \t]*$|>[ \t]*$/.test(before);
}

/** Whether a line is no part of a paragraph. */
function isBetweenBlocks(text: string, lines: Lines): boolean {
	const after = text.slice(lines.to + 1, lines.to + 200);
	return beginsBlock(text, lines) && /^[ \t]*(?:\n|$|<)/.test(after);
}

/** The lines of an element that is a block: longer than a line, or between empty ones. */
export function findBlockLines(
	text: string,
	start: number,
	end: number,
): Lines | undefined {
	const lines = findLines(text, start, end);
	if (lines === undefined) return undefined;
	const isLong = text.slice(start, end).includes("\n");
	return isLong || isBetweenBlocks(text, lines) ? lines : undefined;
}
