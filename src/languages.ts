/** Languages, named as BCP 47 does. */

/** Making one costs more than all that it is ever asked. */
let names: Intl.DisplayNames | undefined;

/** `Intl` takes any tag of the right form, and so also `jp` and `english`, which validators refuse. */
function isKnown(tag: string): boolean {
	const [language = ""] = tag.split("-");
	if (language.length !== 2) return language.length === 3;
	names ??= new Intl.DisplayNames("en", { type: "language", fallback: "none" });
	return names.of(language) !== undefined;
}

/**
 * Gives a language tag its canonical form (`en_us` becomes `en-US`).
 * @returns undefined when it is no language tag
 */
export function normalizeLanguage(tag: string): string | undefined {
	try {
		const spelled = tag.trim().replaceAll("_", "-");
		const [canonical = ""] = Intl.getCanonicalLocales(spelled);
		return isKnown(canonical) ? canonical : undefined;
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
