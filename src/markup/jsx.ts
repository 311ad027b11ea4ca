/**
 * Tags and expressions as JSX spells them, in text that is otherwise Markdown (https://mdxjs.com/docs/what-is-mdx/,
 * https://facebook.github.io/jsx/). Vue's, Svelte's and Astro's tags are read, too. What is not whole is text.
 */

import { createFinder, type Find } from "./finder.ts";

/** Attributes by their names as written; undefined is a value that only a program knows. */
export type Attributes = ReadonlyMap<string, string | undefined>;

interface Place {
	/** Offsets in the text. */
	readonly start: number;
	readonly end: number;
}

export interface JsxTag extends Place {
	readonly kind: "start" | "end" | "self-closing";
	/** As written; empty for a fragment's. */
	readonly name: string;
	readonly attributes: Attributes;
}

/** What stands between two braces. */
export interface JsxExpression extends Place {
	readonly kind: "expression";
	readonly code: string;
}

/** Says what an expression is as a text; undefined where only a program knows. */
export type ReadExpression = (code: string) => string | undefined;

/** Where a string begins in code: no apostrophe in the text of an element does. */
const beforeString = /[{(,[=:?+&|!<>;]$/;

/** The end of a string; the quotes themselves where nothing ends them on their line. */
function skipString(text: string, start: number): number {
	const quote = text.charAt(start);
	for (let at = start + 1; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === "\\") at++;
		else if (character === quote) return at + 1;
		else if (character === "\n") break;
	}
	return start + 1;
}

/** Finds for each brace the one that closes it. */
function matchBraces(text: string): ReadonlyMap<number, number> {
	const pairs = new Map<number, number>();
	const open: number[] = [];
	const sign = /\\[\s\S]|["'{}]|\/\*/g;
	const find = createFinder(text);
	let unclosed = "";
	for (let match = sign.exec(text); match; match = sign.exec(text)) {
		const at = match.index;
		if (match[0] === "{") open.push(at);
		else if (match[0] === "}") {
			const start = open.pop();
			if (start !== undefined) pairs.set(start, at);
		} else if (open.length === 0) continue;
		else if (match[0] === "/*") {
			const end = find("*/", at + 2);
			if (end >= 0) sign.lastIndex = end + 2;
		} else if (/["']/.test(match[0])) {
			const before = text.slice(Math.max(0, at - 20), at).trimEnd();
			const line = `${match[0]}${find("\n", at)}`;
			if (!beforeString.test(before) || unclosed === line) continue;
			sign.lastIndex = skipString(text, at);
			if (sign.lastIndex === at + 1) unclosed = line;
		}
	}
	return pairs;
}

interface Reader {
	readonly text: string;
	readonly braces: ReadonlyMap<number, number>;
	readonly find: Find;
	readonly read: ReadExpression;
}

const tagStart = /<(\/?)([A-Za-z][\w-]*(?:[.:][A-Za-z][\w-]*)*)?(?=[\s/>])/y;
const attributeName = /\s*([^\s"'<>/={}\uFDD0-\uFDD5]+)(\s*=\s*)?/y;
const bareValue = /[^\s"'=<>{}]+/y;
const tagEnd = /\s*(\/?)>/y;

function matchAt(pattern: RegExp, text: string, at: number) {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

interface Value {
	readonly value: string | undefined;
	readonly end: number;
}

const list = /^\s*\[([^[\]{}]*)\]\s*$/;
const string = /"([^"\n]*)"|'([^'\n]*)'/g;

/** A list of strings, each on a line. */
function readList(code: string): string | undefined {
	const inner = list.exec(code)?.[1];
	if (inner === undefined || inner.replace(string, "").replace(/[\s,]/g, ""))
		return undefined;
	const texts = [...inner.matchAll(string)].map(
		([, double, single]) => double ?? single ?? "",
	);
	return texts.join("\n");
}

function readValue(reader: Reader, at: number): Value | undefined {
	const { text } = reader;
	const quote = text.charAt(at);
	if (quote === "{") {
		const close = reader.braces.get(at);
		if (close === undefined) return undefined;
		const code = text.slice(at + 1, close);
		return { value: readList(code) ?? reader.read(code), end: close + 1 };
	}
	if (quote === '"' || quote === "'") {
		const close = text.indexOf(quote, at + 1);
		if (close < 0) return undefined;
		return { value: text.slice(at + 1, close), end: close + 1 };
	}
	const bare = matchAt(bareValue, text, at)?.[0];
	// Astro takes a template literal without braces, which stands here as marks of code.
	if (bare?.startsWith("\uFDD0"))
		return { value: reader.read(bare), end: at + bare.length };
	return bare === undefined
		? undefined
		: { value: bare, end: at + bare.length };
}

const spread = /\s*\{/y;

function readTag(reader: Reader, start: number): JsxTag | undefined {
	const { text } = reader;
	const [opening, slash, name = ""] = matchAt(tagStart, text, start) ?? [];
	if (opening === undefined) return undefined;
	const attributes = new Map<string, string | undefined>();
	let at = start + opening.length;
	for (;;) {
		const close = matchAt(tagEnd, text, at);
		if (close) {
			const kind = slash ? "end" : close[1] ? "self-closing" : "start";
			return { kind, name, attributes, start, end: at + close[0].length };
		}
		const brace = matchAt(spread, text, at);
		const found = brace ? null : matchAt(attributeName, text, at);
		if (name === "" || (!brace && !found)) return undefined;
		if (brace) {
			const end = reader.braces.get(at + brace[0].length - 1);
			if (end === undefined) return undefined;
			at = end + 1;
			continue;
		}
		at += found?.[0].length ?? 0;
		const value = found?.[2] ? readValue(reader, at) : { value: "", end: at };
		if (value === undefined) return undefined;
		at = value.end;
		const attribute = found?.[1] ?? "";
		// The value is code in Vue, though it stands between quotes.
		attributes.set(
			attribute,
			/^(?::|v-bind:)/.test(attribute)
				? reader.read(value.value ?? "")
				: value.value,
		);
	}
}

/** Comments hold no tags, and a backslash makes text of what follows it. */
const beginning = /\\[\s\S]|<!--|[<{]/g;

/** Reads the tags of a text, and the expressions between them, in their order. */
export function readJsx(
	text: string,
	read: ReadExpression,
): (JsxTag | JsxExpression)[] {
	const find = createFinder(text);
	const reader: Reader = { text, braces: matchBraces(text), find, read };
	const found: (JsxTag | JsxExpression)[] = [];
	beginning.lastIndex = 0;
	for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
		const start = match.index;
		let end = -1;
		if (match[0] === "<!--") end = find("-->", start) + 3;
		else if (match[0] === "<") {
			const tag = readTag(reader, start);
			if (tag) found.push(tag);
			end = tag?.end ?? -1;
		} else if (match[0] === "{") {
			const close = reader.braces.get(start);
			if (close !== undefined) {
				end = close + 1;
				const code = text.slice(start + 1, close);
				found.push({ kind: "expression", code, start, end });
			}
		}
		if (end > start) beginning.lastIndex = end;
	}
	return found;
}

/** Finds for each tag that begins an element the one that ends it, as indices. */
export function pairTags(
	parts: readonly (JsxTag | JsxExpression)[],
): ReadonlyMap<number, number> {
	const pairs = new Map<number, number>();
	const open: number[] = [];
	const byName = new Map<string, number[]>();
	parts.forEach((part, index) => {
		if (part.kind === "start") {
			const same = byName.get(part.name) ?? [];
			byName.set(part.name, same);
			same.push(open.length);
			open.push(index);
		} else if (part.kind === "end") {
			const same = byName.get(part.name) ?? [];
			let depth = same.pop();
			// What was open within a closed element has no end.
			while (depth !== undefined && !isOpen(parts, open[depth], part.name))
				depth = same.pop();
			if (depth === undefined) return;
			pairs.set(open[depth] ?? -1, index);
			open.length = depth;
		}
	});
	return pairs;
}

function isOpen(
	parts: readonly (JsxTag | JsxExpression)[],
	index: number | undefined,
	name: string,
): boolean {
	const part = index === undefined ? undefined : parts[index];
	return part?.kind === "start" && part.name === name;
}
