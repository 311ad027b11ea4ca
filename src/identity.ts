/**
 * Identity is a promise to subscribers: a reader shows an entry again, as new, when its id changes. DO NOT CHANGE what
 * the functions of this file give for any input, however good the reason: every article of every site would appear twice.
 */

import { createHash } from "node:crypto";

/** RFC 4122, appendix C: the name space for names that are addresses. */
const urlNamespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/** An absolute IRI (RFC 3987): a scheme, a colon, and no character that an IRI cannot hold. */
const iri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu;

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

/** Atom takes no id but an absolute IRI (RFC 4287, section 4.2.6): another stands for its UUID. */
export function toAtomId(id: string): string {
	return iri.test(id) ? id : `urn:uuid:${createUuid(id)}`;
}

/** A feed's Atom id: the site's address with the feed's path. */
export function chooseFeedId(siteUrl: string, path: string): string {
	return new URL(siteUrl + path.replace(/^\/+/, "")).href;
}
