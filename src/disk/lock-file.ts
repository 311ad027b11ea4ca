/** The lock on the disk, beside the configuration: read once, and written whole. */

import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../diagnostics.ts";
import type { LockState } from "../lock/keeper.ts";
import { emptyLock, LOCK_FILE, type LockMode } from "../lock/lock.ts";
import { formatLock, parseLock } from "../lock/lock-text.ts";
import { codeOf } from "../output/failure.ts";
import { showPath } from "../paths.ts";

/** What the command line and the surroundings say of the lock. */
export interface LockWishes {
	/** To create it, and to take for new what is doubtful; `create`: to create it alone. */
	readonly lock: boolean | "create";
	readonly frozen: boolean;
	/** Whether this is a build on a server, which nobody watches and whose files nobody keeps. */
	readonly isCi: boolean;
}

/** The lock as it was found, so that nobody else's changes are written over. */
export interface LockFile {
	readonly state: LockState;
	readonly absolute: string;
	readonly text: string | undefined;
}

function readText(absolute: string, file: string): string | undefined {
	try {
		const bytes = readFileSync(absolute);
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (error) {
		if (codeOf(error) === "ENOENT") return undefined;
		throw new Failure(74, {
			code: "lock-unreadable",
			message: `the lock cannot be read: ${(error as Error).message.split(",")[0]}`,
			hint: "Check that it is a file in UTF-8 and that you may read it. Never delete it: every article would be shown again.",
			file,
		});
	}
}

function chooseMode({ lock, frozen, isCi }: LockWishes): LockMode {
	if (frozen) return "frozen";
	if (lock === true) return "accept";
	return isCi ? "read" : "keep";
}

/**
 * Opens the lock beside a configuration.
 * @param root the configuration's folder, absolute
 * @returns undefined where there is none and none is asked for
 * @throws {Failure} 1 where `--frozen` finds none, 2 where it is broken, 74 where it cannot be read
 */
export function openLockFile(
	root: string,
	workingDirectory: string,
	wishes: LockWishes,
): LockFile | undefined {
	const absolute = join(root, LOCK_FILE);
	const file = showPath(absolute, workingDirectory);
	const text = readText(absolute, file);
	if (text === undefined && wishes.frozen)
		throw new Failure(1, {
			code: "lock-missing",
			message: `--frozen needs the lock ${file}, and there is none`,
			hint: "Run feedwright build --lock, and commit it.",
		});
	if (text === undefined && !wishes.lock) return undefined;
	const lock = text === undefined ? emptyLock : parseLock(text, file);
	return { state: { lock, file, mode: chooseMode(wishes) }, absolute, text };
}

/**
 * Writes a lock, unless another build has written it since it was read.
 * @throws {Failure} 74
 */
export function writeLockFile(
	{ absolute, text, state: { file } }: LockFile,
	lock: LockState["lock"],
): void {
	const next = formatLock(lock);
	const now = readText(absolute, file);
	if (now === next) return;
	if (now !== text)
		throw new Failure(74, {
			code: "lock-changed",
			message: "something else has changed the lock while this build ran",
			hint: "Build again.",
			file,
		});
	const temporary = `${absolute}.${process.pid}.tmp`;
	try {
		writeFileSync(temporary, next);
		renameSync(temporary, absolute);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw new Failure(74, {
			code: "lock-unwritable",
			message: `the lock cannot be written: ${(error as Error).message.split(",")[0]}`,
			hint: "Check that you may write there.",
			file,
		});
	}
}
