/** The command `adopt`: takes over the ids of feeds that are out there, and writes them into the lock only when asked. */

import type { Article } from "../article.ts";
import { showText } from "../characters.ts";
import { writeLockFile } from "../disk/lock-file.ts";
import { findDocument, readWhole } from "../disk/published-site.ts";
import { showSource } from "../disk/published-source.ts";
import { chooseFeedId } from "../identity.ts";
import type { Lock, LockedArticle } from "../lock/lock.ts";
import {
	type Adoption,
	adoptEntries,
	adoptIds,
	type Refused,
	type Source,
} from "../published/adoption.ts";
import type { PublishedFeed } from "../published/published.ts";
import type { Command, CommandSurroundings } from "./command.ts";
import { findPlaces } from "./comparison.ts";
import { isRefused } from "./refusal.ts";
import { buildSite, describeUnwritten, type SiteBuild } from "./site-build.ts";

interface ReadSource extends Source {
	readonly feed: PublishedFeed;
}

async function readSources(
	names: readonly string[],
	site: SiteBuild,
	around: CommandSurroundings,
): Promise<ReadSource[]> {
	const places = findPlaces(site, around);
	const sources: ReadSource[] = [];
	for (const source of names) {
		await around.pause(`reading ${source}`);
		const { first, items } = await readWhole(source, places);
		const { kind, format } = first;
		sources.push({
			source: showSource(source),
			kind,
			format,
			items,
			feed: first,
		});
	}
	return sources;
}

/**
 * The ids by which subscribers know feeds as a whole; Atom alone has them. A source is the feed at the same path; where none
 * is, and there is one Atom source alone, the main feed takes its place. An id that a feed has been given before stays.
 */
function adoptFeeds(
	{ feeds }: Lock,
	sources: readonly ReadSource[],
	{ documents, settings: { site } }: SiteBuild,
): Lock["feeds"] {
	const adopted = new Map<string, string>();
	const known = sources.filter(({ feed }) => feed.id !== undefined);
	for (const { feed, source } of known) {
		const same = findDocument(feed, source, documents);
		const main = known.length === 1 ? documents[0] : undefined;
		const present = (same ?? main)?.atomId;
		if (present !== undefined && feed.id !== undefined && !adopted.has(present))
			adopted.set(present, feed.id);
	}
	return feeds.map((feed) => {
		const own = chooseFeedId(site.url, feed.path);
		const isGiven = feed.id.split("#", 1)[0] !== own;
		return { ...feed, id: (!isGiven && adopted.get(feed.id)) || feed.id };
	});
}

function reportRefused(
	{ article, id, because }: Refused,
	{ ofArticles }: SiteBuild,
): void {
	ofArticles.push({
		severity: "warning",
		code: because === "own" ? "adopt-overridden" : "adopt-taken",
		message:
			because === "own"
				? `"id" is another one than subscribers know it by: ${showText(id)}`
				: `the id by which subscribers know it is another article's: ${showText(id)}`,
		hint:
			because === "own"
				? 'Take "id" out, or write that one.'
				: "One of the two will be shown again; decide which by an id in its front matter.",
		file: article.file,
		line: 1,
	});
}

/** Puts the adopted ids into the lock as it would be. */
function adoptLock(
	lock: Lock,
	{ ids, refused }: Adoption,
	sources: readonly ReadSource[],
	site: SiteBuild,
): Lock {
	const byNumber = new Map<number, Article>();
	for (const article of site.published)
		if (article.number !== undefined) byNumber.set(article.number, article);
	const articleOf = ({ number }: LockedArticle) => byNumber.get(number);
	const idsOf = (entry: LockedArticle) => {
		const article = articleOf(entry);
		return article && ids.get(article);
	};
	for (const one of refused) reportRefused(one, site);
	const before = new Set(
		site.lockFile?.state.lock.articles.map(({ number }) => number),
	);
	const isNew = ({ number }: LockedArticle) => !before.has(number);
	const articles = adoptEntries(lock.articles, idsOf, isNew, (entry, id) => {
		const article = articleOf(entry);
		if (article) reportRefused({ article, id, because: "taken" }, site);
	});
	return { articles, feeds: adoptFeeds(lock, sources, site) };
}

export const runAdopt: Command = async (options, around) => {
	// As if the lock were to be created, whether or not it is; one that is there is kept, with its doubts.
	const wishes = { lock: "create", frozen: false, isCi: false } as const;
	const site = await buildSite(options, around, wishes);
	const { lockFile } = site;
	if (isRefused(site, options) || !site.lock || !lockFile)
		return { status: 1, ...describeUnwritten(site) };
	const sources = await readSources(options.operands, site, around);
	const adoption = adoptIds(sources, site.published);
	const lock = adoptLock(site.lock.lock, adoption, sources, site);
	if (isRefused(site, options))
		return { status: 1, ...describeUnwritten(site) };
	if (options.lock) writeLockFile(lockFile, lock);
	const { file } = lockFile.state;
	const adopted = { ...adoption, lock: { file, written: options.lock } };
	return { status: 0, ...describeUnwritten(site), adopted };
};
