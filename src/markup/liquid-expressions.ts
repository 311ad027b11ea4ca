/**
 * The expressions of Liquid (https://shopify.github.io/liquid/) and Nunjucks: texts, a few variables, and filters on
 * them; undefined wherever a value is not here to be known.
 */

import { type Filter, filters } from "./liquid-filters.ts";
import type { MarkupContext } from "./markup.ts";

export interface Scope {
	readonly context: MarkupContext;
	readonly values: Map<string, string>;
	/** How many more characters expressions may take and give, so that no body costs or grows without bound. */
	budget: number;
}

const longest = 10_000;

/** Splits at the `|` outside quotes. */
function splitFilters(text: string): string[] {
	const parts = [""];
	for (const [token] of text.matchAll(/"[^"]*"|'[^']*'|[^|"']+|[|"']/g)) {
		if (token === "|") parts.push("");
		else parts[parts.length - 1] += token;
	}
	return parts.map((part) => part.trim());
}

/** Reads what stands without filters: a text in quotes, a number, a name. */
function readValue(text: string, scope: Scope): string | undefined {
	const quoted = /^(?:"([^"]*)"|'([^']*)')$/.exec(text);
	if (quoted) return quoted[1] ?? quoted[2];
	if (/^-?\d{1,20}(?:\.\d{1,20})?$/.test(text)) return text;
	if (/^(?:nil|null|none|empty|blank)$/.test(text)) return "";
	const path = text.replace(/\[["']([\w-]+)["']\]/g, ".$1");
	return scope.values.get(path);
}

function readFilterArguments(
	text: string,
	scope: Scope,
): (string | undefined)[] {
	const list = text.replace(/^\s*[:(]/, "").replace(/\)$/, "");
	return Array.from(list.matchAll(/"[^"]*"|'[^']*'|[^\s,"']+/g), ([argument]) =>
		readValue(argument, scope),
	);
}

function applyFilter(
	value: string | undefined,
	text: string,
	scope: Scope,
): string | undefined {
	const name = /^\w+/.exec(text)?.[0] ?? "";
	const args = readFilterArguments(text.slice(name.length), scope);
	if (value === undefined && name === "default") return args[0];
	const filter: Filter | undefined = filters.get(name);
	if (value === undefined || !filter) return undefined;
	const known = args.filter((argument) => argument !== undefined);
	if (known.length < args.length) return undefined;
	scope.budget -= value.length;
	if (scope.budget < 0) return undefined;
	const result = filter(value, known, scope.context);
	return result && result.length > longest ? undefined : result;
}

/** Gives what an expression stands for. */
export function evaluate(text: string, scope: Scope): string | undefined {
	const [first = "", ...rest] = splitFilters(text);
	const result = rest.reduce(
		(value, filter) => applyFilter(value, filter, scope),
		readValue(first, scope),
	);
	scope.budget -= result?.length ?? 0;
	return scope.budget < 0 ? undefined : result;
}

/** Remembers a value; what cannot be known is forgotten. */
export function keepValue(
	name: string,
	value: string | undefined,
	scope: Scope,
): void {
	if (value === undefined || value.length > longest) scope.values.delete(name);
	else scope.values.set(name, value);
}

/** Remembers `name = expression`. */
export function assign(text: string, scope: Scope): void {
	const [, name, expression = ""] = /^([\w.-]+)\s*=([\s\S]*)$/.exec(text) ?? [];
	if (name !== undefined)
		keepValue(name, evaluate(expression.trim(), scope), scope);
}
