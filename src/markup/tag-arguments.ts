/** The arguments of tags and shortcodes: `"a b"`, `key="value"`, `key: value`, apart by blanks or commas. */

export interface TagArguments {
	readonly list: readonly string[];
	/** By names in lower case. */
	readonly named: ReadonlyMap<string, string>;
}

/** What a word without quotes stands for; undefined leaves it out. */
export type ReadWord = (word: string) => string | undefined;

const argument =
	/(?:([\p{L}\p{N}_.-]+)(?:[ \t]{0,9}=\s{0,9}|:[ \t]{1,9}|:(?=["'])))?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|“([^”]{0,200})”|([^\s,]+))/gsu;

const isSeparator = /^[[\](){}]+$/;

/** Reads arguments. @param readWord says what a word without quotes means; itself, where nothing is given */
export function readArguments(
	text: string,
	readWord: ReadWord = (word) => word,
): TagArguments {
	const list: string[] = [];
	const named = new Map<string, string>();
	for (const match of text.matchAll(argument)) {
		const [, key, double, single, raw, curly, word] = match;
		const quoted = double ?? single;
		const value =
			word !== undefined
				? isSeparator.test(word)
					? undefined
					: readWord(word)
				: (quoted?.replace(/\\(["'\\])/g, "$1") ?? raw ?? curly);
		if (value === undefined) continue;
		if (key === undefined) list.push(value);
		else named.set(key.toLowerCase(), value);
	}
	return { list, named };
}

/** The first argument that has one of the names. */
export function findArgument(
	args: TagArguments,
	...names: readonly string[]
): string | undefined {
	for (const name of names) {
		const value = args.named.get(name)?.trim();
		if (value) return value;
	}
	return undefined;
}
