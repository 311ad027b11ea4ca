/**
 * Takes over the ids by which subscribers know a site's articles: those of its feeds' items, and by the rule that these
 * follow those of older articles, which the feeds no longer hold.
 */

import type { Article } from "../article.ts";
import type { FormatName } from "../formats/format.ts";
import { createTag, toAtomId } from "../identity.ts";
import { type LockedArticle, listIds } from "../lock/lock.ts";
import type { FormatIds } from "../model.ts";
import { findIdRule } from "./id-rule.ts";
import { type ItemMatch, matchItems } from "./match-items.ts";
import type { PublishedItem } from "./published.ts";

/** A published feed with all its documents. */
export interface Source {
	/** Its file or address, as messages name it. */
	readonly source: string;
	/** Example: `Atom 1.0`. */
	readonly kind: string;
	readonly format: FormatName;
	readonly items: readonly PublishedItem[];
}

/** What a source says of this site's articles. */
export interface Adopted extends Source {
	readonly matches: readonly ItemMatch<Article>[];
	/** The rule by which older articles got their ids, and how many did; absent where there is none but the address. */
	readonly rule?: { readonly name: string; readonly articles: number };
}

/** An adopted id that an article cannot have, since its author wrote another one, or another article has it. */
export interface Refused {
	readonly article: Article;
	readonly id: string;
	readonly because: "own" | "taken";
}

export interface Adoption {
	readonly sources: readonly Adopted[];
	/** Ids by format, as far as sources tell. */
	readonly ids: ReadonlyMap<Article, FormatIds>;
	readonly refused: readonly Refused[];
}

/** What the rule gives the articles that no item is about. */
function applyRule(
	matches: readonly ItemMatch<Article>[],
	articles: readonly Article[],
): { name: string; ids: Map<Article, string> } | undefined {
	const matched = matches.flatMap((match) =>
		match.kind === "matched" ? [match] : [],
	);
	const pairs = matched.map(({ item: { id }, article: { url, date } }) => ({
		id,
		url,
		date,
	}));
	const rule = findIdRule(pairs);
	if (rule === undefined) return undefined;
	const known = new Set(matched.map(({ article }) => article));
	const ids = new Map<Article, string>();
	for (const article of articles) {
		const id = rule.apply(article);
		if (!known.has(article) && id !== article.url) ids.set(article, id);
	}
	return { name: rule.name, ids };
}

/** Matches the items of sources with articles, and finds out which ids the articles have in each format. */
export function adoptIds(
	sources: readonly Source[],
	articles: readonly Article[],
): Adoption {
	const ids = new Map<Article, FormatIds>();
	const refused: Refused[] = [];
	const give = (format: FormatName, article: Article, id: string) => {
		const before = ids.get(article);
		const isTold = refused.some(
			(one) => one.article === article && one.id === id,
		);
		if (article.ownId !== undefined && article.ownId !== id) {
			if (!isTold) refused.push({ article, id, because: "own" });
		}
		// Of two feeds in one format the first one counts.
		else ids.set(article, { [format]: id, ...before });
	};
	const adopted = sources.map((source): Adopted => {
		const { format, items } = source;
		const matches = matchItems(items, articles);
		for (const match of matches)
			if (match.kind === "matched") give(format, match.article, match.item.id);
		const rule = applyRule(matches, articles);
		for (const [article, id] of rule?.ids ?? []) give(format, article, id);
		return {
			...source,
			matches,
			...(rule !== undefined &&
				rule.ids.size > 0 && {
					rule: { name: rule.name, articles: rule.ids.size },
				}),
		};
	});
	return { sources: adopted, ids, refused };
}

/** Gives ids by format that the article's own id does not give by itself. */
function listOthers(id: string, given: FormatIds): FormatIds | undefined {
	const { rss, json, atom } = given;
	const others = {
		...(rss !== undefined && rss !== id && { rss }),
		...(atom !== undefined && atom !== toAtomId(id) && { atom }),
		...(json !== undefined && json !== id && { json }),
	};
	return Object.keys(others).length > 0 ? others : undefined;
}

