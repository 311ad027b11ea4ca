/** Small questions to an HTML tree (hast, https://github.com/syntax-tree/hast). */

import type { Element, ElementContent, Nodes, Root, RootContent } from "hast";

export type { Element, ElementContent, Nodes, Root, RootContent };

/** Tells elements from text, comments and nothing. */
export function isElement(node: Nodes | undefined): node is Element {
	return node?.type === "element";
}

/** An attribute as text; undefined where it is absent or has no value. */
export function readAttribute(
	element: Element,
	name: string,
): string | undefined {
	const value = element.properties[name];
	return typeof value === "string" || typeof value === "number"
		? String(value)
		: undefined;
}

/** The names in an element's `class`. */
export function readClasses(element: Element): string[] {
	const value = element.properties.className;
	return Array.isArray(value) ? value.map(String) : [];
}

/** Makes an element; text among its children is given as it is. */
export function createElement(
	tagName: string,
	properties: Element["properties"],
	...children: (ElementContent | string)[]
): Element {
	return {
		type: "element",
		tagName,
		properties,
		children: children.map((child) =>
			typeof child === "string" ? { type: "text", value: child } : child,
		),
	};
}

/** Finds the first element below a node for which the question is answered with yes. */
export function findElement(
	node: Nodes,
	isWanted: (element: Element) => boolean,
): Element | undefined {
	if (!("children" in node)) return undefined;
	for (const child of node.children) {
		if (!isElement(child)) continue;
		const found = isWanted(child) ? child : findElement(child, isWanted);
		if (found) return found;
	}
	return undefined;
}

/** All text below a node, as the DOM's `textContent`. */
export function readText(node: Nodes): string {
	if (node.type === "text") return node.value;
	if (!("children" in node)) return "";
	return node.children.map(readText).join("");
}
