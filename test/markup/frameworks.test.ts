import { describe, expect, it } from "vitest";
import { renderPage, renderText } from "./page.ts";

describe("Vue", () => {
	it.each([
		["# {{ $frontmatter.title }} {{ 'a' }}", "# First steps a"],
		["[[toc]]\n\ntext", "text"],
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

describe("Svelte", () => {
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
			"::hero-section\ntext\n::\n\n:icon{name=a}",
			["mdc"],
		);
		expect(text.trim()).toBe("text");
		expect(messages.sort()).toEqual([
			"::hero-section: its text is kept",
			":icon: it is left out",
		]);
	});
});
