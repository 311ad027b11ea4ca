import { describe, expect, it } from "vitest";
import { renderPage, renderText } from "./page.ts";

describe("Vue", () => {
	it.each([
		["# {{ $frontmatter.title }} {{ 'a' }}", "# First steps a"],
		['A <Badge type="tip" text="new" /> {b}', "A new {b}"],
		[
			`<img :src="'/a.png'" v-if="x" @click="y > 1" alt="z">`,
			'<img src="/a.png" alt="z">',
		],
		["`{{ a }}`", "`{{ a }}`"],
	])("%j", (body, expected) => {
		expect(renderText(body, ["vue"])).toBe(expected);
	});

	it("tells of what it leaves out", () => {
		const body = "<<< @/a.js{2}\n<!-- @include: ./b.md -->\n\n{{ c.d }} <E />";
		expect(renderPage(body, ["vue"]).messages).toEqual([
			"<<< @/a.js{2}: it is left out",
			"<!-- @include: ./b.md -->: it is left out",
			"{{ c.d }}: it is left out",
			"<E: it is left out",
		]);
	});
});

describe("a place for contents", () => {
	it.each([
		["[[toc]]\n\ntext", "text"],
		["text\n\n[[_TOC_]]", "text"],
		["`[[toc]]` is a place", "`[[toc]]` is a place"],
		["See [[toc]] there", "See [[toc]] there"],
	])("%j", (body, expected) => {
		expect(renderText(body, ["contents"])).toBe(expected);
	});
});

describe("Svelte", () => {
	it("leaves out its own elements", () => {
		const body =
			"<svelte:head><title>x</title></svelte:head>\n\nA <carbon:sun /> day, <mailto:a@b.c>";
		expect(renderText(body, ["svelte"])).toBe(
			"<title>x</title>\n\nA  day, <mailto:a@b.c>",
		);
	});

	it("keeps the text in blocks", () => {
		const body =
			"<script>let a;</script>\n\n{#if a}\n\nyes\n\n{:else}\n\nno\n\n{/if}\n\n{@html b} <Counter/>";
		const { text, messages } = renderPage(body, ["svelte"]);
		expect(text.replace(/\s+/g, " ").trim()).toBe(
			"<script>let a;</script> yes no",
		);
		expect(messages).toEqual([
			"{@html b}: it is left out",
			"<Counter: it is left out",
		]);
	});

	it("takes braces for text where nothing shows that a file is Svelte", () => {
		const body = "The {@const} tag, {name} and {#if}";
		expect(renderText(body, ["svelte"])).toBe(body);
	});
});

describe("MDC", () => {
	it.each([
		['::alert{type="warning"}\nA **b**\n::', "> **Warning**\n>\n> A **b**"],
		[
			"::card\n---\ntitle: The card\nto: /x\n---\nBody\n#footer\nFoot\n::",
			"[The card](/x)\n\nBody\n\nFoot",
		],
		[
			'::video{poster="/p.jpg" controls}\n  :source{src="/a.webm"}\n  :source{src="/a.mp4"}\n::',
			'<video src="/a.mp4" controls></video>',
		],
		[
			"::figure{.wide}\n![A](/a.png)\n:::figcaption\nWords\n:::\n::",
			"![A](/a.png)\n\nWords",
		],
		["::ul{.links}\n- a\n- b\n::", "- a\n- b"],
		[
			"::read-more\n---\nto: /more\n---\nAll changes\n::",
			"[All changes](/more)",
		],
		["- :icon{name=star} Many stars", "-  Many stars"],
		[
			"::callout\n:::note\na\n:::\n::",
			"> **Note**\n>\n> > **Note**\n> >\n> > a",
		],
		[
			"A [span]{.red}, [link](b){target=_blank} and [c]{d}",
			"A span, [link](b) and [c]{d}",
		],
		["{{ $doc.title || 'x' }} :badge[New]{type=a}", "First steps New"],
		["At 12:30, a::b", "At 12:30, a::b"],
	])("%j", (body, expected) => {
		expect(renderText(body, ["mdc"])).toBe(expected);
	});

	it("keeps the text of components that nobody knows", () => {
		const { text, messages } = renderPage(
			"::hero-section\ntext\n::\n\n:star-rating{value=4} :BookingForm{kind=call}",
			["mdc"],
		);
		expect(text.trim()).toBe("text");
		expect(messages.sort()).toEqual([
			"::hero-section: its text is kept",
			":BookingForm: it is left out",
			":star-rating: it is left out",
		]);
	});
});
