/**
 * What components have in common, whichever language they are written in: by a name's meaning an admonition, a picture, a
 * link, a tab, code. Names are those of Docusaurus, Starlight, Nextra, Fumadocs, Mintlify, react.dev, Nuxt UI.
 */

import { alertKinds, renderAlert } from "./alerts.ts";
import { separateBlocks } from "./blocks.ts";
import { renderCode, renderMedia, renderPicture } from "./elements.ts";
import { renderEmbed } from "./embeds.ts";
import { dedentLines, trimBlankLines } from "./indentation.ts";
import type { Attributes } from "./jsx.ts";
import { renderTextLink } from "./links.ts";
import type { MarkupContext } from "./markup.ts";

export interface Component {
	/** As written, with what begins it (example: `<Note`, `::note`). */
	readonly source: string;
	readonly name: string;
	readonly attributes: Attributes;
	/** Rendered Markdown; empty where it holds nothing. */
	readonly inner: string;
	/** Whether it stands on lines of its own. */
	readonly isBlock: boolean;
}

type Maker = (
	component: Component,
	context: MarkupContext,
) => string | undefined;

/** The first attribute of some that has a value; names count without `-` and in lower case. */
function findAttribute(
	attributes: Attributes,
	...names: readonly string[]
): string | undefined {
	for (const name of names)
		for (const [key, value] of attributes)
			if (key.toLowerCase().replace(/^:|^v-bind:|-/g, "") === name && value)
				return value;
	return undefined;
}

const join = (...parts: readonly (string | undefined)[]) =>
	parts.filter((part) => part?.trim()).join("\n\n");

const makeAlert =
	(own: string | undefined): Maker =>
	({ attributes, inner, isBlock }) => {
		const stated = findAttribute(
			attributes,
			...["type", "kind", "variant", "level", "severity", "status", "intent"],
		);
		const kind = own ?? (stated && /^[\w-]+$/.test(stated) ? stated : "note");
		const title = findAttribute(attributes, "title", "heading", "label");
		const text =
			inner || findAttribute(attributes, "description", "text") || "";
		return isBlock ? renderAlert(kind, title, dedentLines(text)) : text;
	};

const makePicture: Maker = ({ attributes, inner }) => {
	const src = findAttribute(
		attributes,
		"src",
		"url",
		"source",
		"image",
		"light",
	);
	// A figure may hold its picture rather than name it.
	if (!src) return inner.trim() ? inner : undefined;
	const alt = findAttribute(attributes, "alt");
	const title = findAttribute(attributes, "title");
	const caption = findAttribute(attributes, "caption", "figcaption", "credit");
	const picture = renderPicture({
		...{ src, alt, title },
		caption:
			caption ?? (trimBlankLines(inner).replace(/\s+/g, " ") || undefined),
		link: findAttribute(attributes, "href", "link"),
	});
	return picture;
};

const source = /<source src="([^"<>\n]*)">(?:<\/source>)?/g;

/** Of several files the kind that most readers play. */
const makeMedia =
	(kind: "audio" | "video"): Maker =>
	({ attributes, inner }) => {
		const sources = [...inner.matchAll(source)].map(([, src]) => src);
		const src =
			findAttribute(attributes, "src", "url", "mp4", "webm") ??
			sources.find((each) => each?.endsWith(".mp4")) ??
			sources[0];
		return src
			? join(renderMedia(kind, src), inner.replace(source, "").trim())
			: undefined;
	};

const makeLink: Maker = ({ attributes, inner, isBlock }) => {
	const address = findAttribute(attributes, "href", "to", "url", "link");
	const title = findAttribute(attributes, "title", "label", "text", "name");
	const text = findAttribute(attributes, "description");
	if (!address) return undefined;
	const label = title ?? inner.trim();
	// A link within its text would end it, and so would a blank line.
	if (/\]\(|<a[\s>]|\n[ \t]*\n/.test(label)) return inner;
	const link = renderTextLink(label || address, address);
	const rest = title ? inner || text : text;
	return isBlock ? join(link, rest) : [link, rest].filter(Boolean).join(" ");
};

const makeLinkOrText: Maker = (component, context) =>
	makeLink(component, context) ?? component.inner;

/** Text under a heading in bold. */
const makeSection: Maker = ({ attributes, inner, isBlock }) => {
	const title = findAttribute(
		attributes,
		...["label", "title", "header", "summary", "heading", "name", "value"],
	);
	if (!title) return inner;
	return isBlock
		? join(`**${title}**`, dedentLines(inner))
		: [`**${title}**`, inner].filter(Boolean).join(" ");
};

const makeCard: Maker = (component, context) =>
	makeLink(component, context) ?? makeSection(component, context);

const makeCode: Maker = ({ attributes, inner }, context) => {
	const code = findAttribute(attributes, "code", "source", "content", "text");
	const language = findAttribute(attributes, "lang", "language") ?? "";
	if (code) return renderCode(code, language, context);
	return inner;
};

const makeBadge: Maker = ({ attributes, inner }) =>
	inner || findAttribute(attributes, "text", "label", "title", "type") || "";

