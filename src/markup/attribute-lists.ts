/**
 * Attributes between braces, `{.class #id key="value"}`: kramdown (https://kramdown.gettalong.org/syntax.html#attribute-list-definitions),
 * markdown-it-attrs (https://github.com/arve0/markdown-it-attrs), Python-Markdown (https://python-markdown.github.io/extensions/attr_list/), Goldmark, Pandoc, MDC. A feed has no use for
 * any of them, but each must be told from braces that an author means.
 */

/** No author writes a longer one. */
const longest = 500;

const part =
	/[.#][^\s.#"'={}]+|(?<![^\s]):?[\w:@-]+=(?:"[^"]*"|'[^']*'|[^\s"']+)|(?<![^\s])[\w-]+(?![^\s])/g;

/** Whether the text between two braces is nothing but attributes, and at least one that cannot be prose. */
export function isAttributeList(text: string): boolean {
	return (
		text.length <= longest &&
		/[.#=]/.test(text) &&
		text.replace(part, "").trim() === ""
	);
}

/** Splits `a="1" b='2' c=3 .x` into the attributes that have a name, in lower case; a bare name has an empty value. */
export function readAttributeList(text: string): Map<string, string> {
	const attributes = new Map<string, string>();
	const pattern =
		/([.#][^\s.#"'={}]+)|:?([\w:@-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;
	for (const [, short, name, double, single, bare] of text
		.slice(0, longest)
		.matchAll(pattern)) {
		if (short?.startsWith("#")) attributes.set("id", short.slice(1));
		if (name)
			attributes.set(name.toLowerCase(), double ?? single ?? bare ?? "");
	}
	return attributes;
}

/** A span that attributes may follow at once: a link, a picture, emphasis, code. */
const afterSpan = /(?<=[)\]*_\uFDD1>])[ \t]?\{:?([^{}\n]*)\}/g;

/** Takes away the attributes of links, pictures, emphasis and code. */
export function removeSpanAttributes(text: string): string {
	return text.replace(afterSpan, (written, inner: string) =>
		isAttributeList(inner) ? "" : written,
	);
}

/** A line without the attributes at its end; the line itself where there are none. */
function removeLineAttributes(line: string): string {
	const end = line
		.trimEnd()
		.replace(/(?<!#)#+$/, "")
		.trimEnd();
	const start = end.endsWith("}") ? end.lastIndexOf("{") : -1;
	if (start < 0) return line;
	return isAttributeList(end.slice(start + 1, -1).replace(/^:/, ""))
		? end.slice(0, start).trimEnd()
		: line;
}

/** Whether nothing between two braces is a word alone: `{#if x}` is something else. */
function isCertainList(text: string): boolean {
	const words = text.replace(/=(?:"[^"]*"|'[^']*')/g, "=").split(/\s+/);
	return (
		isAttributeList(text) &&
		words.every((word) => word === "" || /^[.#]|=/.test(word))
	);
}

/** What the line below a block begins with, when no empty line is between. */
const nextBlock = /^[ \t>]*(?:$|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])/;

/** Takes away the attributes of paragraphs and list items, which stand at their ends: `Some words. {.lead}`. */
export function removeBlockAttributes(text: string): string {
	if (!/\}[ \t]*$/m.test(text)) return text;
	const lines = text.split("\n");
	return lines
		.map((line, index) => {
			const end = line.trimEnd();
			const start = end.endsWith("}") ? end.lastIndexOf("{") : -1;
			if (!/[ \t]/.test(end.charAt(start - 1))) return line;
			if (!nextBlock.test(lines[index + 1] ?? "")) return line;
			return isCertainList(end.slice(start + 1, -1))
				? end.slice(0, start).trimEnd()
				: line;
		})
		.join("\n");
}

const heading = /^[ \t>]*#{1,6}[ \t]/;
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/** Takes away the attributes of headings: `## Title {#id}`. */
export function removeHeadingAttributes(text: string): string {
	const lines = text.split("\n");
	return lines
		.map((line, index) =>
			heading.test(line) || underline.test(lines[index + 1] ?? "")
				? removeLineAttributes(line)
				: line,
		)
		.join("\n");
}
