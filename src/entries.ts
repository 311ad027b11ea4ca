/** Makes entries of articles: renders their text and settles every default, so that formats only spell. */

import type { Article, ArticleBody } from "./article.ts";
import { cutText, showText, takeGraphemes } from "./characters.ts";
import type { SiteSettings } from "./config/settings.ts";
import type { Diagnostic, Report } from "./diagnostics.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { mapTexts } from "./dialects/site-data.ts";
import { foldCase } from "./fields.ts";
import { type Content, renderContent } from "./html/content.ts";
import { escapeHtml } from "./html/serialize.ts";
import { toAtomId } from "./identity.ts";
import { findDirection } from "./languages.ts";
import type { FindArticle } from "./links.ts";
import type { BodyContext } from "./markup/markup.ts";
import { renderMarkup } from "./markup/render.ts";
import { findMediaType } from "./media-types.ts";
import type { ContentPolicy, Enclosure, Entry } from "./model.ts";

/** Graphemes of a summary that is taken from the text; what newsletters and readers show before one opens it. */
const summaryLength = 240;
/** Graphemes of a note's text that stand for its title where there must be one. */
const labelLength = 80;

/** Finds a file's length in bytes; undefined where it is not on this disk. */
export type FindLength = (file: {
	/** As the author wrote it. */
	readonly src: string;
	readonly url: string;
	/** The article's own file. */
	readonly article: string;
}) => number | undefined;

/** What entries take from their site. */
export interface EntryDefaults {
	readonly site: Pick<
		SiteSettings,
		"authors" | "description" | "language" | "title" | "url"
	>;
	/** Texts of the site's data files by name, which templates may ask for. */
	readonly siteValues?: ReadonlyMap<string, string> | undefined;
	readonly linkTo: "article" | "external";
	readonly dialect: Pick<
		Dialect,
		"excerptMarker" | "markup" | "readBodyPicture" | "title"
	>;
	readonly findLength: FindLength;
	readonly findArticle: FindArticle;
}

/** An article whose text has been rendered; under each policy it makes an entry. */
export type ReadyArticle = (policy: ContentPolicy) => Entry;

const missing = (src: string) =>
	({
		severity: "warning",
		code: "enclosure-missing",
		problem: `names a file that is not here, so its length stays unknown: ${src}`,
		hint: "Put the file beside the article, or into the output folder, public/ or static/ at the place of its address.",
	}) as const;

const elsewhere = (src: string) =>
	({
		severity: "info",
		code: "enclosure-elsewhere",
		problem: `names a file on another host, so its length stays unknown: ${src}`,
		hint: "Nothing need be done: readers show it without its size.",
	}) as const;

function measureEnclosures(
	article: Article,
	findLength: FindLength,
): Enclosure[] {
	return article.attachments.map(({ src, url, title, complain }) => {
		const length = findLength({ src, url, article: article.file });
		const type = findMediaType(url);
		if (length === undefined)
			complain(/^https?:/i.test(src) ? elsewhere(src) : missing(src));
		if (type === undefined)
			complain({
				severity: "warning",
				code: "enclosure-untyped",
				problem: `names a file of unknown type: ${src}`,
				hint: "Give the file an ending that says what it is, such as .mp3 or .pdf.",
			});
		return {
			url,
			title,
			length: length ?? 0,
			type: type ?? "application/octet-stream",
		};
	});
}

/** Another language than the site's, or another direction than readers assume, is said where the text stands. */
function wrapContent(html: string, language: string, siteLanguage: string) {
	const direction = findDirection(language);
	if (language === siteLanguage && direction === "ltr") return html;
	return `<div lang="${language}" dir="${direction}">\n${html}\n</div>`;
}

function settleTexts(article: Article, content: Content) {
	const title = article.title ?? content.heading;
	const label = title ?? takeGraphemes(content.text, labelLength).trim();
	// Never empty: validators want a description before the content, and Thunderbird one where there is no title.
	const summary =
		article.description ||
		content.excerpt ||
		cutText(content.paragraph || content.text, summaryLength) ||
		label;
	const html = content.html || `<p>${escapeHtml(summary)}</p>`;
	return { title, label, summary, html };
}

