import { describe, expect, test } from "vitest";
import { formatList, parseList } from "../../src/output/list.ts";
import { planOutput } from "../../src/output/plan.ts";
import type { Standing } from "../../src/output/standing.ts";

const ours = "0".repeat(64);
const earlier = "1".repeat(64);
const foreign = "f".repeat(64);

/** What stands in the folder: a hash for a file, or a standing. */
type Disk = Record<string, string | Partial<Standing>>;

const look = (disk: Disk) => (path: string) => {
	const found = disk[path] ?? { kind: "nothing" };
	return (
		typeof found === "string"
			? { kind: "file", at: path, hash: found, id: path }
			: { at: path, ...found }
	) as Standing;
};

/** Plans a build of files whose hash is `ours`; the list is given as `path hash …`. */
function plan(made: string[], list: string[], disk: Disk, force = false) {
	const lines = list.flatMap((entry) => {
		const [path, ...hashes] = entry.split(" ");
		return hashes.map((hash) => `${hash}  ${path}`);
	});
	const files = made.map((path) => ({ path, hash: ours }));
	const result = planOutput(files, parseList(lines.join("\n")), look(disk), {
		shown: "dist",
		force,
	});
	const paths = (targets: readonly { path: string }[]) =>
		targets.map(({ path }) => path);
	return {
		write: paths(result.write),
		clear: paths(result.clear),
		remove: paths(result.remove),
		gone: paths(result.gone),
		during: formatList(result.during).replace(/(.)\1{63} /g, "$1"),
		after: formatList(result.after).replace(/(.)\1{63} /g, "$1"),
		problems: result.diagnostics.map(
			({ severity, code, message }) => `${severity} ${code}: ${message}`,
		),
	};
}

const nothing = { write: [], clear: [], remove: [], gone: [], problems: [] };

describe("a file that is made", () => {
	test("is written where nothing stands", () => {
		expect(plan(["a"], [], {})).toEqual({
			...nothing,
			write: ["a"],
			during: "0 a\n",
			after: "0 a\n",
		});
	});

	test("is not written when the same bytes stand there", () => {
		expect(plan(["a"], [`a ${ours}`], { a: ours })).toEqual({
			...nothing,
			during: "0 a\n",
			after: "0 a\n",
		});
	});

	test("is taken as ours when something else wrote the same bytes", () => {
		expect(plan(["a"], [], { a: ours })).toMatchObject({
			...nothing,
			after: "0 a\n",
		});
	});

	test("replaces what we wrote earlier", () => {
		expect(plan(["a"], [`a ${earlier}`], { a: earlier })).toEqual({
			...nothing,
			write: ["a"],
			during: "0 a\n1 a\n",
			after: "0 a\n",
		});
	});

	test("replaces any of the versions that a killed build listed", () => {
		expect(
			plan(["a"], [`a ${earlier} ${foreign}`], { a: foreign }),
		).toMatchObject({ write: ["a"], problems: [], after: "0 a\n" });
	});

	test("is left alone, and in the list as it was, when something else changed it", () => {
		expect(plan(["a"], [`a ${earlier}`], { a: foreign })).toMatchObject({
			write: [],
			after: "1 a\n",
			problems: [
				'warning output-changed: "dist/a" is no longer as feedwright wrote it and is left alone',
			],
		});
	});

	test("is an error where something else wrote a file", () => {
		expect(plan(["a"], [], { a: foreign })).toMatchObject({
			write: [],
			problems: [
				'error output-foreign: "dist/a" stands where a feed should go and was not written by feedwright',
			],
		});
	});

	test.each([
		["a changed file", [`a ${earlier}`], foreign],
		["a foreign file", [], foreign],
		["a link", [], { kind: "link" }],
	] as const)("takes over by force: %s", (_, list, standing) => {
		expect(plan(["a"], [...list], { a: standing }, true)).toMatchObject({
			write: ["a"],
			problems: [],
			after: "0 a\n",
		});
	});

	test("is known as ours when a build that takes over is killed", () => {
		expect(plan(["a"], [], { a: foreign }, true).during).toBe("0 a\nf a\n");
	});

	test.each([
		[
			{ kind: "folder" },
			'"dist/a" is a folder that stands where a feed should go',
		],
		[
			{ kind: "other" },
			'"dist/a" is no ordinary file and stands where a feed should go',
		],
		[
			{ kind: "blocked", by: "x", because: "file" },
			'"dist/x" is a file where a folder for a feed should be',
		],
		[
			{ kind: "blocked", by: "x", because: "link" },
			'"dist/x" is a symbolic link that leads out of the output folder, where a folder for a feed should be',
		],
	] as const)("is an error even by force: %j", (standing, message) => {
		expect(plan(["a"], [`a ${earlier}`], { a: standing }, true)).toMatchObject({
			write: [],
			problems: [`error output-foreign: ${message}`],
		});
	});

	test("is an error where a link stands", () => {
		expect(
			plan(["a"], [`a ${earlier}`], { a: { kind: "link" } }).problems,
		).toEqual([
			'error output-foreign: "dist/a" is a symbolic link that stands where a feed should go',
		]);
	});

	test("needs a folder where an old file of ours stands, which goes first", () => {
		expect(
			plan(["feed/a"], [`feed ${earlier}`], {
				feed: earlier,
				"feed/a": { kind: "blocked", by: "feed", because: "file" },
			}),
		).toEqual({
			...nothing,
			write: ["feed/a"],
			clear: ["feed"],
			during: "1 feed\n0 feed/a\n",
			after: "0 feed/a\n",
		});
	});

	test("is one file with another because of a link inside", () => {
		expect(
			plan(["a/x", "b/x"], [], { "b/x": { kind: "nothing", at: "a/x" } })
				.problems,
		).toEqual([
			'error output-collision: "dist/a/x" and "dist/b/x" are one file because of a symbolic link',
		]);
	});
});

