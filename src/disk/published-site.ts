/**
 * Gets what a site has published, document by document: one feed, by its file or address, or all of them from a folder or
 * the address of one.
 */

import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { showText } from "../characters.ts";
import { Failure, type Report } from "../diagnostics.ts";
import type { FeedDocument } from "../documents.ts";
import { parseList } from "../output/list.ts";
import { LIST_NAME } from "../output/paths.ts";
import type { PublishedFeed, PublishedItem } from "../published/published.ts";
import {
	isUrl,
	type PublishedPlaces,
	readPublished,
	showSource,
} from "./published-source.ts";

/** A published feed, with all its documents, and the one of ours that takes its place. */
export interface Replacement {
	readonly document: FeedDocument;
	/** What was read, as messages name it. */
	readonly against: string;
	/** Of the document that is subscribed to. */
	readonly current: readonly PublishedItem[];
	/** Of all documents, the newest document's first. */
	readonly items: readonly PublishedItem[];
}

interface WholeFeed {
	readonly first: PublishedFeed;
	readonly items: readonly PublishedItem[];
}

/** More documents than any feed has; one may link to itself by ever new addresses. */
const maxDocuments = 1000;

const isFolder = (source: string, workingDirectory: string) =>
	isUrl(source)
		? new URL(source).pathname.endsWith("/") && !new URL(source).search
		: (statSync(path.resolve(workingDirectory, source), {
				throwIfNoEntry: false,
			})?.isDirectory() ?? false);

/** The part of an older document's address that lies below the folder of the feed's own; it stays within that folder. */
function readBelow(older: string, self: string | undefined) {
	const folder = self?.slice(0, self.lastIndexOf("/") + 1);
	if (folder === undefined || !older.startsWith(folder)) return undefined;
	try {
		const below = decodeURI(older.slice(folder.length));
		return below.split(/[/\\]/).includes("..") ? undefined : below;
	} catch {
		return undefined;
	}
}

const hostOf = ({ host }: URL) => host.replace(/^www\./, "");

/**
 * Where an older document is: beside the one that was named, as they are published, be that in a folder or at the address of
 * a preview; else on the same host.
 */
function locateOlder(
	older: string,
	self: string | undefined,
	source: string,
): string | undefined {
	const below = readBelow(older, self);
	if (!isUrl(source)) return below && path.join(path.dirname(source), below);
	const from = new URL(source);
	const to = below === undefined ? new URL(older) : new URL(below, from);
	if (hostOf(to) !== hostOf(from)) return undefined;
	if (to.host === from.host) {
		to.username = from.username;
		to.password = from.password;
	}
	return to.href;
}

const reportEnd = (
	source: string,
	older: string,
	why: string,
	report: Report,
) =>
	report({
		severity: "warning",
		code: "source-unfollowed",
		message: `the older items of ${showSource(source)} are not read: ${showText(older)} ${why}`,
		hint: "What is said of them here is said without them.",
	});

/**
 * Reads a feed and, where it is an archived one, its archives.
 * @returns the document that was named, and the items of all, the newest document's first
 */
export async function readWhole(
	source: string,
	places: PublishedPlaces,
): Promise<WholeFeed> {
	return followOlder(await readPublished(source, places), source, places);
}

async function followOlder(
	first: PublishedFeed,
	source: string,
	places: PublishedPlaces,
): Promise<WholeFeed> {
	const items = [...first.items];
	const seen = new Set([source]);
	for (let { older } = first; older !== undefined; ) {
		const next = locateOlder(older, first.self, source);
		const why =
			next === undefined
				? "is not where the feed is"
				: seen.has(next)
					? "was read before"
					: seen.size >= maxDocuments
						? `is more than the ${maxDocuments}th document`
						: undefined;
		if (next === undefined || why !== undefined) {
			reportEnd(source, older, why ?? "", places.report);
			break;
		}
		seen.add(next);
		const feed = await readPublished(next, places);
		items.push(...feed.items);
		older = feed.older;
	}
	return { first, items };
}

const isMissing = (error: unknown) =>
	error instanceof Failure &&
	error.diagnostics.some(({ code }) => code === "source-missing");

/** A feed that was not there before is no mistake; one whose archives are not is. */
async function readIfThere(source: string, places: PublishedPlaces) {
	const first = await readPublished(source, places).catch((error: unknown) => {
		if (isMissing(error)) return undefined;
		throw error;
	});
	return first && followOlder(first, source, places);
}

const failEmpty = (source: string, wanted: string) =>
	new Failure(2, {
		code: "source-empty",
		message: `there is none of this site's feeds in ${showSource(source)}`,
		hint: `It was looked for ${wanted} and the like. Name the feed itself, or the folder that was published.`,
	});

const failFormat = (source: string, kind: string) =>
	new Failure(2, {
		code: "source-unanswered",
		message: `${showSource(source)} is ${kind}, and this site has no feed in that format to compare it with`,
		hint: 'Give that format a file name under "formats" in the configuration.',
	});

/**
 * Lists the feeds that feedwright has written to a folder and that are no longer made.
 * @param made the paths of all documents that are made now
 */
export function listDropped(
	source: string,
	made: ReadonlySet<string>,
	{ workingDirectory }: Pick<PublishedPlaces, "workingDirectory">,
): string[] {
	if (isUrl(source)) return [];
	try {
		const list = path.resolve(workingDirectory, source, LIST_NAME);
		const paths = [...parseList(readFileSync(list, "utf8")).keys()];
		return paths.filter((one) => !made.has(one)).sort();
	} catch {
		// A single feed, or a folder that something else has written.
		return [];
	}
}

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
			found.push({
				document,
				against: showSource(place),
				current: read.first.items,
				items: read.items,
			});
	}
	const [first] = documents;
	if (found.length > 0 || first === undefined) return found;
	throw failEmpty(source, first.path);
}

/** The path of an address, without what a new domain changes. */
const endOf = (address: string | undefined) =>
	address === undefined ? undefined : new URL(address).pathname;

/** Of our feeds the one in the same format at the same path. */
export function findDocument(
	{ format, self }: PublishedFeed,
	source: string,
	documents: readonly FeedDocument[],
): FeedDocument | undefined {
	const paths = [isUrl(source) ? source : undefined, self].map(endOf);
	return documents.find(
		(document) =>
			document.format === format && paths.includes(endOf(document.url)),
	);
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
	const document =
		findDocument(first, source, documents) ??
		documents.find(({ format }) => format === first.format);
	if (document === undefined) throw failFormat(source, first.kind);
	const against = showSource(source);
	return [{ document, against, current: first.items, items }];
}