const makeMath: Maker = ({ attributes, inner }, context) => {
	const formula = findAttribute(attributes, "math", "tex", "formula");
	return formula ? renderCode(formula, "", context) : inner;
};

const keepInner: Maker = ({ inner }) => inner;

/** Commands for package managers, each in an attribute of that name. */
const managers = ["npm", "yarn", "pnpm", "bun", "deno", "cargo"];

const makeCommands: Maker = ({ attributes }, context) => {
	const commands = managers.flatMap((manager) => {
		const command = attributes.get(manager);
		return command
			? [`**${manager}**`, renderCode(command, "sh", context)]
			: [];
	});
	return commands.length < 4 ? undefined : join(...commands);
};

function list(words: string, maker: Maker): [string, Maker][] {
	return words.split(/\s+/).map((word) => [word, maker]);
}

const makers: ReadonlyMap<string, Maker> = new Map<string, Maker>([
	...[...alertKinds].map((kind): [string, Maker] => [kind, makeAlert(kind)]),
	...list(
		"admonition alert alertbox aside callout banner message notification",
		makeAlert(undefined),
	),
	...list(
		`image img figure picture staticimage nextimage nuxtimg nuxtpicture illustration diagram screenshot zoomimage
		imagezoom themedimage contentimage optimizedimage blogimage photo captionedimage`,
		makePicture,
	),
	...list("video videoplayer html5video", makeMedia("video")),
	...list("audio audioplayer", makeMedia("audio")),
	...list(
		`a link linkbutton button nextlink nuxtlink routerlink anchor externallink customlink gatsbylink ulink ubutton
		readmore`,
		makeLinkOrText,
	),
	...list("card linkcard blogcard featurecard ucard linkpreview", makeCard),
	...list(
		`tab tabitem tabsitem accordion accordionitem collapse collapsible details expandable toggle step tabpanel
		collapsiblecontent spoiler disclosure`,
		makeSection,
	),
	...list("code codeblock highlight snippet ec", makeCode),
	...list("quote blockquote pullquote", ({ inner, isBlock }) =>
		isBlock && inner.trim() ? renderAlert("", "", dedentLines(inner)) : inner,
	),
	// What a picture of a few pixels says, the text beside it says too.
	...list("icon uicon nuxticon", keepInner),
	...list("sidenote marginnote", keepInner),
	...list("badge tag pill label chip status", makeBadge),
	...list("math inlinemath blockmath katex latex tex", makeMath),
	...list(
		`accordiongroup blocktabs bleed block box cardgrid cardgroup cards center challenges codecollapse codegroup codepreview codetabs col column
		columns container div expressivecode figcaption filetree flex fragment frame fullwidth grid intro layout lead mdxlayout
		ol packagemanagertabs prose recipes row sandpack section solution steps stepper suspense tabs tabslist tabgroup
		template text ul wrapper youwilllearn p span strong em small clientonly react.fragment group panel slot`,
		keepInner,
	),
	...list("kbd sub sup mark", ({ name, inner }) => {
		const element = name.toLowerCase();
		return `<${element}>${inner}</${element}>`;
	}),
]);

/** Attributes by which components call the id of what they embed (`tweetId`, `videoID`, `tweetLink`). */
function readEmbedded(attributes: Attributes): Map<string, string> {
	const named = new Map<string, string>();
	for (const [name, value] of attributes) {
		const key = name.toLowerCase().replace(/^:|[-_]/g, "");
		// `jack/status/20` is how some write a post's address.
		const id = value?.replace(/^\w{1,50}\/status\/(?=\d{1,30}$)/, "");
		if (id) named.set(/(?:id|link|ur[il])$/.test(key) ? "id" : key, id);
	}
	return named;
}

function renderEmbedded({ name, attributes, inner }: Component) {
	const named = readEmbedded(attributes);
	const list = /^\s*[\w-]+\s*$/.test(inner) ? [inner.trim()] : [];
	return renderEmbed(name, { list, named }) || undefined;
}

/** A picture by what it says of itself, whatever its name is. */
const renderByAttributes: Maker = (component, context) => {
	const { attributes, inner } = component;
	const src = findAttribute(attributes, "src") ?? "";
	if (inner.trim() !== "") return undefined;
	return attributes.has("alt") ||
		/\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(src)
		? makePicture(component, context)
		: makeCommands(component, context);
};

/** Renders a component: what its name and attributes mean, else its inner text. */
export function renderComponent(
	written: Component,
	context: MarkupContext,
): string {
	const component = { ...written, inner: separateBlocks(written.inner) };
	const { name, source, inner } = component;
	const plain = name.toLowerCase().replace(/[-_]/g, "");
	const known = makers.get(plain) ?? makers.get(plain.split(".").at(-1) ?? "");
	const made =
		known?.(component, context) ??
		renderEmbedded(component) ??
		renderByAttributes(component, context);
	if (made !== undefined) return separateBlocks(made);
	if (name !== "")
		context.warnUnknown(
			source,
			inner.trim() === "" ? "it is left out" : "its text is kept",
		);
	const title =
		component.isBlock && inner.trim()
			? makeSection(component, context)
			: undefined;
	return title ?? inner;
}
