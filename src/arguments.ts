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
	lock: { type: "boolean" },
	frozen: { type: "boolean" },
	against: { type: "string" },
	quiet: { type: "boolean" },
	help: { type: "boolean", short: "h" },
	version: { type: "boolean" },
} as const;

const commands = ["build", "diff", "adopt", "init"] as const;

export interface Arguments {
	readonly command: (typeof commands)[number];
	/** What the command is for: the folder that `init` looks at, the feeds that `adopt` takes over. */
	readonly operands: readonly string[];
	readonly config?: string | undefined;
	/** Milliseconds since the epoch; absent for the real clock. */
	readonly now?: number | undefined;
	readonly reporter: string;
	readonly strict: boolean;
	readonly keepGoing: boolean;
	readonly force: boolean;
	/** Whether the lock is created, and takes what is doubtful for new. */
	readonly lock: boolean;
	/** Whether the lock may not change. */
	readonly frozen: boolean;
	/** The published feed, a folder of feeds or an address, to compare with. */
	readonly against?: string | undefined;
	readonly quiet: boolean;
	readonly help: boolean;
	readonly version: boolean;
}

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
): Pick<Arguments, "command" | "operands"> {
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
	if (command === "diff" && first !== undefined)
		refuse(
			"argument-unexpected",
			`diff takes no file or folder by itself: ${first}`,
			`Write it as --against ${first}`,
		);
	if (command === "init" && second !== undefined)
		refuse(
			"argument-unexpected",
			`${command} takes one folder: ${second}`,
			"Run it for each folder by itself.",
		);
	return { command, operands: others };
}

/** Finds options that a command has no use for, or that contradict each other. */
function checkUse({
	command,
	operands,
	lock,
	frozen,
	against,
}: Arguments): void {
	const unused = [
		...(lock && command !== "build" && command !== "adopt" ? ["--lock"] : []),
		...(frozen && command !== "build" ? ["--frozen"] : []),
		...(against && command !== "build" && command !== "diff"
			? ["--against"]
			: []),
	];
	if (unused.length > 0)
		refuse(
			"option-unexpected",
			`${command} takes no ${unused.join(" and no ")}`,
			"See feedwright --help.",
		);
	if (lock && frozen)
		refuse(
			"option-conflict",
			"--lock and --frozen contradict each other",
			"Write one of them: --lock changes the lock, --frozen forbids it.",
		);
	if (command === "adopt" && operands.length === 0)
		refuse(
			"argument-missing",
			"adopt needs the feed to take over",
			"Name its file or address: feedwright adopt https://www.example.org/feed.xml",
		);
	if (command === "diff" && against === undefined)
		refuse(
			"option-missing",
			"diff needs to know what to compare with",
			"Name the published feed: feedwright diff --against https://www.example.org/rss.xml",
		);
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
	const text = (name: "against" | "config" | "now" | "reporter") => {
		const value = values[name];
		return typeof value === "string" ? value : undefined;
	};
	const read: Arguments = {
		...readCommand(positionals),
		config: text("config"),
		now: readNow(text("now"), environment),
		reporter: readReporter(text("reporter")),
		strict: values.strict === true,
		keepGoing: values["keep-going"] === true,
		force: values.force === true,
		lock: values.lock === true,
		frozen: values.frozen === true,
		against: text("against"),
		quiet: values.quiet === true,
		help: values.help === true,
		version: values.version === true,
	};
	if (!read.help && !read.version) checkUse(read);
	return read;
}
