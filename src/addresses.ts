/** Where articles are published: patterns, slugs and permalinks as addresses below the site's. */

import { showText } from "./characters.ts";
import { dateParts } from "./date-parts.ts";
import type { Field } from "./fields.ts";
import { toLowerSlug } from "./slugs.ts";

/** What the placeholders of a permalink pattern stand for. */
export interface Placeholders {
	/** May be several parts. */
	readonly slug: string;
	/** What a slug would be that is made of the title; asked for by patterns that hold it alone. */
	readonly title: () => string;
	/** Whether the article has named its slug itself. */
	readonly hasSlug: boolean;
	/** Whether the slug is what a date leaves of the file's name. */
	readonly isDated: boolean;
	/** What the slug is where the article names none. */
	readonly named: () => string;
	/** The file's name without its ending; an `index` file is named by its folder. */
	readonly name: string;
	/** From the content's root down, without the article's own. */
	readonly folders: readonly string[];
	readonly section?: string | undefined;
	readonly categories: readonly string[];
	readonly language: string;
	/** As addresses spell it, and only where it is another than the site's. */
	readonly otherLanguage?: string | undefined;
	/** As addresses spell it, that of the site too. */
	readonly ownLanguage: string;
	/** Whether it is another than the site's. */
	readonly isForeign: boolean;
	/** The publication date in the site's zone, `YYYY-MM-DDTHH:MM:SS`; asked for by the parts of a date alone. */
	readonly localTime: () => string;
}

/** `.` and `..`, also as a browser decodes them. */
const dots = /^(?:\.|%2e){1,2}$/i;

/** What is the same however it is written; most parts are. */
const plainPart = /^[\w~-][\w.~-]*$/;

