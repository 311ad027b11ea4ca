/**
 * The only file that knows npm `feed`, which writes the core of each RSS and Atom document.
 *
 * It gets marks in place of texts and addresses, and what it made of them is filled in here, escaped once: so nothing
 * that an author wrote can meet its escaping (it splits only the first `]]>`, leaves `<` in attributes, undoes `&amp;`)
 * or its idea of an address (it rewrites ids and throws at relative ones). What it spells otherwise than the
 * specifications do is mended in the same place, while there are only marks to search through.
 */

import {
	type Author,
	type FeedOptions,
	Feed as FeedPackage,
	type Item,
} from "feed";
import type { Entry, Feed, Person } from "../model.ts";
import {
	escapeAttribute,
	escapeText,
	writeAttributes,
	writeCdata,
	writeElement,
	writeEmptyElement,
} from "../xml.ts";
import { listHistoryLinks } from "./history-links.ts";

/** Texts on their way round `feed`. A mark is an address, as `feed` parses some of them. */
class Marks {
	readonly #texts: string[] = [];

	/** Keeps XML and gives the mark that stands for it. */
	keepXml(xml: string): string {
		this.#texts.push(xml);
		return `urn:mark:${this.#texts.length - 1}.`;
	}

	/** Keeps plain text for an element. */
	keep(text: string): string {
		return this.keepXml(escapeText(text));
	}

	/** Keeps plain text for an attribute, or an address. */
	keepAttribute(text: string): string {
		return this.keepXml(escapeAttribute(text));
	}

	/** Keeps HTML for an element. */
	keepHtml(html: string): string {
		return this.keepXml(writeCdata(html));
	}

	/** Puts what was kept in the place of the marks; `feed` wraps some in CDATA sections. */
	fill(skeleton: string): string {
		return skeleton.replace(
			/(?:<!\[CDATA\[)?urn:mark:(\d+)\.(?:\]\]>)?/g,
			(_, index) => this.#texts[Number(index)] ?? "",
		);
	}
}

/** What every document needs and no entry shows. */
const noHead: FeedOptions = {
	title: "-",
	id: "urn:mark:",
	link: "urn:mark:",
	copyright: "",
	generator: false,
	updated: new Date(0),
};

function renderOne(item: Item, format: "rss2" | "atom1"): string {
	const feed = new FeedPackage(noHead);
	feed.addItem(item);
	return feed[format]();
}

/** Cuts from the first place of one text up to the last place of another. */
function cut(xml: string, from: string, to: string): string {
	return xml.slice(xml.indexOf(from), xml.lastIndexOf(to)).trimEnd();
}

/** Indents what follows an element's children, as `feed` does. */
export function indent(elements: readonly string[], depth: number): string {
	return elements
		.filter((element) => element !== "")
		.map((element) => `\n${"    ".repeat(depth)}${element}`)
		.join("");
}

/**
 * Writes an RSS item without its end tag.
 * @param description the summary as HTML
 * @param content HTML; absent where the entry shows its summary alone
 */
export function writeRssItem(
	entry: Entry,
	description: string,
	content: string | undefined,
): string {
	const marks = new Marks();
	const enclosure = entry.enclosures[0];
	const item: Item = {
		title: entry.title === undefined ? "" : marks.keep(entry.title),
		link: marks.keepAttribute(entry.link),
		guid: marks.keep(entry.guid),
		date: entry.published,
		description: marks.keep(description),
		...(content !== undefined && { content: marks.keepHtml(content) }),
		category: entry.tags.map((tag) => ({ name: marks.keep(tag) })),
		...(enclosure && {
			enclosure: {
				url: marks.keepAttribute(enclosure.url),
				length: enclosure.length,
				type: marks.keepAttribute(enclosure.type),
			},
		}),
	};
	let skeleton = cut(renderOne(item, "rss2"), "<item>", "</item>");
	// `feed` says false of every guid that it is given.
	if (entry.guid === entry.url)
		skeleton = skeleton.replace('isPermaLink="false"', 'isPermaLink="true"');
	return marks.fill(skeleton);
}

/** What the heads of both formats say. */
function describeHead(marks: Marks, feed: Feed): FeedOptions {
	return {
		...noHead,
		title: marks.keep(feed.title),
		description: marks.keep(feed.description),
		updated: feed.updated,
		generator: "feedwright",
		...(feed.image && { image: marks.keepAttribute(feed.image) }),
		...(feed.copyright && { copyright: marks.keep(feed.copyright) }),
	};
}

