import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFindLength } from "../../src/disk/attachments.ts";
import { writeFiles } from "../support/folder.ts";

let home = "";
let root = "";

/** Each file is as long as nothing else, so that a length says which one was measured. */
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), "attachments-"));
	root = join(home, "site");
	const bytes = (length: number) => "x".repeat(length);
	writeFiles(root, {
		"articles/a/beside.mp3": bytes(1),
		"articles/up.mp3": bytes(2),
		"articles/a/my song é.mp3": bytes(3),
		"articles/a/100%.mp3": bytes(4),
		"articles/a/empty.mp3": "",
		"dist/built.mp3": bytes(5),
		"public/sound/public.mp3": bytes(6),
		"static/static.mp3": bytes(7),
		"static/日本.mp3": bytes(8),
		"public/both.mp3": bytes(9),
		"static/both.mp3": bytes(10),
		"root.mp3": bytes(11),
	});
	writeFiles(home, { "secret.mp3": bytes(12), "dist-else/x.mp3": bytes(13) });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function measure(
	src: string,
	{ siteUrl = "https://x.org/", output = "dist" } = {},
) {
	const findLength = createFindLength({
		root,
		output: join(root, output),
		siteUrl,
		workingDirectory: root,
	});
	const { href } = new URL(src, `${siteUrl}a/`);
	return findLength({ src, url: href, article: "articles/a/a.md" });
}

describe("an attachment is measured", () => {
	test.each([
		["beside the article", "beside.mp3", 1],
		["written with a dot", "./beside.mp3", 1],
		["above it", "../up.mp3", 2],
		["with blanks and accents", "my song é.mp3", 3],
		["percent-encoded", "my%20song%20%C3%A9.mp3", 3],
		["with a percent sign", "100%.mp3", 4],
		["with a query and a fragment", "beside.mp3?v=1#t=10", 1],
		["when it is empty", "empty.mp3", 0],
		["in the output folder", "/built.mp3", 5],
		["in public", "/sound/public.mp3", 6],
		["in static", "/static.mp3", 7],
		["in another script", "/日本.mp3", 8],
		["in public before static", "/both.mp3", 9],
		["by its whole address", "https://x.org/static.mp3", 7],
		["by the place of its address", "../static.mp3", 7],
	])("%s: %s", (_, src, length) => {
		expect(measure(src)).toBe(length);
	});

	test("on a site that has a path", () => {
		const siteUrl = "https://x.org/blog/";
		expect(measure("/blog/static.mp3", { siteUrl })).toBe(7);
		expect(measure("/static.mp3", { siteUrl })).toBeUndefined();
	});

	// The path was once cut by its length before it was decoded.
	test("on a site that has an encoded path", () => {
		const siteUrl = "https://x.org/caf%C3%A9/";
		expect(measure("/caf%C3%A9/static.mp3", { siteUrl })).toBe(7);
	});

	test("in an output folder elsewhere", () => {
		expect(measure("/x.mp3", { output: "../dist-else" })).toBe(13);
	});
});

describe("an attachment is not measured", () => {
	test.each([
		["that is not there", "missing.mp3"],
		["that is a folder", "../a"],
		["outside the site", "../../../secret.mp3"],
		["outside, percent-encoded", "%2e%2e/%2e%2e/%2e%2e/secret.mp3"],
		["outside, in one part", "..%2F..%2F..%2Fsecret.mp3"],
		["outside, by its address", "/..%2F..%2Fsecret.mp3"],
		["of another site", "https://elsewhere.example/static.mp3"],
		["of a site that begins alike", "https://x.org.example/static.mp3"],
		["of another host", "//elsewhere.example/static.mp3"],
		["from the root of the disk", "/etc/hosts"],
		["with a NUL", "beside.mp3%00"],
		["of a name longer than disks take", "x".repeat(10_000)],
	])("%s: %.40s", (_, src) => {
		expect(measure(src)).toBeUndefined();
	});

	test.skipIf(process.platform === "win32")("that is a link out", () => {
		symlinkSync("../../../secret.mp3", join(root, "articles/a/link.mp3"));
		symlinkSync(home, join(root, "public/link"));
		expect(measure("link.mp3")).toBeUndefined();
		expect(measure("/link/secret.mp3")).toBeUndefined();
	});
});
