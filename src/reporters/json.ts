/** For programs: one object on standard output and nothing else, whatever the outcome. */

import type { Findings } from "../init/findings.ts";
import type { Outcome } from "../outcome.ts";
import type { Adopted } from "../published/adoption.ts";
import type { NamedChanges, Replaced } from "../published/compare.ts";
import type { PublishedItem } from "../published/published.ts";
import type { Reporter } from "./reporter.ts";

const formatTime = (time: number) => new Date(time).toISOString();

const formatFindings = ({ first, last, ...findings }: Findings) => ({
	first: first === undefined ? first : formatTime(first),
	last: last === undefined ? last : formatTime(last),
	...findings,
});

const formatItem = ({ published, updated, ...item }: PublishedItem) => ({
	id: item.id,
	url: item.url,
	title: item.title,
	published: published === undefined ? published : formatTime(published),
	updated: updated === undefined ? updated : formatTime(updated),
});

const formatPair = ({ item, was }: Replaced) => ({
	item: formatItem(item),
	was: formatItem(was),
});

function formatChanges({ feed, against, changes }: NamedChanges) {
	const { added, changed, again, reused, gone, reordered } = changes;
	return {
		feed,
		against,
		new: added.map(formatItem),
		changed: changed.map(({ item, fields }) => ({
			item: formatItem(item),
			fields,
		})),
		shownAgain: again.map(formatPair),
		idReused: reused.map(formatPair),
		gone: gone.map(formatItem),
		reordered: reordered.map(formatItem),
		newInArchives: changes.archived,
		pastLimit: changes.passed,
		unchanged: changes.unchanged,
	};
}

function formatMatch(match: Adopted["matches"][number]) {
	const item = formatItem(match.item);
	if (match.kind === "unmatched") return { ...item, is: match.kind };
	if (match.kind === "matched")
		return { ...item, is: match.kind, file: match.article.file, by: match.by };
	const files = match.candidates.map(({ file }) => file);
	return { ...item, is: match.kind, files, because: match.because };
}

const formatAdoption = ({
	sources,
	lock,
}: NonNullable<Outcome["adopted"]>) => ({
	sources: sources.map(({ source, kind, rule, matches }) => ({
		source,
		kind,
		rule,
		items: matches.map(formatMatch),
	})),
	lock,
});

/** Writes the outcome; instants are in RFC 3339's form. */
export const reportJson: Reporter = (outcome) => {
	const { articles, next, feeds, removed, diagnostics, milliseconds } = outcome;
	const { found, written, lock, compared, adopted } = outcome;
	const result = {
		articles,
		next: next && { file: next.file, date: formatTime(next.date) },
		feeds,
		removed,
		lock,
		diff: compared?.map(formatChanges),
		adopted: adopted && formatAdoption(adopted),
		diagnostics,
		found: found && formatFindings(found),
		written,
		milliseconds: Math.round(milliseconds),
	};
	return { stdout: `${JSON.stringify(result, null, 2)}\n`, stderr: "" };
};
