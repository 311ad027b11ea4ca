/** Where a request goes, and as whom: addresses with their credentials parted from them. */

import { toPlainLine } from "../characters.ts";
import { Failure } from "../diagnostics.ts";
import { refuseRedirect } from "./download-failures.ts";

export interface Target {
	/** Without credentials, which messages would show, and without a fragment. */
	readonly url: URL;
	/** The header's value (RFC 7617). */
	readonly authorization?: string | undefined;
}

const isWeb = ({ protocol }: URL) =>
	protocol === "http:" || protocol === "https:";

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function partCredentials(url: URL): Target {
	const { username, password } = url;
	url.username = "";
	url.password = "";
	url.hash = "";
	if (username + password === "") return { url };
	const credentials = `${decode(username)}:${decode(password)}`;
	const encoded = Buffer.from(credentials).toString("base64");
	return { url, authorization: `Basic ${encoded}` };
}

/**
 * Reads an address as somebody wrote it.
 * @throws Failure (74, `source-unreachable`) where it is none of the web
 */
export function readTarget(address: string): Target {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url !== undefined && isWeb(url)) return partCredentials(url);
	const shown = toPlainLine(address).replace(/\/\/.*@/, "//");
	throw new Failure(74, {
		code: "source-unreachable",
		message: `${shown} is no address of the web`,
		hint: "Write it as https://example.org/feed.xml.",
	});
}

/** A password goes to the host that it was written for, and not from https to http. */
function isTrusted(from: URL, to: URL): boolean {
	return (
		from.host === to.host &&
		(from.protocol === to.protocol || to.protocol === "https:")
	);
}

/**
 * Reads where a redirect leads.
 * @throws Failure (74, `source-redirects`)
 */
export function followTarget(from: Target, location: string | null): Target {
	if (location === null) throw refuseRedirect(from.url, "it names no address");
	// Headers come as bytes; what is not ASCII is UTF-8.
	const text = Buffer.from(location, "latin1").toString("utf8");
	const url = URL.canParse(text, from.url.href)
		? new URL(text, from.url)
		: undefined;
	if (url === undefined || !isWeb(url))
		throw refuseRedirect(from.url, "it leads out of the web");
	const to = partCredentials(url);
	return isTrusted(from.url, to.url)
		? { authorization: from.authorization, ...to }
		: to;
}
