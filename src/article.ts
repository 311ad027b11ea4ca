/**
 * An article as its front matter and its file's name describe it, before its text is rendered: most articles of a large
 * site stand in no feed, so nothing here looks at their text.
 */

import { readPathPart } from "./addresses.ts";
import { readPublished, readUpdated } from "./article-dates.ts";
import {
	type Attachment,
	readAttachments,
	readImage,
	readInstant,
	readLanguage,
	readRetracted,
} from "./article-fields.ts";
import {
	findHeading,
	type Naming,
	readNaming,
	settleAddress,
} from "./article-naming.ts";
import {
	readAliases,
	readAuthors,
	readCategories,
	readDescription,
	readExternalLink,
	readId,
	readLine,
	readTags,
	titleize,
} from "./article-texts.ts";
import { FIRST_INSTANT } from "./dates.ts";
import type { Diagnostic, Report } from "./diagnostics.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { isGenerator } from "./dialects/dialects.ts";
import { strictKeys } from "./dialects/plain.ts";
import { type FindField, readChoice, readDraft, readText } from "./fields.ts";
import { createFindField } from "./find-field.ts";
import {
	type FrontMatter,
	readFrontMatter,
} from "./front-matter/front-matter.ts";
import { chooseId } from "./identity.ts";
import { normalizeLanguage } from "./languages.ts";
import { hashText } from "./lock/fingerprint.ts";
import type { ContentPolicy, FormatIds, Person } from "./model.ts";
import { readPeople } from "./people.ts";
import type { Site } from "./site.ts";
import type { Source } from "./source-paths.ts";

/** An article's file and its text. */
export interface SourceText extends Source {
	/** With LF line ends, without a byte order mark; at least as far as its front matter reaches. */
	readonly text: string;
	/** Whether that is all of it, so that a change can be noticed. */
	readonly isWhole?: boolean | undefined;
}

export interface Article extends Source {
	readonly id: string;
	/** The id that its author wrote. */
	readonly ownId?: string | undefined;
	/** Where feeds of several formats know it by different ids. */
	readonly ids?: FormatIds | undefined;
	/** The lock's, in the order of first publication; absent while it is not in the lock. */
	readonly number?: number | undefined;
	/** Of its words; absent where nothing asks whether they have changed. */
	readonly hash?: string | undefined;
	readonly url: string;
	readonly slug: string;
	readonly title?: string | undefined;
	readonly description?: string | undefined;
	/** Milliseconds since the epoch, as all instants here. */
	readonly date: number;
	readonly updated: number;
	readonly expires?: number | undefined;
	/** Whether its author has taken it back, and since when, if that is known. */
	readonly retracted?: number | true | undefined;
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
		source.isWhole ? frontMatter.body : undefined,
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

function describeArticle(
	{ file, path, place }: Source & { readonly place: string },
	find: FindField,
	naming: Naming,
	date: number,
	site: Site,
	body: string | undefined,
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
	const ownId = readId(find("id"));
	const description = readDescription(find("description"), dialect);
	return {
		file,
		path,
		place,
		id: chooseId(ownId, url),
		ownId,
		hash: body === undefined ? body : hashText(title, description, body),
		url,
		slug,
		title,
		description,
		date,
		updated: readUpdated(find("updated"), date, site),
		expires: readInstant(find("expires"), site),
		retracted: readRetracted(find("retracted"), site),
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
