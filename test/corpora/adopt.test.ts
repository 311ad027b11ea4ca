/** Feeds that real sites published, taken over: every item is known to be an article, and none is shown again. */

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "../support/folder.ts";
import { readCorpus } from "./build.ts";
import { corpora, describeCorpora, sites } from "./sites.ts";

/** The clock: the corpora's last articles are of 2026. */
const now = "2030-01-01T00:00:00Z";

/** Every feed that lies below a site's `_published`; a map of its pages is none. */
function listPublished(folder: string): string[] {
	const root = join(corpora, folder, "_published");
	if (!existsSync(root)) return [];
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name !== "sitemap.xml")
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

const published = sites.flatMap((site) =>
	listPublished(site.folder).map((feed) => ({
		site,
		feed,
		name: feed.slice(corpora.length + 1),
	})),
);

describeCorpora("feeds that sites published are adopted", () => {
	const counts: object[] = [];

	test.for(published)("$name", async ({ site, feed, name }) => {
		const { url, folder: title, articles } = site;
		const folder = createFolder(readCorpus(site), {
			site: { url, title },
			articles,
			feeds: [{ path: "/", limit: false }],
		});
		const run = async (...words: string[]) => {
			const more = ["--keep-going", "--now", now, "--reporter", "json"];
			const { status, stdout } = await folder.run([...words, ...more]);
			return { status, ...JSON.parse(stdout) };
		};
		try {
			const { status, adopted } = await run("adopt", feed, "--lock");
			expect(status).toBe(0);
			const [{ items, rule, kind }] = adopted.sources;
			counts.push({ name, kind, items: items.length, rule: rule?.name });
			expect(items.length).toBeGreaterThan(0);
			for (const item of items) expect(item).toMatchObject({ is: "matched" });
			expect((await run("build", "--frozen")).status).toBe(0);
			const compared = await run("diff", "--against", feed);
			expect(compared.status).toBe(0);
			const [changes] = compared.diff;
			expect(changes).toMatchObject({ shownAgain: [], idReused: [], gone: [] });
			expect(changes.changed.length + changes.unchanged).toBe(items.length);
		} finally {
			folder.remove();
		}
	});

	test("were all that there are", () => {
		console.table(counts);
		expect(counts).toHaveLength(published.length);
		expect(published.length).toBeGreaterThan(0);
	});
});
