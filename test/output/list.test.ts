import { describe, expect, test } from "vitest";
import { formatList, parseList } from "../../src/output/list.ts";

const a = "a".repeat(64);
const b = "b".repeat(64);

const toObject = (list: ReturnType<typeof parseList>) =>
	Object.fromEntries([...list].map(([path, hashes]) => [path, [...hashes]]));

describe("the list of written files", () => {
	test("is sorted by code units, with a line for each hash, as sha256sum reads it", () => {
		const list = new Map([
			["z.xml", new Set([a])],
			["日本/rss.xml", new Set([a])],
			["Z.xml", new Set([b, a])],
			["😀/rss.xml", new Set([b])],
		]);
		expect(formatList(list)).toBe(
			`${a}  Z.xml\n${b}  Z.xml\n${a}  z.xml\n${a}  日本/rss.xml\n${b}  😀/rss.xml\n`,
		);
		expect(formatList(parseList(formatList(list)))).toBe(formatList(list));
	});

	test.each([
		["one line", `${a}  rss.xml\n`, { "rss.xml": [a] }],
		["two hashes", `${b}  x\n${a}  x\n`, { x: [b, a] }],
		["CRLF, as Git may make it", `${a}  rss.xml\r\n`, { "rss.xml": [a] }],
		["the mark of sha256sum -b", `${a} *rss.xml`, { "rss.xml": [a] }],
		["blanks in a name", `${a}  a b/c d.xml`, { "a b/c d.xml": [a] }],
		["prototype keys", `${a}  constructor`, { constructor: [a] }],
	])("is read: %s", (_, text, expected) => {
		expect(toObject(parseList(text))).toEqual(expected);
	});

	test.each([
		["nothing", ""],
		["no hash", "rss.xml"],
		["a short hash", `${a.slice(1)}  rss.xml`],
		["a long hash", `${a}a  rss.xml`],
		["upper case", `${a.toUpperCase()}  rss.xml`],
		["one blank", `${a} rss.xml`],
		["no path", `${a}  `],
		["an absolute path", `${a}  /etc/passwd`],
		["a parent", `${a}  ../x`],
		["a parent in the middle", `${a}  a/../../x`],
		["a parent as Windows sees it", `${a}  a/.. /x`],
		["a drive", `${a}  C:/x`],
		["a drive without a slash", `${a}  c:x`],
		["backslashes", `${a}  ..\\x`],
		["a device of Windows", `${a}  \\\\.\\C:`],
		["a NUL", `${a}  a\0b`],
		["an escape sequence", `${a}  \x1b[2J`],
		["two slashes", `${a}  a//b`],
		["a slash at the end", `${a}  a/`],
		["the folder itself", `${a}  .`],
		["the list itself", `${a}  .feedwright-written`],
		["the list in other letters", `${a}  .FeedWright-Written`],
		["a temporary file", `${a}  .feedwright-tmp/lock`],
		["a name that no disk takes", `${a}  ${"x".repeat(256)}`],
		["a path that no disk takes", `${a}  ${"x/".repeat(2000)}x`],
	])("is read without lines that are broken or lead outside: %s", (_, text) => {
		expect(toObject(parseList(text))).toEqual({});
	});

	// A regular expression that backtracks would not end before the test's time does.
	test.each([
		["\n"],
		[" "],
		["a"],
		[". "],
		[`${a}  `],
		[`${a}  ${". ".repeat(900)}\n`],
	])("is read in time however broken it is: %j", (piece) => {
		const text = piece.repeat(4_000_000 / piece.length);
		expect(parseList(text).size).toBeLessThan(2);
	});
});
