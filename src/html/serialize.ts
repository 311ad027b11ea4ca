/**
 * Writes an HTML tree as text: HTML, "Serialising HTML fragments"
 * (https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments). Every `>` is a reference, so no
 * content can hold `]]>`, and no character goes out that XML cannot carry.
 */

import { removeUnfitCharacters } from "../characters.ts";
import type { Element, Nodes } from "./tree.ts";

const voidElements = new Set([
	"area",
	"br",
	"col",
	"hr",
	"img",
	"source",
	"track",
	"wbr",
]);

const references: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	// A reference says the same to a reader, and the W3C validator looks for the raw character (BadCharacters).
	"\uFFFD": "&#xFFFD;",
};

/** A carriage return comes from a reference alone (`&#13;`), and every parser would read it as a line feed. */
function normalizeText(text: string): string {
	return removeUnfitCharacters(text).replace(/\r\n?/g, "\n");
}

/** Writes text for HTML content: the characters of markup become references. */
export function escapeHtml(text: string): string {
	return normalizeText(text).replace(
		/[&<>\uFFFD]/g,
		(character) => references[character] ?? character,
	);
}

function escapeAttributeValue(text: string): string {
	return normalizeText(text).replace(
		/[&<>"\uFFFD]/g,
		(character) => references[character] ?? character,
	);
}

/** hast names properties as the DOM does (`srcSet`, `colSpan`); HTML knows one exception to lower case among ours. */
function writeAttribute(name: string, value: unknown): string {
	const attribute = name === "className" ? "class" : name.toLowerCase();
	if (value === true) return ` ${attribute}`;
	const text = Array.isArray(value) ? value.join(" ") : String(value);
	return ` ${attribute}="${escapeAttributeValue(text)}"`;
}

function serializeElement(element: Element): string {
	let html = `<${element.tagName}`;
	for (const [name, value] of Object.entries(element.properties)) {
		if (value !== undefined && value !== null && value !== false)
			html += writeAttribute(name, value);
	}
	html += ">";
	if (voidElements.has(element.tagName)) return html;
	const inner = serialize(element.children);
	// A parser drops a line feed that follows <pre>, so one that belongs to the text needs another before it.
	if (element.tagName === "pre" && inner.startsWith("\n")) html += "\n";
	return `${html}${inner}</${element.tagName}>`;
}

/** Writes nodes as HTML; anything but elements and text is left out. */
export function serialize(nodes: readonly Nodes[]): string {
	let html = "";
	for (const node of nodes) {
		if (node.type === "text") html += escapeHtml(node.value);
		else if (node.type === "element") html += serializeElement(node);
	}
	return html;
}
