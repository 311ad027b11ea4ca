/**
 * One person: a name with an address beside it, as in mails and npm's package.json, or a group of keys in the words of
 * Jekyll, Hugo, Docusaurus, MkDocs Material, Starlight Blog and Contentlayer.
 */

import { readAddress } from "./article-fields.ts";
import { showText, toPlainLine } from "./characters.ts";
import { type Field, findPart, isMap, listItems, readText } from "./fields.ts";
import type { Person } from "./model.ts";
import { normalizeHttpUrl } from "./urls.ts";

function isEmail(text: string): boolean {
	return /^[^\s@<>()]+@[^\s@<>()]+$/.test(text);
}

const addressed = [
	/^\[(?<name>[^[\]]+)\]\(<?(?<address>[^\s()<>]*)>?(?: [^()]*)?\)$/,
	/^\[(?<name>[^[\]]+)\]\(<?(?<address>[^\s()<>]*)>?(?: "[^"]*")?\)(?<after> \([^()]*\))$/,
	/^(?<name>[^<>]*)<(?<address>[^<>]*)>$/,
	/^(?<name>[^()]*)\((?<address>[^()]*)\)$/,
];

/** Takes a link of HTML apart. */
function readAnchor(text: string): { name?: string; address?: string } {
	const anchor = /^<a\s([^<>]*)>([^<>]*)<\/a>$/i.exec(text);
	const [, address = ""] =
		/(?:^|\s)href=["']?([^"'\s]*)/i.exec(anchor?.[1] ?? "") ?? [];
	return { name: anchor?.[2] ?? "", address };
}

/** Takes an address off a text: undefined where it has none. */
function readAddressed(text: string): Person | undefined {
	const found = addressed.map((pattern) => pattern.exec(text)?.groups ?? {});
	for (const parts of [{ after: "", ...readAnchor(text) }, ...found]) {
		const { name = "", address = "", after = "" } = parts;
		const [before, inside] = [name.trim() + after, address.trim()];
		const email = inside.replace(/^mailto:/i, "");
		const url = normalizeHttpUrl(inside);
		if (isEmail(email)) return { name: before || email, email };
		if (url !== undefined) return { name: before || inside, url };
		if (isEmail(before) && inside !== "")
			return { name: inside, email: before };
	}
	return undefined;
}

/** A link that leads nowhere is no part of a name. */
function removeLink(text: string): string {
	return toPlainLine(
		text
			.replace(/^<a\s[^<>]*>([^<>]*)<\/a>$/i, "$1")
			.replace(/^\[([^[\]]+)\]\([^()]*\)$/, "$1"),
	);
}

/** Reads one name, with the addresses that may stand beside it: `Ann Lee <ann@example.org> (https://example.org/ann)`. */
export function readName(text: string): Person {
	if (isEmail(text)) return { name: text, email: text };
	const outer = readAddressed(text);
	const person = {
		name: text,
		...outer,
		...(outer && readAddressed(outer.name)),
	};
	return { ...person, name: removeLink(person.name) || text };
}

/** Keys in order of preference, in small letters, without `-` and `_`. Docusaurus' `title` is a post, no name. */
const keys = {
	name: ["name", "displayname", "fullname", "realname"],
	givenName: ["givenname", "firstname"],
	familyName: ["familyname", "lastname", "surname"],
	key: ["key", "id", "slug", "username", "nickname", "handle"],
	email: ["email", "mail"],
	url: "url uri web website link href homepage home site to".split(" "),
	avatar: "avatar avatarurl imageurl image picture photo thumbnail".split(" "),
	/** Whole addresses in some files, names of accounts in most. */
	account: "blog github gitlab mastodon bluesky twitter x linkedin".split(" "),
	/** MkDocs and Hugo themes: a list of `{label, url}`; Docusaurus: accounts by service. */
	links: ["links", "socials", "social"],
} as const;

type Word = keyof typeof keys;

/** The parts of a person that say one thing, in order of preference. */
export function findParts(field: Field, word: Word): Field[] {
	if (!isMap(field.value)) return [];
	const written = new Map<string, string>();
	for (const key of field.value.keys())
		written.set(key.replace(/[-_]/g, "").toLowerCase(), key);
	return keys[word].flatMap((key) => {
		const own = written.get(key);
		return (own !== undefined && findPart(field, own)) || [];
	});
}

/** Whether a group of keys says anything of a person; where it lists people, `blog` and `site` may be two of them. */
export function isPersonal(field: Field): boolean {
	return (Object.keys(keys) as Word[]).some(
		(word) =>
			word !== "account" &&
			findParts(field, word).some(
				({ value }) => word === "links" || !isMap(value),
			),
	);
}

function readFirst(fields: readonly Field[]): string | undefined {
	for (const field of fields) {
		const text = readText(field);
		if (text !== undefined) return text;
	}
	return undefined;
}

function readOwnName(field: Field): string | undefined {
	const name = readFirst(findParts(field, "name"));
	if (name !== undefined) return name;
	const given = readFirst(findParts(field, "givenName"));
	const family = readFirst(findParts(field, "familyName"));
	return [given, family].filter(Boolean).join(" ") || undefined;
}

function readEmail(field: Field): string | undefined {
	for (const part of findParts(field, "email")) {
		const email = readText(part)?.replace(/^mailto:/i, "");
		if (email === undefined) continue;
		if (isEmail(email)) return email;
		part.complain({
			code: "email-invalid",
			problem: `is no e-mail address: ${showText(email)}`,
			hint: "Write it as ann@example.org, or leave it out.",
		});
	}
	return undefined;
}

/** Under other names than feedwright's own a value that is no address may be meant for something else. */
function soften(field: Field): Field {
	return {
		...field,
		complain: (complaint) =>
			field.complain({ ...complaint, severity: "warning" }),
	};
}

/** A picture may be described: `{ src, alt }`. */
function findSource(field: Field): Field {
	if (!isMap(field.value)) return field;
	return (
		findPart(field, "src") ??
		findPart(field, "url") ??
		findPart(field, "path") ??
		field
	);
}

/** Reads the first address of several fields. */
function readAddresses(
	fields: readonly Field[],
	base: string,
	/** What an address looks like where the key promises none. */
	pattern: RegExp,
): string | undefined {
	for (const field of fields) {
		const isOwn = /\.(?:url|avatar)$/.test(field.key);
		const source = findSource(field);
		const url = isOwn
			? readAddress(source, base)
			: readAddress(soften(source), base, pattern);
		if (url !== undefined) return url;
	}
	return undefined;
}

const wholeAddress = /^https?:\/\//i;

/** The first whole address among a person's accounts and links; whatever else stands there is no mistake. */
function findPage(field: Field): string | undefined {
	const links = findParts(field, "links").flatMap((part) =>
		isMap(part.value)
			? [...part.value.values()]
			: listItems(part).map(({ value }) =>
					isMap(value) ? (value.get("url") ?? value.get("link")) : value,
				),
	);
	const accounts = findParts(field, "account").map(({ value }) => value);
	for (const value of [...links, ...accounts]) {
		if (typeof value !== "string" || !wholeAddress.test(value)) continue;
		const url = normalizeHttpUrl(value);
		if (url !== undefined) return url;
	}
	return undefined;
}

type Known = { readonly [Key in keyof Person]?: Person[Key] | undefined };

/**
 * Reads a group of keys; undefined where it has no name.
 * @param known what stands where the group is silent
 */
export function readPerson(
	field: Field,
	base: string,
	known: Known,
): Person | undefined {
	const name = readOwnName(field) ?? known.name;
	if (name === undefined) return undefined;
	const urls = findParts(field, "url");
	const avatars = findParts(field, "avatar");
	return {
		name,
		email: readEmail(field) ?? known.email,
		url:
			readAddresses(urls, base, /^(?:https?:\/)?\.{0,2}\//i) ??
			known.url ??
			findPage(field),
		avatar: readAddresses(avatars, base, /[./]/) ?? known.avatar,
	};
}
