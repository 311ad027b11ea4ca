/** Finds and reads the articles' files: the only way by which their text gets in. */

import {
	closeSync,
	constants,
	type Dirent,
	existsSync,
	fstatSync,
	openSync,
	readdirSync,
	readSync,
	realpathSync,
	type Stats,
	statSync,
} from "node:fs";
import path from "node:path";
import { Failure, type Report } from "../diagnostics.ts";
import { showPath, slashPath, splitGlob } from "../paths.ts";
import { decodeHead, decodeText, decodeWhole } from "../text.ts";

/** Longer than any article: what is larger was put into the folder by mistake, or to hurt. */
const maxBytes = 2 * 1024 * 1024;

const endings = new Set([".md", ".markdown", ".mdx"]);

export interface SourceFile {
	readonly absolute: string;
	/** For messages. */
	readonly file: string;
	/** Relative to the articles' folder, with `/`. */
	readonly path: string;
	/** Relative to the folder that the site's generator works in, with `/`. */
	readonly place: string;
	/** The articles' folder. */
	readonly folder: string;
	/** A symbolic link, which may lead anywhere. */
	readonly isLink: boolean;
}

/** What the system says, without the machine's own path that stands behind it (example: `EACCES: permission denied`). */
const reasonOf = (error: unknown) =>
	(error as Error).message.split(",")[0] ?? "";

function readFolder(folder: string, workingDirectory: string): Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		throw new Failure(74, {
			code: "folder-unreadable",
			message: `the folder cannot be read: ${reasonOf(error)}`,
			hint: "Check that it is there and that you may read it.",
			file: showPath(folder, workingDirectory),
		});
	}
}

/**
 * Lists the files with an article's ending below a folder, in no order. Links to folders are not followed.
 * @param below the path from the articles' folder, empty or ending with `/`
 */
function* walk(
	folder: string,
	below: string,
	places: SourcePlaces,
	reportLink: (absolute: string) => void,
): Generator<Pick<SourceFile, "absolute" | "path" | "isLink">> {
	for (const entry of readFolder(folder, places.workingDirectory)) {
		if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
		const absolute = `${folder}${path.sep}${entry.name}`;
		const relative = below + entry.name;
		if (entry.isDirectory()) {
			if (absolute !== places.output)
				yield* walk(absolute, `${relative}/`, places, reportLink);
		} else if (entry.isSymbolicLink() && isFolder(absolute)) {
			reportLink(absolute);
		} else if (endings.has(path.extname(entry.name).toLowerCase())) {
			yield { absolute, path: relative, isLink: entry.isSymbolicLink() };
		}
	}
}

/** The folder that a glob begins with, and the glob as a test of paths below it. */
async function openGlob(glob: string, root: string) {
	const { base, rest } = splitGlob(glob);
	const plain = path.resolve(root, glob);
	// A folder may be named `posts (old)`.
	if (isFolder(plain)) return { folder: plain, matches: () => true };
	const name = path.basename(plain);
	if (rest === undefined)
		return existsSync(plain)
			? {
					folder: path.dirname(plain),
					matches: (below: string) => below === name,
				}
			: { folder: plain, matches: () => true };
	const folder = path.resolve(root, base);
	const { default: picomatch } = await import("picomatch");
	// `*/_posts` is one of folders; `posts/*` is one of files.
	const isOfFolders = !/[*?[\]{}()!.]/.test(path.posix.basename(rest));
	return {
		folder,
		matches: picomatch(isOfFolders ? [rest, `${rest}/**`] : rest),
	};
}

/** Patterns that begin with `!` leave out what the others find. */
function partition(patterns: readonly string[]): [string[], string[]] {
	const isExcluding = (pattern: string) => pattern.startsWith("!");
	return [
		patterns.filter(isExcluding),
		patterns.filter((pattern) => !isExcluding(pattern)),
	];
}

function isFolder(folder: string): boolean {
	try {
		return statSync(folder).isDirectory();
	} catch {
		return false;
	}
}

export interface SourcePlaces {
	/** Folders and globs, relative to the root. */
	readonly articles: readonly string[];
	readonly root: string;
	/** The folder that the site's generator has its content in, and globs of what it does not read. */
	readonly generator: {
		readonly base: string;
		readonly facts: { readonly ignored?: readonly string[] | undefined };
	};
	/** Is never read. */
	readonly output: string;
	/** The configuration's name, for messages. */
	readonly file: string;
	readonly workingDirectory: string;
}

