/**
 * Gets a feed from the web, politely and warily: the server is asked for what has changed since the last time, and
 * whatever answers gets so many bytes, so much time and so many redirects.
 */

import { Failure, type Report } from "../diagnostics.ts";
import {
	explainUnreachable,
	isTimeout,
	refuseRedirect,
	refuseSize,
	refuseStatus,
	refuseTime,
} from "./download-failures.ts";
import { findKept, type Kept, keep } from "./kept-downloads.ts";
import { followTarget, readTarget, type Target } from "./targets.ts";

export interface Download {
	readonly bytes: Uint8Array;
	/** Where it was in the end, without credentials. */
	readonly url: string;
	/** As the server wrote it. */
	readonly contentType?: string | undefined;
}

interface Limits {
	/** Decoded, so that no archive unfolds without an end. */
	readonly bytes: number;
	/** From the first request to the last byte. */
	readonly milliseconds: number;
}

export interface DownloadOptions {
	/** An absolute folder for what was got, so that it need not be sent again; absent for none. */
	readonly folder?: string | undefined;
	readonly report: Report;
	readonly limits?: Limits;
}

const usualLimits = { bytes: 20 * 1024 * 1024, milliseconds: 30_000 };
const maxRedirects = 5;

const accepted =
	"application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";

/** Status codes that name another address (RFC 9110 section 15.4), and those of them that mean it for good. */
const redirects = new Set([301, 302, 303, 307, 308]);
const permanent = new Set([301, 308]);

/** One download: its limits, and the clock that runs. */
interface Session extends DownloadOptions {
	readonly limits: Limits;
	readonly signal: AbortSignal;
}

/**
 * Gets what is at an http(s) address. Redirects are followed and told (`source-redirected`).
 * @param address may hold a name and a password, which are sent to that host alone and shown nowhere
 * @throws Failure (74) `source-unreachable`, `source-status`, `source-redirects`, `source-too-large`, `source-too-slow`
 */
export async function download(
	address: string,
	options: DownloadOptions,
): Promise<Download> {
	const { limits = usualLimits } = options;
	const signal = AbortSignal.timeout(limits.milliseconds);
	const session = { ...options, limits, signal };
	let target = readTarget(address);
	const visited = new Set([target.url.href]);
	for (;;) {
		const kept = findKept(target, options.folder);
		const response = await request(target, kept, session);
		if (!redirects.has(response.status))
			return take(response, target, kept, session);
		drop(response);
		target = redirect(response, target, visited, options.report);
	}
}

/** Does something with the network. */
async function reach<T>(
	{ url }: Target,
	{ limits }: Session,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Failure) throw error;
		throw isTimeout(error)
			? refuseTime(url, limits.milliseconds)
			: explainUnreachable(error, url);
	}
}

function request(target: Target, kept: Kept | undefined, session: Session) {
	const headers = {
		"user-agent": "feedwright",
		accept: accepted,
		...(target.authorization && { authorization: target.authorization }),
		// RFC 9110 section 13.1: what was got the last time, as the server itself named it.
		...(kept?.etag && { "if-none-match": kept.etag }),
		...(kept?.lastModified && { "if-modified-since": kept.lastModified }),
	};
	const { signal } = session;
	return reach(target, session, () =>
		fetch(target.url, { headers, redirect: "manual", signal }),
	);
}

/** Finds where a redirect leads. */
function redirect(
	{ status, headers }: Response,
	from: Target,
	visited: Set<string>,
	report: Report,
): Target {
	const to = followTarget(from, headers.get("location"));
	if (visited.has(to.url.href))
		throw refuseRedirect(from.url, "it leads in a circle");
	if (visited.size > maxRedirects)
		throw refuseRedirect(from.url, `${maxRedirects} came before it`);
	visited.add(to.url.href);
	report({
		severity: "info",
		code: "source-redirected",
		message: `${from.url} leads to ${to.url} (${status})`,
		...(permanent.has(status) && { hint: "Name that address from now on." }),
	});
	return to;
}

async function take(
	response: Response,
	target: Target,
	kept: Kept | undefined,
	session: Session,
): Promise<Download> {
	const url = target.url.href;
	if (response.status === 304 && kept !== undefined) {
		drop(response);
		return { bytes: kept.bytes, url, contentType: kept.contentType };
	}
	if (!response.ok) {
		drop(response);
		throw refuseStatus(target.url, response);
	}
	const bytes = await readBody(response, target, session);
	const header = (name: string) => response.headers.get(name) ?? undefined;
	const contentType = header("content-type");
	keep(target, session.folder, {
		bytes,
		contentType,
		etag: header("etag"),
		lastModified: header("last-modified"),
	});
	return { bytes, url, contentType };
}

async function readBody(
	response: Response,
	target: Target,
	session: Session,
): Promise<Buffer> {
	const limit = session.limits.bytes;
	if (Number(response.headers.get("content-length")) > limit) {
		drop(response);
		throw refuseSize(target.url, limit);
	}
	let size = 0;
	const chunks: Uint8Array[] = [];
	await reach(target, session, async () => {
		for await (const chunk of response.body ?? []) {
			size += chunk.byteLength;
			// Leaving the loop ends the stream.
			if (size > limit) throw refuseSize(target.url, limit);
			chunks.push(chunk);
		}
	});
	return Buffer.concat(chunks);
}

/** Lets go of an answer whose body is of no use, which would keep the connection. */
function drop({ body }: Response): void {
	body?.cancel().catch(() => {});
}
