/** Puts feeds together: each entry is written once per format and policy, however many feeds hold it. */

import type { Settings } from "./config/settings.ts";
import type { ReadyArticle } from "./entries.ts";
import type { PlannedFeed } from "./families.ts";
import type { Format, FormatName, RenderedEntry } from "./formats/format.ts";
import { formats } from "./formats/formats.ts";
import { chooseFeedId } from "./identity.ts";
import type { ContentPolicy, Feed } from "./model.ts";
import { appendToSite } from "./urls.ts";

export interface FeedDocument {
	/** Relative to the output folder (example: `tags/news/rss.xml`). */
	readonly path: string;
	/** The path of the feed (example: `/tags/news/`). */
	readonly feed: string;
	readonly format: FormatName;
	/** Where it will be published. */
	readonly url: string;
	readonly items: number;
	readonly text: string;
}

/** A feed with those of its articles that fill it, ready to be written. */
export interface FilledFeed extends PlannedFeed {
	readonly ready: readonly ReadyArticle[];
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
 * The latest of what changed in a feed: an entry, or that an article left it because its time was over. No clock has a
 * say, so the same articles give the same bytes on any day.
 */
function findUpdated(feed: FilledFeed): Date {
	let latest = Number.NEGATIVE_INFINITY;
	for (const article of feed.ready)
		latest = Math.max(latest, article("summary").updated.getTime());
	for (const { expires } of feed.expired)
		latest = Math.max(latest, expires ?? latest);
	return new Date(latest);
}

function describeFeed(feed: FilledFeed, { site, hubs }: Settings): Feed {
	return {
		atomId: chooseFeedId(site.url, feed.path),
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
		updated: findUpdated(feed),
	};
}

/** Writes a feed in each of its formats. */
export function renderFeed(
	feed: FilledFeed,
	settings: Settings,
	renderEntry: RenderEntry,
): FeedDocument[] {
	const head = describeFeed(feed, settings);
	return formats.flatMap((format) => {
		const name = feed.settings.formats[format.name];
		if (name === undefined) return [];
		const path = `${feed.path}${name}`.replace(/^\/+/, "");
		const url = appendToSite(settings.site.url, path);
		const entries = feed.ready.map((article) =>
			renderEntry(article, feed.settings.content, format),
		);
		const text = format.renderDocument(head, url, entries);
		return {
			path,
			feed: feed.path,
			format: format.name,
			url,
			items: entries.length,
			text,
		};
	});
}
