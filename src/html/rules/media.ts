/** Sound and film, which play in readers only with controls, and what stands for frames of other pages. */

import { resolveMedia } from "../../urls.ts";
import { createElement, readAttribute } from "../tree.ts";
import type { Rule } from "./rule.ts";

/** `audio` and `video`: their own addresses absolute, and something to press. */
export const rewritePlayer: Rule = (element, context) => {
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

interface Player {
	readonly name: string;
	/** Matches the frame's address; what its group holds makes the page's address. */
	readonly frame: RegExp;
	readonly page: string;
}

/** Players whose frame shows less than the page that it belongs to. */
const players: readonly Player[] = [
	{
		name: "Video on YouTube",
		frame: /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/,
		page: "https://www.youtube.com/watch?v=",
	},
	{
		name: "Video on Vimeo",
		frame: /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/,
		page: "https://vimeo.com/",
	},
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

/** A frame becomes a link to the page that it showed: readers take frames out, or show nothing in them. */
export const rewriteFrame: Rule = (element, context, parent) => {
	const written =
		readAttribute(element, "dataSrc") ?? readAttribute(element, "src") ?? "";
	const src = written.trim() && resolveMedia(written, context.url);
	if (!src) return [];
	const player = players.find(({ frame }) => frame.test(src));
	const href = player ? player.page + (player.frame.exec(src)?.[1] ?? "") : src;
	const title =
		readAttribute(element, "title")?.trim() ||
		player?.name ||
		href.replace(/^https?:\/\//, "");
	const link = createElement("a", { href }, title);
	const isBlock = parent.type === "root" || blocks.has(parent.tagName);
	return [isBlock ? createElement("p", {}, link) : link];
};
