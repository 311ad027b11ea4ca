/**
 * What marks front matter at the start of a file. Each kind is one entry of `fences`; of those that are asked for,
 * the first that recognises the text decides.
 *
 * They are found here and not by gray-matter, which closes a fence by prefix (`----`, `---more`), parses the whole body
 * when the closing one is missing, and knows only one kind at a time.
 */
import { showText } from "../characters.ts";
import { findNearest } from "../nearest.ts";
import { BlockError } from "./block-error.ts";
import {
	type Block,
	checkLength,
	type Fence,
	findLine,
	findNextLine,
	isLineEnd,
	type LanguageName,
	unclosed,
} from "./fence.ts";
import { leadingObject } from "./leading-object.ts";
import { comment, header, unopened } from "./unfenced.ts";

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

/** `---`, `+++`, `;;;`, a leading object of JSON, and three that have no fences of their own. */
export type FenceName =
	| "yaml"
	| "toml"
	| "json"
	| "object"
	| "comment"
	| "header"
	| "unopened";

const fences: Readonly<Record<FenceName, Fence>> = {
	yaml: lines("---", "yaml"),
	toml: lines("+++", "toml"),
	json: lines(";;;", "json"),
	object: leadingObject,
	comment,
	header,
	unopened,
};

/** What is taken for front matter whoever wrote it. */
export const usualFences: readonly FenceName[] = [
	"yaml",
	"toml",
	"json",
	"object",
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
 * @param names the kinds to look for, in this order
 * @returns undefined when there is none.
 * @throws {BlockError} with an offset in the file.
 */
export function findBlock(
	text: string,
	names: readonly FenceName[],
): Block | undefined {
	const start = skipBlankLines(text);
	for (const name of names) {
		const block = fences[name](text, start);
		if (block !== undefined) return block;
	}
	return undefined;
}
