/** What a parser makes of our HTML, as plain text to compare; the parser is the renderer's, told nothing of our rules. */

import { htmlToHast } from "satteri";
import { serialize } from "../../src/html/serialize.ts";
import {
	type Element,
	findElement,
	isElement,
	type Nodes,
} from "../../src/html/tree.ts";

/** As the body of a page, where a reader puts it. */
export function parseHtml(html: string): Nodes {
	const page = htmlToHast(`<!doctype html><body><main>${html}</main>`) as Nodes;
	const main = findElement(page, ({ tagName }) => tagName === "main");
	return { type: "root", children: main?.children ?? [] };
}

export function listElements(node: Nodes): Element[] {
	if (!("children" in node)) return [];
	return node.children.flatMap((child: Nodes) =>
		isElement(child) ? [child, ...listElements(child)] : [],
	);
}

/** Comments and the like, which never come out of us. */
export function listOthers(node: Nodes): string[] {
	const inner = "children" in node ? node.children.flatMap(listOthers) : [];
	return ["root", "element", "text"].includes(node.type)
		? inner
		: [node.type, ...inner];
}

/** HTML as it is when a parser has read it once. */
export function rewriteHtml(html: string): string {
	const root = parseHtml(html);
	return serialize("children" in root ? root.children : []);
}