describe("a file that is no longer made", () => {
	test("is removed", () => {
		expect(plan([], [`a ${earlier}`], { a: earlier })).toEqual({
			...nothing,
			remove: ["a"],
			during: "1 a\n",
			after: "",
		});
	});

	test("is forgotten when it is gone", () => {
		expect(plan([], [`a ${earlier}`], {})).toMatchObject({
			remove: [],
			gone: ["a"],
			after: "",
			problems: [],
		});
	});

	test.each([[foreign], [{ kind: "link" }]] as const)(
		"is left alone, and in the list, when something else changed it: %j",
		(standing) => {
			expect(plan([], [`a ${earlier} ${ours}`], { a: standing })).toMatchObject(
				{
					remove: [],
					after: "0 a\n1 a\n",
					problems: [
						'warning output-changed: "dist/a" is no longer made, but is not as feedwright wrote it and is left alone',
					],
				},
			);
		},
	);

	test.each([[foreign], [{ kind: "link" }]] as const)(
		"is removed by force: %j",
		(standing) => {
			expect(plan([], [`a ${earlier}`], { a: standing }, true)).toMatchObject({
				remove: ["a"],
				problems: [],
			});
		},
	);

	test("is forgotten where a folder stands, even by force", () => {
		expect(
			plan([], [`a ${earlier}`], { a: { kind: "folder" } }, true),
		).toMatchObject({
			remove: [],
			after: "",
		});
	});

	test("is ignored when a link leads out of the output folder", () => {
		expect(
			plan(
				[],
				[`x/a ${earlier}`],
				{ "x/a": { kind: "blocked", by: "x", because: "link" } },
				true,
			),
		).toMatchObject({ ...nothing, after: "" });
	});

	test("is not removed when it is the file of this build in other letters, as on macOS", () => {
		const file = { kind: "file", hash: earlier, id: "1:2" } as const;
		expect(
			plan(["tags/a"], [`Tags/a ${earlier}`], {
				"tags/a": file,
				"Tags/a": file,
			}),
		).toMatchObject({
			write: ["tags/a"],
			remove: [],
			problems: [],
			after: "0 tags/a\n",
		});
	});

	test("is removed when it is another file in other letters, as on Linux", () => {
		expect(
			plan(["tags/a"], [`Tags/a ${earlier}`], { "Tags/a": earlier }),
		).toMatchObject({
			write: ["tags/a"],
			remove: ["Tags/a"],
			after: "0 tags/a\n",
		});
	});

	test("is not removed when a link inside makes it a file of this build", () => {
		expect(
			plan(["a/x"], [`b/x ${earlier}`], {
				"a/x": earlier,
				"b/x": { kind: "file", at: "a/x", hash: earlier, id: "a/x" },
			}),
		).toMatchObject({ write: ["a/x"], remove: [], after: "0 a/x\n" });
	});
});
