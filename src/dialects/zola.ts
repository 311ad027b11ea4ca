/** Zola (https://www.getzola.org/documentation/): content below `content`, data in `zola.toml`, once `config.toml`. */

import { quoteParts } from "../addresses.ts";
import { toAsciiSlug } from "../slugs.ts";
import { addKeys, common, listParts } from "./common.ts";
import type { Dialect, FolderView, Naming, SiteFacts } from "./dialect.ts";
import { findText, findValue, listTexts } from "./site-data.ts";

const configurations = ["zola.toml", "config.toml"];

function findConfiguration({ read }: FolderView) {
	const name = configurations.find(
		(each) => findText(read(each), "base_url") !== undefined,
	);
	return name === undefined ? undefined : { name, config: read(name) };
}

/** `ann@example.org (Ann Example)`, as RSS has it. */
function readAuthor(text: string | undefined) {
	const [, email, name] = /^(\S+@\S+) \((.+)\)$/.exec(text ?? "") ?? [];
	if (name !== undefined) return [{ name, email }];
	return text === undefined ? undefined : [{ name: text }];
}

/** A file is RSS or Atom by the template that it is called by. */
function readFeedFiles(files: readonly string[]) {
	if (files.length === 0) return { atom: "atom.xml" };
	const rss = files.find((file) => /rss[^/]*\.xml$/.test(file));
	const atom = files.find((file) => file !== rss && file.endsWith(".xml"));
	return {
		...(rss !== undefined && { rss }),
		...(atom !== undefined && { atom }),
	};
}

/** https://www.getzola.org/documentation/getting-started/configuration/#slugification-strategies */
const slugs: ReadonlyMap<string, SiteFacts["slugs"]> = new Map([
	["safe", "safe"],
	["off", "keep"],
]);

function readSite(folder: FolderView): SiteFacts {
	const { config } = findConfiguration(folder) ?? {};
	const language = findText(config, "default_language") ?? "en";
	const files = findValue(config, "feed_filenames");
	const keepsDates = findValue(config, "slugify.paths_keep_dates") === "true";
	return {
		url: findText(config, "base_url"),
		title: findText(config, "title"),
		description: findText(config, "description"),
		language,
		authors: readAuthor(findText(config, "author")),
		languages: [language, ...listTexts(findValue(config, "languages"))],
		slugs: slugs.get(findText(config, "slugify.paths") ?? "on"),
		slugSource: keepsDates ? "name" : undefined,
		ignored: listTexts(findValue(config, "ignored_content")),
		feeds: [
			{
				path: "/",
				formats: readFeedFiles(
					listTexts(files ?? findValue(config, "feed_filename")),
				),
			},
		],
	};
}

/** Only the last part is made a slug; a language is a suffix, a folder that is called so is a folder. */
function placeArticle({ path }: Naming): string {
	const hasSuffix = path.fileName.includes(`.${path.language}.`);
	const folders = quoteParts(listParts(path).slice(0, -1));
	return `${hasSuffix ? "/:locale" : ""}/${folders}/:slug/`;
}

export const zola: Dialect = {
	...common,
	name: "zola",
	title: "Zola",
	keys: addKeys({
		authors: [
			"authors",
			"taxonomies.authors",
			"taxonomies.author",
			"extra.authors",
			"extra.author",
		],
		categories: ["taxonomies.categories", "taxonomies.category"],
		description: ["description", "extra.summary", "extra.description"],
		image: ["extra.image", "extra.cover", "extra.og_image"],
		permalink: ["path"],
		tags: ["taxonomies.tags", "taxonomies.tag"],
		updated: ["updated"],
	}),
	recognise: (folder) => findConfiguration(folder)?.name,
	suspect: ({ names }) =>
		names.has("config.toml") && names.has("templates/") && names.has("content/")
			? "config.toml"
			: undefined,
	ownHead: /^(?:insert_anchor_links|\[taxonomies\])/m,
	fences: ["toml", "yaml"],
	markup: ["alerts", "zola-shortcodes", "kramdown", "emoji", "math"],
	roots: ["content"],
	indexes: ["index"],
	permalink: placeArticle,
	slugify: toAsciiSlug,
	slugifiesSlugs: true,
	isLeftOut: (path, values) =>
		values.get("render") === "false" || common.isLeftOut(path, values),
	// Its own feeds pass over whatever has no date.
	isPage: () => true,
	readPattern: (path) =>
		`/${quoteParts(path.split("/").filter((part) => part !== ""))}/`,
	readSite,
};
