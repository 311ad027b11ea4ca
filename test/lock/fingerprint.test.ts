import { describe, expect, test } from "vitest";
import {
	compareSketches,
	hashText,
	sketchText,
} from "../../src/lock/fingerprint.ts";
import { replacePart, texts } from "./texts.ts";

type Name = keyof typeof texts;

const alike = (a: string, b: string) =>
	compareSketches(sketchText(a), sketchText(b));

describe("the hash", () => {
	const hash = hashText("Title", "Description", "Body text.");

	test("is sixteen signs that stay the same for ever", () => {
		expect(hash).toBe("yM5-vGI-A7qSmDsB");
		expect(hashText(undefined, undefined, "")).toBe("frug526rD9hkwx8T");
	});

	test.each<[string, string]>([
		["line ends at the end", "Body text.\n\n"],
		["blanks at both ends", " \t\nBody text. \u00A0"],
	])("takes no notice of %s", (_, body) => {
		expect(hashText("Title", "Description", body)).toBe(hash);
	});

	test.each<[string, Parameters<typeof hashText>]>([
		["another title", ["Title!", "Description", "Body text."]],
		["no title", [undefined, "Description", "Body text."]],
		["another description", ["Title", "description", "Body text."]],
		["no description", ["Title", undefined, "Body text."]],
		["an empty description", ["Title", "", "Body text."]],
		["another word", ["Title", "Description", "Body texts."]],
		["blanks within the text", ["Title", "Description", "Body  text."]],
		["another line", ["Title", "Description", "Body\ntext."]],
		[
			"a title that swallows the description",
			["Title Description", undefined, "Body text."],
		],
		["fields that change places", ["Description", "Title", "Body text."]],
		["blanks in the title", ["Title ", "Description", "Body text."]],
	])("notices %s", (_, [title, description, body]) => {
		expect(hashText(title, description, body)).not.toBe(hash);
	});
});

describe("a sketch", () => {
	test("is 32 signs that stay the same for ever", () => {
		expect(Object.values(texts).map(sketchText)).toEqual([
			"j7Bqj5BPi8vCW30SF0PFJzPe_1821IA0",
			"jLdlKVJo8aUNkkeEUiZE_OS8_gyw0cEy",
			"gRRykDwOPTevceu9KM5o2nEDE64wq6EA",
		]);
	});

	test("of a short text is nothing, and says nothing", () => {
		const short = "x1 ".repeat(66);
		expect(short.trim()).toHaveLength(197);
		expect([sketchText(short), sketchText("")]).toEqual(["", ""]);
		expect(sketchText("x".repeat(200))).toHaveLength(32);
		expect(sketchText(`${" ".repeat(500)}x${"\n".repeat(500)}`)).toBe("");
		const sketch = sketchText(texts.ferry);
		expect(compareSketches("", sketch)).toBeUndefined();
		expect(compareSketches(sketch, "")).toBeUndefined();
		expect(compareSketches("", "")).toBeUndefined();
		expect(compareSketches(sketch, "cut")).toBeUndefined();
	});

	test("that holds nothing but gaps says nothing", () => {
		const gaps = ".".repeat(32);
		expect(compareSketches(gaps, gaps)).toBeUndefined();
	});
});

describe("the same text, whatever was done to its lines", () => {
	const wrap = (text: string, width: number) =>
		text.replace(new RegExp(`(.{1,${width}})(?: |$)`, "gm"), "$1\n");

	test.each<[string, (text: string) => string]>([
		["wrapped at 80", (text) => wrap(text, 80)],
		["wrapped at 40", (text) => wrap(text, 40)],
		["CRLF line ends", (text) => wrap(text, 80).replaceAll("\n", "\r\n")],
		["two blanks behind a sentence", (text) => text.replaceAll(". ", ".  ")],
		["in capitals", (text) => text.toUpperCase()],
		["indented", (text) => text.replace(/^/gm, "\t")],
	])("%s", (_, change) => {
		for (const text of Object.values(texts)) {
			expect(change(text)).not.toBe(text);
			expect(sketchText(change(text))).toBe(sketchText(text));
		}
	});
});

