/** Where a site has its feeds now: by the files that make them, else where its generator has them by itself. */

import { parseFeedPath, parseFormat } from "../config/paths.ts";
import { Unfit } from "../config/values.ts";
import type { SiteFeed } from "../dialects/dialect.ts";
import type { FormatName } from "../formats/format.ts";

/** The feed that a site has, and how it is known. */
export interface PresentFeed {
	/** Begins and ends with `/`. */
	readonly path: string;
	/** The files that it has now. */
	readonly formats: Readonly<Partial<Record<FormatName, string>>>;
	/** The file that makes it; undefined where the generator alone says so. */
	readonly by?: string | undefined;
}

interface FeedFile {
	readonly folder: string;
	readonly name: string;
	readonly format: FormatName;
	readonly by: string;
}

/** Folders whose inside stands at the site's root. */
const published =
	/^(?:(?:src\/)?(?:pages|routes|app|static|content)|server\/routes|source|src)\//;

const atom = /2005\/Atom|<feed\b|\.atom1\(|type:\s*["']?atom/;

function findFormat(name: string, text: string): FormatName {
	if (/json$/i.test(name)) return "json";
	if (/atom/i.test(name)) return "atom";
	if (/rss/i.test(name)) return "rss";
	return atom.test(text) ? "atom" : "rss";
}

/** The address that a file of the site makes, without a slash before it. */
function findAddress(path: string, text: string): string {
	const [, own] =
		/^["']?permalink["']?:\s*["']?\/?([^\s"']+)/m.exec(text) ?? [];
	if (own !== undefined) return own;
	return path
		.replace(published, "")
		.replace(/(?:^|\/)\([^/]*\)(?=\/)/g, "")
		.replace(/\.(?:[cm]?[jt]sx?|njk|liquid|html|erb|php)$/i, "")
		.replace(/^\//, "");
}

function readFeedFile(path: string, by: string, text: string): FeedFile[] {
	const address = findAddress(path, text);
	const at = address.lastIndexOf("/") + 1;
	const name = address.slice(at);
	// One for each tag or language is made by code.
	if (/[[\]{}:$]/.test(address) || !/\.(?:xml|rss|atom|json)$/i.test(name))
		return [];
	return [
		{
			folder: `/${address.slice(0, at)}`,
			name,
			format: findFormat(name, text),
			by,
		},
	];
}

/** Takes only what a configuration can say. */
function checkFeed({ path, formats, by }: PresentFeed): PresentFeed[] {
	try {
		const named = Object.entries(formats).flatMap(([format, file]) => {
			const name = parseFormat(file);
			return name === false ? [] : [[format, name]];
		});
		if (named.length === 0) return [];
		const checked: Record<string, string> = Object.fromEntries(named);
		return [{ path: parseFeedPath(path), formats: checked, by }];
	} catch (error) {
		if (error instanceof Unfit) return [];
		throw error;
	}
}

/** Feeds of one folder are one; the outermost folder comes first. */
function findByFiles(
	files: readonly string[],
	site: string,
	read: (file: string) => string | undefined,
): PresentFeed[] {
	const start = site === "" ? "" : `${site}/`;
	const found = files
		.filter((file) => file.startsWith(start))
		.flatMap((file) =>
			readFeedFile(file.slice(start.length), file, read(file) ?? ""),
		);
	const depth = (folder: string) => folder.split("/").length;
	const folders = [...new Set(found.map(({ folder }) => folder))].sort(
		(a, b) => depth(a) - depth(b),
	);
	return folders.flatMap((folder) => {
		const own = found.filter((file) => file.folder === folder).reverse();
		return checkFeed({
			path: folder,
			formats: Object.fromEntries(
				own.map(({ format, name }) => [format, name]),
			),
			by: own.at(-1)?.by,
		});
	});
}

/** A generator's own feed of everything; its files may lie in a folder of their own (`feeds/all.xml`). */
function readSiteFeed({ path, formats, each }: SiteFeed): PresentFeed[] {
	if (each !== undefined) return [];
	const files = Object.entries(formats).map(([format, file]) => {
		const parts = `${path}/${file}`.split("/").filter(Boolean);
		return { format, name: parts.pop() ?? "", folder: `/${parts.join("/")}` };
	});
	const folder = files[0]?.folder ?? "/";
	const own = files.filter((file) => file.folder === folder);
	return checkFeed({
		path: folder,
		formats: Object.fromEntries(own.map(({ format, name }) => [format, name])),
	});
}

/**
 * Finds the feed of everything that a site has now.
 * @param files what may make feeds, relative to the folder that was looked at
 * @param site the folder in which the generator works
 * @param read gives a file's text
 */
export function findPresentFeed(
	files: readonly string[],
	site: string,
	siteFeeds: readonly SiteFeed[] = [],
	read: (file: string) => string | undefined,
): PresentFeed | undefined {
	const [byFile] = findByFiles(files, site, read);
	return byFile ?? siteFeeds.flatMap(readSiteFeed)[0];
}

/** Names for the formats that a site has not had, in order of preference. */
const names: Readonly<Record<FormatName, readonly string[]>> = {
	rss: ["rss.xml", "feed.rss"],
	atom: ["atom.xml", "feed.atom"],
	json: ["feed.json", "json-feed.json"],
};

/** Gives each format a file: those that the site has keep theirs. */
export function completeFormats(
	formats: PresentFeed["formats"],
): Record<FormatName, string> {
	const taken = new Set(
		Object.values(formats).map((name) => name.toLowerCase()),
	);
	const choose = (format: FormatName) =>
		formats[format] ??
		names[format].find((name) => !taken.has(name)) ??
		`feedwright-${format}.xml`;
	return { rss: choose("rss"), atom: choose("atom"), json: choose("json") };
}
