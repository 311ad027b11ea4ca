/** Items of published feeds and articles that say what a test is about and nothing else. */

import type { PublishedItem } from "../../src/published/published.ts";
import type { Known } from "../../src/published/traits.ts";

export function createItem(values: Partial<PublishedItem> = {}): PublishedItem {
	return { id: "urn:x:1", authors: [], tags: [], enclosures: [], ...values };
}

export function createKnown(values: Partial<Known> = {}): Known {
	const url = values.url ?? "https://example.com/hello/";
	return { file: "hello.md", url, id: url, date: 0, aliases: [], ...values };
}
