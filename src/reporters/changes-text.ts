/** What subscribers will see when feeds are replaced, for a terminal. */

import type { NamedChanges } from "../published/compare.ts";
import {
	type ChangeGroup,
	type ChangeRow,
	type ChangeSection,
	formatCounts,
	groupChanges,
	hasChanges,
} from "./changes.ts";
import { count, onOneLine } from "./terminal.ts";

/** More of a kind than these are counted, not listed; so are more feeds in which nothing changes. */
const maxRows = 20;

function formatRow({
	day,
	title,
	url,
	fields,
	ids,
	former,
}: ChangeRow): string {
	if (fields !== undefined) return `${title}: ${fields}`;
	if (ids !== undefined) return `${title}: ${ids.join(" → ")}`;
	if (former !== undefined) return `${title}: it has the id of ${former}`;
	const isNamed = url !== undefined && url !== title;
	return [...(day ? [day] : []), title, ...(isNamed ? [url] : [])].join("  ");
}

function formatSection({ kind, rows, count }: ChangeSection): string[] {
	const more = count - rows.length;
	return [
		...rows.map((row) => `  ${kind}  ${formatRow(row)}`),
		...(more > 0 ? [`  ${kind}  … and ${more} more`] : []),
	];
}

/** Before the colon stands a blank, else a terminal takes it for a part of the address. */
function formatGroup(group: ChangeGroup): string {
	const { feeds, against, sections } = group;
	const head = `${feeds.join(", ")} against ${against.join(", ")} : ${formatCounts(group)}`;
	return [head, ...sections.flatMap(formatSection)]
		.map((line) => `${onOneLine(line)}\n`)
		.join("");
}

/** Writes for each feed what becomes of its items, those with changes first. */
export function formatChangesText(named: readonly NamedChanges[]): string {
	const groups = groupChanges(named, maxRows);
	const changed = groups.filter(hasChanges);
	const others = groups.filter((group) => !hasChanges(group));
	const shown = [...changed, ...others.slice(0, maxRows)];
	const more = others.length - maxRows;
	return (
		shown.map(formatGroup).join("") +
		(more > 0 ? `… and ${count(more, "more feed")} without changes\n` : "")
	);
}
