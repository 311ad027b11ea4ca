/**
 * Carries a plan out, in steps between which a build may be killed: whatever stands on the disk then, the list names it
 * with its hash, so that the next build knows it as its own.
 */

import {
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { attempt, codeOf, explainFailure, onDisk } from "./failure.ts";
import { makeFolder, removeIfEmpty } from "./folders.ts";
import { formatList } from "./list.ts";
import { LOCK_NAME } from "./lock.ts";
import { folderOf, LIST_NAME, TEMPORARY_NAME } from "./paths.ts";
import type { Target } from "./standing.ts";
import type { Survey } from "./survey.ts";

/**
 * Writes, replaces and removes what a plan says. Only for the holder of the lock.
 * @param texts the files that this build makes, by path.
 * @throws Failure (74) when the disk refuses; while temporary files are being written no other file has changed.
 */
export async function carryOut(
	{ root, plan, list }: Survey,
	texts: ReadonlyMap<string, string>,
	shown: string,
): Promise<void> {
	const temporary = join(root, TEMPORARY_NAME);
	const stage = onDisk(`${shown}/${TEMPORARY_NAME}`, "written", () => {
		clearTemporary(temporary);
		return mkdtempSync(join(temporary, "new-"));
	});
	try {
		const staged = stageFiles(stage, plan.write, texts, shown);
		const during = formatList(plan.during);
		const after = formatList(plan.after);
		if (during !== list) await replaceList(root, stage, during, shown);
		removeFiles(root, plan.clear, shown);
		removeEmptyFolders(root, [...plan.clear, ...plan.gone]);
		makeFolders(root, plan.write, shown);
		for (const { target, file } of staged)
			await replaceFile(file, join(root, target.at), `${shown}/${target.path}`);
		removeFiles(root, plan.remove, shown);
		removeEmptyFolders(root, plan.remove);
		if (after !== during) await replaceList(root, stage, after, shown);
	} finally {
		attempt(() => rmSync(stage, { recursive: true, force: true }));
	}
}

/** Removes what killed builds left; the lock is another matter. */
function clearTemporary(temporary: string): void {
	for (const name of readdirSync(temporary))
		if (name !== LOCK_NAME)
			attempt(() =>
				rmSync(join(temporary, name), { recursive: true, force: true }),
			);
}

function stageFiles(
	stage: string,
	targets: readonly Target[],
	texts: ReadonlyMap<string, string>,
	shown: string,
) {
	return targets.map((target, index) => {
		const file = join(stage, String(index));
		onDisk(`${shown}/${target.path}`, "written", () =>
			writeFileSync(file, texts.get(target.path) ?? ""),
		);
		return { target, file };
	});
}

async function replaceList(
	root: string,
	stage: string,
	text: string,
	shown: string,
): Promise<void> {
	const file = join(stage, "list");
	const name = `${shown}/${LIST_NAME}`;
	onDisk(name, "written", () => writeFileSync(file, text));
	await replaceFile(file, join(root, LIST_NAME), name);
}

function makeFolders(
	root: string,
	targets: readonly Target[],
	shown: string,
): void {
	const folders = new Map(targets.map(({ path, at }) => [folderOf(at), path]));
	for (const [folder, path] of folders)
		onDisk(`${shown}/${path}`, "written", () => makeFolder(join(root, folder)));
}

/** How often a rename is tried again, a little later each time: about two seconds in all. */
const RETRIES = 20;

/** Puts a finished file in its place. On Windows virus scanners and indexers hold files for moments. */
async function replaceFile(
	from: string,
	to: string,
	shown: string,
): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			return renameSync(from, to);
		} catch (error) {
			const isHeld =
				process.platform === "win32" &&
				["EPERM", "EBUSY", "EACCES"].includes(codeOf(error) ?? "");
			if (!isHeld || tries > RETRIES)
				throw explainFailure(shown, "written", error);
		}
		await new Promise((resolve) => setTimeout(resolve, tries * 10));
	}
}

function removeFiles(
	root: string,
	targets: readonly Target[],
	shown: string,
): void {
	for (const { path, at } of targets)
		onDisk(`${shown}/${path}`, "removed", () =>
			rmSync(join(root, at), { force: true }),
		);
}

/** Removes the folders that removed files leave empty, from the innermost outwards; never the output folder itself. */
function removeEmptyFolders(root: string, gone: readonly Target[]): void {
	const folders = new Set(gone.map(({ at }) => folderOf(at)));
	for (let folder of folders)
		while (folder !== "" && removeIfEmpty(join(root, folder)))
			folder = folderOf(folder);
}
