/** The command `build`: everything is rendered before anything is written. */

import { Failure, sortDiagnostics } from "../diagnostics.ts";
import { writeLockFile } from "../disk/lock-file.ts";
import { isKept } from "../lock/lock.ts";
import type { Outcome } from "../outcome.ts";
import { writeOutput } from "../output/output.ts";
import type { NamedChanges } from "../published/compare.ts";
import type { Command } from "./command.ts";
import { comparePublished } from "./comparison.ts";
import { isRefused } from "./refusal.ts";
import { buildSite, type SiteBuild } from "./site-build.ts";

/** Whether a build that ends well leaves another lock than it found. */
const changesLock = ({ lock, lockFile }: SiteBuild) =>
	lock !== undefined &&
	lockFile !== undefined &&
	isKept(lockFile.state.mode) &&
	(lock.isChanged || lockFile.text === undefined);

/** Writes the lock before the feeds, so that no id is ever published that it does not hold. */
function keepLock(site: SiteBuild): void {
	const { lock, lockFile } = site;
	if (lock && lockFile && changesLock(site)) writeLockFile(lockFile, lock.lock);
}

/** What became of the lock. */
function describeLock(site: SiteBuild, isWritten: boolean): Outcome["lock"] {
	if (site.lock === undefined) return undefined;
	const { lock: _, isChanged: _isChanged, ...counts } = site.lock;
	return { ...counts, written: isWritten && changesLock(site) };
}

export const runBuild: Command = async (options, around) => {
	const { lock, frozen, against, force, strict } = options;
	const site = await buildSite(options, around, {
		lock,
		frozen,
		isCi: around.isCi,
		// What is compared must be there to be read.
		keepsArchives: against === undefined,
	});
	const { settings, documents, articles, next, ofArticles, ofFeeds } = site;

	let compared: readonly NamedChanges[] | undefined;
	const conclude = (
		outcome: Pick<Outcome, "status" | "feeds" | "removed">,
	) => ({
		...outcome,
		output: settings.outputShown,
		articles,
		next,
		compared,
		lock: describeLock(site, outcome.status === 0),
		diagnostics: sortDiagnostics([...ofArticles, ...ofFeeds]),
	});
	const describeFeeds = (written: ReadonlySet<string>) =>
		documents.map(
			({
				text: _,
				hash: _hash,
				members: _members,
				atomId: _id,
				...document
			}) => ({
				...document,
				written: written.has(document.path),
			}),
		);
	const refuse = (status: Outcome["status"]) =>
		conclude({ status, feeds: describeFeeds(new Set()), removed: [] });

	if (isRefused(site, options)) return refuse(1);
	if (against !== undefined) {
		compared = await comparePublished(against, site, around);
		if (isRefused(site, options)) return refuse(1);
	}
	const written = await writeOutput(
		settings.output,
		documents,
		{
			shown: settings.outputShown,
			force,
			strict,
			prepare: () => keepLock(site),
		},
		(diagnostic) => ofFeeds.push(diagnostic),
	).catch((error: unknown) => {
		if (!(error instanceof Failure)) throw error;
		ofFeeds.push(...error.diagnostics);
		return error;
	});
	if (written instanceof Failure) return refuse(written.status);
	if (written === undefined) return refuse(1);
	site.archives?.save();
	const changed = written.files.filter((file) => file.written);
	return conclude({
		status: 0,
		feeds: describeFeeds(new Set(changed.map(({ path }) => path))),
		removed: written.removed,
	});
};
