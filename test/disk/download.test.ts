import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import {
	createServer,
	type IncomingHttpHeaders,
	type RequestListener,
	type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Diagnostic, Failure } from "../../src/diagnostics.ts";
import { type DownloadOptions, download } from "../../src/disk/download.ts";
import { explainUnreachable } from "../../src/disk/download-failures.ts";

interface Asked {
	readonly path: string | undefined;
	readonly headers: IncomingHttpHeaders;
}

let servers: Server[] = [];
let asked: Asked[] = [];
let told: Diagnostic[] = [];
let folder = "";

beforeEach(() => {
	[servers, asked, told] = [[], [], []];
	folder = join(mkdtempSync(join(tmpdir(), "download-")), ".feedwright");
});
afterEach(() => {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
	rmSync(join(folder, ".."), { recursive: true, force: true });
});

/** Starts a server on this machine and gives its origin. */
async function serve(
	answer: RequestListener,
	host = "127.0.0.1",
): Promise<string> {
	const server = createServer((request, response) => {
		asked.push({ path: request.url, headers: request.headers });
		answer(request, response);
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, host, resolve));
	return `http://${host}:${(server.address() as AddressInfo).port}`;
}

const get = (url: string, options: Partial<DownloadOptions> = {}) =>
	download(url, { report: (diagnostic) => told.push(diagnostic), ...options });

const getText = async (url: string, options?: Partial<DownloadOptions>) =>
	Buffer.from((await get(url, options)).bytes).toString();

/** What somebody is told for whom nothing was got. */
async function refuse(url: string, options?: Partial<DownloadOptions>) {
	try {
		await get(url, options);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const [{ code, message, hint } = { code: "", message: "" }] =
			error.diagnostics;
		expect([error.status, error.diagnostics.length]).toEqual([74, 1]);
		return { code, message, hint };
	}
	throw new Error("it was got");
}

const redirectTo =
	(location: string, status = 302): RequestListener =>
	(_, response) =>
		response.writeHead(status, { location }).end();

const small = (bytes: number, milliseconds = 20_000) => ({
	limits: { bytes, milliseconds },
});

describe("a feed is got", () => {
	test("with its type, by a request that says who asks for what", async () => {
		const origin = await serve((_, response) => {
			response.setHeader("content-type", "text/xml; charset=utf-8");
			response.end("<rss/>");
		});
		expect(await get(`${origin}/feed?a=1#top`)).toEqual({
			bytes: Buffer.from("<rss/>"),
			url: `${origin}/feed?a=1`,
			contentType: "text/xml; charset=utf-8",
		});
		expect(asked).toMatchObject([
			{ path: "/feed?a=1", headers: { "user-agent": "feedwright" } },
		]);
		expect(asked[0]?.headers.accept).toContain("application/rss+xml");
		expect(asked[0]?.headers).not.toHaveProperty("authorization");
		expect(told).toEqual([]);
	});

	test("unpacked", async () => {
		const origin = await serve((_, response) => {
			response.setHeader("content-encoding", "gzip");
			response.end(gzipSync("<rss/>"));
		});
		expect(await getText(origin)).toBe("<rss/>");
	});

	test("from nowhere but the web", async () => {
		for (const url of [
			"ftp://x.example/",
			"file:///etc/passwd",
			"x",
			"https://",
		])
			expect(await refuse(url)).toEqual({
				code: "source-unreachable",
				message: `${url} is no address of the web`,
				hint: "Write it as https://example.org/feed.xml.",
			});
		const { message } = await refuse("ftp://ada:sec/ret@x.example/");
		expect(message).toBe("ftp://x.example/ is no address of the web");
	});
});

