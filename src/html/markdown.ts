/** Markdown as an HTML tree. The only file that knows which renderer it is: satteri (CommonMark and GFM, in Rust). */

import {
	type Features,
	htmlToHast,
	markdownToHast,
	markdownToHtml,
} from "satteri";
import { findCrowdedMarks, findCrowdedText, isCrowded } from "./crowds.ts";
import { type Excess, findExcess } from "./guards.ts";
import { isTangled } from "./nesting.ts";
import { readPlainText } from "./summary.ts";
import { isElement, type Nodes, type Root } from "./tree.ts";

/** Elements that may stand within each other, so that a walk over the tree needs no more than a call stack has. */
const maxDepth = 200;

const features: Features = { gfm: true, frontmatter: false };

export interface TooMuch {
	readonly problem: string;
	/** From 1, within the body; absent where unknown. */
	readonly line?: number;
}

function parse(body: string, position = false): Root {
	return markdownToHast(body, { features, position }) as Root;
}

/** A document may have more children than a call takes arguments, so none are spread. */
function collectRaw(root: Root): (Nodes & { type: "raw" })[] {
	const found: (Nodes & { type: "raw" })[] = [];
	const visit = (node: Nodes) => {
		if (node.type === "raw") found.push(node);
		if ("children" in node) node.children.forEach(visit);
	};
	visit(root);
	return found;
}

function isDeeperThan(root: Root, limit: number): boolean {
	let level: Nodes[] = [root];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > limit) return true;
		level = level.flatMap((node) => ("children" in node ? node.children : []));
	}
	return false;
}

/**
 * Parses Markdown, with raw HTML where the author wrote some, into an HTML tree.
 * @param body the article without its front matter, with LF line ends
 */
export function parseMarkdown(body: string): Root | TooMuch {
	const excess = findExcess(body) ?? findCrowdedMarks(body) ?? findCrowd(body);
	if (excess) return { problem: excess.what, line: excess.line };
	const tooDeep = { problem: "elements nested too deeply" };
	const root = parse(body);
	if (isDeeperThan(root, maxDepth)) return tooDeep;
	if (collectRaw(root).length === 0) return root;
	const html = markdownToHtml(body, { features }).html.trimEnd();
	if (isTangled(html))
		return { problem: "too many of its HTML elements are never closed" };
	const whole = htmlToHast(html, { fragment: true }) as Root;
	return isDeeperThan(whole, maxDepth) ? tooDeep : whole;
}

/** Elements that people write in titles, with their ends; `Vec<T>` and a lone `<b>` are text. */
const marked =
	/<(a|abbr|b|code|del|em|i|kbd|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>([^<>]*)<\/\1>/gi;

/** The plain text of a line that may hold HTML, and of which entities are. */
export function readHtmlText(line: string): string {
	const text = line
		.replace(marked, "$2")
		.replace(/<br\s*\/?>/gi, " ")
		.replaceAll("<", "&lt;");
	return readPlainText(htmlToHast(text, { fragment: true }) as Root);
}

/** A link, code or emphasis: nothing that people write in plain text. */
const inlineMark =
	/\[[^[\]]+\]\([^()\s]+\)|`[^`]+`|(?<![\w*])\*\*[^*\s][^*]*(?<!\s)\*\*(?![\w*])|(?<![\w*])\*[^*\s][^*]*(?<!\s)\*(?![\w*])|(?<!\w)_[^_\s][^_]*(?<!\s)_(?!\w)/;

const inlineTag =
	/^<\/?(?:a|abbr|b|br|cite|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b/i;

/** What CommonMark takes for HTML, `Vec<T>`, is text unless it is an element that people write. */
function showTags(node: Nodes): Nodes {
	if (node.type === "raw")
		return {
			type: "text",
			value: inlineTag.test(node.value) ? "" : node.value,
		};
	if ("children" in node) node.children = node.children.map(showTags) as never;
	return node;
}

/**
 * The plain text of a line that holds links, code or emphasis as Markdown has them.
 * @returns undefined where it holds none
 */
export function readMarkdownText(line: string): string | undefined {
	if (!inlineMark.test(line) || findExcess(line) || findCrowdedMarks(line))
		return undefined;
	// An element at its beginning keeps a line from being a list item or a heading.
	const source = `<b></b>${line}`;
	// GFM would take `~1 to ~2` for text that was struck out.
	const commonMark = { ...features, gfm: false };
	const tree = markdownToHast(source, { features: commonMark }) as Root;
	return isDeeperThan(tree, maxDepth)
		? undefined
		: readPlainText(showTags(tree));
}

/** Code may be as crowded as it likes, and what is code only a parser knows: it gets the text without what costs. */
function findCrowd(body: string): Excess | undefined {
	const excess = findCrowdedText(body);
	if (excess === undefined) return undefined;
	const waiting: Nodes[] = [parse(body.replaceAll("&", "%"))];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.type === "text" && isCrowded(node.value)) return excess;
		if ("children" in node && !(isElement(node) && node.tagName === "pre"))
			for (const child of node.children) waiting.push(child);
	}
	return undefined;
}

/** ASCII alone, so that offsets stay. */
const toLowerCase = (text: string) =>
	text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/**
 * Prepares for finding where the author wrote something: in raw HTML where it stands there, else anywhere in the text.
 * Positions are lost once raw HTML is parsed, so the first question parses again; ask for messages only.
 */
export function createLocator(
	body: string,
): (wanted: string) => { line: number; column: number } | undefined {
	let pieces: { text: string; line: number; column: number }[] | undefined;
	const readPieces = () => [
		...collectRaw(parse(body, true)).map((node) => ({
			text: node.value,
			line: node.position?.start.line ?? 1,
			column: node.position?.start.column ?? 1,
		})),
		{ text: body, line: 1, column: 1 },
	];
	const find = (wanted: string, read: (text: string) => string) => {
		pieces ??= readPieces();
		for (const { text, line, column } of pieces) {
			const at = read(text).indexOf(read(wanted));
			if (at < 0) continue;
			const before = text.slice(0, at).split("\n");
			const last = (before.at(-1) ?? "").length;
			return {
				line: line + before.length - 1,
				column: before.length === 1 ? column + last : last + 1,
			};
		}
		return undefined;
	};
	return (wanted) => find(wanted, String) ?? find(wanted, toLowerCase);
}
