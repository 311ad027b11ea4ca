/**
 * Directives: blocks between lines of colons, lines and spans that begin with colons. Docusaurus
 * (https://docusaurus.io/docs/markdown-features/admonitions), Starlight and remark-directive write them, VitePress
 * (https://vitepress.dev/guide/markdown#custom-containers), Pandoc.
 */

import { alertKinds, renderAlert } from "./alerts.ts";
import { readAttributeList } from "./attribute-lists.ts";
import { type ColonBlock, renderColonBlocks } from "./colon-blocks.ts";
import { renderComponent } from "./components.ts";
import { escapeArgument } from "./elements.ts";
import { trimBlankLines } from "./indentation.ts";
import type { MarkupContext } from "./markup.ts";

/** Blocks that only arrange what is in them. */
const wrappers = new Set(
	`center code-group code-tabs columns column grid cards card-grid steps tabs tab tab-item raw v-pre div row col
	figure left right section callout-group`.split(/\s+/),
);

function renderTitled(title: string, inner: string): string {
	const text = trimBlankLines(inner);
	return title === "" ? text : `**${title}**\n\n${text}`;
}

function renderDetails(title: string, inner: string): string {
	const summary = `<summary>${title || "Details"}</summary>`;
	return `<details>${summary}\n\n${trimBlankLines(inner)}\n\n</details>`;
}

function renderBlock(block: ColonBlock, context: MarkupContext): string {
	const { name, title, inner, attributes } = block;
	const plain = name.toLowerCase();
	if (plain === "details") return renderDetails(title, inner);
	if (alertKinds.has(plain) || plain === "callout")
		return renderAlert(
			attributes.get("type") ?? name,
			title || undefined,
			inner,
		);
	if (!wrappers.has(plain))
		context.warnUnknown(block.source, "its text is kept");
	return renderTitled(title || (attributes.get("value") ?? ""), inner);
}

const leaf =
	/^([ \t>]*)::([A-Za-z][\w-]*)(?:\[([^\]\n]*)\])?(?:\{([^{}\n]*)\})?[ \t]*$/gm;

function renderLeaf(
	name: string,
	text: string,
	list: string,
	context: MarkupContext,
): string {
	const attributes = readAttributeList(list);
	if (text !== "" && !attributes.has("title")) attributes.set("title", text);
	const source = `::${name}`;
	return (
		renderComponent(
			{ source, name, attributes, inner: "", isBlock: true },
			context,
		) || text
	);
}

const span =
	/(?<![\w:\\])((?::[A-Za-z][\w-]*))\[([^[\]\n]*)\](?!\()(?:\{([^{}\n]*)\})?/g;
const elements = new Set(
	"abbr b cite code del em i ins kbd mark q s small strong sub sup u".split(
		" ",
	),
);

function renderSpan(
	source: string,
	text: string,
	list: string,
	context: MarkupContext,
): string {
	const name = source.slice(1).toLowerCase();
	const attributes = readAttributeList(list);
	if (elements.has(name)) {
		const title = attributes.get("title");
		const stated = title ? ` title="${escapeArgument(title)}"` : "";
		return `<${name}${stated}>${text}</${name}>`;
	}
	const isLink = name === "link" || name === "a";
	return renderComponent(
		{
			source,
			name: isLink ? "a" : name,
			attributes,
			inner: text,
			isBlock: false,
		},
		context,
	);
}

/** Renders directives; colons that are none stay. */
export function renderDirectives(text: string, context: MarkupContext): string {
	const blocks = renderColonBlocks(text, 3, (block) =>
		renderBlock(block, context),
	);
	return blocks
		.replace(
			leaf,
			(written, indent: string, name: string, label?: string, list?: string) =>
				label === undefined && list === undefined
					? written
					: `${indent}${renderLeaf(name, label ?? "", list ?? "", context)}`,
		)
		.replace(span, (_, source: string, inner: string, list?: string) =>
			renderSpan(source, inner, list ?? "", context),
		);
}
