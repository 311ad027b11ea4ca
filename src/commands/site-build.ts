/** A site as it would be built now, with nothing written: what `build` writes, `diff` compares and `adopt` matches. */

import { hash } from "node:crypto";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Arguments } from "../arguments.ts";
import { type Build, build } from "../build.ts";
import { loadSettings } from "../config/file.ts";
import type { Settings } from "../config/settings.ts";
import { type Diagnostic, sortDiagnostics } from "../diagnostics.ts";
import { type ArchiveCache, openArchiveCache } from "../disk/archive-cache.ts";
import { findCacheFolder, openArticleCache } from "../disk/article-cache.ts";
import { createFindLength } from "../disk/attachments.ts";
import type { Generator } from "../disk/generator.ts";
import {
	type LockFile,
	type LockWishes,
	openLockFile,
} from "../disk/lock-file.ts";
import {
	listSources,
	readHead,
	readSource,
	readWhole,
	type SourceFile,
} from "../disk/sources.ts";
import type { Outcome } from "../outcome.ts";
import type { CommandSurroundings } from "./command.ts";

export interface SiteBuild extends Build {
	readonly settings: Settings;
	readonly lockFile?: LockFile | undefined;
	/** To be saved when the output is written. */
	readonly archives?: ArchiveCache | undefined;
	/** What is wrong with articles, and with the feeds; more may be added. */
	readonly ofArticles: Diagnostic[];
	readonly ofFeeds: Diagnostic[];
}

/** What a command says that writes no feeds. */
export function describeUnwritten({
	settings,
	articles,
	next,
	ofArticles,
	ofFeeds,
}: SiteBuild): Omit<Outcome, "milliseconds" | "status"> {
	return {
		output: settings.outputShown,
		articles,
		next,
		feeds: [],
		removed: [],
		diagnostics: sortDiagnostics([...ofArticles, ...ofFeeds]),
	};
}

/** What a site's data files say, as text: maps are written as lists. */
function describeGenerator({ dialect, base, facts, people }: Generator) {
	return JSON.stringify([dialect.name, base, facts, people], (_, value) =>
		value instanceof Map ? [...value] : value,
	);
}

/**
 * What stands for this very feedwright and the site's data files. The compiled command alone has a cache: while feedwright
 * itself is written, nothing tells one state of it from another.
 */
function describeProgram({ generator }: Settings) {
	const program = fileURLToPath(import.meta.url);
	if (program.endsWith(".ts")) return undefined;
	const { size, mtimeMs } = statSync(program);
	return [size, mtimeMs, process.versions, describeGenerator(generator)];
}

function openCache(
	settings: Settings,
	files: readonly SourceFile[],
	hasLock: boolean,
	program: unknown,
) {
	if (program === undefined) return undefined;
	const { url, language, timeZone, dateOnlyTime } = settings.site;
	const { permalink } = settings;
	return openArticleCache(settings, files, [
		program,
		[url, language, timeZone, dateOnlyTime, permalink, hasLock],
	]);
}

/** Where articles are remembered, their archives are, too, where there are any; what one shows depends on nothing else. */
function openArchives(
	settings: Settings,
	cache: ReturnType<typeof openCache>,
	program: unknown,
): ArchiveCache | undefined {
	const { root, output, feeds, cache: folder } = settings;
	const hasArchives = feeds.some(({ archive }) => archive !== undefined);
	if (cache === undefined || folder === false || !hasArchives) return undefined;
	const { generator: _, ...others } = settings;
	const { stampOf } = cache;
	return openArchiveCache(findCacheFolder(root, folder), output, {
		// Of each archive's digest it is a part, and a site's data files may be large.
		program: hash("sha256", JSON.stringify([program, others])),
		stampOf,
	});
}

/** Reads a site's configuration, lock and articles, and renders its feeds. */
export async function buildSite(
	{ config, keepGoing }: Pick<Arguments, "config" | "keepGoing">,
	{ workingDirectory, now, pause }: CommandSurroundings,
	wishes: LockWishes & { readonly keepsArchives?: boolean },
): Promise<SiteBuild> {
	const ofArticles: Diagnostic[] = [];
	const ofFeeds: Diagnostic[] = [];
	const reportArticle = (diagnostic: Diagnostic) => ofArticles.push(diagnostic);
	const reportFeeds = (diagnostic: Diagnostic) => ofFeeds.push(diagnostic);
	const settings = await loadSettings(workingDirectory, config, reportFeeds);
	const { root, output, site } = settings;
	const lockFile = openLockFile(root, workingDirectory, wishes);
	const places = { ...settings, workingDirectory };
	const files = await listSources(places, reportArticle);
	const byFile = new Map(files.map((source) => [source.file, source]));
	const siteUrl = site.url;
	const program = describeProgram(settings);
	const cache = openCache(settings, files, lockFile !== undefined, program);
	const archives = wishes.keepsArchives
		? openArchives(settings, cache, program)
		: undefined;
	const readFile = lockFile === undefined ? readHead : readWhole;
	const built = await build(settings, files, {
		now,
		keepGoing,
		findLength: createFindLength({ root, output, siteUrl, workingDirectory }),
		lock: lockFile?.state,
		readHead: (source) =>
			readFile(source, reportArticle, (stat) => cache?.see(source, stat)),
		readText: (file) => {
			const source = byFile.get(file);
			return source && readSource(source, reportArticle);
		},
		memory: cache,
		archives,
		reportArticle,
		reportFeeds,
		pause,
	});
	cache?.save();
	return { ...built, settings, lockFile, archives, ofArticles, ofFeeds };
}
