/** Formulas: few readers show MathML, so its TeX stands for it, as code. */

import {
	createElement,
	findElement,
	readAttribute,
	readClasses,
	readText,
} from "../tree.ts";
import type { Rule } from "./rule.ts";

/** A formula becomes its TeX, else its alternative text, else the text in it. */
export const rewriteMath: Rule = (element) => {
	const annotation = findElement(
		element,
		(child) =>
			child.tagName === "annotation" &&
			/(?:^|\W)(?:x-)?(?:la)?tex$/i.test(
				readAttribute(child, "encoding") ?? "",
			),
	);
	const tex = annotation
		? readText(annotation)
		: (readAttribute(element, "alttext") ?? readText(element));
	return tex.trim() === "" ? [] : [createElement("code", {}, tex.trim())];
};

/** KaTeX writes each formula twice: as MathML and, for the eye, as a tower of `span`s. */
export const rewriteSpan: Rule = (element) => {
	if (!readClasses(element).includes("katex")) return [element];
	const code = findElement(element, (child) => child.tagName === "code");
	return code ? [code] : [element];
};
