/**
 * Writes the files of a build into the output folder: all of them or none, each one whole at every moment, none whose
 * bytes are the same, and none that something else wrote.
 */

import { hash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure, type Report } from "../diagnostics.ts";
import { checkPaths } from "./check.ts";
import { withLock } from "./lock.ts";
import { TEMPORARY_NAME } from "./paths.ts";
import type { PlanOptions } from "./plan.ts";
import { carryOut } from "./replace.ts";
import type { Hashes } from "./standing.ts";
import { isUpToDate, type Survey, surveyOutput } from "./survey.ts";

export interface OutputFile {
	/** Relative to the output folder, with `/` (example: `tags/a/rss.xml`). */
	readonly path: string;
	/** Absent where the file is known to stand there; its hash (SHA-256, hex) and size in UTF-8 then say what it is. */
	readonly text?: string | undefined;
	readonly hash?: string | undefined;
	readonly bytes?: number | undefined;
}

export interface WrittenFile {
	readonly path: string;
	/** Its size in UTF-8. */
	readonly bytes: number;
	/** False when the same bytes stood there already, or when something else changed the file and it was left alone. */
	readonly written: boolean;
}

export interface Written {
	readonly files: readonly WrittenFile[];
	/** Files of earlier builds, relative to the output folder. */
	readonly removed: readonly string[];
}

export interface OutputOptions extends PlanOptions {
	/** Whether a warning counts as an error, so that nothing is written. */
	readonly strict?: boolean | undefined;
	/** Called when nothing stands in the way any more, before the first file is written. */
	readonly prepare?: (() => void) | undefined;
}

/**
 * Writes the files of a build, and removes those of earlier builds that are no longer made. What is wrong is reported
 * before anything is written.
 * @param folder the output folder, absolute.
 * @returns undefined when an error was reported; nothing was written then.
 * @throws Failure (74) when the disk refuses, or when another build does not end.
 */
export async function writeOutput(
	folder: string,
	files: readonly OutputFile[],
	options: OutputOptions,
	report: Report,
): Promise<Written | undefined> {
	const broken = checkPaths(files.map(({ path }) => path));
	broken.forEach(report);
	if (broken.length > 0) return undefined;
	const made = files.map(({ path, text = "", hash = sha256(text) }) => ({
		path,
		hash,
	}));
	const hashes: Hashes = new Map();
	const survey = () => surveyOutput(folder, made, options, hashes);

	// Taking the lock changes the output folder, so it is taken only when something is to be written.
	const first = attemptSurvey(folder, survey);
	if (
		first &&
		(isRefused(first, options) || isUpToDate(first)) &&
		!first.isUnderWay
	) {
		const written = conclude(first, files, options, report);
		if (written !== undefined) options.prepare?.();
		return written;
	}
	return withLock(folder, options.shown, report, async () => {
		const now = survey();
		const written = conclude(now, files, options, report);
		if (written !== undefined) {
			const texts = collectTexts(now, files, options);
			options.prepare?.();
			await carryOut(now, texts, options.shown);
		}
		return written;
	});
}

const sha256 = (text: string) => hash("sha256", text);

/** What must be written must be known; a file that was there a moment ago may have changed since. */
function collectTexts(
	{ plan }: Survey,
	files: readonly OutputFile[],
	{ shown }: OutputOptions,
): Map<string, string> {
	const texts = new Map<string, string>();
	for (const { path, text } of files)
		if (text !== undefined) texts.set(path, text);
	const missing = plan.write.find(({ path }) => !texts.has(path));
	if (missing === undefined) return texts;
	throw new Failure(74, {
		code: "output-moving",
		message: `"${shown}/${missing.path}" has changed while this build ran`,
		hint: "Build again.",
		file: `${shown}/${missing.path}`,
	});
}

/**
 * Looks without the lock. While another build writes, files may go between two looks: then the lock must be waited for,
 * unless that build is done by now.
 */
function attemptSurvey(
	folder: string,
	survey: () => Survey,
): Survey | undefined {
	try {
		return survey();
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		return existsSync(join(folder, TEMPORARY_NAME)) ? undefined : survey();
	}
}

/** Whether a plan may not be carried out. */
const isRefused = ({ plan }: Survey, { strict }: OutputOptions) =>
	plan.diagnostics.some(
		({ severity }) =>
			severity === "error" || (strict && severity === "warning"),
	);

/** Reports what is wrong with a plan, and says what carrying it out gives. */
function conclude(
	survey: Survey,
	files: readonly OutputFile[],
	options: OutputOptions,
	report: Report,
): Written | undefined {
	const { plan } = survey;
	plan.diagnostics.forEach(report);
	if (isRefused(survey, options)) return undefined;
	const written = new Set(plan.write.map(({ path }) => path));
	return {
		files: files.map(
			({ path, text = "", bytes = Buffer.byteLength(text) }) => ({
				path,
				bytes,
				written: written.has(path),
			}),
		),
		removed: [...plan.clear, ...plan.remove].map(({ path }) => path).sort(),
	};
}
