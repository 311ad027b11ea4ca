/** What somebody got who asked for a feed, in words, with the way to the feed. */

import { showText, toPlainLine } from "../characters.ts";
import { Failure } from "../diagnostics.ts";
import { type BrokenXml, findRoot, localName } from "./markup.ts";
import { findFeed, findTitle } from "./page.ts";

/** Where a document came from. */
export interface Origin {
	/** For messages: a file or an address. */
	readonly name: string;
	/** What its relative addresses are relative to. */
	readonly url?: string | undefined;
	/** As the server wrote it (example: `text/xml; charset=utf-8`). */
	readonly contentType?: string | undefined;
}

const nameFeed = "Name the address of the feed itself.";

/** Roots of XML that is often taken for a feed. */
const relatives: Readonly<Record<string, string>> = {
	urlset: "a sitemap",
	sitemapindex: "a sitemap",
	opml: "a list of feeds (OPML)",
	entry: "a single entry (Atom)",
};

/** What no text holds; a server may send anything. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const binary = /[\0-\x08\x0E-\x1A\x1C-\x1F]/;

function describePage(html: string): string {
	const title = findTitle(html);
	return title ? `an HTML page, "${showText(title)}"` : "an HTML page";
}

function describeJson(text: string): string {
	try {
		const value: unknown = JSON.parse(text);
		if (Array.isArray(value)) return "a list in JSON";
		const keys = Object.keys(value as object).slice(0, 3);
		const shown = keys.map((key) => `"${showText(key)}"`).join(", ");
		return shown
			? `JSON whose first keys are ${shown}`
			: "JSON without any keys";
	} catch {
		return "JSON that is broken";
	}
}

function isHtml(root: string | undefined, from: Origin): boolean {
	return (
		/^(?:html|head|body|title|meta|link|script|style|div|p|h1|br)$/.test(
			root ?? "",
		) || /\bx?html\b/i.test(from.contentType ?? "")
	);
}

/** @returns what "it is" */
function describe(text: string, from: Origin): string {
	const trimmed = text.trim();
	if (trimmed === "") return "empty";
	if (binary.test(trimmed.slice(0, 1000))) return "binary data";
	if (/^[{[]/.test(trimmed)) return describeJson(trimmed);
	const root = findRoot(trimmed);
	if (!root || !trimmed.startsWith("<"))
		return `text that begins with "${showText(trimmed.slice(0, 1000))}"`;
	const name = localName(root);
	if (isHtml(name, from)) return describePage(text);
	return relatives[name] ?? `XML whose root is "${showText(root.name)}"`;
}

const createFailure = (from: Origin, rest: string, hint: string) =>
	new Failure(74, {
		code: "source-no-feed",
		message: `${toPlainLine(from.name)} ${rest}`,
		hint,
	});

/** The Failure (74, `source-no-feed`) for what is something else than a feed. */
export function explainNoFeed(text: string, from: Origin): Failure {
	const what = describe(text, from);
	const feed = what.startsWith("an HTML") && findFeed(text, from.url);
	return createFailure(
		from,
		`is no feed: it is ${what}`,
		feed ? `Its feed is ${feed}.` : nameFeed,
	);
}

/** The Failure for a feed that is not well-formed. */
export function explainBroken(
	{ message, offset }: BrokenXml,
	text: string,
	from: Origin,
): Failure {
	const lines = text.slice(0, offset).split(/\r\n?|\n/);
	const column = (lines.at(-1) ?? "").length + 1;
	return createFailure(
		from,
		`is not well-formed XML: ${showText(message)} (line ${lines.length}, column ${column})`,
		"Mend it there, or name another feed.",
	);
}

/** The Failure for what has the signs of a feed and nothing else. */
export function explainHollow(kind: string, from: Origin): Failure {
	return createFailure(
		from,
		`says that it is ${kind}, but has nothing of a feed`,
		nameFeed,
	);
}
