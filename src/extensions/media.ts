/** Media RSS (https://www.rssboard.org/media-rss): an article's picture. */

import { writeEmptyElement } from "../xml.ts";
import type { Extension } from "./extension.ts";

export const media: Extension = {
	prefix: "media",
	uri: "http://search.yahoo.com/mrss/",
	/** A thumbnail, not `media:content`, which SimplePie and others hand out as a file to download. */
	describeEntry({ image }) {
		return image === undefined
			? []
			: [writeEmptyElement("media:thumbnail", { url: image })];
	},
};
