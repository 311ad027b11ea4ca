/** What the place of an article's file says of it: where it stands in the site's content, its name and its language. */

import type { Dialect, SourcePath } from "./dialects/dialect.ts";

/** An article's file. */
export interface Source {
	/** For messages. */
	readonly file: string;
	/** Relative to the articles' folder, with `/`. */
	readonly path: string;
	/** Relative to the folder that the site's generator works in, with `/`; the same as `path` where there is none. */
	readonly place?: string | undefined;
}

interface Below {
	readonly above: readonly string[];
	readonly root?: string | undefined;
	readonly parts: readonly string[];
	/** That the root's own folders name. */
	readonly language?: string | undefined;
}

/** Where a folder is found in a path, and what is below it. */
function findBelow(
	parts: readonly string[],
	root: string,
	deepest = parts.length,
): Below | undefined {
	if (root === ".") return { root, parts, above: [] };
	const wanted = root.split("/");
	const isLanguage = (part: string) => part === ":lang";
	const fits = (part: string, name = "") =>
		isLanguage(part) || (part === "_*" ? name.startsWith("_") : part === name);
	for (let at = 0; at <= deepest && at + wanted.length < parts.length; at++)
		if (wanted.every((part, i) => fits(part, parts[at + i]))) {
			const language = parts[at + wanted.findIndex(isLanguage)];
			return {
				root: root === "_*" ? parts[at] : root,
				above: parts.slice(0, at),
				parts: parts.slice(at + wanted.length),
				language: wanted.some(isLanguage) ? language : undefined,
			};
		}
	return undefined;
}

/** `index.fr` and `hello.pt-br`; two letters may be a language without having been declared. */
const suffix = /^(.+)\.([a-z]{2,3}(?:-[a-z0-9]{2,8})*)$/i;

function splitLanguage(
	name: string,
	languages: readonly string[],
): { name: string; language?: string } {
	const [, rest, tag] = suffix.exec(name) ?? [];
	if (rest === undefined || tag === undefined) return { name };
	const isDeclared = languages.some(
		(each) => each.toLowerCase() === tag.toLowerCase(),
	);
	return isDeclared ? { name: rest, language: tag } : { name };
}

/**
 * Reads where a file lies.
 * @param place its path below the folder that the site's generator works in, with `/`
 * @param path its path below the articles' folder, which is the content's root where the dialect finds no other
 */
export function readSourcePath(
	place: string,
	path: string,
	{ roots, indexes }: Pick<Dialect, "roots" | "indexes">,
	languages: readonly string[],
): SourcePath {
	const parts = place.split("/");
	// At the start first: `posts/docs/a.md` is no page of `docs`.
	const below = [
		...roots.map((root) =>
			root === "." ? undefined : findBelow(parts, root, 0),
		),
		...roots.map((root) => findBelow(parts, root)),
	].find((found) => found !== undefined) ?? {
		parts: path.split("/"),
		above: [],
	};
	const folders = below.parts.slice(0, -1);
	const fileName = below.parts.at(-1) ?? "";
	const ending = fileName.lastIndexOf(".");
	const stem = ending > 0 ? fileName.slice(0, ending) : fileName;
	const { name: own, language: ofName } = splitLanguage(stem, languages);
	const name = indexes.includes(own) ? (folders.pop() ?? own) : own;
	const [first = ""] = folders;
	const isLanguage = languages.includes(first);
	return {
		folders: isLanguage ? folders.slice(1) : folders,
		name,
		fileName,
		language: ofName ?? below.language ?? (isLanguage ? first : undefined),
		root: below.root,
		above: below.above,
	};
}
