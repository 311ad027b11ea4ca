/** Limits that hold before Markdown is rendered, because rendering cannot be interrupted. */

/** Block quotes and list items that one line may open; quadratic from some thousands on. */
const maxContainers = 100;
/** Every row of a table is filled up to the width of its head: 48 KB can become 400 MB of HTML. */
const maxCells = 100_000;
/** HTML elements that may be open at once. */
const maxOpenElements = 500;

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
			const marks = containers.exec(text)?.[0] ?? "";
			if ((marks.match(container) ?? []).length > maxContainers)
				return {
					line,
					what: `more than ${maxContainers} quotes and lists nested in one line`,
				};
		}
		if (columns > 0) {
			if (text.trim() === "") columns = 0;
			else cells += columns;
		}
		if (text.includes("-") && delimiterRow.test(text)) {
			columns = text.split("|").length;
			cells = columns * 2;
		}
		if (cells > maxCells)
			return { line, what: `a table of more than ${maxCells} cells` };
	}
	return undefined;
}

/** Elements that never hold others, or that another of their kind closes. */
const unnested =
	/^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|tbody|thead|tfoot|option|rt|rp)$/i;

/** Tells whether raw HTML opens more elements within each other than any article needs. */
export function isTooDeep(rawHtml: readonly string[]): boolean {
	let open = 0;
	for (const html of rawHtml) {
		for (const [, slash, name = "", rest = ""] of html.matchAll(
			/<(\/?)([a-z][a-z0-9-]*)([^<>]*)/gi,
		)) {
			if (unnested.test(name) || rest.endsWith("/")) continue;
			open = Math.max(0, open + (slash ? -1 : 1));
			if (open > maxOpenElements) return true;
		}
	}
	return false;
}
