/** Outcomes for the reporters' tests. */

import pc from "picocolors";
import type { FeedOutcome, Outcome } from "../../src/outcome.ts";
import type { ReporterOptions } from "../../src/reporters/reporter.ts";

export const plain: ReporterOptions = {
	quiet: false,
	colors: pc.createColors(false),
	version: "1.2.3",
};

const file = (
	feed: string,
	name: string,
	format: FeedOutcome["format"],
	more: Partial<FeedOutcome>,
): FeedOutcome => ({
	path: `${feed}${name}`.slice(1),
	feed,
	format,
	url: `https://x.org${feed}${name}`,
	items: 2,
	bytes: 1234,
	written: true,
	...more,
});

/** The three files of a feed. */
export const feed = (
	path: string,
	more: Partial<FeedOutcome> = {},
): FeedOutcome[] => [
	file(path, "rss.xml", "rss", more),
	file(path, "atom.xml", "atom", more),
	file(path, "feed.json", "json", more),
];

export const done: Outcome = {
	status: 0,
	output: "dist",
	articles: {
		read: 2,
		published: 2,
		draft: 0,
		scheduled: 0,
		expired: 0,
		failed: 0,
		pages: 0,
	},
	feeds: feed("/"),
	removed: [],
	diagnostics: [],
	milliseconds: 1234.5,
};

export const mistakes: Outcome["diagnostics"] = [
	{
		severity: "warning",
		code: "config-ambiguous",
		message: "There is more than one",
		hint: "Delete one.",
		file: "feed.config.ts",
	},
	{
		severity: "error",
		code: "date-invalid",
		message: '"date" is not a date: 2024-13-45',
		hint: "Write it as 2024-12-31\nor 2024-12-31T10:00:00+02:00.",
		file: "articles/hello.md",
		line: 3,
		column: 7,
	},
	{ severity: "info", code: "note", message: "By the way" },
];

export const refused: Outcome = {
	...done,
	status: 1,
	feeds: feed("/", { written: false }),
	diagnostics: mistakes,
};
