/** Tags, includes and shortcodes that people name alike in every generator: pictures, embeds, notes, media, buttons. */

import {
	renderCode,
	renderCodeSpan,
	renderDetails,
	renderFigure,
	renderLink,
	renderMedia,
	renderPicture,
	renderQuote,
} from "./elements.ts";
import { renderEmbed } from "./embeds.ts";
import type { MarkupContext } from "./markup.ts";
import { findArgument, type TagArguments } from "./tag-arguments.ts";

export interface Shortcode {
	readonly name: string;
	readonly args: TagArguments;
	readonly inner?:
		| { readonly source: string; readonly render: () => string }
		| undefined;
}

type Render = (
	shortcode: Shortcode,
	context: MarkupContext,
) => string | undefined;

/** The name without folder, ending, `-` and `_`. */
function simplifyName(name: string): string {
	const file = name.split("/").at(-1) ?? name;
	return file
		.replace(/\.\w{1,10}$/, "")
		.replace(/[-_.]/g, "")
		.toLowerCase();
}

/** A size, or a word for one. */
const isSize = (word: string) => /^\d+(?:px|%)?$|^auto$/.test(word);

const renderPictureCall: Render = ({ name, args, inner }) => {
	const { list } = args;
	// `{% img left /a.png 300 200 "A title" %}`: a class stands before.
	const first = list.findIndex((word) => /[./]/.test(word) && !/\s/.test(word));
	const place = Math.max(0, first);
	const words = list.slice(place + 1).filter((word) => !isSize(word));
	const src =
		findArgument(
			args,
			...["src", "url", "path", "image_path", "image", "img", "file"],
			...["filename", "source", "image_url", "image_src", "href"],
		) ?? list[place];
	if (!src && inner)
		return renderFigure(inner.render(), findArgument(args, "caption", "cap"));
	if (!src || !/[./]/.test(src)) return undefined;
	const alt =
		findArgument(args, "alt", "alttext", "alt_text", "description") ??
		(/class/i.test(name) ? words[1] : words[0]);
	const attribution = findArgument(args, "attr", "credit");
	const given =
		findArgument(args, "caption", "cap", "figcaption") ??
		(/figure/i.test(name) ? words[1] : undefined);
	const caption = [given ?? inner?.render().trim(), attribution];
	return renderPicture({
		src,
		alt,
		title: findArgument(args, "title"),
		caption: caption.filter(Boolean).join(" "),
		link: findArgument(args, "link"),
	});
};

const noteTitles: ReadonlyMap<string, string> = new Map([
	["attention", "Attention"],
	["caution", "Caution"],
	["danger", "Danger"],
	["error", "Error"],
	["example", "Example"],
	["hint", "Hint"],
	["important", "Important"],
	["info", "Info"],
	["information", "Info"],
	["note", "Note"],
	["question", "Question"],
	["success", "Success"],
	["tip", "Tip"],
	["warn", "Warning"],
	["warning", "Warning"],
]);

/** A note's title: its own, or the word for its kind. */
function findNoteTitle({ name, args }: Shortcode): string {
	const given = findArgument(args, "title", "heading");
	if (given) return given;
	const kind =
		findArgument(args, "type", "kind", "level", "class", "style", "context") ??
		args.list[0] ??
		"";
	const title = args.list.slice(1).find((word) => /^\p{Lu}|\s/u.test(word));
	return (
		title ??
		noteTitles.get(kind.toLowerCase()) ??
		noteTitles.get(simplifyName(name)) ??
		(/^\p{Lu}|\s/u.test(kind) ? kind : "")
	);
}

const renderNote: Render = (shortcode) => {
	const { args, inner } = shortcode;
	const title = findNoteTitle(shortcode);
	if (inner) return renderQuote(inner.render(), title);
	const text = findArgument(args, "content", "text", "body", "message");
	return text === undefined ? undefined : renderQuote(`\n${text}\n`, title);
};

const renderQuoteCall: Render = ({ args, inner }) => {
	const author = findArgument(args, "author", "cite", "by", "source");
	const text =
		inner?.render() ??
		findArgument(args, "quote", "text", "content") ??
		args.list[0];
	if (text === undefined) return undefined;
	return renderQuote(`\n${text.trim()}\n${author ? `\n${author}\n` : ""}`);
};

