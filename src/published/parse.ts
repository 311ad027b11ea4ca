/** Reads a feed that somebody published: RSS 0.90 to 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1. */

import { readAtom } from "./atom.ts";
import { decodeDocument } from "./decode.ts";
import { readJson } from "./json.ts";
import { BrokenXml, findRoot, localName } from "./markup.ts";
import {
	explainBroken,
	explainHollow,
	explainNoFeed,
	type Origin,
} from "./no-feed.ts";
import type { PublishedFeed } from "./published.ts";
import { readRss } from "./rss.ts";
import { slimDocument } from "./slim.ts";

/** `feedsmith` takes a while to load, and most runs read no feed. */
const loadFeedsmith = () => import("feedsmith");

/** Has `feedsmith` read a document; all that it can throw means that there is too little in it, or it is too deep. */
function ask<T>(
	parse: (document: unknown) => T,
	document: unknown,
	kind: string,
	from: Origin,
): T {
	try {
		return parse(document);
	} catch {
		throw explainHollow(kind, from);
	}
}

function slim(text: string, from: Origin): string {
	try {
		return slimDocument(text);
	} catch (error) {
		if (error instanceof BrokenXml) throw explainBroken(error, text, from);
		throw error;
	}
}

function nameRss(root: string): string {
	const version = /\sversion\s*=\s*["']\s*(\d\.\d{1,2})\b/.exec(root)?.[1];
	return version ? `RSS ${version}` : "RSS";
}

const nameRdf = (root: string) =>
	root.includes("netscape.com/rdf/simple/0.9")
		? "RDF (RSS 0.90)"
		: "RDF (RSS 1.0)";

const nameAtom = (root: string) =>
	root.includes("//purl.org/atom/ns#") ? "Atom 0.3" : "Atom 1.0";

async function parseXml(text: string, from: Origin): Promise<PublishedFeed> {
	const root = /^\s*</.test(text) ? findRoot(text) : undefined;
	const name = root && localName(root);
	if (!root || (name !== "rss" && name !== "rdf" && name !== "feed"))
		throw explainNoFeed(text, from);
	const document = slim(text, from);
	const opening = text.slice(root.start, root.end);
	const { parseAtomFeed, parseRdfFeed, parseRssFeed } = await loadFeedsmith();
	if (name === "feed") {
		const kind = nameAtom(opening);
		return readAtom(ask(parseAtomFeed, document, kind, from), kind, from.url);
	}
	const [kind, parse] =
		name === "rss"
			? [nameRss(opening), parseRssFeed]
			: [nameRdf(opening), parseRdfFeed];
	return readRss(ask<Channel>(parse, document, kind, from), kind, from.url);
}

type Channel = Parameters<typeof readRss>[0];

/** `feedsmith` takes what has a length for a list, and makes one of that length. */
const withoutLengths = (key: string, value: unknown) =>
	key === "length" ? undefined : value;

function readValue(text: string): unknown {
	try {
		return JSON.parse(text.trim(), withoutLengths);
	} catch {
		return undefined;
	}
}

/** So many fit into the memory that Node.js takes; nobody has a tenth of them, and the rest is not read. */
const maxItems = 300_000;

function nameJson(value: object): string {
	const version = "version" in value ? String(value.version) : "";
	const [, number] =
		/jsonfeed\.org\/version\/(\d(?:\.\d)?)/.exec(version) ?? [];
	if (number === undefined) return "JSON Feed";
	return `JSON Feed ${number === "1" ? "1.0" : number}`;
}

async function parseJson(text: string, from: Origin): Promise<PublishedFeed> {
	const { detectJsonFeed, parseJsonFeed } = await loadFeedsmith();
	const value = readValue(text);
	if (!detectJsonFeed(value)) throw explainNoFeed(text, from);
	const kind = nameJson(value as object);
	const parse = (value: unknown) => parseJsonFeed(value, { maxItems });
	return readJson(ask(parse, value, kind, from), kind, from.url);
}

/**
 * Reads the bytes of a feed.
 * @throws Failure (74, `source-no-feed`) where they are none, whatever they are
 */
export function parsePublished(
	bytes: Uint8Array,
	from: Origin,
): Promise<PublishedFeed> {
	const text = decodeDocument(bytes, from.contentType);
	return /^\s*[{[]/.test(text) ? parseJson(text, from) : parseXml(text, from);
}
