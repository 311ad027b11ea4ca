/** Parts of addresses, made of names and titles as the generators make them. */

import { toAscii } from "./transliteration.ts";

/** A name that stands in addresses as it is. */
export function keepName(text: string): string {
	return text;
}

/** Lower case, and each run of anything but letters, marks and digits as one `-`. */
export function toLowerSlug(text: string): string {
	return trimDashes(
		text
			.normalize("NFC")
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-"),
	);
}

/** As `toLowerSlug`, in ASCII: what Rust's `slug` makes, and so Zola. */
export function toAsciiSlug(text: string): string {
	return toLowerSlug(toAscii(text));
}

/** As Zola writes names where it may only make them safe: without what file systems and addresses forbid. */
function toSafeName(text: string): string {
	return text.replace(/(?<![ .])[ .]+$/, "").replace(/[<>:"/\\|?*]+/g, "");
}

/** As Jekyll's `slugify: "pretty"` writes names: each run of what addresses would encode is one `-`. */
export function toPrettySlug(text: string): string {
	return text
		.normalize("NFC")
		.replace(/[^\p{L}\p{M}\p{Nd}._~!$&'()+,;=@]+/gu, "-")
		.replace(/^-|-$/g, "");
}

/** As Pelican makes them: in ASCII, punctuation goes, and blanks and dashes are one `-`. */
export function toPelicanSlug(text: string): string {
	return toAscii(text.replace(/<[^<>]*>/g, ""))
		.replace(/[^\p{L}\p{M}\p{N}_\s-]+/gu, "")
		.trim()
		.replace(/[-\s]+/g, "-")
		.toLowerCase();
}

/** As GitHub writes the anchors of headings: punctuation goes, each blank is a `-`. */
export function toGithubSlug(text: string): string {
	return text
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, "")
		.replace(/\s/g, "-");
}

/** As Hugo writes paths: lower case, blanks as `-` where there is none, no punctuation but `.`, `_`, `-`, `+`, `~`, `@`. */
export function toHugoSlug(text: string): string {
	return text
		.normalize("NFC")
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{Nd}\s.\-_+~@/%]+/gu, "")
		.trim()
		.replace(/\s+/g, " ")
		.replace(/ ?- ?/g, "-")
		.replaceAll(" ", "-");
}

/** The ways that a site's data can ask for. */
export const slugStyles = { keep: keepName, safe: toSafeName };

export type SlugStyle = keyof typeof slugStyles;

// The lookbehind keeps a long run of dashes from being tried at each of them.
const trimDashes = (text: string) => text.replace(/^-+|(?<!-)-+$/g, "");
