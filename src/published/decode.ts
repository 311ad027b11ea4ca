/**
 * A feed's bytes as text. Where a byte order mark, the server and the document disagree, the first of them is right
 * (RFC 7303 section 3); a document that says none of it is UTF-8.
 */

import { TextDecoder } from "node:util";

/** The characters that windows-1252 has from 0x80 to 0x9F; U+0080 and the like stand where it has none. */
const windows1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/** A byte order mark, or the first sign of XML or JSON in two bytes (XML 1.0 appendix F, RFC 4627 section 3). */
function findMark([first, second, third]: Uint8Array): string | undefined {
	if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
	if (first === 0xff && second === 0xfe) return "utf-16le";
	if (first === 0xfe && second === 0xff) return "utf-16be";
	const isSign = (byte: number | undefined) => byte === 0x3c || byte === 0x7b;
	if (isSign(first) && second === 0) return "utf-16le";
	if (first === 0 && isSign(second)) return "utf-16be";
	return undefined;
}

const findCharset = (contentType: string | undefined) =>
	/;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? "")?.[1];

/** The encoding in an XML declaration. One that can be read byte by byte is not UTF-16, whatever it says. */
function findDeclared(bytes: Uint8Array): string | undefined {
	const head = Buffer.from(bytes.subarray(0, 300)).toString("latin1");
	const [, label = ""] =
		/^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head) ?? [];
	return /^(?:$|utf-?16|utf-?32|ucs|iso-10646)/i.test(label)
		? undefined
		: label;
}

function createDecoder(label: string): TextDecoder {
	try {
		return new TextDecoder(label);
	} catch {
		return new TextDecoder();
	}
}

/** Many a Node.js takes windows-1252, and so ISO-8859-1, for the one that has controls there (nodejs/node#56542). */
export function mendControls(text: string): string {
	return text.replace(
		/[\x80-\x9F]/g,
		(control) => windows1252[control.charCodeAt(0) - 0x80] ?? control,
	);
}

/** Decodes a document, without its byte order mark. An encoding that nobody knows is taken for UTF-8. */
export function decodeDocument(
	bytes: Uint8Array,
	contentType: string | undefined,
): string {
	const decoder = createDecoder(
		findMark(bytes) ??
			findCharset(contentType) ??
			findDeclared(bytes) ??
			"utf-8",
	);
	const text = decoder.decode(bytes);
	return decoder.encoding === "windows-1252" ? mendControls(text) : text;
}
