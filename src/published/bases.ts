/** What the relative addresses of a feed are relative to (RFC 3986 section 5.1). */

import { resolveLink, resolveMedia } from "../urls.ts";

/** Leads nowhere, so that only absolute addresses can be resolved. */
const nowhere = "about:blank";

/** Resolves addresses, each against the one before, and gives the last that can be: a base for those that follow. */
export function joinBases(...addresses: readonly (string | undefined)[]) {
	return addresses.reduce<string>(
		(base, address) => resolveFile(address, base) ?? base,
		nowhere,
	);
}

/** Makes the address of a page or an attachment absolute; undefined where it has none that a reader would follow. */
export function resolvePage(
	address: string | undefined,
	base: string,
): string | undefined {
	return address === undefined ? undefined : resolveLink(address, base);
}

/** Makes the address of a feed absolute: http(s) alone. */
export function resolveFile(
	address: string | undefined,
	base: string,
): string | undefined {
	return address === undefined ? undefined : resolveMedia(address, base);
}

/** Makes addresses absolute and leaves out those that cannot be. */
export function resolveAll(
	addresses: readonly (string | undefined)[] | undefined,
	base: string,
): string[] {
	return (addresses ?? []).flatMap(
		(address) => resolvePage(address, base) ?? [],
	);
}
