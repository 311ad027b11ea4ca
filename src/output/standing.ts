/**
 * What stands at a path of the output folder. Symbolic links are followed for the folders on the way, and only to
 * where the output folder still is around them; nothing outside is ever opened.
 */

import { createHash } from "node:crypto";
import {
	type BigIntStats,
	closeSync,
	lstatSync,
	openSync,
	readdirSync,
	readSync,
	realpathSync,
	statSync,
} from "node:fs";
import { join, relative } from "node:path";
import { slashPath } from "../paths.ts";
import { codeOf, onDisk } from "./failure.ts";
import { folderOf, isSafePath } from "./paths.ts";

/** A path that can stand in the output folder, and where that really is when a folder on the way is a link inside. */
export interface Target {
	readonly path: string;
	readonly at: string;
}

export type Standing =
	| {
			readonly kind: "nothing" | "link" | "other";
			readonly at: string;
	  }
	| {
			readonly kind: "folder";
			readonly at: string;
			/** What is in it and in its folders, as far as that is looked at. */
			readonly holds: readonly string[];
	  }
	| {
			readonly kind: "file";
			readonly at: string;
			/** SHA-256, hex. */
			readonly hash: string;
			/** Equal for two names of one file. */
			readonly id: string;
	  }
	/** A folder on the way is a file, or a link that leads out of the output folder or nowhere. */
	| {
			readonly kind: "blocked";
			readonly by: string;
			readonly because: "file" | "link";
	  };

export type Look = (path: string) => Standing;

/** The hashes of files already read, by path, with what shows that the file is still the same. */
export type Hashes = Map<
	string,
	{ readonly seen: string; readonly hash: string }
>;

type Folder =
	| { readonly at: string; readonly isMissing: boolean }
	| Extract<Standing, { kind: "blocked" }>;

/** The facts about a path itself (links not followed), undefined when there is nothing. */
export function statPath(path: string, shown: string): BigIntStats | undefined {
	try {
		return lstatSync(path, { bigint: true });
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "")) return undefined;
		return onDisk(shown, "read", () => {
			throw error;
		});
	}
}

/**
 * Makes a function that looks at paths below a folder. Each folder on the way is looked at once, so it lives as long as
 * nothing changes.
 * @param root the real, absolute path of the output folder, which need not exist.
 * @param shown the output folder's name in messages.
 */
export function createLook(root: string, shown: string, hashes: Hashes): Look {
	const folders = new Map<string, Folder>([["", { at: "", isMissing: false }]]);
	const nameOf = (path: string) => `${shown}/${path}`;

	function findFolder(path: string): Folder {
		let folder = folders.get(path);
		if (folder === undefined) {
			folder = lookAtFolder(path);
			folders.set(path, folder);
		}
		return folder;
	}

	function lookAtFolder(path: string): Folder {
		const parent = findFolder(folderOf(path));
		if ("kind" in parent) return parent;
		const at = joinPath(parent.at, path);
		if (parent.isMissing) return { at, isMissing: true };
		const stats = statPath(join(root, at), nameOf(path));
		if (stats === undefined) return { at, isMissing: true };
		if (stats.isDirectory()) return { at, isMissing: false };
		const inside = stats.isSymbolicLink() ? followLink(root, at) : undefined;
		if (inside !== undefined) return { at: inside, isMissing: false };
		const because = stats.isSymbolicLink() ? "link" : "file";
		return { kind: "blocked", by: path, because };
	}

	return (path) => {
		const folder = findFolder(folderOf(path));
		if ("kind" in folder) return folder;
		const at = joinPath(folder.at, path);
		const stats = folder.isMissing
			? undefined
			: statPath(join(root, at), nameOf(path));
		if (stats === undefined) return { kind: "nothing", at };
		if (stats.isDirectory())
			return {
				kind: "folder",
				at,
				holds: onDisk(nameOf(path), "read", () => listFolder(root, at)),
			};
		if (stats.isSymbolicLink()) return { kind: "link", at };
		if (!stats.isFile()) return { kind: "other", at };
		const hash = onDisk(nameOf(path), "read", () =>
			hashOnce(join(root, at), stats, hashes),
		);
		return { kind: "file", at, hash, id: `${stats.dev}:${stats.ino}` };
	};
}

/** Puts the last name of a path into a folder. */
function joinPath(folder: string, path: string): string {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return folder === "" ? name : `${folder}/${name}`;
}

/** The folder below the output folder that a link leads to, undefined when it leads anywhere else. */
function followLink(root: string, at: string): string | undefined {
	try {
		const real = realpathSync(join(root, at));
		if (!statSync(real).isDirectory()) return undefined;
		const path = slashPath(relative(root, real));
		return isSafePath(path) ? path : undefined;
	} catch (error) {
		if (codeOf(error) === undefined) throw error;
		return undefined;
	}
}

/** Enough to know a folder of old feeds from a whole site. */
const MANY = 1000;

/** Lists what a folder and the folders in it hold, links not followed. */
function listFolder(root: string, folder: string): string[] {
	const found: string[] = [];
	const folders = [folder];
	for (const at of folders)
		for (const entry of readdirSync(join(root, at), { withFileTypes: true })) {
			found.push(`${at}/${entry.name}`);
			if (found.length === MANY) return found;
			if (entry.isDirectory()) folders.push(`${at}/${entry.name}`);
		}
	return found;
}

function hashOnce(path: string, stats: BigIntStats, hashes: Hashes): string {
	const seen = [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs];
	const known = hashes.get(path);
	if (known?.seen === seen.join(":")) return known.hash;
	const hash = hashFile(path);
	hashes.set(path, { seen: seen.join(":"), hash });
	return hash;
}

const buffer = Buffer.allocUnsafe(1 << 18);

/** Reads in pieces, since what took a feed's place may be of any size. */
function hashFile(path: string): string {
	const hash = createHash("sha256");
	const file = openSync(path, "r");
	try {
		for (;;) {
			const length = readSync(file, buffer);
			if (length === 0) return hash.digest("hex");
			hash.update(buffer.subarray(0, length));
		}
	} finally {
		closeSync(file);
	}
}
