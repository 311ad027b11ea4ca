/** The command `init`: looks at a folder, says what it found, and writes a configuration where there is none. */

import { existsSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkConfig } from "../config/check.ts";
import { type Settings, settleSettings } from "../config/settings.ts";
import { fillConfig } from "../config/site-facts.ts";
import { type Diagnostic, Failure, sortDiagnostics } from "../diagnostics.ts";
import { createFindLength } from "../disk/attachments.ts";
import { listFolder, readSmallFile } from "../disk/data-files.ts";
import { findGenerator } from "../disk/generator.ts";
import { openLockFile, writeLockFile } from "../disk/lock-file.ts";
import { listSources, readSource, readWhole } from "../disk/sources.ts";
import {
	type ConfigDraft,
	takeConfig,
	writeConfig,
} from "../init/config-text.ts";
import {
	describePresence,
	draftConfig,
	type Found,
	findSign,
	listSteps,
} from "../init/draft.ts";
import { findPresentFeed } from "../init/feeds.ts";
import {
	countProblems,
	type Findings,
	type FoundFeed,
} from "../init/findings.ts";
import { chooseArticles } from "../init/places.ts";
import { readArticles } from "../init/reading.ts";
import { type Disk, type Survey, surveyFolder } from "../init/survey.ts";
import type { LockResult, LockState } from "../lock/keeper.ts";
import { showPath, slashPath } from "../paths.ts";
import type { Command, CommandSurroundings } from "./command.ts";

const configName = "feed.config.ts";

/** What a configuration may be called; whichever there is says what its author wants. */
const configNames = [".ts", ".mts", ".js", ".mjs", ".json"].map(
	(ending) => `feed.config${ending}`,
);

const failExisting = (file: string) =>
	new Failure(2, {
		code: "config-exists",
		message: "there is a configuration already, which is never overwritten",
		hint: "Delete or rename it first.",
		file,
	});

function isFolder(folder: string): boolean {
	try {
		return statSync(folder).isDirectory();
	} catch {
		return false;
	}
}

/** Refuses what is no folder, and one that has a configuration. */
function checkFolder(root: string, workingDirectory: string): void {
	const shown = showPath(root, workingDirectory);
	if (!isFolder(root))
		throw new Failure(2, {
			code: "folder-missing",
			message: `there is no folder ${shown}`,
			hint: "Name the folder of your site, or run feedwright init in it.",
		});
	const existing = configNames.find((name) =>
		existsSync(path.join(root, name)),
	);
	if (existing !== undefined)
		throw failExisting(showPath(path.join(root, existing), workingDirectory));
}

function openDisk(root: string): Disk {
	return {
		list: (folder) => listFolder(path.join(root, folder)),
		read: (file) => readSmallFile(path.join(root, file)),
	};
}

const failEmpty = ({ files, folders }: Survey, folder: string) =>
	new Failure(1, {
		code: "articles-none",
		message: `there are no articles in ${folder}: of ${files} Markdown files in ${folders} folders none has a date or a title`,
		hint: "Name the folder in which they lie, or write one with title and date at its top.",
	});

/** Looks for the articles, the generator and the feed that there is now. */
function findSite(root: string, disk: Disk, shown: string): Found {
	const survey = surveyFolder(disk);
	const siteOf = (articles: readonly string[]) => {
		const generator = findGenerator(root, articles, "auto");
		return {
			generator,
			site: slashPath(path.relative(root, generator.folder)),
		};
	};
	const choice = chooseArticles(
		survey.candidates,
		(folder) => siteOf([folder || "."]).site,
	);
	if (choice === undefined) throw failEmpty(survey, shown);
	const { generator, site } = siteOf(choice.articles);
	const { feeds } = generator.facts;
	const dist = path.join(root, "dist");
	return {
		name: path.basename(root),
		folder: shown,
		generator,
		site,
		choice,
		feed: findPresentFeed(survey.feedFiles, site, feeds, disk.read),
		isDistTaken:
			existsSync(dist) && !existsSync(path.join(dist, ".feedwright-written")),
	};
}

/** Ids are made of addresses, so they can be kept once the site's is known. */
const isAddressed = ({ site }: ConfigDraft) => site?.url === undefined;

const createLock = { lock: true, frozen: false, isCi: false };

const describeLock = ({
	lock: _,
	isChanged: _isChanged,
	...counts
}: LockResult) => ({
	...counts,
	written: true,
});

