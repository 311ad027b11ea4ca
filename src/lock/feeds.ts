/** By which id subscribers know each feed, wherever its files have gone. */

import type { LockedFeed } from "./lock.ts";

/** A feed that is there now, as far as it is known by the lock. */
interface Planned {
	readonly path: string;
	/** What it is for, in a family. */
	readonly of?: string | undefined;
}

/** Finds the lock's feeds among those that are there: by path, else by what they are for, else the only one that is left. */
function matchFeeds<Plan extends Planned>(
	feeds: readonly LockedFeed[],
	plans: readonly Plan[],
): Map<Plan, LockedFeed> {
	const found = new Map<Plan, LockedFeed>();
	const byPath = new Map(feeds.map((feed) => [feed.path, feed]));
	for (const plan of plans) {
		const feed = byPath.get(plan.path);
		if (feed !== undefined && feed.of === plan.of) found.set(plan, feed);
	}
	const taken = new Set(found.values());
	const left = feeds.filter((feed) => !taken.has(feed));
	const byTerm = new Map(left.map((feed) => [feed.of, feed]));
	const fresh = plans.filter((plan) => !found.has(plan));
	for (const plan of fresh) {
		const feed = plan.of === undefined ? undefined : byTerm.get(plan.of);
		if (feed !== undefined) found.set(plan, feed);
	}
	const single = (list: readonly Planned[]) =>
		list.filter(({ of }) => of === undefined).length === 1;
	const moved = left.find(({ of }) => of === undefined);
	const plan = fresh.find(({ of }) => of === undefined);
	if (single(left) && single(fresh) && moved && plan) found.set(plan, moved);
	return found;
}

/**
 * Gives each feed its line of the lock; a new one has its address as id, unless that is or was another feed's.
 * @param addressOf the address of a feed's folder
 */
export function identifyFeeds<Plan extends Planned>(
	feeds: readonly LockedFeed[],
	plans: readonly Plan[],
	addressOf: (path: string) => string,
): Map<Plan, LockedFeed> {
	const found = matchFeeds(feeds, plans);
	const ids = new Set(feeds.map(({ id }) => id));
	const chooseId = (path: string) => {
		const address = addressOf(path);
		let id = address;
		for (let count = 2; ids.has(id); count++) id = `${address}#${count}`;
		return id;
	};
	return new Map(
		plans.map((plan) => {
			const { path, of } = plan;
			const feed = found.get(plan);
			if (feed !== undefined) return [plan, { ...feed, path, of }];
			const id = chooseId(path);
			ids.add(id);
			return [plan, { path, id, of }];
		}),
	);
}