describe("a redirect", () => {
	test("is followed and told", async () => {
		const origin = await serve((request, response) => {
			// Headers are bytes, and servers write UTF-8 into them.
			const inUtf8 = Buffer.from("b?é").toString("latin1");
			if (request.url === "/a") redirectTo(inUtf8, 301)(request, response);
			else if (request.url === "/c") response.end("here");
			else redirectTo("/c#x", 307)(request, response);
		});
		expect((await get(`${origin}/a`)).url).toBe(`${origin}/c`);
		expect(told).toEqual([
			{
				severity: "info",
				code: "source-redirected",
				message: `${origin}/a leads to ${origin}/b?%C3%A9 (301)`,
				hint: "Name that address from now on.",
			},
			{
				severity: "info",
				code: "source-redirected",
				message: `${origin}/b?%C3%A9 leads to ${origin}/c (307)`,
			},
		]);
	});

	test.each([301, 302, 303, 307, 308])("of status %i", async (status) => {
		const origin = await serve((request, response) => {
			if (request.url === "/b") response.end("here");
			else redirectTo("/b", status)(request, response);
		});
		expect(await getText(`${origin}/a`)).toBe("here");
		expect(told[0]?.hint === undefined).toBe(![301, 308].includes(status));
	});

	test("is followed five times", async () => {
		const origin = await serve((request, response) => {
			const number = Number(request.url?.slice(1));
			if (number === 0) response.end("here");
			else redirectTo(`/${number - 1}`)(request, response);
		});
		expect(await getText(`${origin}/5`)).toBe("here");
		expect(await refuse(`${origin}/6`)).toEqual({
			code: "source-redirects",
			message: `the redirect from ${origin}/1 cannot be followed: 5 came before it`,
			hint: "Find the feed with a browser, and name the address that it shows.",
		});
	});

	test.each([
		["/a", "it leads in a circle"],
		["/b#c", "it leads in a circle"],
		["file:///etc/passwd", "it leads out of the web"],
		["https://", "it leads out of the web"],
	])("to %s is refused", async (location, why) => {
		const origin = await serve((request, response) => {
			const next = request.url === "/a" ? "/b" : location;
			redirectTo(next)(request, response);
		});
		expect((await refuse(`${origin}/a`)).message).toBe(
			`the redirect from ${origin}/b cannot be followed: ${why}`,
		);
	});

	test("to nowhere is refused", async () => {
		const origin = await serve((_, response) => response.writeHead(302).end());
		expect((await refuse(origin)).message).toBe(
			`the redirect from ${origin}/ cannot be followed: it names no address`,
		);
	});
});

describe("a name and a password", () => {
	const credentials = `Basic ${Buffer.from("ada@x:pä/ss").toString("base64")}`;
	const withPassword = (origin: string) =>
		origin.replace("//", "//ada%40x:p%C3%A4%2Fss@");

	test("are sent, and shown nowhere", async () => {
		const origin = await serve((request, response) => {
			if (request.url === "/a") redirectTo("/b")(request, response);
			else response.end("here");
		});
		const { url } = await get(`${withPassword(origin)}/a`, { folder });
		expect(url).toBe(`${origin}/b`);
		expect(told[0]?.message).toBe(`${origin}/a leads to ${origin}/b (302)`);
		expect(asked.map(({ headers }) => headers.authorization)).toEqual([
			credentials,
			credentials,
		]);
	});

	test("do not go to another host", async () => {
		const other = await serve((_, response) => response.end("here"));
		const origin = await serve(redirectTo(`${other}/`));
		await get(withPassword(origin));
		expect(asked.map(({ headers }) => headers.authorization)).toEqual([
			credentials,
			undefined,
		]);
	});

	test("are those of the address that a redirect names", async () => {
		const other = await serve((_, response) => response.end("here"));
		const origin = await serve(redirectTo(other.replace("//", "//bo:x@")));
		const { url } = await get(withPassword(origin));
		expect(url).toBe(`${other}/`);
		expect(told[0]?.message).toBe(`${origin}/ leads to ${other}/ (302)`);
		expect(asked[1]?.headers.authorization).toBe("Basic Ym86eA==");
	});

	test("are not in what is said of failures, and nothing is kept", async () => {
		const origin = await serve((request, response) => {
			response.setHeader("etag", '"1"');
			response.statusCode = request.url === "/a" ? 200 : 401;
			response.end();
		});
		await get(`${withPassword(origin)}/a`, { folder });
		expect(() => readdirSync(folder)).toThrow("ENOENT");
		expect(await refuse(`${withPassword(origin)}/b`)).toEqual({
			code: "source-status",
			message: `${origin}/b answered 401 Unauthorized`,
			hint: `Write the name and the password into the address: https://name:password@${origin.slice(7)}/.`,
		});
	});
});

describe("an answer that brings nothing", () => {
	test.each([
		[
			403,
			{},
			"403 Forbidden",
			"Save the feed with a browser and name the file.",
		],
		[
			404,
			{},
			"404 Not Found",
			"Check the address; the site's pages may name another one.",
		],
		[
			410,
			{},
			"410 Gone",
			"Check the address; the site's pages may name another one.",
		],
		[
			429,
			{ "retry-after": "120" },
			"429 Too Many Requests",
			"Try again in 120 seconds.",
		],
		[429, {}, "429 Too Many Requests", "Try again later."],
		[500, {}, "500 Internal Server Error", "Try again later."],
		[
			503,
			{ "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" },
			"503 Service Unavailable",
			"Try again after Wed, 21 Oct 2026 07:28:00 GMT.",
		],
		[304, {}, "304 Not Modified", "See in a browser what the server says."],
		[300, {}, "300 Multiple Choices", "See in a browser what the server says."],
		[599, {}, "599", "Try again later."],
	])("%i %j", async (status, headers, answered, hint) => {
		const origin = await serve((_, response) =>
			response.writeHead(status, "Nonsense", headers).end("x"),
		);
		expect(await refuse(`${origin}/feed`)).toEqual({
			// What is not there may never have been.
			code: [404, 410].includes(status) ? "source-missing" : "source-status",
			message: `${origin}/feed answered ${answered}`,
			hint,
		});
	});
});

