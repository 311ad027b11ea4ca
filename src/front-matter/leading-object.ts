/** Front matter that is an object of JSON without fences, as Hugo has it (https://gohugo.io/content-management/front-matter/). */
import { type Fence, findNextLine, isLineEnd, unclosed } from "./fence.ts";
import { maximumLength, tooLong } from "./limits.ts";

const stringOrBrace = /[{}]|"[^"\\\n]*(?:\\.[^"\\\n]*)*("?)/g;

/** Where the brace stands that closes the first one, -1 when none does. */
function findClosingBrace(text: string): number {
	let depth = 0;
	stringOrBrace.lastIndex = 0;
	for (;;) {
		const match = stringOrBrace.exec(text);
		if (match === null || match[1] === "") return -1;
		if (match[0] === "{") depth++;
		if (match[0] === "}" && --depth === 0) return match.index;
	}
}

/** An object alone on its lines; `{{ x }}`, `{% x %}` and `{: x}` begin a body. */
export const leadingObject: Fence = (text, offset) => {
	if (!/^\{[ \t\n]{0,100}["}]/.test(text.slice(offset, offset + 102)))
		return undefined;
	// Two more than the limit, so that what is too long is seen to be.
	const head = text.slice(offset, offset + maximumLength + 2);
	const brace = findClosingBrace(head);
	if (brace === -1) {
		// Nothing but JSON begins so.
		if (!/^\{[ \t\n]*"[^"\\\n]*"[ \t]*:/.test(head)) return undefined;
		if (head.length > maximumLength)
			throw tooLong(text.length - offset, offset);
		throw unclosed("{", offset);
	}
	const end = offset + brace + 1;
	if (!isLineEnd(text, end)) return undefined;
	return {
		language: "json",
		start: offset,
		end,
		bodyStart: findNextLine(text, end),
		// It is no JSON, so it never stands in the block.
		close: ";;;",
	};
};
