// Reads the bytes of all files and does nothing with them: no builder can be done sooner.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

for (const entry of readdirSync(process.argv[2], {
	recursive: true,
	withFileTypes: true,
}))
	if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name));
