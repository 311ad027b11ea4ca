/** What was found in a folder, as data: reporters show it to people and programs. */

import type { Article, SourceText } from "../article.ts";
import { findAddressDate, readNaming } from "../article-naming.ts";
import { compareText } from "../characters.ts";
import type { Diagnostic, Severity } from "../diagnostics.ts";
import { createFindField } from "../find-field.ts";
import type { FormatName } from "../formats/format.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import { readNameDate } from "../name-dates.ts";
import type { Site } from "../site.ts";

/** Where an article's date stands. */
export type DatePlace = "front matter" | "file name" | "folder" | "address";

/** What the articles say, counted. */
export interface ArticleFindings {
	/** In milliseconds since the epoch. */
	readonly first?: number | undefined;
	readonly last?: number | undefined;
	/** How many have their date where; most first. */
	readonly dates: Tally;
	/** How many are written in which language; most first. */
	readonly languages: Tally;
	readonly authors: TermCount;
	readonly tags: TermCount;
	readonly categories: TermCount;
	/** How many name a picture that stands for them. */
	readonly pictures: number;
}

export type Tally = readonly {
	readonly name: string;
	readonly articles: number;
}[];

export interface TermCount {
	/** How many different ones there are. */
	readonly distinct: number;
	/** How many articles have at least one. */
	readonly articles: number;
}

/** One kind of problem. */
export interface Problem {
	readonly code: string;
	readonly severity: Severity;
	readonly count: number;
	readonly example: Omit<Diagnostic, "severity" | "code">;
}

/** A feed that the configuration asks for. */
export interface FoundFeed {
	readonly format: FormatName;
	readonly url: string;
	/** How it is known that the site has it there now (example: `made by src/pages/rss.xml.js`); absent for a new one. */
	readonly present?: string | undefined;
}

/** All that was found, and what follows from it. */
export interface Findings extends ArticleFindings {
	readonly generator: {
		/** As the configuration has it. */
		readonly dialect: string;
		readonly title: string;
		/** The file or folder that shows it. */
		readonly by?: string | undefined;
	};
	/** The folder that was looked at. */
	readonly folder: string;
	/** Folders or globs below it. */
	readonly articleFolders: readonly string[];
	readonly otherFolders: readonly {
		readonly folder: string;
		readonly files: number;
	}[];
	/** Errors first, then by their number. */
	readonly problems: readonly Problem[];
	/** How many articles' texts were looked at, the newest ones. */
	readonly rendered: number;
	/** The address of the newest article, to be compared with the site's. */
	readonly example?:
		| { readonly file: string; readonly url: string }
		| undefined;
	readonly feeds: readonly FoundFeed[];
	/** What there is to do now. */
	readonly steps: readonly string[];
}

function tally(names: readonly string[]): Tally {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts]
		.map(([name, articles]) => ({ name, articles }))
		.sort((a, b) => b.articles - a.articles || compareText(a.name, b.name));
}

const countTerms = (lists: readonly (readonly string[])[]): TermCount => ({
	distinct: new Set(lists.flat()).size,
	articles: lists.filter((list) => list.length > 0).length,
});

/** Counts what articles say. */
export function countArticles(
	articles: readonly Article[],
	dates: readonly DatePlace[],
): ArticleFindings {
	let [first, last] = [articles[0]?.date, articles[0]?.date];
	for (const { date } of articles) {
		first = Math.min(first ?? date, date);
		last = Math.max(last ?? date, date);
	}
	return {
		first,
		last,
		dates: tally(dates),
		languages: tally(articles.map(({ language }) => language)),
		authors: countTerms(
			articles.map(({ authors }) => authors.map(({ name }) => name)),
		),
		tags: countTerms(articles.map(({ tags }) => tags)),
		categories: countTerms(articles.map(({ categories }) => categories)),
		pictures: articles.filter(({ image }) => image !== undefined).length,
	};
}

/** Tells where an article that was read has its date. */
export function findDatePlace(source: SourceText, site: Site): DatePlace {
	const { text, file } = source;
	const { dialect } = site;
	const frontMatter = readFrontMatter(text, file, () => {}, dialect.fences);
	const find =
		frontMatter && createFindField(frontMatter, dialect, file, () => {});
	if (/\d/.test(String(find?.("date")?.value ?? ""))) return "front matter";
	const { own, dated } = readNaming(source, site);
	const name = own.fileName.replace(/\.[^.]*$/, "");
	if (dated !== undefined) return readNameDate(name) ? "file name" : "folder";
	return find && findAddressDate(find) !== undefined
		? "address"
		: "front matter";
}

const severities: readonly Severity[] = ["error", "warning", "info"];

/** Counts diagnostics by their kind, each with the first of it as an example; errors come first. */
export function countProblems(diagnostics: readonly Diagnostic[]): Problem[] {
	const problems = new Map<string, Problem>();
	for (const { code, severity, ...example } of diagnostics) {
		const key = `${severity} ${code}`;
		const known = problems.get(key);
		problems.set(key, {
			...(known ?? { code, severity, example }),
			count: (known?.count ?? 0) + 1,
		});
	}
	return [...problems.values()].sort(
		(a, b) =>
			severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
			b.count - a.count ||
			compareText(a.code, b.code),
	);
}
