/** Renders markups of a page as a site would, and lists what its author is told. */

import type { MarkupName } from "../../src/markup/markups.ts";
import { renderMarkup } from "../../src/markup/render.ts";

const pages = new Map([
	["hello", "https://example.org/hello/"],
	["Second steps", "https://example.org/second-steps/"],
]);

export function renderPage(
	body: string,
	names: readonly MarkupName[],
	path = "post.md",
): { text: string; messages: string[] } {
	const messages: string[] = [];
	const text = renderMarkup(body, names, {
		article: {
			title: "First steps",
			url: "https://example.org/first-steps/",
			path,
		},
		site: { url: "https://example.org/", title: "Example", description: "" },
		findArticle: (reference) => pages.get(reference),
		warnUnknown: (name, outcome) => messages.push(`${name}: ${outcome}`),
		warnMissing: (reference) => messages.push(`missing ${reference}`),
	});
	return { text, messages };
}

/** The text alone, without the empty lines that no Markdown minds. */
export function renderText(
	body: string,
	names: readonly MarkupName[],
	path?: string,
): string {
	return renderPage(body, names, path)
		.text.replace(/\n{3,}/g, "\n\n")
		.replace(/[ \t]+$/gm, "")
		.trim();
}
