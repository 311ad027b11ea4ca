/** The main job: articles in, feeds out. The whole program on one screen; nothing is written here. */

import { type ArchiveMemory, keepArchive } from "./archive-memory.ts";
import { type Article, readArticle, readBody } from "./article.ts";
import type { Settings } from "./config/settings.ts";
import type { Report } from "./diagnostics.ts";
import {
	createRenderEntry,
	type FeedDocument,
	renderFeed,
} from "./documents.ts";
import type { FindLength } from "./entries.ts";
import { planFeeds } from "./families.ts";
import { type FilledFeed, fillFeed } from "./filled-feed.ts";
import { type LockResult, type LockState, openKeeper } from "./lock/keeper.ts";
import { createReadyStore, type ReadyStore } from "./ready.ts";
import { selectArticles } from "./select.ts";
import { describeSite, type Site } from "./site.ts";
import type { Source } from "./source-paths.ts";

/** What became of the articles; `read` is the sum of the others but `pages`. */
export interface ArticleCounts {
	readonly read: number;
	readonly published: number;
	readonly draft: number;
	readonly scheduled: number;
	/** No longer published: their time is over, or their authors have taken them back. */
	readonly expired: number;
	/** How many of those were taken back, where there are any. */
	readonly retracted?: number;
	readonly failed: number;
	/** Files that are no articles: pages of sections, redirects, parts of other pages. */
	readonly pages: number;
}

export interface Build {
	readonly articles: ArticleCounts;
	/** The article that comes due next; its date in milliseconds since the epoch. */
	readonly next?: { readonly file: string; readonly date: number } | undefined;
	/** With their ids, newest first. */
	readonly published: readonly Article[];
	readonly documents: readonly FeedDocument[];
	/** Absent where there is no lock. */
	readonly lock?: LockResult | undefined;
}

/** What was read of articles in earlier builds. */
export interface Memory<File extends Source = Source> {
	/** Undefined where an article must be read. */
	readonly recall: (source: File) => Article | "draft" | "page" | undefined;
	/** Takes an article that was read without any message. */
	readonly keep: (source: File, reading: Article | "draft" | "page") => void;
}

/** What the build asks of the world round it. */
export interface Surroundings<File extends Source = Source> {
	/** Milliseconds since the epoch. */
	readonly now: number;
	/** Whether articles with errors are left out and the rest is written. */
	readonly keepGoing: boolean;
	readonly findLength: FindLength;
	/** What has been published, where somebody keeps it. */
	readonly lock?: LockState | undefined;
	/**
	 * Reads an article's file, at least as far as its front matter reaches, and all of it where there is a lock; undefined
	 * after an error was reported.
	 */
	readonly readHead: (source: File) => string | undefined;
	/** Reads the whole text of an article's file; undefined after an error was reported. */
	readonly readText: (file: string) => string | undefined;
	readonly memory?: Memory<File> | undefined;
	readonly archives?: ArchiveMemory | undefined;
	/** Takes what is wrong with an article; with an error it is left out. */
	readonly reportArticle: Report;
	/** Takes what is wrong with the feeds; with an error nothing may be written. */
	readonly reportFeeds: Report;
	/** Called between pieces of work, so that progress can be shown and an interrupt heard. */
	readonly pause: (doing: string) => Promise<void> | undefined;
}

/**
 * Reads articles, selects those that are published now, and renders every feed.
 * @param sources in an order of their own
 */
