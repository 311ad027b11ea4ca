import fc from "fast-check";
import { expect, test } from "vitest";
import { listMoved } from "../../src/published/reordering.ts";

test.each<[number[], number[]]>([
	[[], []],
	[[4], []],
	[[0, 1, 2], []],
	[[2, 0, 1], [0]],
	[[1, 2, 0], [2]],
	[[0, 3, 1, 2, 4], [1]],
	[
		[2, 1, 0],
		[0, 1],
	],
])("of %j move those at %j", (places, moved) => {
	expect(listMoved(places)).toEqual(moved);
});

const isIncreasing = (numbers: readonly number[]) =>
	numbers.every((number, i) => i === 0 || (numbers[i - 1] ?? 0) < number);

/** The length of the longest increasing run, found by trying all. */
function findLength(numbers: readonly number[]): number {
	const runs = Array.from({ length: 2 ** numbers.length }, (_, bits) =>
		numbers.filter((_, i) => (bits >> i) & 1),
	);
	return Math.max(...runs.filter(isIncreasing).map(({ length }) => length));
}

test("as few as can be move", () => {
	const anyPlaces = fc.uniqueArray(fc.nat(20), { maxLength: 9 });
	fc.assert(
		fc.property(anyPlaces, (places) => {
			const moved = new Set(listMoved(places));
			const staying = places.filter((_, i) => !moved.has(i));
			expect(isIncreasing(staying)).toBe(true);
			expect(staying).toHaveLength(findLength(places));
		}),
		{ seed: 20_240_301 },
	);
});

test("of a hundred thousand in no time", () => {
	const places = Array.from(
		{ length: 100_000 },
		(_, i) => (i * 7919) % 100_003,
	);
	const start = performance.now();
	listMoved(places);
	expect(performance.now() - start).toBeLessThan(3000);
});