describe("what was got before", () => {
	const etag = 'W/"a\'b"';
	const lastModified = "Wed, 21 Oct 2015 07:28:00 GMT";
	let content = "one";

	/** Answers 304 to whoever names what there is. */
	const answer: RequestListener = (request, response) => {
		const isKnown = request.headers["if-none-match"] === etag;
		response.setHeader("etag", etag);
		response.setHeader("last-modified", lastModified);
		response.setHeader("content-type", "text/xml");
		if (isKnown) response.writeHead(304).end();
		else response.end(content);
	};

	beforeEach(() => {
		content = "one";
	});

	test("is asked for by its state, and not sent again", async () => {
		const origin = await serve(answer);
		const first = await get(`${origin}/feed`, { folder });
		content = "two";
		expect(await get(`${origin}/feed`, { folder })).toEqual(first);
		expect(first).toMatchObject({ contentType: "text/xml" });
		expect(asked[0]?.headers).not.toHaveProperty("if-none-match");
		expect(asked[1]?.headers).toMatchObject({
			"if-none-match": etag,
			"if-modified-since": lastModified,
		});
		expect(await getText(`${origin}/feed`)).toBe("two");
	});

	test("is kept by the address where it was in the end", async () => {
		const origin = await serve((request, response) => {
			if (request.url === "/a") redirectTo("/b")(request, response);
			else answer(request, response);
		});
		await get(`${origin}/a`, { folder });
		expect(await getText(`${origin}/a`, { folder })).toBe("one");
		expect(asked.map(({ headers }) => headers["if-none-match"])).toEqual([
			undefined,
			undefined,
			undefined,
			etag,
		]);
	});

	test("gives way to what is new", async () => {
		let state = '"1"';
		const origin = await serve((_, response) => {
			response.setHeader("etag", state);
			response.end(state);
		});
		await get(origin, { folder });
		state = '"2"';
		expect(await getText(origin, { folder })).toBe('"2"');
		await get(origin, { folder });
		expect(asked[2]?.headers["if-none-match"]).toBe('"2"');
	});

	test("lies in one file, which git does not see", async () => {
		const origin = await serve(answer);
		await get(origin, { folder });
		const [ignore, file = "", ...others] = readdirSync(folder).sort();
		expect([ignore, others]).toEqual([".gitignore", []]);
		expect(file).toMatch(/^[0-9a-f]{64}$/);
		expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("*\n");
	});

	test("is not kept where the server names no state", async () => {
		const origin = await serve((_, response) => response.end("x"));
		await get(origin, { folder });
		expect(() => readdirSync(folder)).toThrow("ENOENT");
	});

	test.each([
		["empty", () => ""],
		["cut off", (text: string) => text.slice(0, -1)],
		["without a line", (text: string) => text.replace("\n", "")],
		["no JSON", (text: string) => text.slice(1)],
		["of another kind", () => "[]\n"],
		["null", () => "null\n"],
		[
			"with a state that no header can carry",
			(text: string) => text.replace("W/", "\\n"),
		],
		[
			"with a state that is no text",
			(text: string) => text.replace(/"etag":"[^,]*"/, '"etag":{}'),
		],
	])("is ignored where its file is broken: %s", async (_, damage) => {
		const origin = await serve(answer);
		await get(origin, { folder });
		const [, name = ""] = readdirSync(folder).sort();
		const file = join(folder, name);
		writeFileSync(file, damage(readFileSync(file, "utf8")));
		expect(await getText(origin, { folder })).toBe("one");
		expect(asked[1]?.headers).not.toHaveProperty("if-none-match");
		expect(await getText(origin, { folder })).toBe("one");
		expect(asked[2]?.headers).toHaveProperty("if-none-match");
	});

	test("is not needed: a disk that refuses is no mistake", async () => {
		writeFileSync(folder, "a file");
		const origin = await serve(answer);
		expect(await getText(origin, { folder })).toBe("one");
	});
});

