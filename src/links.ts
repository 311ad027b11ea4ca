/** Links from article to article as people write them: by the other one's source file, its name or its title. */

import type { Article } from "./article.ts";
import { foldCase } from "./fields.ts";
import { readNameDate } from "./name-dates.ts";

/** Finds an article's address by what another article writes for it. */
export type FindArticle = (
	reference: string,
	from: Pick<Article, "path" | "place">,
) => string | undefined;

const ending = /\.(?:md|mdx|markdown)$/i;

/** Prefixes that mean the content's root: Zola's `@/`, Pelican's `{filename}` and `|filename|`, Jekyll's `_posts`. */
const rootPrefix = /^(?:@\/|\{filename\}\/?|\|filename\|\/?|\/)/;

/** The parts of a path below folders, `..` and `.` taken out, and whether it leads further up than anything. */
export function resolveParts(
	folders: readonly string[],
	path: string,
): { parts: string[]; leadsOut: boolean } {
	const parts = [...folders];
	let leadsOut = false;
	for (const part of path.split("/")) {
		if (part === "..") leadsOut = parts.pop() === undefined || leadsOut;
		else if (part !== "." && part !== "") parts.push(part);
	}
	return { parts, leadsOut };
}

/** Parts a reference from its query and fragment. */
export function splitReference(
	reference: string,
): [file: string, rest: string] {
	const trimmed = reference.trim();
	const at = trimmed.search(/[?#]/);
	return at < 0 ? [trimmed, ""] : [trimmed.slice(0, at), trimmed.slice(at)];
}

/** `hello.md`, `hello/index.md` and `hello/_index.md` are all named `hello`; case is as careless as file systems are. */
function nameParts(parts: readonly string[]): string[] {
	const folded = parts.map((part) => foldCase(part));
	const last = (folded.pop() ?? "").replace(ending, "");
	return /^_?index$/.test(last) && folded.length > 0
		? folded
		: [...folded, last];
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** How many parts two paths share at their ends. */
function countShared(a: readonly string[], b: readonly string[]): number {
	let count = 0;
	while (
		count < a.length &&
		count < b.length &&
		a.at(-1 - count) === b.at(-1 - count)
	)
		count++;
	return count;
}

interface Target {
	readonly parts: readonly string[];
	readonly url: string;
}

/** Of several files of one name the one whose folders agree most; undefined where two agree as much. */
function findClosest(
	targets: readonly Target[],
	parts: readonly string[],
): string | undefined {
	const ranked = targets
		.map(({ parts: own, url }) => ({ url, shared: countShared(own, parts) }))
		.sort((a, b) => b.shared - a.shared);
	const [first, second] = ranked;
	return first !== undefined && first.shared !== second?.shared
		? first.url
		: undefined;
}

/** Prepares for finding articles; nothing is done before somebody asks. */
export function createFindArticle(articles: readonly Article[]): FindArticle {
	let byName: Map<string, Target[]> | undefined;
	let byTitle: Map<string, Target[]> | undefined;
	const index = () => {
		const names = new Map<string, Target[]>();
		const titles = new Map<string, Target[]>();
		const add = (map: Map<string, Target[]>, key: string, target: Target) =>
			map.set(key, [...(map.get(key) ?? []), target]);
		for (const { path, place, slug, title, url } of articles) {
			const parts = nameParts((place ?? path).split("/"));
			const target = { parts, url };
			const name = parts.at(-1) ?? "";
			const undated = foldCase(readNameDate(name)?.rest || name);
			for (const key of new Set([name, undated, foldCase(slug)]))
				add(names, key, target);
			if (title !== undefined) add(titles, foldCase(title), target);
		}
		byName = names;
		byTitle = titles;
	};
	return (reference, { path }) => {
		if (byName === undefined || byTitle === undefined) index();
		const [file, fragment] = splitReference(reference);
		const target = decode(file);
		const isRooted = rootPrefix.test(target);
		const folders = isRooted ? [] : path.split("/").slice(0, -1);
		const parts = nameParts(
			resolveParts(folders, target.replace(rootPrefix, "")).parts,
		);
		const found =
			findClosest(byName?.get(parts.at(-1) ?? "") ?? [], parts) ??
			findClosest(byTitle?.get(foldCase(target)) ?? [], []);
		return found === undefined ? undefined : found + fragment;
	};
}

/** Whether a link's target is the source file of an article rather than an address. */
export function isSourceLink(href: string): boolean {
	if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return false;
	const [file = ""] = href.split(/[?#]/, 1);
	return ending.test(file) || file.startsWith("@/");
}
