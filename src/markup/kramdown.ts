/**
 * What kramdown has beside Markdown (https://kramdown.gettalong.org/syntax.html): attribute lists, extensions, a place for
 * contents, abbreviations, ends of blocks. The ids of headings (`## Title {#id}`) and attributes of pictures are written
 * so by Docusaurus, Hugo, Zola, Starlight and Pandoc too.
 */

import {
	isAttributeList,
	removeBlockAttributes,
	removeHeadingAttributes,
	removeSpanAttributes,
} from "./attribute-lists.ts";
import { createFinder } from "./finder.ts";
import { openHtml } from "./markdown-in-html.ts";

/** `{::comment}…{:/comment}` or `{:/}`, without what is between. */
function removeComments(text: string): string {
	const find = createFinder(text);
	const output: string[] = [];
	let at = 0;
	for (;;) {
		const start = find("{::comment}", at);
		const end = start < 0 ? -1 : find("{:/", start);
		const close = end < 0 ? -1 : find("}", end);
		if (close < 0) break;
		output.push(text.slice(at, start));
		at = close + 1;
	}
	return at === 0 ? text : output.join("") + text.slice(at);
}

const extension = /\{::[a-z]+(?:[ \t][^{}\n]*)?\/?\}|\{:\/(?:[a-z]+)?\}/g;
/** May go on in a second line, as paragraphs do that are wrapped. */
const spanList =
	/(?<=\S)[ \t]?\{:((?!\n[ \t]*\n)[^{}:/][^{}\n]*(?:\n(?![ \t]*\n)[^{}\n]*)?)\}/g;
const blockList = /^[ \t>]*\{:?[ \t]*([^{}\n]*)\}[ \t]*$/;
const bareList = /^[ \t>]*\{:[ \t]*[\w-]+(?:[ \t]+[\w-]+)*[ \t]*\}[ \t]*$/;
const definition = /^[ \t>]*\{:[\w-]+:[^{}\n]*\}[ \t]*$/;
const contents = /^[ \t]*\{:[ \t]*toc\b[^{}\n]*\}[ \t]*$/i;
const abbreviation = /^ {0,3}\*\[[^\]\n]+\]:/;
const listItem = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

function isLineOfAttributes(line: string): boolean {
	const inner = blockList.exec(line)?.[1];
	if (inner === undefined) return false;
	return isAttributeList(inner) || bareList.test(line) || definition.test(line);
}

/** An attribute list ends its paragraph, but no list. */
function replaceLine(line: string, next: string | undefined): string[] {
	const isEnd = next === undefined || next.trim() === "" || listItem.test(next);
	return isEnd ? [] : [/^[ \t]*/.exec(line)?.[0].trimEnd() ?? ""];
}

const footnote = /^ {0,3}\[\^[^\]\n]+\]:/;
const linkDefinition = /^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S/;

/** A definition right below a footnote's text would go on with it. */
function endFootnotes(text: string): string {
	let inFootnote = false;
	const separate = (line: string) => {
		const isDefinition = inFootnote && linkDefinition.test(line);
		inFootnote =
			footnote.test(line) ||
			(inFootnote && !isDefinition && line.trim() !== "");
		return isDefinition ? `\n${line}` : line;
	};
	return text.split("\n").map(separate).join("\n");
}

function removeLines(text: string): string {
	const lines = text.split("\n");
	const output: string[] = [];
	lines.forEach((line, index) => {
		if (contents.test(line)) {
			// The list item before it stands for the contents.
			if (listItem.test(output.at(-1) ?? "")) output.pop();
		} else if (isLineOfAttributes(line))
			output.push(...replaceLine(line, lines[index + 1]));
		else if (line.trim() === "^") output.push("");
		else if (!abbreviation.test(line)) output.push(line);
	});
	return output.join("\n");
}

/** Emphasis of a comment alone, before other emphasis: `**<!--name-->****Text**`. CommonMark reads four stars there. */
const silentEmphasis = /(\*\*|__)<!--[^<>\n]{0,300}-->\1/g;

/** Takes away what kramdown alone would understand. */
export function renderKramdown(text: string): string {
	const visible = endFootnotes(
		openHtml(removeComments(text))
			.replace(extension, "")
			.replace(silentEmphasis, ""),
	);
	return removeSpanAttributes(
		removeBlockAttributes(removeHeadingAttributes(removeLines(visible))),
	).replace(spanList, (written, inner: string) =>
		isAttributeList(inner) ? "" : written,
	);
}
