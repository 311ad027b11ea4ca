/**
 * Text and attributes of XML 1.0. Whatever goes into a document goes through here, so that no document is ever malformed:
 * no character gets out that XML cannot carry, no sign of markup, and no end of a CDATA section within one.
 */

import { removeUnfitCharacters } from "./characters.ts";

/**
 * Writes text for an element. References are hexadecimal, since more readers show a title right that holds `&#x26;`
 * than one that holds `&amp;`, and the W3C validator warns of the latter (CharacterData).
 */
export function escapeText(text: string): string {
	return removeUnfitCharacters(text)
		.replace(/&/g, "&#x26;")
		.replace(/</g, "&#x3C;")
		.replace(/>/g, "&#x3E;");
}

/** Writes one element with text in it, or none where there is no text. */
export function writeElement(
	name: string,
	text: string | undefined,
	attributes: Readonly<Record<string, string | number | undefined>> = {},
): string {
	if (text === undefined || text === "") return "";
	return `<${name}${writeAttributes(attributes)}>${escapeText(text)}</${name}>`;
}

/** Writes an element that has attributes alone. */
export function writeEmptyElement(
	name: string,
	attributes: Readonly<Record<string, string | number | undefined>>,
): string {
	return `<${name}${writeAttributes(attributes)}/>`;
}

const references: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
};

/**
 * Writes text for an attribute, or an address: here more parsers know names than numbers (fast-xml-parser decodes no
 * numeric reference unless told to). Line ends and tabs are numbers all the same, else parsers read blanks.
 */
export function escapeAttribute(text: string): string {
	return removeUnfitCharacters(text).replace(
		/[&<>"\t\n\r]/g,
		(character) =>
			references[character] ??
			`&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
	);
}

/** Writes those attributes that have a value. */
export function writeAttributes(
	attributes: Readonly<Record<string, string | number | undefined>>,
): string {
	return Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
		.join("");
}

/** Writes HTML as a CDATA section; an end of one within it stands in two sections, as everybody reads it. */
export function writeCdata(html: string): string {
	const text = removeUnfitCharacters(html).replaceAll("]]>", "]]]]><![CDATA[>");
	return `<![CDATA[${text}]]>`;
}
