/** Finds the line that is to blame for an exception of js-yaml, by mending it and looking whether that helps. */

import type { LoadOptions } from "js-yaml";
import { showText } from "../characters.ts";
import { type BlockError, invalid, placeAt } from "./block-error.ts";
import { unquote } from "./quotes.ts";

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
	'"': "has quotation marks that do not match",
	"'": "has quotation marks that do not match",
};

function describeValue(value: string): string {
	if (/^"[^"]*\\[^"]*"$/.test(value))
		return "holds a backslash that makes no escape in YAML";
	const indicator = indicators[value[0] ?? ""];
	if (indicator !== undefined) return indicator;
	if (/:(?:\s|$)/.test(value)) return 'holds ": ", which makes a key in YAML';
	return "cannot be read as YAML";
}

function quote(value: string): string {
	if (!/["\\]/.test(value)) return `"${value}"`;
	return `'${value.replaceAll("'", "''")}'`;
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
	if (/^(?:\[.*\]|\{.*\})$/.test(value) || isOpenBracket(value))
		return undefined;
	const name =
		key === undefined
			? "A value of this list"
			: `"${key.replace(/^["']|["']$/g, "")}"`;
	const mended = `${key === undefined ? "- " : `${key}: `}${quote(unquote(value))}`;
	return {
		text: `${key === undefined ? lead.replace(/-[ \t]+$/, "") : lead}${mended}`,
		message: `${name} ${describeValue(value)}: ${showText(value)}`,
		hint: `Put the value in quotes${mended.length > 100 ? "." : `: ${mended}`}`,
		column: line.length - whole.length,
	};
}

const isOpenBracket = (value: string) =>
	(value[0] === "[" && !value.includes("]")) ||
	(value[0] === "{" && !value.includes("}"));

function repairBracket(line: string): Repair | undefined {
	const [, , key, value = ""] = entry.exec(line) ?? [];
	if (key === undefined || !isOpenBracket(value)) return undefined;
	const text = line.trimEnd() + (value[0] === "[" ? "]" : "}");
	return {
		text,
		message: `"${key}" has a bracket that is not closed: ${showText(value)}`,
		hint: `Close it: ${showText(text)}`,
		column: line.length - value.length,
	};
}

function repairColon(line: string): Repair | undefined {
	const [, lead = "", key, value = ""] = tightEntry.exec(line) ?? [];
	if (key === undefined) return undefined;
	return {
		text: `${lead}${key}: ${value}`,
		message: `"${key}" has no blank after its colon: ${showText(line)}`,
		hint: `Write it as ${key}: ${showText(value)}`,
		column: lead.length + key.length,
	};
}

/** Without a line that has no colon, nor is anything else that a line of YAML can be, there is no trouble. */
function removeText(line: string): Repair | undefined {
	if (/^[ \t]*(?:$|-[ \t]|#)|:(?:[ \t]|$)/.test(line)) return undefined;
	return {
		text: "",
		message: `This line is no key with a value: ${showText(line)}`,
		hint: "Write each value after its key, a colon and a blank, as in title: My title",
		column: line.length - line.trimStart().length,
	};
}

const longestRepairedLine = 1000;

function loadError(load: Load, text: string): Exception | undefined {
	try {
		load(text);
		return undefined;
	} catch (error) {
		return readException(error, text) ?? { reason: "", offset: 0, line: 0 };
	}
}

const mostSuspects = 8;
const isAboutEscapes = /^expected hexadecimal|^unknown escape/;
const isAboutKeys = /^incomplete|^can not|^end of the stream|^a whitespace/;

/** The line of the exception, the one before it, and those from the start on whose quotes stay open. */
function findSuspects(block: string, { reason, offset }: Exception): Line[] {
	const line = lineAt(block, offset);
	if (isAboutEscapes.test(reason)) return [line];
	const before = lineBefore(block, line);
	const suspects = before === undefined ? [line] : [line, before];
	const openQuote = /^[^\n"']*:[ \t]+(?:"[^"\n]*|'[^'\n]*)$/gm;
	for (const match of block.slice(0, offset).matchAll(openQuote)) {
		if (suspects.length === mostSuspects) break;
		suspects.push({ start: match.index, text: match[0] });
	}
	return suspects.filter(({ text }) => text.length <= longestRepairedLine);
}

/**
 * Looks for a line whose mending makes the block YAML, at least further than before.
 * @returns an error that names the line, with the mended one as its hint; undefined when none is evident.
 */
export function findRepair(
	block: string,
	exception: Exception,
	load: Load,
): BlockError | undefined {
	const repairs = [repairQuotes, repairBracket, repairColon];
	if (isAboutKeys.test(exception.reason)) repairs.push(removeText);
	for (const { start, text } of findSuspects(block, exception)) {
		const rest = block.slice(start + text.length);
		for (const repair of repairs.map((mend) => mend(text))) {
			if (repair === undefined) continue;
			const mended = block.slice(0, start) + repair.text + rest;
			const next = loadError(load, mended);
			if (next === undefined || next.line > exception.line)
				return invalid(repair.message, start + repair.column, repair.hint);
		}
	}
	return undefined;
}
