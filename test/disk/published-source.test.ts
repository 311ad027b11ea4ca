import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Failure } from "../../src/diagnostics.ts";
import { isUrl, readPublished } from "../../src/disk/published-source.ts";

const feed = `<rss version="2.0"><channel><title>é</title><item><guid>i</guid><link>/a</link></item></channel></rss>`;

let folder = "";
let server: Server | undefined;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "published-"));
});
afterEach(() => {
	server?.closeAllConnections();
	server?.close();
	server = undefined;
	rmSync(folder, { recursive: true, force: true });
});

async function serve(body: Buffer, type: string): Promise<string> {
	const started = createServer((_, response) =>
		response.writeHead(200, { "content-type": type }).end(body),
	);
	server = started;
	await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
	return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

const read = (source: string) =>
	readPublished(source, { workingDirectory: folder, report: () => {} });

async function refuse(source: string) {
	try {
		await read(source);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const [{ code, message } = { code: "", message: "" }] = error.diagnostics;
		return [error.status, code, message];
	}
	throw new Error("it was read");
}

describe("an address is told from a file", () => {
	test.each(["http://x.example", "https://x.example/a", "HTTPS://X.EXAMPLE"])(
		"%s is one",
		(source) => expect(isUrl(source)).toBe(true),
	);
	test.each([
		"feed.xml",
		"./https://x",
		"C:\\feed.xml",
		"x.example/a",
		"ftp://x",
		"http:x",
		"",
	])("%s is none", (source) => expect(isUrl(source)).toBe(false));
});

describe("a feed is read", () => {
	test("from the web, as the server says", async () => {
		const origin = await serve(
			Buffer.from(feed, "latin1"),
			"text/xml; charset=iso-8859-1",
		);
		expect(await read(`${origin}/feeds/a.xml`)).toMatchObject({
			kind: "RSS 2.0",
			title: "é",
			items: [{ id: "i", url: `${origin}/a` }],
		});
	});

	test("from a file below the working directory, or elsewhere", async () => {
		mkdirSync(join(folder, "old"));
		writeFileSync(join(folder, "old", "feed.xml"), feed);
		for (const source of ["old/feed.xml", join(folder, "old", "feed.xml")]) {
			const { title, items } = await read(source);
			expect([title, items[0]?.url]).toEqual(["é", undefined]);
		}
	});
});

describe("a feed is not read", () => {
	test("that is none", async () => {
		const origin = await serve(Buffer.from("<html></html>"), "text/html");
		expect(await refuse(`${origin.replace("//", "//ada:secret@")}/`)).toEqual([
			74,
			"source-no-feed",
			`${origin}/ is no feed: it is an HTML page`,
		]);
		writeFileSync(join(folder, "a.txt"), "Hello");
		expect(await refuse("a.txt")).toEqual([
			74,
			"source-no-feed",
			'a.txt is no feed: it is text that begins with "Hello"',
		]);
	});

	test.each(["a.xml", "a/b.xml", "x.example/feed.xml", "ftp://x.example/a"])(
		"from a file that is missing: %s",
		async (source) => {
			expect(await refuse(source)).toEqual([
				2,
				"source-missing",
				`there is no file ${source}`,
			]);
		},
	);

	test("from a file below another file", async () => {
		writeFileSync(join(folder, "a.xml"), feed);
		expect(await refuse("a.xml/b.xml")).toEqual([
			2,
			"source-missing",
			"there is no file a.xml/b.xml",
		]);
	});

	test("from a folder", async () => {
		mkdirSync(join(folder, "old"));
		expect(await refuse("old")).toEqual([
			2,
			"source-is-folder",
			"old is a folder",
		]);
	});

	test("from a file that is too large", async () => {
		writeFileSync(join(folder, "a.xml"), "");
		truncateSync(join(folder, "a.xml"), 52_428_801);
		expect(await refuse("a.xml")).toEqual([
			74,
			"source-too-large",
			"a.xml has 52428801 bytes, more than the 52428800 that a feed may have",
		]);
	});

	// Nothing is closed to the super-user, and Windows has no such mode.
	test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
		"from a file that is closed",
		async () => {
			writeFileSync(join(folder, "a.xml"), feed, { mode: 0 });
			expect(await refuse("a.xml")).toEqual([
				74,
				"source-unreadable",
				"a.xml cannot be read: EACCES: permission denied",
			]);
		},
	);
});
