/** js-yaml's exceptions in the words of somebody who writes articles, with the line mended where that is evident. */
import type { LoadOptions } from "js-yaml";
import { BlockError, cut, invalid } from "./block-error.ts";

/** Loads a block, a duplicate key being no error. */
export type Load = (
	block: string,
	listener?: LoadOptions["listener"],
) => unknown;

interface Exception {
	readonly reason: string;
	readonly offset: number;
}

function readException(error: unknown, block: string): Exception | undefined {
	if (!(error instanceof Error) || !("reason" in error)) return undefined;
	const mark = (error as { mark?: { position: number } }).mark;
	// Only the exception for a second document has no mark.
	const offset = mark?.position ?? block.search(/^(?:---|\.\.\.)(?:[ \t]|$)/m);
	const end = block.trimEnd().length;
	return {
		reason: String(error.reason),
		offset: Math.max(0, Math.min(offset, end)),
	};
}

interface Line {
	readonly start: number;
	readonly text: string;
}

function lineAt(block: string, offset: number): Line {
	const start = block.lastIndexOf("\n", offset - 1) + 1;
	const end = block.indexOf("\n", offset);
	return { start, text: block.slice(start, end === -1 ? undefined : end) };
}

function lineBefore(block: string, line: Line): Line | undefined {
	const end = block.slice(0, line.start).trimEnd().length;
	return end === 0 ? undefined : lineAt(block, end);
}

