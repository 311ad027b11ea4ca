/** Addresses: resolved by RFC 3986 against the article's own, and only of schemes that are safe in a reader. */

/** Where a link may lead: schemes that open a page, a file or a letter, and never run code. */
const linkSchemes = new Set([
	"http:",
	"https:",
	"mailto:",
	"tel:",
	"sms:",
	"xmpp:",
	"irc:",
	"ircs:",
	"matrix:",
	"geo:",
	"magnet:",
	"ftp:",
	"gemini:",
]);

/** What a reader can load by itself. */
const mediaSchemes = new Set(["http:", "https:"]);

/** An absolute address with nothing in it that a browser would rewrite silently; it is left as the author wrote it. */
const clean = /^[a-z][a-z0-9+.-]*:[^\s\\<>"`{}|^]+$/u;

function resolve(
	value: string,
	base: string,
	schemes: ReadonlySet<string>,
): string | undefined {
	const trimmed = value.trim();
	const url = URL.parse?.(trimmed, base) ?? parse(trimmed, base);
	if (url === null || !schemes.has(url.protocol)) return undefined;
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

/**
 * Makes each address of a `srcset` absolute and leaves out those that cannot be (HTML, "Parsing a srcset attribute":
 * an address ends at white space, a descriptor at a comma).
 */
export function resolveSrcset(value: string, base: string): string {
	const candidates: string[] = [];
	const candidate = /[\s,]*([^\s,]\S*[^\s,]|[^\s,])(,+|\s[^,]*)?/gy;
	for (const [, address = "", descriptor = ""] of value.matchAll(candidate)) {
		const url = resolveMedia(address, base);
		// A comma would end the candidate early where a reader splits at commas, as many do.
		if (url !== undefined)
			candidates.push(
				`${url.replace(/,/g, "%2C")} ${descriptor.replace(/,/g, "").trim()}`.trim(),
			);
	}
	return candidates.join(", ");
}

/** Normalises an absolute http(s) address as a browser would; undefined when it is none. */
export function normalizeHttpUrl(value: string): string | undefined {
	const url = parse(value.trim(), undefined);
	return url !== null && mediaSchemes.has(url.protocol) ? url.href : undefined;
}

/**
 * Appends a path to the site's address, including the site's own path: `https://x.org/blog/` and `/a/` give
 * `https://x.org/blog/a/`.
 * @param siteUrl ends with a slash
 */
export function appendToSite(siteUrl: string, path: string): string {
	return new URL(siteUrl + path.replace(/^\/+/, "")).href;
}
