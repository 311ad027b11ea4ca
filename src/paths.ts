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
