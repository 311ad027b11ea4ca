/**
 * Links and pictures by the name of a page, as Obsidian and wikis write them: `[[Page#part|text]]`, `![[picture.png]]`
 * (https://help.obsidian.md/links).
 */

import { toGithubSlug } from "../slugs.ts";
import { renderPicture } from "./elements.ts";
import { renderTextLink } from "./links.ts";
import type { MarkupContext } from "./markup.ts";

/** Not what Markdown itself takes for a link (`[[1]](https://…)`, `[[text]][ref]`), a place for contents or an array. */
const wikiLink =
	/(?<!\\)(!?)\[\[(?!toc\]|_toc_\]|\d+\])([^[\]{}<>|#"=;\n]*)(?:#([^[\]|\n]*))?(?:\|([^[\]\n]*))?\]\](?![([:])/gi;

const picture = /\.(?:apng|avif|bmp|gif|jpe?g|png|svg|webp)$/i;

function renderWikiLink(
	page: string,
	part: string | undefined,
	label: string,
	written: string,
	{ findArticle, warnMissing }: MarkupContext,
): string {
	const fragment = part?.trim() ? `#${toGithubSlug(part)}` : "";
	if (page === "") return renderTextLink(label || written, fragment);
	const address = findArticle(page);
	if (address !== undefined)
		return renderTextLink(label || page, address + fragment);
	warnMissing(page);
	return label || written;
}

/** Markdown's own links: `[[text]]` with `[text]: https://…` below is one of them, in brackets. */
function listDefinitions(text: string): Set<string> {
	const definitions = text.matchAll(/^[ \t>]*\[([^[\]\n]{1,999})\]:[ \t]*\S/gm);
	return new Set(Array.from(definitions, ([, label = ""]) => foldLabel(label)));
}

const foldLabel = (label: string) =>
	label.trim().replace(/\s+/g, " ").toLowerCase();

/** Makes links and pictures of wiki links; a page that nobody finds leaves its text. */
export function renderWikiLinks(text: string, context: MarkupContext): string {
	if (!text.includes("[[")) return text;
	const definitions = listDefinitions(text);
	return text.replace(
		wikiLink,
		(written, bang: string, target: string, part?: string, label?: string) => {
			if (!bang && definitions.has(foldLabel(written.slice(2, -2))))
				return written;
			const page = target.trim().replace(/\\$/, "");
			const said = label?.trim() ?? "";
			if (page === "" && !part?.trim()) return written;
			if (bang && picture.test(page))
				return renderPicture({
					src: encodeURI(page),
					alt: /^\d+(?:x\d+)?$/.test(said) ? "" : said,
				});
			const name = [target.trimStart(), part].filter(Boolean).join("#").trim();
			return renderWikiLink(page, part, said, name, context);
		},
	);
}
