import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadSettings } from "../../src/config/file.ts";
import { type Diagnostic, Failure } from "../../src/diagnostics.ts";

let folder = "";

beforeEach(async () => {
	folder = await realpath(await mkdtemp(join(tmpdir(), "feedwright-config-")));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(files: Record<string, string | Uint8Array>) {
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), content);
	}
}

async function load(configFile?: string) {
	const reported: Diagnostic[] = [];
	const settings = await loadSettings(folder, configFile, (diagnostic) =>
		reported.push(diagnostic),
	);
	return { settings, reported };
}

async function loadTitle(configFile?: string) {
	return (await load(configFile)).settings.site.title;
}

async function fail(configFile?: string): Promise<Failure> {
	const error = await load(configFile).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(Failure);
	return error as Failure;
}

/** Loads as the command does, without vitest between the configuration and Node.js. */
function loadInProcess(configFile?: string): {
	status: number;
	diagnostics: Diagnostic[];
} {
	const module = new URL("../../src/config/file.ts", import.meta.url);
	const program = `
		import { loadSettings } from ${JSON.stringify(module.href)};
		await loadSettings(${JSON.stringify(folder)}, ${JSON.stringify(configFile)}, () => {}).then(
			({ site }) => console.log(JSON.stringify({ title: site.title })),
			({ status, diagnostics }) => console.log(JSON.stringify({ status, diagnostics })),
		);`;
	const { stdout, stderr } = spawnSync(
		process.execPath,
		["--import", "tsx", "--input-type=module", "--eval", program],
		{ cwd: fileURLToPath(new URL("..", import.meta.url)), encoding: "utf8" },
	);
	if (stdout === "") throw new Error(stderr);
	return JSON.parse(stdout);
}

const object = (title: string) =>
	`{ "site": { "url": "https://x.org/", "title": "${title}" } }`;
const typed = (title: string) =>
	`const title: string = "${title}";\nexport default { site: { url: "https://x.org/", title } };\n`;

const kinds: [string, (title: string) => string][] = [
	["feed.config.ts", typed],
	["feed.config.mts", typed],
	["feed.config.js", (title) => `export default ${object(title)}`],
	["feed.config.mjs", (title) => `export default ${object(title)}`],
	["feed.config.json", object],
];

describe("finding the configuration", () => {
	test.each(kinds)("%s is found and read", async (name, write_) => {
		await write({ "package.json": '{"type":"module"}', [name]: write_("X") });
		const { settings, reported } = await load();
		expect(settings.site.title).toBe("X");
		expect(settings.file).toBe(name);
		expect(settings.root).toBe(folder);
		expect(reported).toEqual([]);
	});

	test.each(kinds)("%s is read anew each time", async (name, write_) => {
		await write({ "package.json": '{"type":"module"}' });
		for (const title of ["One", "Two", "One"]) {
			await write({ [name]: write_(title) });
			expect(await loadTitle()).toBe(title);
		}
	});

	test("none is a failure that shows one to paste", async () => {
		const { status, diagnostics } = await fail();
		expect(status).toBe(2);
		expect(diagnostics).toEqual([
			{
				severity: "error",
				code: "config-not-found",
				message: "There is no feed.config.ts, .mts, .js, .mjs or .json here",
				hint: `Run feedwright init, or write one, for example this feed.config.json:
{
  "site": { "url": "https://www.example.org/", "title": "My site" },
  "articles": "articles"
}`,
			},
		]);
		const [, ...lines] = diagnostics[0]?.hint?.split("\n") ?? [];
		await write({ "feed.config.json": lines.join("\n") });
		expect(await loadTitle()).toBe("My site");
	});

	test("of several the first in order is read, with a warning", async () => {
		await write({
			"feed.config.json": object("JSON"),
			"feed.config.mjs": `export default ${object("JavaScript")}`,
		});
		const { settings, reported } = await load();
		expect(settings.site.title).toBe("JavaScript");
		expect(reported).toEqual([
			{
				severity: "warning",
				code: "config-ambiguous",
				file: "feed.config.mjs",
				message:
					"There is more than one configuration: feed.config.mjs is read, feed.config.json is not",
				hint: "Delete what is not meant, or say which is: --config feed.config.mjs",
			},
		]);
		expect((await load("feed.config.json")).reported).toEqual([]);
	});

	test("--config names a file elsewhere, and paths start from its folder", async () => {
		await write({ "sites/news/my.json": object("X") });
		const { settings } = await load("sites/news/my.json");
		expect(settings.root).toBe(join(folder, "sites", "news"));
		expect(settings.file).toBe("sites/news/my.json");
		expect(settings.output).toBe(join(folder, "sites", "news", "dist"));
		expect(settings.outputShown).toBe("sites/news/dist");
	});

	test.each([
		["no.json", '"--config" names a file that does not exist: no.json'],
		["sub", '"--config" names no file: sub'],
		["my.yaml", '"--config" names a file that is no configuration: my.yaml'],
	])("--config %s is a failure", async (configFile, message) => {
		await write({ "sub/x.json": "{}", "my.yaml": "" });
		const failure = await fail(configFile);
		expect(failure.status).toBe(2);
		expect(failure.message).toBe(message);
	});

	test("a folder that cannot be read is a failure of reading", async () => {
		await rm(folder, { recursive: true });
		expect((await fail()).status).toBe(74);
	});
});

