/** Front matter and data files for tests, written as literals. */

import type { Value } from "../../src/front-matter/front-matter.ts";

export type Plain = string | null | Plain[] | { [key: string]: Plain };

/** Makes lists and maps as the parsers give them. */
export function toValue(plain: Plain): Value {
	if (Array.isArray(plain)) return plain.map(toValue);
	if (typeof plain !== "object" || plain === null) return plain;
	return new Map(
		Object.entries(plain).map(([key, value]) => [key, toValue(value)]),
	);
}
