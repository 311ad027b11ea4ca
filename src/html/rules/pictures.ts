/** Pictures: the real one instead of a lazy page's placeholder, absolute, and none that only counts readers. */

import { showText } from "../../characters.ts";
import { resolveMedia, resolveSrcset } from "../../urls.ts";
import { trackers } from "../allow-list.ts";
import {
	createElement,
	type Element,
	findElement,
	isElement,
	type Root,
	readAttribute,
} from "../tree.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** Where scripts that load pictures late keep their addresses, in order of preference. */
const lazySources = [
	"dataSrc",
	"dataOriginal",
	"dataLazySrc",
	"dataLazy",
	"src",
];
const lazySrcsets = ["dataSrcset", "dataLazySrcset", "srcSet"];

function readFirst(element: Element, names: readonly string[]) {
	for (const name of names) {
		const value = readAttribute(element, name);
		if (value) return value;
	}
	return undefined;
}

/** Styles that keep a picture from being seen. */
const unseen =
	/(?:^|[;\s])(?:display:\s*none|(?:width|height):\s*[01](?:px)?\s*(?:;|$))/i;

function isTracker(element: Element, src: string): boolean {
	const isDot = ["width", "height"].some((name) =>
		["0", "1"].includes(readAttribute(element, name)?.replace(/px$/, "") ?? ""),
	);
	const style = readAttribute(element, "style") ?? "";
	return (
		isDot || unseen.test(style) || trackers.some((tracker) => tracker.test(src))
	);
}

function rewriteSrcset(element: Element, context: RuleContext): void {
	const srcset = readFirst(element, lazySrcsets);
	if (srcset === undefined) return;
	const resolved = resolveSrcset(srcset, context.url);
	element.properties.srcSet = resolved === "" ? undefined : resolved;
}

/** The address of a picture on the built site; undefined where only the build knows it. */
function readPicture(
	written: string,
	{ dialect, find }: RuleContext,
): string | undefined {
	if (dialect === undefined) return written;
	const src = dialect.readBodyPicture(written);
	if (src === undefined)
		find({
			code: "image-renamed",
			wanted: written.slice(0, 40),
			message: `a picture is a file that ${dialect.title} gives a new name, so no feed can say where it is: ${showText(written)}`,
			hint: "Put the picture where it is published as it is, and write its path on the site, such as /picture.jpg.",
			isInfo: true,
		});
	return src;
}

/** `img`: the real picture with an absolute address; nothing where it cannot be loaded or only counts readers. */
export const rewritePicture: Rule = (element, context) => {
	rewriteSrcset(element, context);
	const srcset = readAttribute(element, "srcSet");
	const given = readFirst(element, lazySources) ?? srcset?.split(" ")[0];
	const written = given && readPicture(given, context);
	if (given !== undefined && written === undefined) return [];
	const src = written && resolveMedia(written, context.url);
	if (written !== undefined && !src)
		context.find({
			code: "picture-removed",
			wanted: written.slice(0, 40),
			message: `a picture is left out, since readers cannot load it: ${showText(written)}`,
			hint: "Save it as a file and give its address.",
		});
	if (!src || isTracker(element, src)) return [];
	// A plain `src` and an `alt` on every picture: some readers know no srcset.
	element.properties.src = src;
	element.properties.alt ??= "";
	return [element];
};

/** `source` within `picture`, `audio` and `video`. */
export const rewriteSource: Rule = (element, context) => {
	rewriteSrcset(element, context);
	const src = readFirst(element, lazySources);
	const url = src && resolveMedia(src, context.url);
	element.properties.src = url;
	return url || element.properties.srcSet ? [element] : [];
};

const isLazy = (element: Element) =>
	element.tagName === "img" &&
	lazySources.some((name) => name !== "src" && readAttribute(element, name));

/** Pictures among an element's own children that scripts load; looked for once, however many twins there are. */
const lazyAddresses = new WeakMap<Element | Root, Set<string>>();

function findLazyAddresses(
	parent: Element | Root,
	context: RuleContext,
): Set<string> {
	const known = lazyAddresses.get(parent);
	if (known) return known;
	const found = new Set<string>();
	for (const child of parent.children) {
		const picture =
			isElement(child) && findElement(createElement("div", {}, child), isLazy);
		const written = picture && readFirst(picture, lazySources);
		if (written) found.add(resolveMedia(written, context.url) ?? "");
	}
	lazyAddresses.set(parent, found);
	return found;
}

/** What `noscript` shows may repeat the lazy picture beside it, else it is content as any other. */
export const rewriteNoscript: Rule = (element, context, parent) => {
	const twin = findElement(element, ({ tagName }) => tagName === "img");
	const src = twin && readAttribute(twin, "src");
	return src && findLazyAddresses(parent, context).has(src)
		? []
		: element.children;
};