describe("JSON", () => {
	test("a byte order mark and $schema are taken", async () => {
		await write({
			"feed.config.json": `\uFEFF{ "$schema": "x", ${object("X").slice(1)}`,
		});
		expect(await loadTitle()).toBe("X");
	});

	test("a mistake in the text is named with its place", async () => {
		await write({ "feed.config.json": '{\r\n  "site": {},\r\n}\r\n' });
		const { status, diagnostics } = await fail();
		expect(status).toBe(2);
		expect(diagnostics).toEqual([
			{
				severity: "error",
				code: "config-syntax",
				file: "feed.config.json",
				line: 3,
				column: 1,
				message:
					"The configuration is not JSON: expected a key in double quotes, found }",
				hint: "Take out the comma before it.",
			},
		]);
	});

	test("each mistake in its values is named with its place", async () => {
		await write({
			"feed.config.json":
				'{\n  "site": {\n    "url": "x",\n    "tittle": "X"\n  },\n  "hubs": [\n    "a"\n  ]\n}',
		});
		const { diagnostics } = await fail();
		expect(
			diagnostics.map(({ file, line, column, message }) => [
				`${file}:${line}:${column}`,
				message,
			]),
		).toEqual([
			["feed.config.json:4:5", '"site.tittle" is an unknown key'],
			["feed.config.json:3:5", '"site.url" is not an absolute address: x'],
			["feed.config.json:undefined:undefined", '"site.title" is missing'],
			["feed.config.json:7:5", '"hubs[0]" is not an absolute address: a'],
		]);
	});

	test("text that is not UTF-8 is a failure", async () => {
		await write({ "feed.config.json": Buffer.from("\uFEFF{}", "utf16le") });
		expect((await fail()).message).toBe("The configuration is not UTF-8");
	});

	test("__proto__ is an unknown key", async () => {
		await write({
			"feed.config.json": `{ "__proto__": { "output": "x" }, ${object("X").slice(1)}`,
		});
		expect((await fail()).message).toBe('"__proto__" is an unknown key');
	});
});

describe("programs", () => {
	test("a promise is awaited", async () => {
		await write({
			"feed.config.mjs": `export default Promise.resolve(${object("X")})`,
		});
		expect(await loadTitle()).toBe("X");
	});

	test.each([
		["", "The configuration has no default export"],
		["export const site = {};", "The configuration has no default export"],
		[
			"export default () => ({})",
			"The configuration's default export is a function",
		],
		["export default null", "The configuration is not an object: null"],
		["export default []", "The configuration is not an object: []"],
		[
			"export default Promise.reject(new Error('kaput'))",
			"The configuration could not be run: kaput",
		],
		[
			"throw 'kaput'; export default {}",
			"The configuration could not be run: kaput",
		],
	])("%j is a failure", async (text, message) => {
		await write({ "feed.config.mjs": text });
		const failure = await fail();
		expect(failure.status).toBe(2);
		expect(failure.message).toBe(message);
		expect(failure.diagnostics[0]?.file).toBe("feed.config.mjs");
	});

	test.each([
		["feed.config.ts", "module"],
		["feed.config.ts", "commonjs"],
		["feed.config.js", "module"],
	])("%s in a %s package is read", async (name, type) => {
		await write({
			"package.json": JSON.stringify({ type }),
			[name]: `export default ${object("X")}`,
		});
		expect(loadInProcess()).toEqual({ title: "X" });
	});

	test("module.exports is read in a CommonJS package", async () => {
		await write({
			"package.json": '{"type":"commonjs"}',
			"feed.config.js": `module.exports = ${object("X")}`,
		});
		expect(loadInProcess()).toEqual({ title: "X" });
	});

	const broken = "const a = 1;\nexport default {\n\tsite: { url: 'x' ;\n};\n";

	test("a syntax error in TypeScript is named with its place", async () => {
		await write({ "feed.config.mts": broken });
		expect(loadInProcess()).toMatchObject({
			status: 2,
			diagnostics: [
				{
					code: "config-syntax",
					file: "feed.config.mts",
					line: 3,
					column: 19,
					message: 'The configuration is not valid: Expected "}" but found ";"',
				},
			],
		});
	});

	test("a syntax error in JavaScript is named with its line", async () => {
		await write({ "feed.config.mjs": broken });
		expect(loadInProcess()).toMatchObject({
			status: 2,
			diagnostics: [
				{
					code: "config-syntax",
					file: "feed.config.mjs",
					line: 3,
					message: "The configuration is not valid: Unexpected token ';'",
				},
			],
		});
	});

	test("an error that is thrown is named with its place", async () => {
		await write({
			"feed.config.mts":
				"interface Site {\n\turl: string;\n}\nthrow new Error('kaput');\nexport default {};\n",
		});
		expect(loadInProcess()).toMatchObject({
			status: 2,
			diagnostics: [
				{
					code: "config-throws",
					file: "feed.config.mts",
					line: 4,
					column: 7,
					message: "The configuration could not be run: kaput",
				},
			],
		});
	});

	test.each([
		[
			"module is not defined in ES module scope",
			'Write "export default" for "module.exports =", and "import" for "require".',
		],
		[
			"Cannot find package 'feedwright' imported from feed.config.mjs",
			"Install it beside the configuration (npm install --save-dev feedwright), or leave the import out: an object is enough.",
		],
		[
			"Unexpected token 'export'",
			"Rename it to feed.config.mjs, since its package is CommonJS.",
		],
		["kaput", undefined],
	])("Node.js's words %j have a hint", async (words, hint) => {
		await write({
			"package.json": '{"type":"module"}',
			"feed.config.js": `throw new Error(${JSON.stringify(words)})`,
		});
		expect((await fail()).diagnostics[0]?.hint).toBe(hint);
	});

	test.each(["a #1 %20/my.mjs", "a #1 %20/my.ts"])(
		"%s may have such a name",
		async (name) => {
			await write({ [name]: `export default ${object("X")}` });
			expect(loadInProcess(name)).toEqual({ title: "X" });
		},
	);
});