/** Settles the configuration as the build will, from what will be written. */
function settleDraft(
	config: object,
	{ generator }: Found,
	root: string,
	workingDirectory: string,
): Settings {
	const filled = fillConfig(config, generator.facts);
	const checked = checkConfig(filled.value, root);
	const file = showPath(path.join(root, configName), workingDirectory);
	// A folder may be called what no configuration can say.
	if (!("config" in checked))
		throw new Failure(
			2,
			...checked.mistakes.map(({ code, message, hint }) => ({
				code,
				message,
				hint,
			})),
		);
	return settleSettings(checked.config, generator, {
		workingDirectory,
		root,
		file,
	});
}

/** Reads the articles' files as the build does. */
async function readFiles(
	settings: Settings,
	{ workingDirectory, now, pause }: CommandSurroundings,
	lock: LockState | undefined,
) {
	const { root, output, site } = settings;
	const diagnostics: Diagnostic[] = [];
	const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
	const sources = await listSources({ ...settings, workingDirectory }, report);
	const byFile = new Map(sources.map((source) => [source.file, source]));
	const siteUrl = site.url;
	const reading = await readArticles(settings, sources, {
		now,
		findLength: createFindLength({ root, output, siteUrl, workingDirectory }),
		lock,
		readHead: (source) => readWhole(source, report, () => {}),
		readText: (name) => {
			const source = byFile.get(name);
			return source && readSource(source, report);
		},
		reportArticle: report,
		pause,
	});
	return { ...reading, problems: countProblems(sortDiagnostics(diagnostics)) };
}

/** The files of the feed of everything. */
function listFeeds({ site, feeds }: Settings, found: Found): FoundFeed[] {
	const [feed] = feeds;
	return (["rss", "atom", "json"] as const).flatMap((format) => {
		const name = feed?.formats[format];
		if (feed === undefined || name === undefined) return [];
		const url = new URL(encodeURI(feed.path.slice(1) + name), site.url).href;
		const isPresent = found.feed?.formats[format] === name;
		return [
			{ format, url, ...(isPresent && { present: describePresence(found) }) },
		];
	});
}

/** Never overwrites, not even what came into being a moment ago. */
function write(file: string, text: string, shown: string): void {
	try {
		writeFileSync(file, text, { flag: "wx" });
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code === "EEXIST") throw failExisting(shown);
		throw new Failure(74, {
			code: "config-unwritable",
			message: `the configuration cannot be written: ${message.split(",")[0]}`,
			hint: "Check that you may write there.",
			file: shown,
		});
	}
}

export const runInit: Command = async (
	{ operands: [folder = "."], config: own },
	around,
) => {
	const { workingDirectory } = around;
	if (own !== undefined)
		throw new Failure(2, {
			code: "option-unexpected",
			message: `init takes no --config: it writes ${configName} into the folder`,
			hint: "Name the folder: feedwright init FOLDER",
		});
	const root = path.resolve(workingDirectory, folder);
	checkFolder(root, workingDirectory);
	const shown = showPath(root, workingDirectory);
	const found = findSite(root, openDisk(root), shown);
	const draft = draftConfig(found);
	const config = takeConfig(draft);
	const settings = settleDraft(config, found, root, workingDirectory);
	const lockFile = isAddressed(draft)
		? openLockFile(root, workingDirectory, createLock)
		: undefined;
	// One that is there is its author's.
	const isNew = lockFile !== undefined && lockFile.text === undefined;
	const state = isNew ? lockFile.state : undefined;
	const files = await readFiles(settings, around, state);
	const { counts, newest, lock, ...reading } = files;
	write(path.join(root, configName), writeConfig(draft), settings.file);
	if (isNew && lock !== undefined) writeLockFile(lockFile, lock.lock);
	const { dialect } = found.generator;
	const sign = findSign(found);
	const findings: Findings = {
		generator: { dialect: dialect.name, title: dialect.title, by: sign },
		folder: shown,
		articleFolders: found.choice.articles,
		otherFolders: found.choice.others,
		...reading,
		example: newest && { file: newest.file, url: newest.url },
		feeds: listFeeds(settings, found),
		steps: listSteps(found, draft, isNew),
	};
	return {
		status: 0,
		articles: counts,
		feeds: [],
		removed: [],
		diagnostics: [],
		found: findings,
		lock: isNew && lock ? describeLock(lock) : undefined,
		written: settings.file,
	};
};
