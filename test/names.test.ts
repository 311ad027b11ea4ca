import { describe, expect, test } from "vitest";
import { splitNames } from "../src/names.ts";

describe("several people", () => {
	test.each([
		["Ida Berg, Tom Hale and Uma Roy", ["Ida Berg", "Tom Hale", "Uma Roy"]],
		["Ida Berg, Tom Hale, and Uma Roy", ["Ida Berg", "Tom Hale", "Uma Roy"]],
		["Ida Berg, Tom Hale", ["Ida Berg", "Tom Hale"]],
		["Ida Berg and Tom Hale", ["Ida Berg", "Tom Hale"]],
		["Ida Berg & Tom Hale", ["Ida Berg", "Tom Hale"]],
		["Ida Berg &amp; Tom Hale", ["Ida Berg", "Tom Hale"]],
		["Ida Berg with Tom Hale", ["Ida Berg", "Tom Hale"]],
		["Ida, Tom, Uma and Vic", ["Ida", "Tom", "Uma", "Vic"]],
		["Ida, Tom and Uma", ["Ida", "Tom", "Uma"]],
		["I; T", ["I", "T"]],
		["Berg, Ida; Hale, Tom", ["Berg, Ida", "Hale, Tom"]],
		["Berg, Ida and Hale, Tom", ["Berg, Ida", "Hale, Tom"]],
		["Ida Berg,Tom Hale,", ["Ida Berg", "Tom Hale"]],
		["ida berg, tom hale", ["ida berg", "tom hale"]],
		["idab, th-2, umar", ["idab", "th-2", "umar"]],
		["idab, tomh", ["idab", "tomh"]],
		["@ida, @tom", ["@ida", "@tom"]],
		["@ida @tom", ["@ida", "@tom"]],
		["Ludwig van Hoven and Ida von Berg", ["Ludwig van Hoven", "Ida von Berg"]],
		["Ida (IB) & Tom Hale", ["Ida (IB)", "Tom Hale"]],
		['Ida "Bee" Berg, Jean-Luc d\'Or', ['Ida "Bee" Berg', "Jean-Luc d'Or"]],
		["Ida Berg und Tom Hahn", ["Ida Berg", "Tom Hahn"]],
		["Léa Roux et Paul Petit", ["Léa Roux", "Paul Petit"]],
		["Ana García y Luis Pérez", ["Ana García", "Luis Pérez"]],
		["Ana, Luis y Eva Gómez", ["Ana", "Luis", "Eva Gómez"]],
		["Ida Berg och Bo Ek", ["Ida Berg", "Bo Ek"]],
		["Иван Петров и Мария Белова", ["Иван Петров", "Мария Белова"]],
		["مهدی صادقی، علی رضایی", ["مهدی صادقی", "علی رضایی"]],
		["مهدی صادقی و علی رضایی", ["مهدی صادقی", "علی رضایی"]],
		["王小明、李雷", ["王小明", "李雷"]],
		["王小明，李雷", ["王小明", "李雷"]],
		["გიორგი ბერიძე, ნინო კობახიძე", ["გიორგი ბერიძე", "ნინო კობახიძე"]],
		["Al Gomez and Al Hale", ["Al Gomez", "Al Hale"]],
	])("%j", (text, names) => {
		expect(splitNames(text)).toEqual(names);
	});
});

