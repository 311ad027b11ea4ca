/**
 * Liquid as Jekyll has it: https://jekyllrb.com/docs/liquid/ with tags of common plugins. Only what the article itself
 * and its site's address tell is evaluated.
 */

import { judgeCondition } from "./conditions.ts";
import { renderCode, showMarks } from "./elements.ts";
import { renderEmbeddedAddress } from "./embeds.ts";
import {
	assign,
	evaluate,
	keepValue,
	type Scope,
} from "./liquid-expressions.ts";
import type { Markup, MarkupContext } from "./markup.ts";
import { missingValue, removeMissing } from "./missing-values.ts";
import {
	encodeTarget,
	readBasePath,
	readOrigin,
	resolveReference,
} from "./references.ts";
import { renderAny } from "./shortcodes.ts";
import { readArguments } from "./tag-arguments.ts";
import { type Call, renderTemplate } from "./template.ts";
import type { Syntax } from "./template-tags.ts";

/** Renders one tag. */
export type RenderTag = (call: Call, scope: Scope) => string;

const syntax: Syntax = {
	opening: /\{%|\{\{/g,
	closings: { "{%": "%}", "{{": "}}" },
	output: "{{",
	verbatim: new Set(["raw", "comment", "highlight"]),
	readEnd: (name) => (/^end./.test(name) ? name.slice(3) : undefined),
};

/** The part of a tag that names it, as its author wrote it. */
export function showName(call: Call): string {
	if (call.isOutput)
		return /^\{\{[-~]?\s*[^\s|(}]*/.exec(call.source)?.[0] ?? call.source;
	const end = call.source.indexOf(call.name) + call.name.length;
	return call.source.slice(0, end);
}

/** `{{ "a text" | filter }}` with a filter of somebody's own; one that writes dates would need more than the text. */
function readUnfiltered(
	expression: string,
): { text: string; filter: string } | undefined {
	const [, double, single, filter] =
		/^(?:"([^"]*)"|'([^']*)')\s*(\|\s*\w+)/.exec(expression) ?? [];
	const text = double ?? single;
	if (text === undefined || filter === undefined) return undefined;
	return /date|time/i.test(filter) ? undefined : { text, filter };
}

/** Renders an output, or leaves it out with a warning. */
export function renderOutput(call: Call, scope: Scope): string {
	const { context } = scope;
	const value = evaluate(call.rest, scope);
	if (value !== undefined) return showMarks(value, context);
	const literal = readUnfiltered(call.rest);
	if (literal && /embed|video/i.test(literal.filter))
		return renderEmbeddedAddress(literal.text);
	if (literal) {
		context.warnUnknown(literal.filter, "its text is kept");
		return showMarks(literal.text, context);
	}
	context.warnUnknown(context.restore(showName(call)), "it is left out");
	return missingValue;
}

/** Renders an output among the arguments of a tag. */
function fillOutput(output: string, scope: Scope): string {
	const value = evaluate(output.slice(2, -2).trim(), scope);
	if (value !== undefined) return value;
	const name = /^\{\{\s*[^\s|(}]*/.exec(output)?.[0] ?? output;
	scope.context.warnUnknown(name, "it is left out");
	return missingValue;
}

/** Reads arguments in which words without quotes are variables. */
export function readTagArguments(text: string, scope: Scope) {
	const filled = scope.context
		.restore(text)
		.replace(/\{\{[^{}]*\}\}/g, (output) =>
			fillOutput(output, scope).replaceAll('"', "&quot;"),
		);
	return readArguments(filled, (word) => {
		const value = evaluate(word, scope);
		// A path or an id that stands without quotes, as older plugins have it.
		return (
			value ?? (/^(?:page|site|include|post)\./.test(word) ? undefined : word)
		);
	});
}

const renderUnknown: RenderTag = (call, scope) =>
	renderAny(
		{
			name: call.name,
			args: readTagArguments(call.rest, scope),
			inner: call.inner,
		},
		showName(call),
		scope.context,
	);

/** `{% include figure.html src="…" %}`: what the file does is told by its name. */
const renderInclude: RenderTag = (call, scope) => {
	const match = /^(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(call.rest);
	const name = match?.[1] ?? match?.[2] ?? match?.[3] ?? "";
	const end = call.source.indexOf(match?.[0] ?? "") + (match?.[0].length ?? 0);
	const args = readTagArguments(call.rest.slice(match?.[0].length), scope);
	const shown = call.source.slice(0, end);
	return renderAny({ name, args }, shown, scope.context);
};

/** `{% post_url 2024-01-02-hello %}`, `{% link _posts/2024-01-02-hello.md %}`. */
const renderReference: RenderTag = (call, scope) => {
	const { context } = scope;
	const filled = call.rest.replace(
		/\{\{([^{}]*)\}\}/g,
		(_, inside: string) => evaluate(inside.trim(), scope) ?? "",
	);
	const path = (readArguments(filled).list[0] ?? "").replace(/^\//, "");
	const isFile =
		call.name === "link" && !/\.(?:md|markdown|mkd|html?)$/i.test(path);
	if (isFile) return encodeTarget(`${readBasePath(context)}/${path}`);
	const shown = `${call.name} ${call.rest}`;
	return resolveReference(path, shown, context) ?? missingValue;
};

/** `{% highlight ruby linenos %}`, `{% highlight "js" %}`. */
const renderHighlight: RenderTag = ({ rest, inner }, { context }) => {
	const language = /^["']?([\w#+.-]+)/.exec(rest)?.[1] ?? "";
	const code = (inner?.source ?? "").replace(
		/\{%-?\s{0,9}(?:end)?raw\s{0,9}-?%\}\n?/g,
		"",
	);
	return renderCode(code, language, context);
};

const renderCapture: RenderTag = ({ rest, inner }, scope) => {
	keepValue(rest.replace(/["']/g, ""), inner?.render(), scope);
	return "";
};

/** The first branch whose condition is fulfilled, or cannot be judged here. */
export const renderCondition: RenderTag = ({ inner }, scope) => {
	const chosen = inner?.readBranches().find(({ name, rest }) => {
		const isFulfilled = name === "else" || judgeCondition(rest, scope);
		return name === "unless" ? !isFulfilled : isFulfilled !== false;
	});
	return chosen?.render() ?? "";
};

/** The branch for a value that is known, else the first one. */
const renderCase: RenderTag = ({ rest, inner }, scope) => {
	const value = evaluate(rest, scope);
	const [, ...branches] = inner?.readBranches() ?? [];
	const chosen = branches.find(
		(branch) =>
			value === undefined ||
			branch.name !== "when" ||
			readTagArguments(branch.rest, scope).list.includes(value),
	);
	return chosen?.render() ?? "";
};

export const renderInside: RenderTag = ({ inner }) => inner?.render() ?? "";

export const renderNothing: RenderTag = () => "";

export const renderLoop: RenderTag = (call, { context }) => {
	context.warnUnknown(showName(call), "it is left out");
	return "";
};

export const renderAssign: RenderTag = ({ rest }, scope) => {
	assign(rest, scope);
	return "";
};

/** Text that is shown as it stands, with the marks in it. */
export const renderRaw: RenderTag = ({ inner }, { context }) =>
	showMarks(inner?.source ?? "", context);

export const liquidTags: ReadonlyMap<string, RenderTag> = new Map<
	string,
	RenderTag
>([
	["", renderNothing],
	["assign", renderAssign],
	["break", renderNothing],
	["capture", renderCapture],
	["case", renderCase],
	["comment", renderNothing],
	["continue", renderNothing],
	["cycle", renderNothing],
	["decrement", renderNothing],
	["echo", (call, scope) => renderOutput(call, scope)],
	["else", renderNothing],
	["elsif", renderNothing],
	["for", renderLoop],
	["highlight", renderHighlight],
	["if", renderCondition],
	["ifchanged", renderInside],
	["include", renderInclude],
	["include_cached", renderInclude],
	["include_relative", renderInclude],
	["increment", renderNothing],
	["link", renderReference],
	["liquid", renderNothing],
	["post_url", renderReference],
	["raw", renderRaw],
	["render", renderInclude],
	["tablerow", renderLoop],
	["unless", renderCondition],
	["when", renderNothing],
]);

/** Makes a scope in which the site's and the article's own facts are known. */
export function createScope(context: MarkupContext, siteUrl: string): Scope {
	const { article, site } = context;
	const base = readBasePath(context);
	const root = `${readOrigin(context)}${base}`;
	const path = article.url.startsWith(`${root}/`)
		? article.url.slice(root.length)
		: article.url;
	const values = new Map<string, string>();
	for (const [name, value] of site.values ?? [])
		values.set(`site.${name}`, value);
	for (const [name, value] of article.values ?? [])
		values.set(`page.${name}`, value);
	const own = [
		["page.url", path],
		["site.url", siteUrl],
		["site.baseurl", base],
		["site.title", site.title],
		["site.name", site.title],
		["site.description", site.description],
	] as const;
	for (const [name, value] of own) values.set(name, value);
	if (article.title !== undefined) values.set("page.title", article.title);
	return { context, values, budget: 1_000_000 };
}

/** An address's root, before a tag that gives the whole address. */
const doubledRoot =
	/(?:\{\{-?\s{0,9}site\.(?:base)?url\s{0,9}-?\}\}){1,2}\/?(?=\{%-?\s{0,9}(?:post_url|link)\s)/g;

export const renderLiquid: Markup = (text, context) => {
	const scope = createScope(context, readOrigin(context));
	const rendered = renderTemplate(
		text.replace(doubledRoot, ""),
		syntax,
		(call) => {
			if (call.isOutput) return renderOutput(call, scope);
			const render = liquidTags.get(call.name) ?? renderUnknown;
			return render(call, scope);
		},
	);
	return removeMissing(rendered);
};
