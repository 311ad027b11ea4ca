import { describe, expect, test } from "vitest";
import { readArguments } from "../src/arguments.ts";
import { Failure } from "../src/diagnostics.ts";
import { help } from "../src/help.ts";

const defaults = {
	command: "build",
	config: undefined,
	now: undefined,
	reporter: "text",
	strict: false,
	keepGoing: false,
	force: false,
	lock: false,
	frozen: false,
	against: undefined,
	operands: [],
	quiet: false,
	help: false,
	version: false,
};

const read = (line: string, environment: Record<string, string> = {}) =>
	readArguments(line.split(" ").filter(Boolean), environment);

/** What is said of a command line that is wrong. */
function refuse(line: string, environment: Record<string, string> = {}) {
	try {
		read(line, environment);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		expect(error.status).toBe(2);
		return error.diagnostics.map(
			({ code, message, hint }) => `${code}: ${message} → ${hint}`,
		);
	}
	throw new Error("it was taken");
}

describe("command lines that are taken", () => {
	test.each<[string, object]>([
		["", {}],
		["build", {}],
		["build --strict --keep-going", { strict: true, keepGoing: true }],
		["--force --quiet", { force: true, quiet: true }],
		["--config a/feed.config.json", { config: "a/feed.config.json" }],
		["--config=a.json", { config: "a.json" }],
		["--config=-a.json", { config: "-a.json" }],
		["--config a.json --config b.json", { config: "b.json" }],
		["--reporter json", { reporter: "json" }],
		["--reporter=github build", { reporter: "github" }],
		["--reporter json --reporter sarif", { reporter: "sarif" }],
		["--now 2024-01-02T10:00:00+09:00", { now: Date.UTC(2024, 0, 2, 1) }],
		["--now=2024-01-02T10:00:00.5Z", { now: Date.UTC(2024, 0, 2, 10) + 500 }],
		["--lock", { lock: true }],
		["build --frozen", { frozen: true }],
		["--against dist", { against: "dist" }],
		[
			"diff --against=https://x.org/rss.xml",
			{ command: "diff", against: "https://x.org/rss.xml" },
		],
		[
			"adopt rss.xml atom.xml --lock",
			{ command: "adopt", operands: ["rss.xml", "atom.xml"], lock: true },
		],
		["adopt --help", { command: "adopt", help: true }],
		["--help", { help: true }],
		["-h", { help: true }],
		["--version", { version: true }],
		["init", { command: "init" }],
		[
			"init my-site --quiet",
			{ command: "init", operands: ["my-site"], quiet: true },
		],
		[
			"--now 1970-01-01T00:00:01Z init ..",
			{ command: "init", operands: [".."], now: 1000 },
		],
		["init -- -site", { command: "init", operands: ["-site"] }],
		["init --help", { command: "init", help: true }],
		["--", {}],
		["-- build", {}],
	])("%s", (line, changed) => {
		expect(read(line)).toEqual({ ...defaults, ...changed });
	});
});

