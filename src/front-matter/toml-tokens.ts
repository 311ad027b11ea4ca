/**
 * Finds the bare scalars and the top-level keys of a TOML document (https://toml.io/en/v1.0.0), without judging it.
 *
 * smol-toml gives numbers and dates as JavaScript's own, which loses `1.10`, takes `2024-02-31` for 2 March and cuts
 * fractions of a second. Once a bare scalar stands in quotes, it stays what the author wrote.
 */

interface Range {
	readonly start: number;
	readonly end: number;
}

export interface TomlTokens {
	/** Numbers, booleans, dates and times that stand as values. */
	readonly scalars: readonly Range[];
	/** What stands before the `=` of each top-level pair, or in a header's brackets, and where its value begins. */
	readonly keys: readonly { readonly name: string; readonly value: number }[];
}

const token = /"""|'''|["'#\n=[\]{},]|[^\s"'#=[\]{},]+/g;
const restOfString = /[^"\\\n]*(?:\\.[^"\\\n]*)*"/y;
const restOfDateTime = / \d\d:[^\s,#\]}]+/y;
const blanks = /[ \t]*/y;

const integer = String.raw`[+-]?(?:0|[1-9](?:_?\d)*)`;
const time = String.raw`\d\d:\d\d(?::\d\d(?:\.\d+)?)?`;
const scalar = new RegExp(
	`^(?:${[
		"true|false|[+-]?(?:inf|nan)",
		String.raw`${integer}(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?`,
		"0x[\\da-fA-F](?:_?[\\da-fA-F])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*",
		String.raw`\d{4}-\d\d-\d\d(?:[Tt ]${time}(?:[Zz]|[+-]\d\d:\d\d)?)?`,
		time,
	].join("|")})$`,
);

/** Where a sticky pattern ends when it begins at an offset, -1 when it does not begin there. */
function matchEnd(pattern: RegExp, text: string, offset: number): number {
	pattern.lastIndex = offset;
	return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Where a string ends whose opening quotes end at `offset`, -1 when it never does. */
function findStringEnd(block: string, quotes: string, offset: number): number {
	if (quotes === '"') return matchEnd(restOfString, block, offset);
	let end = block.indexOf(quotes, offset);
	while (quotes === '"""' && end !== -1 && isEscaped(block, end))
		end = block.indexOf(quotes, end + 1);
	if (end === -1) return -1;
	end += quotes.length;
	// One or two quotes may stand directly before the closing three.
	for (let i = 0; i < 2 && quotes.length === 3; i++)
		if (block[end] === quotes[0]) end++;
	return end;
}

function isEscaped(block: string, offset: number): boolean {
	let first = offset;
	while (block[first - 1] === "\\") first--;
	return (offset - first) % 2 === 1;
}

/**
 * Scans a TOML document, valid or not, in linear time.
 * After a string that never ends nothing more is found: the parser will refuse the document anyway.
 */
export function scanToml(block: string): TomlTokens {
	const scalars: Range[] = [];
	const keys: { name: string; value: number }[] = [];
	const brackets: string[] = [];
	let last = "\n";
	let statement = 0;
	let isHeader = false;
	let isTopLevel = true;

	const read = (found: string, start: number, end: number): number => {
		if (found === "#") {
			const lineEnd = block.indexOf("\n", end);
			return lineEnd === -1 ? block.length : lineEnd;
		}
		if (/^["']/.test(found)) {
			last = found;
			return findStringEnd(block, found, end);
		}
		if (found === "\n") {
			if (brackets.length > 0) return end;
			isHeader = false;
			statement = end;
		} else if (found === "=") {
			if (isTopLevel && brackets.length === 0)
				keys.push({
					name: block.slice(statement, start).trim(),
					value: matchEnd(blanks, block, end),
				});
		} else if (found === "[" || found === "{") {
			if (brackets.length > 0 || last === "=") brackets.push(found);
			else if (last === "\n") {
				isHeader = true;
				isTopLevel = false;
				statement = end;
			} else statement = end;
		} else if (found === "]" || found === "}") {
			if (isHeader && last !== "]")
				keys.push({
					name: block.slice(statement, start).trim(),
					value: statement,
				});
			brackets.pop();
		} else if (found !== ",") {
			return readBare(found, start, end);
		}
		last = found;
		return end;
	};

	const readBare = (found: string, start: number, end: number): number => {
		const isItem = brackets.at(-1) === "[" && (last === "[" || last === ",");
		const isValue = last === "=" || isItem;
		last = "bare";
		if (!isValue) return end;
		const longer = /^\d{4}-\d\d-\d\d$/.test(found)
			? matchEnd(restOfDateTime, block, end)
			: -1;
		const whole = Math.max(end, longer);
		if (scalar.test(block.slice(start, whole)))
			scalars.push({ start, end: whole });
		return whole;
	};

	let offset = 0;
	while (offset !== -1) {
		token.lastIndex = offset;
		const match = token.exec(block);
		if (match === null) break;
		offset = read(match[0], match.index, match.index + match[0].length);
	}
	return { scalars, keys };
}
