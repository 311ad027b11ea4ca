/** Finds the languages of a site by its folders, where it says them in code alone (examples: `docs/fr`, `content/pt-br`). */

import { normalizeLanguage } from "../languages.ts";
import type { FolderView } from "./dialect.ts";

/** Three letters are a language less often than a folder's name: `api`, `cli`, `dev`. */
const form = /^[a-z]{2}(?:-[a-z]{2}|-[a-z]{4})?$/i;

/**
 * Lists the languages that folders are called by. Such a folder holds what another one holds too: `docs/fr/blog` beside
 * `docs/blog` or `docs/en/blog`.
 * @param roots folders of content, of which each may have its own
 */
export function listLanguages(
	{ list }: FolderView,
	roots: readonly string[],
): string[] {
	const found = roots.flatMap((root) => {
		const names = list(root);
		const named = names
			.filter((name) => name.endsWith("/"))
			.map((name) => name.slice(0, -1))
			.filter((name) => form.test(name) && normalizeLanguage(name));
		const inside = new Map(
			named.map((name) => [name, list(`${root}/${name}`)]),
		);
		return named.filter((language) =>
			inside
				.get(language)
				?.some(
					(name) =>
						names.includes(name) ||
						named.some(
							(other) =>
								other !== language && inside.get(other)?.includes(name),
						),
				),
		);
	});
	return [...new Set(found)];
}

/** `hello.fr.md` and `index.pt-br.mdx` */
const suffixed =
	/^(.+)\.([a-z]{2}(?:-[a-z]{2}|-[a-z]{4})?)\.(?:md|mdx|markdown)$/i;

/** Folders that are looked into: a site that writes so does it from its first articles on. */
const maxFolders = 100;

/** Lists the languages that end the names of files which stand beside one without: `hello.fr.md` beside `hello.md`. */
export function listSuffixes({ list }: FolderView): string[] {
	const names = list(".");
	const folders = names.filter((name) => name.endsWith("/"));
	const inside = folders.slice(0, maxFolders).map((folder) => list(folder));
	const found = [names, ...inside].flatMap((each) => {
		const stems = new Set(each.map((name) => name.replace(/\.[^.]*$/, "")));
		return each.flatMap((name) => {
			const [, stem = "", tag = ""] = suffixed.exec(name) ?? [];
			return stems.has(stem) && normalizeLanguage(tag) ? [tag] : [];
		});
	});
	return [...new Set(found)];
}
