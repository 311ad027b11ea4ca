/** js-yaml's exceptions in the words of somebody who writes articles. */
import { showText } from "../characters.ts";
import { BlockError, invalid } from "./block-error.ts";
import { type Load, lineAt, lineBefore, readException } from "./yaml-lines.ts";
import { findRepair } from "./yaml-repairs.ts";

/** js-yaml's reasons, what they mean, and what to do. */
const reasons: readonly [reason: RegExp, meaning: string, hint: string][] = [
	[
		/^unexpected end of the stream within a (?:double|single) quoted/,
		"a quotation mark is not closed",
		"Close it, or leave out the one that opens.",
	],
	[
		/^unexpected end of the stream within a flow/,
		"a bracket is not closed",
		"Close it, or put the whole value in quotes.",
	],
	[
		/^missed comma between flow/,
		"a comma or a closing bracket is missing before this",
		"Put quotes round each value that holds more than letters, digits and blanks.",
	],
	[
		/^(?:incomplete explicit|can not read|end of the stream|a whitespace)/,
		"here or on the line before, something is not a key, a colon, a blank and a value",
		"Write each value after its key, as in title: My title",
	],
	[
		/^bad indentation/,
		"this line is not indented like the lines it belongs to",
		"Begin it below the first letter of the key that it stands beside.",
	],
	[
		/^expected hexadecimal|^unknown escape/,
		"a backslash in double quotes begins an escape that does not exist",
		"Write \\\\ for a backslash, or use single quotes.",
	],
	[
		/^expected a single document/,
		"a line with --- or ... ends the YAML before the front matter ends",
		"Take that line out.",
	],
	[
		/^unidentified alias/,
		"this alias has no anchor before it",
		"Put quotes round text that begins with *.",
	],
	[
		/^cannot merge|^abnormal merge|^merge keys exceeded/,
		"<< merges mappings only, and not thousands of keys",
		"Write the keys out.",
	],
];

function explainReason(reason: string, block: string, offset: number) {
	const known = reasons.find(([pattern]) => pattern.test(reason));
	const line = showText(lineAt(block, offset).text);
	return invalid(
		`The front matter is not YAML: ${known?.[1] ?? reason}${line && `: ${line}`}`,
		offset,
		known?.[2],
	);
}

/** YAML 1.2 section 5.1 excludes these. */
const unprintable =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
	/[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|\p{Surrogate}/u;

function explainCharacter(block: string): BlockError {
	const offset = block.search(unprintable);
	const code = block
		.charCodeAt(offset)
		.toString(16)
		.toUpperCase()
		.padStart(4, "0");
	return invalid(
		`The front matter holds the character U+${code}, which YAML does not allow`,
		Math.max(0, offset),
		"Take it out; it is invisible in most editors.",
	);
}

function explainTag(
	block: string,
	reason: string,
	end: number,
	hint?: string,
): BlockError {
	const tag = /^unknown tag !<(.*)>$/s.exec(reason)?.[1] ?? "";
	const written = tag.replace(/^tag:yaml\.org,2002:/, "!!");
	return new BlockError(
		"front-matter-tag",
		`Unknown YAML tag: ${showText(written)}`,
		Math.max(0, block.lastIndexOf(written, end)),
		hint ?? "Leave the tag out.",
	);
}

/** A tab where YAML wants blanks, in the line that begins at an offset. */
export function tabIndentation(block: string, start: number): BlockError {
	return new BlockError(
		"front-matter-tab",
		`A tab indents this line: ${showText(lineAt(block, start).text)}`,
		block.indexOf("\t", start),
		"Take the tab out, or write blanks where the line belongs to the one above; YAML does not count tabs.",
	);
}

function findTab(block: string, offset: number): BlockError | undefined {
	const line = lineAt(block, offset);
	const suspects = [line, lineBefore(block, line)];
	const found = suspects.find(
		(suspect) => suspect && /^ *\t/.test(suspect.text),
	);
	return found && tabIndentation(block, found.start);
}

/**
 * Says what an exception of js-yaml means.
 * @returns what is to be thrown: a BlockError, or the exception itself when it is none of js-yaml's.
 */
export function explainYaml(
	error: unknown,
	block: string,
	load: Load,
): unknown {
	const exception = readException(error, block);
	if (exception === undefined) return error;
	const { reason, offset } = exception;
	if (/^null byte|non-printable|valid JSON character/.test(reason))
		return explainCharacter(block);
	const repair = findRepair(block, exception, load);
	if (reason.startsWith("unknown tag"))
		return explainTag(block, reason, offset, repair?.hint);
	return (
		findTab(block, offset) ?? repair ?? explainReason(reason, block, offset)
	);
}
