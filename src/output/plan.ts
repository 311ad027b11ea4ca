/** What a build has to write, to remove and to leave alone in the output folder, from the facts about the disk. */

import type { Diagnostic } from "../diagnostics.ts";
import { addToList, type List } from "./list.ts";
import { foldersOf, foldPath } from "./paths.ts";
import { findCollisions, leaveNew, leaveOld, refuse } from "./problems.ts";
import type { Look, Standing, Target } from "./standing.ts";

/** A file that this build makes. */
export interface Made {
	readonly path: string;
	/** SHA-256, hex. */
	readonly hash: string;
}

export interface Plan {
	readonly write: readonly Target[];
	/** Files to remove that are in the way of this build: they go first. */
	readonly clear: readonly Target[];
	readonly remove: readonly Target[];
	/** Listed files that are gone; the folders that were made for them may be empty. */
	readonly gone: readonly Target[];
	/** The list while files are being replaced: old and new together. */
	readonly during: List;
	readonly after: List;
	readonly diagnostics: readonly Diagnostic[];
}

export interface PlanOptions {
	/** The output folder's name in messages (example: `dist`). */
	readonly shown: string;
	/** Whether files that something else wrote are taken over. */
	readonly force: boolean;
}

/** A file that this build makes, and what stands in its place. */
interface Place extends Made {
	readonly standing: Standing;
}

type Hashes = ReadonlySet<string>;

/**
 * Decides about each file that this build makes and each one that an earlier build made.
 * @param made with paths that `checkPaths` has nothing to say about.
 * @returns what to do; nothing of it may be done when a diagnostic is an error.
 */
export function planOutput(
	made: readonly Made[],
	listed: List,
	look: Look,
	options: PlanOptions,
): Plan {
	const places = made.map((file) => ({ ...file, standing: look(file.path) }));
	const old = planOldFiles(places, listed, look, options);
	const obstacles = findObstacles(places, old.removed, old.gone);
	const free = places.map((place) => makeWay(place, obstacles));
	const fresh = planNewFiles(free, old.renamed, listed, options);
	return {
		write: fresh.write,
		clear: old.removed.filter(({ at }) => obstacles.has(at)),
		remove: old.removed.filter(({ at }) => !obstacles.has(at)),
		gone: old.gone,
		during: uniteLists(listed, [...made, ...fresh.replaced]),
		after: new Map([...old.left, ...fresh.after]),
		diagnostics: [
			...findCollisions(places, options),
			...fresh.diagnostics,
			...old.diagnostics,
		],
	};
}

/** Decides about the files that are listed and no longer made. */
function planOldFiles(
	places: readonly Place[],
	listed: List,
	look: Look,
	options: PlanOptions,
) {
	const removed: Target[] = [];
	const gone: Target[] = [];
	const left = new Map<string, Hashes>();
	const renamed = new Map<string, Hashes>();
	const diagnostics: Diagnostic[] = [];
	const findPlace = indexPlaces(places);
	for (const [path, hashes] of listed) {
		const standing = look(path);
		if (standing.kind === "blocked") continue;
		const place = findPlace(path, standing);
		if (place !== undefined) {
			if (place.path !== path) renamed.set(place.path, hashes);
		} else if (standing.kind === "nothing" || standing.kind === "folder")
			gone.push({ path, at: standing.at });
		else if (isRemovable(standing, hashes, options.force))
			removed.push({ path, at: standing.at });
		else {
			left.set(path, hashes);
			diagnostics.push(leaveOld(path, options));
		}
	}
	return { removed, gone, left, renamed, diagnostics };
}

