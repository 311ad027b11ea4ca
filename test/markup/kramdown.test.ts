import { expect, it } from "vitest";
import { renderText } from "./page.ts";

it.each([
	["* TOC\n{:toc}\n\ntext", "text"],
	["1. Contents\n{: toc .x}\n\ntext", "text"],
	["# Title {#id .x}\n\nOther {#b}\n---", "# Title\n\nOther\n---"],
	[
		'[a](b){:target="_blank"} *c*{: .d} ![e](f){: width="1"}',
		"[a](b) *c* ![e](f)",
	],
	["text\n{: .center #x}\n\nnext", "text\n\nnext"],
	[
		'see [a](b){:\ntarget="_blank"}, [c](d){: .e\n#f} and {:\n\n.g}',
		"see [a](b), [c](d) and {:\n\n.g}",
	],
	["- **<!--a-b-->****Tides:** high", "- **Tides:** high"],
	["a **<!--b-->c** d", "a **<!--b-->c** d"],
	["text\n{:.center}\nnext", "text\n\nnext"],
	["- a\n{: .b}\n- c", "- a\n- c"],
	["text\n{: .no_toc}", "text"],
	["{:ref: .a .b}\ntext", "text"],
	['{::options parse_block_html="true" /}\n\ntext', "text"],
	[
		"a {::comment}gone{:/comment} b {::nomarkdown}<b>c</b>{:/}",
		"a  b <b>c</b>",
	],
	["a\n\n^\n\nb", "a\n\nb"],
	[
		"[^a]: One\n[x]: /x\n[y]: /y\n[^b]: Two\n    more\n[z]: /z",
		"[^a]: One\n\n[x]: /x\n[y]: /y\n[^b]: Two\n    more\n\n[z]: /z",
	],
	[
		"[^a]: One\n*[CSS]: Sheets\n[x]: /x\n\nb [^a]: c\n[d]: e",
		"[^a]: One\n\n[x]: /x\n\nb [^a]: c\n[d]: e",
	],
	[
		"[^a]:\n    *one* {: .b}\n\n    *two*{: .b}\n\nc\n\n    {: .code}",
		"[^a]:\n    *one*\n\n    *two*\n\nc\n\n    {: .code}",
	],
	[
		'<figure markdown="1" class="a">\n![b](c.png)\n<figcaption>d</figcaption>\n</figure>',
		'<figure class="a">\n\n![b](c.png)\n<figcaption>d</figcaption>\n</figure>',
	],
	["<div markdown>*a*</div>\nb", "<div>\n\n*a*\n\n</div>\nb"],
	["<td markdown=block>*a*", "<td markdown=block>*a*"],
	["<li class='a' markdown='block'> *a*", "<li class='a'>\n\n*a*"],
	[
		"a <div markdown='1'> <div title='markdown'>\n\n<p class=markdown>",
		"a <div markdown='1'> <div title='markdown'>\n\n<p class=markdown>",
	],
	["*[HTML]: Hypertext\n\nHTML", "HTML"],
	["Some words. {.lead .big}\n\n> more {#end}", "Some words.\n\n> more"],
	['- a {.b}\n- c {data-x="d e"}\n\nf { .g }', "- a\n- c\n\nf"],
	[
		"in {.a}\nthe middle {.b} of it\n\n{#if x} {#key}\n\n{ok} {a=} {x.y}",
		"in {.a}\nthe middle {.b} of it\n\n{#if x}\n\n{ok} {a=} {x.y}",
	],
	["{:ok, x} {:else} {#if a} {x: 1}", "{:ok, x} {:else} {#if a} {x: 1}"],
	["{::comment} never ends", "never ends"],
	["`{: .a}`\n\n```\n{: .b}\n```", "`{: .a}`\n\n```\n{: .b}\n```"],
])("%j", (body, expected) => {
	expect(renderText(body, ["kramdown"])).toBe(expected);
});
