import { describe, expect, it } from "vitest";
import { renderPage, renderText } from "./page.ts";

const render = (body: string, path = "post.mdx") =>
	renderText(body, ["mdx"], path);

describe("modules", () => {
	it.each([
		["import Chart from '../Chart.astro'\n\nText", "Text"],
		[
			'import "./style.css";\nimport {\n  A,\n  B,\n} from "x";\n\nText',
			"Text",
		],
		["import * as React from 'react'\nText", "Text"],
		[
			"export const data = {\n\n  a: [1],\n};\n\nexport default ({ children }) =>\n  <Page>{children}</Page>\n\nText",
			"Text",
		],
		["export const broken = {\n\nText stays", "Text stays"],
		["Text\nimport is a word here", "Text\nimport is a word here"],
		["import your bookmarks from Pocket", "import your bookmarks from Pocket"],
		["export default settings to a file", "export default settings to a file"],
		[
			"```js\nimport a from 'b'\n\nexport const c = 1\n```",
			"```js\nimport a from 'b'\n\nexport const c = 1\n```",
		],
	])("%j", (body, expected) => {
		expect(render(body)).toBe(expected);
	});

	it("finds pictures by the names that imports give them", () => {
		expect(
			render(
				"import hero from './hero.png'\n\n<Image src={hero} alt='A \"hero\"' />\n\n<img src={hero.src} />",
			),
		).toBe(
			'<img src="./hero.png" alt="A &quot;hero&quot;">\n\n<img src="./hero.png" />',
		);
	});
});

describe("expressions", () => {
	it.each([
		["## Title {/* title */}", "## Title"],
		["a{' '}b {\"c*d\"} {`e`} {3}", "a b c\\*d e 3"],
		["{props.title}, {frontmatter.title}", "First steps, First steps"],
		["## Title {#part .x}", "## Title"],
		["\\{kept}", "\\{kept}"],
		["`{code}`", "`{code}`"],
		["an { unclosed brace", "an { unclosed brace"],
		["it's {/* don't } */} here", "it's  here"],
	])("%j", (body, expected) => {
		expect(render(body)).toBe(expected);
	});

	it("leaves out what only a program knows, and says so", () => {
		expect(
			renderPage("A {list.map((x) => <li>{x}</li>)} b", ["mdx"], "a.mdx"),
		).toEqual({
			text: "A  b",
			messages: ["{list.map((x) => <li>{x}</li>)}: it is left out"],
		});
	});

	it("takes braces for text in a .md file that nothing shows to be MDX", () => {
		const body = "Use {name}, {'a': b} and {x.y()}.";
		expect(renderPage(body, ["mdx"])).toEqual({ text: body, messages: [] });
		expect(render("# T {/* t */}\n\n{x.y()}", "post.md")).toBe("# T");
	});
});

