/**
 * The list of the files that feedwright wrote, with the SHA-256 of their bytes, in the lines that `sha256sum -c` reads.
 * A path has two lines while one of two versions may stand on the disk.
 */

import { isSafePath } from "./paths.ts";

/** The hashes (SHA-256, hex) that feedwright has written to each path. */
export type List = ReadonlyMap<string, ReadonlySet<string>>;

/** Adds a hash to a path of a list that is being made. */
export function addToList(
	list: Map<string, Set<string>>,
	path: string,
	hashes: Iterable<string>,
): void {
	const known = list.get(path) ?? new Set<string>();
	for (const hash of hashes) known.add(hash);
	list.set(path, known);
}

/** Reads a list; lines that are broken or lead out of the output folder are left out. */
export function parseList(text: string): List {
	const list = new Map<string, Set<string>>();
	for (const line of text.split("\n")) {
		const [, hash, path] = /^([0-9a-f]{64}) [ *]([^\r]+)\r?$/.exec(line) ?? [];
		if (hash !== undefined && path !== undefined && isSafePath(path))
			addToList(list, path, [hash]);
	}
	return list;
}

/** Writes a list, in the order of its paths' (and then its hashes') code units. */
export function formatList(list: List): string {
	return [...list.keys()]
		.sort()
		.flatMap((path) =>
			[...(list.get(path) ?? [])].sort().map((hash) => `${hash}  ${path}\n`),
		)
		.join("");
}
