/** What holds for any text at all: outside parsers read back what went in, and nothing else decides what is written. */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFeeds } from "./support/feed-reader.ts";
import {
	buildFolder,
	createFolder,
	type Files,
	now,
	site,
} from "./support/folder.ts";
import { parseFeeds } from "./support/parsers.ts";

/** What breaks XML, JSON, HTML, Markdown, templates of `replace`, and our own marks and placeholders. */
const hazards = [
	...["]]>", "]]", "]]>]]>", "<![CDATA[", "]]></title></item><item>", "<!--"],
	...["-->", "<?xml?>", "<!DOCTYPE x>", "&", "&amp;", "&lt;", "&#x26;", "&#0;"],
	...[
		"&#xFFFE;",
		"&nbsp;",
		"<",
		">",
		'"',
		"'",
		"<b>",
		"</b>",
		"<script>",
		"\\",
	],
	...[
		"\\u0000",
		"\0",
		"\b",
		"\v",
		"\f",
		"\u001B",
		"\u007F",
		"\u0085",
		"\u009F",
	],
	...["\u00A0", "\u00AD", "\u200B", "\u200F", "\u2028", "\u2029", "\u202E"],
	...[
		"\u2066",
		"\u3000",
		"\uD83D",
		"\uDE00",
		"😀",
		"👩‍👩‍👧",
		"e\u0301",
		"\uE000",
	],
	...[
		"\uFDD0",
		"\uFEFF",
		"\uFFFD",
		"\uFFFE",
		"\uFFFF",
		"\u{1FFFE}",
		"\u{10FFFF}",
	],
	...[
		"urn:mark:0.",
		"urn:mark:1.",
		"$&",
		"$$",
		"$1",
		"$`",
		"$'",
		":tag",
		"__proto__",
	],
	...[
		"constructor",
		"null",
		"~",
		"---",
		"+++",
		"{",
		"}",
		"[",
		"]",
		"#",
		"*",
		"`",
	],
	...[
		"|",
		"\n",
		"\r\n",
		"\t",
		"  ",
		",",
		"@",
		"(",
		")",
		"%",
		"%2e",
		"undefined",
	],
];

const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) =>
	// Half of a pair too: whatever a program can hold.
	String.fromCharCode(unit),
);

const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(...hazards),
			fc.string({ unit: "grapheme", maxLength: 4 }),
			fc.string({ unit: "binary", maxLength: 3 }),
			anyUnit,
		),
		{ maxLength: 6 },
	)
	.map((parts) => parts.join(""));

/** Seconds since the epoch, of 1995 to 2024. */
const anySecond = fc.integer({ min: 788_918_400, max: 1_735_000_000 });

interface Values {
	readonly title: string;
	readonly id: string;
	readonly second: number;
	readonly authors: readonly string[];
	readonly tags: readonly string[];
}

const anyValues: fc.Arbitrary<Values> = fc.record({
	title: anyText,
	id: anyText,
	second: anySecond,
	authors: fc.array(anyText, { maxLength: 3 }),
	tags: fc.array(anyText, { maxLength: 4 }),
});

const isUnfit = (point: number) =>
	(point < 0x20 && ![9, 10, 13].includes(point)) ||
	(point >= 0x7f && point <= 0x9f) ||
	(point >= 0xd800 && point <= 0xdfff) ||
	(point >= 0xfdd0 && point <= 0xfdef) ||
	(point & 0xfffe) === 0xfffe ||
	point === 0xfffd;

/** The cleaning that is documented: no unfit characters, white space as single blanks. */
const clean = (text: string) =>
	Array.from(text)
		.filter((character) => !isUnfit(character.codePointAt(0) ?? 0))
		.join("")
		.split(/\s+/)
		.filter((word) => word !== "")
		.join(" ");

const cleanAll = (texts: readonly string[]) =>
	texts.map(clean).filter((text) => text !== "");

/** Tags that differ in case alone are one, as its first article spells it. */
function uniteTags(tags: readonly string[]): string[] {
	const united = new Map<string, string>();
	for (const tag of cleanAll(tags)) {
		const folded = tag.normalize("NFC").toUpperCase().toLowerCase();
		if (!united.has(folded)) united.set(folded, tag);
	}
	return [...united.values()];
}

/** RFC 4122, version 5, in the name space of addresses. */
function createUuid(name: string): string {
	const space = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");
	const hex = createHash("sha1").update(space).update(name).digest("hex");
	const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80)
		.toString(16)
		.padStart(2, "0");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

