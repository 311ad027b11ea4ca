/** Which feeds there are: one for each line of the configuration, and of a family one for each tag, author, year … */

import type { Article } from "./article.ts";
import { compareText } from "./characters.ts";
import { type Family, familyKeys } from "./config/feeds.ts";
import type { FeedSettings, Settings } from "./config/settings.ts";
import type { Diagnostic, Report } from "./diagnostics.ts";
import { createFits, explainFilters, showFilters } from "./families/filters.ts";
import { type Group, groupArticles } from "./families/groups.ts";
import { findTerms, type TermsOf, toPathPart } from "./families/terms.ts";
import { foldCase } from "./fields.ts";

/** A feed and the articles that belong to it, before its limit. */
export interface PlannedFeed {
	/** Begins and ends with `/`. */
	readonly path: string;
	readonly title: string;
	/** What it is for, in a family (example: `tag:news`). */
	readonly of?: string | undefined;
	/** BCP 47, where all its articles must have one language; else it is the site's. */
	readonly language?: string | undefined;
	readonly settings: FeedSettings;
	/** Newest first; there is at least one. */
	readonly articles: readonly Article[];
	/** No longer published. */
	readonly ended: readonly Article[];
}

/** The articles that feeds can be made of. */
interface Stock {
	/** Newest first. */
	readonly published: readonly Article[];
	readonly ended: readonly Article[];
	readonly termsOf: TermsOf;
}

function fillPlaceholder(pattern: string, family: Family, text: string) {
	// `:tags` in a title is no placeholder.
	return pattern.replace(new RegExp(`:${family}(?!\\w)`, "g"), () => text);
}

/** Finds the language that a feed is for; any other feed has the site's, whatever its articles happen to have. */
function findLanguage(
	{ each, where }: FeedSettings,
	[first]: readonly Article[],
) {
	const isForOne = where.some(
		({ family, any }) => family === "language" && any.length === 1,
	);
	return each === "language" || isForOne ? first?.language : undefined;
}

function planFeed(
	settings: FeedSettings,
	path: string,
	title: string,
	group: Group,
	of?: string,
): PlannedFeed {
	const language = findLanguage(settings, group.articles);
	return { path, title, of, language, settings, ...group };
}

/** Plans what one line of the configuration asks for, however few articles there are. */
function planLine(settings: FeedSettings, stock: Stock): PlannedFeed[] {
	const { each, path, title, where } = settings;
	const fits = createFits(where, stock.termsOf);
	const articles = stock.published.filter(fits);
	const ended = stock.ended.filter(fits);
	if (each === undefined)
		return [planFeed(settings, path, title, { articles, ended })];
	return groupArticles(articles, ended, (article) =>
		stock.termsOf(article, each),
	)
		.map(({ term, group }) =>
			planFeed(
				settings,
				fillPlaceholder(path, each, toPathPart(term, each)),
				fillPlaceholder(title, each, term),
				group,
				`${each}:${foldCase(term)}`,
			),
		)
		.sort((a, b) => compareText(a.path, b.path));
}

/**
 * Plans what a family's feed has instead of archives: a feed of its own for each year, to which every reader can subscribe,
 * the newest first.
 */
function planYears(plan: PlannedFeed, { termsOf }: Stock): PlannedFeed[] {
	const { settings, path, title, of } = plan;
	if (settings.archive === undefined || of === undefined) return [];
	const { archive: _archive, ...whole } = settings;
	return groupArticles(plan.articles, plan.ended, (article) =>
		termsOf(article, "year"),
	)
		.map(({ term: year, group }) =>
			planFeed(
				{ ...whole, limit: false },
				`${path}${year}/`,
				`${title} (${year})`,
				group,
				`${of}/${year}`,
			),
		)
		.sort((a, b) => compareText(b.path, a.path));
}

function describeEmpty(
	{ path, where }: FeedSettings,
	{ published, ended, termsOf }: Stock,
): Diagnostic {
	const empty = {
		severity: "warning",
		code: "feed-empty",
		message: `the feed ${path} has no articles and is not written`,
		hint: "Publish an article that belongs to it, or take the feed out of the configuration.",
	} as const;
	if (where.length === 0) return empty;
	return {
		...empty,
		message: `${empty.message}; it is for ${showFilters(where)}`,
		hint:
			explainFilters(where, [...published, ...ended], termsOf) ??
			'Publish an article that belongs to it, or change its "where".',
	};
}

/** Says why nothing comes of a line of the configuration. */
function describeAbsence(
	settings: FeedSettings,
	planned: readonly PlannedFeed[],
	stock: Stock,
): Diagnostic {
	const { path, each, minimum } = settings;
	const [fullest] = [...planned].sort(
		(a, b) => b.articles.length - a.articles.length,
	);
	const most = fullest?.articles.length ?? 0;
	if (most === 0) return describeEmpty(settings, stock);
	return {
		severity: "info",
		code: "feed-below-minimum",
		message: each
			? `the feeds ${path} are not written, since no ${each} has ${minimum} articles`
			: `the feed ${path} is not written, since it has ${most} of the ${minimum} articles that it must have`,
		hint: 'Publish more, or lower its "minimum".',
	};
}

/** As messages name a feed: with the newest article that asks for it. */
function nameFeed({ title, articles }: PlannedFeed): string {
	const [newest] = articles;
	return newest ? `"${title}" (${newest.file})` : `"${title}"`;
}

/** Feeds in one place would write over each other; paths are compared as careless file systems do. */
function reportCollisions(
	feeds: readonly PlannedFeed[],
	configuration: string,
	report: Report,
): void {
	const places = new Map<string, PlannedFeed[]>();
	for (const feed of feeds)
		for (const name of Object.values(feed.settings.formats)) {
			const place = foldCase(feed.path + name);
			const there = places.get(place);
			if (there) there.push(feed);
			else places.set(place, [feed]);
		}
	const told = new Set<string>();
	for (const [first, ...others] of places.values()) {
		if (first === undefined || others.length === 0) continue;
		const names = [first, ...others].map(nameFeed).join(", ");
		if (told.has(names)) continue;
		told.add(names);
		const { each } = first.settings;
		const areOneFamily = others.every(
			({ settings }) => settings === first.settings,
		);
		report({
			severity: "error",
			code: "feed-collision",
			message: `${others.length + 1} feeds have one path, ${first.path}: ${names}`,
			hint:
				each && areOneFamily
					? `Spell the ${familyKeys[each]} alike in the articles, or change a path of the feeds.`
					: "Change a path of the feeds.",
			file: configuration,
		});
	}
}

/**
 * Plans every feed that has articles enough, in the order of the configuration and then of paths, and reports what
 * comes to nothing.
 */
export function planFeeds(
	settings: Settings,
	published: readonly Article[],
	ended: readonly Article[],
	report: Report,
): PlannedFeed[] {
	const stock: Stock = {
		published,
		ended,
		termsOf: (article, family) => findTerms(article, family, settings.site),
	};
	const feeds = settings.feeds.flatMap((feed) => {
		const planned = planLine(feed, stock);
		const filled = planned.filter(
			({ articles }) => articles.length >= feed.minimum,
		);
		// Where nothing is published, that is said once, and not of each feed.
		if (filled.length === 0 && published.length > 0)
			report({
				...describeAbsence(feed, planned, stock),
				file: settings.file,
			});
		return filled.flatMap((plan) => [plan, ...planYears(plan, stock)]);
	});
	reportCollisions(feeds, settings.file, report);
	return feeds;
}
