/** What an article's text is known by when it is no longer there: a hash of it as it was, and a sketch of what it was like. */

import { hash } from "node:crypto";

/** Enough that no two texts of all that people write have one. */
const hashLength = 16;

/** Gives the hash of what readers are shown of an article's words. */
export function hashText(
	title: string | undefined,
	description: string | undefined,
	body: string,
): string {
	const text = JSON.stringify([title, description, body.trim()]);
	return hash("sha256", text, "base64url").slice(0, hashLength);
}

/** In UTF-16 code units: longer than a word, so that texts of one language are not alike by its words. */
const shingleLength = 8;
/** Shorter texts say too little to be known by. */
const minLength = 200;
const bins = 32;
const digits =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const nothing = ".";

/** Spreads a sum over 32 bits (MurmurHash3's last step). */
function mix(sum: number): number {
	let bits = sum ^ (sum >>> 16);
	bits = Math.imul(bits, 0x85ebca6b);
	bits ^= bits >>> 13;
	bits = Math.imul(bits, 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) >>> 0;
}

const base = 0x01000193;
/** What the first unit of a shingle has been multiplied by when the last one is added. */
const leading = Array.from({ length: shingleLength - 1 }).reduce<number>(
	(product) => Math.imul(product, base),
	1,
);

/**
 * Sketches a text, so that two sketches agree in as many signs as the texts have shingles in common (one permutation
 * hashing: the least hash of each of 32 bins, of which six bits are kept).
 * @returns 32 signs, or nothing where the text is too short to be known by
 */
export function sketchText(body: string): string {
	const text = body.toLowerCase().replace(/\s+/g, " ").trim();
	if (text.length < minLength) return "";
	const least = new Float64Array(bins).fill(Number.POSITIVE_INFINITY);
	let sum = 0;
	for (let at = 0; at < text.length; at++) {
		if (at >= shingleLength)
			sum -= Math.imul(text.charCodeAt(at - shingleLength), leading);
		sum = (Math.imul(sum, base) + text.charCodeAt(at)) | 0;
		if (at < shingleLength - 1) continue;
		const bits = mix(sum);
		const bin = bits >>> 27;
		if (bits < (least[bin] ?? 0)) least[bin] = bits;
	}
	// The high bits of the least hash are small by its being the least; the low ones are free.
	return Array.from(least, (bits) =>
		Number.isFinite(bits) ? (digits[bits & 63] ?? "") : nothing,
	).join("");
}

/**
 * Tells how alike two texts are by their sketches: the share of what they have in common, 0 to 1.
 * @returns undefined where one of them is too short to tell
 */
export function compareSketches(a: string, b: string): number | undefined {
	if (a.length !== bins || b.length !== bins) return undefined;
	let told = 0;
	let same = 0;
	for (let at = 0; at < bins; at++) {
		if (a[at] === nothing && b[at] === nothing) continue;
		told++;
		if (a[at] === b[at]) same++;
	}
	return told === 0 ? undefined : same / told;
}