describe("several, with what more is said of them", () => {
	test.each([
		["Ida Berg, CEO and Tom Hale, CTO", ["Ida Berg, CEO", "Tom Hale, CTO"]],
		["Ida Berg, MD, Tom Hale, Ph.D.", ["Ida Berg, MD", "Tom Hale, Ph.D."]],
		[
			"Ida Berg, Engineer, Acme, Tom Hale",
			["Ida Berg, Engineer, Acme", "Tom Hale"],
		],
		[
			"Ida Berg, Head of Design and Tom Hale",
			["Ida Berg, Head of Design", "Tom Hale"],
		],
		["Ida Berg and the Docs Team", ["Ida Berg", "the Docs Team"]],
		["Ida Berg, Tom Hale and Docs Team", ["Ida Berg", "Tom Hale", "Docs Team"]],
		["The Docs Team and the Site Team", ["The Docs Team", "the Site Team"]],
		["The Docs Team, The Site Team", ["The Docs Team", "The Site Team"]],
		["The Docs Team and Ida Berg", ["The Docs Team", "Ida Berg"]],
		[
			"Ida <i@a.example>, Tom <t@a.example>",
			["Ida <i@a.example>", "Tom <t@a.example>"],
		],
		[
			"i@a.example (Ida B, C), t@a.example (Tom)",
			["i@a.example (Ida B, C)", "t@a.example (Tom)"],
		],
		[
			"[I, Berg](https://i.example/a,b) and Tom",
			["[I, Berg](https://i.example/a,b)", "Tom"],
		],
		[
			'<a href="/i">I, Berg</a> & Tom Hale',
			['<a href="/i">I, Berg</a>', "Tom Hale"],
		],
	])("%j", (text, names) => {
		expect(splitNames(text)).toEqual(names);
	});
});

describe("one name is left alone", () => {
	test.each([
		"Ida Berg",
		"I. B. Hale",
		"Ludwig van Hoven",
		"Otto von und zu Berg",
		"José Ortega y Gasset",
		"Santiago Ramón y Cajal",
		"Artur da Costa e Silva",
		"John E Hale",
		"José Valim",
		"Jos&eacute; Valim",
		"مهدی صادقی",
		"王小明",
		"@ida",
		"Ida Berg (@ida, @berg)",
		"Ida Berg, Executive Director of Acme",
		"Ida Berg, Acme Executive Director",
		"Ida Berg, Acme Board of Directors",
		"Ida Berg, Director of Research and Development",
		"Ida Berg, CEO and Founder",
		"Ida Berg, software engineer",
		"Ida Berg, Department of State",
		"Ida Berg, for the docs team",
		"Ida Berg, Squarespace",
		"Ida Berg, NASA",
		"Ida Berg, Studio 54",
		"Ida Berg, PhD",
		"Ida Berg, Jr.",
		"Berg, Ida",
		"Berg, I. C.",
		"van Hoven, Ludwig",
		"The React and Next teams",
		"The Docs, Site, and Press teams",
		"Edition & Goals teams",
		"Website Infrastructure and Security Team",
		"Node.js Website Team and Contributors",
		"Hale & Sons",
		"Berg & Hale",
		"Q &amp; A",
		"Ida Berg and friends",
		"Ida Berg and many more",
		"Ida Berg et al.",
		"AT&T",
		"Release automation",
		"the crates.io team <https://example.org/team/a,b>",
	])("%j", (text) => {
		expect(splitNames(text)).toEqual([text]);
	});
});

test.each([
	["by Ida Berg", ["Ida Berg"]],
	["By: Ida Berg and Tom Hale", ["Ida Berg", "Tom Hale"]],
	["Byron Hale", ["Byron Hale"]],
	["  Ida\n Berg ", ["Ida Berg"]],
])("%j is without what stands around the names", (text, names) => {
	expect(splitNames(text)).toEqual(names);
});

test.each([[""], [","], [" ; , "]])("%j names nobody", (text) => {
	expect(splitNames(text)).toEqual([]);
});

test.each([
	"Ida, ",
	"Ida Berg, a director, ",
	"Ida and ",
	"the team and ",
	"A y ",
	"<a href= ",
	"([<",
	"&amp",
])("half a megabyte of %j takes no long time", (text) => {
	const start = performance.now();
	splitNames(text.repeat(500_000 / text.length));
	splitNames(`${"Ida ".repeat(60_000)}, ${text.repeat(250_000 / text.length)}`);
	expect(performance.now() - start).toBeLessThan(5000);
});
