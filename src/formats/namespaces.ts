/** Namespaces are declared where they are used, and only there (W3C MissingNamespace, UnknownNamespace). */

import type { Extension } from "../extensions/extension.ts";
import { extensions } from "../extensions/extensions.ts";
import type { RenderedEntry } from "./format.ts";

export interface Added {
	readonly elements: readonly string[];
	/** The prefixes of those that added some. */
	readonly prefixes: readonly string[];
}

/** Asks every extension for its elements. */
export function collectElements(
	ask: (extension: Extension) => readonly string[] | undefined,
): Added {
	const elements: string[] = [];
	const prefixes: string[] = [];
	for (const extension of extensions) {
		const added = (ask(extension) ?? []).filter((element) => element !== "");
		if (added.length === 0) continue;
		elements.push(...added);
		prefixes.push(extension.prefix);
	}
	return { elements, prefixes };
}

/**
 * Gives the attributes that declare the prefixes of a document, in an order of their own.
 * @param ofHead the prefixes that its head uses
 * @param own the prefixes of a format that no extension stands for
 */
export function declareNamespaces(
	ofHead: readonly string[],
	entries: readonly RenderedEntry[],
	own: Readonly<Record<string, string>>,
): Record<string, string> {
	const prefixes = new Set(ofHead);
	for (const entry of entries)
		for (const prefix of entry.prefixes) prefixes.add(prefix);
	const known = [
		...Object.entries(own),
		...extensions.map(({ prefix, uri }) => [prefix, uri] as const),
	];
	return Object.fromEntries(
		known
			.filter(([prefix]) => prefixes.has(prefix))
			.map(([prefix, uri]) => [`xmlns:${prefix}`, uri]),
	);
}
