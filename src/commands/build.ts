/** The command `build`: everything is rendered before anything is written. */

import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Arguments } from "../arguments.ts";
import { build } from "../build.ts";
import { loadSettings } from "../config/file.ts";
import type { Settings } from "../config/settings.ts";
import { type Diagnostic, Failure, sortDiagnostics } from "../diagnostics.ts";
import { openArticleCache } from "../disk/article-cache.ts";
import { createFindLength } from "../disk/attachments.ts";
import type { Generator } from "../disk/generator.ts";
import {
	listSources,
	readHead,
	readSource,
	type SourceFile,
} from "../disk/sources.ts";
import type { Outcome } from "../outcome.ts";
import { writeOutput } from "../output/output.ts";
import type { Command } from "./command.ts";

/** Whether what was reported keeps everything from being written. */
function isRefused(
	ofArticles: readonly Diagnostic[],
	ofFeeds: readonly Diagnostic[],
	{ strict, keepGoing }: Arguments,
): boolean {
	const has = (severity: string, diagnostics: readonly Diagnostic[]) =>
		diagnostics.some((diagnostic) => diagnostic.severity === severity);
	return (
		has("error", ofFeeds) ||
		(has("error", ofArticles) && (strict || !keepGoing)) ||
		(strict && has("warning", [...ofArticles, ...ofFeeds]))
	);
}

/** What a site's data files say, as text: maps are written as lists. */
function describeGenerator({ dialect, base, facts, people }: Generator) {
	return JSON.stringify([dialect.name, base, facts, people], (_, value) =>
		value instanceof Map ? [...value] : value,
	);
}

/** The compiled command alone has a cache: while feedwright itself is written, nothing tells one state of it from another. */
function openCache(settings: Settings, files: readonly SourceFile[]) {
	const program = fileURLToPath(import.meta.url);
	if (program.endsWith(".ts")) return undefined;
	const { size, mtimeMs } = statSync(program);
	const { site, permalink, generator } = settings;
	const { url, language, timeZone, dateOnlyTime } = site;
	return openArticleCache(settings, files, [
		[size, mtimeMs, process.versions],
		[url, language, timeZone, dateOnlyTime, permalink],
		describeGenerator(generator),
	]);
}

export const runBuild: Command = async (options, around) => {
	const { workingDirectory, now, pause } = around;
	const ofArticles: Diagnostic[] = [];
	const ofFeeds: Diagnostic[] = [];
	const reportArticle = (diagnostic: Diagnostic) => ofArticles.push(diagnostic);
	const reportFeeds = (diagnostic: Diagnostic) => ofFeeds.push(diagnostic);

	const settings = await loadSettings(
		workingDirectory,
		options.config,
		reportFeeds,
	);
	const { root, output } = settings;
	const files = await listSources(
		{ ...settings, workingDirectory },
		reportArticle,
	);
	const byFile = new Map(files.map((source) => [source.file, source]));
	const readText = (file: string) => {
		const source = byFile.get(file);
		return source && readSource(source, reportArticle);
	};
	const findLength = createFindLength({
		root,
		output,
		siteUrl: settings.site.url,
		workingDirectory,
	});
	const cache = openCache(settings, files);
	const { articles, next, documents } = await build(settings, files, {
		now,
		keepGoing: options.keepGoing,
		findLength,
		readHead: (source) =>
			readHead(source, reportArticle, (stat) => cache?.see(source, stat)),
		readText,
		memory: cache,
		reportArticle,
		reportFeeds,
		pause,
	});
	cache?.save();

	const conclude = (
		outcome: Pick<Outcome, "status" | "feeds" | "removed">,
	) => ({
		...outcome,
		output: settings.outputShown,
		articles,
		next,
		diagnostics: sortDiagnostics([...ofArticles, ...ofFeeds]),
	});
	const describeFeeds = (written: ReadonlySet<string>) =>
		documents.map(({ text, ...document }) => ({
			...document,
			bytes: Buffer.byteLength(text),
			written: written.has(document.path),
		}));
	const refuse = (status: Outcome["status"]) =>
		conclude({ status, feeds: describeFeeds(new Set()), removed: [] });

	if (isRefused(ofArticles, ofFeeds, options)) return refuse(1);
	const { force, strict } = options;
	const written = await writeOutput(
		settings.output,
		documents,
		{ shown: settings.outputShown, force, strict },
		reportFeeds,
	).catch((error: unknown) => {
		if (!(error instanceof Failure)) throw error;
		ofFeeds.push(...error.diagnostics);
		return error;
	});
	if (written instanceof Failure) return refuse(written.status);
	if (written === undefined) return refuse(1);
	const changed = written.files.filter((file) => file.written);
	return conclude({
		status: 0,
		feeds: describeFeeds(new Set(changed.map(({ path }) => path))),
		removed: written.removed,
	});
};
