import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Failure } from "../../src/diagnostics.ts";
import {
	type LockFile,
	type LockWishes,
	openLockFile,
	writeLockFile,
} from "../../src/disk/lock-file.ts";
import { emptyLock, type Lock } from "../../src/lock/lock.ts";
import { formatLock } from "../../src/lock/lock-text.ts";
import { createEntry } from "../lock/locks.ts";

let root = "";
let file = "";

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "lock-"));
	file = join(root, "feeds.lock.json");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = (wishes: Partial<LockWishes> = {}, folder = root) =>
	openLockFile(folder, folder, {
		lock: false,
		frozen: false,
		isCi: false,
		...wishes,
	});

function refuse(act: () => unknown) {
	try {
		act();
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const [{ severity: _, ...diagnostic } = {}] = error.diagnostics;
		return { status: error.status, ...diagnostic };
	}
	throw new Error("it was done");
}

const lock: Lock = { feeds: [], articles: [createEntry()] };
const another: Lock = { feeds: [], articles: [createEntry({ title: "B" })] };

describe("what a build may do to the lock", () => {
	test.each<[Partial<LockWishes>, LockFile["state"]["mode"]]>([
		[{}, "keep"],
		[{ lock: true }, "accept"],
		[{ isCi: true }, "read"],
		[{ frozen: true }, "frozen"],
		[{ frozen: true, isCi: true }, "frozen"],
		[{ lock: true, isCi: true }, "accept"],
		[{ lock: "create" }, "keep"],
	])("%o", (wishes, mode) => {
		writeFileSync(file, formatLock(lock));
		expect(open(wishes)?.state).toMatchObject({
			file: "feeds.lock.json",
			lock,
			mode,
		});
	});

	test("where there is none", () => {
		expect(open()).toBeUndefined();
		expect(open({ isCi: true })).toBeUndefined();
		for (const [wish, mode] of [
			[true, "accept"],
			["create", "keep"],
		] as const)
			expect(open({ lock: wish })).toEqual({
				state: { lock: emptyLock, file: "feeds.lock.json", mode },
				absolute: file,
				text: undefined,
			});
	});
});

/** Opens a lock that is there, or is to be. */
function openSurely(folder = root): LockFile {
	const opened = open({ lock: true }, folder);
	if (opened === undefined) throw new Error("it was not opened");
	return opened;
}

describe("writing", () => {
	test("leaves nothing else behind", () => {
		writeLockFile(openSurely(), lock);
		expect(readFileSync(file, "utf8")).toBe(formatLock(lock));
		writeLockFile(openSurely(), another);
		expect(readFileSync(file, "utf8")).toBe(formatLock(another));
		expect(readdirSync(root)).toEqual(["feeds.lock.json"]);
	});

	test("the same again does not touch the file", () => {
		writeLockFile(openSurely(), lock);
		utimesSync(file, 1, 1);
		writeLockFile(openSurely(), lock);
		expect(statSync(file).mtimeMs).toBe(1000);
	});

	test("never goes over what somebody else has written in the meantime", () => {
		const changed = {
			status: 74,
			code: "lock-changed",
			message: "something else has changed the lock while this build ran",
			hint: "Build again.",
			file: "feeds.lock.json",
		};
		const first = openSurely();
		writeFileSync(file, formatLock(another));
		expect(refuse(() => writeLockFile(first, lock))).toEqual(changed);
		const second = openSurely();
		rmSync(file);
		expect(refuse(() => writeLockFile(second, lock))).toEqual(changed);
		expect(readdirSync(root)).toEqual([]);
	});

	test("goes well where somebody else has written the very same", () => {
		const opened = openSurely();
		writeFileSync(file, formatLock(lock));
		writeLockFile(opened, lock);
		expect(readFileSync(file, "utf8")).toBe(formatLock(lock));
	});

	test("where nobody may write says so", () => {
		const opened = openSurely(join(root, "nowhere"));
		expect(refuse(() => writeLockFile(opened, lock))).toEqual({
			status: 74,
			code: "lock-unwritable",
			message: "the lock cannot be written: ENOENT: no such file or directory",
			hint: "Check that you may write there.",
			file: "feeds.lock.json",
		});
	});
});
