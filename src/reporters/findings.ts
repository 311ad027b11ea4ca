/** What `init` found, as people read it. */

import { formatInstant } from "../dates.ts";
import type { Findings, Problem, Tally, TermCount } from "../init/findings.ts";
import type { Outcome } from "../outcome.ts";

/** More of a kind than this are counted, not listed. */
const maxShown = 5;

const showPlural = (number: number, one: string, many: string) =>
	`${number} ${number === 1 ? one : many}`;

function formatSome(texts: readonly string[]): string {
	const more = texts.length - maxShown;
	const shown = texts.slice(0, maxShown).join(", ");
	return more > 0 ? `${shown} and ${more} more` : shown;
}

const formatTally = (tally: Tally) =>
	formatSome(tally.map(({ name, articles }) => `${name} ${articles}`));

const formatTerms = (
	{ distinct, articles }: TermCount,
	one: string,
	many: string,
) =>
	distinct === 0
		? `no ${many}`
		: `${showPlural(distinct, one, many)} in ${showPlural(articles, "article", "articles")}`;

function formatDates({ first, last, dates }: Findings): string {
	if (first === undefined || last === undefined) return "none";
	const day = (time: number) => formatInstant(time).slice(0, 10);
	const places = dates.map(
		({ name, articles }) => `${articles} in the ${name}`,
	);
	return `${day(first)} to ${day(last)}; ${places.join(", ")}`;
}

function formatGenerator({ generator }: Findings): string {
	const { title, by } = generator;
	return by === undefined ? title : `${title} (${by})`;
}

const formatOthers = ({ otherFolders }: Findings) =>
	formatSome(otherFolders.map(({ folder, files }) => `${folder} ${files}`));

function formatPlace({ example: { file, line } }: Problem): string {
	return [file, line].filter((part) => part !== undefined).join(":");
}

function listProblems({ problems }: Findings): string[][] {
	const shown = problems.filter(({ severity }) => severity !== "info");
	if (shown.length === 0) return [];
	return [
		["problem", "", "", "for example"],
		...shown.map((problem) => [
			problem.code,
			problem.severity,
			String(problem.count),
			`${formatPlace(problem)} ${problem.example.message}`,
		]),
	];
}

const formatExample = ({ file, url }: NonNullable<Findings["example"]>) =>
	`${url} for ${file}`;

/** The rows of the tables: what there is, what is wrong, and which feeds there will be. */
export function listFindings(
	found: Findings,
	{ articles }: Pick<Outcome, "articles">,
	counts: string,
): { readonly facts: string[][]; readonly problems: string[][] } {
	const { pictures, rendered } = found;
	const texts =
		rendered < articles.published
			? `the newest ${rendered} were looked at; feedwright build looks at all`
			: "all were looked at";
	return {
		facts: [
			["generator", formatGenerator(found)],
			["articles", `${found.articleFolders.join(", ")}: ${counts}`],
			...(found.otherFolders.length > 0
				? [["not taken", formatOthers(found)]]
				: []),
			["dates", formatDates(found)],
			["languages", formatTally(found.languages) || "none"],
			["people", formatTerms(found.authors, "author", "authors")],
			[
				"terms",
				`${formatTerms(found.tags, "tag", "tags")}; ${formatTerms(found.categories, "category", "categories")}`,
			],
			["pictures", `in ${showPlural(pictures, "article", "articles")}`],
			["texts", texts],
			...(found.example ? [["address", formatExample(found.example)]] : []),
			...found.feeds.map(({ format, url, present }) => [
				{ rss: "RSS", atom: "Atom", json: "JSON Feed" }[format],
				present === undefined ? url : `${url} (${present})`,
			]),
		],
		problems: listProblems(found),
	};
}