const renderFold: Render = ({ args, inner }) =>
	inner &&
	renderDetails(
		findArgument(args, "summary", "title", "label", "name") ??
			args.list[0] ??
			"Details",
		inner.render(),
	);

const renderMediaCall: Render = ({ name, args }) => {
	const src =
		findArgument(args, "src", "url", "file", "path", "mp4", "webm", "mp3") ??
		args.list[0];
	const isAudio = /audio|music|sound/i.test(name);
	return src && /[./]/.test(src)
		? renderMedia(isAudio ? "audio" : "video", src)
		: undefined;
};

const renderButton: Render = ({ args, inner }) => {
	const address =
		findArgument(args, "href", "url", "link", "relref", "to") ??
		args.list.find((word) => /^(?:https?:|[./#])/.test(word));
	const text =
		inner?.render().trim() ||
		(findArgument(args, "text", "label", "title", "content") ??
			args.list.find((word) => word !== address));
	if (address === undefined) return text;
	return renderLink(address, text ?? address);
};

const renderQr: Render = ({ args, inner }) => {
	const text = (
		inner?.source ??
		findArgument(args, "text", "url") ??
		args.list[0] ??
		""
	).trim();
	return /^https?:\/\/\S+$/.test(text) ? renderLink(text, text) : text;
};

const renderMath: Render = ({ args, inner }, context) => {
	const text = inner?.source ?? args.list[0] ?? "";
	return /\n[ \t]*\S/.test(text.trim())
		? renderCode(text, "math", context)
		: renderCodeSpan(text, context);
};

const renderDiagram: Render = ({ name, inner }, context) =>
	inner && renderCode(inner.source, simplifyName(name), context);

const renderInner: Render = ({ inner }) => inner?.render();

const leaveOut: Render = () => "";

/** By the names that only one thing has. */
const renders: ReadonlyMap<string, Render> = new Map(
	(
		[
			[renderFold, "details collapse expand fold folding spoiler accordion"],
			[renderMediaCall, "audio video sound music aplayer dplayer mp3 mp4"],
			[renderButton, "button btn linkbutton buttonlink"],
			[renderQr, "qr qrcode"],
			[renderMath, "katex math latex mathjax tex"],
			[renderDiagram, "mermaid plantuml graphviz dot flowchart diagram"],
			[renderQuoteCall, "quote blockquote pullquote epigraph"],
			[renderInner, "raw rawhtml html unsafe safe markdown md markdownify"],
			[renderInner, "tabs tab tabpane columns column row col center"],
			[renderInner, "div span lead section wrap"],
			[leaveOut, "comment hidden private toc tableofcontents clear clearfix"],
			[leaveOut, "icon fa fontawesome octicon seo feedmeta avatar"],
		] as const
	).flatMap(([render, names]) =>
		names.split(" ").map((name): [string, Render] => [name, render]),
	),
);

const noteName =
	/note|notice|admonition|callout|alert|hint|^(?:tip|warn|warning|info|important|danger|caution|attention|success|error|message|aside|infobox|question|example)$/;
const pictureName = /figure|image|img|picture|photo|^fig$|^pic$/;

/**
 * Renders what a name and its arguments evidently mean.
 * @returns undefined where nothing is evident
 */
function renderShortcode(
	shortcode: Shortcode,
	context: MarkupContext,
): string | undefined {
	const name = simplifyName(shortcode.name);
	const embed = renderEmbed(shortcode.name, shortcode.args);
	if (embed !== undefined) return embed || undefined;
	const render = renders.get(name);
	if (render) return render(shortcode, context);
	if (pictureName.test(name)) return renderPictureCall(shortcode, context);
	if (/link$|button|btn/.test(name)) return renderButton(shortcode, context);
	if (name.endsWith("avatar")) return "";
	return noteName.test(name) ? renderNote(shortcode, context) : undefined;
}

/** Renders a tag of any name: what is not known leaves its text, or nothing, and a warning. */
export function renderAny(
	shortcode: Shortcode,
	shown: string,
	context: MarkupContext,
): string {
	const known = renderShortcode(shortcode, context);
	if (known !== undefined) return known;
	const { inner } = shortcode;
	const outcome = inner ? "its text is kept" : "it is left out";
	context.warnUnknown(context.restore(shown), outcome);
	return inner?.render() ?? "";
}
