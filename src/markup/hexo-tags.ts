/** Hexo's tag plugins (https://hexo.io/docs/tag-plugins) and those of the themes NexT and Fluid. */

import {
	escapeArgument,
	renderCode,
	renderDetails,
	renderLink,
	renderPicture,
	renderQuote,
} from "./elements.ts";
import { renderEmbeddedAddress } from "./embeds.ts";
import {
	createScope,
	type RenderTag,
	renderAssign,
	renderCondition,
	renderLoop,
	renderNothing,
	renderOutput,
	renderRaw,
	showName,
} from "./liquid.ts";
import type { Markup, MarkupContext } from "./markup.ts";
import { missingValue, removeMissing } from "./missing-values.ts";
import { nunjucksSyntax } from "./nunjucks.ts";
import { readOrigin, resolveReference } from "./references.ts";
import { renderAny } from "./shortcodes.ts";
import { readArguments } from "./tag-arguments.ts";
import { renderTemplate } from "./template.ts";
import type { Syntax } from "./template-tags.ts";

const syntax: Syntax = {
	...nunjucksSyntax,
	verbatim: new Set(["raw", "code", "codeblock", "math", "katex", "mermaid"]),
};

const isAddress = (word: string): boolean =>
	/^(?:https?:\/\/|\/|\.{1,2}\/|#)/i.test(word);

/** Words apart by blanks; a comma or a colon is part of a word. */
function readWords(text: string, context: MarkupContext): string[] {
	const words = context.restore(text).matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g);
	return Array.from(words, (word) => word[1] ?? word[2] ?? word[3] ?? "");
}

/** `{% post_link slug [title] [escape] %}`. */
const renderPostLink: RenderTag = (call, { context }) => {
	const [slug = "", title] = readWords(call.rest, context);
	const shown = `${call.name} ${call.rest}`;
	const address = resolveReference(slug, shown, context);
	if (call.name === "post_path") return address ?? missingValue;
	const text = title || (slug.split(/[/#]/).at(-1) ?? slug);
	return address ? renderLink(address, text) : escapeArgument(text);
};

/** `{% asset_img [class] slug [width] [height] [title [alt]] %}`, and `img` with an address. */
const renderImage: RenderTag = (call, { context }) => {
	const words = readWords(call.rest, context);
	const isPicture = (word: string) => /[./]/.test(word) && !/\s/.test(word);
	const index = Math.max(0, words.findIndex(isPicture));
	const src = words[index];
	if (src === undefined) return "";
	const rest = words
		.slice(index + 1)
		.filter((word) => !/^\d+(?:px|%)?$|^auto$/.test(word));
	const [title, alt] = splitTitle(rest, context);
	return renderPicture({ src, alt: alt ?? title, title });
};

/** `'"a title" "an alternative"'` is one word of two. */
function splitTitle(
	words: readonly string[],
	context: MarkupContext,
): string[] {
	return words.flatMap((word) =>
		/^["'].*["']$/.test(word) ? readWords(word, context) : [word],
	);
}

const renderAssetLink: RenderTag = ({ name, rest }, { context }) => {
	const [path = "", title] = readWords(rest, context);
	return name === "asset_path"
		? encodeURI(path)
		: renderLink(path, title ?? path);
};

/** `{% link text… url [external] [title] %}`. */
const renderTextLink: RenderTag = ({ rest }, { context }) => {
	const words = readWords(rest, context);
	const index = words.findIndex(isAddress);
	const text = words.slice(0, Math.max(0, index)).join(" ");
	const address = words[index];
	return address ? renderLink(address, text || address) : escapeArgument(text);
};

/** `{% blockquote [author[, source]] [link] [source title] %}`. */
const renderBlockQuote: RenderTag = ({ rest, inner }, { context }) => {
	const words = readWords(rest, context);
	const index = words.findIndex(isAddress);
	const end = index < 0 ? words.length : index;
	const author = escapeArgument(words.slice(0, end).join(" "));
	const address = words[index];
	const source = address
		? renderLink(address, words.slice(index + 1).join(" ") || address)
		: "";
	const footer = [author, source].filter(Boolean).join(" ");
	return renderQuote(`${inner?.render() ?? ""}\n\n${footer}\n`);
};

/** `{% codeblock [title] [lang:x] [url] [options] %}`. */
const renderCodeBlock: RenderTag = ({ rest, inner }, { context }) => {
	const words = readWords(rest, context);
	const language = words.find((word) => word.startsWith("lang:"))?.slice(5);
	const end = words.findIndex((word) => /^[\w-]+:/.test(word));
	const title = words.slice(0, end < 0 ? words.length : end).join(" ");
	const heading = title ? `<strong>${escapeArgument(title)}</strong>` : "";
	return `${heading}${renderCode(inner?.source ?? "", language ?? "", context)}`;
};

const renderFrame: RenderTag = ({ rest }, { context }) => {
	const [address = ""] = readWords(rest, context);
	return isAddress(address) ? renderEmbeddedAddress(address) : "";
};

/** `{% label primary @text %}`. */
const renderLabel: RenderTag = ({ rest }) =>
	escapeArgument(rest.split("@").slice(1).join("@"));

/** `{% fold info @A summary %}…{% endfold %}`. */
const renderFold: RenderTag = ({ rest, inner }) => {
	const summary = rest.split("@").slice(1).join("@").trim() || "Details";
	return renderDetails(summary, inner?.render() ?? "");
};

const renderCentred: RenderTag = ({ inner }) =>
	renderQuote(inner?.render() ?? "");

const renderPdf: RenderTag = ({ rest }, { context }) => {
	const [address = ""] = readWords(rest, context);
	return renderLink(address, address.split("/").at(-1) ?? address);
};

const renderIncludedCode: RenderTag = (call, { context }) => {
	context.warnUnknown(showName(call), "it is left out");
	return "";
};

const renderTheme: RenderTag = (call, { context }) => {
	const { name, rest, inner } = call;
	const shortcode = { name, args: readArguments(context.restore(rest)), inner };
	return renderAny(shortcode, showName(call), context);
};

const tags: ReadonlyMap<string, RenderTag> = new Map<string, RenderTag>([
	["", renderNothing],
	["asset_img", renderImage],
	["asset_link", renderAssetLink],
	["asset_path", renderAssetLink],
	["blockquote", renderBlockQuote],
	["centerquote", renderCentred],
	["code", renderCodeBlock],
	["codeblock", renderCodeBlock],
	["cq", renderCentred],
	["else", renderNothing],
	["fold", renderFold],
	["for", renderLoop],
	["if", renderCondition],
	["iframe", renderFrame],
	["image", renderImage],
	["img", renderImage],
	["include_code", renderIncludedCode],
	["label", renderLabel],
	["link", renderTextLink],
	["pdf", renderPdf],
	["post_link", renderPostLink],
	["post_path", renderPostLink],
	["pullquote", renderCentred],
	["quote", renderBlockQuote],
	["raw", renderRaw],
	["set", renderAssign],
	["subtabs", (call) => call.inner?.render() ?? ""],
]);

export const renderHexoTags: Markup = (text, context) => {
	const scope = createScope(context, readOrigin(context));
	scope.values.set("config.url", context.site.url.replace(/\/$/, ""));
	scope.values.set("config.title", context.site.title);
	return removeMissing(
		renderTemplate(text, syntax, (call) =>
			call.isOutput
				? renderOutput(call, scope)
				: (tags.get(call.name) ?? renderTheme)(call, scope),
		),
	);
};
