// Loaded into a measured process: tells its peak memory, in KiB, to whoever opened file 3 for it.
import { readFileSync, writeSync } from "node:fs";

/** On Linux `maxRSS` begins with the memory of the process that started this one. */
function readPeak() {
	if (process.platform !== "linux") return process.resourceUsage().maxRSS;
	return /^VmHWM:\s*(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))[1];
}

process.once("exit", () => writeSync(3, String(readPeak())));
