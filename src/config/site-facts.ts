/** Fills a configuration's gaps with what a site says of itself in its generator's data files. */

import type { SiteFacts } from "../dialects/dialect.ts";
import { normalizeLanguage } from "../languages.ts";
import {
	parseEmail,
	parseLink,
	parseSiteUrl,
	parseTimeOfDay,
	parseTimeZone,
} from "./site.ts";
import { parseText, Unfit } from "./values.ts";

type Parse = (value: unknown) => unknown;

/** Takes what the configuration would take; the rest is the generator's affair and is passed over. */
function parseFact(value: unknown, parse: Parse): unknown {
	if (value === undefined) return undefined;
	try {
		return parse(value);
	} catch (error) {
		if (error instanceof Unfit) return undefined;
		throw error;
	}
}

const parsers: Readonly<Record<string, Parse>> = {
	url: parseSiteUrl,
	title: parseText,
	// It stands in pages, so it may hold HTML.
	description: (value) =>
		parseText(
			String(value)
				.replace(/<\/?[a-z][^<>]*>/gi, "")
				.replace(/\s+/g, " "),
		),
	language: (value) => normalizeLanguage(String(value)),
	timeZone: parseTimeZone,
	dateOnlyTime: parseTimeOfDay,
	copyright: parseText,
};

function readAuthors(authors: SiteFacts["authors"]) {
	return authors?.flatMap(({ name, email, url }) => {
		const fit = parseFact(name, parseText);
		return fit === undefined
			? []
			: [
					{
						name: fit,
						email: parseFact(email, parseEmail),
						url: parseFact(url, parseLink),
					},
				];
	});
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const dropAbsent = (object: object) =>
	Object.fromEntries(
		Object.entries(object).filter(([, value]) => value !== undefined),
	);

/**
 * Fills in what a configuration does not say itself.
 * @param value what the author wrote, not yet checked
 * @returns the configuration, and which keys of `site` were filled in
 */
export function fillConfig(
	value: unknown,
	facts: SiteFacts,
): { value: unknown; filled: readonly string[] } {
	if (!isObject(value)) return { value, filled: [] };
	const site = value.site ?? {};
	if (!isObject(site)) return { value, filled: [] };
	const found = dropAbsent({
		...Object.fromEntries(
			Object.entries(parsers).map(([key, parse]) => [
				key,
				parseFact(facts[key as keyof SiteFacts], parse),
			]),
		),
		authors: readAuthors(facts.authors)?.map(dropAbsent),
	});
	const filled = Object.keys(found).filter((key) => !Object.hasOwn(site, key));
	if (filled.length === 0) return { value, filled };
	return { value: { ...value, site: { ...found, ...site } }, filled };
}
