/** What subscribers will see when this site's feeds take the place of published ones. */

import type { Diagnostic } from "../diagnostics.ts";
import { findCacheFolder } from "../disk/article-cache.ts";
import { type Replacement, readReplaced } from "../disk/published-site.ts";
import type { PublishedPlaces } from "../disk/published-source.ts";
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

async function compareOne(
	{ document, against, items }: Replacement,
	{ documents, published }: SiteBuild,
): Promise<NamedChanges> {
	const { format, feed, path } = document;
	const name = path.slice(path.lastIndexOf("/") + 1);
	const parts = documents.filter(
		(part) => part.feed === feed && part.path.endsWith(`/${name}`),
	);
	const own = [...(await readOwnItems(document))];
	for (const part of parts)
		if (part.archive !== undefined) own.push(...(await readOwnItems(part)));
	const held = new Set(own.map(({ id }) => id));
	const older = published
		.filter((article) => !held.has(idIn(format, article)))
		.map(describeOlder(format));
	return {
		feed: `/${path}`,
		against,
		changes: compareFeeds({ items }, { items: own, older }),
	};
}

const describeAgain = (source: string, count: number): Diagnostic => ({
	severity: "error",
	code: "shown-again",
	message: `subscribers of ${source} would see ${count === 1 ? "1 article" : `${count} articles`} again, or never`,
	hint: `Run feedwright diff --against ${source} to see which; feedwright adopt ${source} --lock takes over the ids by which they are known.`,
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
