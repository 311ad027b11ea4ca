/** Plain text taken from an article's HTML tree: for summaries, and for the titles of notes that have none. */

import { toPlainLine } from "../characters.ts";
import { isElement, type Nodes, type Root } from "./tree.ts";

/** Elements whose text begins on a line of its own. */
const blocks =
	/^(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|summary|table|td|th|tr|ul)$/;

/** How ruby is read aloud would stand behind each word a second time; the numbers of footnotes are no words. */
function isAside(node: Nodes): boolean {
	if (!isElement(node)) return false;
	const { tagName, children } = node;
	if (tagName === "rt" || tagName === "rp") return true;
	const [first] = children;
	return (
		tagName === "sup" &&
		isElement(first) &&
		String(first.properties.id ?? "").startsWith("fnref-")
	);
}

function collectText(node: Nodes): string {
	if (node.type === "text") return node.value;
	if (!("children" in node) || isAside(node)) return "";
	const text = node.children.map(collectText).join("");
	return isElement(node) && blocks.test(node.tagName) ? ` ${text} ` : text;
}

/**
 * A line end between two signs of a script without blanks: where an author broke the line, no word ends.
 */
const wideBreak =
	/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF])[ \t]*\n[ \t]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF])/gu;

/** The text of a tree on one line, as somebody would read it out: without ruby and the numbers of footnotes. */
export function readPlainText(node: Nodes): string {
	return toPlainLine(collectText(node).replace(wideBreak, ""));
}

const wrappers = new Set(["article", "div", "main", "section"]);

function findParagraph(node: Nodes): string {
	if (!("children" in node)) return "";
	for (const child of node.children) {
		if (!isElement(child)) continue;
		const text =
			child.tagName === "p"
				? readPlainText(child)
				: wrappers.has(child.tagName)
					? findParagraph(child)
					: "";
		if (text !== "") return text;
	}
	return "";
}

/** The first paragraph that holds text; where there is none, all the text that there is. */
export function readFirstParagraph(root: Root): string {
	return findParagraph(root) || readPlainText(root);
}
