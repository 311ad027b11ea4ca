/** Which articles are published now, in which order, and which ones cannot be because they collide. */

import type { Article } from "./article.ts";
import { compareText } from "./characters.ts";
import type { Report } from "./diagnostics.ts";

export interface Selection {
	/** Newest first. */
	readonly published: readonly Article[];
	/** Their date is still to come; the next one first. */
	readonly scheduled: readonly Article[];
	readonly expired: readonly Article[];
	/** Their authors have taken them back. */
	readonly retracted: readonly Article[];
}

/** Whether an article has been taken back by now. */
export function isRetracted({ retracted }: Article, now: number): boolean {
	return retracted === true || (retracted !== undefined && retracted <= now);
}

/** The order of every feed: newest first, equal instants by id in UTF-16 code units. It is total. */
export function compareArticles(a: Article, b: Article): number {
	return b.date - a.date || compareText(a.id, b.id);
}

/**
 * Reports articles that share an address or an id, and keeps of each group the one that was there first: its
 * subscribers know it.
 */
function keepUnique(
	articles: readonly Article[],
	key: "url" | "id",
	report: Report,
): Article[] {
	const owners = new Map<string, Article>();
	for (const article of articles) {
		const owner = owners.get(article[key]);
		if (owner === undefined) {
			owners.set(article[key], article);
			continue;
		}
		report({
			severity: "error",
			code: key === "url" ? "address-taken" : "id-taken",
			message: `${article.file} and ${owner.file} have one ${key === "url" ? "address" : "id"}: ${article[key]}`,
			hint:
				key === "url"
					? 'Give one of them another "slug" or "permalink".'
					: 'Give one of them another "id"; the older one keeps its own.',
			file: article.file,
			line: 1,
		});
	}
	return [...owners.values()];
}

/** A reader who follows an old link must not land on another article. */
function reportAliases(articles: readonly Article[], report: Report): void {
	const owners = new Map(articles.map((article) => [article.url, article]));
	for (const article of articles)
		for (const alias of article.aliases) {
			const owner = owners.get(alias);
			if (owner === undefined || owner === article) continue;
			report({
				severity: "warning",
				code: "alias-taken",
				message: `an old address of ${article.file} is the address of ${owner.file}: ${alias}`,
				hint: "Take it out of one of them: it cannot lead to both.",
				file: article.file,
				line: 1,
			});
		}
}

/**
 * Sorts articles into those that are published and those that are not yet or no longer.
 * @param now milliseconds since the epoch
 */
export function selectArticles(
	articles: readonly Article[],
	now: number,
	report: Report,
): Selection {
	const staying = articles.filter((article) => !isRetracted(article, now));
	const oldestFirst = staying.sort(
		(a, b) => a.date - b.date || compareText(a.file, b.file),
	);
	const byUrl = keepUnique(oldestFirst, "url", report);
	const unique = keepUnique(byUrl, "id", report);
	reportAliases(unique, report);
	const isExpired = ({ expires }: Article) =>
		expires !== undefined && expires <= now;
	const due = unique.filter(({ date }) => date <= now);
	return {
		published: due
			.filter((article) => !isExpired(article))
			.sort(compareArticles),
		scheduled: unique
			.filter(({ date }) => date > now)
			.sort((a, b) => a.date - b.date),
		expired: due.filter(isExpired),
		retracted: articles.filter((article) => isRetracted(article, now)),
	};
}
