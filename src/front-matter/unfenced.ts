/**
 * Front matter without fences of its own: in a comment, as Harmonic has it (https://github.com/JSRocksHQ/harmonic), in
 * header lines, as Pelican and MultiMarkdown have it (https://python-markdown.github.io/extensions/meta_data/), and
 * before a `---` that nothing opened, as Hexo has it (https://hexo.io/docs/front-matter). Comments and lines with colons
 * begin many a text, too, so that here all of a block must look like front matter; what does not is body.
 */
import { type Fence, findLine, findNextLine, isLineEnd } from "./fence.ts";

/** What the lines of a block look like. */
interface Lines {
	/** A line with a top-level key, which it captures. */
	readonly key: RegExp;
	/** A line that belongs to the one before it, or says nothing. */
	readonly rest: RegExp;
}

const yamlLines: Lines = {
	key: /^["']?([\p{L}\p{N}_][\p{L}\p{N}_.-]*)["']?[ \t]*:/u,
	rest: /^(?:$|[ \t#]|-(?:[ \t]|$))/,
};

const headerLines: Lines = {
	key: /^ {0,3}([\w-]+):/,
	rest: /^(?: {4}|\t)/,
};

/** Characters in a block without fences; real ones have less than 2,000. */
const longest = 16 * 1024;

/**
 * The rule for all three: the block begins with a key, each of its lines is one with a key or belongs to one, and a
 * top-level key is `title` or `date`, in letters of any case.
 */
function isFrontMatter(block: string, { key, rest }: Lines): boolean {
	if (block.length > longest) return false;
	const lines = block.split("\n");
	const names = lines.map((line) => key.exec(line)?.[1]?.toLowerCase());
	return (
		names[0] !== undefined &&
		names.some((name) => name === "title" || name === "date") &&
		lines.every((line, i) => names[i] !== undefined || rest.test(line))
	);
}

/** YAML from one offset to the line at another, which ends it. */
function findYaml(
	text: string,
	start: number,
	closing: number,
	close: string,
): ReturnType<Fence> {
	const end = closing - 1;
	if (end <= start || end - start > longest) return undefined;
	if (!isFrontMatter(text.slice(start, end), yamlLines)) return undefined;
	const bodyStart = findNextLine(text, closing);
	return { language: "yaml", start, end, bodyStart, close };
}

/** YAML between `<!--` and `-->`, each alone on its line. */
export const comment: Fence = (text, offset) => {
	const open = offset + "<!--".length;
	if (!text.startsWith("<!--", offset) || !isLineEnd(text, open))
		return undefined;
	const start = findNextLine(text, open);
	const closing = findLine(text, "-->", start);
	// A comment ends at the first of them, wherever it stands.
	return text.indexOf("-->", start) === closing
		? findYaml(text, start, closing, "-->")
		: undefined;
};

/** YAML that only ends with `---`. */
export const unopened: Fence = (text, offset) =>
	findYaml(text, offset, findLine(text, "---", offset), "---");

const blankLine = /^[ \t]*$/gm;

/** `Title: My title` and other lines up to the first that is blank. */
export const header: Fence = (text, offset) => {
	blankLine.lastIndex = offset;
	const blank = blankLine.exec(text)?.index;
	const end = blank === undefined ? text.length : blank - 1;
	if (end <= offset || end - offset > longest) return undefined;
	if (!isFrontMatter(text.slice(offset, end), headerLines)) return undefined;
	const bodyStart = blank === undefined ? end : findNextLine(text, blank);
	return { language: "header", start: offset, end, bodyStart, close: "---" };
};
