/** Paths as messages and feeds name them: with `/`, whatever the system writes. */

import { relative, sep } from "node:path";

/** Writes a path with `/`. */
export function slashPath(path: string): string {
	return sep === "/" ? path : path.split(sep).join("/");
}

/** Names a path as messages do: relative to the working directory, with `/`. */
export function showPath(path: string, workingDirectory: string): string {
	return slashPath(relative(workingDirectory, path)) || ".";
}

/**
 * Parts a glob where its signs begin: `posts/*.md` is searched for in `posts`, a pattern without signs has no rest.
 * @returns paths as they are written, with `/`
 */
export function splitGlob(pattern: string): { base: string; rest?: string } {
	const parts = slashPath(pattern).split("/");
	const at = parts.findIndex((part) => /[*?[\]{}()!]/.test(part));
	if (at < 0) return { base: pattern };
	return {
		base: parts.slice(0, at).join("/") || ".",
		rest: parts.slice(at).join("/"),
	};
}
