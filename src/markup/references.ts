/** Addresses in the site: references to other articles as tags and link targets write them, and paths. */

import type { MarkupContext } from "./markup.ts";

/** The path of the site's address, without its last slash. */
export function readBasePath(context: MarkupContext): string {
	return new URL(context.site.url).pathname.replace(/\/$/, "");
}

export function readOrigin(context: MarkupContext): string {
	return new URL(context.site.url).origin;
}

/** Whether an address needs nothing before it. */
export function hasScheme(address: string): boolean {
	return /^(?:[a-z][a-z\d+.-]{0,30}:|\/\/|#)/i.test(address);
}

/** Puts the site's path before a path of it. */
export function addBasePath(path: string, context: MarkupContext): string {
	if (hasScheme(path)) return path;
	const base = readBasePath(context);
	const rooted = path.startsWith("/") ? path : `/${path}`;
	return rooted === base || rooted.startsWith(`${base}/`)
		? rooted
		: `${base}${rooted}`;
}

/** Encodes what would end a Markdown link's target or an attribute. */
export function encodeTarget(address: string): string {
	return address
		.trim()
		.replace(
			/[ \t\n<>"'()\\`]/g,
			(character) =>
				`%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
		);
}

/**
 * Gives the address of the article that a reference leads to, with its fragment; undefined after a warning where there
 * is none.
 * @param shown the reference as its author wrote it
 */
export function resolveReference(
	reference: string,
	shown: string,
	context: MarkupContext,
): string | undefined {
	const [path = "", ...rest] = reference.trim().split("#");
	const fragment = rest.length > 0 ? `#${rest.join("#")}` : "";
	if (path === "") return encodeTarget(fragment);
	const address = context.findArticle(path);
	if (address !== undefined) return encodeTarget(`${address}${fragment}`);
	context.warnMissing(context.restore(shown));
	return undefined;
}
