/**
 * The script that anybody would write for the same three files: read all, parse all, sort, render the newest 50.
 * Not handicapped and not tuned. Run as `node --import tsx bench/plain.ts ARTICLES OUTPUT`.
 */

import fs from "node:fs";
import path from "node:path";
import { Feed } from "feed";
import matter from "gray-matter";
import { marked } from "marked";

const [articles = "articles", output = "dist"] = process.argv.slice(2);
const site = "https://news.example.org/";

const posts = fs
	.readdirSync(articles, { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".md"))
	.map((file) => {
		const text = fs.readFileSync(path.join(articles, file), "utf8");
		const { data, content } = matter(text);
		const slug = path.basename(file, ".md").slice("2024-12-31-".length);
		return { data, content, url: `${site}${slug}/`, date: new Date(data.date) };
	})
	.sort((a, b) => b.date.getTime() - a.date.getTime())
	.slice(0, 50);

const feed = new Feed({
	id: site,
	link: site,
	title: "The Example",
	description: "News, notes and small tools.",
	language: "en",
	copyright: "The Example and its authors",
	...(posts[0] && { updated: posts[0].date }),
	feedLinks: {
		rss: `${site}rss.xml`,
		atom: `${site}atom.xml`,
		json: `${site}feed.json`,
	},
});

for (const { data, content, url, date } of posts) {
	const tags: string[] = data.tags;
	feed.addItem({
		title: data.title,
		id: url,
		link: url,
		date,
		description: data.description,
		content: marked.parse(content, { async: false }),
		author: [{ name: data.author }],
		category: tags.map((name) => ({ name })),
	});
}

fs.mkdirSync(output, { recursive: true });
fs.writeFileSync(path.join(output, "rss.xml"), feed.rss2());
fs.writeFileSync(path.join(output, "atom.xml"), feed.atom1());
fs.writeFileSync(path.join(output, "feed.json"), feed.json1());
