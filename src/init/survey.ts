/** Looks through a folder for what could be articles, and for the files by which a site makes its feeds. */

import { common } from "../dialects/common.ts";
import { createFindField } from "../find-field.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import { findPathDate, readFolderDate, readNameDate } from "../name-dates.ts";
import { readSourcePath } from "../source-paths.ts";

/** How a folder is looked at; paths are relative to it, with `/`, and its own is empty. */
export interface Disk {
	/** Names of what is in a folder, those of folders with a `/` behind them. */
	readonly list: (folder: string) => readonly string[];
	/** Reads a text file; undefined where it cannot be read. */
	readonly read: (file: string) => string | undefined;
}

/** A Markdown file that looks like an article. */
export interface Candidate {
	readonly path: string;
	/** Where it and its like lie: without the folder of its own, and those of years, months and days. */
	readonly folder: string;
	/** Otherwise it has a title alone. */
	readonly isDated: boolean;
}

export interface Survey {
	readonly candidates: readonly Candidate[];
	/** Files that are feeds or make them (examples: `src/pages/rss.xml.js`, `feed.xml`). */
	readonly feedFiles: readonly string[];
	/** How many Markdown files and folders were looked at. */
	readonly files: number;
	readonly folders: number;
}

/** No site has more; a whole disk must not be waited for. */
const maxFiles = 50_000;
const maxFolders = 50_000;
const maxDepth = 12;

/** What generators make, what packages bring, and what articles are made from. */
const otherFolders =
	/(?:^|\/)(?:\..*|node_modules|bower_components|vendor|dist|public|_site|build|coverage|target|_data|_drafts|_includes|_layouts|layouts|_templates|templates|archetypes|scaffolds|packages\/[^/]+\/docs)$/;

const isArticle = (name: string) => /\.(?:md|mdx|markdown)$/i.test(name);

/** A file that is a feed, or one of code or a template that makes it; SvelteKit and Next.js have folders of that name. */
const feedFile =
	/^(?:(?:[\w-]+[-_.])?(?:feed|rss2?|atom)|index)\.(?:xml|rss|atom)(?:\/|\.[a-z]{2,5})?$|^feed\.json(?:\/|\.[a-z]{2,5})?$|^(?:feed|rss|atom)[\w.-]*\.(?:njk|liquid)$/i;

/** Years, months and days. */
const dated = /^(?:\d{4}(?:-\d{2}){0,2}|\d{1,2})$/;

function findFolder(path: string): string {
	const parts = path.split("/");
	const name = parts.pop() ?? "";
	if (/^(?:index|\+page|page)\./i.test(name)) parts.pop();
	while (dated.test(parts.at(-1) ?? "")) parts.pop();
	return parts.join("/");
}

/** Under which an article's whole address stands, as sites moved from elsewhere have it. */
const addressKeys = ["permalink", "path", "url"];

/** Whether a file is an article by what it and its name say; undefined where it is none. */
function readCandidate(path: string, text: string): Candidate | undefined {
	const own = readSourcePath(path, path, common, []);
	const frontMatter = readFrontMatter(text, path, () => {}, common.fences);
	const values = frontMatter?.values ?? new Map();
	if (common.isLeftOut(own, values)) return undefined;
	const find =
		frontMatter && createFindField(frontMatter, common, path, () => {});
	const isDated =
		addressKeys.some((key) => findPathDate(String(values.get(key)))) ||
		/\d/.test(String(find?.("date")?.value ?? "")) ||
		readNameDate(own.name) !== undefined ||
		readFolderDate(own.folders, own.name) !== undefined;
	if (!isDated && (!find?.("title") || common.isPage(own, values)))
		return undefined;
	return { path, folder: findFolder(path), isDated };
}

/** Lists a folder and all below it that can hold articles, the outer ones first. */
function listFolders({ list }: Disk) {
	const folders = [{ path: "", depth: 0, names: list("") }];
	for (const { path, depth, names } of folders)
		for (const name of names) {
			if (folders.length >= maxFolders) return folders;
			if (!name.endsWith("/") || depth >= maxDepth) continue;
			const below = path + name;
			if (otherFolders.test(below.slice(0, -1))) continue;
			folders.push({ path: below, depth: depth + 1, names: list(below) });
		}
	return folders;
}

/** Looks through a folder and all below it. */
export function surveyFolder(disk: Disk): Survey {
	const candidates: Candidate[] = [];
	const feedFiles: string[] = [];
	let files = 0;
	const folders = listFolders(disk);
	for (const { path, names } of folders)
		for (const name of names) {
			if (feedFile.test(name)) feedFiles.push(path + name.replace(/\/$/, ""));
			if (!isArticle(name) || files >= maxFiles) continue;
			files++;
			const text = disk.read(path + name);
			const candidate =
				text === undefined ? undefined : readCandidate(path + name, text);
			if (candidate) candidates.push(candidate);
		}
	return { candidates, feedFiles, files, folders: folders.length };
}
