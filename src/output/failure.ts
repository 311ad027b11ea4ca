/** What the disk's error codes mean to the person who runs the build. */

import { Failure } from "../diagnostics.ts";

const rights = `Give the user who runs the build the right to do so, or choose another "output".`;

/** Error code → the plain reason, and the way out. */
const reasons: Readonly<Record<string, readonly [string, string]>> = {
	ENOSPC: ["the disk is full", "Make room and build again."],
	EDQUOT: ["the disk quota is used up", "Make room and build again."],
	EROFS: [
		"the folder is read-only",
		`Make it writable, or choose another "output".`,
	],
	EACCES: ["permission is denied", rights],
	EPERM: ["permission is denied", rights],
	EBUSY: [
		"another program is using it",
		"Close what has it open and build again.",
	],
	ENOTDIR: [
		"a file stands where a folder is needed",
		`Move that file away, or choose another "output".`,
	],
	ENOENT: ["it, or a folder on the way to it, is gone", "Build again."],
	EISDIR: [
		"a folder stands where a file is needed",
		`Move that folder away, or choose another "output".`,
	],
	EEXIST: [
		"something else stands there",
		`Move it away, or choose another "output".`,
	],
	ELOOP: [
		"its symbolic links lead in a circle",
		"Mend the links and build again.",
	],
	ENAMETOOLONG: [
		"the name is too long for the disk",
		"Give it a shorter name or path.",
	],
	EMFILE: [
		"too many files are open",
		"Close other programs, or raise the limit, and build again.",
	],
	EIO: ["the disk reports a fault", "Check the disk and build again."],
};

/** The error code of a failed system call (example: `ENOENT`), undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
	return error instanceof Error &&
		"syscall" in error &&
		"code" in error &&
		typeof error.code === "string"
		? error.code
		: undefined;
}

/**
 * Does something on the disk.
 * @param shown the file as people know it (example: `dist/rss.xml`).
 * @throws Failure (74, `output-failed`) naming the file and the reason when the disk refuses.
 */
export function onDisk<T>(
	shown: string,
	deed: "read" | "written" | "removed",
	action: () => T,
): T {
	try {
		return action();
	} catch (error) {
		throw explainFailure(shown, deed, error);
	}
}

/** The Failure (74, `output-failed`) for an error of the disk; any other error is given back as it is. */
export function explainFailure(
	shown: string,
	deed: "read" | "written" | "removed",
	error: unknown,
): unknown {
	const code = codeOf(error);
	if (code === undefined) return error;
	const [reason, hint] = reasons[code] ?? [code, "Build again."];
	return new Failure(74, {
		code: "output-failed",
		message: `"${shown}" cannot be ${deed}: ${reason}`,
		hint,
		file: shown,
	});
}

/** Does something whose failing on the disk does not matter; says whether it succeeded. */
export function attempt(action: () => void): boolean {
	try {
		action();
		return true;
	} catch (error) {
		if (codeOf(error) === undefined) throw error;
		return false;
	}
}
