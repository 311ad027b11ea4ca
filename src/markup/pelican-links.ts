/** Pelican's links to what lies beside an article: https://docs.getpelican.com/en/latest/content.html#linking-to-internal-content. */

import type { Markup, MarkupContext } from "./markup.ts";
import { encodeTarget, readBasePath } from "./references.ts";

const link =
	/([{|])(filename|static|attach|author|category|tag|index)([}|])([^\s)"'>]*)/g;

/** What stands before the target of a link or an image, in Markdown and in HTML. */
const beforeTarget = /(?:\]\([ \t]*<?|\]:[ \t]*<?|(?:href|src)=["'])$/;

function linkArticle(path: string, whole: string, context: MarkupContext) {
	const [file = "", ...fragment] = path.split("#");
	const address = context.findArticle(`{filename}${file}`);
	if (address === undefined) context.warnMissing(whole);
	return encodeTarget([address ?? file, ...fragment].join("#"));
}

/** A file below the content's folder, which is published at the same path. */
function linkStatic(path: string, context: MarkupContext): string {
	const base = readBasePath(context);
	if (path.startsWith("/")) return `${base}${path}`;
	const folder = context.article.path.split("/").slice(0, -1);
	const { pathname } = new URL(
		[...folder.map(encodeURIComponent), path].join("/"),
		"https://host.invalid/",
	);
	return `${base}${pathname}`;
}

function linkName(kind: string, name: string, context: MarkupContext): string {
	const slug = encodeURIComponent(
		decodeSafely(name).toLowerCase().trim().replace(/\s+/g, "-"),
	);
	return `${readBasePath(context)}/${kind}/${slug}.html`;
}

function decodeSafely(text: string): string {
	return text.replaceAll("%20", " ");
}

function resolve(
	kind: string,
	path: string,
	whole: string,
	context: MarkupContext,
): string {
	if (kind === "filename") return linkArticle(path, whole, context);
	if (kind === "index") return `${readBasePath(context)}/${path}`;
	if (kind === "static") return linkStatic(path, context);
	if (kind === "attach")
		return path.startsWith("/") ? linkStatic(path, context) : path;
	return linkName(kind, path, context);
}

export const renderPelicanLinks: Markup = (text, context) =>
	text.replace(
		link,
		(whole, open, kind: string, close, path: string, offset: number) => {
			const before = text.slice(Math.max(0, offset - 12), offset);
			const isPair = open === "{" ? close === "}" : close === "|";
			return isPair && beforeTarget.test(before)
				? resolve(kind, path, whole, context)
				: whole;
		},
	);
