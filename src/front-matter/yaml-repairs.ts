/** How lines that YAML refuses could be mended; a mended line that helps shows which was to blame. */

import { showText } from "../characters.ts";
import { type BlockError, invalid } from "./block-error.ts";
import { unquote } from "./quotes.ts";
import {
	type Exception,
	type Line,
	type Load,
	lineAt,
	lineBefore,
	loadError,
} from "./yaml-lines.ts";

/** `key: value`, `- value` or `- key: value` on one line. */
const entry =
	/^([ \t]*(?:-[ \t]+)*)(?:([\p{L}\p{N}_$.-][^:\n"']*|"[^"\n]*"|'[^'\n]*'):[ \t]+)?(\S.*)$/u;
/** `key:value`, where YAML wants a blank. */
const tightEntry = /^([ \t]*(?:-[ \t]+)*)([\p{L}\p{N}_$.-]+):([^\s/:].*)$/u;

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

/** The parts of a line that holds a value; `key` is undefined in an item of a list. */
export function readEntry(line: string): {
	lead: string;
	key: string | undefined;
	value: string;
} {
	const [, lead = "", key, value = ""] = entry.exec(line) ?? [];
	return { lead, key, value: value.trimEnd() };
}

/** Whether a value begins like text that needs no quotes. */
export const startsAsText = (value: string): boolean =>
	!Object.hasOwn(indicators, value[0] ?? "");

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

/** What is wrong with a line, and the line as it should be. */
export interface Repair {
	readonly text: string;
	/** The problem … */
	readonly problem: string;
	/** … and the author's text that has it. */
	readonly found: string;
	readonly hint: string;
	/** Where the value stands in the line. */
	readonly column: number;
}

export function repairQuotes(line: string): Repair | undefined {
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
	const column = line.length - whole.length;
	const quoted = quote(unquote(value));
	const mended = `${key === undefined ? "- " : `${key}: `}${quoted}`;
	return {
		text: line.slice(0, column) + quoted,
		problem: `${name} ${describeValue(value)}`,
		found: value,
		hint: `Put the value in quotes${mended.length > 100 ? "." : `: ${mended}`}`,
		column,
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
		problem: `"${key}" has a bracket that is not closed`,
		found: value,
		hint: `Close it: ${showText(text)}`,
		column: line.length - value.length,
	};
}

export function repairColon(line: string): Repair | undefined {
	const [, lead = "", key, value = ""] = tightEntry.exec(line) ?? [];
	if (key === undefined) return undefined;
	return {
		text: `${lead}${key}: ${value}`,
		problem: `"${key}" has no blank after its colon`,
		found: line,
		hint: `Write it as ${key}: ${showText(value)}`,
		column: lead.length + key.length,
	};
}

/** Without a line that has no colon, nor is anything else that a line of YAML can be, there is no trouble. */
function removeText(line: string): Repair | undefined {
	if (/^[ \t]*(?:$|-[ \t]|#)|:(?:[ \t]|$)/.test(line)) return undefined;
	return {
		text: "",
		problem: "This line is no key with a value",
		found: line,
		hint: "Write each value after its key, a colon and a blank, as in title: My title",
		column: line.length - line.trimStart().length,
	};
}

export const longestRepairedLine = 1000;

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
				return invalid(
					`${repair.problem}: ${showText(repair.found)}`,
					start + repair.column,
					repair.hint,
				);
		}
	}
	return undefined;
}
