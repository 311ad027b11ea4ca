/** Finds which generator a site is made with, by what lies about its articles, and reads what the site says of itself. */

import path from "node:path";
import { common } from "../dialects/common.ts";
import type { Dialect, FolderView, SiteFacts } from "../dialects/dialect.ts";
import {
	dialects,
	guessDialect,
	type Recognition,
	recogniseDialect,
} from "../dialects/dialects.ts";
import { listLanguages, listSuffixes } from "../dialects/site-languages.ts";
import type { Value } from "../front-matter/front-matter.ts";
import { slashPath, splitGlob } from "../paths.ts";
import { listFolder, readDataFile, readSmallFile } from "./data-files.ts";

/** What is known of a site's generator. */
export interface Generator {
	readonly dialect: Dialect;
	/** The folder that shows it, absolute. */
	readonly folder: string;
	/** The folder that its content lies in, which is that one or one below. */
	readonly base: string;
	/** The file or folder that shows it, relative to `folder`; undefined where nothing does. */
	readonly by?: string | undefined;
	readonly facts: SiteFacts;
	/** Who the keys of authors are. */
	readonly people: readonly { readonly path: string; readonly value: Value }[];
	/** The data files that have been read, relative to `folder`. */
	readonly files: readonly string[];
}

/** Of a package.json what it asks for, and the words of its scripts. */
function readPackages(folder: string) {
	const packages = new Set<string>();
	const commands = new Set<string>();
	try {
		const text = readSmallFile(path.join(folder, "package.json")) ?? "{}";
		const { dependencies, devDependencies, scripts } = JSON.parse(text);
		for (const name of Object.keys({ ...dependencies, ...devDependencies }))
			packages.add(name);
		for (const script of Object.values(scripts ?? {}))
			for (const word of String(script).split(/[^\w@/.-]+/)) commands.add(word);
	} catch {
		// A package.json that nobody can read asks for nothing.
	}
	return { packages, commands };
}

/** A folder as dialects look at it, which remembers the data files that it was asked for and has. */
function viewFolder(
	folder: string,
	root: string,
	seen: Set<string> = new Set(),
): FolderView {
	const known = new Map<string, Value | undefined>();
	return {
		path: slashPath(path.relative(root, folder)),
		names: new Set(listFolder(folder)),
		...readPackages(folder),
		list: (name) => listFolder(path.join(folder, name)),
		read(name) {
			if (!known.has(name))
				known.set(name, readDataFile(path.join(folder, name)));
			const value = known.get(name);
			if (value !== undefined) seen.add(name);
			return value;
		},
	};
}

/** The articles' folder and its parents up to the configuration's, or up to the one that both lie in. */
function listParents(articles: string, root: string): string[] {
	const folders = [articles];
	for (let at = articles; at !== root; at = path.dirname(at)) {
		const parent = path.dirname(at);
		const isAbove = !path.relative(parent, root).startsWith("..");
		if (parent === at) break;
		folders.push(parent);
		if (isAbove) break;
	}
	return folders;
}

/** How many articles are looked at where no other file says anything, and how many folders deep. */
const maxSamples = 20;
const maxDepth = 6;

function collectHeads(folder: string, depth = 0): string[] {
	const heads: string[] = [];
	for (const name of listFolder(folder)) {
		if (heads.length >= maxSamples) break;
		if (name.startsWith(".") || name === "node_modules/") continue;
		const file = path.join(folder, name);
		if (name.endsWith("/") && depth < maxDepth)
			heads.push(...collectHeads(file, depth + 1));
		else if (/\.(?:md|mdx|markdown)$/i.test(name))
			heads.push((readSmallFile(file) ?? "").slice(0, 2000));
	}
	return heads.slice(0, maxSamples);
}

/** The folder that a pattern of articles begins with. */
function findBase(pattern: string, root: string): string {
	const plain = path.resolve(root, pattern);
	const { base, rest } = splitGlob(pattern);
	const isFolder = rest === undefined || listFolder(plain).length > 0;
	const folder = isFolder ? plain : path.resolve(root, base);
	return /\.(?:md|mdx|markdown)$/i.test(folder) ? path.dirname(folder) : folder;
}

/** What lies about says most; then what articles say; then how folders are called. */
function recognise(
	folders: readonly FolderView[],
	bases: readonly string[],
	asked: Dialect | undefined,
): Partial<Recognition> & { readonly dialect: Dialect } {
	const found = recogniseDialect(folders, asked, "recognise");
	if (found !== undefined) return found;
	const guessed =
		asked ?? guessDialect(bases.flatMap((base) => collectHeads(base)));
	const suspected = recogniseDialect(folders, guessed, "suspect");
	return suspected ?? { dialect: guessed ?? common };
}

/** Reads the files and folders that say who the keys of authors are. */
function readPeople(dialect: Dialect, folders: readonly string[]) {
	const found = new Map<string, Value>();
	const add = (file: string) => {
		const value = readDataFile(file);
		if (value !== undefined && !found.has(file)) found.set(file, value);
	};
	for (const folder of folders)
		for (const name of dialect.authorFiles) {
			const file = path.join(folder, name);
			if (path.extname(name) !== "") add(file);
			else
				for (const each of listFolder(file))
					if (!each.endsWith("/")) add(path.join(file, each));
					else add(path.join(file, each, "index.md"));
		}
	return [...found].map(([file, value]) => ({ path: slashPath(file), value }));
}

/** The languages that folders and files of articles are called by, where nothing else names any. */
function findLanguages(folders: readonly FolderView[]): string[] {
	const found = folders.flatMap((folder) => [
		...listLanguages(folder, ["."]),
		...listSuffixes(folder),
	]);
	return [...new Set(found)];
}

/**
 * Finds a site's generator.
 * @param root the absolute folder of the configuration
 * @param articles folders or globs, absolute or relative to `root`
 * @param dialect its name in the configuration
 */
export function findGenerator(
	root: string,
	articles: readonly string[],
	dialect: string,
): Generator {
	const asked = dialects.get(dialect);
	if (asked?.name === "plain")
		return {
			dialect: asked,
			folder: root,
			base: root,
			facts: {},
			people: [],
			files: [],
		};
	const bases = articles
		.filter((pattern) => !pattern.startsWith("!"))
		.map((pattern) => findBase(pattern, root));
	const folders = [
		...new Set(bases.flatMap((base) => listParents(base, root))),
	];
	const files = new Set<string>();
	const views = folders.map((folder) => viewFolder(folder, root, files));
	const found = recognise(views, bases, asked);
	const index = found.folder ? views.indexOf(found.folder) : -1;
	const folder = folders[index] ?? root;
	files.clear();
	const ofArticles = views.filter((_, i) => bases.includes(folders[i] ?? ""));
	const facts =
		found.dialect === common
			? { languages: findLanguages(ofArticles) }
			: found.dialect.readSite(found.folder ?? viewFolder(root, root, files));
	return {
		dialect: found.dialect,
		folder,
		base: path.join(folder, facts.source ?? ""),
		by: found.by,
		facts,
		people: readPeople(found.dialect, [...new Set([folder, ...folders])]),
		files: [...files],
	};
}
