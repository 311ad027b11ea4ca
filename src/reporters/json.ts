/** For programs: one object on standard output and nothing else, whatever the outcome. */

import type { Reporter } from "./reporter.ts";

/** Writes the outcome; instants are in RFC 3339's form. */
export const reportJson: Reporter = (outcome) => {
	const { articles, next, feeds, removed, diagnostics, milliseconds } = outcome;
	const result = {
		articles,
		next: next && { file: next.file, date: new Date(next.date).toISOString() },
		feeds,
		removed,
		diagnostics,
		milliseconds: Math.round(milliseconds),
	};
	return { stdout: `${JSON.stringify(result, null, 2)}\n`, stderr: "" };
};