export async function build<File extends Source>(
	settings: Settings,
	sources: readonly File[],
	around: Surroundings<File>,
): Promise<Build> {
	const site = describeSite(settings);
	const readings = await readArticles(site, sources, around);
	const { draft, pages } = readings;
	const keeper = openKeeper(around.lock, settings, { ...around, ...readings });
	const { articles } = keeper;
	const selection = selectArticles(articles, around.now, around.reportArticle);
	const { published, scheduled, expired, retracted } = selection;
	const ended = [...expired, ...retracted];
	const plans = planFeeds(settings, published, ended, around.reportFeeds);
	const states = keeper.describeFeeds(plans, selection);

	const store = createReadyStore(settings, site, articles, around);
	const renderEntry = createRenderEntry();
	const documents: FeedDocument[] = [];
	const empty: string[] = [];
	for (const [plan, state] of states) {
		await around.pause(`writing ${plan.path}`);
		const filled = await fillFeed(plan, state, store, around.archives);
		const hasAny = filled.current.ready.length + filled.archives.length > 0;
		const rendered = hasAny ? renderFeed(filled, settings, renderEntry) : [];
		if (!hasAny) empty.push(plan.path);
		documents.push(...rendered);
		keepArchives(filled, rendered, around.archives, store);
	}
	const count = published.length - store.failed();
	const read = sources.length - pages;
	const waiting = scheduled.length + ended.length;
	const failed = read - draft - count - waiting;
	if (documents.length > 0)
		for (const path of empty) reportEmpty(path, settings, around.reportFeeds);
	// Where articles failed, their errors say enough, unless the build goes on without them.
	else if (failed === 0 || around.keepGoing)
		reportNothing(count > 0, settings, around.reportFeeds);

	return {
		articles: {
			read,
			published: count,
			draft,
			scheduled: scheduled.length,
			expired: ended.length,
			...(retracted.length > 0 && { retracted: retracted.length }),
			failed,
			pages,
		},
		next: scheduled[0],
		published,
		documents,
		lock: keeper.conclude(selection),
	};
}

async function readArticles<File extends Source>(
	site: Site,
	sources: readonly File[],
	{ readHead, memory, lock, reportArticle, pause }: Surroundings<File>,
) {
	const isWhole = lock !== undefined;
	const readAnew = (source: File) => {
		let isSilent = true;
		const report: Report = (diagnostic) => {
			isSilent = false;
			reportArticle(diagnostic);
		};
		const text = readHead(source);
		if (text === undefined) return "failed";
		const { file, path, place } = source;
		const whole = { file, path, place, text, isWhole };
		const reading = readArticle(whole, site, report);
		if (isSilent && reading !== "failed") memory?.keep(source, reading);
		return reading;
	};
	const articles: Article[] = [];
	const failed: string[] = [];
	const hidden: string[] = [];
	let draft = 0;
	let pages = 0;
	for (const [index, source] of sources.entries()) {
		if (index % 50 === 0)
			await pause(`reading ${index} of ${sources.length} articles`);
		const reading = memory?.recall(source) ?? readAnew(source);
		if (reading === "draft") draft++;
		if (reading === "page") pages++;
		if (reading === "failed") failed.push(source.file);
		else if (typeof reading === "string") hidden.push(source.file);
		else articles.push(reading);
	}
	const byFile = new Map(sources.map((source) => [source.file, source]));
	/** An article's text, to see what it is like. */
	const readText = ({ file }: Article) => {
		const source = byFile.get(file);
		const text = source && readHead(source);
		return text === undefined
			? ""
			: (readBody(text, file, site.dialect)?.body ?? "");
	};
	return { articles, draft, pages, failed, hidden, readBody: readText };
}

function keepArchives(
	{ archives }: FilledFeed,
	documents: readonly FeedDocument[],
	memory: ArchiveMemory | undefined,
	store: ReadyStore,
): void {
	for (const { path, archive, articles, digest, kept } of archives) {
		if (memory === undefined || kept !== undefined) continue;
		const own = documents.filter((document) => document.archive === archive);
		const bare = own.map(({ path, format, url, items, bytes, hash }) => ({
			path,
			format,
			url,
			items,
			bytes,
			hash,
		}));
		keepArchive(path, articles, digest, bare, memory, store);
	}
}

function reportEmpty(path: string, { file }: Settings, report: Report): void {
	report({
		severity: "warning",
		code: "feed-empty",
		message: `the feed ${path} has no articles and is not written`,
		hint: "Publish an article that belongs to it, or take the feed out of the configuration.",
		file,
	});
}

function reportNothing(
	hasArticles: boolean,
	{ articles, file }: Settings,
	report: Report,
): void {
	report({
		severity: "error",
		...(hasArticles
			? {
					code: "feeds-empty",
					message: "none of the feeds has the articles that it asks for",
					hint: 'Give an article a tag, or add a feed of all: { path: "/" }.',
				}
			: {
					code: "nothing-published",
					message: `no article in ${articles.join(", ")} is published`,
					hint: "Write one with a date that has come and without draft: true.",
				}),
		file,
	});
}
