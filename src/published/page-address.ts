/** Addresses of pages, read so that all spellings by which one page is reached are one. */

import { normalizeHttpUrl } from "../urls.ts";

export interface PageAddress {
	/** In lower case, without `www.`; with a port where it is none of http(s)'s own. */
	readonly host: string;
	/** Decoded; without `index.html` and the ending `.html`. */
	readonly parts: readonly string[];
	/** Sorted, without what only counts visitors; begins with `?` unless it is empty. */
	readonly query: string;
}

/** One part of a path, in which a slash stays encoded: it ends none. */
function readPart(part: string): string {
	try {
		return decodeURIComponent(part).normalize("NFC").replaceAll("/", "%2F");
	} catch {
		return part;
	}
}

function readParts(path: string): string[] {
	return path
		.replace(/\/index\.html?$/, "/")
		.replace(/(?<=[^/])\.html?$/, "")
		.split("/")
		.filter((part) => part !== "")
		.map(readPart);
}

function readQuery(search: string): string {
	if (search === "") return "";
	const kept = [...new URLSearchParams(search)].filter(
		([name]) => !/^utm_/i.test(name),
	);
	const query = new URLSearchParams(kept);
	query.sort();
	return kept.length === 0 ? "" : `?${query}`;
}

/** Reads an address; undefined where it is none of http(s). */
export function readPageAddress(
	text: string | undefined,
): PageAddress | undefined {
	const href = normalizeHttpUrl(text ?? "");
	if (href === undefined) return undefined;
	const { host, pathname, search } = new URL(href);
	return {
		host: host.replace(/^www\./, ""),
		parts: readParts(pathname),
		query: readQuery(search),
	};
}

/** What is the same for all addresses of one path, on whatever host. */
export const writePathKey = ({ parts, query }: PageAddress) =>
	`/${parts.join("/")}${query}`;

/** What is the same for all addresses of one page. */
export const writePageKey = (address: PageAddress) =>
	address.host + writePathKey(address);
