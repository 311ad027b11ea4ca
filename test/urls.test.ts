import { describe, expect, test } from "vitest";
import {
	appendToSite,
	normalizeHttpUrl,
	resolveLink,
	resolveMedia,
	resolveSrcset,
} from "../src/urls.ts";

const base = "https://example.org/blog/post/";

describe("links", () => {
	test.each([
		["a", `${base}a`],
		["", base],
		["#a", `${base}#a`],
		["?a=b", `${base}?a=b`],
		["/a", "https://example.org/a"],
		["//a.example/b", "https://a.example/b"],
		["../../a", "https://example.org/a"],
		["../../../../a", "https://example.org/a"],
		[" a b ", `${base}a%20b`],
		["https:a", `${base}a`],
		["https:/a", "https://example.org/a"],
		["https:///a.example/b", "https://a.example/b"],
		["HTTPS://A.example/", "https://a.example/"],
		["https:\\\\a.example\\b", "https://a.example/b"],
		["https://a.example/b c", "https://a.example/b%20c"],
		["ht\ntps://a.example/", "https://a.example/"],
		["https://a\u0000.example/", undefined],
		["http://m%C3%BCnchen.example/", "http://xn--mnchen-3ya.example/"],
		["a:b", undefined],
		["http://", undefined],
		["http://[", undefined],
	])("%j is resolved to %j", (written, address) => {
		expect(resolveLink(written, base)).toBe(address);
	});

	test.each([
		"https://a.example",
		"https://a.example?b",
		"https://a.example#b",
		"https://A.example:443/../%7e?&&#",
		"https://münchen.example/ß",
		"mailto:a@b.example",
		"mailto:?subject=a%20b",
		"tel:110",
	])("%s is left alone", (address) => {
		expect(resolveLink(address, base)).toBe(address);
		expect(resolveLink(` ${address}\n`, base)).toBe(address);
	});

	test.each([
		"javascript:alert(1)",
		"JavaScript:alert(1)",
		" javascript:alert(1)",
		"\u0001javascript:alert(1)",
		"java\tscript:alert(1)",
		"java\nscript:alert(1)",
		"\u00a0javascript:alert(1)",
		"javascript://example.org/%0aalert(1)",
		"data:text/html,x",
		"vbscript:x",
		"blob:https://example.org/x",
		"file:///etc/passwd",
		"view-source:https://example.org/",
		"about:blank",
		"feed:javascript:alert(1)",
		"jar:https://example.org/!/",
		"ws://example.org/",
	])("%j leads nowhere", (address) => {
		expect(resolveLink(address, base)).toBeUndefined();
		expect(resolveMedia(address, base)).toBeUndefined();
	});

	test.each([
		"java\u0000script:alert(1)",
		"java\u0001script:alert(1)",
		"java&#10;script",
		"ｊavascript:1",
	])("%j is no scheme to a browser either", (address) => {
		expect(resolveLink(address, base)).toMatch(
			/^https:\/\/example\.org\/blog\/post\//,
		);
	});
});

test("pictures are loaded by http(s) alone", () => {
	expect(resolveMedia("a.png", base)).toBe(`${base}a.png`);
	expect(resolveMedia("mailto:a@b.example", base)).toBeUndefined();
	expect(resolveMedia("ftp://a.example/b.png", base)).toBeUndefined();
});

test.each([
	["a.png", `${base}a.png`],
	["a.png 1x, b.png 2x", `${base}a.png 1x, ${base}b.png 2x`],
	["a.png 1x,b.png 2x", `${base}a.png 1x, ${base}b.png 2x`],
	["a.png, b.png", `${base}a.png, ${base}b.png`],
	["a,b.png 100w", `${base}a%2Cb.png 100w`],
	[" ,, a.png\n640w\n,\tb.png\t", `${base}a.png 640w, ${base}b.png`],
	["https://a.example/?a=1,2 2x", "https://a.example/?a=1%2C2 2x"],
	["javascript:1 1x, a.png 2x", `${base}a.png 2x`],
	["data:image/png;base64,AA 1x", ""],
	["a.png 640w 480h, b.png 1.5x", `${base}a.png 640w 480h, ${base}b.png 1.5x`],
	["a.png script:1, b.png x, c.png -1x", ""],
	["", ""],
	[" , ,", ""],
])("the srcset %j becomes %j", (written, srcset) => {
	expect(resolveSrcset(written, base)).toBe(srcset);
});

test.each([
	["commas", ",".repeat(1_000_000)],
	["white space", " ".repeat(1_000_000)],
	["one address", "a".repeat(1_000_000)],
	["an address of commas", `a${",".repeat(1_000_000)}b`],
	["candidates", "a.png 1x,".repeat(100_000)],
	["dots", "../".repeat(300_000)],
])("a megabyte of %s takes no time", (_, written) => {
	const begin = performance.now();
	resolveSrcset(written, base);
	resolveLink(written, base);
	expect(performance.now() - begin).toBeLessThan(2000);
});

test.each([
	["https://A.example", "https://a.example/"],
	[" http://a.example/b c ", "http://a.example/b%20c"],
	["a.example", undefined],
	["/a", undefined],
	["ftp://a.example/", undefined],
	["javascript:1", undefined],
	["", undefined],
])("%j as an absolute http(s) address is %j", (written, address) => {
	expect(normalizeHttpUrl(written)).toBe(address);
});

test.each([
	["https://a.example/", "/b/", "https://a.example/b/"],
	["https://a.example/blog/", "/b/", "https://a.example/blog/b/"],
	["https://a.example/blog/", "b", "https://a.example/blog/b"],
	[
		"https://a.example/blog/",
		"//b.example/",
		"https://a.example/blog/b.example/",
	],
	["https://a.example/", "/", "https://a.example/"],
])("%s and the path %s make %s", (site, path, address) => {
	expect(appendToSite(site, path)).toBe(address);
});
