/** What a command came to, as data: reporters turn it into what people and programs read. */

import type { ArticleCounts, Build } from "./build.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { FormatName } from "./formats/format.ts";
import type { Findings } from "./init/findings.ts";
import type { Adoption } from "./published/adoption.ts";
import type { NamedChanges } from "./published/compare.ts";

/** What became of one file of a feed. */
export interface FeedOutcome {
	/** The file, relative to the output folder, with `/`. */
	readonly path: string;
	/** The feed's own path (example: `/tags/news/`). */
	readonly feed: string;
	/** The numbers of the articles in an archive (example: `51-100`). */
	readonly archive?: string | undefined;
	readonly format: FormatName;
	readonly url: string;
	readonly items: number;
	readonly bytes: number;
	/** False where the file already held these bytes, or nothing was written at all. */
	readonly written: boolean;
}

/** What became of the lock: counts of articles. */
export interface LockOutcome {
	/** As messages name it. */
	readonly file: string;
	/** All that it holds. */
	readonly articles: number;
	readonly added: number;
	readonly moved: number;
	/** Their words have changed, and their authors did not say so. */
	readonly edited: number;
	readonly retracted: number;
	readonly written: boolean;
}

/** What a run came to. */
export interface Outcome {
	/** What the process exits with; the contract names them all. */
	readonly status: 0 | 1 | 2 | 70 | 74;
	/** The output folder as messages name it; absent where the run did not get so far. */
	readonly output?: string | undefined;
	readonly articles: ArticleCounts;
	readonly next?: Build["next"];
	readonly feeds: readonly FeedOutcome[];
	/** Files of earlier builds that are gone, relative to the output folder. */
	readonly removed: readonly string[];
	/** Sorted. */
	readonly diagnostics: readonly Diagnostic[];
	/** What subscribers of published feeds will see. */
	readonly compared?: readonly NamedChanges[] | undefined;
	/** What `adopt` found in published feeds, and whether it is in the lock now. */
	readonly adopted?:
		| (Adoption & {
				readonly lock: { readonly file: string; readonly written: boolean };
		  })
		| undefined;
	/** What became of the lock. */
	readonly lock?: LockOutcome | undefined;
	/** What `init` found, and the configuration that it wrote, as messages name it. */
	readonly found?: Findings | undefined;
	readonly written?: string | undefined;
	readonly milliseconds: number;
}

/** The counts of a run that ended before it read any article. */
export const noArticles: ArticleCounts = {
	read: 0,
	published: 0,
	draft: 0,
	scheduled: 0,
	expired: 0,
	failed: 0,
	pages: 0,
};
