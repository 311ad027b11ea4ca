/** Limits that hold before Markdown is rendered, because rendering cannot be interrupted. */

/** Block quotes and list items that one line may open; quadratic from some thousands on. */
const maxContainers = 100;
/** Every row of a table is filled up to the width of its head: 48 KB can become 400 MB of HTML. */
const maxCells = 100_000;

export interface Excess {
	/** From 1, within the body. */
	readonly line: number;
	readonly what: string;
}

/** The marks at the beginning of a line that each open a container: `>`, `-`, `*`, `+`, `1.`, `1)`. */
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;
const container = />|[-*+](?=[ \t])|\d{1,9}[.)]/g;
const delimiterRow = /^[-|: \t>]+$/;

/** Finds what would take unbounded time or memory to render; undefined where nothing would. */
export function findExcess(body: string): Excess | undefined {
	let columns = 0;
	let cells = 0;
	let line = 0;
	for (const text of body.split("\n")) {
		line++;
		if (text.length > maxContainers) {
			// A hundred marks with their indentation fit in here.
			const marks = containers.exec(text.slice(0, 10_000))?.[0] ?? "";
			if ((marks.match(container) ?? []).length > maxContainers)
				return {
					line,
					what: `more than ${maxContainers} quotes and lists nested in one line`,
				};
		}
		if (/^[ \t]*$/.test(text)) columns = 0;
		// A row may look like the line below a head, so it never makes a table narrower.
		else if (delimiterRow.test(text) && /[|:]/.test(text))
			columns = Math.max(columns, text.split("|").length);
		cells += columns;
		if (cells > maxCells)
			return { line, what: `tables of more than ${maxCells} cells` };
	}
	return undefined;
}
