/**
 * The fields of an article that are more than words: instants, addresses, people, pictures and files. Each gives nothing
 * where its key is absent, and after it has complained.
 */

import { showText } from "./characters.ts";
import { readDate } from "./dates.ts";
import { type Field, findPart, isMap, listItems, readText } from "./fields.ts";
import { normalizeLanguage } from "./languages.ts";
import type { Person } from "./model.ts";
import { normalizeHttpUrl, resolveMedia } from "./urls.ts";
import type { Zone } from "./zones.ts";

/** A file that goes with an article, before anybody has looked for it on the disk. */
export interface Attachment {
	/** As the author wrote it. */
	readonly src: string;
	readonly url: string;
	readonly title?: string | undefined;
	readonly complain: Field["complain"];
}

/** Reads a date, in milliseconds since the epoch. */
export function readInstant(
	field: Field | undefined,
	site: { readonly zone: Zone; readonly dateOnlyTime: string },
): number | undefined {
	const text = readText(field);
	if (field === undefined || text === undefined) return undefined;
	const reading = readDate(text, site.zone, site.dateOnlyTime);
	if ("problem" in reading) {
		field.complain({
			code: "date-invalid",
			problem: reading.problem,
			hint: reading.hint,
		});
		return undefined;
	}
	if (reading.warning !== undefined)
		field.complain({
			severity: "warning",
			code: "date-ambiguous",
			problem: `is no single instant: ${reading.warning}`,
			hint: "Write the offset too, as in 2024-03-31T02:30:00+01:00.",
		});
	return reading.instant;
}

function readAddress(field: Field | undefined, base: string) {
	const text = readText(field);
	if (field === undefined || text === undefined) return undefined;
	const resolved = resolveMedia(text, base);
	const url = resolved && normalizeHttpUrl(resolved);
	if (url === undefined)
		field.complain({
			code: "address-invalid",
			problem: `is no address that a reader could load: ${showText(text)}`,
			hint: "Write a path of this site or an address that begins with https://.",
		});
	return url;
}

function readPerson(field: Field, base: string): Person[] {
	if (!isMap(field.value)) {
		const name = readText(field);
		return name === undefined ? [] : [{ name }];
	}
	const name = readText(findPart(field, "name"));
	if (name === undefined) {
		field.complain({
			code: "author-nameless",
			problem: "has no name",
			hint: `Write ${field.key}: { name: Ann Example }.`,
		});
		return [];
	}
	const email = findPart(field, "email");
	const address = readText(email);
	const isEmail =
		address === undefined || /^[^\s@<>]+@[^\s@<>]+$/.test(address);
	if (!isEmail)
		email?.complain({
			code: "email-invalid",
			problem: `is no e-mail address: ${showText(address)}`,
			hint: "Write it as ann@example.org, or leave it out.",
		});
	return [
		{
			name,
			email: address,
			url: readAddress(findPart(field, "url"), base),
			avatar: readAddress(findPart(field, "avatar"), base),
		},
	];
}

/** Reads one person, or several. */
export function readPeople(field: Field | undefined, base: string): Person[] {
	return field
		? listItems(field).flatMap((item) => readPerson(item, base))
		: [];
}

/** Of `{src, alt, caption, credit}` feeds say where the picture is. */
export function readImage(
	field: Field | undefined,
	base: string,
): string | undefined {
	if (field === undefined) return undefined;
	const src = isMap(field.value) ? findPart(field, "src") : field;
	if (src === undefined)
		field.complain({
			code: "image-sourceless",
			problem: 'has no "src"',
			hint: `Write ${field.key}: { src: picture.jpg, alt: What it shows }.`,
		});
	return readAddress(src, base);
}

/** Reads files to download; nobody has looked for them yet. */
export function readAttachments(
	field: Field | undefined,
	base: string,
): Attachment[] {
	return (field ? listItems(field) : []).flatMap((item) => {
		const source = isMap(item.value) ? findPart(item, "src") : item;
		if (source === undefined)
			item.complain({
				code: "enclosure-sourceless",
				problem: 'has no "src"',
				hint: `Write ${item.key}: { src: episode.mp3, title: Episode 1 }.`,
			});
		const src = readText(source);
		const url = readAddress(source, base);
		if (src === undefined || url === undefined) return [];
		const title =
			source === item ? undefined : readText(findPart(item, "title"));
		return [{ src, url, title, complain: item.complain }];
	});
}

/** Reads the address of a page elsewhere. */
export function readLink(field: Field | undefined): string | undefined {
	const text = readText(field);
	if (field === undefined || text === undefined) return undefined;
	const url = normalizeHttpUrl(text);
	if (url === undefined)
		field.complain({
			code: "link-invalid",
			problem: `is no address of a page: ${showText(text)}`,
			hint: "Write the whole address, beginning with https://.",
		});
	return url;
}

/** Reads a language tag and gives its canonical form. */
export function readLanguage(field: Field | undefined): string | undefined {
	const text = readText(field);
	if (field === undefined || text === undefined) return undefined;
	const language = normalizeLanguage(text);
	if (language === undefined)
		field.complain({
			code: "language-invalid",
			problem: `is no language: ${showText(text)}`,
			hint: "Write its code, such as en, pt-BR or zh-Hant.",
		});
	return language;
}
