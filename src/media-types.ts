/** MIME types by the ending of an address. The table is npm `mime`'s; a site without pictures and sound never loads it. */

import { createRequire } from "node:module";
import type { Mime } from "mime/lite";

let table: Mime | undefined;

/**
 * Finds the type of what lies at an address (example: `audio/mpeg`).
 * @returns undefined where the ending says nothing
 */
export function findMediaType(url: string): string | undefined {
	table ??= createRequire(import.meta.url)("mime").default as Mime;
	return table.getType(new URL(url).pathname) ?? undefined;
}
