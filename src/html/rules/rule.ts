/** The shape that all rules share: what becomes of one kind of element before the allow-list decides what stays. */

import { takeGraphemes } from "../../characters.ts";
import type { Element, ElementContent, Root } from "../tree.ts";

/** Something of the author's that a reader will not see as it was written. */
export interface Finding {
	readonly code: string;
	/** What to look for in the source, to say where it stands. */
	readonly wanted: string;
	readonly message: string;
	readonly hint: string;
}

export interface RuleContext {
	/** The article's own address, which relative ones and `#` resolve against. */
	readonly url: string;
	/** Ends the ids of footnotes, so that two articles on one page do not share any. */
	readonly idSuffix: string;
	readonly find: (finding: Finding) => void;
}

/** A value as a message shows it: on one line, and cut. */
export function quoteShort(value: string): string {
	const line = value.replace(/\s+/g, " ").trim();
	const short = takeGraphemes(line.slice(0, 1000), 60);
	return short === line ? line : `${short}…`;
}

/** Gives what stands in an element's place; its children have been through their rules. */
export type Rule = (
	element: Element,
	context: RuleContext,
	parent: Element | Root,
) => ElementContent[];
