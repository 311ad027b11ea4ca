/** Decides which folders of a site hold its articles, by where most of what looks like one lies. */

import { compareText } from "../characters.ts";
import type { Candidate } from "./survey.ts";

/** A folder and how many candidates lie in it and below. */
export interface Place {
	readonly folder: string;
	readonly files: number;
}

export interface Choice {
	/** Folders or globs, relative to the folder that was looked at; that folder itself is `.`. */
	readonly articles: readonly string[];
	/** How many candidates lie there. */
	readonly files: number;
	/** Whether they have dates; otherwise there are titles alone. */
	readonly areDated: boolean;
	/** Where others lie: of other sites, or of none. Most first. */
	readonly others: readonly Place[];
}

/** How people call the folder of their articles. */
const usual =
	/^_?(?:articles?|blogs?|blog-?posts?|diary|entries|episodes|essays|journal|news|notes|posts?|shows|stories|til|weblog|writings?)$/i;

/** Sites below these are somebody's examples, as a rule. */
const side =
	/(?:^|\/)(?:__\w+__|tests?|specs?|fixtures|e2e|examples?|exampleSite|demos?|starters?|themes)(?=\/|$)/i;

const isWithin = (path: string, folder: string) =>
	folder === "" || path === folder || path.startsWith(`${folder}/`);

/** A folder and those that it lies in, the innermost first; the outermost is not among them. */
function listAbove(folder: string): string[] {
	const parts = folder === "" ? [] : folder.split("/");
	return parts.map((_, index) =>
		parts.slice(0, parts.length - index).join("/"),
	);
}

function countFiles(places: readonly Place[], folder: string): number {
	return places
		.filter((place) => isWithin(place.folder, folder))
		.reduce((sum, { files }) => sum + files, 0);
}

function joinPlaces(places: readonly Place[]): Place[] {
	const counts = new Map<string, number>();
	for (const { folder, files } of places)
		counts.set(folder, (counts.get(folder) ?? 0) + files);
	return [...counts].map(([folder, files]) => ({ folder, files }));
}

/** More places than these say no more than the folders that they lie in. */
const maxPlaces = 300;

const countParts = ({ folder }: Place) =>
	folder === "" ? 0 : folder.split("/").length;

/** Counts candidates by their folders, those with most first. */
function groupByFolder(candidates: readonly Candidate[]): Place[] {
	let places = joinPlaces(
		candidates.map(({ folder }) => ({ folder, files: 1 })),
	);
	while (places.length > maxPlaces) {
		const deepest = Math.max(...places.map(countParts));
		places = joinPlaces(
			places.map((place) =>
				countParts(place) === deepest
					? { ...place, folder: place.folder.replace(/\/?[^/]*$/, "") }
					: place,
			),
		);
	}
	return places.sort(
		(a, b) => b.files - a.files || compareText(a.folder, b.folder),
	);
}

/** The innermost folder with a usual name that holds as much as the outermost one with such a name. */
function findNamed(
	folder: string,
	site: string,
	places: readonly Place[],
): string | undefined {
	const named = listAbove(folder).filter(
		(each) =>
			each !== site &&
			isWithin(each, site) &&
			usual.test(each.slice(each.lastIndexOf("/") + 1)),
	);
	const most = countFiles(places, named.at(-1) ?? "");
	return named.find((each) => countFiles(places, each) === most);
}

function findCommon(folders: readonly string[]): string {
	const [first = "", ...others] = folders;
	const common = listAbove(first).find((each) =>
		others.every((other) => isWithin(other, each)),
	);
	return common ?? "";
}

/** Folders that differ in one part alone as a glob, in which a star stands for that part. */
function findGlob(folders: readonly string[]): string | undefined {
	const rows = folders.map((folder) => folder.split("/"));
	const [first = []] = rows;
	if (rows.some((row) => row.length !== first.length)) return undefined;
	const differing = first.filter((part, index) =>
		rows.some((row) => row[index] !== part),
	);
	if (differing.length !== 1) return undefined;
	const at = first.findIndex((_, index) =>
		rows.some((row) => row[index] !== first[index]),
	);
	return `${first.map((part, index) => (index === at ? "*" : part)).join("/")}/**`;
}

