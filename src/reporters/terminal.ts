/** Texts for terminals: harmless, counted, in columns. */

/** An article could hold what a terminal takes for a command, or what turns the order of a line round. */
const commands =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
	/[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g;

/** Takes the power from what a terminal would obey. */
export const harmless = (text: string) => text.replace(commands, "�");

/** A file's name may hold line breaks, too, and a new line could be a command for GitHub Actions. */
export const onOneLine = (text: string) => harmless(text).replace(/\n/g, " ");

/** `1 error`, `2 errors` */
export function count(number: number, thing: string): string {
	return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

/** Puts rows under each other; the columns after the first end at one edge. */
export function alignRows(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	return rows
		.map((row) =>
			row
				.map((cell, column) =>
					column === 0
						? cell.padEnd(widths[column] ?? 0)
						: cell.padStart(widths[column] ?? 0),
				)
				.join("  ")
				.trimEnd(),
		)
		.map((line) => `${line}\n`)
		.join("");
}

/** Puts rows under each other; all columns begin at one edge. */
export function layRows(rows: readonly (readonly string[])[]): string {
	const clean = rows.map((row) => row.map(onOneLine));
	const widths = (clean[0] ?? []).map((_, column) =>
		Math.max(...clean.map((row) => row[column]?.length ?? 0)),
	);
	return clean
		.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
		.map((row) => `${row.join("  ").trimEnd()}\n`)
		.join("");
}
