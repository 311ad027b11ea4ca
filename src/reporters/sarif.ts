/** For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). */

import type { Diagnostic } from "../diagnostics.ts";
import type { Reporter } from "./reporter.ts";

const levels = { error: "error", warning: "warning", info: "note" };

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
								artifactLocation: { uri: encodeURI(file) },
								region: line && { startLine: line, startColumn: column },
							},
						},
					],
	};
}

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
				results: diagnostics.map(describeResult),
			},
		],
	};
	return { stdout: `${JSON.stringify(log, null, 2)}\n`, stderr: "" };
};
