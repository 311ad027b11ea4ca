/** Writes the text of a short `feed.config.ts`: only what is needed stands in it, each line with its reason. */

import { showText } from "../characters.ts";
import type { Config } from "../config/config.ts";

/** A configuration, and the reasons for its lines. */
export interface ConfigDraft {
	/** Absent where the site's data files say both. */
	readonly site?: { readonly url?: string; readonly title?: string };
	readonly articles: readonly string[];
	readonly output?: string | undefined;
	readonly feeds?: readonly { readonly path: string }[] | undefined;
	readonly formats?: Required<NonNullable<Config["formats"]>> | undefined;
	readonly reasons: {
		/** What the whole of it rests on. */
		readonly head: readonly string[];
		readonly articles: string;
		readonly feeds?: string | undefined;
		readonly output?: string | undefined;
	};
}

/** What a file's name holds must neither end a comment nor command a terminal. */
const comment = (text: string, indent = "") =>
	`${indent}// ${showLine(text)}\n`;

const showLine = (text: string) =>
	text.replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}]/gu, "\uFFFD");

const quote = (text: string) =>
	JSON.stringify(text).replace(
		/[\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16)}`,
	);

const writeList = (items: readonly string[]) =>
	items.length === 1
		? quote(items[0] ?? "")
		: `[${items.map(quote).join(", ")}]`;

function writeSite({ url, title }: NonNullable<ConfigDraft["site"]>): string {
	const lines = [
		...(url === undefined
			? []
			: [`url: ${quote(url)}, // your site's address`]),
		...(title === undefined
			? []
			: [`title: ${quote(title)}, // your site's name`]),
	];
	return `  site: {\n${lines.map((line) => `    ${line}\n`).join("")}  },\n`;
}

function writeFeeds({ feeds, formats, reasons }: ConfigDraft): string {
	const lines = [
		...(feeds === undefined
			? []
			: [
					`  feeds: [${feeds.map(({ path }) => `{ path: ${quote(path)} }`).join(", ")}],\n`,
				]),
		...(formats === undefined
			? []
			: [
					`  formats: { ${Object.entries(formats)
						.map(([format, name]) => `${format}: ${quote(String(name))}`)
						.join(", ")} },\n`,
				]),
	];
	if (reasons.feeds === undefined) return lines.join("");
	return comment(reasons.feeds, "  ") + lines.join("");
}

/** The configuration as a program takes it. */
export function takeConfig({ reasons, ...config }: ConfigDraft): object {
	return Object.fromEntries(
		Object.entries(config).filter(([, value]) => value !== undefined),
	);
}

/** Writes a configuration. */
export function writeConfig(draft: ConfigDraft): string {
	const { site, articles, output, reasons } = draft;
	return [
		'import type { Config } from "feedwright";\n\n',
		...reasons.head.map((line) => comment(line)),
		"export default {\n",
		site ? writeSite(site) : "",
		comment(reasons.articles, "  "),
		`  articles: ${writeList(articles)},\n`,
		writeFeeds(draft),
		output === undefined
			? ""
			: `${comment(reasons.output ?? "", "  ")}  output: ${quote(output)},\n`,
		"} satisfies Config;\n",
	].join("");
}

/** More than these are counted. */
const maxWords = 8;

/** Names several things as people do: `a, b and c`. */
export function joinWords(words: readonly string[]): string {
	const more = words.length - maxWords;
	const shown = words.slice(0, maxWords).map(showText);
	if (more > 0) shown.push(`${more} more`);
	const last = shown.pop() ?? "";
	return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
