/** What a page adds round its text and a reader needs not: anchors at headings, buttons, layout in styles. */

import { furniture } from "../allow-list.ts";
import {
	type Element,
	type ElementContent,
	isElement,
	readAttribute,
	readClasses,
	readText,
} from "../tree.ts";
import type { Rule, RuleContext } from "./rule.ts";

export function isFurniture(element: Element): boolean {
	return readClasses(element).some((name) => furniture.has(name));
}

/** The signs that themes link a heading to itself with. */
const anchorSigns = new Set(["", "#", "¶", "§", "🔗", "link", "permalink"]);

function removeAnchor(
	child: ElementContent,
	context: RuleContext,
): ElementContent[] {
	if (!isElement(child) || child.tagName !== "a") return [child];
	const href = readAttribute(child, "href") ?? "";
	if (!href.startsWith(`${context.url.split("#")[0]}#`)) return [child];
	// A heading that is a link to itself keeps its text.
	return anchorSigns.has(readText(child).trim().toLowerCase())
		? []
		: child.children;
}

export const rewriteHeading: Rule = (element, context) => {
	element.children = element.children.flatMap((child) =>
		removeAnchor(child, context),
	);
	const last = element.children.at(-1);
	if (last?.type === "text") last.value = last.value.trimEnd();
	return [element];
};

/** The renderer says a column's alignment in `style`, which readers take out; they keep `align`. */
export const rewriteCell: Rule = (element) => {
	const style = readAttribute(element, "style");
	const align = style?.match(/^\s*text-align:\s*(left|right|center)\s*;?\s*$/);
	if (align) element.properties.align = align[1];
	return [element];
};

/** A task's box is a sign, since no form works in a reader. */
export const rewriteInput: Rule = (element) => {
	if (readAttribute(element, "type") !== "checkbox") return [];
	const { checked } = element.properties;
	const isChecked = checked !== undefined && checked !== false;
	return [{ type: "text", value: isChecked ? "☑" : "☐" }];
};
