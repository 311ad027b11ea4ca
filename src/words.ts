/** Words that an article is filed under: a list, or a line of them. */

import { comma, showText } from "./characters.ts";
import {
	type Field,
	findPart,
	foldCase,
	isMap,
	listItems,
	readText,
} from "./fields.ts";
import type { Value } from "./front-matter/front-matter.ts";

/** A tag may be a group of keys (`{ label: News, permalink: /news }`). */
function findLabel(field: Field): Field {
	if (!isMap(field.value)) return field;
	const parts = ["label", "name", "title"].map((key) => findPart(field, key));
	return parts.find((part) => part !== undefined) ?? field;
}

/** Reads a list of words, or words in one line, each once; of lists in a list the words count. */
export function readWords(
	field: Field | undefined,
	separators: readonly RegExp[] = [comma],
): string[] {
	if (field === undefined) return [];
	const { value } = field;
	const found = new Map<string, string>();
	const add = (word: string) => {
		const folded = foldCase(word);
		if (word !== "" && !found.has(folded)) found.set(folded, word);
	};
	// Most lists are like this one: [news, release].
	if (Array.isArray(value) && value.every(isPlainWord)) value.forEach(add);
	else
		for (const item of listItems(field).flatMap(listItems))
			for (const word of readItem(item, typeof value === "string", separators))
				add(word.trim());
	return [...found.values()];
}

function isPlainWord(value: Value): value is string {
	return typeof value === "string" && /^[\w-]+$/.test(value);
}

function readItem(
	item: Field,
	isLine: boolean,
	separators: readonly RegExp[],
): string[] {
	const text = readText(findLabel(item));
	if (text === undefined) return [];
	if (isLine) return splitLine(text, separators);
	if (text.includes(","))
		item.complain({
			severity: "warning",
			code: "tag-comma",
			problem: `holds a comma: ${showText(text)}`,
			hint: "Some readers split tags at commas: write two tags, or leave the comma out.",
		});
	return [text];
}

function splitLine(text: string, separators: readonly RegExp[]): string[] {
	const separator = separators.find((each) => each.test(text));
	return separator === undefined ? [text] : text.split(separator);
}
