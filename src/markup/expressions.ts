/** What a JavaScript expression in a text stands for, as far as it can be seen without running it. */

import type { ReadExpression } from "./jsx.ts";
import type { MarkupContext } from "./markup.ts";

const quoted = /^"((?:[^"\\\n]|\\.)*)"$|^'((?:[^'\\\n]|\\.)*)'$/s;
const template = /^`((?:[^`\\]|\\[\s\S])*)`$/;
const number = /^-?\d+(?:\.\d+)?$/;
/** `require("./x.png").default` of webpack, `useBaseUrl("/x.png")` of Docusaurus, `url("/x.png")`. */
const asset =
	/^(?:require|useBaseUrl|withBase|url|asset)\(\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*\)(?:\.default|\.src)?$/;
const title =
	/^\{?\s*(?:props|frontmatter|frontMatter|\$frontmatter|page|\$page|post|data|metadata|meta|\$doc)(?:\??\.(?:frontmatter|frontMatter|data|meta|metadata))?\??\.title\s*\}?$/;
const comments = /^(?:\s*\/\*(?:[^*]|\*(?!\/))*\*\/)*\s*$/;
const imported = /^([\w$]+)(?:\.src|\.default)?$/;

function readEscapes(text: string): string {
	return text.replace(/\\([\s\S])/g, (_, character: string) =>
		character === "n" ? "\n" : character,
	);
}

function readTemplate(code: string): string | undefined {
	const inner = template.exec(code)?.[1];
	return inner === undefined || inner.includes("${")
		? undefined
		: readEscapes(inner);
}

/** @param imports the files that the text imports, by the names that it gives them */
export function createExpressionReader(
	{ article, restore }: MarkupContext,
	imports: ReadonlyMap<string, string>,
): ReadExpression {
	return (code) => {
		const written = restore(code).trim();
		if (written === "" || comments.test(written)) return "";
		if (number.test(written)) return written;
		if (title.test(written)) return article.title ?? "";
		const string = quoted.exec(written);
		if (string) return readEscapes(string[1] ?? string[2] ?? "");
		const file = asset.exec(written);
		if (file) return file[1] ?? file[2];
		return (
			readTemplate(written) ?? imports.get(imported.exec(written)?.[1] ?? "")
		);
	};
}

/** Makes a text of an expression stand in Markdown as it is. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_{}[\]<>#|$~&]/g, "\\$&");
}

/** The beginning of an expression, by which its author finds it in the file. */
export function showExpression(written: string): string {
	return (/^[^\n\uFDD0]*/.exec(written)?.[0] ?? "").slice(0, 40).trimEnd();
}
