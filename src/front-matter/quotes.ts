/** Quotation marks that an author meant, in the languages that have them. */

/** The text that was meant by a value whose quotes do not work. */
export function unquote(value: string): string {
	const mark = value[0] === '"' || value[0] === "'" ? value[0] : "";
	if (mark === "") return value;
	const isQuoted = value.length > 1 && value.endsWith(mark);
	// In `"a" b` the quotes are part of the text, in `"a b` one was forgotten.
	if (!isQuoted && value.indexOf(mark, 1) !== -1) return value;
	return value.slice(1, isQuoted ? -1 : undefined);
}
