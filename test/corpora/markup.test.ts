/** Whether any of the generators' markup is left in what subscribers read: everything outside code is looked through. */

import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { expect, test } from "vitest";
import type { ReadItem, ThreeFeeds } from "../support/feed-reader.ts";
import { buildCorpus } from "./build.ts";
import { describeCorpora, sites } from "./sites.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What no subscriber should see. */
const leftovers: Readonly<Record<string, RegExp>> = {
	"{%": /\{%/,
	"%}": /%\}/,
	"{{": /\{\{/,
	"}}": /\}\}/,
	":::": /:::/,
	"import from": /^\s*import .* from ["'\u2018\u201c]/m,
	"export const": /^\s*export (?:const|default|function|let) /m,
	"<Component": /<\/?[A-Z]\w*/,
	"{:": /\{:/,
	"[[page]]": /\[\[[^\]]*\]\]/,
	"{#id}": /\{#[\w-]+\}/,
	"{.class}": /\{\.[\w-]+/,
	"{/*": /\{\/\*/,
	"<!--": /<!--/,
	"[!NOTE]": /^\s*\[!\w+\]/m,
	"**": /\*\*/,
	"```": /^\s*```/m,
	"](address)": /\]\((?:https?:|[./#])/,
	"[^note]": /\[\^[\w-]+\]/,
	"a mark": /[\uE000-\uF8FF\uFDD0-\uFDEF]/,
};

/** Texts that are about such marks, or hold a mistake of their authors that the sites' own pages show as well. */
const allowed: readonly {
	readonly site: string;
	readonly text: string;
	readonly because: string;
}[] = [
	{
		site: "18f",
		text: "Holly Allen: Before 18F**,** I was",
		because:
			"the asterisks stand between a digit and a comma, where Markdown has no emphasis",
	},
	{
		site: "hexo-site",
		text: "[#](https://github.com/hexojs/hexo/compare/6.3.0...v7.0.0-rc1",
		because: "the author's link has no closing bracket",
	},
	{
		site: "jsrocks",
		text: "- \uF0B7在函数的开头",
		because: "a bullet of a word processor's font stands in the post",
	},
	{
		site: "jest-2021-03",
		text: "**Added: **",
		because: "a blank before the closing asterisks: no emphasis in Markdown",
	},
	{
		site: "jest-2021-03",
		text: "**Deprecated: **",
		because: "a blank before the closing asterisks: no emphasis in Markdown",
	},
	{
		site: "jest-2021-03",
		text: "**Fixed: **",
		because: "a blank before the closing asterisks: no emphasis in Markdown",
	},
	{
		site: "jest-2021-03",
		text: "**Snapshot Improvements: **",
		because: "a blank before the closing asterisks: no emphasis in Markdown",
	},
	{
		site: "mehdix-fa",
		text: "[^3] امیدوارم",
		because: "the post has no such footnote",
	},
	{
		site: "nodejs-org",
		text: "FromV8Value<T>()",
		because: "a C++ template in the title of a commit",
	},
	{
		site: "nodejs-org",
		text: "[[noreturn]]",
		because: "a C++ attribute in the title of a commit",
	},
	{
		site: "react-dev",
		text: "<App>",
		because:
			"the component tree in a message of React, with its brackets escaped",
	},
	{
		site: "react-native",
		text: "Building <InputAccessoryView> For React Native",
		because: "the post's title",
	},
	{
		site: "rust-blog",
		text: "[this markdown\nfile](https://github.com/pnkfelix/mon-artist",
		because: "the author's line break inside the address: no link in Markdown",
	},
	{
		site: "tailwind-nextjs-starter",
		text: "[^ref]",
		because: "the place of a bibliography that a plug-in of the site makes",
	},
	{
		site: "this-week-in-rust",
		text: "HashMap<K, V, S> and HashSet<T, S>",
		because: "a Rust type in the title of a change",
	},
];

const codeElements = ["code", "pre", "kbd", "samp"];
const inlineElements =
	/^(?:a|abbr|b|cite|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)$/;

/** The text outside code, with a line of its own for each block; comments stay to be found. */
function readProse(nodes: readonly Node[]): string {
	return nodes
		.map((node) => {
			if ("value" in node) return node.value;
			if ("data" in node) return `<!--${node.data}-->`;
			if (!("childNodes" in node)) return "";
			if (codeElements.includes(node.nodeName)) return "`code`";
			const text = readProse(node.childNodes);
			return inlineElements.test(node.nodeName) ? text : `\n${text}\n`;
		})
		.join("");
}

/** Every text of an item that is shown to a subscriber. */
function listTexts({ title = "", summary = "", content = "" }: ReadItem) {
	return [title, summary, readProse(parseFragment(content).childNodes)];
}

function listItems({ rss, atom, json }: ThreeFeeds): ReadItem[] {
	return [rss, atom, json].flatMap(({ items }) => items);
}

/** The same finding in several formats is told once. */
function findLeftovers(site: string, items: readonly ReadItem[]): string[] {
	const sentences = allowed.filter((one) => one.site === site);
	const findings = items.flatMap((item) =>
		listTexts(item).flatMap((text) => {
			const rest = sentences.reduce(
				(text, sentence) => text.replaceAll(sentence.text, ""),
				text,
			);
			return Object.entries(leftovers).flatMap(([name, pattern]) => {
				const index = rest.search(pattern);
				if (index === -1) return [];
				const around = rest.slice(Math.max(0, index - 30), index + 50);
				return [`${name} ${item.url} ${JSON.stringify(around)}`];
			});
		}),
	);
	return [...new Set(findings)];
}

describeCorpora("markup in the feeds of real sites", () => {
	const counts: object[] = [];

	test.for(sites)("$folder", async ({ folder, ...site }) => {
		const { front } = await buildCorpus({ folder, ...site });
		const items = front ? listItems(front) : [];
		const findings = findLeftovers(folder, items);
		counts.push({ folder, texts: items.length, leftovers: findings.length });
		expect(findings).toEqual([]);

		const texts = items.flatMap(listTexts).join("\n");
		for (const { site, text, because } of allowed)
			if (site === folder) expect(texts.includes(text), because).toBe(true);
	});

	test("was looked for in every site", () => {
		console.table(counts);
		expect(counts).toHaveLength(sites.length);
	});
});
