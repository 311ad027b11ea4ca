/** Which feeds there are: one for each line of the configuration, and of a family one for each tag. */

import type { Article } from "./article.ts";
import { compareText } from "./characters.ts";
import type { FeedSettings, Settings } from "./config/settings.ts";
import type { Report } from "./diagnostics.ts";
import { foldCase } from "./fields.ts";

/** A feed and the articles that belong to it, before its limit. */
export interface PlannedFeed {
	/** Begins and ends with `/`. */
	readonly path: string;
	readonly title: string;
	readonly settings: FeedSettings;
	/** Newest first. */
	readonly articles: readonly Article[];
	/** No longer published. */
	readonly expired: readonly Article[];
}

/** A tag as part of a path: NFC, lower case, each run of anything but letters, marks and digits as one `-`. */
export function toPathPart(tag: string): string {
	return tag
		.toLowerCase()
		.normalize("NFC")
		.replaceAll("+", "plus")
		.replaceAll("#", "sharp")
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
}

interface Member {
	/** The spelling of the oldest article, so that a new article renames no feed. */
	readonly tag: string;
	readonly articles: Article[];
	readonly expired: Article[];
}

/** Groups articles by tag; tags that are equal when case-folded are one. */
function groupByTag(
	published: readonly Article[],
	expired: readonly Article[],
): Map<string, Member> {
	const members = new Map<string, Member>();
	const oldestFirst = [...published].reverse();
	for (const article of oldestFirst) {
		for (const tag of article.tags) {
			const folded = foldCase(tag);
			const member = members.get(folded) ?? { tag, articles: [], expired: [] };
			members.set(folded, member);
			member.articles.push(article);
		}
	}
	for (const article of expired)
		for (const tag of article.tags)
			members.get(foldCase(tag))?.expired.push(article);
	for (const { articles } of members.values()) articles.reverse();
	return members;
}

function planFamily(
	settings: FeedSettings,
	published: readonly Article[],
	expired: readonly Article[],
): PlannedFeed[] {
	const members = [...groupByTag(published, expired).values()];
	// Nobody has a tag: the family itself is the feed that is empty.
	if (members.length === 0)
		return [
			{
				path: settings.path,
				title: settings.title,
				settings,
				articles: [],
				expired: [],
			},
		];
	return members.map((member) => ({
		path: settings.path.replaceAll(":tag", toPathPart(member.tag)),
		title: settings.title.replaceAll(":tag", () => member.tag),
		settings,
		articles: member.articles,
		expired: member.expired,
	}));
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
			places.set(place, [...(places.get(place) ?? []), feed]);
		}
	const told = new Set<string>();
	for (const [first, ...others] of places.values()) {
		if (first === undefined || others.length === 0) continue;
		const names = [first, ...others].map(nameFeed).join(", ");
		if (told.has(names)) continue;
		told.add(names);
		report({
			severity: "error",
			code: "feed-collision",
			message: `${others.length + 1} feeds have one path, ${first.path}: ${names}`,
			hint: "Spell the tags alike in the articles, or change a path of the feeds.",
			file: configuration,
		});
	}
}

/** Plans every feed, in the order of the configuration and then of paths. */
export function planFeeds(
	settings: Settings,
	published: readonly Article[],
	expired: readonly Article[],
	report: Report,
): PlannedFeed[] {
	const feeds = settings.feeds.flatMap((feed) =>
		feed.each === undefined
			? {
					path: feed.path,
					title: feed.title,
					settings: feed,
					articles: published,
					expired,
				}
			: planFamily(feed, published, expired).sort((a, b) =>
					compareText(a.path, b.path),
				),
	);
	reportCollisions(feeds, settings.file, report);
	return feeds;
}
