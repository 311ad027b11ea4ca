/**
 * What marks front matter at the start of a file. Each kind is one entry of `fences`; the first that recognises the text
 * decides.
 *
 * They are found here and not by gray-matter, which closes a fence by prefix (`----`, `---more`), parses the whole body
 * when the closing one is missing, and knows only one kind at a time.
 */
import { showText } from "../characters.ts";
import { findNearest } from "../nearest.ts";
import { BlockError } from "./block-error.ts";
import { maximumLength, tooLong } from "./limits.ts";

export type LanguageName = "yaml" | "toml" | "json";

/** Front matter that was found; offsets count characters of the file. */
export interface Block {
	readonly language: LanguageName;
	/** From here … */
	readonly start: number;
	/** … to here is the block, without fences and without its last line end. */
	readonly end: number;
	readonly bodyStart: number;
	/** A line that cannot stand in the block, since it would have ended it. */
	readonly close: string;
}

/**
 * Looks for one kind of front matter that begins exactly at an offset.
 * @returns undefined when the text begins in another way.
 * @throws {BlockError} when it begins so, but cannot be read.
 */
type Fence = (text: string, offset: number) => Block | undefined;

const languageWords: Readonly<Record<string, LanguageName>> = {
	yaml: "yaml",
	yml: "yaml",
	toml: "toml",
	json: "json",
};

/** Words for code, which gray-matter would run or which people who used to let it run write. */
const codeWords =
	/^(?:c?js|mjs|javascript|jsx?|tsx?|[cm]ts|typescript|coffee(?:script)?|cson|eval)$/;

/** The language that the word after an opening fence names. */
function readLanguage(
	text: string,
	offset: number,
	fence: string,
): LanguageName {
	const line = text.slice(offset, offset + 200).split("\n", 1)[0] ?? "";
	const word = line.slice(fence.length).trim().toLowerCase();
	const language = Object.hasOwn(languageWords, word)
		? languageWords[word]
		: undefined;
	if (language !== undefined) return language;
	if (codeWords.test(word))
		throw new BlockError(
			"front-matter-code",
			`Front matter that is code is never run: ${showText(line)}`,
			offset,
			"Write the values themselves, as YAML between two lines of ---.",
		);
	const nearest = findNearest(word, Object.keys(languageWords));
	throw new BlockError(
		"front-matter-language",
		`This is no language of front matter: ${showText(line)}`,
		offset,
		`Write ${nearest ? `${fence}${nearest}, or ` : ""}${fence} alone on the line.`,
	);
}

/** Whether nothing but blanks stands from an offset to the end of its line. */
function isLineEnd(text: string, offset: number): boolean {
	let end = offset;
	while (text[end] === " " || text[end] === "\t") end++;
	return end === text.length || text[end] === "\n";
}

/** Where the first line begins, from the line at `offset` on, that holds the fence alone; -1 when none does. */
function findLine(text: string, fence: string, offset: number): number {
	const start = `\n${fence}`;
	let found = text.indexOf(start, offset - 1);
	while (found !== -1 && !isLineEnd(text, found + start.length))
		found = text.indexOf(start, found + 1);
	return found === -1 ? -1 : found + 1;
}

/** The first of several closing lines, and where it begins. */
function findEnd(
	text: string,
	closers: readonly string[],
	offset: number,
): { close: string; end: number } | undefined {
	let found: { close: string; end: number } | undefined;
	for (const close of closers) {
		const end = findLine(text.slice(0, found?.end), close, offset);
		if (end !== -1) found = { close, end };
	}
	return found;
}

/** What makes a line with more than the fence a fence all the same. `----`, `--- ---` and `---|---` are Markdown. */
const wordAfterFence = /^(?:[ \t]+[^\s|-]|\w)/;

/** A block between two lines, as in `---`; YAML's own end of a document, `...`, closes it too. */
function lines(fence: string, usual: LanguageName): Fence {
	return (text, offset) => {
		if (!text.startsWith(fence, offset)) return undefined;
		const after = offset + fence.length;
		const isAlone = isLineEnd(text, after);
		if (!isAlone && !wordAfterFence.test(text.slice(after, after + 100)))
			return undefined;
		const language = isAlone ? usual : readLanguage(text, offset, fence);
		const start = findNextLine(text, after);
		const closers = language === "yaml" ? [fence, "..."] : [fence];
		const found = findEnd(text, closers, start);
		if (found === undefined) throw unclosed(fence, offset);
		const end = Math.max(start, found.end - 1);
		checkLength(end - start, start);
		const bodyStart = findNextLine(text, found.end);
		return { language, start, end, bodyStart, close: found.close };
	};
}

const unclosed = (fence: string, offset: number) =>
	new BlockError(
		"front-matter-unclosed",
		`The front matter that begins here has no end: ${fence}`,
		offset,
		fence === "{"
			? 'Write } after the last value; each string ends with " on its own line.'
			: `Write ${fence} alone on the line after the last key.`,
	);

function checkLength(length: number, offset: number): void {
	if (length > maximumLength) throw tooLong(length, offset);
}

function findNextLine(text: string, offset: number): number {
	const lineBreak = text.indexOf("\n", offset);
	return lineBreak === -1 ? text.length : lineBreak + 1;
}

const stringOrBrace = /[{}]|"[^"\\\n]*(?:\\.[^"\\\n]*)*("?)/g;

/** Where the brace stands that closes the first one, -1 when none does. */
function findClosingBrace(text: string): number {
	let depth = 0;
	stringOrBrace.lastIndex = 0;
	for (;;) {
		const match = stringOrBrace.exec(text);
		if (match === null || match[1] === "") return -1;
		if (match[0] === "{") depth++;
		if (match[0] === "}" && --depth === 0) return match.index;
	}
}

/** An object of JSON without fences, as Hugo has it; `{{ x }}`, `{% x %}` and `{: x}` begin a body. */
const leadingObject: Fence = (text, offset) => {
	if (!/^\{[ \t\n]{0,100}["}]/.test(text.slice(offset, offset + 102)))
		return undefined;
	// Two more than the limit, so that what is too long is seen to be.
	const head = text.slice(offset, offset + maximumLength + 2);
	const brace = findClosingBrace(head);
	if (brace === -1) {
		// Nothing but JSON begins so.
		if (!/^\{[ \t\n]*"[^"\\\n]*"[ \t]*:/.test(head)) return undefined;
		if (head.length > maximumLength)
			throw tooLong(text.length - offset, offset);
		throw unclosed("{", offset);
	}
	const end = offset + brace + 1;
	if (!isLineEnd(text, end)) return undefined;
	return {
		language: "json",
		start: offset,
		end,
		bodyStart: findNextLine(text, end),
		// It is no JSON, so it never stands in the block.
		close: ";;;",
	};
};

const fences: readonly Fence[] = [
	lines("---", "yaml"),
	lines("+++", "toml"),
	lines(";;;", "json"),
	leadingObject,
];

/** Where the first line begins that is not blank. */
function skipBlankLines(text: string): number {
	let start = 0;
	for (let i = 0; i < text.length; i++) {
		if (text[i] === "\n") start = i + 1;
		else if (text[i] !== " " && text[i] !== "\t") break;
	}
	return start;
}

/**
 * Finds the front matter at the start of a file, after blank lines.
 * @param text the whole file, LF line ends, no byte order mark
 * @returns undefined when there is none.
 * @throws {BlockError} with an offset in the file.
 */
export function findBlock(text: string): Block | undefined {
	const start = skipBlankLines(text);
	for (const fence of fences) {
		const block = fence(text, start);
		if (block !== undefined) return block;
	}
	return undefined;
}