describe("there is a limit", () => {
	const tooLarge = (origin: string) => ({
		code: "source-too-large",
		message: `${origin}/ has more than the 1000 bytes that a feed may have`,
		hint: "Name the address of a feed.",
	});

	test("to what a server says that it will send", async () => {
		const origin = await serve((_, response) => {
			response.writeHead(200, { "content-length": 1001 });
			response.write("x");
		});
		expect(await refuse(origin, small(1000))).toEqual(tooLarge(origin));
	});

	test("to what it sends without an end", async () => {
		const origin = await serve((_, response) => {
			const send = (): void => {
				while (!response.destroyed && response.write("x".repeat(300)));
				if (!response.destroyed) response.once("drain", send);
			};
			send();
		});
		expect(await refuse(origin, small(1000))).toEqual(tooLarge(origin));
	});

	test("to what it unpacks to", async () => {
		const bomb = gzipSync(Buffer.alloc(100_000_000));
		const origin = await serve((_, response) => {
			response.setHeader("content-encoding", "gzip");
			response.end(bomb);
		});
		expect(await refuse(origin, small(1_000_000))).toMatchObject({
			code: "source-too-large",
		});
	});

	test("which may be reached", async () => {
		const origin = await serve((_, response) => response.end("x".repeat(1000)));
		expect(await getText(origin, small(1000))).toBe("x".repeat(1000));
		expect(await refuse(origin, small(999))).toMatchObject({
			code: "source-too-large",
		});
	});

	test.each([
		["before it answers", () => {}],
		["in the middle", (_, response) => response.write("x")],
	] as [string, RequestListener][])(
		"to how long it may take: %s",
		async (_, answer) => {
			const origin = await serve(answer);
			expect(await refuse(origin, small(1000, 100))).toEqual({
				code: "source-too-slow",
				message: `${origin}/ was not here after 0.1 seconds`,
				hint: "Try again later, or save the feed and name the file.",
			});
		},
	);
});

describe("a server that cannot be talked to", () => {
	const hint =
		"Check the address and the network, or save the feed and name the file.";

	test("refuses", async () => {
		const origin = await serve(() => {});
		await new Promise((resolve) => servers.pop()?.close(resolve));
		expect(await refuse(origin)).toEqual({
			code: "source-unreachable",
			message: `${origin}/ cannot be got: ${origin.slice(7)} refuses the connection`,
			hint,
		});
	});

	test("speaks no TLS", async () => {
		const origin = await serve(() => {});
		const { message } = await refuse(origin.replace("http", "https"));
		expect(message).toContain("does not speak https (TLS)");
	});

	test.each([
		["before it answers", (_, response) => response.destroy()],
		[
			"in the middle",
			(_, response) => {
				response.writeHead(200, { "content-length": 10 });
				response.write("x", () => response.destroy());
			},
		],
	] as [string, RequestListener][])("breaks off %s", async (_, answer) => {
		const { code, message } = await refuse(await serve(answer));
		expect(code).toBe("source-unreachable");
		expect(message).toMatch(/127\.0\.0\.1:\d+ broke the connection off$/);
	});

	test("sends what cannot be unpacked", async () => {
		const origin = await serve((_, response) => {
			response.setHeader("content-encoding", "gzip");
			response.end("this is no gzip");
		});
		expect((await refuse(origin)).message).toMatch(
			/ sends what cannot be unpacked$/,
		);
	});

	const url = new URL("https://x.example/feed");
	const fail = (code: string) =>
		new TypeError("fetch failed", {
			cause: Object.assign(new Error("in English"), { code }),
		});

	test.each([
		[fail("ENOTFOUND"), "is not known (DNS)"],
		[fail("CERT_HAS_EXPIRED"), "has a certificate that has expired (TLS)"],
		[
			fail("DEPTH_ZERO_SELF_SIGNED_CERT"),
			"has signed its certificate itself (TLS)",
		],
		[fail("ERR_SSL_WRONG_VERSION_NUMBER"), "does not speak https (TLS)"],
		[fail("HPE_INVALID_CONSTANT"), "does not speak HTTP"],
		[fail("EWHATEVER"), "cannot be talked to (EWHATEVER)"],
		[
			new TypeError("fetch failed", { cause: new Error("bad port") }),
			"cannot be talked to (bad port)",
		],
		[new AggregateError([fail("x")], "all"), "cannot be talked to (all)"],
		["a text", "cannot be talked to ()"],
	])("%s", (error, what) => {
		expect(explainUnreachable(error, url).message).toBe(
			`https://x.example/feed cannot be got: x.example ${what}`,
		);
	});
});
