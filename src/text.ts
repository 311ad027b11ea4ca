/** A source's bytes as text that everything after it can rely on: UTF-8, LF line ends, no byte order mark. */

import { isUtf8 } from "node:buffer";
import { findUnfitCharacters, removeUnfitCharacters } from "./characters.ts";
import type { Report } from "./diagnostics.ts";

function reportEncoding(bytes: Uint8Array, file: string, report: Report): void {
	const [first, second] = bytes;
	const isUtf16 =
		(first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	const decoded = new TextDecoder().decode(bytes).split("\uFFFD")[0] ?? "";
	const lines = decoded.split("\n");
	report({
		severity: "error",
		code: "encoding-invalid",
		message: isUtf16
			? "the file is UTF-16, not UTF-8"
			: "the file is not UTF-8",
		hint: "Save it as UTF-8 in your editor.",
		file,
		...(isUtf16
			? { line: 1 }
			: { line: lines.length, column: (lines.at(-1) ?? "").length + 1 }),
	});
}

function reportUnfit(text: string, file: string, report: Report): void {
	const named = new Set<string>();
	for (const { name, offset } of findUnfitCharacters(text)) {
		if (named.has(name)) continue;
		named.add(name);
		const before = text.slice(0, offset).split("\n");
		report({
			severity: "warning",
			code: "character-removed",
			message: `the character ${name} is left out, since no feed can carry it`,
			hint: "Delete it; most editors show it when asked for invisible characters.",
			file,
			line: before.length,
			column: (before.at(-1) ?? "").length + 1,
		});
	}
}

function checkUtf8(bytes: Uint8Array, file: string, report: Report): boolean {
	if (isUtf8(bytes)) return true;
	reportEncoding(bytes, file, report);
	return false;
}

function decode(bytes: Uint8Array): string {
	const text = Buffer.from(
		bytes.buffer,
		bytes.byteOffset,
		bytes.byteLength,
	).toString("utf8");
	const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
	return plain.includes("\r") ? plain.replace(/\r\n?/g, "\n") : plain;
}

/**
 * Decodes a source.
 * @returns undefined after reporting that the bytes are no UTF-8
 */
export function decodeText(
	bytes: Uint8Array,
	file: string,
	report: Report,
): string | undefined {
	if (!checkUtf8(bytes, file, report)) return undefined;
	const text = decode(bytes);
	const fit = removeUnfitCharacters(text);
	if (fit !== text) reportUnfit(text, file, report);
	return fit;
}

/** The fences of most front matter, and what ends it then. */
const fences = [
	["---\n", "\n---\n"],
	["+++\n", "\n+++\n"],
] as const;

/** So many bytes behind the front matter may hold the heading that some generators make addresses of. */
const headingBytes = 1000;

/**
 * Cuts behind the front matter where its end is plain to see, at the end of a line; most of an article is text that no
 * feed shows.
 */
function cutHead(bytes: Uint8Array): Uint8Array {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (const [open, close] of fences) {
		if (buffer.toString("latin1", 0, open.length) !== open) continue;
		const end = buffer.indexOf(close, open.length - 1, "latin1");
		if (end < 0) continue;
		const start = end + close.length;
		const last = buffer.lastIndexOf("\n", start + headingBytes, "latin1");
		return bytes.subarray(0, Math.max(start, last + 1));
	}
	return bytes;
}

/**
 * Decodes a source at least as far as its front matter reaches. Characters that a feed cannot carry go silently: they
 * are reported when the whole text is read for a feed.
 * @returns undefined after reporting that the bytes, all of them, are no UTF-8
 */
export function decodeHead(
	bytes: Uint8Array,
	file: string,
	report: Report,
): string | undefined {
	if (!checkUtf8(bytes, file, report)) return undefined;
	return removeUnfitCharacters(decode(cutHead(bytes)));
}

/** As `decodeHead`, and all of it. */
export function decodeWhole(
	bytes: Uint8Array,
	file: string,
	report: Report,
): string | undefined {
	if (!checkUtf8(bytes, file, report)) return undefined;
	return removeUnfitCharacters(decode(bytes));
}
