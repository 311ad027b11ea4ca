/**
 * An article as its front matter and its file's name describe it, before its text is rendered: most articles of a large
 * site stand in no feed, so nothing here looks at their text.
 */

import { readPathPart, readPermalink, toAddress } from "./addresses.ts";
import {
	type Attachment,
	readAddress,
	readAttachments,
	readImage,
	readInstant,
	readLanguage,
	readLink,
} from "./article-fields.ts";
import {
	findAddressDate,
	findHeading,
	type Naming,
	readNaming,
	settleAddress,
} from "./article-naming.ts";
import { FIRST_INSTANT, formatInstant, readDate } from "./dates.ts";
import type { Diagnostic, Report } from "./diagnostics.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { isGenerator } from "./dialects/dialects.ts";
import { strictKeys } from "./dialects/plain.ts";
import {
	createFindField,
	type Field,
	type FindField,
	listItems,
	readChoice,
	readDraft,
	readText,
	readWords,
} from "./fields.ts";
import {
	type FrontMatter,
	readFrontMatter,
} from "./front-matter/front-matter.ts";
import { readHtmlText, readMarkdownText } from "./html/markdown.ts";
import { chooseId } from "./identity.ts";
import { normalizeLanguage } from "./languages.ts";
import type { ContentPolicy, Person } from "./model.ts";
import { completePerson, readPeople } from "./people.ts";
import type { Site } from "./site.ts";
import type { Source } from "./source-paths.ts";

/** An article's file and its text. */
export interface SourceText extends Source {
	/** With LF line ends, without a byte order mark; at least as far as its front matter reaches. */
	readonly text: string;
}

export interface Article extends Source {
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
	/** Editors and translators. */
	readonly contributors: readonly Person[];
	readonly categories: readonly string[];
	readonly section?: string | undefined;
	/** Addresses that it once had. */
	readonly aliases: readonly string[];
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
	/** The front matter, which templates in the body may ask for. */
	readonly values: FrontMatter["values"];
}

/** Where an article's date stands that its front matter does not name, and how messages call that place. */
function findOtherDate(
	{ dated }: Naming,
	find: FindField,
	isPlain: boolean,
): { date: string; where: string } | undefined {
	if (dated !== undefined)
		return { date: dated.date, where: "the file's name" };
	const date = isPlain ? undefined : findAddressDate(find);
	return date === undefined ? undefined : { date, where: "the address" };
}

/** Words of Eleventy that mean a file's own time, which no feed can rely on. */
const fileTimes = /^(?:git )?(?:created|last modified)$/i;

