/** What an article's front matter says in words: titles and summaries, ids, people, what it is filed under. */

import { readPermalink, toAddress } from "./addresses.ts";
import { readAddress, readLink } from "./article-fields.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { isGenerator } from "./dialects/dialects.ts";
import { type Field, type FindField, listItems, readText } from "./fields.ts";
import { readHtmlText, readMarkdownText } from "./html/markdown.ts";
import { completePerson, readPeople } from "./people.ts";
import type { Site } from "./site.ts";
import { readWords } from "./words.ts";

/** A `<` that begins no element that a title may have: `Vec<T>`, `a < b`. */
const notTag =
	/<(?!\/?(?:a|abbr|b|br|cite|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>)/gi;

/** In the titles of most generators HTML and its entities are what they are in their pages. */
function cleanLine(text: string, dialect: Dialect): string {
	return isGenerator(dialect) && /[&<]/.test(text)
		? readHtmlText(text.replace(notTag, "&lt;"))
		: text;
}

/** One line of plain text. */
export function readLine(
	field: Field | undefined,
	dialect: Dialect,
): string | undefined {
	const text = readText(field);
	return text === undefined ? undefined : cleanLine(text, dialect);
}

/** As `readLine`, where people write Markdown, too: in a summary its marks would be noise. */
export function readDescription(
	field: Field | undefined,
	dialect: Dialect,
): string | undefined {
	const text = readText(field);
	if (text === undefined) return undefined;
	const plain = isGenerator(dialect) ? readMarkdownText(text) : undefined;
	return plain ?? cleanLine(text, dialect);
}

/** `dec-the-second` as `Dec The Second`. */
export function titleize(name: string): string {
	return name
		.split("-")
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
		.join(" ");
}

/** A UUID is an id of its own name space. */
export function readId(field: Field | undefined): string | undefined {
	const id = readText(field);
	return id !== undefined &&
		/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) &&
		field?.key.toLowerCase() === "uuid"
		? `urn:uuid:${id.toLowerCase()}`
		: id;
}

/** Addresses that an article once had. */
export function readAliases(
	field: Field | undefined,
	siteUrl: string,
): string[] {
	return (field ? listItems(field) : []).flatMap((item) => {
		const path = readPermalink(item, readText(item), siteUrl);
		return path === undefined ? [] : [toAddress(siteUrl, path)];
	});
}

/** An address of the article's own site is no page elsewhere. */
export function readExternalLink(
	find: FindField,
	site: Site,
): string | undefined {
	const link = readLink(find("link"));
	const isOwn = isGenerator(site.dialect) && link?.startsWith(site.url);
	return isOwn ? undefined : link;
}

/** The people of `authors`, with what keys beside it say of the only one. */
export function readAuthors(find: FindField, url: string, { directory }: Site) {
	return completePerson(readPeople(find("authors"), url, directory), {
		email: readText(find("authorEmail")),
		url: readAddress(find("authorUrl"), url),
		avatar: readAddress(find("authorAvatar"), url),
	});
}

/** Of `category: open source` the words are one category, of `categories: open source` two. */
export function readCategories(
	field: Field | undefined,
	dialect: Dialect,
): string[] {
	const isPlural = field?.key.endsWith("ies") === true;
	return readWords(field, isPlural ? dialect.separators : undefined);
}

/** What an article is filed under, without what only sorts pages. */
export function readTags(field: Field | undefined, dialect: Dialect): string[] {
	const isPlural = field?.key.endsWith("s") === true;
	const { separators, technicalTags } = dialect;
	return readWords(field, isPlural ? separators : undefined).filter(
		(tag) => !technicalTags.includes(tag),
	);
}
