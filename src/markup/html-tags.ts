/** HTML elements as JSX, Vue and Svelte spell them, without what only a program understands. */

import { escapeArgument } from "./elements.ts";
import type { JsxTag } from "./jsx.ts";

const names: Readonly<Record<string, string>> = {
	className: "class",
	htmlFor: "for",
	srcSet: "srcset",
	colSpan: "colspan",
	rowSpan: "rowspan",
	dateTime: "datetime",
};

const bound = /^(?::|v-bind:)(?=(?:src|href|alt|title)$)/;
const isHandler = (name: string) => /^(?:v|on)[-A-Z]/.test(name);

function renderAttribute(key: string, value: string | undefined): string {
	const name = names[key] ?? key.replace(bound, "");
	return value === undefined || !/^[a-z][a-z-]*$/i.test(name) || isHandler(name)
		? ""
		: ` ${name}="${escapeArgument(value)}"`;
}

/** Elements that have no end: https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const empty = new Set(
	"area base br col embed hr img input link meta source track wbr".split(" "),
);

/**
 * Spells a tag as HTML does, where `/>` ends no element: all that follows would be in it.
 * @param written the tag as it stands in the text, which stays where it is HTML already
 */
export function renderHtmlTag(written: string, tag: JsxTag): string {
	const { name, kind } = tag;
	const isWhole = kind === "self-closing" && !empty.has(name.toLowerCase());
	const isJsx = /\{|\s(?:className|htmlFor|[:@#]|v-)/.test(written);
	if (kind === "end" || !(isWhole || isJsx)) return written;
	const attributes = [...tag.attributes]
		.map(([key, value]) => renderAttribute(key, value))
		.join("");
	const slash = kind === "self-closing" ? " /" : "";
	return isWhole
		? `<${name}${attributes}></${name}>`
		: `<${name}${attributes}${slash}>`;
}
