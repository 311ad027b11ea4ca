/** `summary` holds a line and no paragraph (https://html.spec.whatwg.org/multipage/interactive-elements.html#the-summary-element). */

import { isElement } from "../tree.ts";
import type { Rule } from "./rule.ts";

/** Takes the paragraph away that Markdown within makes of the line. */
export const rewriteSummary: Rule = (element) => {
	const children = element.children.filter(
		(child) => child.type !== "text" || child.value.trim() !== "",
	);
	const [only] = children;
	if (children.length === 1 && isElement(only) && only.tagName === "p")
		element.children = only.children;
	return [element];
};
