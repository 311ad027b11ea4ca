/** For programs: one object on standard output and nothing else, whatever the outcome. */

import type { Findings } from "../init/findings.ts";
import type { Reporter } from "./reporter.ts";

const formatTime = (time: number) => new Date(time).toISOString();

const formatFindings = ({ first, last, ...findings }: Findings) => ({
	first: first === undefined ? first : formatTime(first),
	last: last === undefined ? last : formatTime(last),
	...findings,
});

/** Writes the outcome; instants are in RFC 3339's form. */
export const reportJson: Reporter = (outcome) => {
	const { articles, next, feeds, removed, diagnostics, milliseconds } = outcome;
	const { found, written } = outcome;
	const result = {
		articles,
		next: next && { file: next.file, date: formatTime(next.date) },
		feeds,
		removed,
		diagnostics,
		found: found && formatFindings(found),
		written,
		milliseconds: Math.round(milliseconds),
	};
	return { stdout: `${JSON.stringify(result, null, 2)}\n`, stderr: "" };
};
