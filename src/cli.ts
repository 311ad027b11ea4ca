#!/usr/bin/env node
/** The command `feedwright`: hands the process over. */

process.once("SIGINT", () => process.exit(130));
// `feedwright | head` closes the pipe early, which is no mistake of anybody's.
for (const stream of [process.stdout, process.stderr])
	stream.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
	});

// Only now, since loading the rest takes a while in which an interrupt may come.
const { run } = await import("./run.ts");
process.exitCode = await run(process);

export {};
