/** By which id subscribers know each feed, wherever its files have gone. */

import { keyOfFeed, type LockedFeed } from "./lock.ts";

/** A feed that is there now, as far as it is known by the lock. */
interface Planned {
	readonly path: string;
	/** What it is for, in a family. */
	readonly of?: string | undefined;
	readonly settings: { readonly where: readonly unknown[] };
}

const whereOf = ({ settings: { where } }: Planned) =>
	where.length > 0 ? JSON.stringify(where) : undefined;

const describe = (plan: Planned) => ({
	path: plan.path,
	of: plan.of,
	where: whereOf(plan),
});

/** Pairs what has one key on both sides, where it is one alone that is left. */
function pair<Plan extends Planned>(
	found: Map<Plan, LockedFeed>,
	feeds: readonly LockedFeed[],
	plans: readonly Plan[],
	keyOf: (feed: Pick<LockedFeed, "path" | "of" | "where">) => string,
): void {
	const taken = new Set(found.values());
	const left = new Map<string, LockedFeed[]>();
	for (const feed of feeds.filter((feed) => !taken.has(feed)))
		left.set(keyOf(feed), [...(left.get(keyOf(feed)) ?? []), feed]);
	for (const plan of plans.filter((plan) => !found.has(plan))) {
		const key = keyOf(describe(plan));
		const [feed, ...others] = left.get(key) ?? [];
		if (feed === undefined || others.length > 0) continue;
		found.set(plan, feed);
		left.delete(key);
	}
}

/** Finds the lock's feeds among those that are there: by path, else by what they are for. */
function matchFeeds<Plan extends Planned>(
	feeds: readonly LockedFeed[],
	plans: readonly Plan[],
): Map<Plan, LockedFeed> {
	const found = new Map<Plan, LockedFeed>();
	const byKey = new Map(feeds.map((feed) => [keyOfFeed(feed), feed]));
	for (const plan of plans) {
		// Two feeds may share a path, with files of other names, and then share their line.
		const feed = byKey.get(keyOfFeed(describe(plan)));
		if (feed !== undefined) found.set(plan, feed);
	}
	pair(found, feeds, plans, ({ path, of }) => JSON.stringify([path, of]));
	pair(found, feeds, plans, ({ of, where }) => JSON.stringify([of, where]));
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
	const chosen = new Map<string, string>();
	const chooseId = (plan: Plan) => {
		const key = keyOfFeed(describe(plan));
		const known = chosen.get(key);
		if (known !== undefined) return known;
		const address = addressOf(plan.path);
		let id = address;
		for (let count = 2; ids.has(id); count++) id = `${address}#${count}`;
		chosen.set(key, id);
		return id;
	};
	return new Map(
		plans.map((plan) => {
			const feed = found.get(plan) ?? { id: chooseId(plan) };
			ids.add(feed.id);
			return [plan, { ...feed, ...describe(plan) }];
		}),
	);
}
