/** Makes a configuration of what was found, and says what there is to do beside it. */

import { fillConfig } from "../config/site-facts.ts";
import type { Generator } from "../disk/generator.ts";
import { type ConfigDraft, joinWords } from "./config-text.ts";
import { completeFormats, type PresentFeed } from "./feeds.ts";
import type { Choice } from "./places.ts";

/** What a configuration is made of. */
export interface Found {
	/** The name of the folder that was looked at, and how messages name it. */
	readonly name: string;
	readonly folder: string;
	readonly generator: Generator;
	/** The generator's folder, relative to the one that was looked at; empty for that one itself. */
	readonly site: string;
	readonly choice: Choice;
	readonly feed: PresentFeed | undefined;
	/** Whether the folder `dist` is somebody else's. */
	readonly isDistTaken: boolean;
}

/** The folders that generators write their sites to, as long as nobody says otherwise. */
const outputs: Readonly<Record<string, string>> = {
	astro: "dist",
	docusaurus: "build",
	"docusaurus-1": "build",
	eleventy: "_site",
	harmonic: "public",
	hexo: "public",
	hugo: "public",
	jekyll: "_site",
	mkdocs: "site",
	next: "out",
	nuxt: "dist",
	pelican: "output",
	svelte: "build",
	vitepress: ".vitepress/dist",
	zola: "public",
};

const inFolder = (folder: string, name: string) =>
	folder === "" ? name : `${folder}/${name}`;

/** What shows the generator, relative to the folder that was looked at; it may be the generator's folder itself. */
export function findSign({ generator: { by }, site }: Found) {
	if (by === undefined) return undefined;
	return `/${site}/`.endsWith(`/${by}`) ? `${site}/` : inFolder(site, by);
}

/** What the site's own data files say, and which keys they leave to the configuration. */
function readSiteKeys({ generator, name, site }: Found) {
	const { filled } = fillConfig({}, generator.facts);
	const missing = (key: string) => !filled.includes(key);
	const files = generator.files.map((file) => inFolder(site, file));
	return {
		site: {
			...(missing("url") && { url: "https://www.example.org/" }),
			...(missing("title") && { title: name.trim() || "My site" }),
		},
		taken: files.length === 0 ? [] : filled,
		files,
	};
}

function describeGenerator(
	found: Found,
	taken: readonly string[],
	files: readonly string[],
): string[] {
	const { dialect } = found.generator;
	const sign = findSign(found);
	const shows = sign === undefined ? "" : `, which ${sign} shows`;
	const keys = taken.map((key) => `site.${key}`);
	const from = `${joinWords(keys)} ${keys.length === 1 ? "is" : "are"} taken from ${joinWords(files)}.`;
	return [
		dialect.name === "common"
			? "Nothing shows which generator the articles were written for."
			: `The articles are read as those of ${dialect.title}${shows}.`,
		...(taken.length > 0 ? [from] : []),
	];
}

/** How it is known where the feed is that the site has now. */
export function describePresence({ feed, generator }: Found): string {
	return feed?.by === undefined
		? `usual for ${generator.dialect.title}`
		: `made by ${feed.by}`;
}

/** The feeds that generators have beside that of everything. */
const moreFeeds: Readonly<Record<string, string>> = {
	hugo: ' Hugo has one for each section, too, such as /post/index.xml: { path: "/:section/", each: "section" }.',
};

/** Three formats, of which the site has had some. */
function draftFeeds(found: Found) {
	const { feed, generator } = found;
	if (feed === undefined) return {};
	const present = Object.values(feed.formats).map((file) => feed.path + file);
	const check =
		feed.by === undefined ? "; check that your site's feed is there" : "";
	return {
		feeds: feed.path === "/" ? undefined : [{ path: feed.path }],
		formats: completeFormats(feed.formats),
		reason: `${joinWords(present)} ${present.length === 1 ? "is" : "are"} ${describePresence(found)}${check}.${moreFeeds[generator.dialect.name] ?? ""}`,
	};
}

/** Makes a configuration of what was found. */
export function draftConfig(found: Found): ConfigDraft {
	const { choice, generator, isDistTaken } = found;
	const { site, taken, files } = readSiteKeys(found);
	const { reason, ...feeds } = draftFeeds(found);
	const { dialect } = generator;
	const ofGenerator = outputs[dialect.name] === "dist";
	return {
		...(Object.keys(site).length > 0 && { site }),
		articles: choice.articles,
		...feeds,
		...((isDistTaken || ofGenerator) && { output: "feeds" }),
		reasons: {
			head: describeGenerator(found, taken, files),
			articles: describeArticles(choice),
			feeds: reason,
			output: `What is in dist comes from ${ofGenerator ? dialect.title : "elsewhere"}.`,
		},
	};
}

/** The folder that the generator writes to, where it is certain in which folder it works. */
function findPublished({ generator, site }: Found): string | undefined {
	const { dialect, by } = generator;
	const name = outputs[dialect.name];
	const isCertain = by !== undefined && !by.endsWith("/");
	return isCertain && name ? inFolder(site, name) : undefined;
}

function describeArticles({ files, areDated }: Choice): string {
	if (areDated) return `Here lie ${files} files with a date.`;
	return `Here lie ${files} files with a title; none has a date.`;
}

const words: Readonly<Record<string, string>> = {
	url: "address",
	title: "name",
};

/** What there is to do now. */
export function listSteps(
	found: Found,
	draft: ConfigDraft,
	hasLock: boolean,
): string[] {
	const { feed, folder, generator } = found;
	const output = draft.output ?? "dist";
	const published = findPublished(found);
	const missing = Object.keys(draft.site ?? {}).map((key) => words[key] ?? key);
	return [
		...(missing.length > 0
			? [`Write your site's ${joinWords(missing)} into feed.config.ts.`]
			: []),
		...(feed === undefined
			? []
			: [
					"If people subscribe to the present feed, take over its ids before all else: feedwright adopt, its address, --lock.",
				]),
		`Run feedwright build${folder === "." ? "" : ` in ${folder}`}${hasLock ? "" : " --lock"}: it writes the feeds to ${output}.`,
		"Commit feeds.lock.json, which keeps ids for ever. Until the feeds are published it may be deleted, and made anew by build --lock.",
		published === undefined
			? `Publish the files in ${output} with your site.`
			: `After each build of your site, copy them into it: cp -r ${output}/. ${published}/`,
		...(feed === undefined
			? []
			: [
					`Turn off the feed that ${feed.by ?? generator.dialect.title} makes, if there is one: ours takes its address.`,
				]),
	];
}
