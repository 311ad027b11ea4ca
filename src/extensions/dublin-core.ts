/** Dublin Core (https://www.dublincore.org/specifications/dublin-core/dces/): the people and languages of RSS items. */

import { writeElement } from "../xml.ts";
import type { Extension } from "./extension.ts";

export const dublinCore: Extension = {
	prefix: "dc",
	uri: "http://purl.org/dc/elements/1.1/",
	/** One `dc:creator` per author, since RSS takes one `author` and that with an e-mail address (RSS profile). */
	describeEntry(entry, format) {
		if (format !== "rss") return [];
		return [
			...entry.authors.map(({ name }) => writeElement("dc:creator", name)),
			...entry.contributors.map(({ name }) =>
				writeElement("dc:contributor", name),
			),
			writeElement("dc:language", entry.language),
		];
	},
};
