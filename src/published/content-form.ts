/**
 * What people read in an HTML text: its words, and the pages and pictures that it names. Two texts with one form look
 * alike to subscribers, whichever generators wrote them.
 */

import { readPageAddress, writePageKey } from "./page-address.ts";

/** A comment, or the beginning of a tag; what nothing closes goes on to the end, so that each sign is read once. */
const markup = /<(?:!--[\s\S]*?(?:-->|$)|[!?][^>]*>?|\/?[a-z][^\s/>]*)/giy;
const attribute =
	/[\s/]*(?:([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s>]*)))?)?/y;

/** What smart punctuation is written with, and what must be. */
const named: Readonly<Record<string, string>> = {
	...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0" },
	...{ hellip: "…", mdash: "—", ndash: "–" },
	...{ lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”" },
};

function decodeReference(reference: string, name: string): string {
	const [, hex, digits = hex] = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name) ?? [];
	if (digits === undefined)
		return Object.hasOwn(named, name) ? (named[name] ?? "") : reference;
	const point = Number.parseInt(digits, hex === undefined ? 10 : 16);
	return point <= 0x10ffff ? String.fromCodePoint(point) : reference;
}

const decodeReferences = (text: string) =>
	text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, decodeReference);

/** The page that a text of HTML is from. */
interface Base {
	readonly url: string | undefined;
	readonly key: string | undefined;
}

const keyOf = (url: string) => {
	const page = readPageAddress(url);
	return page === undefined ? undefined : writePageKey(page);
};

/** Writes an address so that its spellings are one; empty where it leads to a place in its own page. */
function formAddress(written: string, { url, key }: Base): string {
	const address = decodeReferences(written).trim();
	if (address.startsWith("#")) return "";
	const isAddress = URL.canParse(address, url);
	const own = isAddress ? keyOf(new URL(address, url).href) : undefined;
	return own === key && own !== undefined ? "" : (own ?? address);
}

/** Reads a tag from behind its name on: where it ends, and the addresses in it as they are written. */
function readTag(html: string, from: number) {
	const written: string[] = [];
	let end = from;
	while (end < html.length && html[end] !== ">") {
		attribute.lastIndex = end;
		const [found = "", name = "", ...values] = attribute.exec(html) ?? [];
		end += found.length;
		if (/^(?:href|src|poster)$/i.test(name))
			written.push(values.find((value) => value !== undefined) ?? "");
	}
	return { end: end + 1, written };
}

/** Parts a text of HTML into what stands between tags, and the addresses in them. */
function readContent(html: string) {
	const written: string[] = [];
	let text = "";
	let at = 0;
	for (let next = html.indexOf("<"); next >= 0; next = html.indexOf("<", at)) {
		text += html.slice(at, next);
		markup.lastIndex = next;
		const [found = "<"] = markup.exec(html) ?? [];
		at = next + found.length;
		if (found === "<") text += found;
		if (!/^<\/?[a-z]/i.test(found)) continue;
		const tag = readTag(html, at);
		at = tag.end;
		written.push(...tag.written);
	}
	return { text: text + html.slice(at), written };
}

/**
 * Writes the form of a text of HTML: without tags, and without white space, which generators put where they like.
 * @param url the address of its page, for relative addresses
 */
export function formContent(html: string, url: string | undefined): string {
	const { text, written } = readContent(html);
	const base = { url, key: keyOf(url ?? "") };
	const addresses = written
		.map((address) => formAddress(address, base))
		.filter((address) => address !== "");
	return [decodeReferences(text).replace(/\s+/g, ""), ...addresses].join("\n");
}