describe("components", () => {
	it.each([
		[
			"admonitions",
			"<Note>\n\nWith **text**\n\n```js\n  code\n```\n\n</Note>",
			"> **Note**\n>\n> With **text**\n>\n> ```js\n>   code\n> ```",
		],
		[
			"admonitions with a type, a title, in a list",
			'- item\n  <Callout type="warning" title="Hot">\n    text\n  </Callout>\n- next',
			"- item\n\n  > **Hot**\n  >\n  > text\n\n- next",
		],
		[
			"admonitions whose title is only a sign",
			'<AlertBox level="info" title="!">\n  text\n</AlertBox>',
			"> **Info**\n>\n> text",
		],
		[
			"tabs, whatever the indentation",
			'<Tabs>\n    <TabItem value="a" label="First">\n        text\n    </TabItem>\n    <TabItem value="b">\n        ```\n        x\n        ```\n    </TabItem>\n</Tabs>',
			"**First**\n\ntext\n\n**b**\n\n```\nx\n```",
		],
		[
			"HTML boxes",
			'<div className="a" style={{ b: 1 }}>\n  <div>\n    *text*\n  </div>\n</div>',
			'<div class="a">\n\n<div>\n\n*text*\n\n</div>\n\n</div>',
		],
		[
			"pictures of webpack",
			"<img src={require('./x.png').default} width={300} onClick={f} alt=\"x\"/>",
			'<img src="./x.png" width="300" alt="x" />',
		],
		[
			"pictures with a caption",
			'<Figure src="/a.png" alt="A" caption="B" />',
			'<figure><img src="/a.png" alt="A"><figcaption>B</figcaption></figure>',
		],
		[
			"embeds",
			'<YouTube videoId="abc" />',
			'<a href="https://www.youtube.com/watch?v=abc">Video on YouTube</a>',
		],
		[
			"links",
			'See <Link to="/a">**that**</Link>. <Card title="T" href="/b (c)">D</Card>',
			"See [**that**](/a). [T](</b (c)>) D",
		],
		[
			"code",
			'<Code lang="js" code={`\nlet a = "<B>";\n`} />',
			'```js\nlet a = "<B>";\n```',
		],
		[
			"commands for package managers",
			'<CommandTabs npm="npm i a" yarn="yarn add a" />',
			"**npm**\n\n```sh\nnpm i a\n```\n\n**yarn**\n\n```sh\nyarn add a\n```",
		],
		[
			"elements that end themselves",
			'<video src={require("./a.mp4")} controls />\n<br/>\n<div id="a"/>',
			'<video src="./a.mp4" controls=""></video>\n<br/>\n<div id="a"></div>',
		],
		[
			"paragraphs of HTML with Markdown in them",
			'<p align="center">\n  *text*\n</p>',
			"<div>\n\n*text*\n\n</div>",
		],
		[
			"HTML within HTML, whose lines would be code behind a blank one",
			'<picture>\n      <source srcset="a.webp" />\n      <img src="a.png" />\n</picture>',
			'<picture>\n      <source srcset="a.webp" />\n      <img src="a.png" />\n</picture>',
		],
		[
			"Markdown behind a picture of HTML",
			'<img src="a.png" />\n*text*\n\na\n<br/>\nb',
			'<img src="a.png" />\n\n*text*\n\na\n<br/>\nb',
		],
		[
			"Markdown in a summary",
			"<details><summary>**a**</summary>\n\ntext\n\n</details>",
			"<details>\n\n<summary>\n\n**a**\n\n</summary>\n\ntext\n\n</details>",
		],
		[
			"posts by their path",
			'<Tweet tweetLink="jack/status/20" />',
			'<a href="https://x.com/i/status/20">Post on X</a>',
		],
		["fragments", "<>\n\ntext\n\n</>", "text"],
		[
			"words in a line",
			'Press <Kbd>A</Kbd> <Badge text="new" />',
			"Press <kbd>A</kbd> new",
		],
		["signs", "1 < 2, a <b, List<", "1 < 2, a <b, List<"],
		[
			"autolinks",
			"<https://a.example/b> <a@b.example>",
			"<https://a.example/b> <a@b.example>",
		],
		["comments", "<!-- <Note> -->", "<!-- <Note> -->"],
		[
			"tags that are not whole",
			'<Note title="x\n\ntext',
			'<Note title="x\n\ntext',
		],
		["HTML", '<p class="a">x</p>', '<p class="a">x</p>'],
	])("%s", (_, body, expected) => {
		expect(render(body)).toBe(expected);
	});

	it("keeps the text of those nobody knows, and names each", () => {
		const { text, messages } = renderPage(
			"<Foo.Bar a={{ b: '}' }}>\n\n  text\n\n</Foo.Bar>\n\nA <Gone /> b <Open> c </Closed> d",
			["mdx"],
			"a.mdx",
		);
		expect(text.replace(/\s+/g, " ").trim()).toBe("text A b c d");
		expect(messages).toEqual([
			"<Foo.Bar: its text is kept",
			"<Gone: it is left out",
			"<Open: its text is kept",
		]);
	});
});

