import { expect, test } from "vitest";
import { dateParts } from "../src/date-parts.ts";

test.each([
	["2009-04-03T07:08:09", "2009 04 03 07 08 09 09 4 3"],
	["2024-12-31T23:59:59", "2024 12 31 23 59 59 24 12 31"],
])("%s has the numbers %s", (time, numbers) => {
	const names =
		"year month day hour minute second short_year i_month i_day".split(" ");
	expect(names.map((name) => dateParts[name]?.(time)).join(" ")).toBe(numbers);
});

test.each([
	["2009-04-03T00:00:00", "Apr April Fri Friday 5 5"],
	["2024-02-11T00:00:00", "Feb February Sun Sunday 0 7"],
])("%s has the names %s", (time, parts) => {
	const names = "short_month long_month short_day long_day weekday w_day";
	const found = names.split(" ").map((name) => dateParts[name]?.(time));
	expect(found.join(" ")).toBe(parts);
});

test.each([
	["2024-01-01T00:00:00", "2024 01 001 1"],
	["2024-12-30T00:00:00", "2025 01 365 365"],
	["2021-01-03T23:00:00", "2020 53 003 3"],
	["2023-12-31T00:00:00", "2023 52 365 365"],
	["2009-04-03T00:00:00", "2009 14 093 93"],
])("%s lies in the week and on the day %s", (time, parts) => {
	const names = ["w_year", "week", "y_day", "i_y_day"];
	expect(names.map((name) => dateParts[name]?.(time)).join(" ")).toBe(parts);
});
