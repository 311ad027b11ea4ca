/** Finds the configuration on the disk and reads it into settings. */

import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";
import { Failure, type Report } from "../diagnostics.ts";
import { findGenerator, type Generator } from "../disk/generator.ts";
import { showPath, slashPath } from "../paths.ts";
import { checkConfig } from "./check.ts";
import { findJsonPlaces, type JsonPlaces } from "./json.ts";
import type { Mistake } from "./mistake.ts";
import { importConfig } from "./module.ts";
import { type ConfigPlace, type Settings, settleSettings } from "./settings.ts";
import { fillConfig } from "./site-facts.ts";

/** In the order in which they are looked for. */
const extensions = [".ts", ".mts", ".js", ".mjs", ".json"];
const names = extensions.map((extension) => `feed.config${extension}`);

const example = `Run feedwright init, or write one, for example this feed.config.json:
{
  "site": { "url": "https://www.example.org/", "title": "My site" },
  "articles": "articles"
}`;

/**
 * Loads the configuration.
 * @param workingDirectory an absolute folder; configurations are looked for here, and messages name files relative to it
 * @param configFile the option `--config`: a file, relative to the working directory
 * @param report takes a warning when there are two configurations
 * @throws {Failure} 2 with every mistake in it, 74 when it cannot be read
 */
export async function loadSettings(
	workingDirectory: string,
	configFile: string | undefined,
	report: Report,
): Promise<Settings> {
	const path =
		configFile === undefined
			? await findConfig(workingDirectory, report)
			: await checkConfigFile(
					resolve(workingDirectory, configFile),
					configFile,
				);
	const root = dirname(path);
	const file = showPath(path, workingDirectory);
	const { value, places } = path.endsWith(".json")
		? await readJson(path, file)
		: { value: await importConfig(path, workingDirectory) };
	const generator = findGenerator(root, ...readWhere(value));
	const filling = fillConfig(value, generator.facts);
	const checked = checkConfig(filling.value, root);
	if ("config" in checked) {
		const place = { workingDirectory, root, file };
		reportGenerator(generator, filling.filled, place, report);
		return settleSettings(checked.config, generator, place);
	}
	throw new Failure(2, ...describeMistakes(checked.mistakes, file, places?.()));
}

/** Where the articles lie and what they are written in, as far as a configuration that may be wrong says it. */
function readWhere(value: unknown): [articles: string[], dialect: string] {
	const { articles = "articles", dialect = "auto" } = (value ?? {}) as Record<
		string,
		unknown
	>;
	const list = Array.isArray(articles) ? articles : [articles];
	return [list.filter((each) => typeof each === "string"), String(dialect)];
}

/** An author who did not name a generator is told which one was found, and what was taken from its files. */
function reportGenerator(
	{ dialect, folder, by, files }: Generator,
	filled: readonly string[],
	{ workingDirectory }: ConfigPlace,
	report: Report,
): void {
	if (by === undefined && !dialect.ownHead) return;
	const taken =
		filled.length === 0
			? ""
			: `; ${filled.map((key) => `site.${key}`).join(", ")} ${filled.length === 1 ? "is" : "are"} taken from ${files.join(", ") || "what it always does"}`;
	report({
		severity: "info",
		code: "dialect-found",
		message: `the articles are read as those of ${dialect.title}${by === undefined ? "" : `, which ${by} shows`}${taken}`,
		hint: `Say dialect: "${dialect.name}" in the configuration to settle it, or dialect: "plain" for articles of no generator.`,
		...(by !== undefined && {
			file: showPath(findSign(folder, by), workingDirectory),
		}),
	});
}

/** What shows a generator may be the very folder that was looked at (`_posts/`). */
function findSign(folder: string, by: string): string {
	return `${slashPath(folder)}/`.endsWith(`/${by}`) ? folder : join(folder, by);
}

async function findConfig(folder: string, report: Report): Promise<string> {
	const entries = new Set(
		await readdir(folder).catch((error: unknown) => {
			throw failReading(error, ".");
		}),
	);
	const [first, ...others] = names.filter((name) => entries.has(name));
	if (first === undefined)
		throw new Failure(2, {
			code: "config-not-found",
			message: "There is no feed.config.ts, .mts, .js, .mjs or .json here",
			hint: example,
		});
	// Not an error: which one is taken is documented, and some compilers leave a .js beside each .ts.
	if (others.length > 0)
		report({
			severity: "warning",
			code: "config-ambiguous",
			file: first,
			message: `There is more than one configuration: ${first} is read, ${others.join(" and ")} is not`,
			hint: `Delete what is not meant, or say which is: --config ${first}`,
		});
	return join(folder, first);
}

async function checkConfigFile(path: string, shown: string): Promise<string> {
	const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
		throw failReading(error, shown);
	});
	if (!found?.isFile())
		throw new Failure(2, {
			code: "config-not-found",
			message: `"--config" names ${found ? "no file" : "a file that does not exist"}: ${shown}`,
			hint: found ? `Name a file in it, such as ${names[0]}.` : example,
		});
	if (!extensions.includes(extname(path)))
		throw new Failure(2, {
			code: "config-kind",
			message: `"--config" names a file that is no configuration: ${shown}`,
			hint: `Its name must end with one of ${extensions.join(" ")}`,
		});
	return path;
}

async function readJson(
	path: string,
	file: string,
): Promise<{ value: unknown; places: () => JsonPlaces }> {
	const bytes = await readFile(path).catch((error: unknown) => {
		throw failReading(error, file);
	});
	const text = decode(bytes, file);
	const places = () => findJsonPlaces(text);
	try {
		return { value: JSON.parse(text), places };
	} catch (error) {
		const { message, hint, line, column } = places().mistake ?? {
			message: (error as SyntaxError).message,
		};
		throw new Failure(2, {
			code: "config-syntax",
			file,
			line,
			column,
			message: `The configuration is not JSON: ${message}`,
			hint,
		});
	}
}

/** A byte order mark, as some editors on Windows write, is left out. */
function decode(bytes: Uint8Array, file: string): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new Failure(2, {
			code: "config-encoding",
			file,
			message: "The configuration is not UTF-8",
			hint: "Save it as UTF-8 in your editor.",
		});
	}
}

function failReading(error: unknown, file: string): Failure {
	return new Failure(74, {
		code: "config-unreadable",
		file,
		message: `The configuration cannot be read: ${(error as Error).message}`,
		hint: "Check that it exists and that you may read it.",
	});
}

function describeMistakes(
	mistakes: readonly Mistake[],
	file: string,
	places: JsonPlaces | undefined,
) {
	return mistakes.map(({ code, path, message, hint }) => ({
		code,
		file,
		...places?.find(path),
		message,
		hint,
	}));
}
