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

/** What themes make buttons and anchors of; other elements of these classes hold the article's own text. */
const addOns = /^(?:button|div|i|small|span|sup)$/;

/** The signs that themes link a heading to itself with. */
const anchorSigns = new Set(["", "#", "¶", "§", "🔗", "link", "permalink"]);

function isSign(link: Element): boolean {
	return anchorSigns.has(
		readText(link).replaceAll("\u200B", "").trim().toLowerCase(),
	);
}

const isNamedFurniture = (element: Element) =>
	readClasses(element).some((name) => furniture.has(name));

/** Some themes give an anchor's class to the heading itself, or to the link that holds its text: these stay. */
export function isFurniture(element: Element): boolean {
	return (
		isNamedFurniture(element) &&
		(element.tagName === "a" ? isSign(element) : addOns.test(element.tagName))
	);
}

function removeAnchor(
	child: ElementContent,
	heading: Element,
	isWordy: boolean,
	context: RuleContext,
): ElementContent[] {
	if (!isElement(child) || child.tagName !== "a") return [child];
	if (isWordy && isNamedFurniture(child)) return [];
	const [page, fragment] = (readAttribute(child, "href") ?? "").split("#");
	if (fragment === undefined || page !== context.url.split("#")[0])
		return [child];
	if (isSign(child)) return [];
	// A heading that is a link to itself keeps its text.
	const isItself = [heading, child].some(
		({ properties }) => properties.id === fragment,
	);
	return isItself ? child.children : [child];
}

/** A heading without the link to itself that themes put in it. */
export const rewriteHeading: Rule = (element, context) => {
	const isWordy = element.children.some(
		(child) =>
			!(isElement(child) && isNamedFurniture(child)) &&
			readText(child).trim() !== "",
	);
	element.children = element.children.flatMap((child) =>
		removeAnchor(child, element, isWordy, context),
	);
	const last = element.children.at(-1);
	if (last?.type === "text") last.value = last.value.trimEnd();
	return [element];
};

/** The renderer says a column's alignment in `style`, which readers take out; they keep `align`. */
export const rewriteCell: Rule = (element) => {
	const style = readAttribute(element, "style");
	const align = style?.match(
		/(?:^|;)\s*text-align:\s*(left|right|center)\s*(?:;|$)/i,
	);
	if (align) element.properties.align = align[1]?.toLowerCase();
	return [element];
};

/** A task's box is a sign, since no form works in a reader. */
export const rewriteInput: Rule = (element) => {
	if (readAttribute(element, "type")?.toLowerCase() !== "checkbox") return [];
	const { checked } = element.properties;
	const isChecked = checked !== undefined && checked !== false;
	return [{ type: "text", value: isChecked ? "☑" : "☐" }];
};
