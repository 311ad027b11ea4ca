/** What is wrong in the output folder, in words. */

import type { Diagnostic } from "../diagnostics.ts";
import type { Standing } from "./standing.ts";

interface Shown {
	/** The output folder's name in messages (example: `dist`). */
	readonly shown: string;
}

/** Finds two paths that are one file because a link inside the output folder leads from one folder to the other. */
export function findCollisions(
	places: readonly { path: string; standing: Standing }[],
	{ shown }: Shown,
): Diagnostic[] {
	const byTarget = new Map<string, string>();
	return places.flatMap(({ path, standing }) => {
		if (standing.kind === "blocked") return [];
		const other = byTarget.get(standing.at);
		byTarget.set(standing.at, path);
		if (other === undefined) return [];
		return {
			severity: "error",
			code: "output-collision",
			message: `"${shown}/${other}" and "${shown}/${path}" are one file because of a symbolic link`,
			hint: "Remove the link, or give one of them another path.",
			file: `${shown}/${path}`,
		};
	});
}

/** A file that this build makes has been changed by something else. */
export const leaveNew = (path: string, { shown }: Shown): Diagnostic => ({
	severity: "warning",
	code: "output-changed",
	message: `"${shown}/${path}" is no longer as feedwright wrote it and is left alone`,
	hint: "Something else changed it. Undo that, or write over it with --force.",
	file: `${shown}/${path}`,
});

/** A file that an earlier build made has been changed by something else. */
export const leaveOld = (path: string, { shown }: Shown): Diagnostic => ({
	severity: "warning",
	code: "output-changed",
	message: `"${shown}/${path}" is no longer made, but is not as feedwright wrote it and is left alone`,
	hint: "Something else changed it. Remove it yourself, or with --force.",
	file: `${shown}/${path}`,
});

/** What stands where a file should go is not feedwright's. */
export function refuse(
	path: string,
	standing: Standing,
	{ shown }: Shown,
): Diagnostic {
	const file =
		standing.kind === "blocked"
			? `${shown}/${standing.by}`
			: `${shown}/${path}`;
	const canForce = standing.kind === "file" || standing.kind === "link";
	return {
		severity: "error",
		code: "output-foreign",
		message: `"${file}" ${describe(standing)}`,
		hint: canForce
			? 'Move it away, choose another "output" or path, or write over it with --force.'
			: 'Move it away, or choose another "output" or path.',
		file,
	};
}

function describe(standing: Standing): string {
	switch (standing.kind) {
		case "file":
			return "stands where a feed should go and was not written by feedwright";
		case "blocked":
			return standing.because === "link"
				? "is a symbolic link that leads out of the output folder, where a folder for a feed should be"
				: "is a file where a folder for a feed should be";
		case "link":
			return "is a symbolic link that stands where a feed should go";
		case "folder":
			return "is a folder that stands where a feed should go";
		default:
			return "is no ordinary file and stands where a feed should go";
	}
}
