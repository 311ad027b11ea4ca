/** Searches that begin ever farther on, and together read a text once for each thing that is looked for. */

/** Finds where a word next stands, from a place on; -1 where it does not. The places must not decrease. */
export type Find = (word: string, from: number) => number;

export function createFinder(text: string): Find {
	const known = new Map<string, number>();
	return (word, from) => {
		const last = known.get(word) ?? 0;
		if (last < 0 || last >= from) {
			if (known.has(word)) return last;
		}
		const found = text.indexOf(word, from);
		known.set(word, found);
		return found;
	};
}
