/**
 * A site's own files about its authors: Docusaurus' and Hexo's `authors.yml`, Jekyll's `_data/authors.yml`, MkDocs
 * Material's `.authors.yml`, Hugo's `data/authors/*` and `content/authors/*`, Contentlayer's `data/authors/*.mdx`. What has
 * none of their shapes is left alone: other programs read these files, so nothing in them is a mistake here.
 */

import {
	type Field,
	findPart,
	foldCase,
	isMap,
	listItems,
	readText,
} from "./fields.ts";
import type { Value } from "./front-matter/values.ts";
import type { Person } from "./model.ts";
import type { Directory } from "./people.ts";
import { findParts, isPersonal, readName, readPerson } from "./person.ts";

type Entries = readonly (readonly [key: string, person: Person])[];

const folderOfPeople =
	/^_?(?:authors?|people|team|staff|contributors|members)$/i;

/** What a file is named by: an `index` by its folder. */
function readPath(path: string): { key: string; isInFolder: boolean } {
	const steps = path.split("/");
	const name = (steps.pop() ?? "").replace(/(?<=.)\.[^.]*$/, "");
	const isIndex = /^_?index(?:\.[\w-]+)?$/.test(name);
	const key = isIndex ? (steps.pop() ?? "") : name;
	return { key, isInFolder: folderOfPeople.test(steps.at(-1) ?? "") };
}

/** Hugo's pages of people have their names as titles, and often no other key. */
function isPage(field: Field): boolean {
	const title = findPart(field, "title");
	return readPath(field.key).isInFolder && typeof title?.value === "string";
}

/** A file that is about one person. */
function readOwnPerson(field: Field, base: string): Entries {
	const { key, isInFolder } = readPath(field.key);
	const name = readText(findPart(field, "title")) ?? key;
	const person = readPerson(field, base, isInFolder ? { name } : {});
	return person ? [[key, person]] : [];
}

function readMap(field: Field, base: string): Entries {
	if (!isMap(field.value)) return [];
	return [...field.value.keys()].flatMap((key) => {
		const part = findPart(field, key);
		if (part === undefined || Array.isArray(part.value)) return [];
		const name = isMap(part.value) ? undefined : readText(part);
		const person =
			name === undefined
				? readPerson(part, base, { name: key })
				: readName(name);
		return person ? [[key, person] as const] : [];
	});
}

function readList(field: Field, base: string): Entries {
	return listItems(field).flatMap((item) => {
		const keys = findParts(item, "key").flatMap((part) => readText(part) ?? []);
		const person = readPerson(item, base, keys[0] ? { name: keys[0] } : {});
		if (person === undefined) return [];
		return [...keys, person.name].map((key) => [key, person] as const);
	});
}

/** The people under the one key of a file like MkDocs Material's. */
function findInner(field: Field): Field | undefined {
	const inner = findPart(field, "authors") ?? findPart(field, "people");
	return inner && !isPersonal(inner) && typeof inner.value !== "string"
		? inner
		: undefined;
}

function readFile(field: Field, base: string): Entries {
	const isSection = /(?:^|\/)_index\.[^/]*$/.test(field.key);
	if (isSection && !readPath(field.key).isInFolder) return [];
	if (!isMap(field.value)) return readList(field, base);
	if (isPersonal(field) || isPage(field)) return readOwnPerson(field, base);
	const inner = findInner(field) ?? field;
	return isMap(inner.value) ? readMap(inner, base) : readList(inner, base);
}

/** Reads who the keys of authors are; where several files have a key the first one counts. */
export function readDirectory(
	files: readonly { readonly path: string; readonly value: Value }[],
	base: string,
): Directory {
	const people = new Map<string, Person>();
	for (const { path, value } of files) {
		if (value === null) continue;
		const file: Field = { key: path, value, complain: () => {} };
		for (const [key, person] of readFile(file, base)) {
			const folded = foldCase(key.trim());
			if (!people.has(folded)) people.set(folded, person);
		}
	}
	return people;
}
