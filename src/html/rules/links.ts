/** Links lead somewhere from anywhere: absolute, and of schemes that run no code. */

import { showText } from "../../characters.ts";
import { isSourceLink } from "../../links.ts";
import { linkSchemes, resolveLink } from "../../urls.ts";
import { readAttribute } from "../tree.ts";
import type { Rule } from "./rule.ts";

/** `javascript:`, `data:`, `vbscript:` and the like, however they are spelled. */
const scheme = /^[\s\0-\x20]*([a-z][a-z0-9+.-]*):/i;
/** What a browser passes over wherever it stands in an address (URL, "basic URL parser"). */
const ignored = /[\t\n\r]/g;

/** Makes a link absolute; of one that leads nowhere, or runs code, what it holds remains. */
export const rewriteLink: Rule = (element, context) => {
	const href = readAttribute(element, "href");
	if (href === undefined)
		return element.properties.id === undefined ? element.children : [element];
	const article = isSourceLink(href) ? context.findArticle(href) : undefined;
	if (isSourceLink(href) && article === undefined)
		context.find({
			code: "link-unresolved",
			wanted: href,
			message: `a link to a file leads to no article: ${showText(href)}`,
			hint: "Link to an article's file as it lies beside this one, or to the address of a page.",
		});
	// Zola's `@/` is no part of any address.
	if (article === undefined && href.startsWith("@/")) return element.children;
	const url = article ?? resolveLink(href, context.url);
	if (url !== undefined) {
		element.properties.href = url;
		return [element];
	}
	const name = scheme.exec(href.replace(ignored, ""))?.[1]?.toLowerCase();
	context.find({
		code: "link-removed",
		wanted: href,
		message:
			name && !linkSchemes.includes(name)
				? `a link of the scheme "${name}:" is left out: ${showText(href)}`
				: `a link is no address and is left out: ${showText(href)}`,
		hint: "Link to an address that begins with https://, or to a page of this site.",
	});
	return element.children;
};
