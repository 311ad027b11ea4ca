/** Whether what the sites would publish is in their feeds, counted without our own code, and which errors are left. */

import { expect, test } from "vitest";
import { buildCorpus, type CorpusBuild, readCorpus } from "./build.ts";
import { type Corpus, describeCorpora, sites } from "./sites.ts";

/** By site and code: how many articles stay out with an error, and what their authors have to do. */
const errors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	// A draft whose front matter is JavaScript, which is never run.
	"eleventy-base-blog": { "front-matter-code": 1 },
	// A handbook, whose articles have no date anywhere.
	"opensource-guide": { "date-missing": 30, "nothing-published": 1 },
};

/** Keys that say when a text appeared, in YAML, TOML, JSON and headers without fences. */
const dateLine =
	/^[ \t]*"?(?:date|datetime|created|created_at|posted|pub(?:lish)?_?date|publish(?:ed)?(?:_?(?:at|on))?)"?[ \t]*[:=].*\d/im;
const datedPath = /(?:^|\/)\d{4}[-/]\d\d[-/]\d\d/;
const datedAddress =
	/^[ \t]*"?(?:path|permalink|url|slug)"?[ \t]*[:=].*\d{4}[-/]\d\d[-/]\d\d/im;
const hiddenLine =
	/^[ \t]*"?(?:draft"?[ \t]*[:=][ \t]*["']?true|(?:unlisted|eleventyExcludeFromCollections)"?[ \t]*[:=][ \t]*true|published"?[ \t]*[:=][ \t]*["']?false|status"?[ \t]*[:=][ \t]*["']?(?:draft|hidden))/im;

/** Everything before the first empty line outside fences, or before the fence that closes the front matter. */
function readHead(text: string): string {
	const start = text.replace(/^\uFEFF?\s*/, "");
	const [fence] = /^(?:---|\+\+\+|<!--)/.exec(start) ?? [];
	if (fence === undefined) return start.split(/\n\s*\n/, 1)[0] ?? "";
	const end = start.indexOf(fence === "<!--" ? "-->" : `\n${fence}`, 3);
	return end === -1 ? "" : start.slice(0, end);
}

function isDated(path: string, head: string): boolean {
	return datedPath.test(path) || dateLine.test(head) || datedAddress.test(head);
}

function isHidden(path: string, head: string): boolean {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return (
		/(?:^|\/)(?:\.|_drafts\/)/.test(path) ||
		/^_index\./.test(name) ||
		hiddenLine.test(head)
	);
}

/** The files that a site would publish and that have a date anywhere. */
function findDated(corpus: Corpus): string[] {
	return Object.entries(readCorpus(corpus))
		.filter(([path]) => path.startsWith(`${corpus.articles}/`))
		.filter(([path]) => /\.(?:md|markdown|mdx)$/.test(path))
		.filter(([path, data]) => {
			const head = readHead(new TextDecoder().decode(data));
			return isDated(path, head) && !isHidden(path, head);
		})
		.map(([path]) => path);
}

function countErrors({ diagnostics }: CorpusBuild): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { severity, code } of diagnostics)
		if (severity === "error") counts[code] = (counts[code] ?? 0) + 1;
	return counts;
}

describeCorpora("coverage of real sites", () => {
	const dated: Record<string, number> = {};
	const inFeed: Record<string, number> = {};

	test.for(sites)("$folder", async (site) => {
		const built = await buildCorpus(site);
		dated[site.folder] = findDated(site).length;
		inFeed[site.folder] = built.front?.json.items.length ?? 0;
		const { rss, atom, json } = built.front ?? {};
		expect(rss?.items.map(({ url }) => url)).toEqual(
			json?.items.map(({ url }) => url),
		);
		expect(atom?.items.map(({ url }) => url)).toEqual(
			json?.items.map(({ url }) => url),
		);
		expect(countErrors(built)).toEqual(errors[site.folder] ?? {});
	});

	test("at least 99 % of the articles with a date are in the feeds", () => {
		const sum = (counts: Record<string, number>) =>
			Object.values(counts).reduce((total, count) => total + count, 0);
		console.table(
			sites.map(({ folder }) => ({
				folder,
				dated: dated[folder],
				"in the feed": inFeed[folder],
			})),
		);
		console.log(`${sum(inFeed)} of ${sum(dated)}`);
		expect(Object.keys(dated)).toHaveLength(sites.length);
		// A site with more items than dated files would make up for another's losses.
		const found = sites.map(({ folder }) =>
			Math.min(dated[folder] ?? 0, inFeed[folder] ?? 0),
		);
		expect(found.reduce((total, count) => total + count, 0)).toBeGreaterThan(
			0.99 * sum(dated),
		);
	});
});
