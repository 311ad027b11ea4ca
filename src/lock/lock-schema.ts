/** What the lines of a lock must hold, and what they cannot say together. */

import * as v from "valibot";
import { readInstant } from "../dates.ts";
import {
	isWithin,
	type Lock,
	type LockedArticle,
	type LockedFeed,
	type Range,
} from "./lock.ts";

/** Of the lock's format. */
export const version = 1;

const text = v.pipe(v.string(), v.minLength(1));
/** Nobody writes more, and arithmetic stays exact. */
const maxNumber = 1_000_000_000;
const number = v.pipe(
	v.number(),
	v.safeInteger(),
	v.minValue(1),
	v.maxValue(maxNumber),
);
const instant = v.pipe(
	v.string(),
	v.rawTransform<string, number>(({ dataset, addIssue, NEVER }) => {
		const read = readInstant(dataset.value);
		if (read !== undefined) return read;
		addIssue({ message: "is no instant" });
		return NEVER;
	}),
);
const texts = v.optional(v.array(text));
const address = v.pipe(text, v.url());

const article = v.object({
	number,
	id: text,
	ids: v.optional(
		v.object({
			rss: v.optional(text),
			atom: v.optional(text),
			json: v.optional(text),
		}),
	),
	former: texts,
	path: text,
	url: address,
	was: texts,
	date: instant,
	redated: v.optional(instant),
	updated: v.optional(instant),
	title: v.optional(text),
	hash: text,
	sketch: v.optional(v.string(), ""),
	closed: v.optional(v.boolean()),
	retracted: v.optional(instant),
});

const feed = v.object({
	feed: text,
	id: text,
	of: v.optional(text),
	where: v.optional(text),
	archives: v.optional(v.array(v.tuple([number, number]))),
});

const isFeed = (value: unknown) =>
	typeof value === "object" && value !== null && Object.hasOwn(value, "feed");

export const document = v.object({
	version: v.literal(version),
	published: v.array(
		v.lazy((value) => (isFeed(value) ? feed : article)) as v.GenericSchema<
			unknown,
			v.InferOutput<typeof feed> | v.InferOutput<typeof article>
		>,
	),
});

type Line = v.InferOutput<typeof document>["published"][number];

/** Parts the lines of feeds from those of articles. */
export function sortLines(lines: readonly Line[]): Lock {
	const feeds: LockedFeed[] = [];
	const articles: LockedArticle[] = [];
	for (const line of lines)
		if ("feed" in line) {
			const { feed: path, ...rest } = line;
			feeds.push({ path, ...rest });
		} else articles.push(line);
	return { feeds, articles };
}

/** What no build writes and no merge makes of what builds have written. */
export function findNonsense({ feeds, articles }: Lock): string | undefined {
	const last = articles.reduce((max, { number }) => Math.max(max, number), 0);
	const all: Range[] = [];
	for (const { path, archives = [] } of feeds) {
		const ordered = [...archives].sort(([a], [b]) => a - b);
		for (const [index, [first, end]] of ordered.entries()) {
			const before = ordered[index - 1]?.[1] ?? 0;
			if (first > end || first <= before || end > last)
				return `${first}-${end} can be no archive of the feed ${path}`;
		}
		all.push(...ordered);
	}
	const stray = articles.find(
		({ number, closed }) =>
			closed && !all.some((range) => isWithin(number, range)),
	);
	return stray === undefined
		? undefined
		: `the number ${stray.number} is in no feed's archives, and was in one`;
}
