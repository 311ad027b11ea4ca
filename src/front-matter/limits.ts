/** How much front matter is read. Real files stay far below (the longest of 1,000 had 2 KiB); the limits stop attacks. */
import { BlockError } from "./block-error.ts";

/** Characters in a block. js-yaml needs 10 to 40 ms for this much. */
export const maximumLength = 256 * 1024;

/** Mappings and lists inside each other; each level is a call on the stack of the parsers and of everything after them. */
export const maximumDepth = 50;

/** Values in a block, each visit of a YAML alias counted, since nine aliases of nine aliases are a thousand million values. */
export const maximumValues = 20_000;

/** Characters in all values, each visit of an alias counted: 20,000 aliases of one long text would be gigabytes. */
export const maximumText = 4 * maximumLength;

/** More blank lines than this in a row are refused: gray-matter looks for comments in a time that grows with their square. */
export const maximumBlankLines = 200;

// Each of these makes the error of one limit, at an offset in characters.
const limit = (code: string, message: string, offset: number, hint?: string) =>
	new BlockError(`front-matter-${code}`, message, offset, hint);

export const tooLong = (length: number, offset: number) =>
	limit(
		"too-long",
		`The front matter has ${Math.ceil(length / 1024).toLocaleString("en")} KiB; at most ${maximumLength / 1024} KiB are read`,
		offset,
		"Move what is text into the body.",
	);

export const tooDeep = (offset: number) =>
	limit(
		"too-deep",
		`The front matter is nested more than ${maximumDepth} levels deep`,
		offset,
		"Write it flatter; an alias must not lead back to itself.",
	);

export const tooManyValues = (offset: number) =>
	limit(
		"too-many-values",
		`The front matter has more than ${maximumValues.toLocaleString("en")} values, each visit of an alias counted`,
		offset,
		"Write fewer values or fewer aliases.",
	);

export const tooMuchText = (offset: number) =>
	limit(
		"too-long",
		`The front matter's aliases repeat more than ${maximumText / 1024} KiB of text`,
		offset,
		"Write fewer aliases.",
	);

export const tooManyBlankLines = (offset: number) =>
	limit(
		"too-long",
		`The front matter has more than ${maximumBlankLines} blank lines in a row`,
		offset,
		"Take them out.",
	);
