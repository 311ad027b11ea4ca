/**
 * Front matter in JSON (RFC 8259), read by hand because JSON.parse rounds numbers, keeps silent about duplicate keys and
 * in some versions of Node.js does not say where it failed.
 */
import { cut, type Duplicate, invalid } from "./block-error.ts";
import type { Language, Parsed } from "./language.ts";
import { maximumDepth, tooDeep } from "./limits.ts";

const blank = /[ \t\n\r]*/y;
/** RFC 8259 section 7: no control characters, not even a line break. */
const string =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it leaves out
	/"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const bareValue =
	/(?:null|true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

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

class Reader {
	readonly duplicates: Duplicate[] = [];
	/** Where the values of the outermost mapping begin. */
	readonly places = new Map<string, number>();
	private readonly block: string;
	private offset = 0;

	constructor(block: string) {
		this.block = block;
	}

	readDocument(): unknown {
		const root = this.readValue(1);
		this.skipBlanks();
		if (this.offset < this.block.length) throw this.expected("nothing more");
		return root;
	}

	private readValue(depth: number): unknown {
		this.skipBlanks();
		const first = this.block[this.offset];
		if (first === "{" || first === "[") {
			if (depth > maximumDepth) throw tooDeep(this.offset);
			return first === "{" ? this.readObject(depth) : this.readArray(depth);
		}
		if (first === '"') return this.readString("a string that ends");
		const bare = this.take(bareValue);
		if (bare === undefined) throw this.expected("a value");
		return bare === "null" ? null : bare;
	}

	private readObject(depth: number): object {
		const object: Record<string, unknown> = Object.create(null);
		this.offset++;
		if (this.takeCharacter("}")) return object;
		do {
			this.skipBlanks();
			const place = this.offset;
			const key = this.readString("a key in double quotes");
			if (!this.takeCharacter(":"))
				throw this.expected("a colon after the key");
			if (key in object) this.duplicates.push({ key, offset: place });
			this.skipBlanks();
			if (depth === 1) this.places.set(key, this.offset);
			object[key] = this.readValue(depth + 1);
		} while (this.takeCharacter(","));
		if (this.takeCharacter("}")) return object;
		throw this.expected("a comma or }");
	}

	private readArray(depth: number): unknown[] {
		const array: unknown[] = [];
		this.offset++;
		if (this.takeCharacter("]")) return array;
		do array.push(this.readValue(depth + 1));
		while (this.takeCharacter(","));
		if (this.takeCharacter("]")) return array;
		throw this.expected("a comma or ]");
	}

	private readString(expectation: keyof typeof advice): string {
		const token = this.take(string);
		if (token === undefined) throw this.expected(expectation);
		return token.includes("\\") ? JSON.parse(token) : token.slice(1, -1);
	}

	private skipBlanks(): void {
		this.take(blank);
	}

	private takeCharacter(character: string): boolean {
		this.skipBlanks();
		if (this.block[this.offset] !== character) return false;
		this.offset++;
		return true;
	}

	private take(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.offset;
		const token = pattern.exec(this.block)?.[0];
		if (token !== undefined) this.offset += token.length;
		return token;
	}

	private expected(what: keyof typeof advice) {
		const rest = this.block.slice(this.offset, this.offset + 80);
		const found = rest.split("\n", 1)[0]?.trim();
		return invalid(
			`The front matter is not JSON: expected ${what}, found ${found ? cut(found) : "the end of the line"}`,
			this.offset,
			this.adviseOn(rest) ?? advice[what],
		);
	}

	private adviseOn(rest: string): string | undefined {
		const before = this.block.slice(0, this.offset).trimEnd();
		if (/^[}\]]/.test(rest) && before.endsWith(","))
			return "Take out the comma before it.";
		if (rest.startsWith("'")) return "Write strings in double quotes.";
		if (/^(?:\/[/*]|#)/.test(rest)) return "JSON has no comments: take it out.";
		if (rest.startsWith('"') && !this.isStringHere()) return adviceOnStrings;
		return undefined;
	}

	private isStringHere(): boolean {
		string.lastIndex = this.offset;
		return string.test(this.block);
	}
}

function parse(block: string): Parsed {
	const reader = new Reader(block);
	return { root: reader.readDocument(), duplicates: reader.duplicates };
}

function locate(block: string): ReadonlyMap<string, number> {
	const reader = new Reader(block);
	reader.readDocument();
	return reader.places;
}

/** JSON: numbers and booleans as the author wrote them, a duplicate key's last value, as JSON.parse takes it. */
export const json: Language = { title: "JSON", parse, locate };
