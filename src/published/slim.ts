/**
 * A feed's document with those elements only that are read from it, for `feedsmith`, which was not made for documents that
 * are broken or meant to hurt (3.0.1): a tag without an end takes it quadratic time, and so do brackets in an author; an
 * element `<length>` it takes for the length of a list, and makes one of that length; in RDF it leaves out the items whose
 * address has an `&`, because of `<items>`.
 */

import { BrokenXml, localName, readElements, type Tag } from "./markup.ts";

/** So many take some seconds; the largest feeds that people have hold a tenth. */
const maxPieces = 1_000_000;
/** In one author: `mail@host (Name)` has three, with its tags, an author of Atom some ten more. */
const maxMarks = 50;

/** Are looked into. */
const containers = new Set(["rss", "rdf", "channel", "item", "feed", "entry"]);

/** Are taken as they are, with all that is in them. */
const leaves = new Set(
	[
		["title", "link", "description", "author", "category", "enclosure", "guid"],
		["pubdate", "encoded", "creator", "date", "subject"],
		["id", "summary", "content", "published", "updated"],
		["issued", "modified", "created"],
	].flat(),
);

/** An element that is taken or left as a whole. */
interface Held {
	readonly tag: Tag;
	isTaken: boolean;
}

/**
 * Takes from a document what is read from a feed.
 * @throws BrokenXml
 */
export function slimDocument(text: string): string {
	const pieces: string[] = [];
	const take = ({ start }: Tag, { end }: Tag) => {
		if (pieces.push(text.slice(start, end)) > maxPieces)
			throw new BrokenXml(`it has more than ${maxPieces} elements`, start);
	};
	let held: Held | undefined;
	for (const [tag, opener] of readElements(text)) {
		const name = localName(tag);
		if (held !== undefined) {
			if (name === "length") held.isTaken = false;
			if (opener !== held.tag) continue;
			const isBad =
				name === "author" && isCrowded(text.slice(opener.start, tag.end));
			if (held.isTaken && !isBad) take(opener, tag);
			held = undefined;
		} else if (
			containers.has(name) ||
			(tag.kind === "empty" && leaves.has(name))
		)
			take(tag, tag);
		else if (tag.kind === "start") held = { tag, isTaken: leaves.has(name) };
	}
	return pieces.join("");
}

function isCrowded(author: string): boolean {
	return (author.match(/[([<.]/g) ?? []).length > maxMarks;
}
