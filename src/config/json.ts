/**
 * Finds places in a JSON text (RFC 8259), since JSON.parse gives none for a value, and for a mistake only in some
 * versions of Node.js.
 */

import { JsonTokens } from "../json-tokens.ts";

/** No configuration is deeper; each level is a call on the stack. */
const maximumDepth = 100;

/** Stops the reading at the first mistake. */
class JsonMistake extends Error {
	readonly hint: string;

	constructor(message: string, hint: string) {
		super(message);
		this.hint = hint;
	}
}

/** A line and a column, both from 1. */
export interface JsonPlace {
	readonly line: number;
	readonly column: number;
}

/** Where the parts of a JSON text stand. */
export interface JsonPlaces {
	/** Finds where a key, or an item of a list, stands. */
	find(path: readonly (string | number)[]): JsonPlace | undefined;
	/** The first thing in the text that is not JSON. */
	readonly mistake?: JsonPlace & {
		readonly message: string;
		readonly hint: string;
	};
}

class Reader extends JsonTokens {
	readonly offsets = new Map<string, number>();

	readDocument(): void {
		this.readValue([]);
		this.takeBlanks();
		if (this.offset < this.text.length)
			throw this.expect("nothing after its end");
	}

	private readValue(path: readonly (string | number)[]): void {
		this.takeBlanks();
		if (path.length > maximumDepth) throw this.expect("no more levels");
		const first = this.text[this.offset];
		if (first === "{") this.readObject(path);
		else if (first === "[") this.readList(path);
		else if (!this.takeString() && !this.takeLiteral())
			throw this.expect("a value");
	}

	private readObject(path: readonly (string | number)[]): void {
		this.offset++;
		if (this.takeSign("}")) return;
		do {
			this.takeBlanks();
			const start = this.offset;
			const key = this.takeString();
			if (!key) throw this.expect("a key in double quotes");
			const here = [...path, JSON.parse(key)];
			this.offsets.set(JSON.stringify(here), start);
			if (!this.takeSign(":")) throw this.expect(`a colon after ${key}`);
			this.readValue(here);
		} while (this.takeSign(","));
		if (!this.takeSign("}")) throw this.expect("a comma or }");
	}

	private readList(path: readonly (string | number)[]): void {
		this.offset++;
		if (this.takeSign("]")) return;
		let i = 0;
		do {
			this.takeBlanks();
			const here = [...path, i++];
			this.offsets.set(JSON.stringify(here), this.offset);
			this.readValue(here);
		} while (this.takeSign(","));
		if (!this.takeSign("]")) throw this.expect("a comma or ]");
	}

	private expect(what: string): JsonMistake {
		const rest = this.text.slice(this.offset, this.offset + 200);
		const found = /^(?:[\w$.+-]{1,40}|.)/u.exec(rest)?.[0];
		return new JsonMistake(
			`expected ${what}, found ${found ? JSON.stringify(found).slice(1, -1) : "the end"}`,
			this.advise(rest),
		);
	}

	private advise(rest: string): string {
		const before = this.text.slice(0, this.offset).trimEnd();
		if (/^[}\]]/.test(rest) && before.endsWith(","))
			return "Take out the comma before it.";
		if (rest.startsWith("'")) return "Write texts in double quotes.";
		if (/^(?:\/[/*]|#)/.test(rest)) return "JSON has no comments: take it out.";
		if (/^[A-Za-z_$][\w$]*\s*:/.test(rest))
			return `Write the key in double quotes: "${/^[\w$]+/.exec(rest)?.[0]}"`;
		if (rest.startsWith('"') && !this.isStringHere())
			return 'End the text with " on the same line, and write " in it as \\" and \\ as \\\\.';
		if (/["}\]\w]$/.test(before) && /^["{[]/.test(rest))
			return "Write a comma before it.";
		return "Compare the brackets, quotes and commas before it.";
	}
}

function locate(text: string, offset: number): JsonPlace {
	const before = text.slice(0, offset).split(/\r\n|\r|\n/);
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * Reads a JSON text for its places.
 * @param text without a byte order mark
 */
export function findJsonPlaces(text: string): JsonPlaces {
	const reader = new Reader(text);
	const find: JsonPlaces["find"] = (path) => {
		const offset = reader.offsets.get(JSON.stringify(path));
		return offset === undefined ? undefined : locate(text, offset);
	};
	try {
		reader.readDocument();
		return { find };
	} catch (error) {
		if (!(error instanceof JsonMistake)) throw error;
		const { message, hint } = error;
		return { find, mistake: { ...locate(text, reader.offset), message, hint } };
	}
}
