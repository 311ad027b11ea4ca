/** Makes the HTML of an article safe and whole in a reader: rules for single elements, then the allow-list. */

import { sanitize } from "hast-util-sanitize";
import { resolveLink } from "../urls.ts";
import { allowList, missed } from "./allow-list.ts";
import { placeElements } from "./placement.ts";
import {
	isFootnotes,
	isReference,
	rewriteFootnotes,
	rewriteReference,
} from "./rules/footnotes.ts";
import {
	isFurniture,
	rewriteCell,
	rewriteHeading,
	rewriteInput,
} from "./rules/furniture.ts";
import { rewriteLink } from "./rules/links.ts";
import { rewriteMath, rewriteSpan } from "./rules/math.ts";
import { rewriteFrame, rewritePlayer, rewriteTrack } from "./rules/media.ts";
import {
	rewriteNoscript,
	rewritePicture,
	rewriteSource,
} from "./rules/pictures.ts";
import type { Rule, RuleContext } from "./rules/rule.ts";
import { rewriteSummary } from "./rules/summaries.ts";
import {
	type Element,
	type ElementContent,
	isElement,
	type Root,
	readAttribute,
} from "./tree.ts";

const rules: ReadonlyMap<string, Rule> = new Map([
	[
		"a",
		(a, context, parent) =>
			isReference(a)
				? rewriteReference(a, context, parent)
				: rewriteLink(a, context, parent),
	],
	["audio", rewritePlayer],
	["h1", rewriteHeading],
	["h2", rewriteHeading],
	["h3", rewriteHeading],
	["h4", rewriteHeading],
	["h5", rewriteHeading],
	["h6", rewriteHeading],
	["iframe", rewriteFrame],
	["img", rewritePicture],
	["input", rewriteInput],
	["math", rewriteMath],
	["noscript", rewriteNoscript],
	[
		"section",
		(section, context, parent) =>
			isFootnotes(section)
				? rewriteFootnotes(section, context, parent)
				: [section],
	],
	["source", rewriteSource],
	["span", rewriteSpan],
	["summary", rewriteSummary],
	["td", rewriteCell],
	["th", rewriteCell],
	["track", rewriteTrack],
	["video", rewritePlayer],
]);

/** Elements that show nothing by themselves. */
const wrappers = new Set(["a", "div", "figure", "p", "picture", "span"]);
const allowed = new Set(allowList.tagNames);

/** Whether nothing is left of what an element held. */
function isEmptied(
	{ tagName, properties, children }: Element,
	wasEmpty: boolean,
): boolean {
	if (wasEmpty || properties.id !== undefined) return false;
	if (!wrappers.has(tagName) && (allowed.has(tagName) || rules.has(tagName)))
		return false;
	return children.every(
		(child) => child.type === "text" && !/[^ \t\r\n\f]/.test(child.value),
	);
}

function rewriteElement(
	element: Element,
	context: RuleContext,
	parent: Element | Root,
): ElementContent[] {
	if (isFurniture(element)) return [];
	const hint = missed.get(element.tagName);
	if (hint !== undefined)
		context.find({
			code: "element-removed",
			wanted: `<${element.tagName}`,
			message: `<${element.tagName}> is left out of the feeds`,
			hint,
		});
	if (allowList.strip?.includes(element.tagName) && element.tagName !== "input")
		return [];
	const wasEmpty = element.children.length === 0;
	element.children = rewriteChildren(element.children, context, element);
	// A blank that kept two words apart stays.
	if (isEmptied(element, wasEmpty)) return element.children.slice(0, 1);
	const cite = readAttribute(element, "cite");
	if (cite !== undefined)
		element.properties.cite = resolveLink(cite, context.url);
	return rules.get(element.tagName)?.(element, context, parent) ?? [element];
}

function rewriteChildren(
	children: readonly (ElementContent | Root["children"][number])[],
	context: RuleContext,
	parent: Element | Root,
): ElementContent[] {
	return children.flatMap((child) =>
		isElement(child)
			? rewriteElement(child, context, parent)
			: child.type === "text"
				? [child]
				: [],
	);
}

/**
 * Cleans a tree as it came from the renderer, which it changes: every address absolute, what cannot work in a reader
 * replaced or gone, of the rest only what the allow-list names, and all of it where a parser leaves it.
 */
export function cleanTree(root: Root, context: RuleContext): Root {
	const children = rewriteChildren(root.children, context, root);
	const safe = sanitize({ type: "root", children }, allowList) as Root;
	placeElements(safe);
	return safe;
}
