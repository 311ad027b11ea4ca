import { expect, test } from "vitest";
import { findNearest } from "../src/nearest.ts";

const known = ["title", "description", "timeZone", "--config", "--quiet"];

test.each([
	["titel", "title"],
	["tile", "title"],
	["TITLE", "title"],
	["desription", "description"],
	["timezone", "timeZone"],
	["time-zone", "timeZone"],
	["--confg", "--config"],
	["--quite", "--quiet"],
])("%s was meant to be %s", (unknown, meant) => {
	expect(findNearest(unknown, known)).toBe(meant);
});

test.each(["zebra", "x", "", "--reporter", "t".repeat(100_000)])(
	"nothing is near %.20s",
	(unknown) => {
		expect(findNearest(unknown, known)).toBeUndefined();
	},
);

test("of two that are equally near the first is taken", () => {
	expect(findNearest("cat", ["car", "bat"])).toBe("car");
});

test("nothing is near when nothing is known", () => {
	expect(findNearest("title", [])).toBeUndefined();
});
