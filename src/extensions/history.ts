/**
 * Feed History (RFC 5005): which documents are archives, and which one holds everything. What links them to each other
 * are links of the formats' own.
 */

import { writeEmptyElement } from "../xml.ts";
import type { Extension } from "./extension.ts";

export const history: Extension = {
	prefix: "fh",
	uri: "http://purl.org/syndication/history/1.0",
	/** Sections 2 and 4. */
	describeFeed: ({ history: { isComplete, isArchive } }) => [
		...(isComplete ? [writeEmptyElement("fh:complete", {})] : []),
		...(isArchive ? [writeEmptyElement("fh:archive", {})] : []),
	],
};
