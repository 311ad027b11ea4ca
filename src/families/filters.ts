/** Which articles a feed with `where` is for, and what its author is told when there are none. */

import type { Article } from "../article.ts";
import { showText } from "../characters.ts";
import { type Family, familyKeys } from "../config/feeds.ts";
import type { Filter } from "../config/settings.ts";
import { foldCase } from "../fields.ts";
import { findNearest } from "../nearest.ts";
import type { TermsOf } from "./terms.ts";

/** Makes the test whether an article fits all filters. */
export function createFits(
	where: readonly Filter[],
	termsOf: TermsOf,
): (article: Article) => boolean {
	const filters = where.map(({ family, any, none }) => ({
		family,
		any: new Set(any.map(foldCase)),
		none: new Set(none.map(foldCase)),
	}));
	return (article) =>
		filters.every(({ family, any, none }) => {
			const terms = termsOf(article, family).map(foldCase);
			return (
				(any.size === 0 || terms.some((term) => any.has(term))) &&
				!terms.some((term) => none.has(term))
			);
		});
}

const showList = (terms: readonly string[]) =>
	`[${terms.map((term) => `"${showText(term)}"`).join(", ")}]`;

/** Writes filters as the configuration has them (example: `{ tags: { any: ["news"] } }`). */
export function showFilters(where: readonly Filter[]): string {
	const shown = where.map(({ family, any, none }) => {
		const lists = [
			...(any.length > 0 ? [`any: ${showList(any)}`] : []),
			...(none.length > 0 ? [`none: ${showList(none)}`] : []),
		];
		return `${familyKeys[family]}: { ${lists.join(", ")} }`;
	});
	return `{ ${shown.join(", ")} }`;
}

/** Nobody misspells a longer word into one that can be guessed. */
const longestGuess = 60;

/** So many unknown terms are explained; each is compared with all that are known. */
const mostExplained = 5;

/** Finds every term that articles have in a family, by what it is when case-folded. */
function findKnownTerms(
	articles: readonly Article[],
	termsOf: (article: Article) => readonly string[],
): Map<string, string> {
	const terms = articles.flatMap(termsOf);
	return new Map(terms.map((term) => [foldCase(term), term]));
}

function explainTerm(term: string, family: Family, known: readonly string[]) {
	const guesses = known.filter(({ length }) => length <= longestGuess);
	const nearest = findNearest(term, guesses);
	const says = `"${showText(term)}" is no ${family} of any article`;
	return nearest === undefined
		? `${says}.`
		: `${says}; did you mean "${nearest}"?`;
}

/**
 * Says which of the terms that filters ask for no article has, with what was probably meant.
 * @returns undefined where each of them is some article's
 */
export function explainFilters(
	where: readonly Filter[],
	articles: readonly Article[],
	termsOf: TermsOf,
): string | undefined {
	const explained = where.flatMap(({ family, any }) => {
		const known = findKnownTerms(articles, (one) => termsOf(one, family));
		return any
			.filter((term) => !known.has(foldCase(term)))
			.slice(0, mostExplained)
			.map((term) => explainTerm(term, family, [...known.values()]));
	});
	return explained.length > 0 ? explained.join(" ") : undefined;
}
