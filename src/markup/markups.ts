/** What bodies hold beside Markdown, by name; each is a file of its own and all have one shape. */

import { renderAdmonitions } from "./admonitions.ts";
import { renderAlerts } from "./alerts.ts";
import { removeContents } from "./contents.ts";
import { renderDirectives } from "./directives.ts";
import { renderEmoji } from "./emoji.ts";
import { renderHexoTags } from "./hexo-tags.ts";
import { renderHugoShortcodes } from "./hugo-shortcodes.ts";
import { renderKramdown } from "./kramdown.ts";
import { renderLiquid } from "./liquid.ts";
import type { Markup } from "./markup.ts";
import { renderMath } from "./math.ts";
import { renderMdc } from "./mdc.ts";
import { renderMdx } from "./mdx.ts";
import { renderNunjucks } from "./nunjucks.ts";
import { renderPelicanLinks } from "./pelican-links.ts";
import { renderSvelte } from "./svelte.ts";
import { renderVue } from "./vue.ts";
import { renderWikiLinks } from "./wiki-links.ts";
import { renderZolaShortcodes } from "./zola-shortcodes.ts";

export type MarkupName = string;

interface MarkupEntry {
	/** Found in every text that can hold it; quick, since most bodies hold none. */
	readonly sign: RegExp;
	readonly render: Markup;
}

export const markups: Readonly<Record<string, MarkupEntry>> = {
	liquid: { sign: /\{[%{]/, render: renderLiquid },
	nunjucks: { sign: /\{[%{#]/, render: renderNunjucks },
	"hexo-tags": { sign: /\{[%{#]/, render: renderHexoTags },
	"hugo-shortcodes": { sign: /\{\{[<%]/, render: renderHugoShortcodes },
	"zola-shortcodes": { sign: /\{[%{]/, render: renderZolaShortcodes },
	"pelican-links": {
		sign: /[{|](?:filename|static|attach|author|category|tag|index)[}|]/,
		render: renderPelicanLinks,
	},
	admonitions: {
		sign: /!!!|\?\?\?|===|-8<-|[{^]|\+\+|==|:[a-z]+-|\[TOC\]|\*\[|:::|<[^<>\n]{1,500}[ \t]markdown\b/i,
		render: renderAdmonitions,
	},
	alerts: { sign: /\[!/, render: renderAlerts },
	contents: { sign: /\[\[_?toc_?\]\]/i, render: removeContents },
	directives: { sign: /:::|:[A-Za-z][\w-]*[[{]/, render: renderDirectives },
	emoji: { sign: /:[a-z0-9_+-]+:/, render: renderEmoji },
	kramdown: {
		sign: /\{|^[ \t]*\^|\*\[|\[\^|[*_]<!--|<[^<>\n]{1,500}[ \t]markdown\b/m,
		render: renderKramdown,
	},
	math: { sign: /\$|\\[([]/, render: renderMath },
	mdc: { sign: /:|[<{]/, render: renderMdc },
	mdx: { sign: /[<{]|^(?:im|ex)port\b/m, render: renderMdx },
	svelte: { sign: /[<{]/, render: renderSvelte },
	vue: { sign: /[<{]/, render: renderVue },
	"wiki-links": { sign: /\[\[/, render: renderWikiLinks },
};
