/**
 * Front matter in YAML, parsed by js-yaml 3, which takes more of what people really write than version 4 and the npm
 * package yaml: above all double-quoted text that goes on at the start of the next line.
 */
import yamlPackage from "js-yaml";
import { BlockError, type Duplicate } from "./block-error.ts";
import type { Language, Parsed } from "./language.ts";
import { maximumDepth, maximumText, tooDeep, tooMuchText } from "./limits.ts";
import { explainYaml, tabIndentation } from "./yaml-errors.ts";
import type { Load } from "./yaml-lines.ts";
import { mendBlock } from "./yaml-mending.ts";
import { type Mapping, Outline } from "./yaml-outline.ts";

const { FAILSAFE_SCHEMA, Schema, Type } = yamlPackage;
type LoadOptions = yamlPackage.LoadOptions;
type Listener = NonNullable<LoadOptions["listener"]>;

const standard = (name: string, options: yamlPackage.TypeConstructorOptions) =>
	new Type(`tag:yaml.org,2002:${name}`, options);

const asText = (name: string) => standard(name, { kind: "scalar" });

const nulls: ReadonlySet<unknown> = new Set(["null", "Null", "NULL", "~"]);

/** Scalars stay text: no number, no date, no boolean is made of them, only null where it stands without quotes. */
const schema = new Schema({
	include: [FAILSAFE_SCHEMA],
	implicit: [
		standard("null", {
			kind: "scalar",
			resolve: (text) => text === null || nulls.has(text),
			construct: () => null,
		}),
		standard("merge", {
			kind: "scalar",
			resolve: (text) => text === null || text === "<<",
		}),
	],
	explicit: [
		...["bool", "int", "float", "timestamp", "binary"].map(asText),
		standard("omap", { kind: "sequence" }),
		standard("pairs", { kind: "sequence" }),
		standard("set", {
			kind: "mapping",
			construct: (mapping: object | null) => Object.keys(mapping ?? {}),
		}),
	],
});

/** js-yaml writes a list that is a key as text, and that each time an alias stands for it. */
const weigh = (value: unknown): number => {
	if (typeof value === "string") return value.length;
	if (!Array.isArray(value)) return 1;
	return value.reduce<number>(
		(sum, item) => sum + (typeof item === "string" ? item.length : 16),
		1,
	);
};

/** Stops what grows by aliases or nests too deep while it is being read. */
function guard(): Listener {
	let depth = 0;
	let text = 0;
	return (event, state) => {
		if (event === "open") {
			// A list in a mapping may need two of the parser's levels.
			if (++depth > 2 * maximumDepth + 2) throw tooDeep(state.position);
			return;
		}
		depth--;
		// Of all nodes, aliases alone have a result and no kind.
		if (state.kind === null && state.result !== null) {
			text += weigh(state.result);
			if (text > 2 * maximumText) throw tooMuchText(state.position);
		}
	};
}

const load: Load = (block, listener = guard()) =>
	yamlPackage.load(block, { schema, json: true, listener });

function findDuplicates(mappings: readonly Mapping[]): Duplicate[] {
	const duplicates: Duplicate[] = [];
	for (const { entries } of mappings) {
		const seen = new Set<string>();
		for (const { key, keyStart } of entries) {
			if (seen.has(key)) duplicates.push({ key, offset: keyStart });
			seen.add(key);
		}
	}
	return duplicates;
}

/** js-yaml skips tabs at the start of a line without counting them, so a key behind them lands in the wrong mapping. */
function checkTabs(block: string, mappings: readonly Mapping[]): void {
	for (const { entries, isFlow } of mappings) {
		for (const { keyStart } of isFlow ? [] : entries) {
			const start = block.lastIndexOf("\n", keyStart - 1) + 1;
			if (/^ *\t[ \t]*$/.test(block.slice(start, keyStart)))
				throw tabIndentation(block, start);
		}
	}
}

const lineBeginsWithTab = /^ *\t/m;

function parseWatched(block: string): Parsed {
	const root = load(block);
	const outline = new Outline(block);
	load(block, outline.listen);
	const mappings = outline.readMappings();
	checkTabs(block, mappings);
	return { root, duplicates: findDuplicates(mappings), repairs: [] };
}

function parse(block: string): Parsed {
	try {
		if (lineBeginsWithTab.test(block)) return parseWatched(block);
		const root = yamlPackage.load(block, { schema, listener: guard() });
		return { root, duplicates: [], repairs: [] };
	} catch {
		// Perhaps only a duplicate key; if not, it fails again.
		return parseAgain(block);
	}
}

function parseAgain(block: string): Parsed {
	try {
		return parseWatched(block);
	} catch {
		// Perhaps only a line that can be mended; if not, it fails again, and is explained.
		return parseMended(block);
	}
}

function parseMended(block: string): Parsed {
	const { text, repairs, findOriginal } = mendBlock(block, load);
	try {
		const { root, duplicates } = parseWatched(text);
		const moved = duplicates.map(({ key, offset }) => ({
			key,
			offset: findOriginal(offset),
		}));
		return { root, duplicates: moved, repairs };
	} catch (error) {
		const explained = explainYaml(error, text, load);
		if (!(explained instanceof BlockError)) throw explained;
		const { code, message, offset, hint } = explained;
		throw new BlockError(code, message, findOriginal(offset), hint);
	}
}

function locate(block: string): ReadonlyMap<string, number> {
	const { text, findOriginal } = mendBlock(block, load);
	const outline = new Outline(text);
	load(text, outline.listen);
	const places = [...outline.readPlaces()];
	return new Map(
		places.map(([name, offset]): [string, number] => [
			name,
			findOriginal(offset),
		]),
	);
}

/**
 * YAML 1.2 as js-yaml 3 reads it, with merge keys; of duplicate keys the last one is taken, and so is a line that only
 * lacks quotes or a blank.
 */
export const yaml: Language = { title: "YAML", parse, locate };
