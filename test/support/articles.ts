/** Articles and what they take from their site, with what stands for everything that a test does not say. */

import type { Article } from "../../src/article.ts";
import { plain } from "../../src/dialects/plain.ts";
import type { Generator } from "../../src/disk/generator.ts";
import type { Directory } from "../../src/people.ts";
import type { Site } from "../../src/site.ts";
import { createZone } from "../../src/zones.ts";

const nobody: Directory = new Map();

/** A site in English and UTC whose articles are plain. */
export const createSite = (more: Partial<Site> = {}): Site => ({
	url: "https://x.org/blog/",
	language: "en",
	zone: createZone("UTC"),
	dateOnlyTime: "00:00",
	dialect: plain,
	permalinks: new Map(),
	languages: [],
	languageFolders: new Map(),
	defaults: [],
	directory: nobody,
	...more,
});

/** An article that says nothing. */
export const createArticle = (more: Partial<Article> = {}): Article => ({
	file: "articles/a.md",
	path: "a.md",
	id: "https://x.org/a/",
	url: "https://x.org/a/",
	slug: "a",
	date: 0,
	updated: 0,
	authors: [],
	contributors: [],
	categories: [],
	aliases: [],
	tags: [],
	attachments: [],
	language: "en",
	...more,
});

/** What is found where there is no generator. */
export const createGenerator = (more: Partial<Generator> = {}): Generator => ({
	dialect: plain,
	folder: "/",
	base: "/",
	facts: {},
	people: [],
	files: [],
	...more,
});
