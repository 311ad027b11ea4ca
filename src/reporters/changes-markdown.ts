/** What subscribers will see when feeds are replaced, as the comment of a pull request. */

import type { NamedChanges } from "../published/compare.ts";
import {
	type ChangeGroup,
	type ChangeRow,
	type ChangeSection,
	formatCounts,
	groupChanges,
	hasChanges,
} from "./changes.ts";
import {
	escapeMarkdownText,
	writeCode,
	writeHtmlCode,
	writeLink,
} from "./markdown-text.ts";
import { count } from "./terminal.ts";

/** More of a kind than these are counted, not listed. */
const maxRows = 20;
/** More feeds than these have no row in the table. */
const maxFeeds = 50;
/** GitHub takes no comment of more than 65,536 characters. */
const maxLength = 60_000;

const writeRow = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;

function writeTable(groups: readonly ChangeGroup[]): string {
	const kinds = groups[0]?.sections.map(({ kind }) => kind) ?? [];
	const head = ["feed", "against", ...kinds, "past the limit"];
	const line = head.map((_, column) => (column < 2 ? "---" : "--:"));
	const rows = groups
		.slice(0, maxFeeds)
		.map((group) => [
			group.feeds.map(escapeMarkdownText).join(", "),
			group.against.map(escapeMarkdownText).join(", "),
			...group.sections.map((section) => String(section.count)),
			String(group.passed),
		]);
	const more = groups.length - maxFeeds;
	return (
		[head, line, ...rows].map(writeRow).join("") +
		(more > 0 ? `\n… and ${count(more, "more feed")}\n` : "")
	);
}

function writeItem({
	day,
	title,
	url,
	fields,
	ids,
	former,
}: ChangeRow): string {
	const name = writeLink(title, url);
	if (fields !== undefined) return `${name}: ${fields}`;
	if (ids !== undefined) return `${name}: ${ids.map(writeCode).join(" → ")}`;
	if (former !== undefined)
		return `${name}: it has the id of ${escapeMarkdownText(former)}`;
	return day === undefined ? name : `${day} ${name}`;
}

function writeSection({ kind, rows, count }: ChangeSection): string {
	if (count === 0) return "";
	const more = count - rows.length;
	const items = [
		...rows.map(writeItem),
		...(more > 0 ? [`… and ${more} more`] : []),
	];
	return `**${count} ${kind}**\n\n${items.map((item) => `- ${item}\n`).join("")}\n`;
}

function writeDetails(group: ChangeGroup): string {
	const names = group.feeds.map(writeHtmlCode).join(", ");
	const sections = group.sections.map(writeSection).join("");
	return `\n<details><summary>${names}: ${formatCounts(group)}</summary>\n\n${sections}</details>\n`;
}

/** Takes the texts that have room, and says how many have none. */
function takeFitting(texts: readonly string[], room: number): string {
	let taken = "";
	for (const [index, text] of texts.entries()) {
		if (taken.length + text.length > room)
			return `${taken}\n… and ${count(texts.length - index, "more feed")} with changes\n`;
		taken += text;
	}
	return taken;
}

/** Writes a table of all feeds, and lists of what becomes of their items. */
export function formatChangesMarkdown(named: readonly NamedChanges[]): string {
	const groups = groupChanges(named, maxRows);
	const changed = groups.filter(hasChanges);
	const others = groups.filter((group) => !hasChanges(group));
	const head = `## What subscribers will see\n\n${writeTable([...changed, ...others])}`;
	const room = maxLength - head.length;
	return head + takeFitting(changed.map(writeDetails), room);
}
