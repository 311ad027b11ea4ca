/**
 * The people of an article: names, keys of the site's authors file, or groups of keys that say more.
 */

import {
	type Field,
	findPart,
	foldCase,
	isMap,
	listItems,
	readText,
} from "./fields.ts";
import type { Person } from "./model.ts";
import { splitNames } from "./names.ts";
import { findParts, isPersonal, readName, readPerson } from "./person.ts";

/** People by the key that articles use, folded with `foldCase`. */
export type Directory = ReadonlyMap<string, Person>;

function readGroup(
	field: Field,
	base: string,
	directory: Directory,
	outerKey?: string,
): Person[] {
	const own = findParts(field, "key").flatMap((part) => readText(part) ?? []);
	const names = outerKey === undefined ? own : [outerKey, ...own];
	const key = names.find((name) => directory.has(foldCase(name)));
	const known = directory.get(foldCase(key ?? "")) ?? { name: names[0] };
	const person = readPerson(field, base, known);
	if (person !== undefined) return [person];
	field.complain({
		code: "author-nameless",
		problem: "has no name",
		hint: `Write ${field.key}: { name: Ann Example }.`,
	});
	return [];
}

/** `{ ada: { name: Ada }, bob: { name: Bob } }` */
function isGroupOfPeople(field: Field): boolean {
	return (
		isMap(field.value) &&
		field.value.size > 0 &&
		[...field.value.values()].every(isMap) &&
		!isPersonal(field)
	);
}

/** Nothing but a given name and a family name, as most people are named. */
const plainName = /^\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*){1,2}$/u;

/** Keys first: `ann, ben` are two people if the directory has both, and no name is split that is a key. */
function readNames(text: string, directory: Directory): Person[] {
	const find = (key: string) => directory.get(foldCase(key));
	const whole = find(text);
	if (whole) return [whole];
	if (plainName.test(text)) return [{ name: text }];
	const people = text.split(",").map((key) => find(key.trim()));
	if (people.every((person) => person !== undefined)) return people;
	return splitNames(text).map((name) => find(name) ?? readName(name));
}

/** The items of a list have been told apart by their author. */
function readListed(text: string, directory: Directory): Person {
	return directory.get(foldCase(text)) ?? readName(text);
}

function readItem(
	item: Field,
	base: string,
	directory: Directory,
	isListed: boolean,
): Person[] {
	if (!isMap(item.value)) {
		const text = readText(item);
		if (text === undefined) return [];
		return isListed
			? [readListed(text, directory)]
			: readNames(text, directory);
	}
	if (!isGroupOfPeople(item)) return readGroup(item, base, directory);
	return [...item.value.keys()].flatMap((key) => {
		const part = findPart(item, key);
		return part ? readGroup(part, base, directory, key) : [];
	});
}

/**
 * Reads one person, or several, each once. A text may name several people (`Ann Lee and Ben Ode`); the `name` in a group
 * of keys is one name whatever it holds.
 */
export function readPeople(
	field: Field | undefined,
	base: string,
	directory: Directory,
): Person[] {
	if (field === undefined) return [];
	const people = new Map<string, Person>();
	const items = listItems(field);
	for (const item of items)
		for (const person of readItem(item, base, directory, items.length > 1)) {
			const identity = `${person.name}\n${person.url ?? ""}`;
			if (!people.has(identity)) people.set(identity, person);
		}
	return [...people.values()];
}

/** Adds what keys beside the author's say (`authorURL`), which can only be meant for one person. */
export function completePerson(
	people: Person[],
	more: Partial<Omit<Person, "name">>,
): Person[] {
	const [person] = people;
	if (person === undefined || people.length > 1) return people;
	return [
		{
			name: person.name,
			email: person.email ?? more.email,
			url: person.url ?? more.url,
			avatar: person.avatar ?? more.avatar,
		},
	];
}
