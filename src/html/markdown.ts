/** Markdown as an HTML tree. The only file that knows which renderer it is: satteri (CommonMark and GFM, in Rust). */

import { type Features, markdownToHast } from "satteri";
import { findExcess, isTooDeep } from "./guards.ts";
import type { Nodes, Root } from "./tree.ts";

/** Elements that may stand within each other, so that a walk over the tree needs no more than a call stack has. */
const maxDepth = 200;

const features: Features = { gfm: true, frontmatter: false };

export interface TooMuch {
	readonly problem: string;
	/** From 1, within the body; absent where unknown. */
	readonly line?: number;
}

function parse(body: string, rawHtml: boolean, position: boolean): Root {
	return markdownToHast(body, {
		features: { ...features, rawHtml },
		position,
	}) as Root;
}

function collectRaw(root: Root): (Nodes & { type: "raw" })[] {
	const found: (Nodes & { type: "raw" })[] = [];
	const waiting: Nodes[] = [root];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.type === "raw") found.push(node);
		if ("children" in node) waiting.push(...[...node.children].reverse());
	}
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
	const excess = findExcess(body);
	if (excess) return { problem: excess.what, line: excess.line };
	const tooDeep = { problem: "elements nested too deeply" };
	let root = parse(body, false, false);
	if (isDeeperThan(root, maxDepth)) return tooDeep;
	const raw = collectRaw(root);
	if (raw.length === 0) return root;
	if (isTooDeep(raw.map((node) => node.value))) return tooDeep;
	root = parse(body, true, false);
	return isDeeperThan(root, maxDepth) ? tooDeep : root;
}

/**
 * Finds where the author wrote something: in raw HTML where it stands there, else anywhere in the text. Positions are
 * lost once raw HTML is parsed, so this parses again; call it for a message only.
 */
export function locate(
	body: string,
	wanted: string,
): { line: number; column: number } | undefined {
	const needle = wanted.toLowerCase();
	for (const node of collectRaw(parse(body, false, true))) {
		const at = node.value.toLowerCase().indexOf(needle);
		const start = node.position?.start;
		if (at < 0 || !start) continue;
		const before = node.value.slice(0, at).split("\n");
		const last = before.at(-1) ?? "";
		return {
			line: start.line + before.length - 1,
			column: before.length === 1 ? start.column + at : last.length + 1,
		};
	}
	const at = body.toLowerCase().indexOf(needle);
	if (at < 0) return undefined;
	const before = body.slice(0, at).split("\n");
	return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