/** `key: value`, `- value` or `- key: value` on one line. */
const entry =
	/^([ \t]*(?:-[ \t]+)*)(?:([\w$.-][^:\n"']*|"[^"\n]*"|'[^'\n]*'):[ \t]+)?(\S.*)$/;
/** `key:value`, where YAML wants a blank. */
const tightEntry = /^([ \t]*(?:-[ \t]+)*)([\w$.-]+):([^\s/:].*)$/;

/** Characters that begin something else than text in YAML, and what. */
const indicators: Readonly<Record<string, string>> = {
	"@": "begins with @, which YAML reserves",
	"`": "begins with `, which YAML reserves",
	"%": "begins with %, which YAML reserves",
	"*": "begins with *, which names an alias in YAML",
	"&": "begins with &, which names an anchor in YAML",
	"!": "begins with !, which names a type in YAML",
	"|": "begins with |, after which YAML wants a new line",
	">": "begins with >, after which YAML wants a new line",
	"[": "begins with [, which is a list in YAML, and goes on after it",
	"{": "begins with {, which is a mapping in YAML, and goes on after it",
	"-": "begins with -, which is a list in YAML",
	"?": "begins with ?, which is a key in YAML",
	'"': "has quotation marks that do not match, or a backslash",
	"'": "has quotation marks that do not match",
};

function describeValue(value: string): string {
	const indicator = indicators[value[0] ?? ""];
	if (indicator !== undefined) return indicator;
	if (/:(?:\s|$)/.test(value)) return 'holds ": ", which makes a key in YAML';
	return "cannot be read as YAML";
}

function quote(value: string): string {
	if (!/["\\]/.test(value)) return `"${value}"`;
	return `'${value.replaceAll("'", "''")}'`;
}

/** The text that was meant by a value whose quotes do not work. */
function unquote(value: string): string {
	const mark = value[0] === '"' || value[0] === "'" ? value[0] : "";
	if (mark === "") return value;
	const isQuoted = value.length > 1 && value.endsWith(mark);
	// In `"a" b` the quotes are part of the text, in `"a b` one was forgotten.
	if (!isQuoted && value.indexOf(mark, 1) !== -1) return value;
	return value.slice(1, isQuoted ? -1 : undefined);
}

interface Repair {
	/** The line as it should be. */
	readonly text: string;
	readonly message: string;
	readonly hint: string;
	/** Where the value stands in the line. */
	readonly column: number;
}

function repairQuotes(line: string): Repair | undefined {
	const match = entry.exec(line);
	const [, lead = "", key, whole = ""] = match ?? [];
	const value = whole.trimEnd();
	// Without key and dash it is the middle of something; a list or a mapping in one line is not meant as text.
	if (match === null || (key === undefined && !lead.includes("-")))
		return undefined;
	if (/^(?:\[.*\]|\{.*\})$/.test(value)) return undefined;
	const name =
		key === undefined
			? "A value of this list"
			: `"${key.replace(/^["']|["']$/g, "")}"`;
	const mended = `${key === undefined ? "- " : `${key}: `}${quote(unquote(value))}`;
	return {
		text: `${key === undefined ? lead.replace(/-[ \t]+$/, "") : lead}${mended}`,
		message: `${name} ${describeValue(value)}: ${cut(value)}`,
		hint: `Put the value in quotes${mended.length > 100 ? "." : `: ${mended}`}`,
		column: line.length - whole.length,
	};
}

function repairColon(line: string): Repair | undefined {
	const [, lead = "", key, value = ""] = tightEntry.exec(line) ?? [];
	if (key === undefined) return undefined;
	return {
		text: `${lead}${key}: ${value}`,
		message: `"${key}" has no blank after its colon: ${cut(line)}`,
		hint: `Write it as ${key}: ${cut(value)}`,
		column: lead.length + key.length,
	};
}

const longestRepairedLine = 1000;

function loadError(load: Load, text: string): Exception | undefined {
	try {
		load(text);
		return undefined;
	} catch (error) {
		return readException(error, text) ?? { reason: "", offset: 0 };
	}
}

/** A line that holds the trouble: alone it is no YAML, and once it is mended the block is, at least further than before. */
function findRepair(
	block: string,
	{ offset }: Exception,
	load: Load,
): BlockError | undefined {
	for (const line of findSuspects(block, offset)) {
		if (line.text.length > longestRepairedLine) continue;
		for (const repair of [repairQuotes(line.text), repairColon(line.text)]) {
			if (repair === undefined) continue;
			const end = line.start + line.text.length;
			const mended =
				block.slice(0, line.start) + repair.text + block.slice(end);
			const next = loadError(load, mended);
			const lineEnd =
				lineAt(mended, offset).start + lineAt(mended, offset).text.length;
			if (next === undefined || next.offset > lineEnd + 1)
				return invalid(repair.message, line.start + repair.column, repair.hint);
		}
	}
	return undefined;
}

const mostSuspects = 12;

/** The line of the exception, the one before it, and those from the start on whose quotes stay open. */
function findSuspects(block: string, offset: number): Line[] {
	const line = lineAt(block, offset);
	const before = lineBefore(block, line);
	const suspects = before === undefined ? [line] : [line, before];
	const openQuote = /^[^\n"']*:[ \t]+(?:"[^"\n]*|'[^'\n]*)$/gm;
	for (const match of block.slice(0, offset).matchAll(openQuote)) {
		if (suspects.length === mostSuspects) break;
		suspects.push({ start: match.index, text: match[0] });
	}
	return suspects;
}

/** js-yaml's reasons that a reader of the message would not understand. */
const reasons: readonly [RegExp, string][] = [
	[
		/^unexpected end of the stream within a (?:double|single) quoted/,
		"a quotation mark is not closed",
	],
	[/^unexpected end of the stream within a flow/, "a bracket is not closed"],
	[
		/^missed comma between flow/,
		"a comma or a closing bracket is missing before this",
	],
	[
		/^(?:incomplete explicit|can not read|end of the stream|a whitespace)/,
		"here or on the line before, something is not a key, a colon, a blank and a value",
	],
	[
		/^bad indentation/,
		"this line is not indented like the lines it belongs to",
	],
	[
		/^expected hexadecimal|^unknown escape/,
		"a backslash in double quotes begins an escape that does not exist",
	],
	[
		/^expected a single document/,
		"a line with --- or ... ends the YAML before the front matter ends",
	],
	[/^unidentified alias/, "this alias has no anchor before it"],
	[
		/^cannot merge|^abnormal merge|^merge keys exceeded/,
		"<< merges mappings only, and not thousands of keys",
	],
];

const adviceOnEscapes = "Write \\\\ for a backslash, or use single quotes.";

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
		`Unknown YAML tag: ${cut(written)}`,
		Math.max(0, block.lastIndexOf(written, end)),
		hint ?? "Leave the tag out.",
	);
}

/** A tab where YAML wants blanks, in the line that begins at an offset. */
export function tabIndentation(block: string, start: number): BlockError {
	return new BlockError(
		"front-matter-tab",
		`A tab indents this line: ${cut(lineAt(block, start).text)}`,
		block.indexOf("\t", start),
		"Write blanks; YAML does not count tabs.",
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
		findTab(block, offset) ??
		repair ??
		invalid(
			`The front matter is not YAML: ${reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? reason}: ${cut(lineAt(block, offset).text)}`,
			offset,
			/escape|hexadecimal/.test(reason) ? adviceOnEscapes : undefined,
		)
	);
}