/** Renders an article's text, with all that its generator has beside Markdown. */
function renderBody(
	article: Article,
	{ body: written, bodyLine, values }: ArticleBody,
	{ site, siteValues, dialect, findArticle: findFrom }: EntryDefaults,
	report: Report,
): Content | undefined {
	const findArticle = (reference: string) => findFrom(reference, article);
	const tell = createTeller(article.file, written, bodyLine, report);
	const body = renderMarkup(written, dialect.markup, {
		article: { ...article, values: mapTexts(values) },
		site: { ...site, values: siteValues },
		findArticle,
		...tell,
	});
	const { excerptMarker } = dialect;
	return renderContent(
		{
			...article,
			body,
			written,
			bodyLine,
			excerptMarker,
			findArticle,
			dialect,
		},
		report,
	);
}

/** Says what became of markup, once for each name, at the line where it stands first. */
function createTeller(
	file: string,
	body: string,
	bodyLine: number,
	report: Report,
): Pick<BodyContext, "warnUnknown" | "warnMissing"> {
	const told = new Set<string>();
	const tell = (wanted: string, diagnostic: Omit<Diagnostic, "severity">) => {
		if (told.has(wanted)) return;
		told.add(wanted);
		const at = body.indexOf(wanted);
		const before = body.slice(0, Math.max(at, 0)).split("\n");
		report({
			severity: "warning",
			...diagnostic,
			file,
			line: bodyLine + before.length - 1,
			...(at >= 0 && { column: (before.at(-1) ?? "").length + 1 }),
		});
	};
	return {
		warnUnknown: (name, outcome) =>
			tell(name, {
				code: "markup-unknown",
				message: `${showText(name)} is not known here; ${outcome}`,
				hint: 'Write it as Markdown or HTML, or as code if it is to be shown. With dialect: "plain" all such marks stay.',
			}),
		warnMissing: (reference) =>
			tell(reference, {
				code: "link-unresolved",
				message: `this leads to no article: ${showText(reference)}`,
				hint: "Name the file of an article, or write the address of a page.",
			}),
	};
}

/** Categories and tags are one in all formats; each stands once. */
function joinTags({ categories, tags }: Article): string[] {
	const joined = new Map<string, string>();
	for (const tag of [...categories, ...tags])
		if (!joined.has(foldCase(tag))) joined.set(foldCase(tag), tag);
	return [...joined.values()];
}

/**
 * Renders an article.
 * @returns undefined after reporting an error
 */
export function readyArticle(
	article: Article,
	body: ArticleBody,
	defaults: EntryDefaults,
	report: Report,
): ReadyArticle | undefined {
	const content = renderBody(article, body, defaults, report);
	if (content === undefined) return undefined;
	const { title, label, summary, html } = settleTexts(article, content);
	if (label === "") {
		report({
			severity: "error",
			code: "article-wordless",
			message: "the article has neither a title nor text",
			hint: 'Write "title: …" at the top, or some text below it.',
			file: article.file,
			line: 1,
		});
		return undefined;
	}
	const { url, language, link, ids } = article;
	const id = ids?.json ?? article.id;
	const { site } = defaults;
	const entry: Omit<Entry, "policy"> = {
		id,
		guid: ids?.rss ?? article.id,
		// What subscribers know stays, even where it is no IRI.
		atomId: ids?.atom ?? toAtomId(article.id),
		url,
		link: defaults.linkTo === "external" ? (link ?? url) : url,
		externalUrl: link,
		title,
		label,
		published: new Date(article.date),
		updated: new Date(article.updated),
		authors: article.authors.length > 0 ? article.authors : site.authors,
		contributors: article.contributors,
		tags: joinTags(article),
		summary,
		content: wrapContent(html, language, site.language),
		language: language === site.language ? undefined : language,
		image: article.image,
		enclosures: measureEnclosures(article, defaults.findLength),
	};
	return (policy) => ({ ...entry, policy: article.content ?? policy });
}
