/**
 * Compares feedwright with the script that it replaces: `npm run bench`, or `npm run bench -- 2000 --runs 3` for another
 * number of articles and of runs. It prints what it finds and judges nothing.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { prepareArticles } from "./articles.ts";
import { type Contender, findMedian, measure, type Run } from "./measure.ts";

const project = fileURLToPath(new URL("..", import.meta.url));

function readCount(word: string): number {
	if (/^[1-9]\d{0,6}$/.test(word)) return Number(word);
	throw new Error("Usage: npm run bench -- [ARTICLES] [--runs NUMBER]");
}

function readOptions(): { count: number; runs: number } {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { runs: { type: "string", default: "5" } },
	});
	const [count = "10000"] = positionals;
	return { count: readCount(count), runs: readCount(values.runs) };
}

function listContenders(root: string): Contender[] {
	const config = join(root, "feed.config.json");
	const site = {
		url: "https://news.example.org/",
		title: "The Example",
		timeZone: "Asia/Tokyo",
	};
	writeFileSync(config, JSON.stringify({ site, output: "feedwright" }));
	const cli = join(project, "lib/cli.js");
	const build = [cli, "build", "--config", config];
	const locked = join(root, "locked");
	mkdirSync(locked, { recursive: true });
	const lockedConfig = join(locked, "feed.config.json");
	writeFileSync(
		lockedConfig,
		JSON.stringify({ site, articles: "../articles", archive: true }),
	);
	const articles = join(root, "articles");
	const ours = join(root, "feedwright");
	const theirs = join(root, "plain");
	const script = join(project, "bench/plain.ts");
	const cache = join(root, ".feedwright");
	return [
		{
			name: "feedwright, the first build",
			words: build,
			output: ours,
			forgets: [ours, cache],
		},
		{
			name: "feedwright, any other",
			words: build,
			output: ours,
			forgets: [ours],
		},
		{
			name: "with a lock and archives",
			words: [cli, "build", "--lock", "--config", lockedConfig],
			output: join(locked, "dist"),
		},
		{
			name: "plain script",
			words: ["--import", "tsx", script, articles, theirs],
			output: theirs,
			forgets: [theirs],
		},
		{
			name: "reading the bytes alone",
			words: [join(project, "bench/bytes.js"), articles],
		},
	];
}

/** Takes the contenders in turns, so that what else the machine does meets them alike; the first round is a warm-up. */
function runInTurns(contenders: readonly Contender[], rounds: number): Run[][] {
	const runs: Run[][] = contenders.map(() => []);
	for (let round = 0; round <= rounds; round++)
		for (const [index, contender] of contenders.entries()) {
			const run = measure(contender, project);
			if (round > 0) runs[index]?.push(run);
		}
	return runs;
}

function countItems(output: string | undefined): string {
	if (output === undefined) return "–";
	const { items } = JSON.parse(readFileSync(join(output, "feed.json"), "utf8"));
	return String(items.length);
}

const letters = "ABCDE";

/** Writes a row for each contender; `÷ C` is its median divided by that of contender C. */
function writeTable(contenders: readonly Contender[], runs: Run[][]): string {
	const times = runs.map((of) => of.map(({ milliseconds }) => milliseconds));
	const medians = times.map(findMedian);
	const head = ["", "median", "min–max", "peak", "items"];
	const rows = contenders.map(({ name, output }, index) => {
		const own = times[index] ?? [];
		const peaks = runs[index]?.map(({ peakMemory }) => peakMemory) ?? [];
		const median = medians[index] ?? 0;
		return [
			`${letters[index]}  ${name}`,
			`${median.toFixed(0)} ms`,
			`${Math.min(...own).toFixed(0)}–${Math.max(...own).toFixed(0)} ms`,
			`${(Math.max(...peaks) / 1e6).toFixed(0)} MB`,
			countItems(output),
			...medians.map((other) => (median / other).toFixed(2)),
		];
	});
	return alignColumns([
		[...head, ...[...letters].map((l) => `÷ ${l}`)],
		...rows,
	]);
}

function alignColumns(rows: readonly string[][]): string {
	const width = (column: number) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0));
	return rows
		.map((row) =>
			row
				.map((cell, column) =>
					column === 0
						? cell.padEnd(width(column))
						: cell.padStart(width(column) + 2),
				)
				.join(""),
		)
		.join("\n");
}

const { count, runs } = readOptions();
const contenders = listContenders(prepareArticles(count));
const processors = cpus();
console.log(
	`${count.toLocaleString("en")} articles, three formats of the newest 50; ${runs} runs after a warm-up
${processors[0]?.model ?? "unknown processor"} (${processors.length}), ${process.platform} ${process.arch}, Node.js ${process.versions.node}
`,
);
console.log(writeTable(contenders, runInTurns(contenders, runs)));
