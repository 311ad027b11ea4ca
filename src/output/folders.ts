/** Making folders, and removing those that are empty, by the disk's own reasons. */

import { mkdirSync, rmdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./failure.ts";

const isFolder = (path: string) =>
	statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Makes a folder and those on the way that are not there.
 * Not by mkdir's `recursive`, which says ENOENT for a disk that is read-only.
 */
export function makeFolder(path: string): void {
	if (isFolder(path)) return;
	const parent = dirname(path);
	if (parent !== path) makeFolder(parent);
	try {
		mkdirSync(path);
	} catch (error) {
		// Another build may have made it in between.
		if (codeOf(error) !== "EEXIST" || !isFolder(path)) throw error;
	}
}

/** Removes a folder if it is empty; says whether it is gone. */
export function removeIfEmpty(path: string): boolean {
	try {
		rmdirSync(path);
		return true;
	} catch (error) {
		if (codeOf(error) === undefined) throw error;
		return codeOf(error) === "ENOENT";
	}
}
