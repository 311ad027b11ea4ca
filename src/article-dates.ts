/** When an article was published and when it changed, as its front matter, its file's place or its address say. */

import { readInstant } from "./article-fields.ts";
import { findAddressDate, type Naming } from "./article-naming.ts";
import { formatInstant, readDate } from "./dates.ts";
import type { Report } from "./diagnostics.ts";
import type { Field, FindField } from "./fields.ts";
import type { Site } from "./site.ts";

/** Where an article's date stands that its front matter does not name, and how messages call that place. */
function findOtherDate(
	{ dated }: Naming,
	find: FindField,
	isPlain: boolean,
): { date: string; where: string } | undefined {
	if (dated !== undefined)
		return { date: dated.date, where: "the file's name" };
	const date = isPlain ? undefined : findAddressDate(find);
	return date === undefined ? undefined : { date, where: "the address" };
}

/** Words of Eleventy that mean a file's own time, which no feed can rely on. */
const fileTimes = /^(?:git )?(?:created|last modified)$/i;

/** The date of an article, or undefined after an error: `date`, else what its file's name or its address begins with. */
export function readPublished(
	find: FindField,
	naming: Naming,
	site: Site,
	file: string,
	report: Report,
): number | undefined {
	const field = find("date");
	const isPlain = site.dialect.name === "plain";
	const isWritten =
		field !== undefined && (isPlain || !fileTimes.test(String(field.value)));
	if (isWritten) return readInstant(field, site, naming.dated?.date);
	const other = findOtherDate(naming, find, isPlain);
	const reading = other && readDate(other.date, site.zone, site.dateOnlyTime);
	if (reading && "instant" in reading) {
		if (reading.warning !== undefined)
			report({
				severity: "warning",
				code: "date-ambiguous",
				message: `the date in ${other?.where} is no single instant: ${reading.warning}`,
				hint: 'Write "date" at the top, with an offset, as in 2024-03-31T02:30:00+01:00.',
				file,
				line: 1,
			});
		return reading.instant;
	}
	report({
		severity: "error",
		code: "date-missing",
		message: reading
			? `the date in ${other?.where} ${reading.problem}`
			: "the article has no date",
		hint: 'Write "date: 2024-12-31" between two lines of --- at the top, or name the file 2024-12-31-my-post.md.',
		file,
		line: 1,
	});
	return undefined;
}

/** When an article changed; never before it was published. */
export function readUpdated(
	field: Field | undefined,
	published: number,
	site: Site,
): number {
	const updated = readInstant(field, site) ?? published;
	if (updated >= published) return updated;
	field?.complain({
		severity: "warning",
		code: "updated-before-date",
		problem: `is before the article's date: ${formatInstant(updated)}; ${formatInstant(published)} is taken`,
		hint: "Write a later instant, or leave it out.",
	});
	return published;
}
