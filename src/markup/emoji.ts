/**
 * Emoji by their short codes (`:tada:`). The names are GitHub's own, which Jekyll's jemoji, Hugo and Docusaurus take too;
 * npm `gemoji` is that list as data, without dependencies, and half as large as any other. It is loaded when a text
 * holds what may be a short code, since that takes longer than rendering a hundred articles.
 */

import { createRequire } from "node:module";

let emojiByName: Readonly<Record<string, string>> | undefined;

function findEmoji(name: string): string | undefined {
	emojiByName ??= createRequire(import.meta.url)("gemoji")
		.nameToEmoji as Readonly<Record<string, string>>;
	return Object.hasOwn(emojiByName, name) ? emojiByName[name] : undefined;
}

/** Times (`12:30:45`), addresses and names with colons in them (`a:b:c`) are none. */
const shortCode =
	/(?<![\p{L}\p{N}_:/])(:([a-z0-9_+-]{1,50}):)+(?![\p{L}\p{N}_:/])/gu;

/** Puts emoji in place of the short codes that have one; others stay as they are. */
export function renderEmoji(text: string): string {
	return text.replace(shortCode, (codes) =>
		codes.replace(
			/:([a-z0-9_+-]+):/g,
			(code, name: string) => findEmoji(name) ?? code,
		),
	);
}
