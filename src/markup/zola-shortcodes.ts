/** Zola's shortcodes: https://www.getzola.org/documentation/content/shortcodes/. */

import { renderCodeSpan, showMarks } from "./elements.ts";
import type { Markup, MarkupContext } from "./markup.ts";
import { renderAny } from "./shortcodes.ts";
import { readArguments } from "./tag-arguments.ts";
import { type Call, renderTemplate } from "./template.ts";
import type { Syntax } from "./template-tags.ts";

const syntax: Syntax = {
	opening: /\{%|\{\{/g,
	closings: { "{%": "%}", "{{": "}}" },
	output: "{{",
	verbatim: new Set(),
	readEnd: (name) => (name === "end" ? "" : undefined),
};

const callShape = /^([\p{L}_][\p{L}\p{N}_]*)\s*\(([\s\S]*)\)$/u;

function renderCall(call: Call, context: MarkupContext): string {
	const content = `${call.name}${call.rest}`;
	const [, escaped] = /^\/\*([\s\S]*)\*\/$/.exec(content) ?? [];
	if (escaped !== undefined)
		return renderCodeSpan(call.source.replace(/\/\*|\*\//g, ""), context);
	const [, name, list = ""] = callShape.exec(content) ?? [];
	// Braces that hold no call are text to Zola.
	if (name === undefined)
		return `${showMarks(call.source, context)}${call.inner?.render() ?? ""}`;
	const end = call.source.indexOf(name) + name.length;
	return renderAny(
		{ name, args: readArguments(context.restore(list)), inner: call.inner },
		call.source.slice(0, end),
		context,
	);
}

export const renderZolaShortcodes: Markup = (text, context) =>
	renderTemplate(text, syntax, (call) => renderCall(call, context));
