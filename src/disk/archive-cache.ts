/** Remembers between builds which archives were made of what; it may be deleted at any time, and nothing ever depends on it. */

import {
	mkdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import type { ArchiveMemory, KeptArchive } from "../archive-memory.ts";
import { createStamp } from "./article-cache.ts";

interface Stored extends KeptArchive {
	/** What the documents' files were, in their order. */
	readonly stamps: readonly string[];
}

export interface ArchiveCache extends ArchiveMemory {
	/** Writes what is to be remembered, once the output is as it is to be. */
	readonly save: () => void;
}

/** The file's state; a file that is not there has none that any other has. */
function stampFile(output: string, document: string): string {
	const stat = statSync(path.join(output, document), {
		throwIfNoEntry: false,
	});
	return stat === undefined ? "" : createStamp(stat);
}

function load(file: string): Map<string, Stored> {
	try {
		return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8"))));
	} catch {
		return new Map();
	}
}

/** Another build may read it at this moment; a disk that refuses is no mistake. */
function store(file: string, archives: ReadonlyMap<string, Stored>): void {
	try {
		mkdirSync(path.dirname(file), { recursive: true });
		const temporary = `${file}.${process.pid}`;
		writeFileSync(temporary, JSON.stringify(Object.fromEntries(archives)));
		renameSync(temporary, file);
	} catch {
		// The next build renders all archives again.
	}
}

/**
 * Opens the cache of a site's archives.
 * @param folder the site's cache, which its articles' has made
 * @param output the output folder, absolute
 */
export function openArchiveCache(
	folder: string,
	output: string,
	around: Pick<ArchiveMemory, "program" | "stampOf">,
): ArchiveCache {
	const file = path.join(folder, "archives.json");
	const before = load(file);
	const after = new Map<string, Stored>();
	const fresh = new Map<string, KeptArchive>();
	return {
		...around,
		recall(name) {
			const stored = before.get(name);
			const isLeft = stored?.documents.every(
				(document, index) =>
					stampFile(output, document.path) === stored.stamps[index],
			);
			if (stored === undefined || !isLeft) return undefined;
			after.set(name, stored);
			return stored;
		},
		keep: (name, archive) => fresh.set(name, archive),
		save() {
			if (fresh.size === 0 && after.size === before.size) return;
			for (const [name, archive] of fresh) {
				const stamps = archive.documents.map((document) =>
					stampFile(output, document.path),
				);
				if (!stamps.includes("")) after.set(name, { ...archive, stamps });
			}
			store(file, after);
		},
	};
}
