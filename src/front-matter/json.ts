/**
 * Front matter in JSON (RFC 8259), read by hand because JSON.parse rounds numbers, keeps silent about duplicate keys and
 * in some versions of Node.js does not say where it failed.
 */
import { showText } from "../characters.ts";
import { JsonTokens } from "../json-tokens.ts";
import { type Duplicate, invalid } from "./block-error.ts";
import type { Language, Parsed } from "./language.ts";
import { maximumDepth, tooDeep } from "./limits.ts";

const adviceOnStrings =
	'End the string with " on the same line; write " in it as \\" and \\ as \\\\.';

/** What may be expected, and how it is written. */
const advice = {
	"a key in double quotes": 'Write it as "title": "My title".',
	"a colon after the key": 'Write it as "title": "My title".',
	"a string that ends": adviceOnStrings,
	"a value":
		"Write text in double quotes; numbers, true, false and null stand without.",
	"a comma or }": "Write a comma between two values, and } after the last.",
	"a comma or ]": "Write a comma between two values, and ] after the last.",
	"nothing more": "The JSON ends with its first } or ] that closes everything.",
} as const;

class Reader extends JsonTokens {
	readonly duplicates: Duplicate[] = [];
	/** Where the values of the outermost mapping begin. */
	readonly places = new Map<string, number>();

	readDocument(): unknown {
		const root = this.readValue(1);
		this.takeBlanks();
		if (this.offset < this.text.length) throw this.expected("nothing more");
		return root;
	}

	private readValue(depth: number): unknown {
		this.takeBlanks();
		const first = this.text[this.offset];
		if (first === "{" || first === "[") {
			if (depth > maximumDepth) throw tooDeep(this.offset);
			return first === "{" ? this.readObject(depth) : this.readArray(depth);
		}
		if (first === '"') return this.readString("a string that ends");
		const bare = this.takeLiteral();
		if (bare === undefined) throw this.expected("a value");
		return bare === "null" ? null : bare;
	}

	private readObject(depth: number): object {
		const object: Record<string, unknown> = Object.create(null);
		this.offset++;
		if (this.takeSign("}")) return object;
		do {
			this.takeBlanks();
			const place = this.offset;
			const key = this.readString("a key in double quotes");
			if (!this.takeSign(":")) throw this.expected("a colon after the key");
			if (key in object) this.duplicates.push({ key, offset: place });
			this.takeBlanks();
			if (depth === 1) this.places.set(key, this.offset);
			object[key] = this.readValue(depth + 1);
		} while (this.takeSign(","));
		if (this.takeSign("}")) return object;
		throw this.expected("a comma or }");
	}

	private readArray(depth: number): unknown[] {
		const array: unknown[] = [];
		this.offset++;
		if (this.takeSign("]")) return array;
		do array.push(this.readValue(depth + 1));
		while (this.takeSign(","));
		if (this.takeSign("]")) return array;
		throw this.expected("a comma or ]");
	}

	private readString(expectation: keyof typeof advice): string {
		const token = this.takeString();
		if (token === undefined) throw this.expected(expectation);
		return token.includes("\\") ? JSON.parse(token) : token.slice(1, -1);
	}

	private expected(what: keyof typeof advice) {
		const rest = this.text.slice(this.offset, this.offset + 80);
		const found = rest.split("\n", 1)[0]?.trim();
		return invalid(
			`The front matter is not JSON: expected ${what}, found ${found ? showText(found) : "the end of the line"}`,
			this.offset,
			this.adviseOn(rest) ?? advice[what],
		);
	}

	private adviseOn(rest: string): string | undefined {
		const before = this.text.slice(0, this.offset).trimEnd();
		if (/^[}\]]/.test(rest) && before.endsWith(","))
			return "Take out the comma before it.";
		if (rest.startsWith("'")) return "Write strings in double quotes.";
		if (/^(?:\/[/*]|#)/.test(rest)) return "JSON has no comments: take it out.";
		if (rest.startsWith('"') && !this.isStringHere()) return adviceOnStrings;
		return undefined;
	}
}

function parse(block: string): Parsed {
	const reader = new Reader(block);
	const root = reader.readDocument();
	return { root, duplicates: reader.duplicates, repairs: [] };
}

function locate(block: string): ReadonlyMap<string, number> {
	const reader = new Reader(block);
	reader.readDocument();
	return reader.places;
}

/** JSON: numbers and booleans as the author wrote them, a duplicate key's last value, as JSON.parse takes it. */
export const json: Language = { title: "JSON", parse, locate };
