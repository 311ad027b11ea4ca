/** Reads the front matter of a file, in whatever language it is written, and says where its body begins. */
import { showText } from "../characters.ts";
import type { Report } from "../diagnostics.ts";
import { BlockError, placeAt } from "./block-error.ts";
import type { Block } from "./fence.ts";
import { type FenceName, findBlock, usualFences } from "./fences.ts";
import { languages, parseBlock } from "./gray-matter.ts";
import type { Parsed } from "./language.ts";
import { convertMapping, type Value } from "./values.ts";

export type { Value } from "./values.ts";

export interface FrontMatter {
	/** The top-level keys as written, those of header lines in small letters; of duplicates the last. */
	readonly values: ReadonlyMap<string, Value>;
	readonly body: string;
	/** The line of the file, from 1, on which the body's text begins. */
	readonly bodyLine: number;
	/** Where a value stands, by its name in messages (example: `authors[1].email`). Found only when asked for, since only messages need it. */
	readonly place: (key: string) => { line: number; column: number } | undefined;
}

/** Finds the values of one block again, reading it a second time at the first question. */
function makeLocator(
	text: string,
	block: Block,
): (key: string) => number | undefined {
	let places: ReadonlyMap<string, number> | undefined;
	return (key) => {
		places ??= languages[block.language].locate(
			text.slice(block.start, block.end),
		);
		let name = key;
		// What stands nowhere by itself stands in what it is a part of.
		while (!places.has(name) && partOf.test(name))
			name = name.replace(partOf, "");
		const offset = places.get(name);
		return offset === undefined ? undefined : block.start + offset;
	};
}

/** The last part of a name such as `authors[1].email`. */
const partOf = /(?:\.[^.[\]]+|\[\d+\])$/;

function checkMapping({ root }: Parsed): object {
	if (root === undefined || root === null) return {};
	if (typeof root === "object" && !Array.isArray(root)) return root;
	throw new BlockError(
		"front-matter-not-a-mapping",
		`The front matter is ${Array.isArray(root) ? "a list" : "one text"}, not keys with values`,
		0,
		"Write each value after its key, as in title: My title",
	);
}

/** More warnings than this about one file help nobody. */
const mostDuplicates = 50;

function reportDuplicates(
	{ duplicates }: Parsed,
	placeOf: (offset: number) => { line: number; column: number },
	file: string,
	report: Report,
): void {
	const rest = duplicates.length - mostDuplicates;
	for (const [i, { key, offset }] of duplicates
		.slice(0, mostDuplicates)
		.entries()) {
		const more = i === mostDuplicates - 1 && rest > 0;
		report({
			severity: "warning",
			code: "front-matter-duplicate-key",
			message: `"${showText(key)}" stands here a second time; its last value is taken`,
			hint: `Take one of them out.${more ? ` So with ${rest} keys after it.` : ""}`,
			file,
			...placeOf(offset),
		});
	}
}

function reportRepairs(
	{ repairs }: Parsed,
	placeOf: (offset: number) => { line: number; column: number },
	file: string,
	report: Report,
): void {
	for (const { message, hint, offset } of repairs)
		report({
			severity: "warning",
			code: "front-matter-repaired",
			message,
			hint,
			file,
			...placeOf(offset),
		});
}

/**
 * Reads the front matter of a file.
 * @param text the whole file, LF line ends, no byte order mark
 * @param file as messages should name it
 * @param report takes errors, and warnings about duplicate keys and lines that were repaired
 * @param fences the kinds of front matter to look for, in this order
 * @returns empty values and the whole text when there is no front matter; undefined after an error was reported.
 */
export function readFrontMatter(
	text: string,
	file: string,
	report: Report,
	fences: readonly FenceName[] = usualFences,
): FrontMatter | undefined {
	let start = 0;
	try {
		const block = findBlock(text, fences);
		if (block === undefined)
			return {
				values: new Map(),
				body: text,
				bodyLine: 1,
				place: () => undefined,
			};
		start = block.start;
		const parsed = parseBlock(text.slice(block.start, block.end), block);
		const locate = makeLocator(text, block);
		const values = convertMapping(
			checkMapping(parsed),
			(key) => (locate(key) ?? start) - start,
		);
		const placeOf = (offset: number) => placeAt(text, start + offset);
		reportRepairs(parsed, placeOf, file, report);
		reportDuplicates(parsed, placeOf, file, report);
		return {
			values,
			body: text.slice(block.bodyStart),
			bodyLine: placeAt(text, block.bodyStart).line,
			place: (key) => {
				const offset = locate(key);
				return offset === undefined ? undefined : placeAt(text, offset);
			},
		};
	} catch (error) {
		if (!(error instanceof BlockError)) throw error;
		const { code, message, hint, offset } = error;
		report({
			severity: "error",
			code,
			message,
			hint,
			file,
			...placeAt(text, start + offset),
		});
		return undefined;
	}
}