/**
 * Writes an RSS document up to its first item.
 * @param namespaces attributes that declare prefixes
 * @param elements what extensions add to the head
 */
export function writeRssHead(
	feed: Feed,
	selfUrl: string,
	namespaces: Readonly<Record<string, string>>,
	elements: readonly string[],
): string {
	const marks = new Marks();
	const options: FeedOptions = {
		...describeHead(marks, feed),
		link: marks.keepAttribute(feed.homeUrl),
		language: marks.keep(feed.language),
		docs: "https://www.rssboard.org/rss-specification",
		feedLinks: { rss: marks.keepAttribute(selfUrl) },
	};
	const skeleton = cut(new FeedPackage(options).rss2(), "<?xml", "</channel>");
	const links = [
		...listHistoryLinks(feed, "application/rss+xml"),
		...feed.hubs.map((href) => ({ href, rel: "hub" })),
	].map((attributes) => writeEmptyElement("atom:link", attributes));
	return (
		marks.fill(
			skeleton.replace(
				/<rss [^>]*>/,
				`<rss version="2.0"${writeAttributes(namespaces)}>`,
			),
		) + indent([...links, ...elements], 2)
	);
}

function describePerson(marks: Marks, person: Person): Author {
	return {
		name: marks.keep(person.name),
		...(person.email && { email: marks.keep(person.email) }),
		...(person.url && { link: marks.keepAttribute(person.url) }),
	};
}

/**
 * Writes an Atom entry without its end tag.
 * @param links the entry's links, ready
 * @param content HTML; absent where the entry shows its summary alone
 */
export function writeAtomEntry(
	entry: Entry,
	links: readonly string[],
	content: string | undefined,
): string {
	const marks = new Marks();
	const link = marks.keepXml(links.join(`\n${"    ".repeat(2)}`));
	const item: Item = {
		title: marks.keep(entry.label),
		id: marks.keep(entry.atomId),
		link,
		date: entry.updated,
		published: entry.published,
		description: marks.keep(entry.summary),
		...(content !== undefined && { content: marks.keepHtml(content) }),
		author: entry.authors.map((author) => describePerson(marks, author)),
		category: entry.tags.map((tag) => ({ term: marks.keepAttribute(tag) })),
	};
	const skeleton = cut(renderOne(item, "atom1"), "<entry>", "</entry>")
		.replace(
			"<entry>",
			`<entry${writeAttributes({ "xml:lang": entry.language })}>`,
		)
		// Plain text of these types is what 12 of 13 parsers and all readers show as it was written.
		.replace('<title type="html">', '<title type="text">')
		.replace('<summary type="html">', '<summary type="text">')
		.replace(`<link href="${link}"/>`, link);
	return marks.fill(skeleton);
}

/** Writes an Atom document up to its first entry; the parameters are those of `writeRssHead`, links apart. */
export function writeAtomHead(
	feed: Feed,
	links: readonly string[],
	namespaces: Readonly<Record<string, string>>,
	elements: readonly string[],
): string {
	const marks = new Marks();
	const options: FeedOptions = {
		...describeHead(marks, feed),
		id: marks.keep(feed.atomId),
		link: "",
		...(feed.icon && { favicon: marks.keepAttribute(feed.icon) }),
	};
	const skeleton = cut(new FeedPackage(options).atom1(), "<?xml", "</feed>");
	const attributes = writeAttributes({
		xmlns: "http://www.w3.org/2005/Atom",
		...namespaces,
		"xml:lang": feed.language,
	});
	// A feed has several authors or none; `feed` takes one.
	const authors = feed.authors.map((author) =>
		writeAtomPerson("author", author),
	);
	return (
		marks.fill(skeleton.replace(/<feed [^>]*>/, `<feed${attributes}>`)) +
		indent([...links, ...authors, ...elements], 1)
	);
}

/** RFC 4287, section 3.2: an `author` or a `contributor`. */
export function writeAtomPerson(
	element: "author" | "contributor",
	{ name, email, url }: Person,
): string {
	const parts = [
		writeElement("name", name),
		writeElement("email", email),
		writeElement("uri", url),
	];
	return `<${element}>${parts.join("")}</${element}>`;
}
