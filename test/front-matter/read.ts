/** Reads front matter as a build does, and makes of the result what a test can show in a few lines. */
import type { Diagnostic } from "../../src/diagnostics.ts";
import type { FenceName } from "../../src/front-matter/fences.ts";
import {
	readFrontMatter,
	type Value,
} from "../../src/front-matter/front-matter.ts";

/** Maps as lists of pairs, so that no key is special; texts, nulls and lists as they are. */
export function show(value: Value | ReadonlyMap<string, Value>): unknown {
	if (value === null || typeof value === "string") return value;
	if (value instanceof Map)
		return Object.fromEntries(
			[...value].map(([key, item]) => [key, show(item)]),
		);
	return (value as readonly Value[]).map(show);
}

const spell = ({ line, column, severity, code, message, hint }: Diagnostic) =>
	`${line}:${column} ${severity} ${code}: ${message}${hint === undefined ? "" : `\n${hint}`}`;

/** Reads a whole file: the values as plain objects, and each diagnostic as `line:column severity code: message`, the hint below it. */
export function read(text: string, fences?: readonly FenceName[]) {
	const messages: string[] = [];
	const read = readFrontMatter(
		text,
		"a.md",
		(diagnostic) => messages.push(spell(diagnostic)),
		fences,
	);
	return {
		messages,
		values: read && (show(read.values) as Record<string, unknown>),
		body: read?.body,
		bodyLine: read?.bodyLine,
		place: read?.place ?? (() => undefined),
	};
}

/** The file of a block in a language's own fences. */
export const fence = {
	yaml: (block: string) => `---\n${block}\n---\nBody`,
	toml: (block: string) => `+++\n${block}\n+++\nBody`,
	json: (block: string) => `;;;\n${block}\n;;;\nBody`,
};
