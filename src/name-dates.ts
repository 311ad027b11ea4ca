/**
 * Dates in the names of files, folders and addresses, as Jekyll (https://jekyllrb.com/docs/posts/), Hugo, Zola and sites
 * with generators of their own write them. Only the numbers count: nothing is looked for in words.
 */

import { countDays } from "./dates.ts";

/** A date, `YYYY-MM-DD`, and what a name says besides. */
export interface NameDate {
	readonly date: string;
	readonly rest: string;
}

// A time may follow: it is left out, since colons cannot stand in every file system's names and offsets rarely do.
const DATED =
	/^(\d{4})([-_])(\d{1,2})\2(\d{1,2})(?:t\d{2}[-_:.]?\d{2}(?:[-_:.]?\d{2})?z?)?(?:[-_ ](.*))?$/is;

// Eight digits are a date only if they can be one: names begin with numbers of other kinds too.
const PACKED =
	/^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-_ ](.*)$/s;

const FOLDERS = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?=\/|$)/g;

const join = (year = "", month = "", day = "") =>
	`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

function isReal(date: string): boolean {
	const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
	return day >= 1 && day <= countDays(year, month);
}

/**
 * Finds the date with which a name begins: `2024-1-2-hello`, `2024-01-02_hello` and `20240102-hello` have the date
 * `2024-01-02` and the rest `hello`.
 * @param name without the extension.
 * @returns the date with its zeros, which may be one that does not exist; undefined when there is none.
 */
export function readNameDate(name: string): NameDate | undefined {
	const [dated, year, , month, day, rest = ""] = DATED.exec(name) ?? [];
	if (dated !== undefined) return { date: join(year, month, day), rest };
	const [packed, y, m, d, remains = ""] = PACKED.exec(name) ?? [];
	return packed === undefined
		? undefined
		: { date: join(y, m, d), rest: remains };
}

/** Finds the last three parts of a path that are a date: `["2025", "10", "07"]`. */
function findParts(parts: readonly string[]): string | undefined {
	for (let end = parts.length; end >= 3; end--) {
		const date = findPathDate(parts.slice(end - 3, end).join("/"));
		if (date !== undefined) return date;
	}
	return undefined;
}

/**
 * Finds the date that the folders of a file say, which its name may complete: `2025/10/07/hello`, `2025/10/07`,
 * `2024-01-02-hello/index`, `2021/02-01-hello`.
 * @param name without the extension.
 * @returns the date and the name without what it has of it; undefined when there is none, or it does not exist.
 */
export function readFolderDate(
	folders: readonly string[],
	name: string,
): NameDate | undefined {
	const inFolders = findParts(folders);
	if (inFolders !== undefined) return { date: inFolders, rest: name };
	const last = folders.at(-1) ?? "";
	const own = findPathDate([...folders.slice(-2), name].join("/"));
	if (own !== undefined) return { date: own, rest: "" };
	const completed = /^\d{4}$/.test(last) && /^\d{2}-\d{2}(?!\d)/.test(name);
	const dated = readNameDate(completed ? `${last}-${name}` : last);
	if (!dated || !isReal(dated.date)) return undefined;
	return completed ? dated : { date: dated.date, rest: name };
}

/**
 * Finds the first date in an address: `2014/12/12/1.0-Timeline` and `/news/2014/12/12/x` have `2014-12-12`.
 * @returns undefined when there is none that exists.
 */
export function findPathDate(text: string): string | undefined {
	for (const [, year, month, day] of text.matchAll(FOLDERS)) {
		const date = join(year, month, day);
		if (isReal(date)) return date;
	}
	return undefined;
}
