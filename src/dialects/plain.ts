/** feedwright's own names, for articles that no generator has shaped. */

import { comma } from "../characters.ts";
import { keepName } from "../slugs.ts";
import type { Dialect, Keys } from "./dialect.ts";

export const plain: Dialect = {
	name: "plain",
	title: "no generator",
	keys: {
		aliases: ["aliases"],
		authorAvatar: [],
		authorEmail: [],
		authorUrl: [],
		authors: ["authors", "author"],
		categories: ["categories", "category"],
		content: ["content"],
		contributors: ["contributors"],
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
		published: [],
		retracted: ["retracted"],
		section: ["section"],
		slug: ["slug"],
		tags: ["tags"],
		title: ["title"],
		updated: ["updated"],
	},
	recognise: () => undefined,
	suspect: () => undefined,
	fences: ["yaml", "toml", "json", "object"],
	markup: [],
	excerptMarker: /^\s*more\s*$/i,
	roots: [],
	indexes: ["index"],
	separators: [comma],
	technicalTags: [],
	titlesByName: false,
	permalink: () => "/:slug/",
	readPattern: (pattern) => pattern,
	slugify: keepName,
	slugifiesSlugs: false,
	slugSource: "undated name",
	readPicture: (src) => src,
	readBodyPicture: (src) => src,
	isLeftOut: () => false,
	isPage: () => false,
	addCategories: (_, own) => own,
	readSite: () => ({}),
	authorFiles: [],
};

/** The keys of the contract, whose mistakes are errors wherever feedwright's own names are read. */
export const strictKeys: Keys = {
	...plain.keys,
	aliases: [],
	categories: [],
	contributors: [],
};