describe("Markdown within HTML", () => {
	it.each([
		[
			"<figcaption>\n  <small>\n    From: [The long\n    name](https://x.example/)\n  </small>\n</figcaption>",
			"<figcaption>\n\n<small>From: [The long\nname](https://x.example/)</small>\n\n</figcaption>",
		],
		["<a href='/b'>\n  ![c](/d.png)\n</a>", "<a href='/b'>![c](/d.png)</a>"],
		["<span>\n\n*a*\n\n*b*\n\n</span>", "<span>\n\n*a*\n\n*b*\n\n</span>"],
		["a\n<small>\n*b*\n</small>", "a\n<small>\n*b*\n</small>"],
		["a <small>*b*</small>", "a <small>*b*</small>"],
		[
			"<table>\n  <tr>\n    <td>*a*</td><td>b</td>\n  </tr>\n</table>",
			"<table>\n\n<tr>\n\n<td>\n\n*a*\n\n</td>\n\n<td>b</td>\n\n</tr>\n\n</table>",
		],
		[
			"<ul>\n  <li>[a](/b)</li>\n  <li>c</li>\n</ul>",
			"<ul>\n\n<li>\n\n[a](/b)\n\n</li>\n\n<li>c</li>\n\n</ul>",
		],
		[
			"<table>\n  <tr><td>a</td></tr>\n</table>",
			"<table>\n\n<tr><td>a</td></tr>\n\n</table>",
		],
		[
			"<callout-note>\n\t**Mind** the [gap](/b)\n</callout-note>\n\nText",
			"<callout-note>\n\n**Mind** the [gap](/b)\n\n</callout-note>\n\nText",
		],
	])("%j", (body, expected) => {
		expect(render(body)).toBe(expected);
	});

	it("knows quotes and notes in the margin", () => {
		const body =
			"<PullQuote>\n\n*Words*\n\n</PullQuote>\n\n<SideNote>\n\nMore\n\n</SideNote>";
		expect(renderPage(body, ["mdx"])).toMatchObject({ messages: [] });
		expect(render(body)).toBe("> *Words*\n\nMore");
	});

	it("takes a file for MDX that has attributes of JSX", () => {
		const body =
			"<figure>\n  <figcaption style={{ size: 1 }}>\n    *a*\n  </figcaption>\n</figure>";
		expect(render(body, "post.md")).toBe(
			"<figure>\n\n<figcaption>\n\n*a*\n\n</figcaption>\n\n</figure>",
		);
	});

	it("leaves HTML alone where it is no MDX", () => {
		const body = "<small>\n*a*\n</small>";
		expect(render(body, "post.md")).toBe(body);
	});
});

describe("tabs that their group labels", () => {
	it.each([
		[
			"<Tabs items={['npm', \"pnpm\"]}>\n<Tabs.Tab>\na\n</Tabs.Tab>\n<Tabs.Tab>\nb\n</Tabs.Tab>\n</Tabs>",
			"**npm**\n\na\n\n**pnpm**\n\nb",
		],
		[
			"<Tabs items={['one']}>\n<Tab>\na\n</Tab>\n<Tab>\nb\n</Tab>\n</Tabs>",
			"**one**\n\na\n\nb",
		],
		[
			"<Tabs items={['one']}>\n<Tab label='own'>\na\n</Tab>\n</Tabs>",
			"**own**\n\na",
		],
		["<Tabs items={names}>\n<Tab>\na\n</Tab>\n</Tabs>", "a"],
		["<Tabs items={[a, 'b']}>\n<Tab>\nc\n</Tab>\n</Tabs>", "c"],
	])("%j", (body, expected) => {
		expect(renderPage(body, ["mdx"], "post.mdx").messages).toEqual([]);
		expect(render(body)).toBe(expected);
	});
});

describe("hostile text", () => {
	it.each([
		["<A", "<A"],
		["<A>", ""],
		["<A x={", "<A x={"],
		['<A x="', undefined],
		["{", "{"],
		["</A>", ""],
		["export const a = {\n\n", ""],
	])("%j, a hundred thousand times", (piece, left) => {
		const body = piece.repeat(100_000);
		const { text } = renderPage(body, ["mdx"], "a.mdx");
		if (left === "") expect(text.trim()).toBe("");
		else if (left !== undefined) expect(text).toBe(body);
		else expect(text.length).toBeLessThanOrEqual(body.length);
	});

	it("nests no deeper than somebody writes", () => {
		const depth = 5_000;
		const body = `${"<Note>\n".repeat(depth)}text\n${"</Note>\n".repeat(depth)}`;
		const { text } = renderPage(body, ["mdx"], "a.mdx");
		expect(text).toContain("> text");
		expect(text.length).toBeLessThan(body.length);
	});
});
