/** What goes wrong between here and a server, in words, with the way out. */

import { STATUS_CODES } from "node:http";
import { showText } from "../characters.ts";
import { Failure } from "../diagnostics.ts";

/** Error code of Node.js or undici → what the host does. */
const reasons: Readonly<Record<string, string>> = {
	ENOTFOUND: "is not known (DNS)",
	EAI_AGAIN: "cannot be looked up (DNS)",
	ECONNREFUSED: "refuses the connection",
	ECONNRESET: "broke the connection off",
	EPIPE: "broke the connection off",
	UND_ERR_SOCKET: "broke the connection off",
	ETIMEDOUT: "does not answer",
	UND_ERR_CONNECT_TIMEOUT: "does not answer",
	UND_ERR_HEADERS_TIMEOUT: "does not answer",
	UND_ERR_BODY_TIMEOUT: "does not answer",
	EHOSTUNREACH: "cannot be reached from here",
	ENETUNREACH: "cannot be reached from here",
	CERT_HAS_EXPIRED: "has a certificate that has expired (TLS)",
	CERT_NOT_YET_VALID: "has a certificate that is not valid yet (TLS)",
	ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for another host (TLS)",
	DEPTH_ZERO_SELF_SIGNED_CERT: "has signed its certificate itself (TLS)",
	SELF_SIGNED_CERT_IN_CHAIN: "has a certificate that nobody vouches for (TLS)",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
		"has a certificate that nobody vouches for (TLS)",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE:
		"has a certificate that nobody vouches for (TLS)",
	EPROTO: "does not speak https (TLS)",
};

/** Codes that there are many of. */
function describeFamily(code: string): string | undefined {
	if (code.startsWith("ERR_SSL_")) return reasons.EPROTO;
	if (code.startsWith("HPE_")) return "does not speak HTTP";
	if (/^(?:Z_|ERR_PADDING|ERR__ERROR_FORMAT)/.test(code))
		return "sends what cannot be unpacked";
	return undefined;
}

/** An error as fetch throws it has the reason as its cause, or the cause's cause. */
function* listCauses(error: unknown): Generator<object> {
	let cause = error;
	for (let depth = 0; depth < 5 && cause instanceof Error; depth++) {
		yield cause;
		cause = cause.cause;
	}
}

function describe(error: unknown): string {
	let last = "";
	for (const cause of listCauses(error)) {
		const { code, message } = cause as { code?: unknown; message?: string };
		last = message || last;
		if (typeof code !== "string") continue;
		const reason = reasons[code] ?? describeFamily(code);
		if (reason !== undefined) return reason;
		last = code;
	}
	return `cannot be talked to (${showText(last)})`;
}

/** Tells whether an `AbortSignal.timeout` ended something. */
export function isTimeout(error: unknown): boolean {
	return error instanceof Error && error.name === "TimeoutError";
}

/** The Failure for what fetch or the stream of an answer has thrown. */
export function explainUnreachable(error: unknown, url: URL): Failure {
	return new Failure(74, {
		code: "source-unreachable",
		message: `${url} cannot be got: ${url.host} ${describe(error)}`,
		hint: "Check the address and the network, or save the feed and name the file.",
	});
}

export function refuseTime(url: URL, milliseconds: number): Failure {
	return new Failure(74, {
		code: "source-too-slow",
		message: `${url} was not here after ${milliseconds / 1000} seconds`,
		hint: "Try again later, or save the feed and name the file.",
	});
}

export function refuseSize(url: URL, limit: number): Failure {
	return new Failure(74, {
		code: "source-too-large",
		message: `${url} has more than the ${limit} bytes that a feed may have`,
		hint: "Name the address of a feed.",
	});
}

export function refuseRedirect(url: URL, why: string): Failure {
	return new Failure(74, {
		code: "source-redirects",
		message: `the redirect from ${url} cannot be followed: ${why}`,
		hint: "Find the feed with a browser, and name the address that it shows.",
	});
}

/** RFC 9110 section 10.2.3: seconds, or a date. */
function suggestRetry(retryAfter: string | null): string {
	const when = showText(retryAfter ?? "");
	if (when === "") return "Try again later.";
	return /^\d+$/.test(when)
		? `Try again in ${when} seconds.`
		: `Try again after ${when}.`;
}

function suggest({ status, headers }: Response, { host }: URL): string {
	if (status === 401)
		return `Write the name and the password into the address: https://name:password@${host}/.`;
	if (status === 403) return "Save the feed with a browser and name the file.";
	if (status === 404 || status === 410)
		return "Check the address; the site's pages may name another one.";
	if (status === 429 || status >= 500)
		return suggestRetry(headers.get("retry-after"));
	return "See in a browser what the server says.";
}

/** The Failure for an answer that brings nothing (RFC 9110 section 15). */
export function refuseStatus(url: URL, response: Response): Failure {
	const { status } = response;
	const isMissing = status === 404 || status === 410;
	return new Failure(74, {
		code: isMissing ? "source-missing" : "source-status",
		message: `${url} answered ${status} ${STATUS_CODES[status] ?? ""}`.trim(),
		hint: suggest(response, url),
	});
}
