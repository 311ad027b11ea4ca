/** Renders bodies as an article's, and says in one line each what was reported. */

import type { Diagnostic } from "../../src/diagnostics.ts";
import {
	type Content,
	type ContentSource,
	renderContent,
} from "../../src/html/content.ts";

export const articleUrl = "https://example.org/blog/post/";

export function render(
	body: string,
	source: Partial<ContentSource> = {},
): Content & { readonly diagnostics: readonly Diagnostic[] } {
	const diagnostics: Diagnostic[] = [];
	const content = renderContent(
		{
			body,
			bodyLine: 1,
			file: "articles/post.md",
			url: articleUrl,
			slug: "post",
			title: "A title of its own",
			...source,
		},
		(diagnostic) => diagnostics.push(diagnostic),
	);
	return {
		...(content ?? { html: "", paragraph: "", text: "" }),
		diagnostics,
	};
}

export const renderHtml = (body: string) => render(body).html;

/** `3:7 warning element-removed <svg> is left out of the feeds` */
export const listMessages = (body: string, source?: Partial<ContentSource>) =>
	render(body, source).diagnostics.map(
		({ line, column, severity, code, message }) =>
			`${column === undefined ? line : `${line}:${column}`} ${severity} ${code} ${message}`,
	);
