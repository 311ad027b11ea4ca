/** What an author is told of the lock. */

import type { Article } from "../article.ts";
import { showText } from "../characters.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { isKept, type LockedArticle, type LockMode } from "./lock.ts";
import type { Doubt } from "./pool.ts";

export const updateHint = "Run feedwright build and commit the lock.";

export const describeNew = (
	{ id, file }: Article,
	lockFile: string,
): Diagnostic => ({
	severity: "info",
	code: "lock-new",
	message: `not yet in the lock ${lockFile}; until then its id is ${showText(id)}`,
	hint: `Run feedwright build where you write, and commit ${lockFile}.`,
	file,
});

/** Readers would not show an article whose id they know from another one. */
export const describeTag = (
	{ url, file }: Article,
	id: string,
): Diagnostic => ({
	severity: "info",
	code: "id-tagged",
	message: `its address was another article's, so its id is ${showText(id)}: ${showText(url)}`,
	hint: "Nothing need be done. If it is that article, write that one's id into its front matter.",
	file,
});

export const describeDoubt = ({
	present,
	entry,
	common,
}: Doubt): Diagnostic => ({
	severity: "error",
	code: "move-doubtful",
	message: `this may be ${showText(entry.path)}, which is gone: they have ${common} in common`,
	hint: `If it is that article, write id: ${JSON.stringify(entry.id)} into its front matter. If it is a new one, run feedwright build --lock.`,
	file: present.article.file,
	line: 1,
});

/** An id that is, or ever was, another article's. */
export const describeTaken = ({ file }: Article, id: string): Diagnostic => ({
	severity: "error",
	code: "id-taken",
	message: `"id" is another article's, by the lock: ${showText(id)}`,
	hint: "Give it another id, or none: readers that know the other one would never show it.",
	file,
	line: 1,
});

export function describeIdChange(
	{ file, ownId = "" }: Article,
	id: string,
	mode: LockMode,
): Diagnostic {
	return {
		severity: isKept(mode) ? "warning" : "error",
		code: "id-changed",
		message: `"id" is another one than subscribers know it by, so it is shown to them again: ${showText(ownId)} instead of ${showText(id)}`,
		hint: isKept(mode)
			? `If that is not meant, write id: ${JSON.stringify(id)} instead, also later.`
			: `Take "id" out. If it is meant: ${updateHint}`,
		file,
		line: 1,
	};
}

export const describeMove = (
	{ file }: Pick<Article, "file">,
	{ path, id }: LockedArticle,
): Diagnostic => ({
	severity: "info",
	code: "article-moved",
	message: `this was ${showText(path)}; it keeps its id ${showText(id)}`,
	hint: `Nothing need be done. If it is another article, give it an id of its own: id: "…"`,
	file,
});

export const describeEdit = ({ file }: Pick<Article, "file">): Diagnostic => ({
	severity: "info",
	code: "edited-silently",
	message: `its words have changed, and "updated" has not`,
	hint: 'If readers should know, write "updated: " and the date at its top.',
	file,
});

/** A glob that has become too narrow, or a folder that is not there today. */
export const describeExodus = (
	count: number,
	all: number,
	file: string,
): Diagnostic => ({
	severity: "warning",
	code: "articles-gone",
	message: `${count} of ${all} articles of the lock are no longer there`,
	hint: 'If that is not meant, look at "articles" in the configuration. They keep their ids, and are known again when they come back.',
	file,
});

export const describeRetraction = (
	{ path, id }: LockedArticle,
	file: string,
): Diagnostic => ({
	severity: "info",
	code: "article-retracted",
	message: `${showText(path)} is no longer published; its id ${showText(id)} stays reserved for ever`,
	hint: "Nothing need be done. If it comes back, it is known again.",
	file,
});

export const describeRenumbered = (
	{ path, number }: LockedArticle,
	file: string,
): Diagnostic => ({
	severity: "info",
	code: "lock-renumbered",
	message: `two branches gave one number to two articles; ${showText(path)} has the number ${number} now`,
	hint: "Nothing need be done.",
	file,
});

/** There must be a lock, and there is none. */
export const describeMissing = (why: string, file: string): Diagnostic => ({
	severity: "error",
	code: "lock-missing",
	message: `${why} needs the lock ${file}, and there is none`,
	hint: "Run feedwright build --lock, and commit it.",
});
