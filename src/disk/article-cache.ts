/**
 * Remembers between builds what articles said, so that those that have not changed are neither opened nor parsed. An article
 * is known by its file's size and times; its ctime no program can set. What gave any message is read anew each time, so
 * that messages are always told. The cache may be deleted at any time, and nothing ever depends on it.
 */

import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	type Stats,
	statSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Article } from "../article.ts";
import type { Memory } from "../build.ts";
import type { SourceFile } from "./sources.ts";

/** So few are read as quickly as a cache. */
const minArticles = 500;

/** In milliseconds; within this a file may change twice and show one time, as Git knows (`racy-git`). */
const racyTime = 2000;

type StoredArticle = Omit<Article, "file" | "path" | "place">;

type Entry = readonly [
	stamp: string,
	article: StoredArticle | "draft" | "page",
];

interface Stored {
	readonly fingerprint: string;
	readonly entries: Readonly<Record<string, Entry>>;
}

export interface ArticleCache extends Memory<SourceFile> {
	/** What an article's file is, where it has not complained. */
	readonly stampOf: (file: string) => string | undefined;
	/** Takes what a file was when it was opened. */
	readonly see: (source: SourceFile, stat: Stats) => void;
	/** Writes what is to be remembered, where that is something else than before; a disk that refuses is no mistake. */
	readonly save: () => void;
}

/** Finds the cache's folder: beside other tools' where there is `node_modules`, else one of its own. */
export function findCacheFolder(root: string, cache: string | true): string {
	if (cache !== true) return path.resolve(root, cache);
	const modules = path.join(root, "node_modules");
	return existsSync(modules)
		? path.join(modules, ".cache", "feedwright")
		: path.join(root, ".feedwright");
}

function load(file: string, fingerprint: string): Stored["entries"] {
	try {
		const stored: Stored = JSON.parse(readFileSync(file, "utf8"));
		return stored.fingerprint === fingerprint ? stored.entries : {};
	} catch {
		return {};
	}
}

function store(folder: string, file: string, stored: Stored): void {
	try {
		mkdirSync(folder, { recursive: true });
		if (path.basename(folder) === ".feedwright")
			writeFileSync(path.join(folder, ".gitignore"), "*\n");
		const temporary = `${file}.${process.pid}`;
		writeFileSync(temporary, JSON.stringify(stored));
		renameSync(temporary, file);
	} catch {
		// The next build reads all articles again.
	}
}

/**
 * Opens the cache of a site.
 * @param files all articles' files
 * @param program what stands for this very feedwright and its settings; another one's memories are not taken
 */
export function openArticleCache(
	places: { readonly root: string; readonly cache: string | boolean },
	files: readonly SourceFile[],
	program: unknown,
): ArticleCache | undefined {
	const { root, cache } = places;
	if (cache === false || files.length < minArticles) return undefined;
	const folder = findCacheFolder(root, cache);
	const file = path.join(folder, "articles.json");
	const hash = createHash("sha256").update(JSON.stringify(program));
	const fingerprint = hash.digest("hex");
	const before = new Map(Object.entries(load(file, fingerprint)));
	const after: [string, Entry][] = [];
	let isChanged = false;
	const start = Date.now();
	const stamps = new Map<SourceFile, string>();
	const nameOf = createNames(root);
	const known = new Map<string, string>();
	return {
		stampOf: (file) => known.get(file),
		recall(source) {
			const name = nameOf(source);
			const entry = before.get(name);
			if (entry === undefined) return undefined;
			const stat = statSync(source.absolute, { throwIfNoEntry: false });
			if (stat === undefined || entry[0] !== createStamp(stat))
				return undefined;
			after.push([name, entry]);
			const [stamp, article] = entry;
			known.set(source.file, stamp);
			if (article === "draft" || article === "page") return article;
			const { file, path, place } = source;
			return { file, path, place, ...article };
		},
		see(source, stat) {
			// A link may lead elsewhere tomorrow.
			if (!source.isLink && start - stat.ctimeMs >= racyTime)
				stamps.set(source, createStamp(stat));
		},
		keep(source, reading) {
			const stamp = stamps.get(source);
			// What enclosures may say of themselves can't be stored.
			if (stamp === undefined) return;
			if (typeof reading === "object" && reading.attachments.length > 0) return;
			isChanged = true;
			known.set(source.file, stamp);
			after.push([nameOf(source), [stamp, toStored(reading)]]);
		},
		save() {
			if (!isChanged && after.length === before.size) return;
			store(folder, file, { fingerprint, entries: Object.fromEntries(after) });
		},
	};
}

function toStored(reading: Article | "draft" | "page") {
	if (typeof reading !== "object") return reading;
	const { file: _file, path: _path, place: _place, ...article } = reading;
	return article;
}

/** What changes whenever a file does. */
export function createStamp({ size, mtimeMs, ctimeMs, ino }: Stats): string {
	return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** Names files by their path from the configuration, so that the cache moves with its project. */
function createNames(root: string): (source: SourceFile) => string {
	const folders = new Map<string, string>();
	return ({ folder, path: below }) => {
		const known = folders.get(folder);
		const name = known ?? path.relative(root, folder);
		if (known === undefined) folders.set(folder, name);
		return `${name}/${below}`;
	};
}
