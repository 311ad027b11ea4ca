/** Reads the paths of articles and feeds, in which `:slug` and the like stand for something. */

import { findNearest } from "../nearest.ts";
import { families } from "./feeds.ts";
import { quote, readText, showValue, Unfit } from "./values.ts";

const placeholder = /:([A-Za-z]\w*)/g;
const permalinkNames = [
	"year",
	"month",
	"day",
	"slug",
	"section",
	"path",
	"filename",
	"lang",
];
const spell = (names: readonly string[]) =>
	names.map((name) => `:${name}`).join(" ");

/** Finds the placeholders in a pattern, without their colons, in order. */
export function findPlaceholders(pattern: string): string[] {
	return [...pattern.matchAll(placeholder)].map((match) => match[1] ?? "");
}

function checkPlaceholders(pattern: string, known: readonly string[]): void {
	const unknown = findPlaceholders(pattern).filter(
		(name) => !known.includes(name),
	);
	if (unknown.length === 0) return;
	const meant = unknown.flatMap((name) => findNearest(name, known) ?? []);
	throw new Unfit(
		`holds ${unknown.map((name) => quote(`:${name}`)).join(" and ")}, which stands for nothing here`,
		meant.length > 0
			? `Did you mean ${meant.map((name) => quote(`:${name}`)).join(" and ")}?`
			: `Known: ${spell(known)}`,
	);
}

/** The URL Standard takes `%2e` for a dot too, so that `/%2e%2e/` leads up. */
function checkDots(path: string): void {
	const dots = path
		.split("/")
		.find((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
	if (dots)
		throw new Unfit(`holds ${quote(dots)}`, "Write the folders themselves.");
}

function checkSlashes(path: string): void {
	if (path.includes("//"))
		throw new Unfit('holds "//"', "Write one slash there.");
}

/** Reads the pattern of the articles' addresses. */
export function parsePermalink(value: unknown): string {
	const text = readText(value).trim();
	if (!text.startsWith("/"))
		throw new Unfit(
			'does not begin with "/"',
			"Write only what follows the site's address, such as /:slug/.",
		);
	checkSlashes(text);
	checkDots(text);
	const bad = /[?#\\\p{Cc}]/u.exec(text);
	if (bad)
		throw new Unfit(
			`holds ${showValue(bad[0])}, which no path can hold`,
			"Take that character out.",
		);
	checkPlaceholders(text, permalinkNames);
	if (!findPlaceholders(text).some((name) => /slug|path|filename/.test(name)))
		throw new Unfit(
			"gives different articles one address",
			"Add :slug, :path or :filename.",
		);
	return text;
}

/** What Windows or a URL would take for something else. */
const notInName = /[?#%\\*<>"|\p{Cc}]/u;

function checkFileName(name: string): void {
	const bad = notInName.exec(name);
	if (bad)
		throw new Unfit(
			`holds ${showValue(bad[0])}, which no file can be called everywhere`,
			"Take that character out.",
		);
	// Windows drops a dot or a blank at the end of a name.
	if (/[. ]$/.test(name))
		throw new Unfit(
			`holds a name that ends with ${name.endsWith(".") ? "a dot" : "a blank"}`,
			"Take it out.",
		);
	if (name.toLowerCase().startsWith(".feedwright-"))
		throw new Unfit(
			'holds a name that begins with ".feedwright-"',
			"Choose another one: feedwright keeps its own files under such names.",
		);
}

/** Reads the folder of a feed; it begins and ends with a slash then. */
export function parseFeedPath(value: unknown): string {
	const text = readText(value).trim();
	if (/^[a-z][a-z\d+.-]*:\/\//i.test(text))
		throw new Unfit(
			"is not a path",
			'Write only what follows the site\'s address, such as "/" or "/tags/:tag/".',
		);
	checkSlashes(text);
	checkDots(text);
	const inner = text.replace(/^\//, "").replace(/\/$/, "");
	if (inner === "") return "/";
	for (const segment of inner.split("/")) checkFileName(segment);
	const file = inner.split("/").at(-1) ?? "";
	if (/\.(?:xml|json|rss|atom)$/i.test(file))
		throw new Unfit(
			"names a file, not the folder of the feed",
			`Write the folder here, and the file as formats: { ${guessFormat(file)}: ${quote(file)} }.`,
		);
	checkFamily(inner);
	return `/${inner}/`;
}

function guessFormat(file: string): "rss" | "atom" | "json" {
	if (file.endsWith("json")) return "json";
	return file.includes("atom") ? "atom" : "rss";
}

function checkFamily(path: string): void {
	checkPlaceholders(path, families);
	if (path.replace(placeholder, "").includes(":"))
		throw new Unfit('holds ":"', "Take it out, or write :tag.");
}

/** Reads the name of a feed's file; false leaves the format out. */
export function parseFormat(value: unknown): string | false {
	if (value === false) return false;
	if (typeof value !== "string")
		throw new Unfit(
			"is neither a file name nor false",
			'Write a name such as "feed.xml", or false to leave this format out.',
		);
	const name = readText(value).trim();
	if (/[/\\:]/.test(name))
		throw new Unfit(
			"is not a plain file name",
			'Write a name such as "feed.xml"; folders belong to the "path" of a feed.',
		);
	checkFileName(name);
	return name;
}