/** Decides about the files that this build makes. */
function planNewFiles(
	places: readonly Place[],
	renamed: List,
	listed: List,
	options: PlanOptions,
) {
	const write: Target[] = [];
	const replaced: Made[] = [];
	const after = new Map<string, Hashes>();
	const diagnostics: Diagnostic[] = [];
	for (const { path, hash, standing } of places) {
		const hashes = listed.get(path) ?? renamed.get(path);
		const verdict = judge(hash, hashes, standing, options.force);
		after.set(path, verdict === "leave" && hashes ? hashes : new Set([hash]));
		if (verdict === "leave") diagnostics.push(leaveNew(path, options));
		if (standing.kind === "blocked" || verdict === "refuse")
			diagnostics.push(refuse(path, standing, options));
		else if (verdict === "write") {
			write.push({ path, at: standing.at });
			if (standing.kind === "file")
				replaced.push({ path, hash: standing.hash });
		}
	}
	return { write, replaced, after, diagnostics };
}

function judge(
	hash: string,
	hashes: Hashes | undefined,
	standing: Standing,
	force: boolean,
): "write" | "keep" | "leave" | "refuse" {
	if (standing.kind === "nothing") return "write";
	if (standing.kind === "link" && force) return "write";
	if (standing.kind !== "file") return "refuse";
	if (standing.hash === hash) return "keep";
	if (force || hashes?.has(standing.hash)) return "write";
	return hashes === undefined ? "refuse" : "leave";
}

const isRemovable = (standing: Standing, hashes: Hashes, force: boolean) =>
	standing.kind === "file"
		? force || hashes.has(standing.hash)
		: standing.kind === "link" && force;

/**
 * Makes a function that finds the place of this build that a listed path means: its own, the one that a link inside the
 * output folder leads to, or the one that macOS and Windows hold to be the same file.
 */
function indexPlaces(places: readonly Place[]) {
	const byPath = new Map(places.map((place) => [place.path, place]));
	const byFold = new Map(places.map((place) => [foldPath(place.path), place]));
	const byTarget = new Map(
		places.flatMap((place) =>
			place.standing.kind === "blocked" ? [] : [[place.standing.at, place]],
		),
	);
	return (
		path: string,
		standing: Exclude<Standing, { kind: "blocked" }>,
	): Place | undefined => {
		const place = byPath.get(path) ?? byTarget.get(standing.at);
		if (place !== undefined) return place;
		const twin = byFold.get(foldPath(path));
		return twin && isSameFile(standing, twin.standing) ? twin : undefined;
	};
}

const isSameFile = (a: Standing, b: Standing) =>
	a.kind === "file" && b.kind === "file" && a.id === b.id;

/**
 * Finds what is in the way of this build and is to be removed in any case: a file where it needs a folder, and a folder
 * where it needs a file, when that holds nothing but files of earlier builds.
 */
function findObstacles(
	places: readonly Place[],
	removed: readonly Target[],
	gone: readonly Target[],
): ReadonlySet<string> {
	const files = new Set(removed.map(({ at }) => at));
	const folders = new Set(
		[...removed, ...gone].flatMap(({ at }) => foldersOf(at)),
	);
	const isOld = (at: string) => files.has(at) || folders.has(at);
	const obstacles = new Set<string>();
	for (const { standing } of places) {
		if (standing.kind === "blocked" && files.has(standing.by))
			obstacles.add(standing.by);
		if (standing.kind !== "folder" || !folders.has(standing.at)) continue;
		if (standing.holds.every(isOld))
			for (const at of [standing.at, ...standing.holds]) obstacles.add(at);
	}
	return obstacles;
}

/** A place as it is once the obstacles are removed. */
function makeWay(place: Place, obstacles: ReadonlySet<string>): Place {
	const { path, standing } = place;
	const isCleared =
		(standing.kind === "blocked" && obstacles.has(standing.by)) ||
		(standing.kind === "folder" && obstacles.has(standing.at));
	return isCleared
		? { ...place, standing: { kind: "nothing", at: path } }
		: place;
}

/** Names each hash that a file may have while files are being replaced. */
function uniteLists(listed: List, made: readonly Made[]): List {
	const list = new Map<string, Set<string>>();
	for (const [path, hashes] of listed) addToList(list, path, hashes);
	for (const { path, hash } of made) addToList(list, path, [hash]);
	return list;
}
