/** One run of the program: words in, text on two streams and an exit status out. */

import { createRequire } from "node:module";
import pc from "picocolors";
import { type Arguments, readArguments } from "./arguments.ts";
import { runAdopt } from "./commands/adopt.ts";
import { runBuild } from "./commands/build.ts";
import type { Command } from "./commands/command.ts";
import { runDiff } from "./commands/diff.ts";
import { runInit } from "./commands/init.ts";
import { type Diagnostic, Failure, sortDiagnostics } from "./diagnostics.ts";
import { help } from "./help.ts";
import { noArticles, type Outcome } from "./outcome.ts";
import { createProgress } from "./progress.ts";
import { reporters } from "./reporters/reporters.ts";
import { reportText } from "./reporters/text.ts";

interface Stream {
	readonly isTTY?: boolean | undefined;
	write(text: string): unknown;
}

/** What a run needs of `process`; tests hand in one of their own. */
export interface ProcessLike {
	readonly argv: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly stdout: Stream;
	readonly stderr: Stream;
	cwd(): string;
}

const commands: Readonly<Record<Arguments["command"], Command>> = {
	adopt: runAdopt,
	build: runBuild,
	diff: runDiff,
	init: runInit,
};

/** Gives feedwright's own version, as its package names it. */
export function readVersion(): string {
	const { version } = createRequire(import.meta.url)("../package.json");
	return version;
}

/** Anything that is thrown and no Failure is a bug of feedwright, which its author wants to see whole. */
function describeThrown(
	error: unknown,
): Pick<Outcome, "status" | "diagnostics"> {
	if (error instanceof Failure)
		return {
			status: error.status,
			diagnostics: sortDiagnostics(error.diagnostics),
		};
	const stack = error instanceof Error ? error.stack : String(error);
	const diagnostic: Diagnostic = {
		severity: "error",
		code: "bug",
		message: "this is a bug in feedwright; please report it with what follows",
		hint: stack,
	};
	return { status: 70, diagnostics: [diagnostic] };
}

function wantsColor(stream: Stream, env: ProcessLike["env"]): boolean {
	return stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
}

/** What the words ask for even when the rest of them is wrong: a program expects its object. */
function findReporter(words: readonly string[]) {
	const named = words.flatMap((word, index) =>
		word === "--reporter"
			? [words[index + 1] ?? ""]
			: word.startsWith("--reporter=")
				? [word.slice("--reporter=".length)]
				: [],
	);
	const name = named.at(-1) ?? "text";
	return (Object.hasOwn(reporters, name) && reporters[name]) || reportText;
}

/** Runs a command line and gives the exit status; nothing is thrown. */
export async function run(process: ProcessLike): Promise<number> {
	const start = performance.now();
	const { stdout, stderr, env } = process;
	const words = process.argv.slice(2);
	const colors = pc.createColors(wantsColor(stderr, env));
	const report = findReporter(words);
	const isWatched =
		stderr.isTTY &&
		!env.CI &&
		report === reportText &&
		!words.includes("--quiet");
	const progress = createProgress(
		isWatched ? (text) => stderr.write(text) : undefined,
	);
	let outcome: Omit<Outcome, "milliseconds">;
	try {
		const options = readArguments(words, env);
		if (options.help || options.version) {
			stdout.write(options.help ? help : `${readVersion()}\n`);
			return 0;
		}
		outcome = await commands[options.command](options, {
			workingDirectory: process.cwd(),
			now: options.now ?? Date.now(),
			isCi: !/^(?:|0|false|no|off)$/i.test(env.CI ?? ""),
			pause: progress.pause,
		});
	} catch (error) {
		outcome = {
			...describeThrown(error),
			articles: noArticles,
			feeds: [],
			removed: [],
		};
	}
	progress.clear();
	const milliseconds = performance.now() - start;
	const quiet = words.includes("--quiet");
	const text = report(
		{ ...outcome, milliseconds },
		{ quiet, colors, version: readVersion() },
	);
	stderr.write(text.stderr);
	stdout.write(text.stdout);
	return outcome.status;
}
