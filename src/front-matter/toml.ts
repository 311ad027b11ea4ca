/** Front matter in TOML, parsed by smol-toml. */

import { parse as parseToml, TomlError } from "smol-toml";
import { showText } from "../characters.ts";
import { type BlockError, invalid } from "./block-error.ts";
import type { Language, Parsed } from "./language.ts";
import { maximumDepth, tooDeep } from "./limits.ts";
import { unquote } from "./quotes.ts";
import { scanToml } from "./toml-tokens.ts";

/** Puts quotes round the bare scalars, so that the parser leaves them as they were written. */
function quoteScalars(block: string): string {
	let quoted = "";
	let end = 0;
	for (const scalar of scanToml(block).scalars) {
		const text = block.slice(scalar.start, scalar.end);
		quoted += `${block.slice(end, scalar.start)}"${text}"`;
		end = scalar.end;
	}
	return quoted + block.slice(end);
}

function offsetOf(block: string, line: number, column: number): number {
	let offset = 0;
	for (let i = 1; i < line; i++) offset = block.indexOf("\n", offset) + 1;
	return offset + column - 1;
}

function lineAt(block: string, offset: number): string {
	const start = block.lastIndexOf("\n", offset - 1) + 1;
	const end = block.indexOf("\n", offset);
	return block.slice(start, end === -1 ? undefined : end);
}

const pair = /^[ \t]*([\w.-]+|"[^"]*"|'[^']*')[ \t]*[=:][ \t]*(\S.*)$/;

function isToml(text: string): boolean {
	try {
		parseToml(text, { maxDepth: maximumDepth });
		return true;
	} catch {
		return false;
	}
}

/** The line as it was probably meant: `=` for `:`, quotes round a text. */
function mendLine(line: string): string | undefined {
	const [, key = "", value = ""] = pair.exec(line) ?? [];
	if (key === "" || line.length > 200) return undefined;
	const text = value.trim();
	const quoted = JSON.stringify(unquote(text));
	return [`${key} = ${text}`, `${key} = ${quoted}`].find(isToml);
}

/** smol-toml's reasons that a reader of the message would not understand. */
const reasons: readonly [RegExp, string][] = [
	[/^control characters/, "a string must end on its line"],
	[
		/^incomplete key|^illegal character in key/,
		"here is no key with = and a value",
	],
	[/^each key-value/, "more stands on the line than a key and a value"],
	[/^expected comma or end/, "a comma or a closing bracket is missing"],
	[/^invalid value/, "here is no value; text stands in quotes"],
];

function explain(error: TomlError, block: string): BlockError {
	const offset = offsetOf(block, error.line, error.column);
	const reason =
		/^Invalid TOML document: (.*)/.exec(error.message)?.[1] ?? error.message;
	if (reason.includes("excessively nested")) return tooDeep(offset);
	const line = lineAt(block, offset);
	if (reason.includes("redefine"))
		return invalid(
			`The front matter is not TOML: this key or table stands in it twice: ${showText(line)}`,
			offset,
			"Take one of the two out.",
		);
	const mended = mendLine(line);
	return invalid(
		`The front matter is not TOML: ${reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? reason}: ${showText(line)}`,
		offset,
		mended === undefined ? undefined : `Write it as ${mended}`,
	);
}

/** The error in the text that the author wrote, quoted scalars not counted in its columns. */
function findError(block: string, error: unknown): unknown {
	if (!(error instanceof TomlError)) return error;
	try {
		parseToml(block, { maxDepth: maximumDepth });
		return explain(error, block);
	} catch (original) {
		return original instanceof TomlError ? explain(original, block) : original;
	}
}

function parse(block: string): Parsed {
	try {
		const root = parseToml(quoteScalars(block), { maxDepth: maximumDepth });
		return { root, duplicates: [], repairs: [] };
	} catch (error) {
		throw findError(block, error);
	}
}

/** The first name of a key that may be dotted and quoted: `"a b".c` gives `a b`. */
function readFirstName(key: string): string {
	const [, quoted, literal, bare] =
		/^(?:("(?:[^"\\]|\\.)*")|'([^']*)'|([^\s.]+))/.exec(key) ?? [];
	if (quoted === undefined) return literal ?? bare ?? "";
	return Object.keys(parseToml(`${quoted} = 0`))[0] ?? "";
}

function locate(block: string): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	for (const { name, value } of scanToml(block).keys) {
		const key = readFirstName(name);
		if (!places.has(key)) places.set(key, value);
	}
	return places;
}

/** TOML 1.0: numbers, booleans, dates and times as the author wrote them. A duplicate key is an error there. */
export const toml: Language = { title: "TOML", parse, locate };
