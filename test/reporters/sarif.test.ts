import { expect, test } from "vitest";
import { reportSarif } from "../../src/reporters/sarif.ts";
import { done, plain, refused } from "./outcomes.ts";

const report = (outcome = refused) => {
	const { stdout, stderr } = reportSarif(outcome, plain);
	expect(stderr).toBe("");
	return JSON.parse(stdout);
};

test("a log of SARIF 2.1.0 with one run", () => {
	expect(report()).toEqual({
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "feedwright",
						version: "1.2.3",
						rules: [
							{ id: "config-ambiguous" },
							{ id: "date-invalid" },
							{ id: "note" },
						],
					},
				},
				columnKind: "utf16CodeUnits",
				results: [
					{
						ruleId: "config-ambiguous",
						level: "warning",
						message: { text: "There is more than one\nDelete one." },
						locations: [
							{
								physicalLocation: {
									artifactLocation: { uri: "feed.config.ts" },
								},
							},
						],
					},
					{
						ruleId: "date-invalid",
						level: "error",
						message: {
							text: '"date" is not a date: 2024-13-45\nWrite it as 2024-12-31\nor 2024-12-31T10:00:00+02:00.',
						},
						locations: [
							{
								physicalLocation: {
									artifactLocation: { uri: "articles/hello.md" },
									region: { startLine: 3, startColumn: 7 },
								},
							},
						],
					},
					{
						ruleId: "note",
						level: "note",
						message: { text: "By the way" },
						locations: [],
					},
				],
			},
		],
	});
});

test("a build without mistakes is a run without results", () => {
	expect(report(done).runs[0].results).toEqual([]);
});

test.each([
	["a b.md", "a%20b.md"],
	["日本.md", "%E6%97%A5%E6%9C%AC.md"],
	["a#b?c%.md", "a%23b%3Fc%25.md"],
	["../a.md", "../a.md"],
	["x:y.md", "x%3Ay.md"],
	// Windows lets names hold half of a pair.
	["a\uD800.md", "a%EF%BF%BD.md"],
])("the file %j is at %s", (file, uri) => {
	const diagnostics = [
		{ severity: "error" as const, code: "x", message: "y", file },
	];
	const [result] = report({ ...refused, diagnostics }).runs[0].results;
	expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});
