import { describe, expect, test } from "vitest";
import { identifyFeeds } from "../../src/lock/feeds.ts";

/**
 * A feed of the lock is `path id more`, one that is there now `path more`, where `more` is what it is for in a family
 * (`tag:a`), or in brackets which articles it has.
 */
const readMore = (more: string | undefined) => ({
	of: more?.startsWith("(") ? undefined : more,
	where: more?.startsWith("(") ? [more.slice(1, -1)] : [],
});

function identify(locked: readonly string[], planned: readonly string[]) {
	const feeds = locked.map((line) => {
		const [path = "", id = "", more] = line.split(" ");
		const { of, where } = readMore(more);
		return {
			path,
			id,
			of,
			where: where.length > 0 ? JSON.stringify(where) : undefined,
		};
	});
	const plans = planned.map((line) => {
		const [path = "", more] = line.split(" ");
		const { of, where } = readMore(more);
		return { path, of, settings: { where } };
	});
	const found = identifyFeeds(feeds, plans, (path) => `https://x.org${path}`);
	return plans.map((plan) => {
		const { path, id, of } = found.get(plan) ?? {};
		expect([path, of]).toEqual([plan.path, plan.of]);
		return `${path} ${id}`;
	});
}

describe("a feed is known", () => {
	test.each<[string, string[], string[], string[]]>([
		["as new, by its address", [], ["/"], ["/ https://x.org/"]],
		["by its path", ["/ urn:all"], ["/"], ["/ urn:all"]],
		[
			"by its path among others, whatever their order",
			["/ urn:all", "/a/ urn:a", "/b/ urn:b"],
			["/b/", "/", "/a/"],
			["/b/ urn:b", "/ urn:all", "/a/ urn:a"],
		],
		[
			"by its path, when it has other articles now",
			["/ urn:all"],
			["/ (news)"],
			["/ urn:all"],
		],
		[
			"as the feed of all, elsewhere",
			["/ urn:all"],
			["/feed/"],
			["/feed/ urn:all"],
		],
		[
			"by which articles it has, elsewhere",
			["/a/ urn:a (a)", "/b/ urn:b (b)"],
			["/x/ (b)", "/y/ (a)", "/z/ (c)"],
			["/x/ urn:b", "/y/ urn:a", "/z/ https://x.org/z/"],
		],
		[
			"and is no other that came instead",
			["/ urn:all"],
			["/news/ (news)"],
			["/news/ https://x.org/news/"],
		],
		[
			"not at all, where it could be two",
			["/ urn:all", "/a/ urn:a (a)", "/b/ urn:b (a)"],
			["/", "/c/ (a)"],
			["/ urn:all", "/c/ https://x.org/c/"],
		],
		[
			"by what it is for, elsewhere",
			["/tags/a/ urn:a tag:a", "/tags/b/ urn:b tag:b"],
			["/t/b/ tag:b", "/t/a/ tag:a", "/t/c/ tag:c"],
			["/t/b/ urn:b", "/t/a/ urn:a", "/t/c/ https://x.org/t/c/"],
		],
		[
			"by what it is for, and not by its path alone",
			["/a/ urn:tag tag:a"],
			["/a/ section:a"],
			["/a/ https://x.org/a/"],
		],
		[
			"as a year of what it is for",
			["/t/a/2024/ urn:a24 tag:a/2024"],
			["/x/a/2024/ tag:a/2024", "/x/a/2025/ tag:a/2025"],
			["/x/a/2024/ urn:a24", "/x/a/2025/ https://x.org/x/a/2025/"],
		],
		[
			"once, where two are for the same and both have moved",
			["/tags/a/ urn:1 tag:a", "/latest/a/ urn:2 tag:a"],
			["/t/a/ tag:a", "/l/a/ tag:a"],
			["/t/a/ https://x.org/t/a/", "/l/a/ https://x.org/l/a/"],
		],
		[
			"by its path and which articles it has, among several at one path",
			["/ urn:a (a)", "/ urn:all", "/ urn:b (b)"],
			["/ (b)", "/", "/ (a)"],
			["/ urn:b", "/ urn:all", "/ urn:a"],
		],
		[
			"as one with another one that has the same path and articles",
			["/ urn:all"],
			["/", "/"],
			["/ urn:all", "/ urn:all"],
		],
		[
			"as one with such another one when both are new",
			[],
			["/", "/"],
			["/ https://x.org/", "/ https://x.org/"],
		],
		[
			"by its path and what it is for, among two families that hold the same",
			["/tags/a/ urn:1 tag:a", "/latest/a/ urn:2 tag:a"],
			["/latest/a/ tag:a", "/tags/a/ tag:a"],
			["/latest/a/ urn:2", "/tags/a/ urn:1"],
		],
	])("%s", (_, locked, planned, identified) => {
		expect(identify(locked, planned)).toEqual(identified);
	});
});

test("a new feed has no id that another one has or had", () => {
	expect(
		identify(
			["/b/ https://x.org/a/", "/c/ https://x.org/a/#2 (c)", "/d/ urn:d (d)"],
			["/b/", "/a/"],
		),
	).toEqual(["/b/ https://x.org/a/", "/a/ https://x.org/a/#3"]);
});
