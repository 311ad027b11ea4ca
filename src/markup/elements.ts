/** The HTML that markups make: figures, links, notes, code. What authors wrote in arguments is escaped. */

import { escapeHtml } from "../html/serialize.ts";
import { placeAlone, placeBlock } from "./blocks.ts";
import type { MarkupContext } from "./markup.ts";
import { missingValue } from "./missing-values.ts";

/** Escapes an argument for content and attributes; references that it holds already stay. */
export function escapeArgument(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	return line
		.split(missingValue)
		.map(escapeHtml)
		.join(missingValue)
		.replace(/&amp;(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,30};)/gi, "&")
		.replaceAll('"', "&quot;");
}

/** Writes attributes with the values that are there. */
function writeAttributes(
	values: Readonly<Record<string, string | undefined>>,
): string {
	return Object.entries(values)
		.map(([name, value]) =>
			value === undefined ? "" : ` ${name}="${escapeArgument(value)}"`,
		)
		.join("");
}

export function renderLink(address: string, text: string): string {
	return `<a${writeAttributes({ href: address })}>${escapeArgument(text)}</a>`;
}

export interface Picture {
	readonly src: string;
	readonly alt?: string | undefined;
	readonly title?: string | undefined;
	readonly caption?: string | undefined;
	/** Where a click on it leads. */
	readonly link?: string | undefined;
}

function renderImage(picture: Picture): string {
	const { src, alt = "", title } = picture;
	const image = `<img${writeAttributes({ src, alt, title })}>`;
	return picture.link
		? `<a${writeAttributes({ href: picture.link })}>${image}</a>`
		: image;
}

/** A figure where the picture has a caption, else the picture alone. */
export function renderPicture(picture: Picture): string {
	const { caption } = picture;
	const image = renderImage(picture);
	if (!caption) return placeAlone(image);
	// Captions are Markdown in most generators; blank lines let it be read as such.
	if (/[*_`[<]/.test(caption))
		return `${placeBlock(`<figure>${image}<figcaption>`)}\n\n${caption.replace(/\s+/g, " ").trim()}\n\n${placeBlock("</figcaption></figure>")}`;
	return placeBlock(
		`<figure>${image}<figcaption>${escapeArgument(caption)}</figcaption></figure>`,
	);
}

/** A figure round Markdown, which the words below it are too. */
export function renderFigure(inner: string, caption?: string): string {
	const words = caption?.replace(/\s+/g, " ").trim();
	const below = words
		? `${placeBlock("<figcaption>")}\n\n${words}\n\n${placeBlock("</figcaption></figure>")}`
		: placeBlock("</figure>");
	return `${placeBlock("<figure>")}\n\n${inner.trim()}\n\n${below}`;
}

/** A sound or a film. */
export function renderMedia(name: "audio" | "video", src: string): string {
	return placeAlone(`<${name}${writeAttributes({ src })} controls></${name}>`);
}

/** Takes from each line the blanks that it has more than the end of its pair. */
function dedent(text: string): string {
	const end = /\n([ \t]*)$/.exec(text)?.[1];
	if (end === undefined) return text;
	const lines = text.split("\n");
	const depths = lines
		.slice(text.startsWith("\n") ? 1 : 0)
		.filter((line) => line.trim() !== "")
		.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
	const surplus = depths.reduce((a, b) => Math.min(a, b), 1000) - end.length;
	if (surplus <= 0 || surplus >= 1000) return text;
	return lines
		.map((line) => (/^[ \t]/.test(line) ? line.slice(surplus) : line))
		.join("\n");
}

/** Text in a block element: Markdown between two lines of HTML. */
function renderBox(open: string, inner: string, close: string): string {
	return `${placeBlock(open)}${dedent(inner)}${placeBlock(close)}`;
}

/** A block quote, with a title in bold or without. */
export function renderQuote(inner: string, title = ""): string {
	const heading = title
		? `<p><strong>${escapeArgument(title)}</strong></p>`
		: "";
	return renderBox(`<blockquote>${heading}`, inner, "</blockquote>");
}

export function renderDetails(summary: string, inner: string): string {
	return renderBox(
		`<details><summary>${escapeArgument(summary)}</summary>`,
		inner,
		"</details>",
	);
}

/** The longest run of backticks. */
function measureBackticks(text: string): number {
	let longest = 0;
	for (const run of text.matchAll(/`+/g))
		longest = Math.max(longest, run[0].length);
	return longest;
}

/** Text that shows markup, as code, so that it cannot be taken for markup again. */
export function renderCodeSpan(text: string, context: MarkupContext): string {
	const code = context.restore(text).replace(/\s+/g, " ").trim();
	const ticks = "`".repeat(measureBackticks(code) + 1);
	const gap = /^`|`$/.test(code) ? " " : "";
	return code === ""
		? ""
		: context.protect(`${ticks}${gap}${code}${gap}${ticks}`);
}

/** Takes the indentation of the closing tag from each line: that of a list item round the code. */
function leaveContainer(text: string): string {
	const depth = /\n([ \t]*)$/.exec(text)?.[1]?.length ?? 0;
	return text
		.split("\n")
		.map((line) => {
			const blanks = /^[ \t]*/.exec(line)?.[0].length ?? 0;
			return line.slice(Math.min(depth, blanks));
		})
		.join("\n");
}

/** A code block in a language. */
export function renderCode(
	text: string,
	language: string,
	context: MarkupContext,
): string {
	const code = leaveContainer(context.restore(text))
		.replace(/^(?:[ \t]*\n)+/, "")
		.trimEnd();
	const fence = "`".repeat(Math.max(3, measureBackticks(code) + 1));
	const word = /^[\w#+.-]{1,40}$/.test(language) ? language : "";
	return placeBlock(context.protect(`${fence}${word}\n${code}\n${fence}`));
}

/** Shows text that holds template marks: each mark as code, the rest as it is. */
export function showMarks(text: string, context: MarkupContext): string {
	return text.replace(
		/\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{#[^{}\n]*#\}|\{\{[<%]?|\{%/g,
		(marks) => renderCodeSpan(marks, context),
	);
}
