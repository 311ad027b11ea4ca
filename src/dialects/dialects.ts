/** All dialects, and the way to find the one that a site is written in. */

import { astro } from "./astro.ts";
import { common } from "./common.ts";
import type { Dialect, FolderView } from "./dialect.ts";
import { docusaurus } from "./docusaurus.ts";
import { docusaurus1 } from "./docusaurus-1.ts";
import { eleventy } from "./eleventy.ts";
import { harmonic } from "./harmonic.ts";
import { hexo } from "./hexo.ts";
import { hugo } from "./hugo.ts";
import { jekyll } from "./jekyll.ts";
import { mkdocs } from "./mkdocs.ts";
import { next } from "./next.ts";
import { nuxt } from "./nuxt.ts";
import { pelican } from "./pelican.ts";
import { plain } from "./plain.ts";
import { svelte } from "./svelte.ts";
import { vitepress } from "./vitepress.ts";
import { zola } from "./zola.ts";

/** In the order in which they are asked: who reads data files knows best, who asks for packages last. */
const generators: readonly Dialect[] = [
	hexo,
	jekyll,
	zola,
	hugo,
	pelican,
	mkdocs,
	harmonic,
	docusaurus1,
	docusaurus,
	eleventy,
	nuxt,
	vitepress,
	svelte,
	astro,
	next,
];

/** By name, as the configuration has it. */
export const dialects: ReadonlyMap<string, Dialect> = new Map(
	[plain, common, ...generators].map((dialect) => [dialect.name, dialect]),
);

/** Whether a dialect is that of a known generator. */
export function isGenerator({ name }: Dialect): boolean {
	return generators.some((dialect) => dialect.name === name);
}

export interface Recognition {
	readonly dialect: Dialect;
	readonly folder: FolderView;
	/** What shows it (example: `_config.yml`). */
	readonly by: string;
}

/**
 * Finds the generator of a site.
 * @param folders the articles' folder and its parents, from the innermost on
 * @param asked the dialect that the configuration names: then it is only the folder that is looked for
 * @param way by what shows it for certain, or by what it looks like
 */
export function recogniseDialect(
	folders: readonly FolderView[],
	asked: Dialect | undefined,
	way: "recognise" | "suspect",
): Recognition | undefined {
	for (const folder of folders)
		for (const dialect of asked ? [asked] : generators) {
			const by = dialect[way](folder);
			if (by !== undefined) return { dialect, folder, by };
		}
	return undefined;
}

/** Finds the generator that the heads of some articles speak of. */
export function guessDialect(heads: readonly string[]): Dialect | undefined {
	return generators.find(({ ownHead }) =>
		heads.some((head) => ownHead?.test(head)),
	);
}
