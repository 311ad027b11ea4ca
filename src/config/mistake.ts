/** What is wrong in a configuration, and where. */

import { quote, showValue } from "./values.ts";

/** Where in the configuration something stands (example: `["feeds", 1, "limit"]`). */
export type KeyPath = readonly (string | number)[];

/** What is wrong in a configuration. */
export interface Mistake {
	readonly code: string;
	readonly path: KeyPath;
	readonly message: string;
	readonly hint: string;
}

/** Spells where something stands as the author would (example: `feeds[1].limit`). */
export function formatPath(path: KeyPath): string {
	return path
		.map((key, i) => {
			if (typeof key === "number") return `[${key}]`;
			if (i === 0) return showValue(key);
			return /^[\w$]+$/.test(key) ? `.${key}` : `[${quote(showValue(key))}]`;
		})
		.join("");
}
