/** For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). */

import type { Diagnostic } from "../diagnostics.ts";
import type { Reporter } from "./reporter.ts";

const levels = { error: "error", warning: "warning", info: "note" };

/** A path as a relative reference (RFC 3986, section 4.2); Windows lets names hold lone surrogates. */
function toReference(file: string): string {
	return encodeURI(file.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(
		/[?#:]/g,
		encodeURIComponent,
	);
}

function describeResult(diagnostic: Diagnostic) {
	const { severity, code, message, hint, file, line, column } = diagnostic;
	return {
		ruleId: code,
		level: levels[severity],
		message: { text: hint ? `${message}\n${hint}` : message },
		locations:
			file === undefined
				? []
				: [
						{
							physicalLocation: {
								artifactLocation: { uri: toReference(file) },
								region: line && { startLine: line, startColumn: column },
							},
						},
					],
	};
}

/** Writes the diagnostics as one log with one run. */
export const reportSarif: Reporter = ({ diagnostics }, { version }) => {
	const rules = [...new Set(diagnostics.map(({ code }) => code))].sort();
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "feedwright",
						version,
						rules: rules.map((id) => ({ id })),
					},
				},
				columnKind: "utf16CodeUnits",
				results: diagnostics.map(describeResult),
			},
		],
	};
	return { stdout: `${JSON.stringify(log, null, 2)}\n`, stderr: "" };
};
