#!/usr/bin/env node
/** The command `feedwright`: hands the process over. */

import { run } from "./run.ts";

process.once("SIGINT", () => process.exit(130));
// `feedwright | head` closes the pipe early, which is no mistake of anybody's.
for (const stream of [process.stdout, process.stderr])
	stream.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
	});

process.exitCode = await run(process);