describe("command lines that are wrong", () => {
	test.each([
		[
			"--confg x",
			"option-unknown: there is no option --confg → Did you mean --config?",
		],
		[
			"--stict",
			"option-unknown: there is no option --stict → Did you mean --strict?",
		],
		[
			"--keepgoing",
			"option-unknown: there is no option --keepgoing → Did you mean --keep-going?",
		],
		[
			"--zzzzzzzz",
			"option-unknown: there is no option --zzzzzzzz → Known are --config, --now, --reporter, --strict, --keep-going, --force, --lock, --frozen, --against, --quiet, --help, --version.",
		],
		[
			"--no-strict",
			"option-unknown: there is no option --no-strict → Did you mean --strict?",
		],
		[
			"--__proto__",
			"option-unknown: there is no option --__proto__ → Known are --config, --now, --reporter, --strict, --keep-going, --force, --lock, --frozen, --against, --quiet, --help, --version.",
		],
		["bild", "command-unknown: there is no command bild → Did you mean build?"],
		[
			"serve",
			"command-unknown: there is no command serve → Known are build, diff, adopt, init.",
		],
		[
			"adopt",
			"argument-missing: adopt needs the feed to take over → Name its file or address: feedwright adopt https://www.example.org/feed.xml",
		],
		[
			"diff",
			"option-missing: diff needs to know what to compare with → Name the published feed: feedwright diff --against https://www.example.org/rss.xml",
		],
		[
			"diff dist",
			"argument-unexpected: diff takes no file or folder by itself: dist → Write it as --against dist",
		],
		[
			"--lock --frozen",
			"option-conflict: --lock and --frozen contradict each other → Write one of them: --lock changes the lock, --frozen forbids it.",
		],
		[
			"init --frozen --against dist",
			"option-unexpected: init takes no --frozen and no --against → See feedwright --help.",
		],
		[
			"adopt a.xml --against dist",
			"option-unexpected: adopt takes no --against → See feedwright --help.",
		],
		[
			"build articles",
			'argument-unexpected: build takes no file or folder: articles → Name the articles\' folder under "articles" in the configuration.',
		],
		["int", "command-unknown: there is no command int → Did you mean init?"],
		[
			"init a b",
			"argument-unexpected: init takes one folder: b → Run it for each folder by itself.",
		],
		[
			"--reporter jsn",
			"reporter-unknown: there is no reporter jsn → Did you mean json?",
		],
		[
			"--reporter tap",
			"reporter-unknown: there is no reporter tap → Known are text, json, markdown, github, sarif.",
		],
		[
			"--reporter toString",
			"reporter-unknown: there is no reporter toString → Known are text, json, markdown, github, sarif.",
		],
		[
			"--config",
			"option-valueless: --config needs a value → See feedwright --help.",
		],
		[
			"--config=",
			"option-valueless: --config needs a value → See feedwright --help.",
		],
		[
			"--config --quiet",
			"option-valueless: --config needs a value → See feedwright --help.",
		],
		[
			"--strict=yes",
			"option-value-unexpected: --strict takes no value: yes → Write --strict alone.",
		],
		...["2024-01-02", "now", "1700000000", "2024-02-30T00:00:00Z"].map(
			(now) => [
				`--now ${now}`,
				`now-invalid: --now is no instant: ${now} → Write it as 2024-12-31T10:00:00Z.`,
			],
		),
	])("%s", (line, message) => {
		expect(refuse(line)).toEqual([message]);
	});

	test("an unknown short option is named as it was written", () => {
		expect(refuse("-q")?.[0]).toMatch(/^option-unknown: there is no option -q/);
	});
});

describe("SOURCE_DATE_EPOCH is the clock", () => {
	test("in seconds", () => {
		expect(read("", { SOURCE_DATE_EPOCH: "1700000000" }).now).toBe(
			1_700_000_000_000,
		);
		expect(read("", { SOURCE_DATE_EPOCH: "0" }).now).toBe(0);
	});

	test("unless --now says another", () => {
		const environment = { SOURCE_DATE_EPOCH: "nonsense" };
		expect(read("--now 1970-01-01T00:00:01Z", environment).now).toBe(1000);
	});

	test("and none when it is empty", () => {
		expect(read("", { SOURCE_DATE_EPOCH: "" }).now).toBeUndefined();
	});

	test.each(["yesterday", "-1", "1.5", "1e9", "9".repeat(13), " 1"])(
		"but not when it is %s",
		(epoch) => {
			expect(refuse("", { SOURCE_DATE_EPOCH: epoch })).toEqual([
				`now-invalid: SOURCE_DATE_EPOCH is no number of seconds: ${epoch} → Set it as in SOURCE_DATE_EPOCH=$(git log -1 --format=%ct).`,
			]);
		},
	);
});

test("the help names every option and stays within 100 columns", () => {
	for (const name of "config now reporter strict keep-going force quiet help version".split(
		" ",
	))
		expect(help).toContain(`  --${name}`);
	for (const line of help.split("\n"))
		expect(line.length).toBeLessThanOrEqual(100);
});
