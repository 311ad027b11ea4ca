/** By which id subscribers know each feed, wherever its files have gone. */

import type { LockedFeed } from "./lock.ts";

/** A feed that is there now, as far as it is known by the lock. */
interface Planned {
	readonly path: string;
	/** What it is for, in a family. */
	readonly of?: string | undefined;
	readonly settings: { readonly where: readonly unknown[] };
}

const whereOf = ({ settings: { where } }: Planned) =>
	where.length > 0 ? JSON.stringify(where) : undefined;

/** What a feed is for, by which it is known at another path. */
const purposeOf = (of: string | undefined, where: string | undefined) =>
	JSON.stringify([of ?? "", where ?? ""]);

/** Finds the lock's feeds among those that are there: by path, else by what they are for, where that is one alone. */
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
	const left = new Map<string, LockedFeed[]>();
	for (const feed of feeds.filter((feed) => !taken.has(feed))) {
		const purpose = purposeOf(feed.of, feed.where);
		left.set(purpose, [...(left.get(purpose) ?? []), feed]);
	}
	for (const plan of plans.filter((plan) => !found.has(plan))) {
		const purpose = purposeOf(plan.of, whereOf(plan));
		const [feed, ...others] = left.get(purpose) ?? [];
		if (feed === undefined || others.length > 0) continue;
		found.set(plan, feed);
		left.delete(purpose);
	}
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
			const feed = found.get(plan) ?? { id: chooseId(path) };
			ids.add(feed.id);
			return [plan, { ...feed, path, of, where: whereOf(plan) }];
		}),
	);
}
