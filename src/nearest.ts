/** The known word that a mistyped one was probably meant to be. */

/** How many letters must be inserted, removed, replaced or swapped to get from one word to the other. */
function distance(a: string, b: string): number {
	const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
	const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		rows.push(row);
		for (let j = 1; j <= b.length; j++) {
			const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped =
				a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
					? at(i - 2, j - 2) + 1
					: Number.POSITIVE_INFINITY;
			row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped));
		}
	}
	return at(a.length, b.length);
}

/**
 * Finds the known word nearest to an unknown one.
 * @returns undefined when none is near enough to be what was meant.
 */
export function findNearest(
	unknown: string,
	known: readonly string[],
): string | undefined {
	const word = unknown.slice(0, 40).toLowerCase();
	let best: string | undefined;
	let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const candidate of known) {
		const d = distance(word, candidate.toLowerCase());
		if (d < bestDistance) {
			best = candidate;
			bestDistance = d;
		}
	}
	// Shortened words are far from what they stand for: `lang` from `language`.
	return (
		best ??
		(word.length < 3
			? undefined
			: known.find((candidate) => candidate.toLowerCase().startsWith(word)))
	);
}
