/**
 * What HTML may stand in a feed, as data. It names what stays, never what goes, so that what nobody thought of is
 * gone; the addresses in it have been judged and made absolute before.
 */

import type { Schema } from "hast-util-sanitize";
import { linkSchemes, mediaSchemes } from "../urls.ts";

/** Text and its parts, tables, pictures, sound and film: what every reader shows and none executes. */
const elements = [
	["a", "abbr", "acronym", "b", "bdi", "bdo", "br", "cite", "code", "data"],
	["del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small"],
	["span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"],
	["ruby", "rp", "rt"],
	["address", "article", "aside", "blockquote", "dd", "div", "dl", "dt"],
	["figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6"],
	["header", "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre", "section"],
	["ul", "details", "summary"],
	["caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th"],
	["thead", "tr"],
	["audio", "img", "picture", "source", "track", "video"],
].flat();

/** Elements that vanish with all that is in them; of every other element that does not stay, the content does. */
const dropped = [
	// Code, and what loads it.
	["script", "style", "template", "link", "meta", "base"],
	// Controls: nothing can be sent from a reader, and a button's caption ("Copy") is no text of the article.
	["form", "button", "input", "select", "textarea", "datalist", "dialog"],
	["clipboard-copy"],
	// Drawings by code, and text that only pages without a feature show.
	["svg", "canvas", "noframes", "noembed", "embed", "applet", "param"],
	// A whole document's head.
	["head", "title"],
].flat();

export const allowList: Schema = {
	tagNames: elements,
	strip: dropped,
	attributes: {
		"*": ["id", "lang", "dir", "title"],
		a: ["href"],
		audio: ["src", "controls"],
		blockquote: ["cite"],
		// Highlighters and readers know a block's language by this class alone.
		code: [["className", /^language-./]],
		pre: [["className", /^language-./]],
		col: ["span", "align"],
		colgroup: ["span", "align"],
		data: ["value"],
		del: ["cite", "dateTime"],
		img: ["src", "srcSet", "sizes", "alt", "width", "height"],
		ins: ["cite", "dateTime"],
		li: ["value"],
		ol: ["start", "reversed", "type"],
		q: ["cite"],
		source: ["src", "srcSet", "sizes", "media", "type", "width", "height"],
		table: ["align"],
		td: ["colSpan", "rowSpan", "align", "headers"],
		th: ["colSpan", "rowSpan", "align", "scope", "headers"],
		time: ["dateTime"],
		track: ["src", "kind", "label", "srcLang", "default"],
		tr: ["align"],
		video: ["src", "poster", "controls", "width", "height"],
		details: ["open"],
	},
	// The renderer's parser lets parts of a table stand alone; a reader's does not.
	ancestors: Object.fromEntries(
		[
			"caption",
			"col",
			"colgroup",
			"tbody",
			"td",
			"tfoot",
			"th",
			"thead",
			"tr",
		].map((part) => [part, ["table"]]),
	),
	// Said again here, since hast-util-sanitize has a shorter list of its own, without `tel:`.
	protocols: {
		cite: linkSchemes,
		href: linkSchemes,
		poster: mediaSchemes,
		src: mediaSchemes,
	},
	// Readers keep articles apart; a prefix would break links within one.
	clobber: [],
	allowComments: false,
	allowDoctypes: false,
};

/** Elements whose loss an author should hear of, and what would do instead. */
export const missed: ReadonlyMap<string, string> = new Map([
	[
		"svg",
		"Readers show no inline SVG: save the drawing as a file and show it with ![description](drawing.png).",
	],
	["canvas", "Readers run no code: show a picture of it."],
	["embed", "Readers embed nothing: link to it instead."],
	["object", "Readers embed nothing: link to it instead."],
	[
		"form",
		"Nothing can be sent from a reader: link to the page that has the form.",
	],
]);

/** Class names of what themes and plug-ins add to a page around the text: anchors at headings, buttons to copy code. */
export const furniture: ReadonlySet<string> = new Set([
	"anchor",
	"anchor-link",
	"anchorjs-link",
	"btn-clipboard",
	"clipboard-copy",
	"copy-btn",
	"copy-button",
	"copy-code-button",
	"copybtn",
	"hash-link",
	"header-anchor",
	"header-link",
	"headerlink",
	"heading-anchor",
	"heading-link",
	"sr-only-focusable",
	"zeroclipboard-container",
]);

/** Hosts and paths of pictures that only count readers. */
export const trackers: readonly RegExp[] = [
	/^https?:\/\/pixel\./,
	/^https?:\/\/(?:www\.)?google-analytics\.com\//,
	/^https?:\/\/(?:www\.)?facebook\.com\/tr\b/,
	/^https?:\/\/feeds\.feedburner\.com\/~r\//,
	/^https?:\/\/[^/]+\/(?:pixel|beacon|track(?:ing)?)\.(?:gif|png)\b/,
	/^https?:\/\/medium\.com\/_\/stat\b/,
	/^https?:\/\/(?:stats|pixel)\.wp\.com\//,
];
