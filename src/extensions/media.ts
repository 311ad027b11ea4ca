/** Media RSS (https://www.rssboard.org/media-rss): an article's picture, its caption and its credit. */

import { writeAttributes, writeElement } from "../xml.ts";
import type { Extension } from "./extension.ts";

export const media: Extension = {
	prefix: "media",
	uri: "http://search.yahoo.com/mrss/",
	/** Newsletter services take their picture from `media:content`, and only with a medium. */
	describeEntry({ image }) {
		if (image === undefined) return [];
		const { url, type, alt, caption, credit } = image;
		const plain = { type: "plain" };
		const inner = [
			writeElement("media:title", alt, plain),
			writeElement("media:description", caption, plain),
			writeElement("media:credit", credit),
		].join("");
		const attributes = writeAttributes({ url, type, medium: "image" });
		return [`<media:content${attributes}>${inner}</media:content>`];
	},
};
