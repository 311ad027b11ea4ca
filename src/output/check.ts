/** What is wrong with the paths of a build by themselves: the same result on every system. */

import { showText } from "../characters.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { foldersOf, foldPath, isSafePath } from "./paths.ts";

const otherPath = "Give one of them another path or file name.";

/**
 * Finds paths that lead out of the output folder, and those of which one file would overwrite the other where upper and
 * lower case are the same (macOS, Windows).
 * @returns errors `output-path` and `output-collision`.
 */
export function checkPaths(paths: readonly string[]): Diagnostic[] {
	const found: Diagnostic[] = [];
	const report = (code: string, message: string, hint: string) =>
		found.push({ severity: "error", code, message, hint });
	const files = new Map<string, string>();
	for (const path of paths) {
		if (!isSafePath(path))
			report(
				"output-path",
				`${quote(path)} cannot be a path in the output folder`,
				'Write it without "..", backslashes, line breaks and drive letters, with at most 255 bytes in a name, and not beginning with ".feedwright-".',
			);
		const other = files.get(foldPath(path));
		if (other === path)
			report(
				"output-collision",
				`two files would be written to ${quote(path)}`,
				otherPath,
			);
		else if (other !== undefined)
			report(
				"output-collision",
				`${quote(other)} and ${quote(path)} are one file on macOS and Windows`,
				otherPath,
			);
		else files.set(foldPath(path), path);
	}
	for (const path of paths)
		for (const folder of foldersOf(path)) {
			const file = files.get(foldPath(folder));
			if (file !== undefined)
				report(
					"output-collision",
					`${quote(file)} cannot be a file and a folder: ${quote(path)}`,
					otherPath,
				);
		}
	return found;
}

const quote = (path: string) => `"${showText(path)}"`;
