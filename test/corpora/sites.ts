/**
 * Real sites' posts, by which the feeds are judged. They lie beside the checkout, or where `FEEDWRIGHT_CORPORA` says, and
 * are only ever read; where they are absent, the tests that ask for them are skipped and say so.
 */

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";

export const corpora =
	process.env.FEEDWRIGHT_CORPORA ??
	fileURLToPath(new URL("../../../shared/corpora", import.meta.url));

export interface Corpus {
	/** Below `corpora`. */
	readonly folder: string;
	readonly url: string;
	readonly articles: string;
}

export const sites: readonly Corpus[] = [
	["11ty-website", "https://www.11ty.dev/", "src/blog"],
	["18f", "https://18f.gsa.gov/", "content/posts"],
	["astro-example", "https://example.com/", "examples/blog/src/content/blog"],
	["electron", "https://www.electronjs.org/", "blog"],
	["eleventy-base-blog", "https://example.com/", "content"],
	["elixir-lang", "https://elixir-lang.org/", "_posts"],
	["hexo-site", "https://hexo.io/", "source/_posts"],
	["jekyll-feed-spec", "http://example.org/", "spec/fixtures"],
	["jekyll-site", "https://jekyllrb.com/", "docs/_posts"],
	["jest-2021-03", "https://jestjs.io/", "website/blog"],
	["jsrocks", "http://jsrocks.org/", "src/posts"],
	["letsencrypt", "https://letsencrypt.org/", "content/en/post"],
	["mehdix-fa", "https://mehdix.ir/", "src"],
	["nodejs-org", "https://nodejs.org/", "apps/site/pages/en/blog"],
	["opensource-guide", "https://opensource.guide/", "_articles"],
	["react-dev", "https://react.dev/", "src/content/blog"],
	["react-native", "https://reactnative.dev/", "website/blog"],
	["rust-blog", "https://blog.rust-lang.org/", "content"],
	["svelte-dev", "https://svelte.dev/", "apps/svelte.dev/content/blog"],
	["syntax-fm", "https://syntax.fm/", "shows"],
	[
		"tailwind-nextjs-starter",
		"https://tailwind-nextjs-starter-blog.vercel.app/",
		"data/blog",
	],
	["tauri", "https://tauri.app/", "src/content/docs/blog"],
	["this-week-in-rust", "https://this-week-in-rust.org/", "content"],
	["zola-docs-tests/test_site", "https://example.com/", "content"],
	["zola-docs-tests/test_site_i18n", "https://example.com/", "content"],
].map(([folder = "", url = "", articles = ""]) => ({ folder, url, articles }));

/** @throws where the table has no such site */
export function findSite(folder: string): Corpus {
	const site = sites.find((candidate) => candidate.folder === folder);
	if (site === undefined) throw new Error(`no site ${folder}`);
	return site;
}

const isHere = existsSync(corpora);

/** A suite that is skipped, and says why, where the corpora are not here. */
export function describeCorpora(name: string, tests: () => void): void {
	const title = isHere ? name : `${name} (skipped: there is no ${corpora})`;
	describe.skipIf(!isHere)(title, tests);
}
