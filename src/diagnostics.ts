/**
 * What is wrong with articles, feeds or settings, as data: producers report it, the rim prints it once, sorted.
 */

import { compareText } from "./characters.ts";

export type Severity = "error" | "warning" | "info";

/** Where something is wrong; lines and columns count from 1 and are absent where unknown. */
export interface Place {
	/** As the reader of the message would open it: relative to the working directory, with `/`. */
	readonly file?: string | undefined;
	readonly line?: number | undefined;
	readonly column?: number | undefined;
}

export interface Diagnostic extends Place {
	readonly severity: Severity;
	/** A stable name for programs (example: `date-invalid`). */
	readonly code: string;
	/** What was found, with the author's own key and value. */
	readonly message: string;
	/** The way out: what to write instead. */
	readonly hint?: string | undefined;
}

/** Takes a diagnostic; producers never print. */
export type Report = (diagnostic: Diagnostic) => void;

/**
 * Ends the run with an exit status that the contract names: 1 the articles or feeds have errors, 2 the command line or
 * the configuration is wrong, 74 reading or writing failed. Anything else that is thrown is a bug of feedwright.
 */
export class Failure extends Error {
	readonly status: 1 | 2 | 74;
	readonly diagnostics: readonly Diagnostic[];

	constructor(
		status: 1 | 2 | 74,
		...diagnostics: readonly Omit<Diagnostic, "severity">[]
	) {
		super(diagnostics.map((diagnostic) => diagnostic.message).join("\n"));
		this.status = status;
		this.diagnostics = diagnostics.map((diagnostic) => ({
			severity: "error",
			...diagnostic,
		}));
	}
}

/** Puts diagnostics into the order of files and lines, those without a file first. */
export function sortDiagnostics(
	diagnostics: readonly Diagnostic[],
): Diagnostic[] {
	return [...diagnostics].sort(
		(a, b) =>
			compareText(a.file ?? "", b.file ?? "") ||
			(a.line ?? 0) - (b.line ?? 0) ||
			(a.column ?? 0) - (b.column ?? 0) ||
			compareText(a.code, b.code) ||
			compareText(a.message, b.message),
	);
}

/** More of a kind are counted. */
const most = 20;

/** Reports so many of a kind as somebody may read. */
export function reportSome<T>(
	items: readonly T[],
	describe: (item: T) => Diagnostic,
	report: Report,
): void {
	for (const item of items.slice(0, most)) report(describe(item));
	const [more] = items.slice(most);
	if (more === undefined) return;
	const { file: _file, line: _line, ...rest } = describe(more);
	const count = items.length - most;
	report({ ...rest, message: `and ${count} more: ${rest.message}` });
}
