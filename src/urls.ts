/** Addresses: resolved by RFC 3986 against the article's own, and only of schemes that are safe in a reader. */

/** Where a link may lead: schemes that open a page, a file or a letter, and never run code. */
export const linkSchemes = [
	"http",
	"https",
	"mailto",
	"tel",
	"sms",
	"xmpp",
	"irc",
	"ircs",
	"matrix",
	"geo",
	"magnet",
	"ftp",
	"gemini",
];

/** What a reader can load by itself. */
export const mediaSchemes = ["http", "https"];

/**
 * An absolute address with nothing in it that a browser would rewrite silently; it is left as the author wrote it.
 * `https:page` is none, since without slashes it is relative; nor is a host in percent signs, as the Markdown renderer
 * writes one that is not in ASCII.
 */
const clean =
	/^(?:https?:\/\/[^\s\\/?#%<>"`{}|^\p{Cc}\p{Cs}]+(?:[/?#]|$)|(?!https?:)[a-z][a-z0-9+.-]*:)[^\s\\<>"`{}|^\p{Cc}\p{Cs}]*$/u;

function resolve(
	value: string,
	base: string,
	schemes: readonly string[],
): string | undefined {
	const trimmed = value.trim();
	const url = URL.parse?.(trimmed, base) ?? parse(trimmed, base);
	if (url === null || !schemes.includes(url.protocol.slice(0, -1)))
		return undefined;
	return clean.test(trimmed) && trimmed.startsWith(url.protocol)
		? trimmed
		: url.href;
}

/** `URL.parse` came with Node.js 22. */
function parse(value: string, base: string | undefined): URL | null {
	return URL.canParse(value, base) ? new URL(value, base) : null;
}

/**
 * Makes the target of a link absolute.
 * @returns undefined when it is no address or of a scheme that has no place in a feed (`javascript:`, `data:`).
 */
export function resolveLink(value: string, base: string): string | undefined {
	return resolve(value, base, linkSchemes);
}

/** Makes the address of a picture, a sound or a film absolute; undefined as for links, http(s) alone. */
export function resolveMedia(value: string, base: string): string | undefined {
	return resolve(value, base, mediaSchemes);
}

/** `2x`, `640w`, `640w 480h` */
const sizes = /^\d{1,9}(?:\.\d{1,9})?[whx](?:\s+\d{1,9}[wh])?$/;

/**
 * Makes each address of a `srcset` absolute and leaves out those that cannot be (HTML, "Parsing a srcset attribute":
 * an address ends at white space, a descriptor at a comma).
 */
export function resolveSrcset(value: string, base: string): string {
	const candidates: string[] = [];
	const candidate = /[\s,]*([^\s,]\S*[^\s,]|[^\s,])(,+|\s[^,]*)?/gy;
	for (const [, address = "", descriptor = ""] of value.matchAll(candidate)) {
		const url = resolveMedia(address, base);
		const size = descriptor.replace(/,/g, "").trim();
		// A comma would end the candidate early where a reader splits at commas, as many do.
		if (url !== undefined && (size === "" || sizes.test(size)))
			candidates.push(`${url.replace(/,/g, "%2C")} ${size}`.trim());
	}
	return candidates.join(", ");
}

/** Encodes what RFC 3986 wants encoded and a browser leaves; in a host's name brackets stand for themselves. */
function encodeRest(href: string): string {
	const [host = ""] = /^[a-z]+:\/\/[^/?#]*/.exec(href) ?? [];
	const rest = href.slice(host.length);
	return host + rest.replace(/[[\]{}|^`\\]/g, encodeURIComponent);
}

/** Normalises an absolute http(s) address as RFC 3986 has it; undefined when it is none. */
export function normalizeHttpUrl(value: string): string | undefined {
	const url = parse(value.trim(), undefined);
	return url !== null && mediaSchemes.includes(url.protocol.slice(0, -1))
		? encodeRest(url.href)
		: undefined;
}

/**
 * Appends a path to the site's address, including the site's own path: `https://x.org/blog/` and `/a/` give
 * `https://x.org/blog/a/`.
 * @param siteUrl ends with a slash
 */
export function appendToSite(siteUrl: string, path: string): string {
	return new URL(siteUrl + path.replace(/^\/+/, "")).href;
}
