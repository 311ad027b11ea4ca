/**
 * Front matter in bare lines, as Pelican and MultiMarkdown have it (https://python-markdown.github.io/extensions/meta_data/):
 * a key, a colon, and all of the rest of the line is its value. Lines indented by four blanks or a tab go on with it.
 */
import type { Duplicate } from "./block-error.ts";
import type { Language, Parsed } from "./language.ts";

interface Pair {
	/** In small letters: `Title` and `title` are the same key here. */
	readonly key: string;
	readonly keyStart: number;
	readonly valueStart: number;
	/** The value's lines, without the blanks around them. */
	readonly lines: string[];
}

const keyLine = /^( {0,3})([\w-]+):[ \t]*/;

function readPairs(block: string): Pair[] {
	const pairs: Pair[] = [];
	let offset = 0;
	for (const line of block.split("\n")) {
		const [head = "", indent = "", key] = keyLine.exec(line) ?? [];
		const text = line.slice(head.length).trim();
		if (key === undefined) pairs.at(-1)?.lines.push(text);
		else
			pairs.push({
				key: key.toLowerCase(),
				keyStart: offset + indent.length,
				valueStart: offset + head.length,
				lines: text === "" ? [] : [text],
			});
		offset += line.length + 1;
	}
	return pairs;
}

function parse(block: string): Parsed {
	const root: Record<string, string | null> = Object.create(null);
	const duplicates: Duplicate[] = [];
	for (const { key, keyStart, lines } of readPairs(block)) {
		if (key in root) duplicates.push({ key, offset: keyStart });
		root[key] = lines.join("\n") || null;
	}
	return { root, duplicates, repairs: [] };
}

function locate(block: string): ReadonlyMap<string, number> {
	return new Map(
		readPairs(block).map(({ key, valueStart }) => [key, valueStart]),
	);
}

/** Header lines: every value is text as it stands, quotes and colons too; of duplicate keys the last one is taken. */
export const header: Language = { title: "header lines", parse, locate };
