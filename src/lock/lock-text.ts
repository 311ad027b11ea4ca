/**
 * The lock as text: JSON with one list, and in it one line for each feed and article. They are sorted by a hash, so that those
 * which two branches add seldom stand side by side, where git would see a conflict; and where it puts them together, in
 * whatever order, they are what they were.
 */

import { hash } from "node:crypto";
import * as v from "valibot";
import { compareText } from "../characters.ts";
import { findJsonPlaces } from "../config/json.ts";
import { formatInstant } from "../dates.ts";
import { type Diagnostic, Failure } from "../diagnostics.ts";
import {
	keyOfFeed,
	type Lock,
	type LockedArticle,
	type LockedFeed,
} from "./lock.ts";
import { document, findNonsense, sortLines, version } from "./lock-schema.ts";

/** What a merge leaves that git could not settle. */
const conflict = /(?:^|\n)(?:<{7}|={7}|>{7}|\|{7})(?: [^\n]*)?(?=\r?\n|$)/;

/** The restoring of a lock never loses what it remembers: it is in the history. */
const restore = (file: string) =>
	`Take it as it was last committed (git checkout HEAD -- ${file}) and build again. Never delete it: every article would be shown again.`;

function locate(source: string, offset: number): number {
	return source.slice(0, offset).split("\n").length;
}

function fail(diagnostic: Omit<Diagnostic, "severity">): never {
	throw new Failure(2, diagnostic);
}

/** Commas are what people forget who settle a conflict by hand; between two lines they can mean one thing only. */
function mendCommas(source: string): string {
	return source
		.replace(/\}([ \t\r]*\n\s*)\{/g, "},$1{")
		.replace(/,([ \t\r]*\n\s*)\]/g, "$1]");
}

function parseJson(source: string, file: string): unknown {
	const mended = mendCommas(source);
	try {
		return JSON.parse(mended);
	} catch (error) {
		const { message, line, column } = findJsonPlaces(mended).mistake ?? {
			message: (error as SyntaxError).message,
		};
		return fail({
			code: "lock-broken",
			message: `the lock is not JSON: ${message}`,
			hint: restore(file),
			file,
			line,
			column,
		});
	}
}

/** Says where and what is wrong, by the first issue. */
function failShape(
	{ path, message, input }: v.BaseIssue<unknown>,
	source: string,
	file: string,
): never {
	const keys = (path ?? []).map(({ key }) => key as string | number);
	const name = keys
		.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
		.join("")
		.replace(/^\./, "");
	const isNewer =
		name === "version" && typeof input === "number" && input > version;
	fail({
		code: isNewer ? "lock-newer" : "lock-broken",
		message: isNewer
			? `the lock was written by a newer feedwright (version ${input})`
			: `the lock is broken: ${name || "it"} ${input === undefined ? "is missing" : "is not as it should be"} (${message})`,
		hint: isNewer ? "Update feedwright here." : restore(file),
		file,
		...findJsonPlaces(mendCommas(source)).find(keys),
	});
}

/**
 * Reads a lock.
 * @param file its name, for messages
 * @throws {Failure} 2 where it holds conflict markers (`lock-conflict`), is broken, or was written by a newer feedwright
 */
export function parseLock(source: string, file: string): Lock {
	const marker = conflict.exec(source);
	if (marker !== null)
		fail({
			code: "lock-conflict",
			message: "the lock holds conflict markers of a merge",
			hint: "Keep the lines of both sides, delete the lines of <<<<<<<, ======= and >>>>>>>, and build again: numbers that stand twice are given anew.",
			file,
			line: locate(source, marker.index + marker[0].length),
		});
	// JSON.parse would take the last of two lists, and forget the other.
	if ((source.match(/(?<!\\)"published"\s*:/g) ?? []).length > 1)
		fail({
			code: "lock-broken",
			message: "the lock holds two lists",
			hint: 'Put the lines of both into one list, below one line of "published", and build again.',
			file,
		});
	const result = v.safeParse(document, parseJson(source, file), {
		abortEarly: true,
	});
	if (!result.success) return failShape(result.issues[0], source, file);
	const lock = sortLines(result.output.published);
	const mistake = findNonsense(lock);
	if (mistake !== undefined)
		fail({
			code: "lock-broken",
			message: `the lock is broken: ${mistake}`,
			hint: restore(file),
			file,
		});
	return lock;
}

/** The sign by which a line is sorted. */
function createKey(name: string): string {
	return hash("sha256", name, "hex").slice(0, 12);
}

const formatOptional = (time: number | undefined) =>
	time === undefined ? undefined : formatInstant(time);

const orAbsent = <T>(list: readonly T[] | undefined) =>
	list !== undefined && list.length > 0 ? list : undefined;

function formatArticle(one: LockedArticle): string {
	return JSON.stringify({
		key: createKey(one.id),
		number: one.number,
		closed: one.closed || undefined,
		id: one.id,
		ids: one.ids,
		former: orAbsent(one.former),
		path: one.path,
		url: one.url,
		was: orAbsent(one.was),
		title: one.title,
		date: formatInstant(one.date),
		redated: formatOptional(one.redated),
		updated: formatOptional(one.updated),
		hash: one.hash,
		sketch: one.sketch || undefined,
		retracted: formatOptional(one.retracted),
	});
}

function formatFeed(one: LockedFeed): string {
	return JSON.stringify({
		key: createKey(`feed ${keyOfFeed(one)}`),
		feed: one.path,
		id: one.id,
		of: one.of,
		where: one.where,
		archives: one.archives,
	});
}

/** Writes a lock; the same lock always gives the same bytes. */
export function formatLock({ feeds, articles }: Lock): string {
	// Each line begins with its key.
	const lines = [...feeds.map(formatFeed), ...articles.map(formatArticle)];
	return `{
  "about": "By these ids subscribers know what feedwright has published. Commit this file (feedwright, docs/identity.md).",
  "version": ${version},
  "published": [${lines
		.sort(compareText)
		.map((line) => `\n    ${line}`)
		.join(",")}
  ]
}
`;
}