/** The date of an article, or undefined after an error: `date`, else what its file's name or its address begins with. */
function readPublished(
	find: FindField,
	naming: Naming,
	site: Site,
	file: string,
	report: Report,
): number | undefined {
	const field = find("date");
	const isPlain = site.dialect.name === "plain";
	const isWritten =
		field !== undefined && (isPlain || !fileTimes.test(String(field.value)));
	if (isWritten) return readInstant(field, site, naming.dated?.date);
	const other = findOtherDate(naming, find, isPlain);
	const reading = other && readDate(other.date, site.zone, site.dateOnlyTime);
	if (reading && "instant" in reading) {
		if (reading.warning !== undefined)
			report({
				severity: "warning",
				code: "date-ambiguous",
				message: `the date in ${other?.where} is no single instant: ${reading.warning}`,
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
			? `the date in ${other?.where} ${reading.problem}`
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

/**
 * What became of a source. A draft's other mistakes are nobody's business yet; a page is a file of the site that is no
 * article.
 */
export type ArticleReading = Article | "draft" | "page" | "failed";

const empty = (file: string): Diagnostic => ({
	severity: "error",
	code: "article-empty",
	message: "the file is empty",
	hint: "Write the article, or delete the file.",
	file,
	line: 1,
});

const unopened = (file: string): Diagnostic => ({
	severity: "error",
	code: "front-matter-unopened",
	message: "the front matter has an end and no beginning",
	hint: "Write --- alone above the first line.",
	file,
	line: 1,
});

/** The front matter that stands for an article's own, the most particular first. */
function findDefaults({ place, path }: Source, { defaults }: Site) {
	return defaults
		.filter(({ scope }) => `${place ?? path}/`.startsWith(scope && `${scope}/`))
		.filter(
			({ within }) =>
				within === undefined || `/${place ?? path}`.includes(`/${within}/`),
		)
		.reverse()
		.sort(
			(a, b) =>
				b.scope.length - a.scope.length ||
				Number(b.within !== undefined) - Number(a.within !== undefined),
		)
		.map(({ values }) => values);
}

/** The front matter of a source, or what becomes of one that has none that can be read. */
function openArticle(
	{ file, text }: SourceText,
	{ own }: Naming,
	dialect: Dialect,
	report: Report,
): FrontMatter | "page" | "failed" {
	const isLeftOut = () => dialect.isLeftOut(own, new Map());
	if (text.trim() === "") {
		if (isLeftOut()) return "page";
		report(empty(file));
		return "failed";
	}
	const reported: Diagnostic[] = [];
	const frontMatter = readFrontMatter(
		text,
		file,
		(diagnostic) => reported.push(diagnostic),
		dialect.fences,
	);
	if (frontMatter === undefined) {
		const isCode = reported.some(({ code }) => code === "front-matter-code");
		if (isLeftOut() || (isCode && dialect.isPage(own, new Map())))
			return "page";
	}
	reported.forEach(report);
	return frontMatter ?? "failed";
}

/** What an article's front matter says, and below it what stands for its folder's. */
function mergeDefaults(
	{ values }: FrontMatter,
	defaults: readonly FrontMatter["values"][],
): FrontMatter["values"] {
	if (defaults.length === 0) return values;
	return new Map([values, ...defaults].reverse().flatMap((each) => [...each]));
}

/** Reads an article; where it failed, at least one error has been reported. */
export function readArticle(
	source: SourceText,
	site: Site,
	report: Report,
): ArticleReading {
	const { file, path, place = path, text } = source;
	const { dialect } = site;
	const ofFrontMatter: Diagnostic[] = [];
	const ofFields: Diagnostic[] = [];
	let reportField: Report = (diagnostic) => ofFields.push(diagnostic);
	const fail = (...found: Diagnostic[]) => {
		[...ofFrontMatter, ...found].forEach(report);
		return "failed" as const;
	};
	const naming = readNaming(source, site);
	const frontMatter = openArticle(source, naming, dialect, (diagnostic) =>
		ofFrontMatter.push(diagnostic),
	);
	if (frontMatter === "page") return "page";
	if (frontMatter === "failed") return fail();
	const defaults = findDefaults(source, site);
	const values = mergeDefaults(frontMatter, defaults);
	if (dialect.isLeftOut(naming.own, values)) return "page";
	const find = createFindField(
		frontMatter,
		dialect,
		file,
		(diagnostic) => reportField(diagnostic),
		defaults,
		isGenerator(dialect) ? undefined : strictKeys,
	);
	if (isDraft(find, place, dialect)) return "draft";
	if (isUnopened(text, frontMatter.bodyLine, dialect))
		return fail(...ofFields, unopened(file));
	const date = readPublished(find, naming, site, file, reportField);
	const isUndated = ofFields.some(({ code }) => code === "date-missing");
	if (isUndated && dialect.isPage(naming.own, values)) return "page";
	// Without a date, too: an author is told of all mistakes at once.
	const article = describeArticle(
		{ file, path, place },
		find,
		naming,
		date ?? FIRST_INSTANT,
		site,
		findHeading(frontMatter.body),
	);
	if (date === undefined) return fail(...ofFields);
	const all = [...ofFrontMatter, ...ofFields];
	all.forEach(report);
	// Attachments complain later, once they have been looked for.
	reportField = report;
	const hasFailed = all.some(({ severity }) => severity === "error");
	return hasFailed ? "failed" : article;
}

function isDraft(find: FindField, place: string, dialect: Dialect): boolean {
	if (readDraft(find("draft"))) return true;
	if (dialect.name === "plain") return false;
	const published = find("published");
	const isHidden = /^(?:false|no|off)$/i.test(String(published?.value));
	return isHidden || /(?:^|\/)_drafts\//.test(place);
}

/** Takes the body out of an article's text; undefined when it has no end of front matter any more. */
export function readBody(
	text: string,
	file: string,
	{ fences }: Dialect,
): ArticleBody | undefined {
	// What is wrong with front matter was reported when the article was read.
	return readFrontMatter(text, file, () => {}, fences);
}

/** A `<` that begins no element that a title may have: `Vec<T>`, `a < b`. */
const notTag =
	/<(?!\/?(?:a|abbr|b|br|cite|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>)/gi;

/** In the titles of most generators HTML and its entities are what they are in their pages. */
function cleanLine(text: string, dialect: Dialect): string {
	return isGenerator(dialect) && /[&<]/.test(text)
		? readHtmlText(text.replace(notTag, "&lt;"))
		: text;
}

/** One line of plain text. */
function readLine(
	field: Field | undefined,
	dialect: Dialect,
): string | undefined {
	const text = readText(field);
	return text === undefined ? undefined : cleanLine(text, dialect);
}

/** As `readLine`, where people write Markdown, too: in a summary its marks would be noise. */
function readDescription(
	field: Field | undefined,
	dialect: Dialect,
): string | undefined {
	const text = readText(field);
	if (text === undefined) return undefined;
	const plain = isGenerator(dialect) ? readMarkdownText(text) : undefined;
	return plain ?? cleanLine(text, dialect);
}

/** `dec-the-second` as `Dec The Second`. */
function titleize(name: string): string {
	return name
		.split("-")
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
		.join(" ");
}

/** A UUID is an id of its own name space. */
function readId(field: Field | undefined): string | undefined {
	const id = readText(field);
	return id !== undefined &&
		/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) &&
		field?.key.toLowerCase() === "uuid"
		? `urn:uuid:${id.toLowerCase()}`
		: id;
}

function readAliases(field: Field | undefined, siteUrl: string): string[] {
	return (field ? listItems(field) : []).flatMap((item) => {
		const path = readPermalink(item, readText(item), siteUrl);
		return path === undefined ? [] : [toAddress(siteUrl, path)];
	});
}

/** An address of the article's own site is no page elsewhere. */
function readExternalLink(find: FindField, site: Site): string | undefined {
	const link = readLink(find("link"));
	const isOwn = isGenerator(site.dialect) && link?.startsWith(site.url);
	return isOwn ? undefined : link;
}

function readAuthors(find: FindField, url: string, { directory }: Site) {
	return completePerson(readPeople(find("authors"), url, directory), {
		email: readText(find("authorEmail")),
		url: readAddress(find("authorUrl"), url),
		avatar: readAddress(find("authorAvatar"), url),
	});
}

function describeArticle(
	{ file, path, place }: Source & { readonly place: string },
	find: FindField,
	naming: Naming,
	date: number,
	site: Site,
	heading: string | undefined,
): Article {
	const { dialect, directory } = site;
	const { own, dated } = naming;
	const language =
		readLanguage(find("language")) ??
		(own.language === undefined
			? undefined
			: normalizeLanguage(own.language)) ??
		site.language;
	const title =
		readLine(find("title"), dialect) ??
		(dialect.titlesByName ? titleize(dated?.rest || own.name) : undefined);
	const sectionField = find("section");
	const section =
		readPathPart(sectionField, readText(sectionField)) ??
		(own.folders[0] || undefined);
	const categories = dialect.addCategories(
		own,
		readCategories(find("categories"), dialect),
	);
	const { slug, url } = settleAddress(
		find,
		naming,
		{ title: title ?? heading, section, categories, language, date },
		site,
		place,
	);
	return {
		file,
		path,
		place,
		id: chooseId(readId(find("id")), url),
		url,
		slug,
		title,
		description: readDescription(find("description"), dialect),
		date,
		updated: readUpdated(find("updated"), date, site),
		expires: readInstant(find("expires"), site),
		authors: readAuthors(find, url, site),
		contributors: readPeople(find("contributors"), url, directory),
		categories,
		section,
		aliases: readAliases(find("aliases"), site.url),
		tags: readTags(find("tags"), dialect),
		image: readImage(find("image"), url, dialect),
		attachments: readAttachments(find("enclosures"), url),
		language,
		link: readExternalLink(find, site),
		content: readChoice(find("content"), ["full", "summary"]),
	};
}

/** Of `category: open source` the words are one category, of `categories: open source` two. */
function readCategories(field: Field | undefined, dialect: Dialect): string[] {
	const isPlural = field?.key.endsWith("ies") === true;
	return readWords(field, isPlural ? dialect.separators : undefined);
}

function readTags(field: Field | undefined, dialect: Dialect): string[] {
	const isPlural = field?.key.endsWith("s") === true;
	const { separators, technicalTags } = dialect;
	return readWords(field, isPlural ? separators : undefined).filter(
		(tag) => !technicalTags.includes(tag),
	);
}
