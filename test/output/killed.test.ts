import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { buildSync } from "esbuild";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Diagnostic, Failure } from "../../src/diagnostics.ts";
import { writeOutput } from "../../src/output/output.ts";

let home = "";
let dist = "";

beforeEach(() => {
	home = fs.mkdtempSync(join(tmpdir(), "killed-"));
	dist = join(home, "dist");
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

/** Three builds that differ in texts and in paths: files come, change, go, and become folders. */
const builds = [
	["rss.xml", "atom.xml", "a/rss.xml", "a/b/rss.xml", "feed"],
	["rss.xml", "feed.json", "a/rss.xml", "c/d/rss.xml", "feed/rss.xml"],
	["atom.xml", "a/b/rss.xml", "c", "feed"],
];

const textOf = (path: string, build: number) =>
	`begin ${path} ${build}\n${"line\n".repeat(4000 + build)}end\n`;

const filesOf = (build: number) =>
	(builds[build] ?? []).map((path) => ({ path, text: textOf(path, build) }));

/** The paths of all files in the output folder, those that a build keeps for itself apart. */
const findFiles = () =>
	fs
		.readdirSync(dist, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(dist, join(entry.parentPath, entry.name)))
		.map((path) => path.split(sep).join("/"))
		.filter((path) => !path.startsWith(".feedwright-"))
		.sort();

/** Each file is the one of some build, whole. */
function expectWhole(): void {
	if (!fs.existsSync(dist)) return;
	for (const path of findFiles()) {
		const text = fs.readFileSync(join(dist, path), "utf8");
		const versions = builds.map((_, build) => textOf(path, build));
		// Not the texts themselves, which are long.
		expect([path, versions.includes(text)]).toEqual([path, true]);
	}
}

async function run(build: number, said: Diagnostic[] = []) {
	return writeOutput(
		dist,
		filesOf(build),
		{ shown: "dist", force: false },
		(diagnostic) => said.push(diagnostic),
	);
}

/** The next build has nothing to say and leaves exactly its files, the list, and no empty folder. */
async function expectNextBuildIsRight(build: number): Promise<void> {
	const said: Diagnostic[] = [];
	await run(build, said);
	expect(said).toEqual([]);
	expect(findFiles()).toEqual([...(builds[build] ?? [])].sort());
	for (const { path, text } of filesOf(build))
		expect(fs.readFileSync(join(dist, path), "utf8") === text).toBe(true);
	for (const entry of fs.readdirSync(dist, {
		recursive: true,
		withFileTypes: true,
	}))
		if (entry.isDirectory())
			expect(fs.readdirSync(join(entry.parentPath, entry.name))).not.toEqual(
				[],
			);
	expect(fs.existsSync(join(dist, ".feedwright-tmp"))).toBe(false);
}

const changing = [
	"mkdirSync",
	"mkdtempSync",
	"renameSync",
	"rmdirSync",
	"rmSync",
	"unlinkSync",
	"writeFileSync",
] as const;

/**
 * Lets the disk refuse while an action runs: the call with the given number (from 0) among those that change something,
 * and with `forever` each later one too, so that nothing is cleaned up: as if the process were killed there. Of a
 * file's text half is written.
 * @returns whether there were that many calls.
 */
async function refuse(
	number: number,
	code: string,
	forever: boolean,
	action: () => Promise<unknown>,
): Promise<boolean> {
	const real = Object.fromEntries(changing.map((name) => [name, fs[name]]));
	let calls = 0;
	for (const name of changing) {
		// An empty folder that cannot be removed is left, which is no reason to fail.
		if (name === "rmdirSync" && !forever) continue;
		const call = real[name] as (...values: unknown[]) => unknown;
		Object.assign(fs, {
			[name]: (...values: unknown[]) => {
				const isRefused = forever ? calls >= number : calls === number;
				calls++;
				if (!isRefused) return call(...values);
				if (name === "writeFileSync" && calls === number + 1)
					call(
						values[0],
						String(values[1]).slice(0, String(values[1]).length / 2),
					);
				throw Object.assign(new Error(code), { code, syscall: name });
			},
		});
	}
	syncBuiltinESMExports();
	try {
		await action();
	} finally {
		Object.assign(fs, real);
		syncBuiltinESMExports();
	}
	return calls > number;
}

const isFailure = (error: unknown) => {
	expect(error).toBeInstanceOf(Failure);
	expect((error as Failure).status).toBe(74);
	expect((error as Failure).diagnostics[0]?.code).toBe("output-failed");
};

describe("a build that ends between any two steps", () => {
	test.each([
		[undefined, 0],
		[0, 1],
		[1, 2],
		[2, 0],
		[1, 0],
	])(
		"leaves whole files, and the next one is right: from build %j to %j",
		async (from, to) => {
			let step = 0;
			for (let isEnd = false; !isEnd; step++) {
				fs.rmSync(dist, { recursive: true, force: true });
				if (from !== undefined) await run(from);
				isEnd = !(await refuse(step, "EIO", true, () =>
					run(to).catch(isFailure),
				));
				expectWhole();
				await expectNextBuildIsRight((to + (step % 3)) % 3);
			}
			expect(step).toBeGreaterThan(15);
		},
	);
});

describe("a disk that refuses one step", () => {
	test.each([["ENOSPC"], ["EACCES"]])(
		"leaves whole files and nothing temporary: %s",
		async (code) => {
			for (let step = 0, isEnd = false; !isEnd; step++) {
				fs.rmSync(dist, { recursive: true, force: true });
				await run(0);
				isEnd = !(await refuse(step, code, false, () =>
					run(1).catch(isFailure),
				));
				expectWhole();
				await expectNextBuildIsRight(1);
			}
		},
	);

	test("has changed no file when it refuses a temporary one", async () => {
		await run(0);
		const list = fs.readFileSync(join(dist, ".feedwright-written"), "utf8");
		const refused: unknown[] = [];
		// Making a folder, taking the lock and making room for temporary files take fewer steps than 20.
		for (let step = 0; step < 20; step++) {
			await refuse(step, "ENOSPC", false, () =>
				run(1).catch((error: Failure) => {
					refused.push(error.diagnostics[0]);
				}),
			);
			if (fs.readFileSync(join(dist, ".feedwright-written"), "utf8") !== list) {
				await run(0);
				continue;
			}
			expect(fs.readdirSync(dist)).not.toContain(".feedwright-tmp");
			expect(findFiles()).toEqual([...(builds[0] ?? [])].sort());
			for (const { path, text } of filesOf(0))
				expect(fs.readFileSync(join(dist, path), "utf8") === text).toBe(true);
		}
		expect(refused).toContainEqual({
			severity: "error",
			code: "output-failed",
			message: '"dist/feed.json" cannot be written: the disk is full',
			hint: "Make room and build again.",
			file: "dist/feed.json",
		});
	});
});

const repository = join(import.meta.dirname, "../..");

/** Makes JavaScript of the code, since loading TypeScript takes far longer than what is tested. */
function compileOutput(): void {
	buildSync({
		entryPoints: [join(repository, "src/output/output.ts")],
		outfile: join(home, "output.js"),
		bundle: true,
		platform: "node",
		format: "esm",
	});
	fs.writeFileSync(join(home, "package.json"), '{ "type": "module" }');
}

/** Writes a script that waits for a line and then builds one after the other: so many times, or until it is killed. */
function writeBuilder(): string {
	const script = join(home, "builder.js");
	compileOutput();
	const all = builds.map((_, build) => filesOf(build));
	fs.writeFileSync(join(home, "builds.json"), JSON.stringify(all));
	fs.writeFileSync(
		script,
		`
		import { readFileSync } from "node:fs";
		import { writeOutput } from "./output.js";
		const [folder, times, first] = process.argv.slice(2);
		const builds = JSON.parse(readFileSync(new URL("builds.json", import.meta.url), "utf8"));
		const options = { shown: "dist", force: false };
		process.stdin.once("data", async () => {
			for (let build = 0; build < Number(times); build++)
				await writeOutput(folder, builds[(build + Number(first)) % 3], options, (problem) => {
					if (problem.severity === "info") return;
					console.error(problem);
					process.exitCode = 1;
				});
			process.exit();
		});
		process.stdout.write("ready");
		`,
	);
	return script;
}

/** Starts the script and gives its process once that is ready. */
function startBuilder(
	script: string,
	times: number,
	first: number,
): Promise<ChildProcess> {
	const child = spawn(
		process.execPath,
		[script, dist, String(times), String(first)],
		{ stdio: ["pipe", "pipe", "inherit"] },
	);
	return new Promise((resolve, reject) => {
		child.stdout.once("data", () => resolve(child));
		child.once("close", () => reject(new Error("it ended by itself")));
	});
}

describe("builds at the same time", () => {
	test("do not mix, and none fails", async () => {
		const script = writeBuilder();
		// So many that one looks at a folder while another makes a file of it, which once ended the first.
		const children = await Promise.all(
			[0, 1, 2, 0, 1, 2].map((first) => startBuilder(script, 15, first)),
		);
		const ends = children.map(
			(child) => new Promise((resolve) => child.once("close", resolve)),
		);
		for (const child of children) child.stdin?.write("go\n");
		expect(await Promise.all(ends)).toEqual([0, 0, 0, 0, 0, 0]);
		const written = findFiles().join();
		const build = builds.findIndex(
			(paths) => [...paths].sort().join() === written,
		);
		expect(build).toBeGreaterThanOrEqual(0);
		for (const { path, text } of filesOf(build))
			expect(fs.readFileSync(join(dist, path), "utf8") === text).toBe(true);
		expect(fs.existsSync(join(dist, ".feedwright-tmp"))).toBe(false);
	});
});

describe("a build that is killed", () => {
	/** How often; more by hand. */
	const kills = Number(process.env.FEEDWRIGHT_KILLS ?? 25);

	test("leaves whole files, and the next one is right", {
		timeout: 20_000 + kills * 2000,
	}, async () => {
		const script = writeBuilder();
		const start = () => startBuilder(script, Number.POSITIVE_INFINITY, 0);
		let caught = 0;
		let next = start();
		for (let kill = 0; kill < kills; kill++) {
			const child = await next;
			if (kill + 1 < kills) next = start();
			const ended = new Promise((resolve) => child.once("close", resolve));
			child.stdin?.write("go\n");
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
			child.kill("SIGKILL");
			await ended;
			expect(child.signalCode).toBe("SIGKILL");
			if (fs.existsSync(join(dist, ".feedwright-tmp"))) caught++;
			expectWhole();
			await expectNextBuildIsRight(kill % 3);
		}
		// Some were killed while they wrote, or this shows nothing.
		expect(caught).toBeGreaterThan(kills / 10);
	});
});
