import { expect, test } from "vitest";
import { reportGithub } from "../../src/reporters/github.ts";
import { reportText } from "../../src/reporters/text.ts";
import { done, mistakes, plain, refused } from "./outcomes.ts";

test("annotations at the lines that they are about", () => {
	expect(reportGithub(refused, plain)).toEqual({
		stdout: "",
		stderr: `::warning file=feed.config.ts,title=config-ambiguous::There is more than one%0ADelete one.
::error file=articles/hello.md,line=3,col=7,title=date-invalid::"date" is not a date: 2024-13-45%0AWrite it as 2024-12-31%0Aor 2024-12-31T10:00:00+02:00.
::notice title=note::By the way
`,
	});
});

test("the table as people see it", () => {
	const outcome = { ...done, diagnostics: mistakes };
	const { stdout } = reportGithub(outcome, plain);
	expect(stdout).toBe(reportText(outcome, plain).stdout);
});

test("--quiet leaves errors and warnings alone", () => {
	const { stderr } = reportGithub(refused, { ...plain, quiet: true });
	expect(stderr).toMatch(/^::warning .*\n::error .*\n$/);
});

test("no text ends an annotation or begins another", () => {
	const { stderr } = reportGithub(
		{
			...refused,
			diagnostics: [
				{
					severity: "error",
					code: "x",
					message: "100%\r\n::error::b, c: d",
					file: "a,line=1::b%0A\n.md",
				},
			],
		},
		plain,
	);
	expect(stderr).toBe(
		"::error file=a%2Cline=1%3A%3Ab%250A%0A.md,title=x::100%25%0D%0A::error::b, c: d\n",
	);
});

test("nothing wrong is nothing said", () => {
	expect(reportGithub(done, plain).stderr).toBe("");
});