/** More folders than this are named by what they share. */
const maxFolders = 4;

function joinFolders(folders: readonly string[]): string[] {
	const sorted = [...new Set(folders)].sort(compareText);
	const outer = sorted.filter(
		(folder) =>
			!sorted.some((other) => other !== folder && isWithin(folder, other)),
	);
	if (outer.length <= maxFolders) return outer;
	return [findGlob(outer) ?? findCommon(outer)];
}

/** Where a site's articles lie that have no usual folder. */
function findUnnamed(places: readonly Place[], site: string): string[] {
	const all = countFiles(places, "");
	// A stray note must not make the whole site articles.
	let taken = 0;
	const many = places.filter(({ files }) => {
		const isNeeded = taken < all * 0.95;
		taken += files;
		return isNeeded;
	});
	const folders = many.map(({ folder }) => folder);
	const common = findCommon(folders);
	if (common !== site || folders.includes(common)) return [common];
	const start = site === "" ? 0 : site.length + 1;
	return joinFolders(
		folders.map((folder) => {
			const [inner = ""] = folder.slice(start).split("/");
			return folder.slice(0, start) + inner;
		}),
	);
}

function findArticles(places: readonly Place[], site: string): string[] {
	const named = places.flatMap(({ folder, files }) => {
		const home = findNamed(folder, site, places);
		return home === undefined ? [] : [{ folder: home, files }];
	});
	// Where there is `_posts`, what lies elsewhere stands in no feed of the site.
	const strict = named.filter(({ folder }) => /(?:^|\/)_posts$/.test(folder));
	const all = countFiles(places, "");
	const most = [strict, named].find((some) => countFiles(some, "") * 2 >= all);
	return most
		? joinFolders(most.map(({ folder }) => folder))
		: findUnnamed(places, site);
}

/** The sites' places, those of the site with the most articles first, and somebody's examples last. */
function groupBySite(
	places: readonly Place[],
	findSite: (folder: string) => string,
): [site: string, places: readonly Place[]][] {
	const sites = new Map<string, Place[]>();
	for (const place of places) {
		const site = findSite(place.folder);
		sites.set(site, [...(sites.get(site) ?? []), place]);
	}
	const rank = (site: string) => (side.test(site) ? 1 : 0);
	return [...sites].sort(
		([a, ofA], [b, ofB]) =>
			rank(a) - rank(b) ||
			countFiles(ofB, "") - countFiles(ofA, "") ||
			compareText(a, b),
	);
}

/**
 * Chooses the articles' folders.
 * @param findSite gives the folder in which the generator of a folder's site works
 * @returns undefined where nothing looks like an article
 */
export function chooseArticles(
	candidates: readonly Candidate[],
	findSite: (folder: string) => string,
): Choice | undefined {
	const dated = candidates.filter(({ isDated }) => isDated);
	const areDated = dated.length > 0;
	const places = groupByFolder(areDated ? dated : candidates);
	const [best, ...others] = groupBySite(places, findSite);
	if (best === undefined) return undefined;
	const [site, own] = best;
	const articles = findArticles(own, site);
	const bases = articles.map((each) => each.split("/*")[0] ?? "");
	const isTaken = ({ folder }: Place) =>
		bases.some((base) => isWithin(folder, base));
	const left = [
		...own.filter((place) => !isTaken(place)),
		...others.flatMap(([other, ofOther]) =>
			findArticles(ofOther, other).map((folder) => ({
				folder,
				files: countFiles(ofOther, folder.split("/*")[0] ?? ""),
			})),
		),
	];
	return {
		articles: articles.map((folder) => folder || "."),
		files: countFiles(own.filter(isTaken), ""),
		areDated,
		others: left
			.map(({ folder, files }) => ({ folder: folder || ".", files }))
			.sort((a, b) => b.files - a.files || compareText(a.folder, b.folder)),
	};
}
