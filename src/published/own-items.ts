/** This site's own articles as subscribers know them, to be compared with a published feed. */

import type { Article } from "../article.ts";
import type { FeedDocument } from "../documents.ts";
import type { FormatName } from "../formats/format.ts";
import { toAtomId } from "../identity.ts";
import { parsePublished } from "./parse.ts";
import type { PublishedItem } from "./published.ts";

/** The id by which readers of a format know an article. */
export function idIn(
	format: FormatName,
	{ id, ids }: Pick<Article, "id" | "ids">,
): string {
	return ids?.[format] ?? (format === "atom" ? toAtomId(id) : id);
}

/** Reads the items of a document as everybody else's are read, so that like is compared with like. */
export async function readOwnItems({
	text,
	path,
	url,
}: FeedDocument): Promise<readonly PublishedItem[]> {
	const { items } = await parsePublished(Buffer.from(text ?? ""), {
		name: path,
		url,
	});
	return items;
}

/** An article that no document holds, as far as it is needed to know it again. */
export const describeOlder =
	(format: FormatName) =>
	(article: Article): PublishedItem => ({
		id: idIn(format, article),
		url: article.url,
		title: article.title,
		published: article.date,
		authors: [],
		tags: [],
		enclosures: [],
	});