/** Writes a part of a path so that nothing in it is syntax; what is percent-encoded already stays. */
function encodePart(part: string): string {
	if (plainPart.test(part)) return part;
	const encoded = part
		.normalize("NFC")
		.trim()
		.replace(/\s+/g, "-")
		.replace(/%(?![0-9A-Fa-f]{2})|[?#\\]/g, encodeURIComponent);
	// A file may be named `%2e%2e.md`.
	return dots.test(encoded) ? encoded.replace(/\.|%2e/gi, "-") : encoded;
}

const encodePath = (path: string) => path.split("/").map(encodePart).join("/");

/** What each placeholder stands for; with the year, month and day the first of them are what the configuration may name. */
const placeholders: Readonly<Record<string, (values: Placeholders) => string>> =
	{
		slug: ({ slug }) => encodePath(slug),
		section: ({ section, folders }) => encodePath(section ?? folders[0] ?? ""),
		path: ({ folders, slug }) => encodePath([...folders, slug].join("/")),
		filename: ({ name }) => encodePart(name),
		lang: ({ language }) => encodePart(language),
		category: ({ categories: [first = ""] }) => encodePart(toLowerSlug(first)),
		categories: ({ categories }) =>
			categories.map((category) => encodePart(toLowerSlug(category))).join("/"),
		folders: ({ folders }) => encodePath(folders.join("/")),
		category_names: ({ categories }) => writeNames(categories),
		category_path: ({ categories }) => writeCategoryPath(categories),
		flat_path: ({ folders, name, named, isDated }) =>
			folders.length === 0 && isDated
				? encodePath(named())
				: encodePart(joinWords([...folders, name].join("/"))),
		foreign_lang: ({ language, isForeign }) =>
			isForeign ? `-${encodePart(language.toLowerCase())}` : "",
		locale: ({ otherLanguage = "" }) => encodePart(otherLanguage),
		lower_filename: ({ name }) => encodePart(toLowerSlug(name)),
		lower_slug: ({ slug }) => encodePart(toLowerSlug(slug)),
		named: ({ named }) => encodePath(named()),
		own_locale: ({ ownLanguage }) => encodePart(ownLanguage),
		slug_or_title: ({ hasSlug, isDated, slug, title }) =>
			encodePath(hasSlug || isDated ? slug : title() || slug),
		title: ({ slug, title }) => encodePath(title() || slug),
		...Object.fromEntries(
			Object.entries(dateParts).map(([name, write]) => [
				name,
				({ localTime }: Placeholders) => write(localTime()),
			]),
		),
	};

/** As Jekyll has them: each once, in lower case, its blanks percent-encoded. */
function writeNames(names: readonly string[]): string {
	const lower = new Set(names.map((name) => name.toLowerCase()));
	return [...lower]
		.map((name) => encodePath(name.trim().replace(/\s/g, "%20")))
		.join("/");
}

/** As Hexo has them: one below the other, in the case that they are written in. */
function writeCategoryPath(names: readonly string[]): string {
	return (names.length === 0 ? ["uncategorized"] : names)
		.map((name) => encodePart(joinWords(name)))
		.join("/");
}

/** Words as they are written, with `-` for whatever stands between them. */
function joinWords(text: string): string {
	return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

/** The longest first: `:slug` is no `:s`. */
const placeholder = new RegExp(
	`:(${Object.keys(placeholders)
		.sort((a, b) => b.length - a.length)
		.join("|")})`,
	"g",
);

/** Writes parts of a path so that they stand for themselves in a pattern. */
export function quoteParts(parts: readonly string[]): string {
	return parts
		.map((part) =>
			dots.test(part.trim())
				? part.replace(/\.|%2e/gi, "-")
				: part.replace(
						/[:?#\\]/g,
						(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
					),
		)
		.join("/");
}

type Part = string | ((values: Placeholders) => string);

/** Patterns taken apart; a site has few, and many articles. */
const patterns = new Map<string, readonly Part[]>();

function readPattern(pattern: string): readonly Part[] {
	const known = patterns.get(pattern);
	if (known !== undefined) return known;
	const parts = pattern
		.split(placeholder)
		.map((part, i): Part => (i % 2 === 0 ? part : (placeholders[part] ?? "")));
	if (patterns.size < maxPatterns) patterns.set(pattern, parts);
	return parts;
}

/** Each article may have a pattern of its own. */
const maxPatterns = 1000;

/** Fills in a permalink pattern; what is no placeholder stays. */
export function fillPermalink(pattern: string, values: Placeholders): string {
	let filled = "/";
	for (const part of readPattern(pattern))
		filled += typeof part === "string" ? part : part(values);
	return filled.replace(/\/{2,}/g, "/");
}

function leadsOut(path: string): boolean {
	return path.split(/[/\\]/).some((part) => dots.test(part.trim()));
}

/** Reads `slug` or `section`: a part of an address, or several. */
export function readPathPart(
	field: Field | undefined,
	text: string | undefined,
): string | undefined {
	if (field === undefined || text === undefined) return undefined;
	const parts = text.split("/").filter((part) => part !== "");
	if (parts.length > 0 && !leadsOut(text)) return parts.join("/");
	field.complain({
		code: "path-part-invalid",
		problem: `leads out of the site's articles: ${showText(text)}`,
		hint: "Write one part of the address alone, such as my-first-post.",
	});
	return undefined;
}

/** Reads `permalink`: a path of this site, also when it is written with the site's address. */
export function readPermalink(
	field: Field | undefined,
	text: string | undefined,
	siteUrl: string,
): string | undefined {
	if (field === undefined || text === undefined) return undefined;
	const path = text.startsWith(siteUrl) ? text.slice(siteUrl.length) : text;
	const isElsewhere = /^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(path);
	const [beforeQuery = ""] = path.split(/[?#]/);
	if (!isElsewhere && !path.includes("#") && !leadsOut(beforeQuery)) {
		return (
			`/${beforeQuery}`.replace(/\/{2,}/g, "/") + path.slice(beforeQuery.length)
		);
	}
	field.complain({
		code: "permalink-invalid",
		problem: isElsewhere
			? `leads to another site: ${showText(text)}`
			: `is no path of an article: ${showText(text)}`,
		hint: "Write the path of this article on this site, such as /2024/my-first-post/.",
	});
	return undefined;
}

/** What an address must not hold (RFC 3986), though a browser leaves some of it as it is. */
const unfit = /%(?![0-9A-Fa-f]{2})|[#\\[\]{}|^`]/g;

/** Makes a filled-in permalink an address below the site's. */
export function toAddress(siteUrl: string, path: string): string {
	const relative = path.replace(/^\/+/, "");
	if (relative.split("/").every((part) => part === "" || plainPart.test(part)))
		return siteUrl + relative;
	const encoded = relative.normalize("NFC").replace(unfit, encodeURIComponent);
	return new URL(siteUrl + encoded).href;
}
