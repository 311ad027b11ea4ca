/**
 * Text that others wrote, as itself in GitHub Flavored Markdown (https://github.github.com/gfm/): nobody is called by
 * it, nothing is linked, and no table or list ends with it.
 */

import { normalizeHttpUrl } from "../urls.ts";

/** What a terminal or a reader takes for a command, and what turns the order of a line round. */
const commands =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
	/[\0-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069]/g;

const toLine = (text: string) =>
	text.replace(/\s+/g, " ").trim().replace(commands, "�");

/** Parts what would be one word to GitHub, which looks for them after all escapes are gone. */
const nothing = "&#8203;";

const references: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
};

const escapeHtml = (text: string) =>
	text.replace(/[&<>]/g, (sign) => references[sign] ?? sign);

/** `@name` and `a@b.example`, `#1`, `GH-1` and `:tada:`. */
const calls = /@(?=\S)|#(?=\d)|\bGH-(?=\d)|:(?=[\w+-])/gi;

/** Signs of Markdown; before a parenthesis some parsers do not see that a bracket is escaped. */
const signs = /[\\`*_()[\]|~$!^:#]|\bwww\./gi;

/** Writes a text on one line, wherever in a line or in a table it stands. */
export function escapeMarkdownText(text: string): string {
	return escapeHtml(toLine(text))
		.replace(signs, (sign) => (sign.length === 1 ? `\\${sign}` : "www\\."))
		.replace(calls, (sign) => `${sign}${nothing}`)
		.replace(/^(?=[-+=]|\d+[.)])/, nothing);
}

/** Writes a text as code, where it is on its own line or in a list. */
export function writeCode(text: string): string {
	const line = toLine(text);
	const longest = Math.max(
		0,
		...(line.match(/`+/g) ?? []).map((run) => run.length),
	);
	const fence = "`".repeat(longest + 1);
	// A blank at either end is taken away, so that a backtick may stand there.
	return `${fence} ${line} ${fence}`;
}

/** Writes a text as code within HTML. */
export const writeHtmlCode = (text: string) =>
	`<code>${escapeHtml(toLine(text))}</code>`;

/** Writes a link to a page; the text alone where the address is none of http(s). */
export function writeLink(text: string, url: string | undefined): string {
	const label = escapeMarkdownText(text);
	const href = normalizeHttpUrl(url ?? "");
	return href === undefined
		? label
		: `[${label}](<${href.replaceAll("&", "&amp;")}>)`;
}
