/** Whether what is wrong with a site keeps everything from being written. */

import type { Arguments } from "../arguments.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { SiteBuild } from "./site-build.ts";

/** Whether what was reported keeps everything from being written. */
export function isRefused(
	{ ofArticles, ofFeeds }: Pick<SiteBuild, "ofArticles" | "ofFeeds">,
	{ strict, keepGoing }: Pick<Arguments, "strict" | "keepGoing">,
): boolean {
	const has = (severity: string, diagnostics: readonly Diagnostic[]) =>
		diagnostics.some((diagnostic) => diagnostic.severity === severity);
	return (
		has("error", ofFeeds) ||
		(has("error", ofArticles) && (strict || !keepGoing)) ||
		(strict && has("warning", [...ofArticles, ...ofFeeds]))
	);
}
