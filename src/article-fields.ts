/**
 * The fields of an article that are more than words: instants, addresses, people, pictures and files. Each gives nothing
 * where its key is absent, and after it has complained.
 */

import { showText } from "./characters.ts";
import { readDate } from "./dates.ts";
import type { Dialect } from "./dialects/dialect.ts";
import {
	type Field,
	findPart,
	isMap,
	listItems,
	readBoolean,
	readText,
} from "./fields.ts";
import { normalizeLanguage } from "./languages.ts";
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

/** Reads whether an article is taken back: yes or no, or the day on which it was. */
export function readRetracted(
	field: Field | undefined,
	site: { readonly zone: Zone; readonly dateOnlyTime: string },
): number | true | undefined {
	const text = readText(field);
	if (text !== undefined && /^\d{4}-/.test(text))
		return readInstant(field, site);
	return readBoolean(field) || undefined;
}

/**
 * Reads a date, in milliseconds since the epoch.
 * @param nameDate the date in the file's name, `YYYY-MM-DD`, which settles what the field leaves open
 */
export function readInstant(
	field: Field | undefined,
	site: { readonly zone: Zone; readonly dateOnlyTime: string },
	nameDate?: string,
): number | undefined {
	const text = readText(field);
	if (field === undefined || text === undefined) return undefined;
	const reading = readDate(text, site.zone, site.dateOnlyTime, nameDate);
	if ("problem" in reading) {
		field.complain({
			code: "date-invalid",
			problem: reading.problem,
			hint: reading.hint,
		});
		return undefined;
	}
	if (reading.repaired !== undefined)
		field.complain({
			severity: "warning",
			code: "date-repaired",
			problem: `is written ${showText(text)}; it is taken as ${reading.repaired}`,
			hint: `Write it as ${reading.repaired}.`,
		});
	if (reading.warning !== undefined)
		field.complain({
			severity: "warning",
			code: "date-ambiguous",
			problem: `is no single instant: ${reading.warning}`,
			hint: "Write the offset too, as in 2024-03-31T02:30:00+01:00.",
		});
	return reading.instant;
}

/**
 * Reads an address that a reader loads by itself, and makes it absolute.
 * @param form what it has to look like, where not any path will do
 */
export function readAddress(
	field: Field | undefined,
	base: string,
	form?: RegExp,
) {
	const text = readText(field);
	if (field === undefined || text === undefined) return undefined;
	const fits = form === undefined || form.test(text);
	const resolved = fits ? resolveMedia(text, base) : undefined;
	const url = resolved && normalizeHttpUrl(resolved);
	if (url === undefined)
		field.complain({
			code: "address-invalid",
			problem: `is no address that a reader could load: ${showText(text)}`,
			hint: "Write a path of this site or an address that begins with https://.",
		});
	return url;
}

/** Keys under which groups of keys say where a picture is, in order of preference. */
const sources = ["src", "url", "path", "image", "feature", "light", "file"];

/** A picture that the build gives a name of its own has no address that anybody could know. */
function readPicture(
	field: Field | undefined,
	base: string,
	{ readPicture, title }: Pick<Dialect, "readPicture" | "title">,
): string | undefined {
	const text = readText(field);
	if (field === undefined || text === undefined) return undefined;
	const src = readPicture(text);
	if (src !== undefined)
		return readAddress(src === text ? field : { ...field, value: src }, base);
	field.complain({
		severity: "info",
		code: "image-renamed",
		problem: `is a file that ${title} gives a new name, so no feed can say where it is: ${showText(text)}`,
		hint: "Put the picture where it is published as it is, and write its path on the site, such as /picture.jpg.",
	});
	return undefined;
}

/**
 * Of `{src, alt, caption, credit}` feeds say where the picture is; of several pictures they take the first.
 * @param dialect knows how its generator reads such an address
 */
export function readImage(
	field: Field | undefined,
	base: string,
	dialect: Pick<Dialect, "readPicture" | "title">,
): string | undefined {
	if (field === undefined) return undefined;
	const [first] = listItems(field);
	if (first === undefined || !isMap(first.value))
		return readPicture(first, base, dialect);
	const src = sources
		.map((key) => findPart(first, key))
		.find((part) => part !== undefined);
	if (src === undefined)
		first.complain({
			code: "image-sourceless",
			problem: 'has no "src"',
			hint: `Write ${first.key}: { src: picture.jpg, alt: What it shows }.`,
		});
	return readPicture(src, base, dialect);
}

/** Reads files to download; nobody has looked for them yet. */
export function readAttachments(
	field: Field | undefined,
	base: string,
): Attachment[] {
	return (field ? listItems(field) : []).flatMap((item) => {
		const source = isMap(item.value)
			? (findPart(item, "src") ?? findPart(item, "url"))
			: item;
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
