/**
 * Archives hardly ever change, and most of a large site stands in them: one whose articles, links and head are as they were
 * need not be rendered to know what it holds.
 */

import { hash } from "node:crypto";
import type { Article } from "./article.ts";
import type { FormatName } from "./formats/format.ts";
import type { Link, ReadyStore } from "./ready.ts";

/** A document as it was written; its text is on the disk. */
export interface KeptDocument {
	/** Relative to the output folder, with `/`. */
	readonly path: string;
	readonly format: FormatName;
	readonly url: string;
	readonly items: number;
	/** Its size in UTF-8. */
	readonly bytes: number;
	/** SHA-256, hex. */
	readonly hash: string;
}

export interface KeptArchive {
	/** Of all that it was made of. */
	readonly digest: string;
	/** What each of its articles asked of others, in their order. */
	readonly links: readonly (readonly Link[])[];
	readonly documents: readonly KeptDocument[];
}

export interface ArchiveMemory {
	/** What stands for the settings and the program. */
	readonly program: string;
	/** What stands for the state of an article's file; undefined for one that complained. */
	readonly stampOf: (file: string) => string | undefined;
	/** Finds an archive by its path, where its files are still as they were left. */
	readonly recall: (path: string) => KeptArchive | undefined;
	readonly keep: (path: string, archive: KeptArchive) => void;
}

type Articles = readonly Article[];

/** Gives the digest of all that an archive is made of; undefined where a file must be read anew. */
export function digestArchive(
	articles: Articles,
	head: unknown,
	{ program, stampOf }: ArchiveMemory,
): string | undefined {
	const stamped = articles.map((article) => [stampOf(article.file), article]);
	if (stamped.some(([stamp]) => stamp === undefined)) return undefined;
	return hash("sha256", JSON.stringify([program, head, stamped]), "hex");
}

/** Finds an archive whose articles would ask the same of others, and get the same. */
export function recallArchive(
	path: string,
	articles: Articles,
	{ recall }: ArchiveMemory,
	{ findArticle }: Pick<ReadyStore, "findArticle">,
): KeptArchive | undefined {
	const kept = recall(path);
	const isSame = kept?.links.every((links, index) => {
		const article = articles[index];
		return links.every(
			([reference, address]) =>
				article && (findArticle(reference, article) ?? null) === address,
		);
	});
	return isSame && kept?.links.length === articles.length ? kept : undefined;
}

/** Keeps an archive that has been rendered without any complaint. */
export function keepArchive(
	path: string,
	articles: Articles,
	digest: string | undefined,
	documents: readonly KeptDocument[],
	{ keep }: ArchiveMemory,
	{ linksOf }: Pick<ReadyStore, "linksOf">,
): void {
	const links = articles.map(linksOf);
	const isSilent = links.every((one) => one !== undefined);
	if (digest !== undefined && isSilent)
		keep(path, { digest, links, documents });
}
