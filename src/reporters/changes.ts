/** What subscribers will see when feeds are replaced, as rows that a terminal and a pull request show alike. */

import { showText, toPlainLine } from "../characters.ts";
import { formatInstant } from "../dates.ts";
import type { FeedChanges, NamedChanges } from "../published/compare.ts";
import type { PublishedItem } from "../published/published.ts";

/** What became of one item. */
export interface ChangeRow {
	/** `YYYY-MM-DD`, where it helps to find the article. */
	readonly day?: string | undefined;
	/** What stands for the item: its title, else its address or id. */
	readonly title: string;
	readonly url?: string | undefined;
	/** Which of its fields have changed. */
	readonly fields?: string | undefined;
	/** An id before and an id now. */
	readonly ids?: readonly [string, string] | undefined;
	/** The title of the article that had the id before. */
	readonly former?: string | undefined;
}

export interface ChangeSection {
	/** In the words that go on from `3 …`. */
	readonly kind: string;
	/** The first of them. */
	readonly rows: readonly ChangeRow[];
	readonly count: number;
}

/** Formats of one feed that change in the same way. */
export interface ChangeGroup {
	readonly feeds: readonly string[];
	/** Without repetition. */
	readonly against: readonly string[];
	readonly sections: readonly ChangeSection[];
	readonly archived: number;
	readonly passed: number;
}

/** An address or an id may be as long as an attacker likes. */
const longest = 200;

/** Cuts a text where it is long, between two characters. */
function shorten(text: string): string {
	const line = toPlainLine(text);
	if (line.length <= longest) return line;
	return `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function nameItem({ title, url, id }: PublishedItem): string {
	const name = showText(toPlainLine(title ?? ""));
	return name === "" ? shorten(url ?? id) : name;
}

function dateRow({ published, updated }: PublishedItem): string | undefined {
	const date = published ?? updated;
	return date === undefined ? undefined : formatInstant(date).slice(0, 10);
}

/** An address that is cut leads nowhere. */
const rowOf = (item: PublishedItem): ChangeRow => ({
	title: nameItem(item),
	url: (item.url?.length ?? 0) > longest ? undefined : item.url,
});

const datedRow = (item: PublishedItem): ChangeRow => ({
	day: dateRow(item),
	...rowOf(item),
});

/** Lists what becomes of items, kind by kind; the first so many of each as rows. */
function listChanges(changes: FeedChanges, max: number): ChangeSection[] {
	const list = <T>(
		kind: string,
		items: readonly T[],
		toRow: (item: T) => ChangeRow,
	): ChangeSection => ({
		kind,
		count: items.length,
		rows: items.slice(0, max).map(toRow),
	});
	return [
		list("new", changes.added, datedRow),
		list("changed", changes.changed, ({ item, fields }) => ({
			...rowOf(item),
			fields: fields.join(", "),
		})),
		list("shown again", changes.again, ({ item, was }) => ({
			...rowOf(item),
			ids: [shorten(was.id), shorten(item.id)],
		})),
		list("hidden by a reused id", changes.reused, ({ item, was }) => ({
			...rowOf(item),
			former: nameItem(was),
		})),
		list("gone", changes.gone, datedRow),
		list("reordered", changes.reordered, rowOf),
	];
}

const folderOf = (feed: string) => feed.slice(0, feed.lastIndexOf("/") + 1);

/** Puts the formats of one feed together that change in the same way; shows so many rows of each kind. */
export function groupChanges(
	named: readonly NamedChanges[],
	max: number,
): ChangeGroup[] {
	const groups = new Map<string, ChangeGroup>();
	for (const { feed, against, changes } of named) {
		const sections = listChanges(changes, max);
		const { archived, passed } = changes;
		const key = JSON.stringify([folderOf(feed), archived, passed, sections]);
		const { feeds, against: others } = groups.get(key) ?? {
			feeds: [],
			against: [],
		};
		groups.set(key, {
			feeds: [...feeds, feed],
			against: [...new Set([...others, against])],
			sections,
			archived,
			passed,
		});
	}
	return [...groups.values()];
}

/** Whether subscribers see anything at all. */
export const hasChanges = ({ sections }: ChangeGroup) =>
	sections.some(({ count }) => count > 0);

/** Kinds that are rare and then matter; the others are told of even where there are none. */
const isTold = ({ kind, count }: ChangeSection) =>
	count > 0 || kind !== "hidden by a reused id";

/** Writes how many there are of each kind (example: `1 new, 0 changed, …`). */
export function formatCounts({
	sections,
	archived,
	passed,
}: ChangeGroup): string {
	const counts = sections
		.filter(isTold)
		.map(({ kind, count }) => `${count} ${kind}`);
	const others = [
		...(archived > 0 ? [`${archived} more in archives`] : []),
		...(passed > 0 ? [`${passed} past the feed's limit`] : []),
	];
	return [...counts, ...others].join(", ");
}
