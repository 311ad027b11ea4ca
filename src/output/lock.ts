/**
 * One build at a time in an output folder. The lock is a folder with one empty file whose name says who holds it, so
 * that it comes into being whole (a folder is renamed to it) and passes from a dead holder to exactly one of those who
 * wait (the file is renamed from the dead one's name, which only one of them can do).
 */

import { randomBytes } from "node:crypto";
import {
	existsSync,
	lstatSync,
	readdirSync,
	renameSync,
	rmSync,
	unlinkSync,
	writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { Failure, type Report } from "../diagnostics.ts";
import { attempt, codeOf, onDisk } from "./failure.ts";
import { makeFolder, removeIfEmpty } from "./folders.ts";
import { TEMPORARY_NAME } from "./paths.ts";

/** The lock in the folder of temporary files. */
export const LOCK_NAME = "lock";

const POLL = 50;
const TELL_AFTER = 1000;
const GIVE_UP_AFTER = 10 * 60_000;
/** A process of another machine cannot be asked whether it lives. */
const FOREIGN_LIFE = 60_000;

interface Holder {
	/** `<process>@<host>@<milliseconds since 1970>@<random>` */
	readonly name: string;
	readonly pid: number;
	readonly host: string;
	readonly since: number;
}

const here =
	hostname()
		.replace(/[^\w.-]/g, "_")
		.slice(0, 100) || "_";

/** The locks that this process holds, to tell them from those of an earlier process with the same number. */
const held = new Set<string>();

const nameHolder = () =>
	`${process.pid}@${here}@${Date.now()}@${randomBytes(8).toString("hex")}`;

function parseHolder(name: string): Holder | undefined {
	const [, pid, host, since] =
		/^([1-9]\d{0,8})@([\w.-]{1,100})@(\d{1,15})@[0-9a-f]{16}$/.exec(name) ?? [];
	if (pid === undefined || host === undefined) return undefined;
	return { name, pid: Number(pid), host, since: Number(since) };
}

function isGone({ name, pid, host, since }: Holder): boolean {
	if (host !== here) return Date.now() - since > FOREIGN_LIFE;
	if (pid === process.pid) return !held.has(name);
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return codeOf(error) === "ESRCH";
	}
}

/**
 * Does something while no other build writes to the output folder, which is made if it is not there. Waits for another
 * build (telling so after a second, `output-waiting`), and takes over from one whose process is gone, or that another
 * machine left more than a minute ago.
 * @param folder the output folder, absolute; shown: its name in messages.
 * @throws Failure (74, `output-locked`) after ten minutes, or `output-failed` when the disk refuses.
 */
export async function withLock<T>(
	folder: string,
	shown: string,
	report: Report,
	work: () => Promise<T>,
): Promise<T> {
	const temporary = join(folder, TEMPORARY_NAME);
	const name = await takeLock(temporary, shown, report);
	try {
		return await work();
	} finally {
		releaseLock(temporary, name);
	}
}

async function takeLock(
	temporary: string,
	shown: string,
	report: Report,
): Promise<string> {
	const start = performance.now();
	for (let isTold = false; ; ) {
		const name = nameHolder();
		held.add(name);
		const holder = onDisk(shown, "written", () => tryLock(temporary, name));
		if (holder?.name === name) return name;
		held.delete(name);
		const waited = performance.now() - start;
		const who = holder ? ` (process ${holder.pid} on ${holder.host})` : "";
		if (waited >= GIVE_UP_AFTER) throw giveUp(shown, who);
		if (waited >= TELL_AFTER && !isTold) {
			isTold = true;
			report({
				severity: "info",
				code: "output-waiting",
				message: `another build is writing to "${shown}"${who}`,
				hint: "This one goes on when that one is done.",
			});
		}
		await new Promise((resolve) => setTimeout(resolve, POLL));
	}
}

function giveUp(shown: string, who: string): Failure {
	const lock = `${shown}/${TEMPORARY_NAME}/${LOCK_NAME}`;
	return new Failure(74, {
		code: "output-locked",
		message: `another build has held "${lock}" for ten minutes${who}`,
		hint: `If no build is running, remove "${lock}" and build again.`,
		file: lock,
	});
}

/**
 * Tries once to become the holder.
 * @returns who holds the lock now, undefined when that changed in between.
 */
function tryLock(temporary: string, name: string): Holder | undefined {
	const lock = join(temporary, LOCK_NAME);
	const holders = readHolders(lock);
	const alive = holders.find((holder) => !isGone(holder));
	if (alive !== undefined) return alive;
	const [gone, ...others] = holders;
	for (const other of others) removeStray(join(lock, other.name));
	if (gone !== undefined) tryRename(join(lock, gone.name), join(lock, name));
	else bringLock(temporary, lock, name);
	return existsSync(join(lock, name)) ? parseHolder(name) : undefined;
}

function readHolders(lock: string): Holder[] {
	try {
		if (!lstatSync(lock).isDirectory()) {
			unlinkSync(lock);
			return [];
		}
		return readdirSync(lock)
			.sort()
			.flatMap((name) => parseHolder(name) ?? removeStray(join(lock, name)));
	} catch (error) {
		if (codeOf(error) === "ENOENT") return [];
		throw error;
	}
}

function removeStray(path: string): [] {
	rmSync(path, { recursive: true, force: true });
	return [];
}

/** Makes the lock, with its holder in it, beside its place and renames it there, which fails when there is one. */
function bringLock(temporary: string, lock: string, name: string): void {
	const fresh = join(temporary, name);
	try {
		makeFolder(fresh);
		writeFileSync(join(fresh, name), "");
		// What a killed build may have left; Windows renames nothing to a folder that is there. Fails unless it is empty.
		removeIfEmpty(lock);
		tryRename(fresh, lock);
	} catch (error) {
		// The other build is done and has removed the folder of temporary files.
		if (codeOf(error) !== "ENOENT") throw error;
	} finally {
		attempt(() => rmSync(fresh, { recursive: true, force: true }));
		removeIfEmpty(temporary);
	}
}

/** Renames unless another build was faster. */
function tryRename(from: string, to: string): void {
	const faster = ["ENOENT", "ENOTEMPTY", "EEXIST"];
	if (process.platform === "win32") faster.push("EPERM", "EACCES", "EBUSY");
	try {
		renameSync(from, to);
	} catch (error) {
		if (!faster.includes(codeOf(error) ?? "")) throw error;
	}
}

/** Gives the lock back and removes the folder of temporary files, unless another build is there already. */
function releaseLock(temporary: string, name: string): void {
	const lock = join(temporary, LOCK_NAME);
	held.delete(name);
	attempt(() => unlinkSync(join(lock, name)));
	removeIfEmpty(lock);
	removeIfEmpty(temporary);
}
