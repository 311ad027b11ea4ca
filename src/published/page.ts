/** What an HTML page says of itself and of its site's feeds. */

import { joinBases, resolveFile } from "./bases.ts";
import { readHtml } from "./texts.ts";

/** What is asked for stands in a page's head. */
const headLength = 500_000;

const feedType = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\b/i;
const attribute = /([a-z]+)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>=]+))/gi;

/** Reads the attributes of a tag by their names in lower case. */
function readAttributes(tag: string): Map<string, string> {
	const attributes = new Map<string, string>();
	for (const [, name = "", ...values] of tag.matchAll(attribute)) {
		const value = values.find((each) => each !== undefined);
		attributes.set(name.toLowerCase(), readHtml(value) ?? "");
	}
	return attributes;
}

export function findTitle(html: string): string | undefined {
	const head = html.slice(0, headLength);
	return readHtml(/<title\b[^<>]*>([^<]*)/i.exec(head)?.[1]);
}

/**
 * Finds the first feed that a page links to (https://www.rssboard.org/rss-autodiscovery).
 * @param url where the page came from
 */
export function findFeed(
	html: string,
	url: string | undefined,
): string | undefined {
	let base = joinBases(url);
	for (const [tag, name] of html
		.slice(0, headLength)
		.matchAll(/<(base|link)\b[^<>]*>/gi)) {
		const attributes = readAttributes(tag);
		const href = attributes.get("href");
		const isFeed =
			/\balternate\b/i.test(attributes.get("rel") ?? "") &&
			feedType.test(attributes.get("type") ?? "");
		if (name?.toLowerCase() === "base") base = joinBases(url, href);
		else if (isFeed) return resolveFile(href, base);
	}
	return undefined;
}
