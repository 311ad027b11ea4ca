/** The tokens of JSON (RFC 8259), for readers that say where something stands or is wrong, as JSON.parse does not. */

const blanks = /[ \t\n\r]*/y;
/** Section 7: no control characters, not even a line break. */
const string =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it leaves out
	/"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const literal =
	/(?:null|true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/** Takes one token after the other off a text; what does not stand at the offset leaves it where it is. */
export class JsonTokens {
	offset = 0;
	protected readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	protected takeBlanks(): void {
		this.take(blanks);
	}

	/** Takes one of `{}[]:,` and the blanks before it. */
	protected takeSign(sign: string): boolean {
		this.takeBlanks();
		if (this.text[this.offset] !== sign) return false;
		this.offset++;
		return true;
	}

	/** Takes a string and gives it as it is written, with its quotes. */
	protected takeString(): string | undefined {
		return this.take(string);
	}

	/** Takes a number, `true`, `false` or `null`, and gives it as it is written. */
	protected takeLiteral(): string | undefined {
		return this.take(literal);
	}

	protected isStringHere(): boolean {
		string.lastIndex = this.offset;
		return string.test(this.text);
	}

	private take(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.offset;
		const token = pattern.exec(this.text)?.[0];
		this.offset += token?.length ?? 0;
		return token;
	}
}
