/**
 * Nunjucks (https://mozilla.github.io/nunjucks/templating.html) and Liquid as Eleventy has them in Markdown, with
 * shortcodes of people's own: `{% image "a.png", "A tree" %}`, `{% note %}…{% endnote %}`.
 */

import {
	createScope,
	liquidTags,
	type RenderTag,
	readTagArguments,
	renderAssign,
	renderCondition,
	renderInside,
	renderLoop,
	renderNothing,
	renderOutput,
	renderRaw,
	showName,
} from "./liquid.ts";
import { evaluate, keepValue } from "./liquid-expressions.ts";
import type { Markup, MarkupContext } from "./markup.ts";
import { removeMissing } from "./missing-values.ts";
import {
	addBasePath,
	hasScheme,
	readBasePath,
	readOrigin,
} from "./references.ts";
import { renderAny } from "./shortcodes.ts";
import type { TagArguments } from "./tag-arguments.ts";
import { renderTemplate } from "./template.ts";
import type { Syntax } from "./template-tags.ts";

/** How Nunjucks writes its tags, in which Hexo has its own. */
export const nunjucksSyntax: Syntax = {
	opening: /\{%|\{\{|\{#(?=[\s-])/g,
	closings: { "{%": "%}", "{{": "}}", "{#": "#}" },
	output: "{{",
	comment: "{#",
	verbatim: new Set(["raw", "verbatim", "comment", "highlight", "css", "js"]),
	readEnd: (name) => (/^end./.test(name) ? name.slice(3) : undefined),
};

const renderSet: RenderTag = (call, scope) => {
	if (call.inner && !call.rest.includes("="))
		keepValue(call.rest, call.inner.render(), scope);
	else return renderAssign(call, scope);
	return "";
};

/** Eleventy's image shortcodes take paths in the project, mostly below its input folder. */
function rootPath(path: string, context: MarkupContext): string {
	const inside = path.replace(/^(?:\.\/)?src\//, "/");
	return hasScheme(inside) || /^\.|^[^/]*$/.test(inside)
		? inside
		: addBasePath(inside, context);
}

function readPictureArguments(args: TagArguments, context: MarkupContext) {
	const [first, ...list] = args.list;
	const named = new Map(args.named);
	const src = named.get("src");
	if (src !== undefined) named.set("src", rootPath(src, context));
	return {
		list: first === undefined ? [] : [rootPath(first, context), ...list],
		named,
	};
}

/** A shortcode of somebody's own; what it does is told by its name. */
const renderOwn: RenderTag = (call, scope) => {
	const args = readTagArguments(call.rest, scope);
	const isPicture = /image|img|picture|figure/i.test(call.name);
	return renderAny(
		{
			name: call.name,
			args: isPicture ? readPictureArguments(args, scope.context) : args,
			inner: call.inner,
		},
		showName(call),
		scope.context,
	);
};

/** `{{ image("a.png", "A tree") }}`. */
const renderFunction: RenderTag = (call, scope) => {
	const [, name = "", args = ""] =
		/^([\w.]+)\s*\(([\s\S]*)\)/.exec(call.rest) ?? [];
	return renderAny(
		{ name, args: readTagArguments(args, scope) },
		showName(call),
		scope.context,
	);
};

const tags: ReadonlyMap<string, RenderTag> = new Map<string, RenderTag>([
	...liquidTags,
	["asyncAll", renderLoop],
	["asyncEach", renderLoop],
	["block", renderInside],
	["call", renderInside],
	["css", renderNothing],
	["elif", renderNothing],
	["elseif", renderNothing],
	["extends", renderNothing],
	["filter", renderInside],
	["from", renderNothing],
	["ifAsync", renderCondition],
	["import", renderNothing],
	["js", renderNothing],
	["macro", renderNothing],
	["renderTemplate", renderInside],
	["set", renderSet],
	["verbatim", renderRaw],
]);

export const renderNunjucks: Markup = (text, context) => {
	const root = `${readOrigin(context)}${readBasePath(context)}`;
	const scope = createScope(context, root);
	for (const [name, value] of context.article.values ?? [])
		scope.values.set(name, value);
	const { title } = context.article;
	if (title !== undefined) scope.values.set("title", title);
	for (const name of ["metadata", "meta"]) {
		scope.values.set(`${name}.url`, root);
		scope.values.set(`${name}.title`, context.site.title);
		scope.values.set(`${name}.description`, context.site.description);
	}
	const rendered = renderTemplate(text, nunjucksSyntax, (call) => {
		if (!call.isOutput) return (tags.get(call.name) ?? renderOwn)(call, scope);
		const isFunction = /^[\w.]+\s*\(/.test(call.rest);
		return isFunction && evaluate(call.rest, scope) === undefined
			? renderFunction(call, scope)
			: renderOutput(call, scope);
	});
	return removeMissing(rendered);
};
