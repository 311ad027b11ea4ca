/** From what a parser made to plain values, counted: here aliases multiply and cycles never end. */
import {
	maximumDepth,
	maximumText,
	maximumValues,
	tooDeep,
	tooManyValues,
	tooMuchText,
} from "./limits.ts";

/** A value as the author wrote it: scalars stay text. A bare null, ~ or nothing is null. */
export type Value =
	| string
	| null
	| readonly Value[]
	| ReadonlyMap<string, Value>;

class Converter {
	private values = 0;
	private characters = 0;
	private readonly offset: () => number;

	constructor(offset: () => number) {
		this.offset = offset;
	}

	convert(raw: unknown, depth: number): Value {
		if (++this.values > maximumValues) throw tooManyValues(this.offset());
		if (typeof raw === "string") return this.read(raw);
		if (typeof raw !== "object" || raw === null) return null;
		if (depth > maximumDepth) throw tooDeep(this.offset());
		if (Array.isArray(raw))
			return raw.map((item) => this.convert(item, depth + 1));
		return this.convertMapping(raw, depth);
	}

	private convertMapping(raw: object, depth: number): Map<string, Value> {
		const mapping = new Map<string, Value>();
		for (const [key, value] of Object.entries(raw))
			mapping.set(this.read(key), this.convert(value, depth + 1));
		return mapping;
	}

	private read(text: string): string {
		this.characters += text.length;
		if (this.characters > maximumText) throw tooMuchText(this.offset());
		return text;
	}
}

/**
 * Converts a mapping of texts, nulls, lists and objects. Maps come out, so that `__proto__` is a key like any other.
 * @param locate where a top-level key's value stands; only asked when a limit is passed.
 * @throws {BlockError} when it is nested too deeply or has too many values.
 */
export function convertMapping(
	raw: object,
	locate: (key: string) => number,
): ReadonlyMap<string, Value> {
	let current = "";
	const converter = new Converter(() => locate(current));
	const values = new Map<string, Value>();
	for (const [key, value] of Object.entries(raw)) {
		current = key;
		values.set(key, converter.convert(value, 2));
	}
	return values;
}
