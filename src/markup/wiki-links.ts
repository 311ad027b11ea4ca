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
	text: string,
	{ findArticle, warnMissing }: MarkupContext,
): string {
	const fragment = part?.trim() ? `#${toGithubSlug(part)}` : "";
	if (page === "") return fragment ? renderTextLink(text, fragment) : text;
	const address = findArticle(page);
	if (address !== undefined) return renderTextLink(text, address + fragment);
	warnMissing(page);
	return text;
}

/** Makes links and pictures of wiki links; a page that nobody finds leaves its text. */
export function renderWikiLinks(text: string, context: MarkupContext): string {
	return text.replace(
		wikiLink,
		(written, bang: string, target: string, part?: string, label?: string) => {
			const page = target.trim().replace(/\\$/, "");
			const said = label?.trim() ?? "";
			if (page === "" && !part?.trim()) return written;
			if (bang && picture.test(page))
				return renderPicture({
					src: encodeURI(page),
					alt: /^\d+(?:x\d+)?$/.test(said) ? "" : said,
				});
			return renderWikiLink(
				page,
				part,
				said || page || part?.trim() || "",
				context,
			);
		},
	);
}
