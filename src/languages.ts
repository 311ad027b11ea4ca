/** Languages, named as BCP 47 does. */

/**
 * Gives a language tag its canonical form (`en_us` becomes `en-US`).
 * @returns undefined when it is no language tag
 */
export function normalizeLanguage(tag: string): string | undefined {
	try {
		return Intl.getCanonicalLocales(tag.trim().replaceAll("_", "-"))[0];
	} catch {
		return undefined;
	}
}

/** The scripts in use that run from right to left (ISO 15924). */
const rightToLeft = new Set([
	"Adlm",
	"Arab",
	"Aran",
	"Hebr",
	"Mand",
	"Nkoo",
	"Rohg",
	"Samr",
	"Syrc",
	"Thaa",
	"Yezi",
]);

/** Tells which way a language is written; its usual script is CLDR's. */
export function findDirection(language: string): "ltr" | "rtl" {
	const { script } = new Intl.Locale(language).maximize();
	return script !== undefined && rightToLeft.has(script) ? "rtl" : "ltr";
}
