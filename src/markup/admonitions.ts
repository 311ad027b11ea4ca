/**
 * What MkDocs has beside Markdown: Python-Markdown's extensions as Material for MkDocs sets them up
 * (https://squidfunk.github.io/mkdocs-material/reference/, https://facelessuser.github.io/pymdown-extensions/).
 */

import { renderAlert } from "./alerts.ts";
import {
	isAttributeList,
	removeHeadingAttributes,
	removeSpanAttributes,
} from "./attribute-lists.ts";
import { indentLines, trimBlankLines } from "./indentation.ts";
import { openHtml } from "./markdown-in-html.ts";
import type { MarkupContext } from "./markup.ts";
import { shieldCode } from "./shield.ts";

/** Blocks within blocks; deeper ones stay text. */
const deepest = 12;

const admonition =
	/^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)(?:[ \t]+[A-Za-z][\w-]*){0,5}(?:[ \t]+"([^\n]*)")?[ \t]*$/;
const tab = /^([ \t]*)===[!+]?[ \t]+"([^\n]*)"[ \t]*$/;
const snippet = /^[ \t]*-{2}8<-{2,20}[ \t]+("[^"\n]*"|'[^'\n]*')/;
const snippetFence = /^[ \t]*-{2}8<-{2,20}[ \t]*$/;
const identifier = /^([ \t]*):::[ \t]+([\w.]+)[ \t]*$/;
const contents = /^[ \t]*\[TOC\][ \t]*$/i;
const abbreviation = /^ {0,3}\*\[[^\]\n]+\]:/;
const blockList = /^[ \t]*\{:?[ \t]*([^{}\n]*)\}[ \t]*$/;

/** The lines of a block: those that are indented by four more, and empty ones between. */
function takeBlock(
	lines: readonly string[],
	from: number,
	indent: string,
): { inner: string; next: number } {
	const prefix = `${indent}    `;
	const inner: string[] = [];
	let next = from;
	for (let at = from; at < lines.length; at++) {
		const line = (lines[at] ?? "").replaceAll("\t", "    ");
		if (line.trim() !== "" && !line.startsWith(prefix)) break;
		inner.push(line.slice(prefix.length));
		if (line.trim() !== "") next = at + 1;
	}
	return { inner: inner.slice(0, next - from).join("\n"), next };
}

/**
 * Renders what stands in a block. Its indentation made it look like code, so that only now can be seen what is code in
 * it.
 */
function renderInner(
	inner: string,
	context: MarkupContext,
	depth: number,
): string {
	const { text, hide, restore } = shieldCode(context.restore(inner), {
		indented: true,
	});
	const tools = { ...context, protect: hide, restore };
	return renderBlocks(renderSpans(text), tools, depth).replace(
		/\uFDD0\d+\uFDD1/g,
		(mark) => context.protect(restore(mark)),
	);
}

function renderBlock(
	found: { indent: string; kind?: string; title: string | undefined },
	inner: string,
	context: MarkupContext,
	depth: number,
): string {
	const text = renderInner(inner, context, depth + 1);
	const block =
		found.kind === undefined
			? `**${found.title?.trim() ?? ""}**\n\n${trimBlankLines(text)}`
			: renderAlert(found.kind, found.title, text);
	return `\n${indentLines(block, found.indent)}\n`;
}

function readBlock(line: string) {
	const [, indent, kind, title] = admonition.exec(line) ?? [];
	if (indent !== undefined && kind !== undefined)
		return { indent, kind, title };
	const [, side, label] = tab.exec(line) ?? [];
	return side === undefined ? undefined : { indent: side, title: label };
}

/** Whether a line says something to MkDocs alone. */
function isSetting(line: string): boolean {
	const list = blockList.exec(line)?.[1];
	return (
		contents.test(line) ||
		abbreviation.test(line) ||
		(list !== undefined && isAttributeList(list))
	);
}

/** The line behind one that brings text from elsewhere; undefined where this line brings none. */
function skipInsertion(
	lines: readonly string[],
	at: number,
	{ warnUnknown }: MarkupContext,
): number | undefined {
	const line = lines[at] ?? "";
	const file = snippet.exec(line);
	const [, indent, name] = identifier.exec(line) ?? [];
	if (file) warnUnknown(file[0].trim(), "it is left out");
	if (file) return at + 1;
	if (indent !== undefined) {
		warnUnknown(`::: ${name}`, "it is left out");
		return takeBlock(lines, at + 1, indent).next;
	}
	if (!snippetFence.test(line)) return undefined;
	warnUnknown(line.trim(), "it is left out");
	// Nobody lists more files.
	const end = lines
		.slice(at + 1, at + 100)
		.findIndex((next) => snippetFence.test(next));
	return end < 0 ? at + 1 : at + end + 2;
}

function renderBlocks(
	text: string,
	context: MarkupContext,
	depth: number,
): string {
	const lines = text.split("\n");
	const output: string[] = [];
	for (let at = 0; at < lines.length; ) {
		const line = lines[at] ?? "";
		const found = depth < deepest ? readBlock(line) : undefined;
		const behind = found ? undefined : skipInsertion(lines, at, context);
		if (found) {
			const { inner, next } = takeBlock(lines, at + 1, found.indent);
			output.push(renderBlock(found, inner, context, depth));
			at = next;
		} else if (behind !== undefined) at = behind;
		else {
			if (!isSetting(line)) output.push(line);
			at++;
		}
	}
	return output.join("\n");
}

const icon =
	/[ \t]?:(?:material|octicons|fontawesome|simple)-[a-z0-9-]+:(?:\{[^{}\n]*\})?/g;
const keys =
	/(?<!\+)\+\+((?:[a-z0-9-]{1,30}|"[^"\n]{1,30}")(?:\+(?:[a-z0-9-]{1,30}|"[^"\n]{1,30}")){0,6})\+\+(?!\+)/g;
const marked = /(?<![=\w])==(?=[^\s=])([^=\n]{0,499}[^\s=])==(?![=\w])/g;
const critic: readonly (readonly [RegExp, string])[] = [
	[/\{--([^{}\n]*?)--\}/g, "<del>$1</del>"],
	[/\{\+\+([^{}\n]*?)\+\+\}/g, "<ins>$1</ins>"],
	[/\{~~([^{}~\n]*)~>([^{}~\n]*)~~\}/g, "<del>$1</del><ins>$2</ins>"],
	[/\{==([^{}\n]*?)==\}/g, "<mark>$1</mark>"],
	[/\{>>[^{}\n]*?<<\}/g, ""],
];

function renderSpans(text: string): string {
	// Numbers in an annotated paragraph stand for the items of the list behind it.
	const numbered = /\{ *\.annotate *\}/.test(text)
		? text.replace(/\((\d{1,3})\)!/g, "($1)")
		: text;
	return critic
		.reduce((before, [sign, after]) => before.replace(sign, after), numbered)
		.replace(icon, "")
		.replace(keys, (_, pressed: string) => pressed.replaceAll('"', ""))
		.replace(marked, "<mark>$1</mark>");
}

/** Renders what MkDocs alone would understand. */
export function renderAdmonitions(
	text: string,
	context: MarkupContext,
): string {
	const spans = renderSpans(text);
	return removeSpanAttributes(
		removeHeadingAttributes(renderBlocks(openHtml(spans), context, 0)),
	);
}
