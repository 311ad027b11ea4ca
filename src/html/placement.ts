/**
 * Puts each element where a parser leaves it. What the rules took away or put in its place can leave a paragraph in a
 * paragraph, or a link in a link; a reader's parser would pull them apart in a way of its own, and the W3C validator
 * (html5lib, strict) calls it no HTML.
 */

import {
	type Element,
	type ElementContent,
	findElement,
	isElement,
	type Root,
} from "./tree.ts";

/** Elements whose beginning ends a paragraph (HTML, "close a p element"). */
const blocks =
	/^(?:address|article|aside|blockquote|d[dlt]|details|div|figcaption|figure|footer|h[1-6]|header|hgroup|hr|li|main|nav|ol|p|pre|section|summary|table|ul)$/;
const tableParts = /^(?:caption|col|colgroup|t(?:body|d|foot|h|head|r))$/;
const headings = /^h[1-6]$/;
/** Elements whose children are of certain kinds only, so that no link may stand between them. */
const structures =
	/^(?:audio|colgroup|details|dl|hgroup|ol|picture|ruby|t(?:able|body|foot|head|r)|ul|video)$/;

interface Surroundings {
	readonly parent: string;
	/** Whether a `li`, or a `dd` or `dt`, would end an earlier one. */
	readonly isInItem: boolean;
	readonly isInTerm: boolean;
}

function enter(tagName: string, around: Surroundings): Surroundings {
	const isSpecial =
		(blocks.test(tagName) || tableParts.test(tagName)) &&
		!/^(?:address|div|p)$/.test(tagName);
	return {
		parent: tagName,
		isInItem: tagName === "li" || (around.isInItem && !isSpecial),
		isInTerm: /^d[dt]$/.test(tagName) || (around.isInTerm && !isSpecial),
	};
}

const isLink = (element: Element) => element.tagName === "a";

/** Gives each run of children without a link of its own a copy of the link that they all stood in. */
function distributeLink(link: Element, within: Element): ElementContent[] {
	const placed: ElementContent[] = [];
	let run: ElementContent[] = [];
	const endRun = () => {
		if (run.some((node) => node.type !== "text" || node.value.trim() !== "")) {
			placed.push({ ...link, children: run });
			const { id: _, ...properties } = link.properties;
			link = { ...link, properties };
		} else placed.push(...run);
		run = [];
	};
	const isStructure = structures.test(within.tagName);
	for (const child of within.children) {
		const isOpened =
			isElement(child) &&
			(isStructure || isLink(child) || findElement(child, isLink));
		if (!isOpened && !isStructure) run.push(child);
		else {
			endRun();
			if (isElement(child) && !isLink(child))
				child.children = distributeLink(link, child);
			placed.push(child);
		}
	}
	endRun();
	return placed;
}

function placeElement(
	element: Element,
	around: Surroundings,
): ElementContent[] {
	const { tagName } = element;
	if (
		(headings.test(tagName) && headings.test(around.parent)) ||
		(/^r[pt]$/.test(tagName) && around.parent !== "ruby")
	)
		return placeAll(element.children, around);
	if (
		(tagName === "li" && around.isInItem) ||
		(/^d[dt]$/.test(tagName) && around.isInTerm)
	)
		element.tagName = "div";
	element.children = placeAll(element.children, enter(element.tagName, around));
	if (tagName === "p") {
		if (isEmpty(element)) return [];
		if (findElement(element, (inner) => blocks.test(inner.tagName)))
			element.tagName = "div";
	}
	if (
		isLink(element) &&
		element.children.length === 0 &&
		!element.properties.id
	)
		return [];
	return isLink(element) && findElement(element, isLink)
		? distributeLink(element, element)
		: [element];
}

function isEmpty({ properties, children }: Element): boolean {
	return (
		Object.keys(properties).length === 0 &&
		children.every((child) => child.type === "text" && !child.value.trim())
	);
}

function placeAll(
	children: readonly Root["children"][number][],
	around: Surroundings,
): ElementContent[] {
	return children.flatMap((child) =>
		isElement(child)
			? placeElement(child, around)
			: child.type === "text"
				? [child]
				: [],
	);
}

/** Changes a tree, which holds nothing but what the allow-list names, so that its HTML is parsed into the same tree. */
export function placeElements(root: Root): void {
	root.children = placeAll(root.children, {
		parent: "",
		isInItem: false,
		isInTerm: false,
	});
}
