/** The command line as data. */

import { parseArgs } from "node:util";
import { readInstant } from "./dates.ts";
import { Failure } from "./diagnostics.ts";
import { findNearest } from "./nearest.ts";
import { reporters } from "./reporters/reporters.ts";

const options = {
	config: { type: "string" },
	now: { type: "string" },
	reporter: { type: "string" },
	strict: { type: "boolean" },
	"keep-going": { type: "boolean" },
	force: { type: "boolean" },
	quiet: { type: "boolean" },
	help: { type: "boolean", short: "h" },
	version: { type: "boolean" },
} as const;

const commands = ["build", "init"] as const;

export interface Arguments {
	readonly command: (typeof commands)[number];
	/** The folder that `init` looks at; absent for the working directory. */
	readonly folder?: string | undefined;
	readonly config?: string | undefined;
	/** Milliseconds since the epoch; absent for the real clock. */
	readonly now?: number | undefined;
	readonly reporter: string;
	readonly strict: boolean;
	readonly keepGoing: boolean;
	readonly force: boolean;
	readonly quiet: boolean;
	readonly help: boolean;
	readonly version: boolean;
}

export const help = `Usage: feedwright [build] [options]
       feedwright init [FOLDER] [options]

Reads Markdown articles and writes RSS, Atom and JSON Feed files, ready for a static host.

Commands
  build              read the articles, write the feeds (the default)
  init [FOLDER]      look at a site, say what is there, write a feed.config.ts that keeps its feeds

Options
  --config FILE      the configuration (default: feed.config.ts, .mts, .js, .mjs or .json)
  --now INSTANT      the clock, such as 2024-12-31T10:00:00Z
  --reporter NAME    text, json, github or sarif (default: text)
  --keep-going       leave out articles with errors, write the rest
  --strict           take warnings for errors
  --force            write over files that feedwright did not write
  --quiet            print errors and warnings alone
  --help             print this
  --version          print the version

Exit status: 0 done, 1 errors in articles or feeds, 2 a mistake on the command line or in the
configuration, 70 a bug in feedwright, 74 reading or writing failed, 130 interrupted.
`;

function refuse(code: string, message: string, hint: string): never {
	throw new Failure(2, { code, message, hint });
}

function suggest(word: string, known: readonly string[]): string {
	const nearest = findNearest(word, known);
	return nearest
		? `Did you mean ${nearest}?`
		: `Known are ${known.join(", ")}.`;
}

type Token = Extract<
	NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number],
	{ kind: "option" }
>;

function checkOption({ name, rawName, value, inlineValue }: Token): void {
	const option = Object.entries(options).find(([known]) => known === name)?.[1];
	if (option === undefined)
		refuse(
			"option-unknown",
			`there is no option ${rawName}`,
			suggest(
				rawName,
				Object.keys(options).map((known) => `--${known}`),
			),
		);
	// `--config --quiet` forgot the file; one that begins with a dash is written `--config=-file`.
	const isForgotten = !value || (!inlineValue && value.startsWith("-"));
	if (option.type === "string" && isForgotten)
		refuse(
			"option-valueless",
			`${rawName} needs a value`,
			"See feedwright --help.",
		);
	if (option.type === "boolean" && value !== undefined)
		refuse(
			"option-value-unexpected",
			`${rawName} takes no value: ${value}`,
			`Write ${rawName} alone.`,
		);
}

function readCommand(
	positionals: readonly string[],
): Pick<Arguments, "command" | "folder"> {
	const [word = "build", ...others] = positionals;
	const command = commands.find((known) => known === word);
	if (command === undefined)
		refuse(
			"command-unknown",
			`there is no command ${word}`,
			suggest(word, commands),
		);
	const [first, second] = others;
	if (command === "build" && first !== undefined)
		refuse(
			"argument-unexpected",
			`build takes no file or folder: ${first}`,
			'Name the articles\' folder under "articles" in the configuration.',
		);
	if (second !== undefined)
		refuse(
			"argument-unexpected",
			`${command} takes one folder: ${second}`,
			"Run it for each folder by itself.",
		);
	return { command, ...(first !== undefined && { folder: first }) };
}

function readNow(
	option: string | undefined,
	environment: Readonly<Record<string, string | undefined>>,
): number | undefined {
	if (option !== undefined)
		return (
			readInstant(option) ??
			refuse(
				"now-invalid",
				`--now is no instant: ${option}`,
				"Write it as 2024-12-31T10:00:00Z.",
			)
		);
	const epoch = environment.SOURCE_DATE_EPOCH;
	if (epoch === undefined || epoch === "") return undefined;
	if (!/^\d{1,12}$/.test(epoch))
		refuse(
			"now-invalid",
			`SOURCE_DATE_EPOCH is no number of seconds: ${epoch}`,
			"Set it as in SOURCE_DATE_EPOCH=$(git log -1 --format=%ct).",
		);
	return Number(epoch) * 1000;
}

function readReporter(name = "text"): string {
	if (Object.hasOwn(reporters, name)) return name;
	return refuse(
		"reporter-unknown",
		`there is no reporter ${name}`,
		suggest(name, Object.keys(reporters)),
	);
}

/**
 * Reads the command line.
 * @param words what follows the command's name
 * @throws {Failure} 2 where it is wrong
 */
export function readArguments(
	words: readonly string[],
	environment: Readonly<Record<string, string | undefined>>,
): Arguments {
	const { values, positionals, tokens } = parseArgs({
		args: [...words],
		options,
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	for (const token of tokens) if (token.kind === "option") checkOption(token);
	const text = (name: "config" | "now" | "reporter") => {
		const value = values[name];
		return typeof value === "string" ? value : undefined;
	};
	return {
		...readCommand(positionals),
		config: text("config"),
		now: readNow(text("now"), environment),
		reporter: readReporter(text("reporter")),
		strict: values.strict === true,
		keepGoing: values["keep-going"] === true,
		force: values.force === true,
		quiet: values.quiet === true,
		help: values.help === true,
		version: values.version === true,
	};
}
