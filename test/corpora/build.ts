/** Builds a corpus as its author would on the first day: with an address, a title and the folder of the articles. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFeeds, type ThreeFeeds } from "../support/feed-reader.ts";
import { type Built, buildFolder } from "../support/folder.ts";
import { type Corpus, corpora } from "./sites.ts";

export interface CorpusBuild extends Built {
	/** What a strict reader takes from the front page's feeds; absent where nothing was published. */
	readonly front?: ThreeFeeds | undefined;
}

/** The clock: the corpora's last articles are of 2026. */
const now = "2030-01-01T00:00:00Z";

/** The front page's feeds with every article that there is. */
const allArticles = [{ path: "/", limit: false }];

/** Reads a site's files by their path; what the site once published is no part of it. */
export function readCorpus({ folder }: Corpus): Record<string, Uint8Array> {
	const root = join(corpora, folder);
	const paths = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => path.slice(root.length + 1).replaceAll("\\", "/"))
		.filter((path) => !/(?:^|\/)_published\//.test(path))
		.sort();
	return Object.fromEntries(
		paths.map((path) => [path, readFileSync(join(root, path))]),
	);
}

/**
 * Builds a site in a temporary folder.
 * @param settings what its author says beside the address, the title and the folder
 */
export async function buildCorpus(
	corpus: Corpus,
	settings: object = {},
): Promise<CorpusBuild> {
	const { folder, url, articles } = corpus;
	const config = {
		site: { url, title: folder },
		articles,
		feeds: allArticles,
		...settings,
	};
	const built = await buildFolder(
		readCorpus(corpus),
		config,
		...["--keep-going", "--now", now],
	);
	const hasFeeds = built.files["rss.xml"] !== undefined;
	return { ...built, front: hasFeeds ? readFeeds(built.files) : undefined };
}
