/** Sound and film, which play in readers only with controls, and what stands for frames of other pages. */

import { resolveMedia } from "../../urls.ts";
import { createElement, readAttribute } from "../tree.ts";
import type { Rule } from "./rule.ts";

/** `audio` and `video`: their own addresses absolute, and something to press. */
export const rewritePlayer: Rule = (element, context) => {
	element.properties.src ??= readAttribute(element, "dataSrc");
	for (const name of ["src", "poster"]) {
		const value = readAttribute(element, name);
		if (value !== undefined)
			element.properties[name] = resolveMedia(value, context.url);
	}
	element.properties.controls = true;
	return [element];
};

/** Subtitles stay where they can be loaded. */
export const rewriteTrack: Rule = (element, context) => {
	const src = resolveMedia(readAttribute(element, "src") ?? "", context.url);
	element.properties.src = src;
	return src ? [element] : [];
};

/** What the frames of players show, where the author does not say it. */
const players: readonly (readonly [frame: RegExp, name: string])[] = [
	[/^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\//, "Video on YouTube"],
	[/^https?:\/\/player\.vimeo\.com\//, "Video on Vimeo"],
];

const blocks = new Set([
	"article",
	"aside",
	"blockquote",
	"details",
	"div",
	"figure",
	"main",
	"section",
]);

/** A frame becomes a link to what it showed: readers take frames out, or show nothing in them. */
export const rewriteFrame: Rule = (element, context, parent) => {
	const written =
		readAttribute(element, "dataSrc") ?? readAttribute(element, "src") ?? "";
	const src = written.trim() && resolveMedia(written, context.url);
	if (!src) return [];
	const title =
		readAttribute(element, "title")?.trim() ||
		players.find(([frame]) => frame.test(src))?.[1] ||
		src.replace(/^https?:\/\//, "");
	const link = createElement("a", { href: src }, title);
	const isBlock = parent.type === "root" || blocks.has(parent.tagName);
	return [isBlock ? createElement("p", {}, link) : link];
};
