/** A site whose feeds somebody else published before, and a server for them on this machine. */

import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect } from "vitest";
import { run } from "../../src/run.ts";
import {
	createFolder,
	type Files,
	type Folder,
	now,
	type Run,
} from "../support/folder.ts";

const folders: Folder[] = [];
const servers: Server[] = [];

afterEach(() => {
	for (const folder of folders.splice(0)) folder.remove();
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

/** What no test is about. */
export const config = { site: { url: "https://x.org/", title: "X" } };

export function open(files: Files, more: object = {}): Folder {
	const folder = createFolder(files, { ...config, ...more });
	folders.push(folder);
	return folder;
}

export const article = (title: string, date: string, more = "") =>
	`---\ntitle: ${title}\ndate: ${date}\n${more}---\nText of ${title}.\n`;

/** Four articles, the newest last. */
export const articles: Files = {
	"articles/ant.md": article("Ant", "2024-01-01"),
	"articles/bee.md": article("Bee", "2024-01-02"),
	"articles/cat.md": article("Cat", "2024-01-03"),
	"articles/dog.md": article("Dog", "2024-01-04"),
};

export interface Item {
	readonly id: string;
	readonly url?: string;
	readonly title?: string;
	/** `YYYY-MM-DD`. */
	readonly date?: string;
}

const escapeXml = (text: string) =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Writes a feed as another generator might have. */
export function writeRss(items: readonly Item[], head = ""): string {
	const written = items.map(
		({ id, url, title, date }) =>
			`<item>${title === undefined ? "" : `<title>${escapeXml(title)}</title>`}${url ? `<link>${url}</link>` : ""}<guid isPermaLink="false">${escapeXml(id)}</guid>${date ? `<pubDate>${new Date(date).toUTCString()}</pubDate>` : ""}</item>`,
	);
	return `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Old</title><link>https://old.example/</link><description>Old</description>${head}${written.join("")}</channel></rss>`;
}

export function writeAtom(
	items: readonly Item[],
	id = "urn:old-feed",
	head = "",
): string {
	const written = items.map(
		({ id, url, title = "", date = "2024-01-01" }) =>
			`<entry><id>${escapeXml(id)}</id><title>${escapeXml(title)}</title>${url ? `<link href="${url}"/>` : ""}<published>${date}T00:00:00Z</published><updated>${date}T00:00:00Z</updated></entry>`,
	);
	return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>${id}</id><title>Old</title><updated>2024-01-01T00:00:00Z</updated>${head}${written.join("")}</feed>`;
}

export function writeJson(items: readonly Item[], more: object = {}): string {
	return JSON.stringify({
		version: "https://jsonfeed.org/version/1.1",
		title: "Old",
		...more,
		items: items.map(({ id, url, title, date }) => ({
			id,
			url,
			title,
			...(date && { date_published: `${date}T00:00:00Z` }),
			content_text: "",
		})),
	});
}

/** The items of the four articles, with ids of their own. */
export const oldItems: readonly Item[] = [
	{ id: "old-4", url: "https://x.org/dog/", title: "Dog", date: "2024-01-04" },
	{ id: "old-3", url: "https://x.org/cat/", title: "Cat", date: "2024-01-03" },
	{ id: "old-2", url: "https://x.org/bee/", title: "Bee", date: "2024-01-02" },
	{ id: "old-1", url: "https://x.org/ant/", title: "Ant", date: "2024-01-01" },
];

/** Runs a command line at `now`. */
export async function launch(
	{ path }: Folder,
	words: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<Run> {
	let [stdout, stderr] = ["", ""];
	const status = await run({
		argv: ["node", "feedwright", ...words, "--now", now],
		env,
		cwd: () => path,
		stdout: { write: (text: string) => (stdout += text) },
		stderr: { write: (text: string) => (stderr += text) },
	});
	return { status, stdout, stderr };
}

/** Runs what goes well and complains of nothing, and gives what it prints. */
export async function check(
	folder: Folder,
	words: readonly string[],
): Promise<string> {
	const { status, stdout, stderr } = await launch(folder, words);
	expect([status, stderr]).toEqual([0, ""]);
	return stdout;
}

/** The lock's articles as `number path id`, with ids by format, in the order of their numbers. */
export function showLock({ path }: Folder): string[] {
	const lock = JSON.parse(readFileSync(join(path, "feeds.lock.json"), "utf8"));
	return lock.published
		.filter(({ feed }: { feed?: string }) => feed === undefined)
		.sort((a: { number: number }, b: { number: number }) => a.number - b.number)
		.map(
			({
				number,
				path,
				id,
				ids,
			}: Record<"number" | "path" | "id", string> & {
				ids?: Record<string, string>;
			}) =>
				[
					number,
					path,
					id,
					...Object.entries(ids ?? {}).map(
						([format, one]) => `${format}=${one}`,
					),
				].join(" "),
		);
}

/** The lock's feeds as `path id`, in the order of their paths. */
export function showFeeds({ path }: Folder): string[] {
	const lock = JSON.parse(readFileSync(join(path, "feeds.lock.json"), "utf8"));
	return lock.published
		.flatMap(({ feed, id }: { feed?: string; id: string }) =>
			feed === undefined ? [] : `${feed} ${id}`,
		)
		.sort();
}

/** Starts a server on this machine and gives its origin. */
export async function serve(answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Serves texts by their paths, and nothing else. */
export const serveFiles = (files: Readonly<Record<string, string>>) =>
	serve(({ url = "" }, response) => {
		const text = files[url.slice(1)];
		response.statusCode = text === undefined ? 404 : 200;
		response.end(text ?? "There is nothing here.");
	});
