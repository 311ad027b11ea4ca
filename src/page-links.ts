/** Links from articles to the site's other pages by their source files, as posts of MkDocs or VitePress link to its manual. */

import { toAddress } from "./addresses.ts";
import type { Article } from "./article.ts";
import { isSourceLink, resolveParts, splitReference } from "./links.ts";
import type { Site } from "./site.ts";
import { readSourcePath } from "./source-paths.ts";

/**
 * Finds the address that the generator gives to a file outside the articles' folder; whether there is one is not known.
 * @returns undefined for what lies among the articles, and where the address does not follow from the path alone
 */
export function findPage(
	reference: string,
	{ path, place = path }: Pick<Article, "path" | "place">,
	{ url, dialect, languages }: Pick<Site, "url" | "dialect" | "languages">,
): string | undefined {
	const [file, rest] = splitReference(reference);
	if (!isSourceLink(file) || file.startsWith("@")) return undefined;
	const articles = place.endsWith(path) ? place.slice(0, -path.length) : "";
	const folders = file.startsWith("/") ? [] : place.split("/").slice(0, -1);
	const { parts, leadsOut } = resolveParts(folders, file);
	const target = leadsOut ? "" : parts.join("/");
	if (articles === "" || target === "" || target.startsWith(articles))
		return undefined;
	const source = readSourcePath(target, target, dialect, languages);
	const pattern = dialect.permalink({ hasSlug: false, path: source });
	return pattern.includes(":") ? undefined : toAddress(url, pattern) + rest;
}
