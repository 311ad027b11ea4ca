import { describe, expect, test } from "vitest";
import {
	readPageAddress,
	writePageKey,
} from "../../src/published/page-address.ts";

function keyOf(url: string): string | undefined {
	const address = readPageAddress(url);
	return address && writePageKey(address);
}

describe("one page has one key", () => {
	test.each([
		["http and https", "http://example.com/a/"],
		["with and without www", "https://www.example.com/a/"],
		["any case of the host", "https://EXAMPLE.com/a/"],
		["the scheme's own port", "https://example.com:443/a/"],
		["without a closing slash", "https://example.com/a"],
		["with index.html", "https://example.com/a/index.html"],
		["with .html", "https://example.com/a.html"],
		["a fragment", "https://example.com/a/#top"],
		["a campaign", "https://example.com/a/?utm_source=rss&utm_medium=feed"],
		["a letter that needs no encoding", "https://example.com/%61/"],
		["two slashes", "https://example.com//a/"],
	])("%s", (_, url) => {
		expect(keyOf(url)).toBe("example.com/a");
	});

	test("however its letters are encoded", () => {
		const key = keyOf("https://example.com/سلام/");
		expect(keyOf("https://example.com/%d8%B3%D9%84%D8%A7%D9%85")).toBe(key);
		expect(keyOf("https://example.com/Cafe%CC%81")).toBe(
			keyOf("https://example.com/Café"),
		);
	});

	test("whatever the order of its queries", () => {
		expect(keyOf("https://example.com/?b=2&a=1&utm_id=7")).toBe(
			keyOf("https://example.com/?a=1&b=2"),
		);
	});
});

describe("another page has another key", () => {
	test.each([
		["another host", "https://blog.example.com/a/"],
		["another port", "https://example.com:8080/a/"],
		["another case of the path", "https://example.com/A/"],
		["a query", "https://example.com/a/?p=1"],
		["a slash that is none", "https://example.com/%2Fa"],
		["a file of another type", "https://example.com/a.pdf"],
		["a part more", "https://example.com/a/a/"],
	])("%s", (_, url) => {
		expect(keyOf(url)).not.toBe("example.com/a");
	});

	test("a broken encoding stays as it is", () => {
		expect(keyOf("https://example.com/100%/%E0%A4%A")).toBe(
			"example.com/100%/%E0%A4%A",
		);
	});
});

test.each(["", "tag:example.com,2024:/a", "/a/", "mailto:a@example.com"])(
	"%j is no page",
	(url) => {
		expect(readPageAddress(url)).toBeUndefined();
	},
);
