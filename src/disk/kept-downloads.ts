/**
 * Keeps what was downloaded, so that a server that has nothing new need not send it again: one file per address, with
 * what the server names its state by in the first line. What needed a password is not kept.
 */

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Target } from "./targets.ts";

/** What stands in the first line, as JSON. */
interface State {
	readonly etag?: string | undefined;
	readonly lastModified?: string | undefined;
	readonly contentType?: string | undefined;
}

export interface Kept extends State {
	readonly bytes: Uint8Array;
}

function nameFile(target: Target, folder: string | undefined) {
	if (folder === undefined || target.authorization) return undefined;
	const hash = createHash("sha256").update(target.url.href).digest("hex");
	return path.join(folder, hash);
}

/** A value of a header, with nothing in it that a request cannot carry. */
const isHeader = (value: unknown) =>
	value === undefined ||
	(typeof value === "string" && /^[ -~\x80-\xFF]+$/.test(value));

/** Finds what was got from an address the last time; a file that is broken is none. */
export function findKept(
	target: Target,
	folder: string | undefined,
): Kept | undefined {
	const file = nameFile(target, folder);
	if (file === undefined) return undefined;
	try {
		const data = readFileSync(file);
		const end = data.indexOf("\n");
		const { length, ...state } = JSON.parse(data.toString("utf8", 0, end));
		const bytes = data.subarray(end + 1);
		const { etag, lastModified, contentType }: State = state;
		const isWhole = length === bytes.length;
		return isWhole && [etag, lastModified, contentType].every(isHeader)
			? { etag, lastModified, contentType, bytes }
			: undefined;
	} catch {
		return undefined;
	}
}

/** Keeps what an address gave, if the server can be asked for changes; a disk that refuses is no mistake. */
export function keep(
	target: Target,
	folder: string | undefined,
	{ bytes, ...state }: Kept,
): void {
	const file = nameFile(target, folder);
	if (file === undefined || folder === undefined) return;
	if (state.etag === undefined && state.lastModified === undefined) return;
	const line = JSON.stringify({ ...state, length: bytes.length });
	try {
		mkdirSync(folder, { recursive: true });
		if (path.basename(folder) === ".feedwright")
			writeFileSync(path.join(folder, ".gitignore"), "*\n");
		const temporary = `${file}.${process.pid}`;
		writeFileSync(temporary, Buffer.concat([Buffer.from(`${line}\n`), bytes]));
		renameSync(temporary, file);
	} catch {
		// It is sent again the next time.
	}
}
