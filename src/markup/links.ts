/** Links whose text is Markdown. */

/** An address between parentheses; blanks and parentheses in it would end it. */
function renderAddress(address: string): string {
	const line = address.replace(/\s+/g, " ").trim();
	return /[\s()<>]/.test(line)
		? `<${line.replace(/[<>]/g, encodeURIComponent)}>`
		: line;
}

/** @param text Markdown; a link in it would end this one */
export function renderTextLink(text: string, address: string): string {
	return `[${text.replace(/\s+/g, " ").trim()}](${renderAddress(address)})`;
}
