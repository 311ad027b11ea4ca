import type { BodyContext } from "../../src/markup/markup.ts";
import { renderMarkup } from "../../src/markup/render.ts";

const context: BodyContext = {
	article: {
		title: "The first",
		url: "https://example.org/blog/2024/first/",
		path: "notes/first.md",
		values: new Map([["subtitle", "A subtitle"]]),
	},
	site: {
		url: "https://example.org/blog/",
		title: "The Example",
		description: "Words",
		values: new Map([["repository", "https://code.example.org/x"]]),
	},
	findArticle: (reference) =>
		/2024-01-02-hello/.test(reference)
			? "https://example.org/blog/hello/"
			: undefined,
	warnUnknown: () => {},
	warnMissing: () => {},
};

/** Renders a body with one markup, and tells what its author was told. */
export function renderWith(
	name: string,
	body: string,
): { text: string; warnings: string[] } {
	const warnings: string[] = [];
	const text = renderMarkup(body, [name], {
		...context,
		warnUnknown: (unknown, outcome) => warnings.push(`${unknown}: ${outcome}`),
		warnMissing: (reference) => warnings.push(`missing: ${reference}`),
	});
	return { text: text.replace(/\n{3,}/g, "\n\n").trim(), warnings };
}
