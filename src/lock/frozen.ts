/** What a frozen build says of a lock that is not up to date. */

import type { Article } from "../article.ts";
import { showText } from "../characters.ts";
import type { Report } from "../diagnostics.ts";
import type { LockedArticle } from "./lock.ts";
import { updateHint } from "./notices.ts";
import type { Update } from "./update.ts";

const countSome = (what: string, files: readonly string[]) =>
	files.length === 0
		? []
		: [
				`${what}: ${files.slice(0, 3).map(showText).join(", ")}${files.length > 3 ? ` and ${files.length - 3} more` : ""}`,
			];

/** In a frozen build any change is an error. */
export function reportFrozen(
	{ added, moved, edited, retracted }: Update,
	renumbered: readonly LockedArticle[],
	lockFile: string,
	report: Report,
): void {
	const fileOf = ({ file }: Article) => file;
	const pathOf = ({ path }: LockedArticle) => path;
	const changes = [
		...countSome("new", added.map(fileOf)),
		...countSome("moved", moved.map(fileOf)),
		...countSome("edited", edited.map(fileOf)),
		...countSome("no longer published", retracted.map(pathOf)),
		...countSome("numbered anew", renumbered.map(pathOf)),
	];
	const others = "addresses, dates, words, feeds or archives have changed";
	report({
		severity: "error",
		code: "lock-outdated",
		message: `the lock is not up to date, and --frozen allows no change: ${changes.join("; ") || others}`,
		hint: updateHint,
		file: lockFile,
	});
}
