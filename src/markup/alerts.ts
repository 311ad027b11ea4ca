/**
 * Admonitions as a block quote with a bold first line: the one shape that works in list items, in every reader, and
 * without styles. GitHub's own alerts are spelt in a quote already
 * (https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts),
 * and so are Obsidian's callouts (https://help.obsidian.md/callouts).
 */

import { trimBlankLines } from "./indentation.ts";

/** What admonitions are called; each is a component and a directive, too. */
export const alertKinds: ReadonlySet<string> = new Set(
	`abstract alert attention bug caution danger deepdive error example experimental failure faq hint important info
	information note notice prerequisites pitfall question quote seealso success summary tip tldr todo warn warning
	wip canary deprecated`.split(/\s+/),
);

/** The words of a kind's name (example: `DeepDive` is `Deep dive`). */
function nameKind(kind: string): string {
	const words = kind
		.replace(/(?<=[a-z])(?=[A-Z])/g, " ")
		.replace(/[\s_-]+/g, " ")
		.trim()
		.toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Makes an admonition.
 * @param kind as the author wrote it (example: `warning`)
 * @param title Markdown; the kind's name where it is undefined, no line at all where it is empty
 * @param inner Markdown
 */
export function renderAlert(
	kind: string,
	title: string | undefined,
	inner: string,
): string {
	const isSign = /^[!-/:-@[-`{-~]+$/.test(title?.trim() ?? "");
	const heading = (isSign ? nameKind(kind) : (title ?? nameKind(kind)))
		.replace(/\s+/g, " ")
		.trim();
	const text = trimBlankLines(inner);
	const lines = [
		...(heading === "" ? [] : [`**${heading.replaceAll("**", "")}**`, ""]),
		...(text === "" ? [] : text.split("\n")),
	];
	if (lines.at(-1) === "") lines.pop();
	return lines
		.map((line) => (line.trim() === "" ? ">" : `> ${line}`))
		.join("\n");
}

const firstLine = /^([ \t>]*>)[ \t]*\[!([A-Za-z][\w-]*)\](?![([:])[+-]?(.*)$/gm;

/** Gives the alerts that are spelt `> [!NOTE]` their first line. */
export function renderAlerts(text: string): string {
	return text.replace(
		firstLine,
		(_, quote: string, kind: string, title: string) =>
			`${quote} **${title.trim() || nameKind(kind)}**\n${quote}`,
	);
}
