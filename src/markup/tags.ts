/** Text with components in it: reads their tags, and puts what each means, or its inner text, in its place. */

import { placeBlock, separateBlocks } from "./blocks.ts";
import { renderComponent } from "./components.ts";
import { renderHtmlTag } from "./html-tags.ts";
import { dedentLines, indentLines } from "./indentation.ts";
import {
	type JsxExpression,
	type JsxTag,
	pairTags,
	type ReadExpression,
	readJsx,
} from "./jsx.ts";
import type { MarkupContext } from "./markup.ts";
import {
	beginsBlock,
	findBlockLines,
	findLines,
	type Lines,
} from "./own-lines.ts";

export interface TagRules {
	/** Whether what stands on lines between tags of HTML is Markdown, however far it is indented. */
	readonly isMdx: boolean;
	readonly read: ReadExpression;
	/** Gives what stands in place of an expression. */
	readonly renderExpression: (expression: JsxExpression) => string;
}

/** Components within components; the tags of deeper ones vanish and no more. */
const deepest = 40;

/** HTML that holds blocks. */
const boxes = new Set(
	`article aside blockquote center dd details div dl dt figcaption figure footer header li main ol p section summary
	table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Boxes that people write several of on a line. */
const pieces = new Set("dd dt figcaption li summary td th".split(" "));

/** HTML that stands in paragraphs. */
const phrases = new Set(
	"a abbr b bdi cite del em font i ins kbd mark q s small span strong sub sup u".split(
		" ",
	),
);

/** An element whose end is still to come. */
interface Frame {
	readonly tag: JsxTag;
	/** The index of the part that ends it. */
	readonly end: number;
	/** The lines that it has for itself. */
	readonly lines: Lines | undefined;
	readonly output: string[];
	/** The tabs in it so far. */
	tabs: number;
}

interface Walk {
	readonly text: string;
	readonly context: MarkupContext;
	readonly rules: TagRules;
	/** The text itself, and the elements that are open. */
	readonly frames: Frame[];
	readonly root: string[];
	copied: number;
}

/** A fragment, `Note`, `Tabs.Tab`, `animated.div`, `svelte:head`. */
function isComponent({ name }: JsxTag): boolean {
	return /^(?:$|[A-Z])|[.:]/.test(name);
}

function write({ frames, root }: Walk, written: string): void {
	(frames.at(-1)?.output ?? root).push(written);
}

/** Copies the text before a part, which is then behind the walk. */
function copyTo(walk: Walk, start: number, end: number): void {
	if (start > walk.copied) write(walk, walk.text.slice(walk.copied, start));
	walk.copied = end;
}

/** Markdown between two lines of HTML. It makes paragraphs, which none can hold. */
function renderBox(written: string, tag: JsxTag, inner: string): string {
	const isParagraph = tag.name === "p";
	const open = isParagraph ? "<div>" : renderHtmlTag(written, tag);
	const close = isParagraph ? "</div>" : `</${tag.name}>`;
	const markdown = dedentLines(separateBlocks(inner));
	return `${open}\n\n${markdown}\n\n${close}`;
}

/** Markdown within a line: a tag that has a line for itself would make HTML of the lines below it. */
function renderPhrase(written: string, tag: JsxTag, inner: string): string {
	const markdown = dedentLines(separateBlocks(inner)).trim();
	const gap = /\n[ \t]*\n/.test(markdown) ? "\n\n" : "";
	return `${renderHtmlTag(written, tag)}${gap}${markdown}${gap}</${tag.name}>`;
}

/** A tab whose label stands in its group: `<Tabs items={["npm", "pnpm"]}>` (https://nextra.site/docs/built-ins/tabs). */
function labelTab(walk: Walk, tag: JsxTag): JsxTag {
	const group = walk.frames.at(-1);
	const labels = group?.tag.attributes.get("items")?.split("\n");
	if (!group || !labels || !/(?:^|\.)Tab$/.test(tag.name)) return tag;
	const label = labels[group.tabs++];
	const attributes = new Map([["label", label], ...tag.attributes]);
	return { ...tag, attributes };
}

function renderElement(
	walk: Walk,
	tag: JsxTag,
	inner: string,
	isBlock: boolean,
): string {
	const written = walk.text.slice(tag.start, tag.end);
	if (phrases.has(tag.name)) return renderPhrase(written, tag, inner);
	if (!isComponent(tag)) return renderBox(written, tag, inner);
	const source = `<${tag.name}`;
	const component = { ...labelTab(walk, tag), source, inner, isBlock };
	return renderComponent(component, walk.context);
}

function writeElement(
	walk: Walk,
	{ tag, lines }: Pick<Frame, "tag" | "lines">,
	inner: string,
): void {
	const { text } = walk;
	const content = renderElement(walk, tag, inner, lines !== undefined);
	if (lines === undefined)
		write(walk, isComponent(tag) ? content : placeBlock(content));
	else {
		const indent = text.slice(lines.from, tag.start);
		write(walk, `\n${indentLines(dedentLines(content), indent)}\n`);
	}
}

/** An expression within a paragraph ends with it. */
function takeExpression(walk: Walk, expression: JsxExpression): void {
	const { code, start, end } = expression;
	const before = walk.text.slice(Math.max(0, start - 100), start);
	const isText = /\n[ \t]*\n/.test(code) && !/(?:^|\n)[ \t]*$/.test(before);
	copyTo(walk, start, end);
	write(
		walk,
		isText
			? walk.text.slice(start, end)
			: walk.rules.renderExpression(expression),
	);
}

function endElement(walk: Walk, tag: JsxTag): void {
	copyTo(walk, tag.start, tag.end);
	const frame = walk.frames.pop();
	if (frame === undefined) return;
	walk.copied = frame.lines?.to ?? tag.end;
	writeElement(walk, frame, frame.output.join(""));
}

/** A tag that begins or ends nothing, or belongs to an element of HTML that stays as it is. */
function takeLooseTag(walk: Walk, tag: JsxTag): void {
	const { text, rules } = walk;
	copyTo(walk, tag.start, tag.end);
	if (!isComponent(tag)) {
		write(walk, renderHtmlTag(text.slice(tag.start, tag.end), tag));
		if (!rules.isMdx || tag.kind !== "self-closing") return;
		const lines = findLines(text, tag.start, tag.end);
		const isBeforeText = /^\n[ \t]*[^\s<]/.test(
			text.slice(lines?.to, (lines?.to ?? 0) + 200),
		);
		// CommonMark would take the lines behind it for HTML, too.
		if (lines && isBeforeText && beginsBlock(text, lines)) write(walk, "\n");
	} else if (tag.name !== "" && tag.kind === "start")
		walk.context.warnUnknown(`<${tag.name}`, "its text is kept");
}

function takeWholeTag(walk: Walk, tag: JsxTag): void {
	const lines = findBlockLines(walk.text, tag.start, tag.end);
	copyTo(walk, lines?.from ?? tag.start, lines?.to ?? tag.end);
	writeElement(walk, { tag, lines }, "");
}

/** Whether what stands in an element of HTML would not be read as Markdown, but is. */
function holdsMarkdown(
	text: string,
	tag: JsxTag,
	end: number,
	lines: Lines | undefined,
): boolean {
	if (lines === undefined && !pieces.has(tag.name)) return false;
	const isOpenLine = /^[ \t]*\n/.test(text.slice(tag.end, tag.end + 200));
	return isOpenLine || /[*_`[\uFDD0]/.test(text.slice(tag.end, end));
}

