/** Hugo's shortcodes: https://gohugo.io/content-management/shortcodes/, its own and those of common themes. */

import { escapeArgument, renderCode, renderCodeSpan } from "./elements.ts";
import type { Markup, MarkupContext } from "./markup.ts";
import { missingValue, removeMissing } from "./missing-values.ts";
import { encodeTarget, resolveReference } from "./references.ts";
import { renderAny } from "./shortcodes.ts";
import { findArgument, readArguments } from "./tag-arguments.ts";
import { type Call, renderTemplate } from "./template.ts";
import type { Syntax } from "./template-tags.ts";

const syntax: Syntax = {
	opening: /\{\{[<%]/g,
	closings: { "{{<": ">}}", "{{%": "%}}" },
	selfCloses: true,
	verbatim: new Set(["highlight", "mermaid", "katex", "math"]),
	readEnd: (name) => (name.startsWith("/") ? name.slice(1) : undefined),
};

/** `{{< ref "post/x.md#y" >}}`. */
function renderReference(call: Call, context: MarkupContext): string {
	const args = readArguments(context.restore(call.rest));
	const path = findArgument(args, "path") ?? args.list[0] ?? "";
	const address = resolveReference(path, `${call.name} ${call.rest}`, context);
	// A path of the site without a file's ending may lead to a page that is no article.
	const isPage = path.startsWith("/") && !/\.md(?:$|#)/i.test(path);
	return address ?? (isPage ? encodeTarget(path) : missingValue);
}

/** `{{< highlight go "linenos=table" >}}…{{< /highlight >}}`. */
function renderHighlight(call: Call, context: MarkupContext): string {
	const args = readArguments(context.restore(call.rest));
	const language = findArgument(args, "lang", "language") ?? args.list[0];
	return renderCode(call.inner?.source ?? "", language ?? "", context);
}

// `{{< x >}}` with `/*` and `*/` inside its brackets shows a shortcode.
function showShortcode(call: Call, context: MarkupContext): string {
	const [, open = "", inside = "", close = ""] =
		/^(\{\{[<%])\s*\/\*([\s\S]*)\*\/\s*([>%]\}\})$/.exec(call.source) ?? [];
	return renderCodeSpan(`${open}${inside}${close}`, context);
}

function renderCall(call: Call, context: MarkupContext): string {
	const { name, source, inner } = call;
	const rest = call.rest.replace(/\/$/, "");
	if (name === "")
		return call.rest.startsWith("/*") ? showShortcode(call, context) : "";
	if (name === "ref" || name === "relref")
		return renderReference(call, context);
	if (name === "highlight" && inner) return renderHighlight(call, context);
	if (name === "param" && /^"?title"?$/.test(rest) && context.article.title)
		return escapeArgument(context.article.title);
	const shown = source.slice(0, source.indexOf(name) + name.length);
	const args = readArguments(context.restore(rest));
	return renderAny({ name, args, inner }, shown, context);
}

export const renderHugoShortcodes: Markup = (text, context) =>
	removeMissing(
		renderTemplate(text, syntax, (call) => renderCall(call, context)),
	);
