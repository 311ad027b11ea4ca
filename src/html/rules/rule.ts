/** The shape that all rules share: what becomes of one kind of element before the allow-list decides what stays. */

import type { Dialect } from "../../dialects/dialect.ts";
import type { Element, ElementContent, Root } from "../tree.ts";

/** Something of the author's that a reader will not see as it was written. */
export interface Finding {
	readonly code: string;
	/** What to look for in the source, to say where it stands. */
	readonly wanted: string;
	readonly message: string;
	readonly hint: string;
	/** Whether nothing is wrong, and one message is enough for all of an article's. */
	readonly isInfo?: boolean;
}

export type PictureReader = Pick<Dialect, "readBodyPicture" | "title">;

/** What rules know of the article, and whom they tell. */
export interface RuleContext {
	/** The article's own address, which relative ones and `#` resolve against. */
	readonly url: string;
	/** Ends the ids of footnotes, so that two articles on one page do not share any. */
	readonly idSuffix: string;
	/** Gives the address of another article by its source file. */
	readonly findArticle: (reference: string) => string | undefined;
	/** The generator's, which knows what its build makes of pictures. */
	readonly dialect?: PictureReader | undefined;
	readonly find: (finding: Finding) => void;
}

/** Gives what stands in an element's place; its children have been through their rules. */
export type Rule = (
	element: Element,
	context: RuleContext,
	parent: Element | Root,
) => ElementContent[];
