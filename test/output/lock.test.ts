import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Diagnostic, Failure } from "../../src/diagnostics.ts";
import { withLock } from "../../src/output/lock.ts";
import { writeOutput } from "../../src/output/output.ts";

let home = "";
let dist = "";
let lock = "";
let said: Diagnostic[] = [];

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), "lock-"));
	dist = join(home, "dist");
	lock = join(dist, ".feedwright-tmp", "lock");
	said = [];
});
afterEach(() => {
	vi.useRealTimers();
	rmSync(home, { recursive: true, force: true });
});

const report = (diagnostic: Diagnostic) => said.push(diagnostic);

const build = (text = "a") =>
	writeOutput(
		dist,
		[{ path: "rss.xml", text }],
		{ shown: "dist", force: false },
		report,
	);

const here = hostname()
	.replace(/[^\w.-]/g, "_")
	.slice(0, 100);

/** Leaves a lock as a build of that process on that machine does. */
function hold(pid: number | undefined, host = here, age = 0): string {
	const name = `${pid}@${host}@${Date.now() - age}@${randomBytes(8).toString("hex")}`;
	mkdirSync(lock, { recursive: true });
	writeFileSync(join(lock, name), "");
	return name;
}

const deadProcess = () => spawnSync(process.execPath, ["-e", ""]).pid;

const expectBuilt = () =>
	expect(readdirSync(dist)).toEqual([".feedwright-written", "rss.xml"]);

describe("a lock that is taken over", () => {
	test.each([
		["of a process that is gone", () => hold(deadProcess())],
		["of an earlier process with our number", () => hold(process.pid)],
		[
			"that another machine left a minute ago",
			() => hold(1, "elsewhere", 60_001),
		],
		[
			"of a build that was killed while it released it",
			() => mkdirSync(lock, { recursive: true }),
		],
		[
			"that is a file",
			() => {
				mkdirSync(join(lock, ".."), { recursive: true });
				writeFileSync(lock, "garbage");
			},
		],
		[
			"that holds garbage",
			() => {
				mkdirSync(join(lock, "folder", "in folder"), { recursive: true });
				writeFileSync(join(lock, "0@x@0@0"), "garbage");
			},
		],
		[
			"of two processes that are gone, as a merge may leave it",
			() => {
				hold(deadProcess());
				hold(1, "elsewhere", 90_000);
			},
		],
	])("is one %s", async (_, leave) => {
		leave();
		expect(await build()).toBeDefined();
		expectBuilt();
		expect(said).toEqual([]);
	});

	test("is cleared even when there is nothing to write", async () => {
		await build();
		hold(deadProcess());
		writeFileSync(join(lock, "../new-file"), "half");
		await build();
		expectBuilt();
	});
});

describe("a lock that is held", () => {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ["setTimeout", "performance", "Date"] });
	});

	test("is waited for, which is said once after a second", async () => {
		const name = hold(process.ppid);
		const built = build();
		await vi.advanceTimersByTimeAsync(900);
		expect(said).toEqual([]);
		await vi.advanceTimersByTimeAsync(5000);
		expect(said).toEqual([
			{
				severity: "info",
				code: "output-waiting",
				message: `another build is writing to "dist" (process ${process.ppid} on ${here})`,
				hint: "This one goes on when that one is done.",
			},
		]);
		expect(existsSync(join(dist, "rss.xml"))).toBe(false);
		rmSync(join(lock, name));
		await vi.advanceTimersByTimeAsync(100);
		expect(await built).toBeDefined();
		expectBuilt();
	});

	test("by another machine is waited for until it is a minute old", async () => {
		hold(1, "elsewhere", 30_000);
		const built = build();
		await vi.advanceTimersByTimeAsync(29_000);
		expect(existsSync(join(dist, "rss.xml"))).toBe(false);
		await vi.advanceTimersByTimeAsync(2000);
		expect(await built).toBeDefined();
		expectBuilt();
	});

	test("for ten minutes ends the build", async () => {
		hold(process.ppid);
		const failed = build().catch((error: unknown) => error);
		await vi.advanceTimersByTimeAsync(10 * 60_000 + 100);
		const error = (await failed) as Failure;
		expect(error).toBeInstanceOf(Failure);
		expect(error.status).toBe(74);
		expect(error.diagnostics).toEqual([
			{
				severity: "error",
				code: "output-locked",
				message: `another build has held "dist/.feedwright-tmp/lock" for ten minutes (process ${process.ppid} on ${here})`,
				hint: 'If no build is running, remove "dist/.feedwright-tmp/lock" and build again.',
				file: "dist/.feedwright-tmp/lock",
			},
		]);
		expect(readdirSync(dist)).toEqual([".feedwright-tmp"]);
	});
});

describe("a lock of ours", () => {
	test("is released when the work fails", async () => {
		const failed = withLock(dist, "dist", report, async () => {
			expect(readdirSync(lock)).toHaveLength(1);
			throw new Error("a bug");
		});
		await expect(failed).rejects.toThrow("a bug");
		expect(readdirSync(dist)).toEqual([]);
	});

	test("keeps two builds of one process apart", async () => {
		const texts = ["a", "b", "c", "d"];
		const results = await Promise.all(texts.map((text) => build(text)));
		expect(results.every((result) => result?.files[0]?.written)).toBe(true);
		expectBuilt();
		expect(said).toEqual([]);
	});

	test("is held by one process at a time, though they are killed while they hold it", async () => {
		const script = join(home, "holder.mts");
		const source = new URL("../../src/output/lock.ts", import.meta.url);
		writeFileSync(
			script,
			`
			import { mkdirSync, rmdirSync } from "node:fs";
			import { withLock } from ${JSON.stringify(source)};
			const [folder, inside] = process.argv.slice(2);
			for (let round = 0; round < 12; round++)
				await withLock(folder, "dist", () => {}, async () => {
					mkdirSync(inside); // fails when another process is inside
					await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
					rmdirSync(inside);
					if (Math.random() < 0.15) process.kill(process.pid, "SIGKILL");
				});
			`,
		);
		hold(deadProcess());
		const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx"));
		const ends = await Promise.all(
			Array.from({ length: 5 }, () => {
				const child = spawn(
					process.execPath,
					["--import", tsx.href, script, dist, join(home, "inside")],
					{ stdio: ["ignore", "ignore", "pipe"] },
				);
				let errors = "";
				child.stderr.on("data", (data) => {
					errors += data;
				});
				return new Promise<string>((resolve) =>
					child.on("close", (code, signal) =>
						resolve(code === 0 || signal === "SIGKILL" ? "" : errors),
					),
				);
			}),
		);
		expect(ends.join("")).toBe("");
		expect(await build()).toBeDefined();
		expectBuilt();
	});
});
