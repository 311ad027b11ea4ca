/** The fewest items to move so that one order becomes another. */

/**
 * Finds the longest run of increasing numbers, others left out between them, in n log n ("patience sorting").
 * @returns the indexes of its numbers, the last first
 */
function findLongestIncrease(numbers: readonly number[]): number[] {
	/** For each length the index of the smallest number that ends a run of it. */
	const ends: number[] = [];
	const before = numbers.map((number, index) => {
		const length = findPlace(ends, (end) => (numbers[end] ?? 0) < number);
		ends[length] = index;
		return ends[length - 1];
	});
	const run: number[] = [];
	for (let at = ends.at(-1); at !== undefined; at = before[at]) run.push(at);
	return run;
}

/** Finds by halving how many at the beginning are as asked for. */
function findPlace<T>(items: readonly T[], isWanted: (item: T) => boolean) {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isWanted(items[middle] as T)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * Lists what must be moved so that things stand in their former order.
 * @param places where each thing stood, in the order of now; no two are equal
 * @returns the indexes of what moves
 */
export function listMoved(places: readonly number[]): number[] {
	const staying = new Set(findLongestIncrease(places));
	return [...places.keys()].filter((index) => !staying.has(index));
}
