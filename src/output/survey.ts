/** Reads what stands in the output folder and lets a plan be made of it, changing nothing. */

import { readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, Failure } from "../diagnostics.ts";
import { codeOf, onDisk } from "./failure.ts";
import { formatList, parseList } from "./list.ts";
import { LIST_NAME, TEMPORARY_NAME } from "./paths.ts";
import { type Made, type Plan, type PlanOptions, planOutput } from "./plan.ts";
import { createLook, type Hashes, statPath } from "./standing.ts";

/** What a build would do to the output folder as it is now. */
export interface Survey {
	/** The real path of the output folder. */
	readonly root: string;
	/** The text of the list as it stands on the disk, `""` when there is none. */
	readonly list: string;
	readonly plan: Plan;
	/** Whether another build is writing, or was killed while it did. */
	readonly isUnderWay: boolean;
}

/** Enough for 150,000 files; what is longer was not written by feedwright. */
const LONGEST_LIST = 1n << 24n;

/**
 * Plans a build.
 * @param folder the output folder, absolute; it may be a symbolic link, and need not exist.
 * @param hashes what earlier surveys of this run have read.
 * @throws Failure (74) when the disk refuses or the output folder is no folder.
 */
export function surveyOutput(
	folder: string,
	made: readonly Made[],
	options: PlanOptions,
	hashes: Hashes,
): Survey {
	const { shown } = options;
	const root = findRoot(folder, shown);
	const { list, diagnostics } = readList(root, shown);
	const look = createLook(root, shown, hashes);
	const plan = planOutput(made, parseList(list), look, options);
	// A build that began after the list was read has replaced files; the plan is then made again under the lock.
	const isUnderWay =
		statPath(join(root, TEMPORARY_NAME), shown)?.isDirectory() ||
		readList(root, shown).list !== list;
	return {
		root,
		list,
		plan: {
			...plan,
			diagnostics: [
				...diagnostics,
				...checkTemporary(root, shown),
				...plan.diagnostics,
			],
		},
		isUnderWay,
	};
}

/** Whether the output folder is already as this build would make it. */
export const isUpToDate = ({ plan, list }: Survey): boolean =>
	plan.write.length === 0 &&
	plan.remove.length === 0 &&
	formatList(plan.after) === list;

function findRoot(folder: string, shown: string): string {
	try {
		if (statSync(folder).isDirectory()) return realpathSync(folder);
	} catch (error) {
		if (codeOf(error) !== "ENOENT")
			return onDisk(shown, "read", () => {
				throw error;
			});
		const isDangling = statPath(folder, shown) !== undefined;
		if (!isDangling) return folder;
		throw noFolder(shown, "a symbolic link that leads nowhere");
	}
	throw noFolder(shown, "not a folder");
}

const noFolder = (shown: string, what: string) =>
	new Failure(74, {
		code: "output-failed",
		message: `"${shown}" is ${what}, so nothing can be written there`,
		hint: 'Move it away, or choose another "output".',
		file: shown,
	});

function readList(
	root: string,
	shown: string,
): { list: string; diagnostics: Diagnostic[] } {
	const path = join(root, LIST_NAME);
	const file = `${shown}/${LIST_NAME}`;
	const stats = statPath(path, file);
	if (stats === undefined) return { list: "", diagnostics: [] };
	if (!stats.isFile())
		return { list: "", diagnostics: [refuse(file, "an ordinary file")] };
	if (stats.size > LONGEST_LIST)
		return { list: "", diagnostics: [ignoreList(file)] };
	const list = onDisk(file, "read", () => readFileSync(path, "utf8"));
	return { list, diagnostics: [] };
}

function checkTemporary(root: string, shown: string): Diagnostic[] {
	const file = `${shown}/${TEMPORARY_NAME}`;
	const stats = statPath(join(root, TEMPORARY_NAME), file);
	return stats === undefined || stats.isDirectory()
		? []
		: [refuse(file, "a folder")];
}

const refuse = (file: string, what: string): Diagnostic => ({
	severity: "error",
	code: "output-foreign",
	message: `"${file}" is not ${what}, so feedwright did not write it`,
	hint: "Move it away and build again.",
	file,
});

const ignoreList = (file: string): Diagnostic => ({
	severity: "warning",
	code: "output-list",
	message: `"${file}" is too large to be feedwright's list and is not read`,
	hint: "It is replaced by a new list of the files that are written now.",
	file,
});
