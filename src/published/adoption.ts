/**
 * Takes over the ids by which subscribers know a site's articles: those of its feeds' items, and by the rule that these
 * follow those of older articles, which the feeds no longer hold.
 */

import type { Article } from "../article.ts";
import type { FormatName } from "../formats/format.ts";
import { toAtomId } from "../identity.ts";
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

/** An article that has come back under another file: it takes the place of its line, number and all. */
const resume = (entry: LockedArticle, gone: LockedArticle): LockedArticle => ({
	...gone,
	path: entry.path,
	url: entry.url,
	title: entry.title,
	hash: entry.hash,
	sketch: entry.sketch,
	date: gone.date,
	redated: entry.redated ?? (entry.date === gone.date ? undefined : entry.date),
	updated: entry.updated,
	former: [...new Set([...(gone.former ?? []), ...listIds(entry)])].filter(
		(id) => id !== gone.id,
	),
	retracted: undefined,
});

/**
 * Gives the articles of a lock their adopted ids; one that another article has, or had, is refused, unless that one is gone:
 * then they are one.
 * @param isNew whether an entry is in no lock yet, so that nobody knows the id that it has
 */
export function adoptEntries(
	entries: readonly LockedArticle[],
	idsOf: (entry: LockedArticle) => FormatIds | undefined,
	isNew: (entry: LockedArticle) => boolean,
	refuse: (entry: LockedArticle, id: string) => void,
): LockedArticle[] {
	const owners = new Map<string, LockedArticle>();
	for (const entry of entries)
		for (const id of listIds(entry)) owners.set(id, entry);
	const result = new Map(entries.map((entry) => [entry, entry]));
	for (const entry of entries) {
		const given = idsOf(entry);
		if (given === undefined) continue;
		const adopted = adoptEntry(entry, given, isNew(entry));
		const wanted = listIds(adopted);
		const id = wanted.find((one) => (owners.get(one) ?? entry) !== entry);
		const rival = id === undefined ? undefined : owners.get(id);
		if (id !== undefined && rival?.retracted === undefined) {
			refuse(entry, id);
			continue;
		}
		if (rival !== undefined) result.delete(rival);
		const next = rival === undefined ? adopted : resume(entry, rival);
		result.set(entry, next);
		for (const one of [...wanted, ...listIds(next)]) owners.set(one, entry);
	}
	return [...result.values()];
}