/** Whether a tag has a line for itself, between paragraphs: all until the next empty line would be HTML. */
function hidesMarkdown(
	text: string,
	tag: JsxTag,
	lines: Lines | undefined,
): boolean {
	return (
		lines !== undefined &&
		beginsBlock(text, lines) &&
		/^[ \t]*\n/.test(text.slice(tag.end, tag.end + 200))
	);
}

/** Begins an element. @returns whether it is one that is rendered as a whole */
function beginElement(
	walk: Walk,
	tag: JsxTag,
	parts: readonly (JsxTag | JsxExpression)[],
	closing = -1,
): boolean {
	const { text, frames, rules } = walk;
	const isPhrase = rules.isMdx && phrases.has(tag.name);
	// A site's own element is whatever the site makes of it.
	const isBox = rules.isMdx && (boxes.has(tag.name) || tag.name.includes("-"));
	const end = parts[closing]?.end;
	if (frames.length >= deepest || !(isBox || isPhrase || isComponent(tag)))
		return false;
	if (end === undefined) return false;
	const isHtml = isBox || isPhrase;
	const lines = (isHtml ? findLines : findBlockLines)(text, tag.start, end);
	if (isPhrase && !hidesMarkdown(text, tag, lines)) return false;
	if (isBox && !holdsMarkdown(text, tag, parts[closing]?.start ?? end, lines))
		return false;
	copyTo(walk, lines?.from ?? tag.start, tag.end);
	frames.push({ tag, end: closing, lines, output: [], tabs: 0 });
	return true;
}

/** Renders the components of a text. */
export function renderTags(
	text: string,
	context: MarkupContext,
	rules: TagRules,
): string {
	const parts = readJsx(text, rules.read);
	if (parts.length === 0) return text;
	const pairs = pairTags(parts);
	const walk: Walk = { text, context, rules, frames: [], root: [], copied: 0 };
	parts.forEach((part, index) => {
		if (part.kind === "expression") takeExpression(walk, part);
		else if (part.kind === "end" && walk.frames.at(-1)?.end === index)
			endElement(walk, part);
		else if (part.kind === "self-closing" && isComponent(part))
			takeWholeTag(walk, part);
		else if (!beginElement(walk, part, parts, pairs.get(index)))
			takeLooseTag(walk, part);
	});
	copyTo(walk, text.length, text.length);
	return walk.root.join("");
}
