/**
 * What a template's value leaves that cannot be known: a link that needed it would lead astray, so its text alone stays,
 * and a picture would not be found.
 */

/** A noncharacter in the value's place, until the text is whole. */
export const missingValue = "\uFDD6";

/** An image or a link; a link's text may hold images, and an address a pair of parentheses. */
const links =
	/(!?)\[((?:[^[\]]|\[[^[\]]*\]\([^()\n]*\))*)\]\([^()\n\uFDD6]*\uFDD6(?:[^()\n]|\([^()\n]*\))*\)/g;
const definitions =
	/^[ \t]{0,3}\[([^[\]\n]+)\]:[ \t]{0,9}[^\n\uFDD6]*\uFDD6.*$/gm;
const references = /(!?)\[([^[\]\n]+)\](?:\[([^[\]\n]*)\])?(?![:(])/g;
const attributes =
	/\s(?:href|src|srcset|poster)=(?:"[^"\uFDD6]*\uFDD6[^"]*"|'[^'\uFDD6]*\uFDD6[^']*'|[^\s"'<>\uFDD6]*\uFDD6[^\s"'<>]*)/gi;

const players = /<(audio|video)\b[^<>\uFDD6]*\uFDD6[^<>]*>[^<]*<\/\1>/gi;

const isParagraph = (text: string) => !/\n[ \t]*\n/.test(text);

/** Takes away definitions of links, and the brackets of the links that need them. */
function removeDefinitions(text: string): string {
	const labels = new Set<string>();
	const rest = text.replace(definitions, (_, label: string) => {
		labels.add(label.toLowerCase());
		return "";
	});
	if (labels.size === 0) return text;
	return rest.replace(references, (written, image, inner: string, label) =>
		labels.has((label || inner).toLowerCase()) ? (image ? "" : inner) : written,
	);
}

/** Takes the places of missing values out of a text, with the links and pictures that they are part of. */
export function removeMissing(text: string): string {
	if (!text.includes(missingValue)) return text;
	const unlinked = text.replace(links, (written, image, inner: string) =>
		isParagraph(inner) ? (image ? "" : inner) : written,
	);
	return removeDefinitions(unlinked)
		.replace(players, "")
		.replace(attributes, "")
		.replaceAll(missingValue, "");
}
