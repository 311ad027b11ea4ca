/** Where articles are published: patterns, slugs and permalinks as addresses below the site's. */

import { showText } from "./characters.ts";
import { readFileNameDate } from "./dates.ts";
import type { Field } from "./fields.ts";

/** What a source file's name and folder say of an article. */
export interface FileName {
	/** The folders from the articles' folder down, without the article's own (example: `["notes", "2024"]`). */
	readonly folders: readonly string[];
	/** Without its ending; an `index` file is named by its folder (example: `2024-01-02-hello`). */
	readonly name: string;
	/** `YYYY-MM-DD`, where the name begins with it. */
	readonly date?: string | undefined;
	/** The name without its date. */
	readonly slug: string;
}

/** Reads a path relative to the articles' folder, with `/`. */
export function readFileName(path: string): FileName {
	const parts = path.replace(/\.[^./]*$/, "").split("/");
	const last = parts.pop() ?? "";
	const name = last === "index" ? (parts.pop() ?? last) : last;
	const dated = readFileNameDate(name);
	return {
		folders: parts,
		name,
		date: dated?.date,
		slug: dated?.rest || name,
	};
}

/** What the placeholders of a permalink pattern stand for. */
export interface Placeholders {
	readonly slug: string;
	readonly fileName: FileName;
	readonly section?: string | undefined;
	readonly language: string;
	/** The publication date in the site's zone, `YYYY-MM-DD`; asked for by `:year`, `:month` and `:day` alone. */
	readonly localDate: () => string;
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

/** Fills in a permalink pattern. */
export function fillPermalink(pattern: string, values: Placeholders): string {
	const { fileName, slug } = values;
	return pattern
		.replace(
			/:(year|month|day|slug|section|path|filename|lang)/g,
			(_, name) => {
				switch (name) {
					case "year":
						return values.localDate().slice(0, 4);
					case "month":
						return values.localDate().slice(5, 7);
					case "day":
						return values.localDate().slice(8, 10);
					case "slug":
						return encodePath(slug);
					case "section":
						return encodePath(values.section ?? fileName.folders[0] ?? "");
					case "path":
						return encodePath([...fileName.folders, slug].join("/"));
					case "filename":
						return encodePart(fileName.name);
					default:
						return encodePart(values.language);
				}
			},
		)
		.replace(/\/{2,}/g, "/");
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
