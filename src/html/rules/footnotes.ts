/**
 * Footnotes as NetNewsWire and Feedbin show them in pop-ups: `sup > a` with the article's own address and a hash, ids
 * that no other article has, and no heading that the author did not write.
 */

import {
	createElement,
	type Element,
	isElement,
	readAttribute,
	readText,
} from "../tree.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** `1` and `1-2`: the second place that refers to the first note. */
function nameReference(number: string, count: number): string {
	return count === 1 ? number : `${number}-${count}`;
}

function linkTo(context: RuleContext, id: string): string {
	const [page = ""] = context.url.split("#");
	return `${page}#${id}`;
}

/** Tells the link from the text to a note, as the renderer marks it, from other links. */
export function isReference(element: Element): boolean {
	return element.properties.dataFootnoteRef !== undefined;
}

/** The renderer's ids end in `-2`, `-3` … where a note is referred to again. */
export const rewriteReference: Rule = (element, context) => {
	const number = readText(element);
	const target = readAttribute(element, "href") ?? "";
	const id = readAttribute(element, "id") ?? "";
	const again = id.slice(
		target.replace("#user-content-fn-", "user-content-fnref-").length,
	);
	const name = nameReference(number, Number(again.slice(1)) || 1);
	return [
		createElement(
			"a",
			{
				href: linkTo(context, `fn-${number}-${context.idSuffix}`),
				id: `fnref-${name}-${context.idSuffix}`,
			},
			number,
		),
	];
};

function isBackReference(element: Element): boolean {
	return element.properties.dataFootnoteBackref !== undefined;
}

function rewriteBackReferences(
	element: Element,
	number: string,
	context: RuleContext,
	count = { of: 0 },
): void {
	for (const child of element.children) {
		if (!isElement(child)) continue;
		if (isBackReference(child)) {
			count.of++;
			const name = nameReference(number, count.of);
			child.properties = {
				href: linkTo(context, `fnref-${name}-${context.idSuffix}`),
			};
		} else rewriteBackReferences(child, number, context, count);
	}
}

/** Tells the section of notes, as the renderer marks it, from other sections. */
export function isFootnotes(element: Element): boolean {
	return element.properties.dataFootnotes !== undefined;
}

/** The section of notes, whose heading ("Footnotes", whatever the article's language) is the renderer's own. */
export const rewriteFootnotes: Rule = (section, context) => {
	const notes = section.children.filter(isElement);
	const list = notes.find((child) => child.tagName === "ol");
	let number = 0;
	for (const note of list?.children.filter(isElement) ?? []) {
		number++;
		note.properties = { id: `fn-${number}-${context.idSuffix}` };
		rewriteBackReferences(note, String(number), context);
	}
	section.children = section.children.filter(
		(child) => !isElement(child) || child.tagName !== "h2",
	);
	return [section];
};
