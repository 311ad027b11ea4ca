/**
 * MDX (https://mdxjs.com): Markdown with components, expressions and modules. Nothing is run: what has an evident meaning
 * becomes Markdown, the text within every other component stays. Docusaurus and Next.js take `.md` as MDX too, others do
 * not: there braces are text unless something else in the file shows that it is MDX.
 */

import { removeHeadingAttributes } from "./attribute-lists.ts";
import { removeModules } from "./esm.ts";
import {
	createExpressionReader,
	escapeMarkdown,
	showExpression,
} from "./expressions.ts";
import type { JsxExpression } from "./jsx.ts";
import type { Markup, MarkupContext } from "./markup.ts";
import { renderTags } from "./tags.ts";

/** Whether braces are a heading's id, a template's or an attribute list, which other markups know. */
const foreign = /^\s*(?:[#%:.]|[-\w]+=)/;

function createExpressionRenderer(
	text: string,
	isMdx: boolean,
	read: (code: string) => string | undefined,
	{ warnUnknown }: MarkupContext,
) {
	return (expression: JsxExpression): string => {
		const written = text.slice(expression.start, expression.end);
		const { code } = expression;
		if (foreign.test(code) || (!isMdx && code.trim() === "")) return written;
		const value = read(code);
		const isCertain = value !== undefined && /^\s*["']|\.title\s*$/.test(code);
		if (!isMdx && !isCertain) return written;
		if (value === undefined)
			warnUnknown(showExpression(written), "it is left out");
		return escapeMarkdown(value ?? "");
	};
}

export const renderMdx: Markup = (body, context) => {
	const modules = removeModules(removeHeadingAttributes(body));
	const { text } = modules;
	const isMdx =
		/\.mdx$/i.test(context.article.path) ||
		modules.hasModules ||
		/\{\/\*|\sclassName=["{]|\sstyle=\{\{/.test(text);
	const read = createExpressionReader(context, modules.imports);
	return renderTags(text, context, {
		isMdx,
		read,
		renderExpression: createExpressionRenderer(text, isMdx, read, context),
	});
};
