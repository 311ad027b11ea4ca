/** Gets a feed that was published, from the web or from a file. */

import { existsSync, readFileSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { toPlainLine } from "../characters.ts";
import { Failure, type Report } from "../diagnostics.ts";
import { parsePublished } from "../published/parse.ts";
import type { PublishedFeed } from "../published/published.ts";
import { download } from "./download.ts";

/** Larger than any feed: what is larger is something else. */
const maxBytes = 50 * 1024 * 1024;

export interface PublishedPlaces {
	readonly workingDirectory: string;
	/** For what was downloaded; absent for none. */
	readonly cacheFolder?: string | undefined;
	readonly report: Report;
}

/** Tells an address from a file's name. */
export function isUrl(source: string): boolean {
	return /^https?:\/\//i.test(source);
}

/** Names a source in messages: an address without the password that it may hold. */
export function showSource(source: string): string {
	if (!isUrl(source) || !URL.canParse(source)) return source;
	const url = new URL(source);
	if (url.username + url.password === "") return source;
	url.username = "";
	url.password = "";
	return url.href;
}

/**
 * Reads a feed.
 * @param source an http(s) address, or a file's path from the working directory
 * @throws Failure (2) where there is no such file, (74) where it cannot be got or is no feed
 */
export async function readPublished(
	source: string,
	{ workingDirectory, cacheFolder, report }: PublishedPlaces,
): Promise<PublishedFeed> {
	if (isUrl(source)) {
		const { bytes, ...origin } = await download(source, {
			folder: cacheFolder,
			report,
		});
		return parsePublished(bytes, { name: origin.url, ...origin });
	}
	const name = toPlainLine(source);
	return parsePublished(
		readBytes(path.resolve(workingDirectory, source), name),
		{ name },
	);
}

function readBytes(absolute: string, name: string): Uint8Array {
	try {
		checkFile(existsSync(absolute) ? statSync(absolute) : undefined, name);
		return readFileSync(absolute);
	} catch (error) {
		if (error instanceof Failure) throw error;
		throw new Failure(74, {
			code: "source-unreadable",
			message: `${name} cannot be read: ${(error as Error).message.split(",")[0]}`,
			hint: "Check that you may read it.",
		});
	}
}

function checkFile(stat: Stats | undefined, name: string): void {
	if (stat?.isDirectory())
		throw new Failure(2, {
			code: "source-is-folder",
			message: `${name} is a folder`,
			hint: "Name the feed's file in it.",
		});
	if (!stat?.isFile())
		throw new Failure(2, {
			code: "source-missing",
			message: `there is no file ${name}`,
			hint: "Check the path; an address begins with https://.",
		});
	if (stat.size > maxBytes)
		throw new Failure(74, {
			code: "source-too-large",
			message: `${name} has ${stat.size} bytes, more than the ${maxBytes} that a feed may have`,
			hint: "Name the file of a feed.",
		});
}
