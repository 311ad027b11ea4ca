/** Finds the author's key for each idea, as an article's dialect calls it. */

import { toPlainLine } from "./characters.ts";
import type { Report } from "./diagnostics.ts";
import type { Dialect, Idea, Keys } from "./dialects/dialect.ts";
import { createField, type FindField, isMap } from "./fields.ts";
import type { FrontMatter, Value } from "./front-matter/front-matter.ts";

/** A text without a character says as little as none. */
function isBlank(value: Value | undefined): value is null | undefined {
	if (value === undefined || value === null) return true;
	return typeof value === "string" && toPlainLine(value) === "";
}

/** Words that stand for "none" where something else than yes or no is asked for (`image: false`). */
const isSwitch = (value: Value) =>
	typeof value === "string" && /^(?:true|false|yes|no|on|off)$/i.test(value);

/** What generators let people switch on and off by the same key (`lastUpdated: false`). */
const switchable: ReadonlySet<Idea> = new Set([
	"authors",
	"date",
	"expires",
	"image",
	"link",
	"permalink",
	"updated",
]);

/** What a generator's article cannot do without; in the rest its templates may have their own ways. */
const essential: ReadonlySet<Idea> = new Set([
	"date",
	"draft",
	"expires",
	"id",
	"permalink",
	"slug",
	"title",
]);

/** One of a dialect's keys for an idea. */
interface KnownKey {
	readonly idea: Idea;
	/** Its place in the order of preference. */
	readonly rank: number;
	readonly key: string;
	/** `["extra", "author"]` */
	readonly parts: readonly string[];
}

/** The keys of each dialect by the first of their parts in small letters: articles have few keys, dialects many. */
const indexes = new WeakMap<Keys, ReadonlyMap<string, readonly KnownKey[]>>();

function indexKeys(keys: Keys): ReadonlyMap<string, readonly KnownKey[]> {
	const known = indexes.get(keys);
	if (known !== undefined) return known;
	const index = new Map<string, KnownKey[]>();
	for (const [idea, names] of Object.entries(keys))
		for (const [rank, key] of names.entries()) {
			const parts = key.split(".");
			const first = (parts[0] ?? "").toLowerCase();
			const one = { idea: idea as Idea, rank, key, parts };
			index.set(first, [...(index.get(first) ?? []), one]);
		}
	indexes.set(keys, index);
	return index;
}

interface Found {
	readonly key: string;
	readonly value: Exclude<Value, null>;
	/** As the key's, and a little higher where the author spells it in another case. */
	readonly rank: number;
}

function findInGroups(
	value: Value,
	parts: readonly string[],
): Value | undefined {
	let found: Value | undefined = value;
	for (let i = 1; i < parts.length; i++)
		found =
			found !== undefined && isMap(found)
				? found.get(parts[i] ?? "")
				: undefined;
	return found;
}

/** Finds for each idea the value that its most preferred key has. */
function findAll(
	values: ReadonlyMap<string, Value>,
	keys: Keys,
	isOwn: (idea: Idea, key: string) => boolean,
): ReadonlyMap<Idea, Found> {
	const index = indexKeys(keys);
	const all = new Map<Idea, Found>();
	for (const [first, whole] of values)
		for (const known of index.get(first.toLowerCase()) ?? []) {
			const { idea, parts } = known;
			const isGrouped = parts.length > 1;
			const isSpelled = first === parts[0];
			if (isGrouped && !isSpelled) continue;
			const rank = known.rank + (isSpelled ? 0 : 0.5);
			const best = all.get(idea);
			if (best !== undefined && best.rank <= rank) continue;
			const value = isGrouped ? findInGroups(whole, parts) : whole;
			const key = isGrouped ? known.key : first;
			if (isBlank(value)) continue;
			if (switchable.has(idea) && isSwitch(value) && !isOwn(idea, key))
				continue;
			all.set(idea, { key, value, rank });
		}
	return all;
}

/**
 * Makes the way to an article's fields: by the keys of its dialect in their order, as the author spells them, else in
 * any case; then by the same keys in what stands for all articles of a part of the site.
 * @param strict keys whose mistakes are errors; under others a generator's template may know better
 */
export function createFindField(
	frontMatter: FrontMatter,
	dialect: Pick<Dialect, "keys">,
	file: string,
	report: Report,
	defaults: readonly ReadonlyMap<string, Value>[] = [],
	strict?: Keys,
): FindField {
	const isOwn = (idea: Idea, key: string) =>
		strict?.[idea].includes(key) === true;
	const sources = [frontMatter.values, ...defaults];
	const layers = sources.map((values) => findAll(values, dialect.keys, isOwn));
	return (idea) => {
		const at = layers.findIndex((each) => each.has(idea));
		const found = layers[at]?.get(idea);
		if (found === undefined) return undefined;
		const isOwnKey = isOwn(idea, found.key) || essential.has(idea);
		return createField(found.key, found.value, (complaint) => {
			const severity = complaint.severity ?? (isOwnKey ? "error" : "warning");
			const shared = at > 0 ? sources[at] : undefined;
			if (shared && severity !== "error" && isTold(shared, complaint)) return;
			report({
				severity,
				code: complaint.code,
				message: `"${complaint.key}" ${complaint.problem}`,
				hint: complaint.hint,
				file,
				...frontMatter.place(complaint.key),
			});
		});
	};
}

/** What has been told of front matter that many articles share. */
const told = new WeakMap<ReadonlyMap<string, Value>, Set<string>>();

/** Whether the first of the articles that share it has told it already. */
function isTold(
	values: ReadonlyMap<string, Value>,
	{ key, code }: { readonly key: string; readonly code: string },
): boolean {
	const known = told.get(values) ?? new Set();
	told.set(values, known);
	const isKnown = known.has(`${code} ${key}`);
	known.add(`${code} ${key}`);
	return isKnown;
}
