/**
 * For GitHub Actions: the table, and annotations at the lines that they are about
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */

import type { Diagnostic } from "../diagnostics.ts";
import type { Reporter } from "./reporter.ts";
import { chooseDiagnostics, reportText } from "./text.ts";

const commands = { error: "error", warning: "warning", info: "notice" };

function escapeData(text: string): string {
	return text.replace(/[%\r\n]/g, encodeURIComponent);
}

function escapeProperty(text: string): string {
	return text.replace(/[%\r\n:,]/g, encodeURIComponent);
}

function formatAnnotation(diagnostic: Diagnostic): string {
	const { severity, file, line, column, code, message, hint } = diagnostic;
	const properties = Object.entries({ file, line, col: column, title: code })
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
	const text = hint ? `${message}\n${hint}` : message;
	return `::${commands[severity]} ${properties.join(",")}::${escapeData(text)}\n`;
}

/** Writes the table of the text reporter, and each diagnostic as an annotation. */
export const reportGithub: Reporter = (outcome, options) => ({
	stdout: reportText(outcome, options).stdout,
	stderr: chooseDiagnostics(outcome.diagnostics, options.quiet)
		.map(formatAnnotation)
		.join(""),
});
