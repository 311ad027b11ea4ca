/**
 * Gets what a site has published, document by document: one feed, by its file or address, or all of them from a folder or
 * the address of one.
 */

import { statSync } from "node:fs";
import path from "node:path";
import { Failure } from "../diagnostics.ts";
import type { FeedDocument } from "../documents.ts";
import type { PublishedFeed, PublishedItem } from "../published/published.ts";
import {
	isUrl,
	type PublishedPlaces,
	readPublished,
} from "./published-source.ts";

/** A published feed, with all its documents, and the one of ours that takes its place. */
export interface Replacement {
	readonly document: FeedDocument;
	/** What was read, as messages name it. */
	readonly against: string;
	readonly items: readonly PublishedItem[];
}

/** More documents than any feed has; one may link to itself by many addresses. */
const maxDocuments = 2000;

const isFolder = (source: string, workingDirectory: string) =>
	isUrl(source)
		? source.endsWith("/")
		: (statSync(path.resolve(workingDirectory, source), {
				throwIfNoEntry: false,
			})?.isDirectory() ?? false);

/** Where the older documents of a feed are that was read from a file: beside it, as they are published. */
function locateOlder(older: string, feed: PublishedFeed, source: string) {
	if (isUrl(source)) return older;
	const { self } = feed;
	if (self === undefined) return undefined;
	const folder = self.slice(0, self.lastIndexOf("/") + 1);
	if (!older.startsWith(folder)) return undefined;
	const below = decodeURI(older.slice(folder.length));
	const isSafe = !below.split(/[/\\]/).includes("..");
	return isSafe ? path.join(path.dirname(source), below) : undefined;
}

/**
 * Reads a feed and, where it is an archived one, its archives.
 * @returns the document that was named, and the items of all, the newest document's first
 */
export async function readWhole(
	source: string,
	places: PublishedPlaces,
): Promise<{ first: PublishedFeed; items: PublishedItem[] }> {
	const first = await readPublished(source, places);
	const items = [...first.items];
	const seen = new Set([source]);
	let [feed, place] = [first, source];
	while (feed.older !== undefined && seen.size < maxDocuments) {
		const next = locateOlder(feed.older, feed, place);
		if (next === undefined || seen.has(next)) break;
		seen.add(next);
		[feed, place] = [await readPublished(next, places), next];
		items.push(...feed.items);
	}
	return { first, items };
}

/** A feed that was not there before is no mistake. */
async function readIfThere(source: string, places: PublishedPlaces) {
	try {
		return await readWhole(source, places);
	} catch (error) {
		const isMissing =
			error instanceof Failure &&
			error.diagnostics.some(
				({ code, message }) =>
					code === "source-missing" ||
					(code === "source-status" && /\b(?:404|410)\b/.test(message)),
			);
		if (isMissing) return undefined;
		throw error;
	}
}

const failEmpty = (source: string, wanted: string) =>
	new Failure(2, {
		code: "source-empty",
		message: `there is none of this site's feeds in ${source}`,
		hint: `It was looked for ${wanted} and the like. Name the feed itself, or the folder that was published.`,
	});

const failFormat = (source: string, kind: string) =>
	new Failure(2, {
		code: "source-unanswered",
		message: `${source} is ${kind}, and this site has no feed in that format to compare it with`,
		hint: 'Give that format a file name under "formats" in the configuration.',
	});

const joinSource = (folder: string, file: string) =>
	isUrl(folder)
		? new URL(file.split("/").map(encodeURIComponent).join("/"), folder).href
		: path.join(folder, file);

/** The feeds of a folder, each at the path that ours has. */
async function readFolder(
	source: string,
	documents: readonly FeedDocument[],
	places: PublishedPlaces,
): Promise<Replacement[]> {
	const found: Replacement[] = [];
	for (const document of documents) {
		const place = joinSource(source, document.path);
		const read = await readIfThere(place, places);
		if (read !== undefined)
			found.push({ document, against: place, items: read.items });
	}
	const [first] = documents;
	if (found.length > 0 || first === undefined) return found;
	throw failEmpty(source, first.path);
}

/** The path of an address, without what a new domain changes. */
const endOf = (address: string | undefined) =>
	address === undefined ? undefined : new URL(address).pathname;

/** Of our feeds the one at the same path, else the first in the same format. */
export function chooseDocument(
	{ format, self }: PublishedFeed,
	source: string,
	documents: readonly FeedDocument[],
): FeedDocument | undefined {
	const paths = [isUrl(source) ? source : undefined, self].map(endOf);
	const own = documents.filter((document) => document.format === format);
	return own.find(({ url }) => paths.includes(endOf(url))) ?? own[0];
}

/**
 * Reads what was published, and finds what takes its place.
 * @param source a feed's file or address; a folder that was published, or its address with a slash at its end
 * @param documents ours, those alone that people subscribe to
 * @throws {Failure} 2 where nothing there is ours to replace, 2 and 74 as `readPublished`
 */
export async function readReplaced(
	source: string,
	documents: readonly FeedDocument[],
	places: PublishedPlaces,
): Promise<readonly Replacement[]> {
	if (isFolder(source, places.workingDirectory))
		return readFolder(source, documents, places);
	const { first, items } = await readWhole(source, places);
	const document = chooseDocument(first, source, documents);
	if (document === undefined) throw failFormat(source, first.kind);
	return [{ document, against: source, items }];
}
