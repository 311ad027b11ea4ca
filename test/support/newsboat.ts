/** A real feed reader, where it is installed: newsboat subscribes over loopback HTTP and says how many items are new to it. */

import { execFile, spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export const hasNewsboat =
	spawnSync("newsboat", ["--version"], { stdio: "ignore" }).status === 0;

/** JSON Feed is none that newsboat reads. */
const names = ["rss.xml", "atom.xml"] as const;

type Counts = Record<(typeof names)[number], number>;

const runFile = promisify(execFile);

/** A server and a reader whose memory outlives the feeds that it is given. */
export class Newsboat {
	readonly #home = mkdtempSync(join(tmpdir(), "newsboat-"));
	readonly #server: Server;
	#folder = "";

	private constructor() {
		this.#server = createServer(({ url = "" }, response) => {
			response.setHeader("content-type", "application/xml");
			response.end(readFileSync(join(this.#folder, url.slice(1))));
		});
	}

	static async open(): Promise<Newsboat> {
		const newsboat = new Newsboat();
		const server = newsboat.#server;
		await new Promise<void>((resolve) =>
			server.listen(0, "127.0.0.1", resolve),
		);
		const { port } = server.address() as AddressInfo;
		// newsboat knows items by their ids alone, whatever feed they are in.
		for (const name of names) {
			const folder = join(newsboat.#home, name);
			mkdirSync(folder);
			writeFileSync(join(folder, "urls"), `http://127.0.0.1:${port}/${name}\n`);
			writeFileSync(join(folder, "config"), "use-proxy no\n");
		}
		return newsboat;
	}

	/**
	 * Loads what is in a folder, and says how many items are unread.
	 * @param ids of the items that are read then
	 */
	async load(folder: string, ids: readonly string[]): Promise<Counts> {
		this.#folder = folder;
		writeFileSync(join(this.#home, "read"), `${ids.join("\n")}\n`);
		const counts = names.map(async (name) => [name, await this.#count(name)]);
		return Object.fromEntries(await Promise.all(counts));
	}

	async #count(name: string): Promise<number> {
		const run = (...words: string[]) =>
			runFile(
				"newsboat",
				[
					...["-u", join(this.#home, name, "urls")],
					...["-c", join(this.#home, name, "cache.db")],
					...["-C", join(this.#home, name, "config")],
					...words,
				],
				{
					env: {
						...process.env,
						HOME: join(this.#home, name),
						XDG_CONFIG_HOME: this.#home,
						XDG_DATA_HOME: this.#home,
						no_proxy: "127.0.0.1",
						TERM: "dumb",
					},
				},
			);
		await run("-x", "reload");
		const { stdout } = await run("-x", "print-unread");
		const unread = Number(/\d+/.exec(stdout)?.[0]);
		await run("-I", join(this.#home, "read"));
		return unread;
	}

	async close(): Promise<void> {
		await new Promise((resolve) => this.#server.close(resolve));
		rmSync(this.#home, { recursive: true, force: true });
	}
}
