/** Puts feeds together: each entry is written once per format and policy, however many feeds hold it. */

import { hash } from "node:crypto";
import type { Article } from "./article.ts";
import type { Settings } from "./config/settings.ts";
import type { ReadyArticle } from "./entries.ts";
import type { FeedPart, FilledFeed } from "./filled-feed.ts";
import type { Format, FormatName, RenderedEntry } from "./formats/format.ts";
import { formats } from "./formats/formats.ts";
import type { ContentPolicy, Feed, History } from "./model.ts";
import { appendToSite } from "./urls.ts";

export interface FeedDocument {
	/** Relative to the output folder (example: `tags/news/rss.xml`). */
	readonly path: string;
	/** The path of the feed (example: `/tags/news/`). */
	readonly feed: string;
	/** The feed's own id. */
	readonly atomId: string;
	/** The numbers of the articles in an archive (example: `51-100`). */
	readonly archive?: string | undefined;
	readonly format: FormatName;
	/** Where it will be published. */
	readonly url: string;
	readonly items: number;
	/** All articles of its feed that are published, in whichever document; newest first. */
	readonly members: readonly Article[];
	/** Its size in UTF-8. */
	readonly bytes: number;
	/** Absent where nothing in it has changed, and it was not written anew. */
	readonly text?: string | undefined;
	/** SHA-256, hex. */
	readonly hash: string;
}

export type RenderEntry = (
	article: ReadyArticle,
	policy: ContentPolicy,
	format: Format,
) => RenderedEntry;

/** Makes the function that writes entries and remembers them. */
export function createRenderEntry(): RenderEntry {
	const rendered = new Map<ReadyArticle, Map<string, RenderedEntry>>();
	return (article, policy, format) => {
		const versions = rendered.get(article) ?? new Map<string, RenderedEntry>();
		rendered.set(article, versions);
		const key = `${format.name} ${policy}`;
		const known = versions.get(key);
		if (known !== undefined) return known;
		const entry = format.renderEntry(article(policy));
		versions.set(key, entry);
		return entry;
	};
}

/**
 * The latest of what changed in a document: an entry, or that an article left it. No clock has a say, so the same articles
 * give the same bytes on any day.
 */
function findUpdated({ ready, ends }: FeedPart): number {
	let latest = Number.NEGATIVE_INFINITY;
	for (const article of ready)
		latest = Math.max(latest, article("summary").updated.getTime());
	for (const end of ends) latest = Math.max(latest, end);
	return latest;
}

/** What the heads of all documents of a feed say. */
function describeFeed(feed: FilledFeed, { site, hubs }: Settings) {
	return {
		atomId: feed.atomId,
		title: feed.title,
		description: site.description,
		siteTitle: site.title,
		homeUrl: site.url,
		language: feed.language ?? site.language,
		authors: site.authors,
		image: site.image,
		icon: site.icon,
		copyright: site.copyright,
		hubs,
	};
}

/** Where a document stands among the others; an archive that no longer changes has no use for a hub. */
function placePart(
	feed: FilledFeed,
	part: FeedPart,
	addressOf: (part: FeedPart | undefined) => string | undefined,
): { readonly history: History; readonly hubs?: readonly string[] } {
	const { archives, current, settings } = feed;
	const at = archives.indexOf(part);
	const isArchive = at >= 0;
	const isComplete = settings.limit === false;
	return {
		history: {
			isComplete,
			isArchive,
			current: isArchive ? addressOf(current) : undefined,
			previous: addressOf(isArchive ? archives[at - 1] : archives.at(-1)),
			next: isArchive ? addressOf(archives[at + 1]) : undefined,
		},
		...(isArchive && { hubs: [] }),
	};
}

/** Writes a feed: each of its documents in each of its formats. */
export function renderFeed(
	feed: FilledFeed,
	settings: Settings,
	renderEntry: RenderEntry,
): FeedDocument[] {
	const head = describeFeed(feed, settings);
	const parts = [feed.current, ...feed.archives];
	// A document may have lost all it had; a feed was never without entries.
	const latest = Math.max(...parts.map(findUpdated));
	return parts.flatMap((part): FeedDocument[] => {
		if (part.kept !== undefined)
			return part.kept.documents.map((document) => ({
				...document,
				feed: feed.path,
				atomId: feed.atomId,
				members: feed.articles,
				archive: part.archive,
			}));
		const own = findUpdated(part);
		const updated = new Date(Number.isFinite(own) ? own : latest);
		return formats.flatMap((format) => {
			const name = feed.settings.formats[format.name];
			if (name === undefined) return [];
			const pathOf = (other: FeedPart) =>
				`${other.path}${name}`.replace(/^\/+/, "");
			const addressOf = (other: FeedPart | undefined) =>
				other && appendToSite(settings.site.url, pathOf(other));
			const url = appendToSite(settings.site.url, pathOf(part));
			const entries = part.ready.map((article) =>
				renderEntry(article, feed.settings.content, format),
			);
			const described: Feed = {
				...head,
				updated,
				...placePart(feed, part, addressOf),
			};
			const text = format.renderDocument(described, url, entries);
			return {
				path: pathOf(part),
				feed: feed.path,
				atomId: feed.atomId,
				archive: part.archive,
				format: format.name,
				url,
				items: entries.length,
				members: feed.articles,
				bytes: Buffer.byteLength(text),
				hash: hash("sha256", text),
				text,
			};
		});
	});
}