/** Lists the articles' files, each once, in the order of their names; links to folders are reported. */
export async function listSources(
	places: SourcePlaces,
	report: Report,
): Promise<SourceFile[]> {
	const reportLink = (absolute: string) =>
		report({
			severity: "warning",
			code: "link-folder",
			message: "this is a symbolic link to a folder, which is not read",
			hint: 'Name the folder itself under "articles", beside this one.',
			file: showPath(absolute, places.workingDirectory),
		});
	const { base, facts } = places.generator;
	const ignored = (facts.ignored ?? []).map(
		(glob) => `!${path.join(base, "**", glob.replace(/^(?:\*+\/)+/, ""))}`,
	);
	const [excluding, including] = partition([...places.articles, ...ignored]);
	const excludes = await Promise.all(
		excluding.map((pattern) => openGlob(pattern.slice(1), places.root)),
	);
	const isExcluded = (absolute: string) =>
		excludes.some(({ folder, matches }) => {
			const start = folder + path.sep;
			return (
				absolute.startsWith(start) &&
				matches(slashPath(absolute.slice(start.length)))
			);
		});
	const found = new Map<string, SourceFile>();
	for (const pattern of including) {
		const { folder, matches } = await openGlob(pattern, places.root);
		if (!isFolder(folder))
			throw new Failure(2, {
				code: "articles-missing",
				message: `the folder of the articles does not exist: ${pattern}`,
				hint: `Make the folder, or write another one under "articles" in ${places.file}.`,
				file: places.file,
			});
		const shown = path.join(showPath(folder, places.workingDirectory), "/");
		const prefix = slashPath(shown).replace(/^\.\//, "");
		const below = slashPath(path.relative(base, folder));
		const placePrefix = below === "" ? "" : `${below}/`;
		for (const source of walk(folder, "", places, reportLink)) {
			if (found.has(source.absolute) || !matches(source.path)) continue;
			if (isExcluded(source.absolute)) continue;
			const file = prefix + source.path;
			const place = placePrefix + source.path;
			found.set(source.absolute, { ...source, file, place, folder });
		}
	}
	return [...found.values()].sort((a, b) =>
		a.file < b.file ? -1 : a.file > b.file ? 1 : 0,
	);
}

/** A link may lead anywhere within the articles' folder; further out lies what its author may not read. */
function isWithin(file: string, folder: string): boolean {
	const relative = path.relative(folder, file);
	return (
		relative !== "" &&
		!/^\.\.(?:[/\\]|$)/.test(relative) &&
		!path.isAbsolute(relative)
	);
}

/** Every file is read into it; what is longer is refused. */
const buffer = Buffer.allocUnsafe(maxBytes);

/** A pipe that somebody left among the articles must not be waited for. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Is shown what the file was when it was opened. */
export type See = (stat: Stats) => void;

/** Looks at what it has opened and at nothing else, so that no file can become another in between. */
function readBytes(absolute: string, see: See): Buffer | Refusal {
	const descriptor = openSync(absolute, flags);
	try {
		const stat = fstatSync(descriptor);
		if (!stat.isFile()) return irregular;
		if (stat.size > maxBytes) return tooLarge(stat.size);
		see(stat);
		let length = 0;
		// File systems on a network may give less at a time than they have.
		for (let got = -1; got !== 0 && length < stat.size; length += got)
			got = readSync(descriptor, buffer, length, maxBytes - length, length);
		return buffer.subarray(0, length);
	} finally {
		closeSync(descriptor);
	}
}

interface Refusal {
	readonly code: string;
	readonly message: string;
	readonly hint: string;
}

const outside: Refusal = {
	code: "link-outside",
	message: "the file is a symbolic link that leads out of the articles' folder",
	hint: "Put the file itself there.",
};

const irregular: Refusal = {
	code: "file-irregular",
	message: "this is no regular file",
	hint: "Put an article there, or give it another ending.",
};

const tooLarge = (size: number): Refusal => ({
	code: "file-too-large",
	message: `the file has ${size} bytes, more than the ${maxBytes} that an article may have`,
	hint: "Split it, or move it out of the articles' folder.",
});

function leadsOut({ absolute, folder, isLink }: SourceFile): boolean {
	return isLink && !isWithin(realpathSync(absolute), realpathSync(folder));
}

/**
 * Reads an article's file, the whole text.
 * @returns undefined after reporting an error
 */
export function readSource(source: SourceFile, report: Report) {
	return readText(source, decodeText, report, () => {});
}

/**
 * Reads an article's file as far as its front matter reaches.
 * @returns undefined after reporting an error
 */
export function readHead(source: SourceFile, report: Report, see: See) {
	return readText(source, decodeHead, report, see);
}

/**
 * Reads all of an article's file; what a feed cannot carry goes silently, as by `readHead`.
 * @returns undefined after reporting an error
 */
export function readWhole(source: SourceFile, report: Report, see: See) {
	return readText(source, decodeWhole, report, see);
}

function readText(
	source: SourceFile,
	decode: typeof decodeText,
	report: Report,
	see: See,
): string | undefined {
	const { absolute, file } = source;
	try {
		const bytes = leadsOut(source) ? outside : readBytes(absolute, see);
		if (Buffer.isBuffer(bytes)) return decode(bytes, file, report);
		report({ severity: "error", ...bytes, file, line: 1 });
	} catch (error) {
		report({
			severity: "error",
			code: "file-unreadable",
			message: `the file cannot be read: ${reasonOf(error)}`,
			hint: "Check that it is there and that you may read it.",
			file,
		});
	}
	return undefined;
}
