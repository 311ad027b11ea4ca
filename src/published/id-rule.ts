/**
 * The rule by which a generator made its ids of addresses: older articles, which the published feed no longer holds, get
 * by it the ids that their subscribers know. An id is a beginning that is the same for all, but perhaps for the article's
 * date, and the end of the article's address.
 */

import { formatInstant } from "../dates.ts";
import { type IdTail, idTails } from "./id-tails.ts";

/** By what an id is made. */
export interface Addressed {
	/** Absolute, of http(s). */
	readonly url: string;
	/** Milliseconds since the epoch. */
	readonly date: number;
}

export interface IdRule {
	/** For people (example: `the address without its closing slash`). */
	readonly name: string;
	/** The article's id; its address where the rule says nothing of it. */
	readonly apply: (article: Addressed) => string;
}

type Pair = Addressed & { readonly id: string };

/** Fewer pairs agree by chance. */
const fewest = 3;

const theAddress: IdRule = { name: "the address", apply: ({ url }) => url };

/** What an id begins with, and what it leaves out of the tail's beginning. */
interface Head {
	readonly text: string;
	readonly dropped: string;
}

/** A word that goes on before a tail makes it another word. */
const endsInWord = /[\p{L}\p{N}]$/u;

/** Where a tail may begin: at any of its slashes or behind one. */
function listStarts(tail: string, { isLastPart }: IdTail): number[] {
	if (isLastPart) return [0];
	return [...tail.matchAll(/\//g)].flatMap(({ index }) => [index, index + 1]);
}

/** Finds what an id and a tail have before their longest common end; a year is no base path, for older articles differ. */
function findHead({ id, url }: Pair, tail: IdTail): Head | undefined {
	const text = tail.write(url);
	for (const start of listStarts(text, tail)) {
		const end = text.slice(start);
		if (!/[^/]/.test(end)) return undefined;
		if (!id.endsWith(end)) continue;
		const head = {
			text: id.slice(0, -end.length),
			dropped: text.slice(0, start),
		};
		const isCut = !end.startsWith("/") && endsInWord.test(head.text);
		const hasYear = /\/\d+(?:\/|$)/.test(head.dropped);
		return isCut || hasYear ? undefined : head;
	}
	return undefined;
}

interface DateSpelling {
	/** For people. */
	readonly says: string;
	readonly write: (date: number) => string;
}

const writeDay = (date: number) => formatInstant(date).slice(0, 10);

/** In UTC, as generators have it that put it into ids. */
const dateSpellings: readonly DateSpelling[] = [
	{ says: "YYYY-MM-DD", write: writeDay },
	{ says: "YYYY/MM/DD", write: (date) => writeDay(date).replace(/-/g, "/") },
	{
		says: "YYYY/MM",
		write: (date) => writeDay(date).slice(0, 7).replace("-", "/"),
	},
];

/** Ways to write a head: with the article's date for what is the date of the one that it was found in, else as it is. */
function listHeads(
	head: Head,
	{ date }: Pair,
): ((date: number | undefined) => string)[] {
	const dated = dateSpellings.flatMap(({ says, write }) => {
		const [before = "", ...rest] = head.text.split(write(date));
		const after = rest.join(write(date));
		if (rest.length === 0) return [];
		return [
			(of: number | undefined) =>
				before + (of === undefined ? says : write(of)) + after,
		];
	});
	return [...dated, () => head.text];
}

const isAddress = (text: string) => /^https?:\/\//i.test(text);

function nameWhole(head: string, dropped: string, url: string): string {
	const { origin } = new URL(url);
	const below = dropped.replace(/\/$/, "");
	if (isAddress(head)) {
		if (head === origin && dropped === "") return "the address";
		const instead = below === "" ? "" : ` in place of ${origin}${below}`;
		return `the address at ${head}${instead}`;
	}
	const path = `the path of the address${below === "" ? "" : ` below ${below}`}`;
	return head === "" ? path : `${head} and ${path}`;
}

function nameRule(
	head: string,
	dropped: string,
	{ isLastPart, says }: IdTail,
	url: string,
): string {
	if (!isLastPart) return nameWhole(head, dropped, url) + says;
	const part = `the last part of the address${says}`;
	return head === "" ? part : `${head} and ${part}`;
}

/** Takes a base path away; undefined where a tail does not lie below it. */
function dropBase(tail: string, base: string): string | undefined {
	const rest = tail.slice(base.length);
	const isWhole = /(?:^|\/)$/.test(base) || rest.startsWith("/");
	return tail.startsWith(base) && isWhole ? rest : undefined;
}

/** Lists the rules by which the first id may have been made with a tail. */
function listRules(first: Pair, tail: IdTail): IdRule[] {
	const head = findHead(first, tail);
	if (head === undefined) return [];
	const { dropped } = head;
	return listHeads(head, first).map((write) => ({
		name: nameRule(write(undefined), dropped, tail, first.url),
		apply: ({ url, date }) => {
			const rest = dropBase(tail.write(url), dropped);
			return rest === undefined ? url : write(date) + rest;
		},
	}));
}

function isReadable(pairs: readonly Pair[]): boolean {
	const urls = new Set(pairs.map(({ url }) => url));
	return urls.size >= fewest && pairs.every(({ url }) => URL.canParse(url));
}

/**
 * Finds the rule that all pairs follow.
 * @returns undefined where there is none, or too few pairs to tell
 */
export function findIdRule(pairs: readonly Pair[]): IdRule | undefined {
	const [first] = pairs;
	if (first === undefined || !isReadable(pairs)) return undefined;
	const isFollowed = ({ apply }: IdRule) =>
		pairs.every((pair) => apply(pair) === pair.id);
	if (isFollowed(theAddress)) return theAddress;
	for (const tail of idTails) {
		const rule = listRules(first, tail).find(isFollowed);
		if (rule !== undefined) return rule;
	}
	return undefined;
}
