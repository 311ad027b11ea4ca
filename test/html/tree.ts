/** What an independent parser makes of our HTML, as plain text to compare: parse5, which follows the HTML standard. */

import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { serialize } from "../../src/html/serialize.ts";
import {
	type Element,
	type ElementContent,
	findElement,
	isElement,
	type Nodes,
} from "../../src/html/tree.ts";

type Parsed = DefaultTreeAdapterTypes.ChildNode;

/** Attributes keep their own names, but for the class, which our trees list. */
function describeAttributes(
	attributes: DefaultTreeAdapterTypes.Element["attrs"],
): Element["properties"] {
	return Object.fromEntries(
		attributes.map(({ name, value }) =>
			name === "class"
				? ["className", value.split(/\s+/)]
				: [name, value === "" && name === "controls" ? true : value],
		),
	);
}

function convert(node: Parsed): ElementContent {
	if (node.nodeName === "#text" && "value" in node)
		return { type: "text", value: node.value };
	if ("tagName" in node)
		return {
			type: "element",
			tagName: node.tagName,
			properties: describeAttributes(node.attrs),
			children: node.childNodes.map(convert),
		};
	return { type: "comment", value: node.nodeName };
}

/** As the body of a page, where a reader puts it. */
export function parseHtml(html: string): Nodes {
	const page = parse(`<!doctype html><body><main>${html}</main>`);
	const root = page.childNodes.filter((node) => "tagName" in node).map(convert);
	const main = findElement(
		{ type: "root", children: root },
		({ tagName }) => tagName === "main",
	);
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
