/** Lines of Markdown that stand farther right or left: where they stand says which list item and quote they are in. */

/** Takes away empty lines at both ends. */
export function trimBlankLines(text: string): string {
	return text.trimEnd().replace(/^(?:[ \t]*\n)+/, "");
}

/** Takes away the blanks that every line begins with, and the empty lines at both ends. */
export function dedentLines(text: string): string {
	const lines = trimBlankLines(text).replaceAll("\t", "    ").split("\n");
	const least = lines.reduce(
		(width, line) =>
			line.trim() === "" ? width : Math.min(width, line.search(/\S/)),
		Number.POSITIVE_INFINITY,
	);
	return lines.map((line) => line.slice(least)).join("\n");
}

/** Begins every line that is not empty with a prefix. */
export function indentLines(text: string, prefix: string): string {
	if (prefix === "") return text;
	return text
		.split("\n")
		.map((line) => (line === "" ? prefix.trimEnd() : prefix + line))
		.join("\n");
}
