/**
 * An article as its front matter and its file's name describe it, before its text is rendered: most articles of a large
 * site stand in no feed, so nothing here looks at their text.
 */

import {
	fillPermalink,
	readFileName,
	readPathPart,
	readPermalink,
	toAddress,
} from "./addresses.ts";
import {
	type Attachment,
	readAttachments,
	readImage,
	readInstant,
	readLanguage,
	readLink,
	readPeople,
} from "./article-fields.ts";
import { FIRST_INSTANT, formatInstant, readDate } from "./dates.ts";
import type { Diagnostic, Report } from "./diagnostics.ts";
import type { Dialect } from "./dialects/dialect.ts";
import {
	createFindField,
	type Field,
	type FindField,
	readBoolean,
	readChoice,
	readText,
	readWords,
} from "./fields.ts";
import { readFrontMatter } from "./front-matter/front-matter.ts";
import { chooseId } from "./identity.ts";
import type { ContentPolicy, Person } from "./model.ts";
import { formatLocalDate, type Zone } from "./zones.ts";

/** What is the same for all articles of a site. */
export interface Site {
	/** Ends with a slash. */
	readonly url: string;
	readonly language: string;
	readonly zone: Zone;
	/** `HH:MM` */
	readonly dateOnlyTime: string;
	readonly permalink: string;
	readonly dialect: Dialect;
}

/** An article's file. */
export interface Source {
	/** For messages. */
	readonly file: string;
	/** Relative to the articles' folder, with `/`. */
	readonly path: string;
}

/** An article's file and its text. */
export interface SourceText extends Source {
	/** With LF line ends, without a byte order mark; at least as far as its front matter reaches. */
	readonly text: string;
}

export interface Article {
	readonly file: string;
	readonly path: string;
	readonly id: string;
	readonly url: string;
	readonly slug: string;
	readonly title?: string | undefined;
	readonly description?: string | undefined;
	/** Milliseconds since the epoch, as all instants here. */
	readonly date: number;
	readonly updated: number;
	readonly expires?: number | undefined;
	readonly authors: readonly Person[];
	readonly tags: readonly string[];
	/** An absolute address. */
	readonly image?: string | undefined;
	readonly attachments: readonly Attachment[];
	readonly language: string;
	readonly link?: string | undefined;
	readonly content?: ContentPolicy | undefined;
}

/** An article's text, which is read again when a feed asks for it, so that no site is too large for memory. */
export interface ArticleBody {
	/** Markdown with LF line ends. */
	readonly body: string;
	/** The line of the file on which the body begins. */
	readonly bodyLine: number;
}

/** The date of an article, or undefined after an error: `date`, else the date that its file's name begins with. */
function readPublished(
	field: Field | undefined,
	nameDate: string | undefined,
	site: Site,
	file: string,
	report: Report,
): number | undefined {
	if (field !== undefined) return readInstant(field, site);
	const reading = nameDate && readDate(nameDate, site.zone, site.dateOnlyTime);
	if (reading && "instant" in reading) {
		if (reading.warning !== undefined)
			report({
				severity: "warning",
				code: "date-ambiguous",
				message: `the date in the file's name is no single instant: ${reading.warning}`,
				hint: 'Write "date" at the top, with an offset, as in 2024-03-31T02:30:00+01:00.',
				file,
				line: 1,
			});
		return reading.instant;
	}
	report({
		severity: "error",
		code: "date-missing",
		message: reading
			? `the date in the file's name ${reading.problem}`
			: "the article has no date",
		hint: 'Write "date: 2024-12-31" between two lines of --- at the top, or name the file 2024-12-31-my-post.md.',
		file,
		line: 1,
	});
	return undefined;
}

function readUpdated(
	field: Field | undefined,
	published: number,
	site: Site,
): number {
	const updated = readInstant(field, site) ?? published;
	if (updated >= published) return updated;
	field?.complain({
		severity: "warning",
		code: "updated-before-date",
		problem: `is before the article's date: ${formatInstant(updated)}; ${formatInstant(published)} is taken`,
		hint: "Write a later instant, or leave it out.",
	});
	return published;
}

