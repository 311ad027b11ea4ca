/** Reads the values that describe the site: addresses, people, language, time. */

import { normalizeLanguage } from "../languages.ts";
import { findNearest } from "../nearest.ts";
import { isTimeZone } from "../zones.ts";
import { quote, readText, showValue, Unfit } from "./values.ts";

/** Reads an address of the web and normalises it as the URL Standard has it. */
export function parseLink(value: unknown): string {
	const text = readText(value).trim();
	if (!URL.canParse(text))
		throw new Unfit(
			"is not an absolute address",
			/^[^\s/:@]+\.[^\s/:@]+(?:\/|$)/.test(text) &&
				URL.canParse(`https://${text}`)
				? `Write it with its scheme: ${showValue(`https://${text}`)}`
				: "Write it with its scheme and host, such as https://www.example.org/.",
		);
	const url = new URL(text);
	if (url.protocol !== "https:" && url.protocol !== "http:")
		throw new Unfit(
			"is not an address of the web",
			"Write one that begins with https:// or http://.",
		);
	return url.href;
}

/** Reads the address of the site; it ends with a slash then, so that paths can be appended. */
export function parseSiteUrl(value: unknown): string {
	const url = new URL(parseLink(value));
	if (url.username || url.password)
		throw new Unfit(
			"holds a user name or a password",
			"Take it out: it would stand in every feed.",
		);
	if (/[?#]/.test(url.href))
		throw new Unfit(
			`holds a ${url.href.includes("?") ? "query" : "fragment"}`,
			`Write it without: ${showValue(url.origin + url.pathname)}`,
		);
	let end = url.href.length;
	while (url.href[end - 1] === "/") end--;
	return `${url.href.slice(0, end)}/`;
}

/** Reads a picture's place: an absolute address, or a path that will be appended to the site's address. */
export function parsePicture(value: unknown): string {
	const text = readText(value).trim();
	if (/^[a-z][a-z\d+.-]*:/i.test(text)) return parseLink(text);
	if (text.startsWith("//") || text.includes("\\"))
		throw new Unfit(
			"is neither a path on the site nor an absolute address",
			"Write it as logo.png or https://www.example.org/logo.png.",
		);
	return text;
}

/** Reads an address of electronic mail; only what cannot be one is refused. */
export function parseEmail(value: unknown): string {
	const text = readText(value).trim();
	if (/^[^\s@<>:]+@[^\s@<>:]+$/.test(text)) return text;
	throw new Unfit(
		"is not an e-mail address",
		"Write it as ada@example.org, without a name or mailto:.",
	);
}

/** Reads the time of day of dates without one (example: `09:00`). */
export function parseTimeOfDay(value: unknown): string {
	const text = typeof value === "string" ? value.trim() : "";
	if (/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(text)) return text;
	throw new Unfit("is not a time of day", 'Write it as "09:00" or "09:00:30".');
}

/** Reads a language tag and gives its canonical spelling (BCP 47, section 4.5). */
export function parseLanguage(value: unknown): string {
	const text = readText(value).trim();
	const tag = normalizeLanguage(text);
	if (tag && !text.includes("_")) return tag;
	const meant = tag ?? normalizeLanguage(findLanguageOfCountry(text) ?? "");
	throw new Unfit(
		"is not a language tag",
		meant
			? `Did you mean ${quote(meant)}?`
			: 'Write it as BCP 47 spells it, such as "en", "ja" or "pt-BR".',
	);
}

/** People write the country's code for the language's: `jp` for `ja`, `cz` for `cs`. */
function findLanguageOfCountry(text: string): string | undefined {
	if (!/^[a-z]{2}$/i.test(text)) return undefined;
	const { language } = new Intl.Locale(`und-${text}`).maximize();
	// What Intl answers for a country that does not exist, too.
	return language === "en" ? undefined : language;
}

/** Reads the name of a time zone. */
export function parseTimeZone(value: unknown): string {
	const text = readText(value).trim();
	if (isTimeZone(text)) return text;
	const zones = [...Intl.supportedValuesOf("timeZone"), "UTC"];
	const city = `/${text.replaceAll(" ", "_")}`.toLowerCase();
	const meant =
		zones.find((zone) => zone.toLowerCase().endsWith(city)) ??
		findNearest(text, zones);
	throw new Unfit(
		"is not a time zone",
		meant
			? `Did you mean ${quote(meant)}?`
			: 'Write its IANA name, such as "Asia/Tokyo" or "Europe/Berlin", or "UTC".',
	);
}
