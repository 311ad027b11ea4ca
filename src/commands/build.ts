/** The command `build`: everything is rendered before anything is written. */

import type { Arguments } from "../arguments.ts";
import type { Source } from "../article.ts";
import { build } from "../build.ts";
import { loadSettings } from "../config/file.ts";
import { type Diagnostic, sortDiagnostics } from "../diagnostics.ts";
import { createFindLength } from "../disk/attachments.ts";
import { listSources, readHead, readSource } from "../disk/sources.ts";
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
	const { root, output, articles: folders, file: configuration } = settings;
	const files = await listSources(
		{ articles: folders, root, output, configuration, workingDirectory },
		reportArticle,
	);
	function* readSources(): Generator<Source | undefined> {
		for (const source of files) {
			const text = readHead(source, reportArticle);
			yield text === undefined
				? undefined
				: { file: source.file, path: source.path, text };
		}
	}
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
	const { articles, next, documents } = await build(settings, readSources(), {
		now,
		findLength,
		readText,
		reportArticle,
		reportFeeds,
		pause,
	});

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
	const refuse = () =>
		conclude({ status: 1, feeds: describeFeeds(new Set()), removed: [] });

	if (isRefused(ofArticles, ofFeeds, options)) return refuse();
	const { force, strict } = options;
	const written = await writeOutput(
		settings.output,
		documents,
		{ shown: settings.outputShown, force, strict },
		reportFeeds,
	);
	if (written === undefined) return refuse();
	const changed = written.files.filter((file) => file.written);
	return conclude({
		status: 0,
		feeds: describeFeeds(new Set(changed.map(({ path }) => path))),
		removed: written.removed,
	});
};
