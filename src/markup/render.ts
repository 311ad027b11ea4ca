/** Turns the markups that a body holds beside Markdown into Markdown with HTML. */

import { separateBlocks } from "./blocks.ts";
import type { BodyContext, MarkupContext } from "./markup.ts";
import { type MarkupName, markups } from "./markups.ts";
import { shieldCode } from "./shield.ts";

/** Renders the markups of a body in their order; code in it stays as it is. */
export function renderMarkup(
	body: string,
	names: readonly MarkupName[],
	context: BodyContext,
): string {
	const present = names
		.map((name) => markups[name])
		.filter((entry) => entry !== undefined)
		.filter((entry) => entry.sign.test(body));
	if (present.length === 0) return body;
	const { text, hide, restore } = shieldCode(body, {
		// In MDX four blanks are no code.
		indented: !(names.includes("mdx") && /\.mdx$/i.test(context.article.path)),
	});
	const tools: MarkupContext = { ...context, protect: hide, restore };
	const rendered = present.reduce(
		(before, { render }) => separateBlocks(render(before, tools)),
		text,
	);
	return restore(rendered);
}
