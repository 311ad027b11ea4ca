/** Makes entries of articles: renders their text and settles every default, so that formats only spell. */

import type { Article, ArticleBody } from "./article.ts";
import { cutText, takeGraphemes } from "./characters.ts";
import type { Report } from "./diagnostics.ts";
import { type Content, renderContent } from "./html/content.ts";
import { escapeHtml } from "./html/serialize.ts";
import { toAtomId } from "./identity.ts";
import { findDirection } from "./languages.ts";
import { findMediaType } from "./media-types.ts";
import type { ContentPolicy, Enclosure, Entry, Person } from "./model.ts";

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
	readonly language: string;
	readonly authors: readonly Person[];
	readonly linkTo: "article" | "external";
	readonly findLength: FindLength;
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
		cutText(content.paragraph || content.text, summaryLength) ||
		label;
	const html = content.html || `<p>${escapeHtml(summary)}</p>`;
	return { title, label, summary, html };
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
	const content = renderContent({ ...article, ...body }, report);
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
	const { id, url, language, link } = article;
	const entry: Omit<Entry, "policy"> = {
		id,
		atomId: toAtomId(id),
		url,
		link: defaults.linkTo === "external" ? (link ?? url) : url,
		externalUrl: link,
		title,
		label,
		published: new Date(article.date),
		updated: new Date(article.updated),
		authors: article.authors.length > 0 ? article.authors : defaults.authors,
		tags: article.tags,
		summary,
		content: wrapContent(html, language, defaults.language),
		language: language === defaults.language ? undefined : language,
		image: article.image,
		enclosures: measureEnclosures(article, defaults.findLength),
	};
	return (policy) => ({ ...entry, policy: article.content ?? policy });
}
