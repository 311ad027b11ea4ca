/**
 * Writes letters in ASCII as Unidecode does (https://pypi.org/project/Unidecode/), and so the slugs of Pelican and Zola:
 * those of Latin, Greek and Cyrillic. What it makes of other scripts are tables of tens of thousands of guesses; they
 * stay as they are, since a site that is written in them names its slugs itself.
 */

const spelled = `
Æ AE æ ae Ð D ð d Ø O ø o Þ Th þ th ß ss Đ D đ d Ħ H ħ h ı i Ŀ L ŀ l Ł L ł l Ŋ NG ŋ ng Œ OE œ oe Ŧ T ŧ t ſ s ẞ Ss
Ё Io ё io Ђ Dj ђ dj Ѓ Gj ѓ gj Є Ie є ie Ѕ Dz ѕ dz І I і i Ї Yi ї yi Ј J ј j Љ Lj љ lj Њ Nj њ nj Ћ Tsh ћ tsh Ќ Kj ќ kj
Ў U ў u Џ Dzh џ dzh Ґ G' ґ g' А A а a Б B б b В V в v Г G г g Д D д d Е E е e Ж Zh ж zh З Z з z И I и i Й I й i К K к k
Л L л l М M м m Н N н n О O о o П P п p Р R р r С S с s Т T т t У U у u Ф F ф f Х Kh х kh Ц Ts ц ts Ч Ch ч ch Ш Sh ш sh
Щ Shch щ shch Ъ ' ъ ' Ы Y ы y Ь ' ь ' Э E э e Ю Iu ю iu Я Ia я ia
Α A α a Β B β b Γ G γ g Δ D δ d Ε E ε e Ζ Z ζ z Η E η e Θ Th θ th Ι I ι i Κ K κ k Λ L λ l Μ M μ m Ν N ν n Ξ X ξ x
Ο O ο o Π P π p Ρ R ρ r Σ S σ s ς s Τ T τ t Υ U υ u Φ Ph φ ph Χ Kh χ kh Ψ Ps ψ ps Ω O ω o
‘ ' ’ ' ‚ , “ " ” " „ " « << » >> ‐ - ‑ - ‒ - – - — -- … ... × x
`
	.trim()
	.split(/\s+/);

const letters: ReadonlyMap<string, string> = new Map(
	spelled.flatMap((letter, i): [string, string][] =>
		i % 2 === 0 ? [[letter, spelled[i + 1] ?? ""]] : [],
	),
);

const spell = (text: string) =>
	text.replace(/[^\0-\x7F]/gu, (letter) => letters.get(letter) ?? letter);

/** Writes a text in ASCII as far as its letters are known. */
export function toAscii(text: string): string {
	const composed = spell(text.normalize("NFC"));
	const bare = composed
		.normalize("NFKD")
		.replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, "");
	return spell(bare).normalize("NFC");
}