/**
 * Gives an article of the lock the ids by which it is known. An id that is its address alone gives way to the adopted
 * one, so that there is one for all formats; any other stays, and formats that differ have ids of their own.
 */
export function adoptEntry(
	entry: LockedArticle,
	given: FormatIds,
	isNew: boolean,
): LockedArticle {
	const adopted = given.rss ?? given.json ?? given.atom ?? entry.id;
	const id = entry.id === entry.url ? adopted : entry.id;
	const { former = [] } = entry;
	return {
		...entry,
		id,
		ids: listOthers(id, { ...entry.ids, ...given }),
		// Nobody else may have it; and the line of a branch that has not adopted is known by it when they are merged.
		former: isNew || id === entry.id ? entry.former : [...former, entry.id],
	};
}

/** The lines of a lock while ids are adopted, and whose each id is. */
class Lines {
	readonly owners = new Map<string, LockedArticle>();
	/** What becomes of each line; they keep their numbers, so that no archive changes. */
	readonly result: Map<LockedArticle, LockedArticle>;

	constructor(entries: readonly LockedArticle[]) {
		this.result = new Map(entries.map((entry) => [entry, entry]));
	}

	set(entry: LockedArticle, next: LockedArticle): void {
		this.result.set(entry, next);
		for (const id of listIds(next)) this.owners.set(id, entry);
	}

	/** Finds the first of some ids that is another article's. */
	findRival(entry: LockedArticle, ids: readonly string[]) {
		for (const id of ids) {
			const rival = this.owners.get(id);
			if (rival !== undefined && rival !== entry) return { id, rival };
		}
		return undefined;
	}

	/** Gives an article that nobody knows by its address another id. */
	displace(entry: LockedArticle): void {
		const { url, date } = entry;
		const id = createTag(url, date, (tag) => this.owners.has(tag));
		this.set(entry, { ...entry, id });
	}

	/** The article is the one that is gone, under another file: their lines change ids. */
	swap(
		entry: LockedArticle,
		adopted: LockedArticle,
		gone: LockedArticle,
	): void {
		const former = [...(entry.former ?? []), ...(gone.former ?? [])];
		const { id, ids } = adopted;
		this.set(gone, { ...gone, id: entry.id, ids: entry.ids, former: [] });
		this.set(entry, { ...entry, id, ids, former });
	}
}

/**
 * Gives the articles of a lock their adopted ids. One that another article has, or had, is refused; but one that is gone is
 * taken for the same article, and one that is in no lock yet gives way, since nobody knows it by its address.
 * @param isNew whether an entry is in no lock yet
 */
export function adoptEntries(
	entries: readonly LockedArticle[],
	idsOf: (entry: LockedArticle) => FormatIds | undefined,
	isNew: (entry: LockedArticle) => boolean,
	refuse: (entry: LockedArticle, id: string) => void,
): LockedArticle[] {
	const lines = new Lines(entries);
	const adopting = entries.filter((entry) => idsOf(entry) !== undefined);
	for (const entry of entries)
		if (!isNew(entry) || idsOf(entry) === undefined) lines.set(entry, entry);
	const refused: LockedArticle[] = [];
	for (const entry of adopting) {
		const adopted = adoptEntry(entry, idsOf(entry) ?? {}, isNew(entry));
		const found = lines.findRival(entry, listIds(adopted));
		if (found === undefined) {
			lines.set(entry, adopted);
			continue;
		}
		const { id, rival } = found;
		const isItsId = lines.result.get(rival)?.id === id;
		const givesWay =
			isItsId && isNew(rival) && idsOf(rival) === undefined && id === rival.url;
		if (isItsId && rival.retracted !== undefined)
			lines.swap(entry, adopted, rival);
		else if (givesWay) {
			lines.displace(rival);
			lines.set(entry, adopted);
		} else {
			refuse(entry, id);
			refused.push(entry);
		}
	}
	// What could not be adopted keeps its address, unless another article has that by now.
	for (const entry of refused)
		if (lines.findRival(entry, listIds(entry)) !== undefined)
			lines.displace(entry);
		else lines.set(entry, entry);
	return [...lines.result.values()];
}
