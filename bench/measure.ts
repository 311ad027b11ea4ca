/** Measures whole processes, from their start to their end. */

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";

const peakHook = new URL("peak.js", import.meta.url).href;

/** A program that is measured. */
export interface Contender {
	readonly name: string;
	/** What stands after `node`. */
	readonly words: readonly string[];
	/** The folder that it writes. */
	readonly output?: string;
	/** The folders that are removed before each run. */
	readonly forgets?: readonly string[];
}

export interface Run {
	readonly milliseconds: number;
	/** In bytes. */
	readonly peakMemory: number;
}

/** Runs a program once. */
export function measure(contender: Contender, workingDirectory: string): Run {
	const { name, words, forgets = [] } = contender;
	for (const folder of forgets)
		rmSync(folder, { recursive: true, force: true });
	const start = process.hrtime.bigint();
	const child = spawnSync(
		process.execPath,
		["--import", peakHook, ...words],
		// The fourth is for the hook.
		{ cwd: workingDirectory, stdio: ["ignore", "ignore", "inherit", "pipe"] },
	);
	const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
	if (child.status !== 0) throw new Error(`${name} failed`);
	return { milliseconds, peakMemory: Number(child.output[3]) * 1024 };
}

export function findMedian(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
	const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
	return (low + high) / 2;
}
