/**
 * Identity is a promise to subscribers: a reader shows an entry again, as new, when its id changes. DO NOT CHANGE what
 * the functions of this file give for any input, however good the reason: every article of every site would appear twice.
 */

import { createHash } from "node:crypto";

/** RFC 4122, appendix C: the name space for names that are addresses. */
const urlNamespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/**
 * What an absolute IRI (RFC 3987) is made of: a scheme and characters that need no encoding. Private use and directional
 * marks have no place in one (sections 2.2 and 4.1); classes that grow with Unicode must not decide.
 */
const iri =
	/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`[\]\u200E\u200F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF\u{F0000}-\u{10FFFD}]+$/iu;

/** What some schemes ask for besides; validators look (W3C InvalidFullLink, InvalidTAG, InvalidURN, InvalidUUID). */
const schemes: Readonly<Record<string, RegExp>> = {
	http: /^http:\/\/[^/?#]/i,
	https: /^https:\/\/[^/?#]/i,
	// RFC 4151
	tag: /^tag:[^,:/?#]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:/i,
	// RFC 8141; of uuid RFC 4122
	urn: /^urn:(?:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|(?!uuid:)[a-z0-9][a-z0-9-]{0,31}:.)/i,
};

function isIri(id: string): boolean {
	const scheme = id.slice(0, id.indexOf(":")).toLowerCase();
	const rule = Object.hasOwn(schemes, scheme) ? schemes[scheme] : undefined;
	return iri.test(id) && (rule === undefined || rule.test(id));
}

/** Gives the UUID, version 5 (RFC 4122, section 4.3), of a name. */
function createUuid(name: string): string {
	const hash = createHash("sha1").update(urlNamespace).update(name).digest();
	hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
	hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
	const hex = hash.toString("hex");
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20, 32),
	].join("-");
}

/** An article's id: the one that its author gave it, else its address. */
export function chooseId(written: string | undefined, url: string): string {
	return written ?? url;
}

/**
 * The id of a new article whose address was another one's before: `tag:HOST,DATE:PATH` (RFC 4151), and where the same day
 * has brought several there, with a number behind it.
 * @param date milliseconds since the epoch
 * @param isTaken whether an id is, or ever was, another article's
 */
export function createTag(
	url: string,
	date: number,
	isTaken: (id: string) => boolean,
): string {
	const { hostname, pathname, search } = new URL(url);
	const day = new Date(date).toISOString().slice(0, 10);
	const tag = `tag:${hostname},${day}:${pathname}${search}`;
	let id = tag;
	for (let count = 2; isTaken(id); count++) id = `${tag};${count}`;
	return id;
}

/** Atom takes no id but an absolute IRI (RFC 4287, section 4.2.6): another stands for its UUID. */
export function toAtomId(id: string): string {
	return isIri(id) ? id : `urn:uuid:${createUuid(id)}`;
}

/** A feed's Atom id: the site's address with the feed's path. Not by `appendToSite`, which may change one day. */
export function chooseFeedId(siteUrl: string, path: string): string {
	return new URL(siteUrl + path.replace(/^\/+/, "")).href;
}
