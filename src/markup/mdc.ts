/** MDC, the components of Nuxt Content in Markdown (https://content.nuxt.com/docs/files/markdown#mdc-syntax). */

import {
	isAttributeList,
	readAttributeList,
	removeHeadingAttributes,
	removeSpanAttributes,
} from "./attribute-lists.ts";
import { type ColonBlock, renderColonBlocks } from "./colon-blocks.ts";
import { renderComponent } from "./components.ts";
import { escapeArgument } from "./elements.ts";
import {
	createExpressionReader,
	escapeMarkdown,
	showExpression,
} from "./expressions.ts";
import { trimBlankLines } from "./indentation.ts";
import type { MarkupContext } from "./markup.ts";
import { renderTags } from "./tags.ts";

const slot = /^[ \t]*#[a-z][\w-]*(?:\{[^{}\n]*\})?[ \t]*$/gm;
const property = /^([A-Za-z][\w-]*):[ \t]*(.*)$/;

/** Splits the properties between lines of `---` from the text behind them. */
function splitProperties(inner: string): {
	properties: Map<string, string>;
	text: string;
} {
	const properties = new Map<string, string>();
	const lines = trimBlankLines(inner).split("\n");
	const end = lines.findIndex(
		(line, index) => index > 0 && line.trim() === "---",
	);
	if (lines[0]?.trim() !== "---" || end < 0) return { properties, text: inner };
	for (const line of lines.slice(1, end)) {
		const [, name, value = ""] = property.exec(line.trim()) ?? [];
		if (name)
			properties.set(
				name.toLowerCase(),
				value.trim().replace(/^(["'])(.*)\1$/, "$2"),
			);
	}
	return { properties, text: lines.slice(end + 1).join("\n") };
}

function renderBlock(block: ColonBlock, context: MarkupContext): string {
	const { properties, text } = splitProperties(block.inner);
	const attributes = new Map([...block.attributes, ...properties]);
	if (block.title !== "" && !attributes.has("title"))
		attributes.set("title", block.title);
	return renderComponent(
		{
			source: block.source,
			name: block.name,
			attributes,
			inner: trimBlankLines(text.replace(slot, "")),
			isBlock: true,
		},
		context,
	);
}

const span =
	/(?<![\w:\\/]):([A-Za-z][\w-]*)(?:\[([^[\]\n]*)\](?!\()(?:\{([^{}\n]*)\})?|\{([^{}\n]*)\})/g;
/** One of the files of a film or a sound. */
const source = /^[ \t]*:source\{([^{}\n]*)\}[ \t]*$/gm;
const attributed = /(?<![\]!\\])\[([^[\]\n]*)\]\{([^{}\n]*)\}/g;
const binding = /\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}/g;

function renderSpans(text: string, context: MarkupContext): string {
	const read = createExpressionReader(context, new Map());
	return text
		.replace(binding, (written, code: string) => {
			const value = read((code.split("||")[0] ?? "").trim());
			if (value === undefined)
				context.warnUnknown(showExpression(written), "it is left out");
			return escapeMarkdown(value ?? "");
		})
		.replace(source, (_, list: string) => {
			const src = readAttributeList(list).get("src");
			return src ? `<source src="${escapeArgument(src)}">` : "";
		})
		.replace(span, (_, name: string, inner = "", list = "", own = "") =>
			renderComponent(
				{
					...{ source: `:${name}`, name, inner, isBlock: false },
					attributes: readAttributeList(list || own),
				},
				context,
			),
		)
		.replace(attributed, (written, inner: string, list: string) =>
			isAttributeList(list) ? inner : written,
		);
}

/** Renders MDC's components, attributes and bindings, and components that are written as in Vue. */
export function renderMdc(text: string, context: MarkupContext): string {
	const spans = renderSpans(text, context);
	const blocks = renderColonBlocks(spans, 2, (block) =>
		renderBlock(block, context),
	);
	const tags = renderTags(blocks, context, {
		isMdx: false,
		read: createExpressionReader(context, new Map()),
		renderExpression: ({ start, end }) => blocks.slice(start, end),
	});
	return removeSpanAttributes(removeHeadingAttributes(tags));
}
