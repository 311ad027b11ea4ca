import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInstant, readDate, readInstant } from "../src/dates.ts";
import { createZone } from "../src/zones.ts";

const tokyo = createZone("Asia/Tokyo");
const newYork = createZone("America/New_York");

/** Reads a date of a site in Tokyo, whose dates alone mean seven in the morning. */
const read = (text: string) => readDate(text, tokyo, "07:00");

const ANY_DATE = "Write it as 2024-12-31 or 2024-12-31T10:00:00+02:00.";

describe("a date without an offset is in the site's zone", () => {
	test.each([
		["2024-01-02", "2024-01-01T22:00:00Z"],
		["2024-1-2", "2024-01-01T22:00:00Z"],
		["2024-4-09", "2024-04-08T22:00:00Z"],
		[" 2024-01-02\t", "2024-01-01T22:00:00Z"],
		["2024-01-02 10:00", "2024-01-02T01:00:00Z"],
		["2024-01-02 9:05", "2024-01-02T00:05:00Z"],
		["2024-01-02T10:00", "2024-01-02T01:00:00Z"],
		["2015-12-31T1:44", "2015-12-30T16:44:00Z"],
		["2024-01-02t10:00:00", "2024-01-02T01:00:00Z"],
		["2024-01-02T10:00:07", "2024-01-02T01:00:07Z"],
		["2024-01-02   10:00:00", "2024-01-02T01:00:00Z"],
		["2024-01-02\t10:00:00", "2024-01-02T01:00:00Z"],
		["2024-01-02 00:00:00", "2024-01-01T15:00:00Z"],
		["2024-01-02 23:59:59", "2024-01-02T14:59:59Z"],
		["2024-02-29", "2024-02-28T22:00:00Z"],
		["2000-02-29", "2000-02-28T22:00:00Z"],
		["9999-12-31", "9999-12-30T22:00:00Z"],
	])("%j is %s", (text, expected) => {
		const reading = read(text);
		expect(reading).toEqual({ instant: Date.parse(expected) });
	});
});

