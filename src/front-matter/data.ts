/** Data files in the languages of front matter; what cannot be read says nothing. */

import type { LanguageName } from "./fence.ts";
import { languages } from "./gray-matter.ts";
import { convertMapping, type Value } from "./values.ts";

/** Types that a generator's own parser knows (`!!python/name:x`, `!ENV`), and of which a value remains. */
const tag = /(^|[\s:[,-])!{1,2}[\w./:-]+(?=[ \t\n])/gm;

/** Parses a data file; undefined where it is not in its language. */
export function parseData(
	text: string,
	language: LanguageName,
): Value | undefined {
	try {
		const source = language === "yaml" ? text.replace(tag, "$1") : text;
		const { root } = languages[language].parse(source);
		return convertMapping({ root }, () => 0).get("root");
	} catch {
		return undefined;
	}
}
