/** For pull requests: what subscribers will see and what is wrong, as Markdown. */

import type { Diagnostic } from "../diagnostics.ts";
import { formatChangesMarkdown } from "./changes-markdown.ts";
import { escapeMarkdownText, writeCode } from "./markdown-text.ts";
import type { Reporter } from "./reporter.ts";
import { chooseDiagnostics, reportText } from "./text.ts";

function formatDiagnostic(diagnostic: Diagnostic): string {
	const { severity, message, hint, file, line, column } = diagnostic;
	const parts = [file, line, column].filter((part) => part !== undefined);
	const place = parts.length > 0 ? `${writeCode(parts.join(":"))} ` : "";
	const advice = hint ? `  \n  ${escapeMarkdownText(hint)}` : "";
	return `- ${place}**${severity}** ${escapeMarkdownText(message)}${advice}\n`;
}

/** Writes a comparison, or else what the text reporter says as it is, and below it what is wrong. */
export const reportMarkdown: Reporter = (outcome, options) => {
	const { compared, diagnostics } = outcome;
	const result = compared
		? formatChangesMarkdown(compared)
		: reportText(outcome, options).stdout.replace(/^(?=.)/gm, "    ");
	const found = chooseDiagnostics(diagnostics, options.quiet);
	const list = found.map(formatDiagnostic).join("");
	const parts = [result, list].filter((part) => part !== "");
	return { stdout: parts.join("\n"), stderr: "" };
};