/** RFC 3987: a scheme, and no sign that must be encoded, marks a direction or is for private use. */
const isIri = (id: string) =>
	/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`[\]]+$/i.test(id) &&
	!/[\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Co}]/u.test(id) &&
	(!/^https?:/i.test(id) || /^https?:\/\/[^/?#]/i.test(id));

const toAtomId = (id: string) =>
	isIri(id) ? id : `urn:uuid:${createUuid(id)}`;

/** Text as YAML and JSON both read it, whatever is in it. */
const quote = (text: string) =>
	JSON.stringify(text).replace(
		/[\u007F-\uFFFF]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);

const writeDate = (second: number) =>
	new Date(second * 1000).toISOString().replace(".000", "");

/** As a text a name may be several people's; a group of keys without one is a mistake. */
const isBlank = (name: string) => clean(name) === "";

const writeYaml = ({ title, id, second, authors, tags }: Values) =>
	`---
title: ${quote(title)}
id: ${quote(id)}
date: ${writeDate(second)}
authors: [${authors.map((name) => (isBlank(name) ? quote(name) : `{ name: ${quote(name)} }`)).join(", ")}]
tags: [${tags.map(quote).join(", ")}]
---
`;

const writeJson = ({ second, authors, ...values }: Values) =>
	`${JSON.stringify({
		date: writeDate(second),
		authors: authors.map((name) => (isBlank(name) ? name : { name })),
		...values,
	})}\n`;

const anyWriter = fc.constantFrom(writeYaml, writeJson);

/** The names of properties are long; a failure shows the articles as they were written. */
const runs = (numRuns: number) => ({ numRuns, seed: 20_240_301 });

describe("any title, id, author and tag", () => {
	test("is read back as it went in, by every parser and from every format", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(anyValues, {
					minLength: 1,
					maxLength: 3,
					selector: ({ id }) => clean(id),
				}),
				anyWriter,
				async (articles, write) => {
					const files = articles.map((values, index) => [
						`articles/${index}.md`,
						`${write(values)}\nHello.\n`,
					]);
					const built = await buildFolder(Object.fromEntries(files), {
						site: { ...site.site, authors: [{ name: "The Editors" }] },
					});
					expect(built.status).toBe(0);
					const expected = articles
						.map((values, index) => ({
							id: clean(values.id) || `https://example.com/${index}/`,
							title: clean(values.title) || undefined,
							published: new Date(values.second * 1000).toISOString(),
							authors:
								cleanAll(values.authors).length > 0
									? [...new Set(cleanAll(values.authors))]
									: ["The Editors"],
							tags: uniteTags(values.tags),
							content: "<p>Hello.</p>",
						}))
						.sort((a, b) =>
							a.published === b.published
								? a.id < b.id
									? -1
									: 1
								: a.published < b.published
									? 1
									: -1,
						);
					for (const [reader, items] of Object.entries(
						parseFeeds(built.files),
					)) {
						const isAtom = reader.endsWith("atom");
						expect(items).toHaveLength(expected.length);
						for (const [index, item] of items.entries()) {
							const wanted = expected[index];
							if (wanted === undefined) throw new Error("no such item");
							const { title, id } = wanted;
							const whole = {
								...wanted,
								id: isAtom ? toAtomId(id) : id,
								title: title ?? (isAtom ? "Hello." : undefined),
							};
							for (const [field, value] of Object.entries(item))
								expect([reader, field, value ?? undefined]).toEqual([
									reader,
									field,
									whole[field as keyof typeof whole],
								]);
						}
					}
				},
			),
			runs(100),
		);
	});
});

/** Markdown and HTML of every kind, with any text between. */
const anyBody = fc
	.array(
		fc.oneof(
			anyText,
			anyText.map((text) => `<p title="${text}">${text}</p>`),
			anyText.map((text) => `[${text}](<${text}> "${text}")`),
			anyText.map((text) => `\n\`\`\`${text}\n${text}\n\`\`\`\n`),
			anyText.map((text) => `\n- ${text}\n\n> ${text}\n\n# ${text}\n`),
			anyText.map((text) => `\n|a|b|\n|-|-|\n|${text}|${text}|\n`),
			anyText.map((text) => `x[^1] ${text}\n\n[^1]: ${text}\n`),
			anyText.map((text) => `<math><mi>${text}</mi></math><svg>${text}</svg>`),
			anyText.map(
				(text) => `<img src="${text}" srcset="${text}" alt="${text}">`,
			),
		),
		{ maxLength: 5 },
	)
	.map((parts) => parts.join("\n"));

