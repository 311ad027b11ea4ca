/**
 * Vue in Markdown as VitePress has it (https://vitepress.dev/guide/using-vue): components, `{{ … }}`, a place for contents,
 * files to be shown.
 */

import {
	createExpressionReader,
	escapeMarkdown,
	showExpression,
} from "./expressions.ts";
import type { Markup, MarkupContext } from "./markup.ts";
import { renderTags } from "./tags.ts";

const file = /^[ \t]*(<<<[ \t]+\S[^\n]*)$/gm;
const include = /<!--[ \t]{0,9}@include:[^\n>]*-->/g;

function removeInsertions(
	text: string,
	{ warnUnknown }: MarkupContext,
): string {
	const leaveOut = (written: string) => {
		warnUnknown(written.trim(), "it is left out");
		return "";
	};
	return text.replace(file, leaveOut).replace(include, leaveOut);
}

export const renderVue: Markup = (body, context) => {
	const text = removeInsertions(body, context);
	const readCode = createExpressionReader(context, new Map());
	/** `{{ code }}` is read as an expression between braces that holds another one. */
	const read = (code: string) => readCode(code.replace(/^\{|\}$/g, ""));
	return renderTags(text, context, {
		isMdx: false,
		read,
		renderExpression({ code, start, end }) {
			const written = text.slice(start, end);
			if (!code.startsWith("{") || !code.endsWith("}")) return written;
			const value = read(code);
			if (value === undefined)
				context.warnUnknown(showExpression(written), "it is left out");
			return escapeMarkdown(value ?? "");
		},
	});
};