describe("a date with an offset is where the offset says", () => {
	test.each([
		["2024-01-02T10:00:00Z", "2024-01-02T10:00:00Z"],
		["2024-01-02T10:00:00z", "2024-01-02T10:00:00Z"],
		["2024-01-02 10:00 Z", "2024-01-02T10:00:00Z"],
		["2024-01-02 10:00:00 UTC", "2024-01-02T10:00:00Z"],
		["2024-01-02 10:00:00 GMT", "2024-01-02T10:00:00Z"],
		["2024-01-02T10:00:00+09:00", "2024-01-02T01:00:00Z"],
		["2024-01-02 10:00:00 +0900", "2024-01-02T01:00:00Z"],
		["2024-01-02 10:00:00   -0800", "2024-01-02T18:00:00Z"],
		["2013-05-1 16:30:00 -06:00", "2013-05-01T22:30:00Z"],
		["2013-11-22 5:00:00 +0000", "2013-11-22T05:00:00Z"],
		["2024-01-02T10:00:00-00:00", "2024-01-02T10:00:00Z"],
		["2024-01-02 10:00+09", "2024-01-02T01:00:00Z"],
		["2001-12-14 21:59:43.10 -5", "2001-12-15T02:59:43.100Z"],
		["2024-01-02 10:00 +9:30", "2024-01-02T00:30:00Z"],
		["2024-01-02T10:00:00-03:30", "2024-01-02T13:30:00Z"],
		["2024-01-02T10:00:00+23:59", "2024-01-01T10:01:00Z"],
		["2024-01-02T10:00:00-23:59", "2024-01-03T09:59:00Z"],
		["2024-01-02Z", "2024-01-02T07:00:00Z"],
		["2024-01-02+09:00", "2024-01-01T22:00:00Z"],
		["2024-01-02 +0100", "2024-01-02T06:00:00Z"],
		["2024-01-02-05:00", "2024-01-02T12:00:00Z"],
		["0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"],
		["0000-12-31T23:30-02:00", "0001-01-01T01:30:00Z"],
		["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
	])("%j is %s", (text, expected) => {
		expect(read(text)).toEqual({ instant: Date.parse(expected) });
	});
});

describe("of a fraction the milliseconds are kept", () => {
	test.each([
		["2024-01-02T10:00:00.5Z", 500],
		["2024-01-02T10:00:00,25Z", 250],
		["2024-01-02T10:00:00.000Z", 0],
		["2024-01-02T10:00:00.001Z", 1],
		["2024-01-02T10:00:00.9999Z", 999],
		["2024-01-02T10:00:00.123456789Z", 123],
		["0001-01-01T00:00:00.7Z", 700],
	])("%s has %i", (text, expected) => {
		const reading = read(text);
		expect("instant" in reading).toBe(true);
		if ("instant" in reading)
			expect(((reading.instant % 1000) + 1000) % 1000).toBe(expected);
	});
});

describe("a date alone has the site's time of day", () => {
	test.each([
		["00:00", "2024-07-02T04:00:00Z"],
		["12:30", "2024-07-02T16:30:00Z"],
		["23:59:59", "2024-07-03T03:59:59Z"],
	])("%s in New York is %s", (dateOnlyTime, expected) => {
		expect(readDate("2024-07-02", newYork, dateOnlyTime)).toEqual({
			instant: Date.parse(expected),
		});
	});
});

describe("a time that the clock skipped or repeated is a warning", () => {
	test.each([
		[
			"America/New_York",
			"2024-03-10 02:30",
			"2024-03-10T07:30:00Z",
			"2024-03-10 02:30 does not exist in America/New_York (the clock skipped it); 2024-03-10T07:30:00Z was taken",
		],
		[
			"America/New_York",
			" 2024-11-03T1:30 ",
			"2024-11-03T05:30:00Z",
			"2024-11-03T1:30 occurs twice in America/New_York (the clock was set back); the earlier, 2024-11-03T05:30:00Z, was taken",
		],
		[
			"America/Sao_Paulo",
			"2018-11-04",
			"2018-11-04T03:00:00Z",
			"2018-11-04 00:00 does not exist in America/Sao_Paulo (the clock skipped it); 2018-11-04T03:00:00Z was taken",
		],
		[
			"Pacific/Apia",
			"2011-12-30",
			"2011-12-30T10:00:00Z",
			"2011-12-30 00:00 does not exist in Pacific/Apia (the clock skipped it); 2011-12-30T10:00:00Z was taken",
		],
	])("%s, %j", (name, text, instant, warning) => {
		expect(readDate(text, createZone(name), "00:00")).toEqual({
			instant: Date.parse(instant),
			warning,
		});
	});

	test.each([
		"2024-03-10 02:30 -05:00",
		"2024-03-10 02:30Z",
		"2024-11-03T01:30-04:00",
		"2024-03-10 01:59",
		"2024-11-03 02:00",
		"2024-03-10",
	])("but %s is none", (text) => {
		expect(readDate(text, newYork, "00:00")).not.toHaveProperty("warning");
	});
});

describe("a date that does not exist is a problem", () => {
	test.each([
		[
			"2024-02-30",
			"February 2024 has 29 days",
			"Write 2024-02-29 or 2024-03-01.",
		],
		[
			"2023-02-29",
			"February 2023 has 28 days",
			"Write 2023-02-28 or 2023-03-01.",
		],
		[
			"1900-2-29",
			"February 1900 has 28 days",
			"Write 1900-02-28 or 1900-03-01.",
		],
		[
			"2024-04-31 10:00",
			"April 2024 has 30 days",
			"Write 2024-04-30T10:00:00 or 2024-05-01T10:00:00.",
		],
		["2023-06-31", "June 2023 has 30 days", "Write 2023-06-30 or 2023-07-01."],
		[
			"2024/02/30",
			"February 2024 has 29 days",
			"Write 2024-02-29 or 2024-03-01.",
		],
		[
			"30 Feb 2024 10:00 PM",
			"February 2024 has 29 days",
			"Write 2024-02-29T22:00:00 or 2024-03-01T22:00:00.",
		],
		[
			"31/02/2024",
			"February 2024 has 29 days",
			"Write 2024-02-29 or 2024-03-01.",
		],
		[
			"2024-04-31 25:00",
			"April 2024 has 30 days",
			"Write 2024-04-30 or 2024-05-01.",
		],
		[
			"2024-13-01",
			"a year has 12 months",
			"Write 2024-01-13, or a month from 01 to 12.",
		],
		[
			"2024/31/12 9:00",
			"a year has 12 months",
			"Write 2024-12-31T09:00:00, or a month from 01 to 12.",
		],
		["2024-01-45", "January 2024 has 31 days", "Write a day from 1 to 31."],
		["2024-01-02 25:00", "a day has 24 hours", "Write an hour from 00 to 23."],
		[
			"2024-01-02 24:00:01",
			"a day has 24 hours",
			"Write an hour from 00 to 23.",
		],
		[
			"2024-01-02 24:00",
			"a day ends where the next one begins",
			"Write 00:00 of the next day.",
		],
		[
			"2024-01-02T24:00:00.000Z",
			"a day ends where the next one begins",
			"Write 00:00 of the next day.",
		],
		[
			"2024-01-02 23:60",
			"an hour has 60 minutes",
			"Write a minute from 00 to 59.",
		],
		[
			"2024-01-02 23:59:61",
			"a minute has 60 seconds",
			"Write a second from 00 to 59.",
		],
		[
			"2016-12-31T23:59:60Z",
			"leap seconds cannot be used",
			"Write it as 2016-12-31T23:59:59Z.",
		],
		[
			"2017-1-1 8:59:60.5 +0900",
			"leap seconds cannot be used",
			"Write it as 2017-01-01T08:59:59+09:00.",
		],
		[
			"2024-01-02 10:00 +24:00",
			"an offset is less than 24 hours",
			"Write an offset from -23:59 to +23:59.",
		],
		[
			"2024-01-02 10:00:60 -9900",
			"an offset is less than 24 hours",
			"Write an offset from -23:59 to +23:59.",
		],
	])("%s: %s", (text, reason, hint) => {
		expect(read(text)).toEqual({
			problem: `does not exist: ${reason} (${text})`,
			hint,
		});
	});

	test.each([
		"0001-01-01 00:00",
		"0000-01-01T00:00Z",
		"9999-12-31T23:59:59-00:01",
	])("%s is outside the years that feeds can hold", (text) => {
		expect(read(text)).toEqual({
			problem: `is not within the years 0001 to 9999 in UTC: ${text}`,
			hint: "Write a year from 0001 to 9999.",
		});
	});
});

describe("a documented spelling is taken without a word", () => {
	test.each([
		["1599051600439", "2020-09-02T13:00:00.439Z"],
		["1599051600", "2020-09-02T13:00:00Z"],
		["100000000000", "1973-03-03T09:46:40Z"],
		["100000000", "1973-03-03T09:46:40Z"],
		["Tue, 2 Jan 2024 10:00:00 +0900", "2024-01-02T01:00:00Z"],
		["Tue, 02 Jan 2024 10:00:00 GMT", "2024-01-02T10:00:00Z"],
		["2 Jan 2024 10:00 UT", "2024-01-02T10:00:00Z"],
		["2 Jan 2024 10:00:00 z", "2024-01-02T10:00:00Z"],
		["2 Jan 2024 10:00 EST", "2024-01-02T15:00:00Z"],
		["2 Jan 2024 10:00 EDT", "2024-01-02T14:00:00Z"],
		["2 Jan 2024 10:00 CST", "2024-01-02T16:00:00Z"],
		["2 Jan 2024 10:00 CDT", "2024-01-02T15:00:00Z"],
		["2 Jan 2024 10:00 MST", "2024-01-02T17:00:00Z"],
		["2 Jan 2024 10:00 MDT", "2024-01-02T16:00:00Z"],
		["2 Jan 2024 10:00 PST", "2024-01-02T18:00:00Z"],
		["2 Jan 2024 10:00 PDT", "2024-01-02T17:00:00Z"],
		["Tue, 2 Jan 2024 10:00:00 +0900 (JST)", "2024-01-02T01:00:00Z"],
		[
			"Tue Jan 02 2024 10:00:00 GMT+0100 (Central European Standard Time)",
			"2024-01-02T09:00:00Z",
		],
		["Tue Jan 02 2024", "2024-01-01T22:00:00Z"],
		["Jan 2 2024", "2024-01-01T22:00:00Z"],
		["Jan 2, 2024", "2024-01-01T22:00:00Z"],
		["Tuesday, january 2, 2024", "2024-01-01T22:00:00Z"],
		["January 2nd, 2024 10:00", "2024-01-02T01:00:00Z"],
		["January 2, 2024 at 5pm", "2024-01-02T08:00:00Z"],
		["Sept. 30 2024", "2024-09-29T22:00:00Z"],
		["2 January 2024", "2024-01-01T22:00:00Z"],
		["2  Jan\u00a02024", "2024-01-01T22:00:00Z"],
		["02-Jan-2024", "2024-01-01T22:00:00Z"],
		["2nd of January 2024", "2024-01-01T22:00:00Z"],
		["2nd Jan 2024 10:30 PM", "2024-01-02T13:30:00Z"],
		["2 Jan 2024, 12:30 a.m.", "2024-01-01T15:30:00Z"],
		["2024 January 2", "2024-01-01T22:00:00Z"],
		["2024-Jan-02", "2024-01-01T22:00:00Z"],
		["Tue Jan  2 10:00:00 2024", "2024-01-02T01:00:00Z"],
		["20240102T100000Z", "2024-01-02T10:00:00Z"],
		["20240102T1000+0100", "2024-01-02T09:00:00Z"],
		["20240102T100000.5", "2024-01-02T01:00:00.500Z"],
	])("%j is %s", (text, expected) => {
		expect(read(text)).toEqual({ instant: Date.parse(expected) });
	});
});

describe("what had to be interpreted is taken, and shown as it was taken", () => {
	test.each([
		["2025/10/07", "2025-10-07"],
		["2024/1/2 9:05", "2024-01-02T09:05:00"],
		["2024/01/02 10:00:00 +0100", "2024-01-02T10:00:00+01:00"],
		["2024.1.2", "2024-01-02"],
		["2024. 1. 2.", "2024-01-02"],
		["2024_01_02", "2024-01-02"],
		["2024:01:02 10:00:00", "2024-01-02T10:00:00"],
		["2024年1月2日", "2024-01-02"],
		["2024年1月2日（火） 10:00", "2024-01-02T10:00:00"],
		["2024년 1월 2일", "2024-01-02"],
		["20240102", "2024-01-02"],
		["20240102 10:00", "2024-01-02T10:00:00"],
		["20240102100000", "2024-01-02T10:00:00"],
		["2024-01-02T1:5", "2024-01-02T01:05:00"],
		["2024-01-02 10:00:5", "2024-01-02T10:00:05"],
		["2024-01-02T 10:00", "2024-01-02T10:00:00"],
		["2024-01-02, 10h30", "2024-01-02T10:30:00"],
		["2024-01-02\n10:00", "2024-01-02T10:00:00"],
		["2023-01-29 18:30:22 2023 -0800", "2023-01-29T18:30:22-08:00"],
		["2024-01-02 10:00 PM", "2024-01-02T22:00:00"],
		["2024-01-02 12:05:10am", "2024-01-02T00:05:10"],
		["2024-01-02 12:05 p.m.", "2024-01-02T12:05:00"],
		["2024-01-02 10:00 EST", "2024-01-02T10:00:00-05:00"],
		["2024-01-02 10:00 CEST", "2024-01-02T10:00:00+02:00"],
		["2 Jan 2024 10:00 JST", "2024-01-02T10:00:00+09:00"],
		["Tue Jan 2 10:00:00 CET 2024", "2024-01-02T10:00:00+01:00"],
		["2024-01-02 10:00 GMT+1", "2024-01-02T10:00:00+01:00"],
		["2024-01-02 10:00 Asia/Tokyo", "2024-01-02T10:00:00+09:00"],
		["2024-07-02 10:00 America/New_York", "2024-07-02T10:00:00-04:00"],
		["2024-07-02 Europe/Berlin", "2024-07-02+02:00"],
		["2024-01-02T10:00:00[Europe/Paris]", "2024-01-02T10:00:00+01:00"],
		["2024-01-02T10:00:00+09:00[Asia/Tokyo]", "2024-01-02T10:00:00+09:00"],
		["1850-01-01 10:00 Europe/Berlin", "1850-01-01T09:06:32Z"],
		["2024-01-02 10:00 +09 00", "2024-01-02T10:00:00+09:00"],
		["2024-01-02 10:00 + 09:00", "2024-01-02T10:00:00+09:00"],
		["2024-01-02 10:00 +900", "2024-01-02T10:00:00+09:00"],
		["2024-01-02 10:00 −05:00", "2024-01-02T10:00:00-05:00"],
		['"2024-01-02"', "2024-01-02"],
		["“2 Jan 2024”", "2024-01-02"],
		["２０２４-01-02", "2024-01-02"],
		["2024–01–02", "2024-01-02"],
		["Tuesday 2024-01-02", "2024-01-02"],
		["25/12/2024", "2024-12-25"],
		["12/25/2024", "2024-12-25"],
		["29.2.2024", "2024-02-29"],
		["1/1/2024", "2024-01-01"],
		["25/12/2024, 10:00:00 AM", "2024-12-25T10:00:00"],
	])("%j is %s", (text, repaired) => {
		const { instant } = read(repaired) as { instant: number };
		expect(instant).toBeTypeOf("number");
		expect(read(text)).toEqual({ instant, repaired });
	});

	test("a zone that is named has its own skipped times", () => {
		expect(read("2024-03-10 02:30 America/New_York")).toEqual({
			instant: Date.parse("2024-03-10T07:30:00Z"),
			warning:
				"2024-03-10 02:30 America/New_York does not exist in America/New_York (the clock skipped it); 2024-03-10T07:30:00Z was taken",
			repaired: "2024-03-10T02:30:00-05:00",
		});
	});
});

describe("the day of the week is compared", () => {
	test.each([
		["Wed, 2 Jan 2024 10:00:00 +0900", "2024-01-02T10:00:00+09:00"],
		["Sunday, January 2, 2024", "2024-01-02"],
		// The second of January was a Tuesday, the first of February a Thursday.
		["Tue, 02/01/2024", "2024-01-02"],
		["Thu, 02/01/2024", "2024-02-01"],
	])("%s is %s", (text, repaired) => {
		expect(read(text)).toHaveProperty("repaired", repaired);
	});

	test("one that fits neither reading decides nothing", () => {
		expect(read("Sun, 02/01/2024")).toEqual({
			problem: "could be two dates: Sun, 02/01/2024",
			hint: "Write 2024-02-01 or 2024-01-02.",
		});
	});
});

describe("a date that can be two dates", () => {
	test.each([
		["03/04/2024", "Write 2024-03-04 or 2024-04-03."],
		["3.4.2024", "Write 2024-03-04 or 2024-04-03."],
		["3-4-2024", "Write 2024-03-04 or 2024-04-03."],
		[
			"03/04/2024 10:00 PM",
			"Write 2024-03-04T22:00:00 or 2024-04-03T22:00:00.",
		],
		["202401021000", "Write 1976-05-31T14:30:21Z or 2024-01-02T10:00:00."],
	])("%s is a problem that shows both", (text, hint) => {
		const problem = `could be two dates: ${text}`;
		expect(read(text)).toEqual({ problem, hint });
		expect(readDate(text, tokyo, "07:00", "2024-05-04")).toEqual({
			problem,
			hint,
		});
	});

	test.each([
		["03/04/2024", "2024-03-04", "2024-03-04"],
		["03/04/2024", "2024-04-03", "2024-04-03"],
		["3.4.2024 10:00", "2024-04-03", "2024-04-03T10:00:00"],
		["202401021000", "2024-01-02", "2024-01-02T10:00:00"],
		["2023-02-29 10:00", "2023-03-01", "2023-03-01T10:00:00"],
		["2023-04-31", "2023-05-01", "2023-05-01"],
	])("%s in a file named %s is %s", (text, nameDate, repaired) => {
		const { instant } = read(repaired) as { instant: number };
		expect(readDate(text, tokyo, "07:00", nameDate)).toEqual({
			instant,
			repaired,
		});
	});

	test.each(["2023-03-02", "2023-02-28", undefined])(
		"a day that does not exist stays wrong in a file named %s",
		(nameDate) => {
			expect(readDate("2023-02-29", tokyo, "07:00", nameDate)).toHaveProperty(
				"problem",
			);
		},
	);

	test.each([
		["2024-01-05", { instant: Date.parse("2024-01-04T22:00:00Z") }],
		["Jan 5, 2024", { instant: Date.parse("2024-01-04T22:00:00Z") }],
		[
			"13/04/2024",
			{ instant: Date.parse("2024-04-12T22:00:00Z"), repaired: "2024-04-13" },
		],
	])("%s wins over another date in the file's name", (text, expected) => {
		expect(readDate(text, tokyo, "07:00", "2024-02-03")).toEqual(expected);
	});

	test("the file's name mends no date that does not exist", () => {
		expect(readDate("2017-02-29", tokyo, "07:00", "2017-02-28")).toEqual({
			problem: "does not exist: February 2017 has 28 days (2017-02-29)",
			hint: "Write 2017-02-28 or 2017-03-01.",
		});
	});
});

describe("a year of two digits is a problem", () => {
	test.each([
		"01/02/24",
		"1.2.24 10:00",
		"24-01-02",
		"2 Jan 24",
		"Jan 2nd, '24",
		"Tuesday, 02-Jan-24 10:00:00 GMT",
	])("%s", (text) => {
		expect(read(text)).toEqual({
			problem: `has a year of two digits: ${text}`,
			hint: "Write the year in full, as in 2024-12-31.",
		});
	});
});

describe("what no date can be made of is a problem", () => {
	test.each([
		"2024-13-45",
		"2024-00-10",
		"2024-01-00",
		"2024/13/45",
		"Foo 2, 2024",
		"2024",
		"2024-01",
		"+2024-01-02",
		"-2024-01-02",
		"12024-01-02",
		"2024-001-02",
		"2024-01-02T",
		"2024-01-02T10",
		"2024-01-02 10",
		"2024-01-02 10:00.5",
		"2024-01-02T10:00:00.",
		"2024-01-02T10:00:00.1234567890Z",
		"2024-01-02 10:00 +09:75",
		"2024-01-02 13:00 PM",
		"2024-01-02-03",
		"2024-01-02-0500",
		"2024-01-02-hello",
		"2024-W01-2",
		"2024-01-0٢",
		"2023-01-29 18:30:22 2022 -0800",
		"2024-01-02 10:00 PST8PDT",
		"2024-01-02 10:00 IST",
		"2024-01-02 10:00 Foo/Bar",
		"2024-01-02 hello",
		"2024-31-02",
		"May 2024",
		"Jan 2",
		"Jan 2 10:00",
		"Foo 2 24",
		"15990516004",
		"159905160043900",
		"16/05/2016 and later",
		"12:30",
		"yesterday",
		"now",
		"true",
		"-1",
		"1e12",
		"NaN",
		"__proto__",
		"[object Object]",
	])("%j", (text) => {
		expect(read(text)).toEqual({
			problem: `is not a date: ${text}`,
			hint: ANY_DATE,
		});
	});

	test.each(["", "   ", "\n"])("%j is empty", (text) => {
		expect(read(text)).toEqual({ problem: "is empty", hint: ANY_DATE });
	});

	test("a long value is cut at 60 characters, never inside one", () => {
		expect(read("x".repeat(60))).toHaveProperty(
			"problem",
			`is not a date: ${"x".repeat(60)}`,
		);
		expect(read("x".repeat(61))).toHaveProperty(
			"problem",
			`is not a date: ${"x".repeat(60)}…`,
		);
		expect(read(`${"x".repeat(59)}😀😀`)).toHaveProperty(
			"problem",
			`is not a date: ${"x".repeat(59)}😀…`,
		);
	});

	test.each([
		["blanks", `2024-01-02${" ".repeat(1_000_000)}x`],
		["digits", "1".repeat(1_000_000)],
		["letters", `${"a".repeat(1_000_000)}, 2 2024`],
		["surrounding blanks", `${" ".repeat(1_000_000)}?`],
	])("a million %s end within the time of a test", (_, text) => {
		expect(read(text)).toHaveProperty("problem");
	});
});

describe("for any text", () => {
	const parts = fc.array(
		fc.constantFrom(
			..."0123456789",
			..."-+:./, TtZz",
			"2024-01-02",
			"10:00",
			"+09:00",
			"UTC",
			"Jan",
			"Tue, ",
			"PM",
			"/02/",
			"Asia/Tokyo",
			"(",
			"年",
			"\n",
			"\ud800",
		),
		{ maxLength: 12 },
	);

	test("there is an instant in the years 0001 to 9999, or a problem with a hint", () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					parts.map((p) => p.join("")),
				),
				(text) => {
					const reading = read(text);
					if ("instant" in reading) {
						expect(Number.isSafeInteger(reading.instant)).toBe(true);
						expect(formatInstant(reading.instant)).toMatch(/^\d{4}-/);
						// What was taken is itself a date that is taken as it stands.
						if (reading.repaired !== undefined)
							expect(read(reading.repaired)).toHaveProperty("instant");
					} else {
						expect(reading.problem.length).toBeLessThan(140);
						expect(reading.hint).toMatch(/^Write .*\.$/);
					}
				},
			),
			{ numRuns: 3_000 },
		);
	});

	test("an instant that is written is read back, in any zone and with any offset", () => {
		const instants = fc.date({
			min: new Date("0001-01-03T00:00:00Z"),
			max: new Date("9999-12-29T00:00:00Z"),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(
				instants,
				fc.integer({ min: -1439, max: 1439 }),
				(date, offset) => {
					const instant = date.getTime();
					const local = new Date(instant + offset * 60_000).toISOString();
					const size = Math.abs(offset);
					const [hours, minutes] = [Math.floor(size / 60), size % 60].map(
						(part) => String(part).padStart(2, "0"),
					);
					const text = `${local.slice(0, -1)}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
					expect(read(text)).toEqual({ instant });
					expect(readInstant(text)).toBe(instant);
					expect(readInstant(formatInstant(instant))).toBe(instant);
				},
			),
		);
	});
});

describe("readInstant", () => {
	test.each([
		["2024-01-02T10:00:00Z", "2024-01-02T10:00:00Z"],
		["2024-01-02t10:00:00z", "2024-01-02T10:00:00Z"],
		["2024-01-02T10:00:00.25+09:00", "2024-01-02T01:00:00.250Z"],
		["2024-01-02T10:00:00-00:00", "2024-01-02T10:00:00Z"],
	])("takes %s", (text, expected) => {
		expect(readInstant(text)).toBe(Date.parse(expected));
	});

	test.each([
		"",
		"2024-01-02",
		"2024-01-02T10:00:00",
		"2024-01-02T10:00Z",
		"2024-01-02 10:00:00Z",
		"2024-01-02T10:00:00 Z",
		" 2024-01-02T10:00:00Z",
		"2024-01-02T10:00:00Z\n",
		"2024-1-2T10:00:00Z",
		"2024-01-02T10:00:00+0900",
		"2024-01-02T10:00:00UTC",
		"2024-01-02T10:00:00,5Z",
		"2024-02-30T10:00:00Z",
		"2024-01-02T24:00:00Z",
		"2016-12-31T23:59:60Z",
		"2024-01-02T10:00:00+24:00",
		"0000-01-01T00:00:00Z",
		"1704189600",
		"now",
	])("does not take %j", (text) => {
		expect(readInstant(text)).toBeUndefined();
	});
});

describe("formatInstant", () => {
	test.each([
		[0, "1970-01-01T00:00:00Z"],
		[1704189600000, "2024-01-02T10:00:00Z"],
		[1704189600120, "2024-01-02T10:00:00.120Z"],
		[-62135596800000, "0001-01-01T00:00:00Z"],
		[253402300799999, "9999-12-31T23:59:59.999Z"],
	])("writes %i as %s", (instant, expected) => {
		expect(formatInstant(instant)).toBe(expected);
	});
});

test.each(["UTC", "Asia/Tokyo", "America/New_York", "Pacific/Apia"])(
	"nothing depends on the zone of the machine: %s",
	(TZ) => {
		const url = (file: string) =>
			JSON.stringify(new URL(`../src/${file}`, import.meta.url).href);
		const code = `
			import { readDate, formatInstant } from ${url("dates.ts")};
			import { createZone } from ${url("zones.ts")};
			const zone = createZone("Australia/Lord_Howe");
			const texts = ["2024-07-02", "2024-10-06 02:15", "2011-12-30 00:00", "2024-03-10T02:30", "1900-01-01", "2024/07/02", "Jan 2, 2024"];
			for (const text of texts) console.log(JSON.stringify(readDate(text, zone, "00:00")));
		`;
		const { stdout, stderr } = spawnSync(
			process.execPath,
			["--import", "tsx", "--input-type=module", "--eval", code],
			{ encoding: "utf8", env: { ...process.env, TZ } },
		);
		expect(stderr).toBe("");
		expect(
			stdout
				.trim()
				.split("\n")
				.map((line) => JSON.parse(line)),
		).toEqual([
			{ instant: Date.parse("2024-07-01T13:30:00Z") },
			{
				instant: Date.parse("2024-10-05T15:45:00Z"),
				warning:
					"2024-10-06 02:15 does not exist in Australia/Lord_Howe (the clock skipped it); 2024-10-05T15:45:00Z was taken",
			},
			{ instant: Date.parse("2011-12-29T13:00:00Z") },
			{ instant: Date.parse("2024-03-09T15:30:00Z") },
			{ instant: Date.parse("1899-12-31T14:00:00Z") },
			{
				instant: Date.parse("2024-07-01T13:30:00Z"),
				repaired: "2024-07-02",
			},
			{ instant: Date.parse("2024-01-01T13:00:00Z") },
		]);
	},
);
