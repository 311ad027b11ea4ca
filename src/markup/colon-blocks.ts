/** Blocks between lines of colons, which directives, VitePress, Pandoc and MDC have in common: `:::name`, text, `:::`. */

import { readAttributeList } from "./attribute-lists.ts";
import { separateBlocks } from "./blocks.ts";
import { indentLines } from "./indentation.ts";

export interface ColonBlock {
	/** With its colons, as written (example: `:::note`). */
	readonly source: string;
	readonly name: string;
	/** Markdown; empty where there is none. */
	readonly title: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly inner: string;
}

interface Frame {
	readonly colons: number;
	/** What stands before the colons, and before each further line of the same list item. */
	readonly first: string;
	readonly prefix: string;
	readonly block: Omit<ColonBlock, "inner">;
	readonly lines: string[];
}

/** Blocks within blocks; the lines of colons of deeper ones vanish. */
const deepest = 40;

const opening =
	/^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(:{2,50})[ \t]*([A-Za-z][\w-]*|(?=\{))([^\n]*)$/;
const closing = /^[ \t>]*(:{2,50})[ \t]*$/;

/** Splits what follows a name: `[Title]{…}`, `Title {…}`. */
function readRest(rest: string): { title: string; list: string } {
	const text = rest.trim();
	const start = text.endsWith("}") ? text.lastIndexOf("{") : -1;
	const title = (start < 0 ? text : text.slice(0, start)).trim();
	const isLabel = title.startsWith("[") && title.endsWith("]");
	return {
		title: isLabel ? title.slice(1, -1).trim() : title,
		list: start < 0 ? "" : text.slice(start + 1, -1),
	};
}

function readOpening(line: string, least: number): Frame | undefined {
	const [, first = "", colons = "", name = "", rest = ""] =
		opening.exec(line) ?? [];
	const isProse = least === 2 && !/^(?:\[.*\])?(?:\{.*\})?[ \t]*$/.test(rest);
	if (colons.length < least || isProse) return undefined;
	const { title, list } = readRest(rest);
	// Pandoc has the name among the classes: `::: {.note}`.
	const named = name || (/\.(?:callout-)?([\w-]+)/.exec(list)?.[1] ?? "");
	const attributes = readAttributeList(list);
	return {
		colons: colons.length,
		first,
		prefix: first.replace(/[^ \t>]/g, " "),
		block: {
			...{ source: `${colons}${named}`, name: named, attributes },
			title:
				title || (attributes.get("title") ?? attributes.get("label") ?? ""),
		},
		lines: [],
	};
}

/** A line without what all lines of its block begin with. */
function leavePrefix(line: string, prefix: string): string {
	if (line.startsWith(prefix)) return line.slice(prefix.length);
	const blanks = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
	return line.slice(Math.min(blanks, prefix.length));
}

function pushBlock(
	lines: string[],
	{ first, prefix, block, lines: inner }: Frame,
	render: (block: ColonBlock) => string,
): void {
	const rendered = separateBlocks(
		render({ ...block, inner: inner.join("\n") }),
	);
	const blank = prefix.trimEnd();
	const text = indentLines(rendered, prefix);
	if (first.trim() === prefix.trim()) lines.push(blank, text, blank);
	else lines.push(first + text.slice(prefix.length), blank);
}

/**
 * Renders the blocks of a text.
 * @param least the colons that the shortest line of colons has
 */
export function renderColonBlocks(
	text: string,
	least: number,
	render: (block: ColonBlock) => string,
): string {
	const root: string[] = [];
	const frames: Frame[] = [];
	let wasOpened = false;
	const top = () => frames.at(-1)?.lines ?? root;
	/** A block that nothing closes leaves its first line as a block, and its text as it is. */
	const dropTop = () => {
		const frame = frames.pop();
		if (!frame) return;
		pushBlock(top(), { ...frame, lines: [] }, render);
		for (const line of frame.lines)
			top().push(line === "" ? "" : frame.prefix + line);
	};
	for (const line of text.split("\n")) {
		const inner = leavePrefix(
			line,
			frames.map(({ prefix }) => prefix).join(""),
		);
		const frame = readOpening(inner, least);
		const colons = closing.exec(inner)?.[1]?.length ?? 0;
		if (frame) {
			wasOpened = true;
			if (frames.length < deepest) frames.push(frame);
		} else if (colons >= least) {
			const at = findOpen(frames, colons);
			if (at < 0 && !wasOpened) top().push(inner);
			while (at >= 0 && frames.length > at + 1) dropTop();
			const closed = at < 0 ? undefined : frames.pop();
			if (closed) pushBlock(top(), closed, render);
		} else top().push(inner);
	}
	while (frames.length > 0) dropTop();
	return root.join("\n");
}

/** The innermost block of as many colons, else the innermost of fewer. */
function findOpen(frames: readonly Frame[], colons: number): number {
	const same = frames.findLastIndex((frame) => frame.colons === colons);
	return same >= 0
		? same
		: frames.findLastIndex((frame) => frame.colons < colons);
}