/** Front matter whose first fence is missing would be published as a heading: Markdown takes text above `---` for one. */
function isUnopened(text: string, bodyLine: number, dialect: Dialect): boolean {
	if (bodyLine !== 1) return false;
	const [block = ""] = text.trimStart().split(/\n[ \t]*\n/, 1);
	const [, key = ""] = /^([A-Za-z_]+):(?:[ \t]|\n)/.exec(block) ?? [];
	const isKnown = Object.values(dialect.keys).some((keys) =>
		keys.includes(key),
	);
	return isKnown && /\n---[ \t]*(?:\n|$)/.test(block);
}

/** What became of a source; a draft's other mistakes are nobody's business yet. */
export type ArticleReading = Article | "draft" | "failed";

/** Reads an article; where it failed, at least one error has been reported. */
export function readArticle(
	source: SourceText,
	site: Site,
	report: Report,
): ArticleReading {
	const { file, path, text } = source;
	let hasFailed = false;
	const reportFailure: Report = (diagnostic) => {
		if (diagnostic.severity === "error") hasFailed = true;
		report(diagnostic);
	};
	if (text.trim() === "") {
		reportFailure({
			severity: "error",
			code: "article-empty",
			message: "the file is empty",
			hint: "Write the article, or delete the file.",
			file,
			line: 1,
		});
		return "failed";
	}
	const ofFrontMatter: Diagnostic[] = [];
	const frontMatter = readFrontMatter(text, file, (diagnostic) =>
		ofFrontMatter.push(diagnostic),
	);
	const find =
		frontMatter &&
		createFindField(frontMatter, site.dialect, file, reportFailure);
	if (find && readBoolean(find("draft"))) return "draft";
	ofFrontMatter.forEach(reportFailure);
	if (frontMatter === undefined || find === undefined) return "failed";
	if (isUnopened(text, frontMatter.bodyLine, site.dialect)) {
		reportFailure({
			severity: "error",
			code: "front-matter-unopened",
			message: "the front matter has an end and no beginning",
			hint: "Write --- alone above the first line.",
			file,
			line: 1,
		});
		return "failed";
	}
	const name = readFileName(path);
	const date = readPublished(
		find("date"),
		name.date,
		site,
		file,
		reportFailure,
	);
	// Without a date, too: an author is told of all mistakes at once.
	const article = describeArticle(find, name, date ?? FIRST_INSTANT, site);
	if (hasFailed || date === undefined) return "failed";
	return { file, path, ...article };
}

/** Takes the body out of an article's text; undefined when it has no end of front matter any more. */
export function readBody(text: string, file: string): ArticleBody | undefined {
	// What is wrong with front matter was reported when the article was read.
	return readFrontMatter(text, file, () => {});
}

function describeArticle(
	find: FindField,
	fileName: ReturnType<typeof readFileName>,
	date: number,
	site: Site,
): Omit<Article, "file" | "path"> {
	const language = readLanguage(find("language")) ?? site.language;
	const slugField = find("slug");
	const slug = readPathPart(slugField, readText(slugField)) ?? fileName.slug;
	const sectionField = find("section");
	const permalink = find("permalink");
	const path =
		readPermalink(permalink, readText(permalink), site.url) ??
		fillPermalink(site.permalink, {
			slug,
			fileName,
			section: readPathPart(sectionField, readText(sectionField)),
			language,
			localDate: () => formatLocalDate(date, site.zone.name),
		});
	const url = toAddress(site.url, path);
	return {
		id: chooseId(readText(find("id")), url),
		url,
		slug,
		title: readText(find("title")),
		description: readText(find("description")),
		date,
		updated: readUpdated(find("updated"), date, site),
		expires: readInstant(find("expires"), site),
		authors: readPeople(find("authors"), url),
		tags: readWords(find("tags")),
		image: readImage(find("image"), url),
		attachments: readAttachments(find("enclosures"), url),
		language,
		link: readLink(find("link")),
		content: readChoice(find("content"), ["full", "summary"]),
	};
}
