/** Measures the files that articles bring along, where they lie on this disk: the length of an enclosure is its own. */

import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { FindLength } from "../entries.ts";

/** Where the files of a site usually lie before they are published. */
const publicFolders = ["public", "static"];

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

function measure(file: string, folders: readonly string[]): number | undefined {
	try {
		const real = realpathSync(file);
		const isAllowed = folders.some((folder) =>
			real.startsWith(folder + path.sep),
		);
		const stat = isAllowed ? statSync(real) : undefined;
		return stat?.isFile() ? stat.size : undefined;
	} catch {
		return undefined;
	}
}

function resolveFolders(folders: readonly string[]): string[] {
	return folders.flatMap((folder) => {
		try {
			return [realpathSync(folder)];
		} catch {
			return [];
		}
	});
}

/**
 * Makes the function that looks beside the article, in the output folder, and in `public` and `static` beside the
 * configuration, and nowhere else.
 */
export function createFindLength(places: {
	readonly root: string;
	readonly output: string;
	/** Ends with a slash. */
	readonly siteUrl: string;
	readonly workingDirectory: string;
}): FindLength {
	const published = [
		places.output,
		...publicFolders.map((folder) => path.join(places.root, folder)),
	];
	let allowed: string[] | undefined;
	return ({ src, url, article }) => {
		const beside = path.dirname(path.resolve(places.workingDirectory, article));
		allowed ??= resolveFolders([places.root, places.output]);
		const candidates: string[] = [];
		const isRelative = !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(src);
		if (isRelative)
			candidates.push(path.join(beside, decode(src.split(/[?#]/)[0] ?? "")));
		if (url.startsWith(places.siteUrl)) {
			const relative = decode(
				new URL(url).pathname.slice(new URL(places.siteUrl).pathname.length),
			);
			candidates.push(
				...published.map((folder) => path.join(folder, relative)),
			);
		}
		for (const candidate of candidates) {
			const length = measure(candidate, [
				...allowed,
				...resolveFolders([beside]),
			]);
			if (length !== undefined) return length;
		}
		return undefined;
	};
}
