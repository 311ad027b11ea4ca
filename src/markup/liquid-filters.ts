/** Filters of Liquid (https://jekyllrb.com/docs/liquid/filters/), Nunjucks and Eleventy that need nothing but a text and the site's address. */

import type { MarkupContext } from "./markup.ts";
import { addBasePath, hasScheme, readOrigin } from "./references.ts";

/** Gives undefined where the result cannot be known. */
export type Filter = (
	value: string,
	args: readonly string[],
	context: MarkupContext,
) => string | undefined;

const keep: Filter = (value) => value;

const makeAbsolute: Filter = (path, _, context) =>
	hasScheme(path)
		? path
		: `${readOrigin(context)}${addBasePath(path, context)}`;

const escapeText: Filter = (value) =>
	value
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");

/** Half of a character, as escapes in front matter can write, has no encoding. */
const encodeWith =
	(encode: (text: string) => string): Filter =>
	(value) => {
		try {
			return encode(value);
		} catch {
			return undefined;
		}
	};

const stripTags: Filter = (value) => value.replace(/<[^<>]*>/g, "");

const capitalize: Filter = (value) =>
	value.charAt(0).toUpperCase() + value.slice(1);

export const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
	["absolute_url", makeAbsolute],
	["absoluteUrl", makeAbsolute],
	["append", (value, [end = ""]) => value + end],
	["capitalize", capitalize],
	["cgi_escape", encodeWith(encodeURIComponent)],
	["default", (value, [other = ""]) => value || other],
	["downcase", (value) => value.toLowerCase()],
	["e", escapeText],
	["escape", escapeText],
	["escape_once", keep],
	["html_safe", keep],
	["lower", (value) => value.toLowerCase()],
	["lstrip", (value) => value.trimStart()],
	["markdown", keep],
	["markdownify", keep],
	["md", keep],
	["prepend", (value, [start = ""]) => start + value],
	["raw", keep],
	["relative_url", (value, _, context) => addBasePath(value, context)],
	["remove", (value, [part]) => (part ? value.replaceAll(part, "") : value)],
	["remove_first", (value, [part = ""]) => value.replace(part, "")],
	[
		"replace",
		(value, [part, other = ""]) =>
			part && other.length < 100
				? value.replaceAll(part, () => other)
				: undefined,
	],
	["rstrip", (value) => value.trimEnd()],
	["safe", keep],
	["smartify", keep],
	["strip", (value) => value.trim()],
	["strip_html", stripTags],
	["strip_newlines", (value) => value.replaceAll("\n", "")],
	["striptags", stripTags],
	["trim", (value) => value.trim()],
	["upcase", (value) => value.toUpperCase()],
	["upper", (value) => value.toUpperCase()],
	["uri_escape", encodeWith(encodeURI)],
	[
		"url",
		(value, _, context) =>
			value.startsWith("/") ? addBasePath(value, context) : value,
	],
	["urlencode", encodeWith(encodeURIComponent)],
	["url_encode", encodeWith(encodeURIComponent)],
	["xml_escape", escapeText],
]);
