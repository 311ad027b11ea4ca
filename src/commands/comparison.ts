/** What subscribers will see when this site's feeds take the place of published ones. */

import { type Diagnostic, reportSome } from "../diagnostics.ts";
import { findCacheFolder } from "../disk/article-cache.ts";
import {
	listDropped,
	type Replacement,
	readReplaced,
} from "../disk/published-site.ts";
import { type PublishedPlaces, showSource } from "../disk/published-source.ts";
import type { FeedDocument } from "../documents.ts";
import type { NamedChanges } from "../published/compare.ts";
import { compareFeeds } from "../published/compare.ts";
import { describeOlder, idIn, readOwnItems } from "../published/own-items.ts";
import type { CommandSurroundings } from "./command.ts";
import type { SiteBuild } from "./site-build.ts";

/** Where published feeds are read from, and what they say of themselves is kept. */
export function findPlaces(
	{ settings: { root, cache }, ofFeeds }: SiteBuild,
	{ workingDirectory }: CommandSurroundings,
): PublishedPlaces {
	return {
		workingDirectory,
		cacheFolder: cache === false ? undefined : findCacheFolder(root, cache),
		report: (diagnostic) => ofFeeds.push(diagnostic),
	};
}

/** Reads all documents of the feed that takes a published one's place, the newest first. */
async function readOwn(document: FeedDocument, all: readonly FeedDocument[]) {
	const name = document.path.slice(document.path.lastIndexOf("/") + 1);
	const archives = all.filter(
		({ archive, feed, path }) =>
			archive !== undefined &&
			feed === document.feed &&
			path.endsWith(`/${name}`),
	);
	const current = await readOwnItems(document);
	const items = [...current];
	for (const one of archives.reverse())
		items.push(...(await readOwnItems(one)));
	return { current, items };
}

async function compareOne(
	{ document, against, ...before }: Replacement,
	{ documents }: SiteBuild,
): Promise<NamedChanges> {
	const { format, path, members } = document;
	const own = await readOwn(document, documents);
	const held = new Set(own.items.map(({ id }) => id));
	const older = members
		.filter((article) => !held.has(idIn(format, article)))
		.map(describeOlder(format));
	return {
		feed: `/${path}`,
		against,
		changes: compareFeeds(before, { ...own, older }),
	};
}

const describeDropped = (path: string): Diagnostic => ({
	severity: "warning",
	code: "feed-dropped",
	message: `the feed /${path} is no longer made, so its subscribers get nothing more`,
	hint: "Keep its path in the configuration, or let the host redirect it to the feed that takes its place.",
});

const describeAgain = (source: string, count: number): Diagnostic => ({
	severity: "error",
	code: "shown-again",
	message: `subscribers of ${showSource(source)} would see ${count === 1 ? "1 article" : `${count} articles`} again, or never`,
	hint: "feedwright diff says which; feedwright adopt, the published feed and --lock take over the ids by which they are known.",
});

/**
 * Compares each of this site's feeds that are published at a source with what is there; what would be shown again is
 * an error.
 */
export async function comparePublished(
	source: string,
	site: SiteBuild,
	around: CommandSurroundings,
): Promise<NamedChanges[]> {
	const subscribed = site.documents.filter(
		({ archive }) => archive === undefined,
	);
	const places = findPlaces(site, around);
	const replaced = await readReplaced(source, subscribed, places);
	const compared: NamedChanges[] = [];
	for (const one of replaced) {
		await around.pause(`comparing ${one.against}`);
		compared.push(await compareOne(one, site));
	}
	const made = new Set(site.documents.map(({ path }) => path));
	reportSome(listDropped(source, made, around), describeDropped, (diagnostic) =>
		site.ofFeeds.push(diagnostic),
	);
	const wrong = countWrong(compared);
	if (wrong > 0) site.ofFeeds.push(describeAgain(source, wrong));
	return compared;
}

/** How many articles readers would show again, or never show since they know their ids. */
function countWrong(compared: readonly NamedChanges[]): number {
	return compared.reduce(
		(sum, { changes: { again, reused } }) => sum + again.length + reused.length,
		0,
	);
}
