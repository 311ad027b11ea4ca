/** A site in a folder of its own, built by the whole program through a fake process. */

import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Outcome } from "../../src/outcome.ts";
import { run } from "../../src/run.ts";

/** Texts or bytes by their path below a folder, with `/`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The clock of every test, after all dates in its articles. */
export const now = "2025-01-01T00:00:00Z";

/** The least that a configuration says. */
export const site = {
	site: { url: "https://example.com/", title: "The Example" },
};

export interface Run {
	readonly status: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** What a run says with `--reporter json`. */
export type Report = Pick<
	Outcome,
	"articles" | "diagnostics" | "feeds" | "lock" | "removed"
>;

export interface Folder {
	readonly path: string;
	/** Runs a command line there. */
	readonly run: (words: readonly string[]) => Promise<Run>;
	/** Builds at `now`, and gives what a program is told. */
	readonly build: (
		...words: string[]
	) => Promise<Report & { readonly status: number }>;
	/** The files in `dist/`, without the list of what was written. */
	readonly read: () => Record<string, string>;
	/** The lock's text, where there is one. */
	readonly readLock: () => string | undefined;
	readonly write: (files: Files) => void;
	/** Takes away all but `dist/`. */
	readonly clear: () => void;
	readonly remove: () => void;
}

/** Writes files below a folder, which need not exist. */
export function writeFiles(folder: string, files: Files): void {
	for (const [path, data] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), data);
	}
}

/** Reads every file below a folder as text, in the order of their paths; hidden ones are left out. */
export function readFiles(folder: string): Record<string, string> {
	if (!existsSync(folder)) return {};
	const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.name.startsWith("."))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	return Object.fromEntries(
		paths.map((path) => [
			path.slice(folder.length + 1).replaceAll("\\", "/"),
			readFileSync(path, "utf8"),
		]),
	);
}

/** Makes a site in a temporary folder; whoever asks for it removes it. */
export function createFolder(files: Files, config: object = site): Folder {
	const path = mkdtempSync(join(tmpdir(), "feedwright-"));
	writeFiles(path, { "feed.config.json": JSON.stringify(config), ...files });
	const runThere = async (words: readonly string[]): Promise<Run> => {
		let [stdout, stderr] = ["", ""];
		const status = await run({
			argv: ["node", "feedwright", ...words],
			env: {},
			cwd: () => path,
			stdout: { write: (text: string) => (stdout += text) },
			stderr: { write: (text: string) => (stderr += text) },
		});
		return { status, stdout, stderr };
	};
	return {
		path,
		run: runThere,
		async build(...words) {
			const { status, stdout } = await runThere([
				...["build", "--now", now, "--reporter", "json"],
				...words,
			]);
			return { status, ...(JSON.parse(stdout) as Report) };
		},
		read: () => readFiles(join(path, "dist")),
		readLock: () =>
			existsSync(join(path, "feeds.lock.json"))
				? readFileSync(join(path, "feeds.lock.json"), "utf8")
				: undefined,
		write: (more) => writeFiles(path, more),
		clear() {
			for (const name of readdirSync(path))
				if (name !== "dist")
					rmSync(join(path, name), { recursive: true, force: true });
		},
		remove: () => rmSync(path, { recursive: true, force: true }),
	};
}

export interface Built extends Report {
	readonly status: number;
	/** The texts of `dist/` by their path. */
	readonly files: Record<string, string>;
}

/** Builds a site once and keeps nothing on the disk. */
export async function buildFolder(
	files: Files,
	config: object = site,
	...words: string[]
): Promise<Built> {
	const folder = createFolder(files, config);
	try {
		return { ...(await folder.build(...words)), files: folder.read() };
	} finally {
		folder.remove();
	}
}
