/** feedwright's own names, for articles that no generator has shaped. */

import type { Dialect } from "./dialect.ts";

export const plain: Dialect = {
	name: "plain",
	keys: {
		authors: ["authors", "author"],
		content: ["content"],
		date: ["date"],
		description: ["description"],
		draft: ["draft"],
		enclosures: ["enclosures"],
		expires: ["expires"],
		id: ["id"],
		image: ["image"],
		language: ["language"],
		link: ["link"],
		permalink: ["permalink"],
		section: ["section"],
		slug: ["slug"],
		tags: ["tags"],
		title: ["title"],
		updated: ["updated"],
	},
};
