/**
 * Svelte in Markdown as mdsvex has it (https://mdsvex.pngwn.io/docs): components, blocks, expressions. The text in every
 * branch of a block stays. Where nothing shows that a file is Svelte, braces are text.
 */

import {
	createExpressionReader,
	escapeMarkdown,
	showExpression,
} from "./expressions.ts";
import type { Markup, MarkupContext } from "./markup.ts";
import { renderTags } from "./tags.ts";

const block =
	/^(?:[#/:](?:if|else|each|await|then|catch|key|snippet)\b|@(?:const|debug)\b)/;

/** Whether an element of script stands at the beginning of a line. */
function hasScript(text: string, { restore }: MarkupContext): boolean {
	return [...text.matchAll(/^\uFDD0\d+\uFDD1/gm)].some(([mark]) =>
		/^<script[\s>]/i.test(restore(mark)),
	);
}

export const renderSvelte: Markup = (text, context) => {
	const isSvelte =
		/\.svx$/i.test(context.article.path) || hasScript(text, context);
	const read = createExpressionReader(context, new Map());
	return renderTags(text, context, {
		isMdx: false,
		read,
		renderExpression({ code, start, end }) {
			const written = text.slice(start, end);
			if (!isSvelte) return written;
			if (block.test(code)) return "";
			// A heading's id, a class.
			if (/^[#.]/.test(code)) return written;
			const value = read(code);
			if (value === undefined)
				context.warnUnknown(showExpression(written), "it is left out");
			return escapeMarkdown(value ?? "");
		},
	});
};
