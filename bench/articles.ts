/** Articles like those of a blog that has been kept for twenty years; the same ones on every machine. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const words =
	"about after again along among answer apple autumn bread bridge bright build café careful carry change child city clear cloud coast colour common copper corner dear dozen early earth evening every family field figure follow forest friend garden gentle glass green ground happen harbour hold honest house island keep kitchen lamp language large late leaf letter light little market matter meadow measure morning mountain naïve narrow night north number ocean often open orange paper people picture plain point quiet rain reader river road salt season seldom shadow short simple slow small snow sound south spring stone story street summer table thought through tower travel under village voice walk water weather west wind window winter without wonder wood write year yellow young".split(
		" ",
	);
const topics = ["baking", "books", "code", "garden", "news", "travel"];
const authors = ["Hana Mori", "Tom Ellery", "Ines Vidal"];
const firstDay = Date.UTC(2004, 0, 1);
const lastDay = Date.UTC(2024, 0, 1);

/** Gives whole numbers below a limit: mulberry32, whose 32 bits are enough for prose. */
type Random = (limit: number) => number;

function createRandom(seed: number): Random {
	let state = seed;
	return (limit) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	};
}

function pick(list: readonly string[], random: Random): string {
	return list[random(list.length)] ?? "";
}

function say(count: number, random: Random): string {
	const said = Array.from({ length: count }, () => pick(words, random));
	return said.join(" ").replace(/^./, (letter) => letter.toUpperCase());
}

function writeSentence(random: Random): string {
	const start = say(6 + random(8), random);
	switch (random(8)) {
		case 0:
			return `${start}, *${pick(words, random)}* and **${pick(words, random)}**.`;
		case 1:
			return `${start} — [${say(2, random)}](/${pick(words, random)}/) ${pick(words, random)}.`;
		case 2:
			return `${start}: see [${say(3, random)}](https://www.example.com/${pick(words, random)}?page=${random(99)}).`;
		default:
			return `${start}.`;
	}
}

function writeParagraph(random: Random): string {
	const sentences = Array.from({ length: 3 + random(4) }, () =>
		writeSentence(random),
	);
	return sentences.join("\n");
}

function writeList(random: Random): string {
	const items = Array.from(
		{ length: 3 + random(4) },
		() => `- ${say(5 + random(6), random)}`,
	);
	return items.join("\n");
}

function writeCode(random: Random): string {
	const name = pick(topics, random);
	return `\`\`\`js\nconst ${name} = [${random(100)}, ${random(100)}];\nfor (const each of ${name}) {\n\tif (each < ${random(50)} && each !== 0) console.log(\`<\${each}>\`);\n}\n\`\`\``;
}

function writeSection(random: Random): string {
	const parts = [
		`## ${say(3 + random(3), random)}`,
		writeParagraph(random),
		writeParagraph(random),
	];
	switch (random(3)) {
		case 0:
			parts.push(writeList(random));
			break;
		case 1:
			parts.push(writeCode(random));
			break;
		default:
			parts.push(`![${say(6, random)}](images/${pick(words, random)}.jpg)`);
	}
	return parts.join("\n\n");
}

/** Writes sections until there is enough of them. */
function writeBody(random: Random): string {
	let body = writeParagraph(random);
	while (body.length < 3_500) body += `\n\n${writeSection(random)}`;
	return body;
}

/** Writes an instant, which is given in Tokyo's time, in one of the ways that people have. */
function spellDate(date: string, random: Random): string {
	const [day, time = ""] = date.slice(0, 19).split("T");
	switch (random(4)) {
		case 0:
			return `${day} ${time.slice(0, 5)}`;
		case 1:
			return `${day}T${time}`;
		default:
			return `${day}T${time}+09:00`;
	}
}

interface Article {
	/** Relative to the articles' folder. */
	readonly path: string;
	readonly text: string;
}

/** Writes one of so many articles, which are spread evenly over the years. */
function writeArticle(index: number, count: number): Article {
	const random = createRandom(index);
	const instant = firstDay + Math.floor(((lastDay - firstDay) / count) * index);
	const date = new Date(instant).toISOString();
	const title = `${say(2, random)}: ${say(3 + random(3), random)}`;
	const tags = [pick(topics, random), pick(words, random)];
	const frontMatter = [
		`title: "${title}"`,
		`date: ${spellDate(date, random)}`,
		random(2) === 0
			? `tags: [${tags.join(", ")}]`
			: `tags:\n  - ${tags.join("\n  - ")}`,
		`author: ${pick(authors, random)}`,
	];
	if (index % 2 === 0)
		frontMatter.push(`description: ${say(12 + random(8), random)}.`);
	const year = date.slice(0, 4);
	const slug = `${pick(words, random)}-${pick(words, random)}-${index}`;
	return {
		path: `${year}/${date.slice(0, 10)}-${slug}.md`,
		text: `---\n${frontMatter.join("\n")}\n---\n\n${writeBody(random)}\n`,
	};
}

function isWritten(folder: string, { path, text }: Article): boolean {
	try {
		return readFileSync(join(folder, path), "utf8") === text;
	} catch {
		return false;
	}
}

/**
 * Writes so many articles below the folder for temporary files, unless they are there from an earlier run.
 * @returns the folder that holds them in `articles/`
 */
export function prepareArticles(count: number): string {
	const root = join(tmpdir(), "feedwright-bench", String(count));
	const folder = join(root, "articles");
	// The last one is there when all are.
	if (isWritten(folder, writeArticle(count - 1, count))) return root;
	rmSync(root, { recursive: true, force: true });
	for (let index = 0; index < count; index++) {
		const { path, text } = writeArticle(index, count);
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return root;
}
