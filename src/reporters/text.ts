/** For people: the table of feeds on standard output, and what is wrong, with the way out, on standard error. */

import { formatInstant } from "../dates.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { FormatName } from "../formats/format.ts";
import type { FeedOutcome, Outcome } from "../outcome.ts";
import { concludeAdoption, countMatches, listMatches } from "./adoption.ts";
import { formatChangesText } from "./changes-text.ts";
import { listFindings } from "./findings.ts";
import type { Colors, Reporter } from "./reporter.ts";
import { alignRows, count, harmless, layRows, onOneLine } from "./terminal.ts";

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
			(last[0].archive === undefined) === (file.archive === undefined) &&
			(file.archive !== undefined ||
				!last.some(({ format }) => format === file.format));
		if (belongs) last.push(file);
		else feeds.push([file]);
	}
	return feeds;
}

/** The archives of a feed are one row: what matters of them is that they stay as they are. */
function describeRow(files: readonly FeedOutcome[]): string[] {
	const [first] = files;
	const isArchive = first?.archive !== undefined;
	const parts = new Set(files.map(({ archive }) => archive)).size;
	const cells = formatNames.map((format) => {
		const own = files.filter((file) => file.format === format);
		if (own.length === 0) return "–";
		const bytes = own.reduce((sum, file) => sum + file.bytes, 0);
		const written = own.filter((file) => file.written).length;
		const counted = isArchive && written > 0 ? `${written} ` : "";
		return `${formatBytes(bytes)} ${written > 0 ? `${counted}written` : "unchanged"}`;
	});
	const items = files
		.filter(({ format }) => format === first?.format)
		.reduce((sum, file) => sum + file.items, 0);
	const feed = onOneLine(first?.feed ?? "");
	const name = isArchive ? `${feed} ${count(parts, "archive")}` : feed;
	return [name, String(items), ...cells];
}

const formatRows = (feeds: readonly FeedOutcome[]) =>
	groupByFeed(feeds).map(describeRow);

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
	const { read, published, draft, scheduled, failed, pages } = articles;
	const { retracted = 0 } = articles;
	const expired = articles.expired - retracted;
	const parts = [
		`${published} published`,
		...(draft ? [count(draft, "draft")] : []),
		...(scheduled
			? [
					`${scheduled} scheduled${next ? ` (next: ${onOneLine(next.file)} at ${formatInstant(next.date)})` : ""}`,
				]
			: []),
		...(expired ? [`${expired} expired`] : []),
		...(retracted ? [`${retracted} retracted`] : []),
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

/** What `init` found and wrote. */
function formatFound(outcome: Outcome): string {
	const { found, written } = outcome;
	if (found === undefined) return "";
	const articles = formatArticles(outcome).trimEnd();
	const { facts, problems } = listFindings(found, outcome, articles);
	const parts = [facts, problems].filter((rows) => rows.length > 0);
	const steps = found.steps.map((step) => `  ${onOneLine(step)}\n`).join("");
	return `${parts.map(layRows).join("\n")}\n${onOneLine(written ?? "")}: written\n${formatLock(outcome)}${steps}`;
}

/** What `adopt` found, and whether it is in the lock now. */
function formatAdopted({ adopted }: Outcome): string {
	if (adopted === undefined) return "";
	const tables = adopted.sources.map(
		(source) =>
			`${layRows(listMatches(source))}${onOneLine(countMatches(source))}\n`,
	);
	return `${tables.join("\n")}${onOneLine(concludeAdoption(adopted))}\n`;
}

/** What became of the lock, where there is one. */
function formatLock({ lock }: Outcome): string {
	if (lock === undefined) return "";
	const { file, articles, added, moved, edited, retracted, written } = lock;
	const parts = [
		count(articles, "article"),
		...(added ? [`${added} new`] : []),
		...(moved ? [`${moved} moved`] : []),
		...(edited ? [`${edited} edited`] : []),
		...(retracted ? [`${retracted} retracted`] : []),
		written ? "written" : "unchanged",
	];
	return `${onOneLine(file)}: ${parts.join(", ")}\n`;
}

function formatBuild(outcome: Outcome): string {
	const compared = outcome.compared ? formatChangesText(outcome.compared) : "";
	// A comparison says what a build would do, also where it must not.
	if (outcome.status !== 0 || outcome.feeds.length === 0) return compared;
	const counts = formatArticles(outcome) + formatLock(outcome);
	return `${compared}${formatTable(outcome.feeds)}\n${counts}${formatFiles(outcome)}`;
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
	const result =
		outcome.status === 0 || outcome.compared
			? formatFound(outcome) || formatAdopted(outcome) || formatBuild(outcome)
			: "";
	return {
		stdout: quiet ? "" : result,
		stderr: stderr + formatFailures(outcome),
	};
};
