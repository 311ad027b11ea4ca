/** What `adopt` found, as people read it: which item is which article, and what nobody can know. */

import { showText } from "../characters.ts";
import { formatInstant } from "../dates.ts";
import type { Outcome } from "../outcome.ts";
import type { Adopted } from "../published/adoption.ts";
import type { PublishedItem } from "../published/published.ts";
import { count } from "./terminal.ts";

/** More of a kind are counted. */
const most = 50;

type Match = Adopted["matches"][number];

const dayOf = ({ published, updated }: PublishedItem) => {
	const date = published ?? updated;
	return date === undefined ? "" : formatInstant(date).slice(0, 10);
};

/** The columns of a row: what became of it, its day, its title, its id, and which article it is. */
function describeMatch(match: Match): string[] {
	const { kind, item } = match;
	const end =
		match.kind === "matched"
			? `${match.article.file} (by ${match.by})`
			: match.kind === "doubtful"
				? `${match.candidates.map(({ file }) => file).join(" or ") || "?"} (${match.because})`
				: "no article";
	return [kind, dayOf(item), showText(item.title ?? ""), item.id, end];
}

/** The rows of a source's table; what needs a look comes first. */
export function listMatches({ matches }: Adopted): string[][] {
	return (["doubtful", "unmatched", "matched"] as const).flatMap((kind) => {
		const some = matches.filter((match) => match.kind === kind);
		const more = some.length - most;
		const rows = some.slice(0, most).map(describeMatch);
		return more > 0
			? [...rows, [kind, "", `… and ${more} more`, "", ""]]
			: rows;
	});
}

/** One line that says how it went (example: `feed.xml (Atom 1.0): 10 matched, 0 unmatched, 0 doubtful`). */
export function countMatches({ source, kind, matches, rule }: Adopted): string {
	const countOf = (of: Match["kind"]) =>
		matches.filter((match) => match.kind === of).length;
	const counts = `${countOf("matched")} matched, ${countOf("unmatched")} unmatched, ${countOf("doubtful")} doubtful`;
	const older = rule
		? `; ${count(rule.articles, "older article")} by the same rule: ${rule.name}`
		: "";
	return `${source} (${kind}): ${counts}${older}`;
}

/** What is to be done next. */
export function concludeAdoption({
	lock: { file, written },
}: NonNullable<Outcome["adopted"]>): string {
	return written
		? `${file}: written; commit it`
		: `${file}: not written; run it again with --lock to take these ids over`;
}
