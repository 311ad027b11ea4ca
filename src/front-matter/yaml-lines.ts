/** Where js-yaml stops in a block, and the lines there. */

import type { LoadOptions } from "js-yaml";
import { placeAt } from "./block-error.ts";

/** Loads a block, a duplicate key being no error. */
export type Load = (
	block: string,
	listener?: LoadOptions["listener"],
) => unknown;

export interface Exception {
	readonly reason: string;
	readonly offset: number;
	/** From 0; past the last line when the end came too early. */
	readonly line: number;
}

/** What an exception of js-yaml says; undefined when it is another one. */
export function readException(
	error: unknown,
	block: string,
): Exception | undefined {
	if (!(error instanceof Error) || !("reason" in error)) return undefined;
	const { reason, mark } = error as {
		reason: unknown;
		mark?: { position: number; line: number };
	};
	// Only the exception for a second document has no mark.
	const position =
		mark?.position ?? block.search(/^(?:---|\.\.\.)(?:[ \t]|$)/m);
	const offset = Math.max(0, Math.min(position, block.trimEnd().length));
	const line = mark?.line ?? placeAt(block, offset).line - 1;
	return { reason: String(reason), offset, line };
}

/** A line of a block, without its end. */
export interface Line {
	readonly start: number;
	readonly text: string;
}

/** The line in which an offset lies. */
export function lineAt(block: string, offset: number): Line {
	const start = block.lastIndexOf("\n", offset - 1) + 1;
	const end = block.indexOf("\n", offset);
	return { start, text: block.slice(start, end === -1 ? undefined : end) };
}

/** The nearest line above that is not blank. */
export function lineBefore(block: string, line: Line): Line | undefined {
	const end = block.slice(0, line.start).trimEnd().length;
	return end === 0 ? undefined : lineAt(block, end);
}

/** Why a block cannot be loaded; undefined when it can. */
export function loadError(load: Load, text: string): Exception | undefined {
	try {
		load(text);
		return undefined;
	} catch (error) {
		return readException(error, text) ?? { reason: "", offset: 0, line: 0 };
	}
}
