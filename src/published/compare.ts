/** What the subscribers of a published feed will see when another takes its place. */

import {
	type FieldName,
	listChangedFields,
	listSharedFields,
} from "./field-changes.ts";
import { matchItems } from "./match-items.ts";
import { writePathKey } from "./page-address.ts";
import type { PublishedItem } from "./published.ts";
import { listMoved } from "./reordering.ts";
import {
	dateItem,
	describeItem,
	hasSameDay,
	hasSameTitle,
	type Known,
} from "./traits.ts";

export interface PublishedSet {
	/** Of all documents of a feed, its archives too: each id once, the newest document first. */
	readonly items: readonly PublishedItem[];
	/** Those of the document that is subscribed to, whose order readers see; all of them where there is no other. */
	readonly current?: readonly PublishedItem[] | undefined;
	/** Articles that are published and no longer in its documents, because of its limit. */
	readonly older?: readonly PublishedItem[] | undefined;
}

/** An item, and what it was before. */
export interface Replaced {
	readonly item: PublishedItem;
	readonly was: PublishedItem;
}

export interface ChangedItem {
	readonly item: PublishedItem;
	readonly fields: readonly FieldName[];
}

/** Each item of the new feed is added, changed, shown again, reused or unchanged. */
export interface FeedChanges {
	/** No articles of the old feed, in the document that is subscribed to. */
	readonly added: readonly PublishedItem[];
	/** How many more are in archives alone, which few readers ask for. */
	readonly archived: number;
	readonly changed: readonly ChangedItem[];
	/** Articles of the old feed under other ids, which readers show as new. */
	readonly again: readonly Replaced[];
	/** Other articles under the ids of old ones: readers that have those never show these. */
	readonly reused: readonly Replaced[];
	/** Articles that are published no more. */
	readonly gone: readonly PublishedItem[];
	/** How many are published still, but past the new feed's limit. */
	readonly passed: number;
	/** The fewest that must move for the order to be as it was. */
	readonly reordered: readonly PublishedItem[];
	readonly unchanged: number;
}

/** What becomes of one feed. */
export interface NamedChanges {
	/** The new feed (example: `/rss.xml`). */
	readonly feed: string;
	/** The published one: a file or an address. */
	readonly against: string;
	readonly changes: FeedChanges;
}

type ById = ReadonlyMap<string, PublishedItem>;

/** The first of each id counts. */
function indexItems(items: readonly PublishedItem[]): ById {
	const index = new Map<string, PublishedItem>();
	for (const item of items) if (!index.has(item.id)) index.set(item.id, item);
	return index;
}

const isAbsent = ({ id }: PublishedItem, ...sets: readonly ById[]) =>
	sets.every((items) => !items.has(id));

interface Candidate extends Known {
	readonly item: PublishedItem;
}

/** An item as the article that another may be. An id that is an address is one that it once had. */
function toArticle(item: PublishedItem): Candidate {
	const { id, title, url = id } = item;
	const date = dateItem(item);
	return { file: "", id, url, title, date, aliases: [id], item };
}

/** Finds what items that have lost their ids are now, by what they are now. */
function findSuccessors(
	lost: readonly PublishedItem[],
	fresh: readonly PublishedItem[],
): Map<PublishedItem, PublishedItem> {
	const successors = new Map<PublishedItem, PublishedItem>();
	for (const match of matchItems(lost, fresh.map(toArticle)))
		if (match.kind === "matched")
			successors.set(match.article.item, match.item);
	return successors;
}

/** What became of the ids that only one of the feeds has. */
function followIds(was: ById, now: ById, past: ById) {
	const lost = [...was.values()].filter((item) => isAbsent(item, now, past));
	const fresh = [...now.values()].filter((item) => isAbsent(item, was));
	const freshPast = [...past.values()].filter((item) =>
		isAbsent(item, was, now),
	);
	const successors =
		lost.length > 0
			? findSuccessors(lost, [...fresh, ...freshPast])
			: new Map<PublishedItem, PublishedItem>();
	const found = new Set(successors.values());
	const again = fresh.flatMap((item) => {
		const was = successors.get(item);
		return was === undefined ? [] : [{ item, was }];
	});
	const keptPast = [...was.values()].filter(
		(item) => isAbsent(item, now) && past.has(item.id),
	);
	return {
		added: fresh.filter((item) => !successors.has(item)),
		again,
		gone: lost.filter((item) => !found.has(item)),
		passed: keptPast.length + successors.size - again.length,
	};
}

/** Whether title, path and date are all known and all others: an id that has been given to another article. */
function isReused({ item, was }: Replaced): boolean {
	const [a, b] = [describeItem(item), describeItem(was)];
	if (a.page === undefined || b.page === undefined) return false;
	const areKnown = [a, b].every(
		({ title, date }) => title !== "" && !Number.isNaN(date),
	);
	const hasSamePath = writePathKey(a.page) === writePathKey(b.page);
	return areKnown && !hasSamePath && !hasSameTitle(a, b) && !hasSameDay(a, b);
}

/** What became of the items that both feeds have. */
function followItems(kept: readonly Replaced[], fields: readonly FieldName[]) {
	const reused: Replaced[] = [];
	const changed: ChangedItem[] = [];
	for (const pair of kept) {
		const { item, was } = pair;
		const differing = listChangedFields(was, item, fields);
		if (differing.length === 0) continue;
		if (isReused(pair)) reused.push(pair);
		else changed.push({ item, fields: differing });
	}
	const unchanged = kept.length - reused.length - changed.length;
	return { changed, reused, unchanged };
}

/** Lists the items that stand in another order among those that both feeds have. */
function listReordered(before: ById, now: ById): PublishedItem[] {
	const places = new Map([...before.keys()].map((id, place) => [id, place]));
	const kept = [...now.values()].filter(({ id }) => places.has(id));
	return listMoved(kept.map(({ id }) => places.get(id) ?? 0)).flatMap(
		(index) => kept[index] ?? [],
	);
}

/** Says what becomes of each item of a published feed, and of each new one. */
export function compareFeeds(
	before: PublishedSet,
	after: PublishedSet,
): FeedChanges {
	const was = indexItems([...before.items, ...(before.older ?? [])]);
	const now = indexItems(after.items);
	const past = indexItems(after.older ?? []);
	const fields = listSharedFields([...was.values()], [...now.values()]);
	const kept = [...now.values()].flatMap((item) => {
		const former = was.get(item.id);
		return former === undefined ? [] : [{ item, was: former }];
	});
	const { added, ...others } = followIds(was, now, past);
	const current = new Set((after.current ?? after.items).map(({ id }) => id));
	const inCurrent = added.filter(({ id }) => current.has(id));
	return {
		...others,
		added: inCurrent,
		archived: added.length - inCurrent.length,
		...followItems(kept, fields),
		reordered: listReordered(
			indexItems(before.current ?? before.items),
			indexItems(after.current ?? after.items),
		),
	};
}
