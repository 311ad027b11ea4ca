/** An article's Markdown as HTML that is safe in a reader, and the plain text that its entry needs beside it. */

import type { Report } from "../diagnostics.ts";
import { cleanTree } from "./clean.ts";
import { createLocator, parseMarkdown } from "./markdown.ts";
import type { PictureReader, RuleContext } from "./rules/rule.ts";
import { serialize } from "./serialize.ts";
import { readFirstParagraph, readPlainText } from "./summary.ts";
import { type Element, isElement, type Root } from "./tree.ts";

/** libxml2, and with it many a reader, takes no text of more than ten million bytes. */
const maxBytes = 8_000_000;

export interface ContentSource {
	/** Markdown with LF line ends. */
	readonly body: string;
	/** The body as its author wrote it, where messages look for their places; the body itself by default. */
	readonly written?: string | undefined;
	/** The line of the file on which the body begins. */
	readonly bodyLine: number;
	/** For messages. */
	readonly file: string;
	/** The article's own address. */
	readonly url: string;
	/** The article's slug, which ends the ids of its footnotes. */
	readonly slug: string;
	/** Absent where the article's title is to be found in its text. */
	readonly title?: string | undefined;
	/** Finds the words of the comment that ends the excerpt. */
	readonly excerptMarker?: RegExp | undefined;
	/** Gives the address of another article by its source file; by default there is none. */
	readonly findArticle?:
		| ((reference: string) => string | undefined)
		| undefined;
	readonly dialect?: PictureReader | undefined;
}

export interface Content {
	/** May be empty. */
	readonly html: string;
	/** The text of a heading that is the body's first block, where the source has no title. */
	readonly heading?: string | undefined;
	/** What stands before the excerpt's marker, on one line; absent where there is none. */
	readonly excerpt?: string | undefined;
	/** The first paragraph, on one line. */
	readonly paragraph: string;
	/** The whole text, on one line; where there is none, the words that stand for a picture. */
	readonly text: string;
}

/** Letters, digits and a few signs survive in ids and fragments alike; other slugs are told apart by a number. */
function createIdSuffix(slug: string): string {
	const ascii = slug.replace(/[^A-Za-z0-9._~-]+/g, "-");
	if (ascii === slug) return slug;
	let hash = 0x811c9dc5;
	for (const unit of slug)
		hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	// The lookbehind keeps a long run of dashes from being tried at each of them.
	return `${ascii.replace(/^-+|(?<!-)-+$/g, "")}-${hash.toString(36)}`.replace(
		/^-/,
		"",
	);
}

/** Takes the heading that is the title out of the tree, so that no reader shows it twice. */
function takeTitle(root: Root, title: string | undefined): string | undefined {
	const at = root.children.findIndex(
		(child) => child.type !== "text" || child.value.trim() !== "",
	);
	const first = root.children[at];
	if (!isElement(first) || !/^h[1-6]$/.test(first.tagName)) return undefined;
	const heading = readPlainText(first);
	const isTitle =
		title === undefined
			? heading !== ""
			: first.tagName === "h1" && heading === title.replace(/\s+/g, " ").trim();
	if (isTitle) root.children.splice(at, 1);
	return title === undefined ? heading || undefined : undefined;
}

function readAlternatives(node: Root | Element): string {
	return node.children
		.map((child) =>
			isElement(child)
				? child.tagName === "img"
					? String(child.properties.alt ?? "")
					: readAlternatives(child)
				: "",
		)
		.join(" ")
		.replace(/\s+/g, " ")
		.trim();
}

function isFootnoteSection(element: Element): boolean {
	return (
		element.tagName === "section" &&
		element.children.some(
			(child) =>
				isElement(child) &&
				child.tagName === "ol" &&
				child.children.some(
					(note) =>
						isElement(note) &&
						String(note.properties.id ?? "").startsWith("fn-"),
				),
		)
	);
}

/** The tree without its footnotes, which are no part of what an article begins with. */
function leaveOutFootnotes(root: Root): Root {
	return {
		...root,
		children: root.children.filter(
			(child) => !isElement(child) || !isFootnoteSection(child),
		),
	};
}

/** Findings that are reported one by one; nobody reads more, and each is searched for in the text. */
const maxFindings = 50;

/** Reports each finding once, with its place. */
function createFinder(
	{ body, written = body, bodyLine, file }: ContentSource,
	report: Report,
): RuleContext["find"] {
	const found = new Set<string>();
	const locate = createLocator(written);
	return ({ code, wanted, message, hint, isInfo = false }) => {
		const key = isInfo ? code : message;
		if (found.size > maxFindings || found.has(key)) return;
		found.add(key);
		if (found.size > maxFindings) {
			report({
				severity: "warning",
				code: "content-reduced",
				message: `more is left out of the feeds than the ${maxFindings} things listed`,
				hint: "Mend those first; what remains is listed then.",
				file,
				line: bodyLine,
			});
			return;
		}
		const place = locate(wanted);
		report({
			severity: isInfo ? "info" : "warning",
			code,
			message,
			hint,
			file,
			line: bodyLine + (place?.line ?? 1) - 1,
			column: place?.column,
		});
	};
}

/** The text before the comment that ends an excerpt. */
function readExcerpt(root: Root, marker?: RegExp): string | undefined {
	if (marker === undefined) return undefined;
	const at = root.children.findIndex(
		(child) => child.type === "comment" && marker.test(child.value),
	);
	if (at < 0) return undefined;
	const before = root.children
		.slice(0, at)
		.filter((child) => !isElement(child) || child.tagName !== "h1");
	return readPlainText({ ...root, children: before }) || undefined;
}

/**
 * Renders an article's body.
 * @returns undefined after reporting an error: the body would take unbounded time or memory.
 */
export function renderContent(
	source: ContentSource,
	report: Report,
): Content | undefined {
	const { body, bodyLine, file } = source;
	const tree = parseMarkdown(body);
	if ("problem" in tree) {
		report({
			severity: "error",
			code: "content-excessive",
			message: `the text cannot be rendered: ${tree.problem}`,
			hint: "Write it flatter, close each HTML element, or show it as a code block.",
			file,
			line: tree.line === undefined ? bodyLine : tree.line + bodyLine - 1,
		});
		return undefined;
	}
	const excerpt = readExcerpt(tree, source.excerptMarker);
	const root = cleanTree(tree, {
		url: source.url,
		idSuffix: createIdSuffix(source.slug),
		findArticle: source.findArticle ?? (() => undefined),
		dialect: source.dialect,
		find: createFinder(source, report),
	});
	const heading = takeTitle(root, source.title);
	const prose = leaveOutFootnotes(root);
	const html = serialize(root.children).trim();
	if (Buffer.byteLength(html) > maxBytes) {
		report({
			severity: "error",
			code: "content-excessive",
			message: `the text has more than ${maxBytes} bytes as HTML, which no reader takes`,
			hint: "Split the article.",
			file,
			line: bodyLine,
		});
		return undefined;
	}
	return {
		html,
		heading,
		excerpt,
		paragraph: readFirstParagraph(prose),
		text: readPlainText(prose) || readAlternatives(prose),
	};
}
