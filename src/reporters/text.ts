/** For people: the table of feeds on standard output, and what is wrong, with the way out, on standard error. */

import { formatInstant } from "../dates.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { FormatName } from "../formats/format.ts";
import type { FeedOutcome, Outcome } from "../outcome.ts";
import { listFindings } from "./findings.ts";
import type { Colors, Reporter } from "./reporter.ts";

/** An article could hold what a terminal takes for a command, or what turns the order of a line round. */
const commands =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
	/[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g;

const harmless = (text: string) => text.replace(commands, "�");

/** A file's name may hold line breaks, too, and a new line could be a command for GitHub Actions. */
const onOneLine = (text: string) => harmless(text).replace(/\n/g, " ");

function formatPlace({ file, line, column }: Diagnostic): string {
	const parts = [file, line, column].filter((part) => part !== undefined);
	return onOneLine(parts.join(":"));
}

function formatDiagnostic(diagnostic: Diagnostic, colors: Colors): string {
	const { severity, message, hint } = diagnostic;
	const color = {
		error: colors.red,
		warning: colors.yellow,
		info: colors.cyan,
	};
	const place = formatPlace(diagnostic);
	const head = [
		...(place ? [colors.bold(place)] : []),
		color[severity](severity),
		onOneLine(message),
	].join("  ");
	const indented = hint && harmless(hint).replace(/^/gm, "  ");
	return indented ? `${head}\n${colors.dim(indented)}\n` : `${head}\n`;
}

/** `1 error`, `2 errors` */
export function count(number: number, thing: string): string {
	return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

function formatFailures({ diagnostics, status }: Outcome): string {
	const of = (severity: string) =>
		diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
	const [errors, warnings] = [of("error"), of("warning")];
	if (errors + warnings === 0) return "";
	const counts = [
		...(errors ? [count(errors, "error")] : []),
		...(warnings ? [count(warnings, "warning")] : []),
	].join(" and ");
	// A disk may have refused in the middle.
	const isRefused = status === 1 || status === 2;
	return `\n${counts}${isRefused ? "; nothing was written" : ""}\n`;
}

function formatBytes(bytes: number): string {
	return bytes < 1_000_000
		? `${(bytes / 1000).toFixed(1)} kB`
		: `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const formatNames: readonly FormatName[] = ["rss", "atom", "json"];

/** More feeds than this are counted, not listed: a site may have a thousand tags. */
const maxRows = 20;

/** A feed's files follow each other; two feeds may share a path, with files of other names. */
function groupByFeed(files: readonly FeedOutcome[]): FeedOutcome[][] {
	const feeds: FeedOutcome[][] = [];
	for (const file of files) {
		const last = feeds.at(-1);
		const belongs =
			last?.[0]?.feed === file.feed &&
			!last.some(({ format }) => format === file.format);
		if (belongs) last.push(file);
		else feeds.push([file]);
	}
	return feeds;
}

function formatRows(feeds: readonly FeedOutcome[]): string[][] {
	return groupByFeed(feeds).map((files) => [
		onOneLine(files[0]?.feed ?? ""),
		String(files[0]?.items ?? 0),
		...formatNames.map((format) => {
			const file = files.find((candidate) => candidate.format === format);
			return file
				? `${formatBytes(file.bytes)} ${file.written ? "written" : "unchanged"}`
				: "–";
		}),
	]);
}

/** Puts rows under each other; the columns after the first end at one edge. */
function alignRows(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	return rows
		.map((row) =>
			row
				.map((cell, column) =>
					column === 0
						? cell.padEnd(widths[column] ?? 0)
						: cell.padStart(widths[column] ?? 0),
				)
				.join("  ")
				.trimEnd(),
		)
		.map((line) => `${line}\n`)
		.join("");
}

function formatTable(feeds: readonly FeedOutcome[]): string {
	const rows = formatRows(feeds);
	const head = ["feed", "items", "RSS", "Atom", "JSON Feed"];
	const more =
		rows.length > maxRows
			? `… and ${count(rows.length - maxRows, "more feed")}\n`
			: "";
	return alignRows([head, ...rows.slice(0, maxRows)]) + more;
}

function formatArticles({ articles, next }: Outcome): string {
	const { read, published, draft, scheduled, expired, failed, pages } =
		articles;
	const parts = [
		`${published} published`,
		...(draft ? [count(draft, "draft")] : []),
		...(scheduled
			? [
					`${scheduled} scheduled${next ? ` (next: ${onOneLine(next.file)} at ${formatInstant(next.date)})` : ""}`,
				]
			: []),
		...(expired ? [`${expired} expired`] : []),
		...(failed ? [`${failed} left out after errors`] : []),
	];
	const others = pages ? `; ${count(pages, "page")} passed over` : "";
	return `${count(read, "article")}: ${parts.join(", ")}${others}\n`;
}

function formatFiles(outcome: Outcome): string {
	const written = outcome.feeds.filter((feed) => feed.written).length;
	const parts = [
		`${written} written`,
		`${outcome.feeds.length - written} unchanged`,
		...(outcome.removed.length ? [`${outcome.removed.length} removed`] : []),
	];
	const seconds = (outcome.milliseconds / 1000).toFixed(2);
	return `${outcome.output}: ${parts.join(", ")} in ${seconds} s\n`;
}

/** Puts rows under each other; all columns begin at one edge. */
function layRows(rows: readonly (readonly string[])[]): string {
	const clean = rows.map((row) => row.map(onOneLine));
	const widths = (clean[0] ?? []).map((_, column) =>
		Math.max(...clean.map((row) => row[column]?.length ?? 0)),
	);
	return clean
		.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
		.map((row) => `${row.join("  ").trimEnd()}\n`)
		.join("");
}

/** What `init` found and wrote. */
function formatFound(outcome: Outcome): string {
	const { found, written } = outcome;
	if (found === undefined) return "";
	const articles = formatArticles(outcome).trimEnd();
	const { facts, problems } = listFindings(found, outcome, articles);
	const parts = [facts, problems].filter((rows) => rows.length > 0);
	const steps = found.steps.map((step) => `  ${onOneLine(step)}\n`).join("");
	return `${parts.map(layRows).join("\n")}\n${onOneLine(written ?? "")}: written\n${steps}`;
}

/** Leaves out what `--quiet` does not want to hear. */
export function chooseDiagnostics(
	diagnostics: readonly Diagnostic[],
	quiet: boolean,
): Diagnostic[] {
	return diagnostics.filter(({ severity }) => !quiet || severity !== "info");
}

/** Writes the table and the counts after a success, and always what is wrong. */
export const reportText: Reporter = (outcome, { quiet, colors }) => {
	const stderr = chooseDiagnostics(outcome.diagnostics, quiet)
		.map((diagnostic) => formatDiagnostic(diagnostic, colors))
		.join("");
	const hasResult = outcome.status === 0 && !quiet;
	const result = outcome.found
		? formatFound(outcome)
		: `${formatTable(outcome.feeds)}\n${formatArticles(outcome)}${formatFiles(outcome)}`;
	return {
		stdout: hasResult ? result : "",
		stderr: stderr + formatFailures(outcome),
	};
};
