/** The one file that knows gray-matter: it gets a block alone, as a small document of its own, and our languages. */
import matter from "gray-matter";
import type { Block, LanguageName } from "./fence.ts";
import { header } from "./header.ts";
import { json } from "./json.ts";
import type { Language, Parsed } from "./language.ts";
import { maximumBlankLines, tooManyBlankLines } from "./limits.ts";
import { toml } from "./toml.ts";
import { yaml } from "./yaml.ts";

export const languages: Readonly<Record<LanguageName, Language>> = {
	yaml,
	toml,
	json,
	header,
};

// gray-matter hands over the line break after its fence, which is none of the block.
const engine = (language: Language) => (matter: string) =>
	language.parse(matter.slice(1));

const refuse = (): never => {
	throw new Error("Front matter that is code is never run");
};

const engines = {
	yaml: engine(yaml),
	toml: engine(toml),
	json: engine(json),
	header: engine(header),
	// gray-matter's own engine for these calls eval.
	javascript: refuse,
	coffee: refuse,
};

// One line break ends the line before them.
const blankLines = new RegExp(
	`(?:[\\n\\r\\u2028\\u2029][^\\S\\n\\r\\u2028\\u2029]*){${maximumBlankLines + 2}}`,
);

/**
 * Parses a block by gray-matter.
 * @throws {BlockError} with offsets in the block.
 */
export function parseBlock(text: string, block: Block): Parsed {
	const { language, close } = block;
	if (text.length > maximumBlankLines) {
		const offset = text.search(blankLines);
		if (offset !== -1) throw tooManyBlankLines(offset);
	}
	// Options always: without them gray-matter answers from a cache, in which a broken text has empty front matter.
	const { data } = matter(`${close}\n${text}\n${close}\n`, {
		language,
		engines,
		delimiters: [close, `${close}\n`],
	});
	// Of blanks and comments alone gray-matter makes `{}` without asking us.
	return "root" in data
		? (data as Parsed)
		: { root: Object.create(null), duplicates: [], repairs: [] };
}