describe("any text of an article", () => {
	// Known bug: JSON is indented after U+2028 and U+2029 too; without it 1,200 articles passed.
	test("gives well-formed feeds that all say the same", async () => {
		await fc.assert(
			fc.asyncProperty(
				anyBody,
				anyText,
				anyText,
				async (body, description, file) => {
					const { status, files } = await buildFolder({
						"articles/a.md": `${JSON.stringify({
							title: "T",
							date: "2024-03-01",
							description,
							link: `https://other.example/${file}`,
							image: `/x/${file}`,
							enclosures: [{ src: `/x/${file}.mp3`, title: file }],
						})}\n\n${body}\n`,
					});
					expect(status).toBe(0);
					const { rss, atom, json } = readFeeds(files);
					const [[a], [b], [c]] = [rss.items, atom.items, json.items];
					expect([a?.title, b?.title]).toEqual([c?.title, c?.title]);
					expect([a?.id, b?.id]).toEqual([c?.id, c?.id]);
					expect([a?.url, b?.url]).toEqual([c?.url, c?.url]);
					expect([a?.summary, b?.summary]).toEqual([c?.summary, c?.summary]);
					expect([a?.content, b?.content]).toEqual([c?.content, c?.content]);
					expect(b?.enclosures).toEqual(c?.enclosures);
					const [first] = c?.enclosures ?? [];
					expect(a?.enclosures).toEqual([
						{ url: first?.url, type: first?.type, length: first?.length },
					]);
					expect(c?.content).not.toMatch(
						/<(?:script|style|svg|math|form|iframe|object|embed)\b/i,
					);
				},
			),
			runs(100),
		);
	});
});

const config = {
	site: { ...site.site, timeZone: "America/New_York", dateOnlyTime: "08:00" },
	feeds: [
		{ path: "/", limit: 3 },
		{ path: "/tags/:tag/", each: "tag" },
	],
	permalink: "/:year/:month/:day/:slug/",
};

/** Articles whose addresses and dates owe nothing to their files' names; some dates are equal. */
const articles: readonly string[] = [0, 1, 2, 3, 4].map(
	(index) => `---
title: Article ${index}
slug: article-${index}
date: 2024-0${(index % 3) + 1}-10
updated: 2024-03-31 02:30
tags: [${["News", "NEWS", "news", "Rust", "rust"][index]}, T${index % 2}]
---
Text ${index}.
`,
);

const place = (names: readonly string[]): Files =>
	Object.fromEntries(
		articles.map((text, index) => [`articles/${names[index]}`, text]),
	);

const names = ["a.md", "b.md", "c/d.md", "c/e.markdown", "f.md"];

describe("the same articles", () => {
	test("give the same bytes a second time, when nothing is written", async () => {
		const folder = createFolder(place(names), config);
		try {
			const first = await folder.build();
			expect(first.feeds.every(({ written }) => written)).toBe(true);
			const files = folder.read();
			const stat = () =>
				Object.keys(files).map((path) => {
					const { ino, mtimeMs } = statSync(join(folder.path, "dist", path));
					return { path, ino, mtimeMs };
				});
			const before = stat();
			const second = await folder.build();
			expect(second.status).toBe(0);
			expect(second.feeds.filter(({ written }) => written)).toEqual([]);
			expect(folder.read()).toEqual(files);
			expect(stat()).toEqual(before);
		} finally {
			folder.remove();
		}
	});

	test("give the same bytes in whichever files and order they are read", async () => {
		const { files } = await buildFolder(place(names), config);
		await fc.assert(
			fc.asyncProperty(
				fc.shuffledSubarray(names, { minLength: names.length }),
				async (order) => {
					const built = await buildFolder(place(order), config);
					expect(built.files).toEqual(files);
				},
			),
			runs(20),
		);
	});

	test("give the same bytes in any zone and locale of the machine", async () => {
		const { files } = await buildFolder(place(names), config);
		for (const [TZ, locale] of [
			["Pacific/Kiritimati", "ar_EG.UTF-8"],
			["America/St_Johns", "tr_TR.UTF-8"],
		]) {
			const folder = createFolder(place(names), config);
			try {
				const { status, stderr } = spawnSync(
					process.execPath,
					[
						"--import",
						import.meta.resolve("tsx"),
						join(import.meta.dirname, "../src/cli.ts"),
						...["build", "--now", now],
					],
					{
						cwd: folder.path,
						env: { ...process.env, TZ, LANG: locale, LC_ALL: locale },
						encoding: "utf8",
					},
				);
				expect([status, stderr]).toEqual([0, expect.any(String)]);
				expect(folder.read()).toEqual(files);
			} finally {
				folder.remove();
			}
		}
	});
});