describe("an edited text stays alike", () => {
	test.each<Name>(["ferry", "sourdough"])(
		"%s, with any tenth of it written anew",
		(name) => {
			const text = texts[name];
			const tenth = Math.floor(text.length / 10);
			const likeness = Array.from({ length: 10 }, (_, part) =>
				alike(text, replacePart(text, part * tenth, tenth)),
			);
			expect(
				Math.min(...likeness.map((one) => one ?? 0)),
			).toBeGreaterThanOrEqual(0.6);
		},
	);

	test.each<[string, (text: string) => string, number]>([
		["a word", (text) => text.replace("morning", "evening"), 0.9],
		[
			"a paragraph added",
			(text) => `${text}\n\n${texts.index.slice(0, 180)}`,
			0.8,
		],
		[
			"a paragraph moved",
			(text) => text.split("\n\n").reverse().join("\n\n"),
			0.9,
		],
		[
			"a note before it",
			(text) => `Update: this is still true.\n\n${text}`,
			0.9,
		],
		["a tenth taken out", (text) => text.slice(0, -text.length / 10), 0.75],
		[
			"twenty words in bold type",
			(text) => text.replace(/\bthe\b/g, "**the**"),
			0.3,
		],
	])("%s", (_, change, least) => {
		const text = texts.ferry;
		expect(alike(text, change(text))).toBeGreaterThanOrEqual(least);
	});
});

test.each<[Name, Name]>([
	["ferry", "sourdough"],
	["ferry", "index"],
	["sourdough", "index"],
])("texts of one author on %s and on %s are not alike", (a, b) => {
	expect(alike(texts[a], texts[b])).toBeLessThan(0.2);
});

describe("Japanese", () => {
	const tea =
		"茶を淹れる前に、まず湯を沸かす。湯が静かに鳴りはじめたら火を弱め、茶碗を温めておく。祖母は音だけで湯の加減がわかると言っていた。私にはまだわからない。窓の外では雪が降っていて、庭の石灯籠がすっかり白くなっている。茶筅を振る手を止めると、部屋の中がとても静かなことに気づく。一口目は苦く、二口目で甘さがやってくる。菓子は隣町の店で買ったもので、包み紙には毎月違う花の絵が刷られている。今月は椿だった。飲み終えた茶碗を両手で包んでいると、指先からゆっくりと冬が遠ざかっていくような気がする。";
	const train =
		"始発の電車には、いつも同じ人たちが乗っている。釣り竿を抱えた老人、楽譜を開いたまま眠る学生、制服の上にコートを羽織った看護師。誰も言葉を交わさないけれど、次の駅で誰が降りるかは皆が知っている。川を渡る鉄橋のあたりで朝日が差しこみ、吊り革の影が床の上を一斉に流れていく。三年前に廃止の話が出たとき、署名を集めたのはあの老人だったそうだ。魚は釣れますかと一度だけ尋ねたことがある。老人は笑って、釣れた日は乗り遅れるのだと答えた。終点で扉が開くと、潮の匂いがして、私たちはそれぞれの方角へ歩きだす。";

	test("is long enough in some 200 characters", () => {
		expect(tea.length).toBeGreaterThan(200);
		expect(sketchText(tea)).toMatch(/^[\w.-]{32}$/);
		expect(sketchText(tea.slice(0, 199))).toBe("");
	});

	test("edited is alike, and another text is not", () => {
		const edited = tea.replace("今月は椿だった。", "今月は梅だった。");
		expect(alike(tea, edited)).toBeGreaterThanOrEqual(0.8);
		expect(alike(tea, train)).toBeLessThan(0.2);
	});
});

describe("what no author writes takes no long time", () => {
	test.each<[string, string]>([
		["a million times one character", "x".repeat(1_000_000)],
		["a million blanks round a character", `${" ".repeat(1_000_000)}x`],
		[
			"a million line breaks between characters",
			`x${"\n".repeat(1_000_000)}`.repeat(2),
		],
		["lone surrogates", "\uD83D".repeat(300_000)],
		["emoji", "😀".repeat(300_000)],
		["a text of a million characters", texts.ferry.repeat(500)],
	])("%s", (_, text) => {
		const start = performance.now();
		const sketch = sketchText(text);
		expect(performance.now() - start).toBeLessThan(1000);
		expect([0, 32]).toContain(sketch.length);
	});

	test("and one character repeated is like itself and like nothing else", () => {
		const sketch = sketchText("x".repeat(1_000_000));
		expect(sketch).toBe(sketchText("x".repeat(500)));
		expect(compareSketches(sketch, sketch)).toBe(1);
		expect(compareSketches(sketch, sketchText("y".repeat(500)))).toBe(0);
		expect(compareSketches(sketch, sketchText(texts.ferry))).toBeLessThan(0.1);
	});
});
