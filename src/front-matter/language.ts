/** What every language of front matter is for the rest: one way in, one way to fail, one way to find a key again. */
import type { Duplicate, RepairedLine } from "./block-error.ts";

export interface Parsed {
	/** Text, null, lists and objects, as deep and as large as the author made it; a mapping if all is well. */
	readonly root: unknown;
	readonly duplicates: readonly Duplicate[];
	/** Lines that are no right YAML and can only mean one thing, as they stand; no other language has any. */
	readonly repairs: readonly RepairedLine[];
}

export interface Language {
	/** As people call it (example: `YAML`). */
	readonly title: string;
	/**
	 * Reads a block: the text between the fences, LF line ends.
	 * @throws {BlockError} in the author's words, with the place in the block.
	 */
	readonly parse: (block: string) => Parsed;
	/**
	 * Where values begin, in characters, of a block that could be parsed: those of top-level keys and, where the language
	 * tells, those within them (example: `authors[1].email`).
	 */
	readonly locate: (block: string) => ReadonlyMap<string, number>;
}
