/** Finds all mistakes of a configuration at once. */

import * as v from "valibot";
import { findNearest } from "../nearest.ts";
import {
	findArchiveConflicts,
	findFamilyConflicts,
	findFileConflicts,
	findFolderConflicts,
	findFormatConflicts,
} from "./conflicts.ts";
import { formatPath, type KeyPath, type Mistake } from "./mistake.ts";
import { type CheckedConfig, configSchema } from "./schema.ts";
import { settleFormats } from "./settings.ts";
import { quote, showValue } from "./values.ts";

/**
 * Checks a configuration.
 * @param value what the author wrote
 * @param root the absolute folder that its paths are relative to
 * @returns the configuration with its defaults, or every mistake in it
 */
export function checkConfig(
	value: unknown,
	root: string,
): { config: CheckedConfig } | { mistakes: readonly Mistake[] } {
	const result = v.safeParse(configSchema, value);
	const mistakes = (result.issues ?? []).map(describeIssue);
	const conflicts =
		typeof value === "object" && value !== null && !Array.isArray(value)
			? // The parts without an issue are what the type says.
				findConflicts(result.output as CheckedConfig, mistakes, root)
			: [];
	const all = [
		...findUnknownKeys(configSchema, value, []),
		...mistakes,
		...conflicts,
	];
	return all.length === 0 && result.success
		? { config: result.output }
		: { mistakes: all };
}

const examples: Readonly<Record<string, string>> = {
	site: 'Add site: { url: "https://www.example.org/", title: "My site" }.',
	"site.url":
		'Add the site\'s address, such as url: "https://www.example.org/".',
	"site.title": 'Add the site\'s name, such as title: "My site".',
	name: 'Add it, such as name: "Ada Lovelace".',
	path: 'Add it, such as path: "/".',
};

function describeIssue(issue: v.BaseIssue<unknown>): Mistake {
	const path = (issue.path ?? []).map((item) => item.key as string | number);
	const name = formatPath(path);
	const subject = name ? quote(name) : "The configuration";
	const example = examples[name] ?? examples[path.at(-1) ?? ""];
	if (issue.input === undefined)
		return {
			code: "config-missing",
			path,
			message: `${subject} is missing`,
			hint: example ?? "Write it.",
		};
	const [wrong = "", hint = ""] = issue.message.split("\n");
	return {
		code: "config-invalid",
		path,
		message: `${subject} ${wrong}: ${showValue(issue.input)}`,
		// A key that has an example is required, so it cannot be left out.
		hint: (wrong === "is empty" && example) || hint,
	};
}

function findConflicts(
	{ feeds, formats, articles, output }: CheckedConfig,
	mistakes: readonly Mistake[],
	root: string,
): Mistake[] {
	const isSound = (...path: KeyPath) =>
		!mistakes.some((mistake) =>
			path.every(
				(key, i) => i >= mistake.path.length || mistake.path[i] === key,
			),
		);
	const conflicts: Mistake[] = [];
	const sound = new Map(
		Array.isArray(feeds)
			? [...feeds.entries()].filter(([i]) => isSound("feeds", i))
			: [],
	);
	for (const [i, feed] of sound)
		conflicts.push(
			...findFamilyConflicts(i, feed),
			...findArchiveConflicts(i, feed),
		);
	if (isSound("formats")) {
		const global = findFormatConflicts(
			["formats"],
			"formats",
			settleFormats(formats),
		);
		conflicts.push(...global);
		for (const [i, feed] of sound) {
			if (!feed.formats || global.length > 0) continue;
			conflicts.push(
				...findFormatConflicts(
					["feeds", i, "formats"],
					`feeds[${i}].formats`,
					settleFormats(formats, feed.formats),
				),
			);
		}
		conflicts.push(...findFileConflicts(sound, formats));
	}
	if (isSound("output") && isSound("articles"))
		conflicts.push(...findFolderConflicts(root, output, articles));
	return conflicts;
}

/** What valibot's schemas are made of, as far as keys are concerned. */
interface SchemaNode {
	readonly pipe?: readonly SchemaNode[];
	readonly wrapped?: SchemaNode;
	readonly item?: SchemaNode;
	readonly entries?: Readonly<Record<string, SchemaNode>>;
	readonly getter?: (input: unknown) => SchemaNode;
}

/** Finds the keys that no schema names; valibot's strictObject stops at the first, and never sees `__proto__`. */
function findUnknownKeys(
	schema: unknown,
	value: unknown,
	path: KeyPath,
): Mistake[] {
	if (typeof value !== "object" || value === null) return [];
	const { pipe, wrapped, item, entries, getter } = schema as SchemaNode;
	if (getter) return findUnknownKeys(getter(value), value, path);
	if (pipe) return pipe.flatMap((part) => findUnknownKeys(part, value, path));
	if (wrapped) return findUnknownKeys(wrapped, value, path);
	if (item && Array.isArray(value))
		return value.flatMap((one, i) => findUnknownKeys(item, one, [...path, i]));
	if (!entries || Array.isArray(value)) return [];
	return Object.entries(value).flatMap(([key, one]) =>
		Object.hasOwn(entries, key)
			? findUnknownKeys(entries[key], one, [...path, key])
			: [describeUnknownKey([...path, key], Object.keys(entries))],
	);
}

function describeUnknownKey(path: KeyPath, known: readonly string[]): Mistake {
	const key = String(path.at(-1));
	const nearest = findNearest(key, known);
	const hint = nearest
		? `Did you mean ${quote(nearest)}?`
		: `Known here: ${known.join(", ")}`;
	return {
		code: "config-unknown-key",
		path,
		message: `${quote(formatPath(path))} is an unknown key`,
		hint: findOtherPlace(path) ?? hint,
	};
}

/** People look for `title` at the top, and for `feeds` in `site`. */
function findOtherPlace(path: KeyPath): string | undefined {
	const top = configSchema.pipe[1].entries;
	const key = String(path.at(-1));
	if (path.length === 1 && Object.hasOwn(top.site.pipe[1].entries, key))
		return `Write it inside "site".`;
	if (path.length === 2 && path[0] === "site" && Object.hasOwn(top, key))
		return `Write it beside "site", not inside.`;
	return undefined;
}
