/**
 * The ways in which people and programs spell dates: RFC 3339 and YAML's timestamps (https://yaml.org/type/timestamp.html)
 * with an offset or without, RFC 2822 (section 3.3, obsolete zones 4.3), JavaScript's Date text
 * (https://tc39.es/ecma262/#sec-todatestring), seconds and milliseconds since the epoch, and what is none of these but
 * can be read. The calendar and the clock are not looked at here.
 */

import { isTimeZone, type LocalTime } from "./zones.ts";

/** A date as it was written; it may be one that the calendar does not have. */
export interface Written extends LocalTime {
	/** False for a date alone. */
	readonly hasTime: boolean;
	/** In minutes, east of Greenwich positive; undefined when none is written. */
	readonly offset: number | undefined;
	/** The IANA name of a zone, where one is written in place of an offset. */
	readonly zone?: string | undefined;
}

/** What a text in another spelling than RFC 3339's can mean. */
export interface Spelling {
	/** One, or two where it is open which number is the month. */
	readonly dates: readonly Written[];
	/** True when the spelling is a documented one, so that nothing had to be interpreted. */
	readonly isPlain: boolean;
	/** From 0 for Sunday, where a day of the week is written. */
	readonly weekday?: number | undefined;
}

type LocalDay = Pick<Written, "year" | "month" | "day">;

type Clock = Omit<Written, "year" | "month" | "day"> & { isPlain: boolean };

/** The English names of the months. */
export const MONTHS =
	"January February March April May June July August September October November December".split(
		" ",
	);

const WEEKDAYS =
	"sunday monday tuesday wednesday thursday friday saturday".split(" ");

// No date is longer, and nothing longer is worth a search.
const LONGEST = 100;

/** Minutes east of Greenwich: UTC, and the names that RFC 2822 has, section 4.3. */
const PLAIN_ZONES = new Map<string, number>([
	...["z", "ut", "utc", "gmt"].map((name) => [name, 0] as const),
	...["est", "cst", "mst", "pst"].map(
		(name, index) => [name, -300 - 60 * index] as const,
	),
	...["edt", "cdt", "mdt", "pdt"].map(
		(name, index) => [name, -240 - 60 * index] as const,
	),
]);

/** Names in wide use that stand for one offset only, unlike IST or BST. */
const OTHER_ZONES = new Map([
	["wet", 0],
	["west", 60],
	["cet", 60],
	["cest", 120],
	["eet", 120],
	["eest", 180],
	["jst", 540],
	["kst", 540],
	["aest", 600],
	["aedt", 660],
	["nzst", 720],
	["nzdt", 780],
]);

// `\d` is ASCII only. One digit is enough for what people write so: months, days, hours.
const FORM =
	/^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:(?:t|[ \t]+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?)?(?:[ \t]*(?<offset>z|utc|gmt|[+-](?:\d{1,2}(?::[0-5]\d)?|\d{2}[0-5]\d)))?$/i;

/** Dates at the start of a text; of a first and a second number either may be the month. */
const DATES: readonly { form: RegExp; isPlain: boolean }[] = [
	// 2024/01/02, 2024.1.2, 2024. 1. 2.
	{
		form: /^(?<year>\d{4})(?<mark>[-/._: ]) ?(?<month>\d{1,2})\k<mark> ?(?<day>\d{1,2})(?!\d)\.?/,
		isPlain: false,
	},
	// 2024年1月2日(火), 2024년 1월 2일
	{
		form: /^(?<year>\d{4}) ?[年년] ?(?<month>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日일]/,
		isPlain: false,
	},
	// 1/2/2024, 2.1.2024
	{
		form: /^(?<first>\d{1,2})(?<mark>[-/._]) ?(?<second>\d{1,2})\k<mark> ?(?<year>\d{4})(?!\d)/,
		isPlain: false,
	},
	// Jan 2, 2024
	{
		form: /^(?<name>[a-z]{3,9})\.?[ /-](?<day>\d{1,2})(?:st|nd|rd|th)?(?:, ?|[ /-])(?<year>\d{4})(?!\d)/i,
		isPlain: true,
	},
	// 2 January 2024, 2nd of Jan. 2024, 02-Jan-2024
	{
		form: /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[ /-]?(?:of )?(?<name>[a-z]{3,9})\.?(?:, ?|[ /-])(?<year>\d{4})(?!\d)/i,
		isPlain: true,
	},
	// 2024 January 2, 2024-Jan-02
	{
		form: /^(?<year>\d{4})(?:, ?|[ /-])(?<name>[a-z]{3,9})\.?[ /-](?<day>\d{1,2})(?!\d)(?:st|nd|rd|th)?/i,
		isPlain: true,
	},
];

const TIME =
	/^(?:, ?| ?t ?|,? at | @ ?| )(?<hour>\d{1,2})(?:(?<mark>[:h])(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9}))?)?)?(?: ?(?<half>[ap])\.?m\b\.?)?(?: (?<again>\d{4})(?!\d))?/i;

const ZONE =
	/^ ?(?<zone>(?:(?:gmt|utc?) ?)?[+-] ?\d{1,2}(?:[: ]?[0-5]\d)?|[a-z]{1,5}|[a-z_]+(?:\/[\w+-]+){1,2})?(?: ?\([^()]*\)| ?\[(?<bracket>[a-z_]+(?:\/[\w+-]+){1,2})\])?$/i;

const findName = (names: readonly string[], start: string) =>
	start.length < 3
		? -1
		: names.findIndex((name) =>
				name.toLowerCase().startsWith(start.toLowerCase()),
			);

/** Reads `Z`, `UTC`, `+9`, `+09`, `+0900`, `+09:00` or `GMT+0900` as minutes. */
function readOffset(offset: string): number {
	const digits = /([+-])(\d{1,2}?):?(\d{2})?$/.exec(offset.replace(/ /g, ""));
	if (!digits) return 0;
	const [, sign, hours, minutes] = digits;
	return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

const readFraction = (fraction = "") =>
	Number(fraction.slice(0, 3).padEnd(3, "0"));

/** Takes a text apart that has the form of RFC 3339 or of YAML's timestamps. */
export function parseForm(text: string): Written | undefined {
	const groups = text.length > LONGEST ? undefined : FORM.exec(text)?.groups;
	if (!groups) return undefined;
	const { hour, offset } = groups;
	// A date alone may have an offset, as in XML Schema (2024-01-02Z, 2024-01-02+09:00); 2024-01-02-03 has none.
	if (/^\d+-\d+-\d+-\d+$/.test(text)) return undefined;
	return {
		year: Number(groups.year),
		month: Number(groups.month),
		day: Number(groups.day),
		hour: Number(hour ?? 0),
		minute: Number(groups.minute ?? 0),
		second: Number(groups.second ?? 0),
		millisecond: readFraction(groups.fraction),
		hasTime: hour !== undefined,
		offset: offset === undefined ? undefined : readOffset(offset),
	};
}

/** Reads what follows a time, or a date alone: an offset, the name of a zone, a remark in parentheses. */
function parseZone(
	text: string,
): Pick<Clock, "offset" | "zone" | "isPlain"> | undefined {
	const groups = ZONE.exec(text)?.groups;
	if (!groups) return undefined;
	const { zone, bracket } = groups;
	const name = (zone ?? bracket ?? "").toLowerCase();
	if (name === "") return { offset: undefined, isPlain: true };
	const known = PLAIN_ZONES.get(name) ?? OTHER_ZONES.get(name);
	if (known !== undefined)
		return { offset: known, isPlain: PLAIN_ZONES.has(name) && !bracket };
	if (name.includes("/")) {
		const iana = zone ?? bracket ?? "";
		return isTimeZone(iana)
			? { offset: undefined, zone: iana, isPlain: false }
			: undefined;
	}
	if (!/\d/.test(name)) return undefined;
	const isPlain = /^(?:gmt|utc?)?[+-]\d{2}:?\d{2}$/.test(name) && !bracket;
	return { offset: readOffset(name), isPlain };
}

/** Reads an hour of the twelve-hour clock; undefined when that clock does not have it. */
function readHour(hour: number, half: string | undefined): number | undefined {
	if (half === undefined) return hour;
	if (hour < 1 || hour > 12) return undefined;
	return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** Reads all that follows the date. */
function parseClock(text: string, year: number): Clock | undefined {
	const match = TIME.exec(text);
	const groups = match?.groups;
	if (!match || !groups || (!groups.minute && !groups.half)) {
		const zone = /^(?![^ (])/.test(text) ? parseZone(text) : undefined;
		const midnight = { hour: 0, minute: 0, second: 0, millisecond: 0 };
		return zone && { ...midnight, hasTime: false, ...zone };
	}
	const { minute = "00", second = "00", mark, again, half } = groups;
	const hour = readHour(Number(groups.hour), half);
	const zone = parseZone(text.slice(match[0].length));
	if (hour === undefined || !zone) return undefined;
	if (again !== undefined && Number(again) !== year) return undefined;
	return {
		hour,
		minute: Number(minute),
		second: Number(second),
		millisecond: readFraction(groups.fraction),
		hasTime: true,
		...zone,
		isPlain:
			zone.isPlain &&
			again === undefined &&
			minute.length + second.length === 4 &&
			mark !== "h",
	};
}

/** Makes days of the parts of a date; none when it names a month that there is not. */
function parseDays(groups: Record<string, string | undefined>): LocalDay[] {
	const { year, month, day, name, first, second } = groups;
	const make = (m: number, d: number) => ({
		year: Number(year),
		month: m,
		day: d,
	});
	if (first !== undefined)
		return [
			make(Number(first), Number(second)),
			make(Number(second), Number(first)),
		];
	if (name === undefined) return [make(Number(month), Number(day))];
	const index = findName(MONTHS, name);
	return index < 0 ? [] : [make(index + 1, Number(day))];
}

/** Reads a date that begins with its date part. */
function parseDate(text: string): Spelling | undefined {
	for (const { form, isPlain } of DATES) {
		const match = form.exec(text);
		const days = match?.groups ? parseDays(match.groups) : [];
		const [day] = days;
		if (!match || !day) continue;
		const rest = text
			.slice(match[0].length)
			.replace(/^ ?\([月火水木金土日]\)/, "");
		const clock = parseClock(rest, day.year);
		if (!clock) continue;
		const { isPlain: isClockPlain, ...time } = clock;
		return {
			dates: days.map((each) => ({ ...each, ...time })),
			isPlain: isPlain && isClockPlain,
		};
	}
	return undefined;
}

/** Writes an instant as a date in UTC. */
function toWritten(instant: number): Written {
	const date = new Date(instant);
	return {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		hour: date.getUTCHours(),
		minute: date.getUTCMinutes(),
		second: date.getUTCSeconds(),
		millisecond: date.getUTCMilliseconds(),
		hasTime: true,
		offset: 0,
	};
}

/** Reads what is written without marks: `20240102`, `20240102T100000Z`, `20240102 10:00`, a count since the epoch. */
function parsePacked(text: string): Spelling | undefined {
	const unpacked = text.replace(
		/^(\d{4})(\d{2})(\d{2})(?:[t ]?(\d{2})(\d{2})(\d{2})?(?![\d:]))?(?!\d)/i,
		(_, year, month, day, hour, minute, second = "00") =>
			`${year}-${month}-${day}${hour ? ` ${hour}:${minute}:${second}` : ""}`,
	);
	const packed = unpacked === text ? undefined : parseDate(unpacked);
	if (/^(?:\d{9,10}|\d{12,13})$/.test(text)) {
		const counted = toWritten(Number(text) * (text.length > 10 ? 1 : 1000));
		return { dates: [counted, ...(packed?.dates ?? [])], isPlain: true };
	}
	// ISO 8601 has this form too, its basic one.
	const isPlain = /^\d{8}T\d{4}(?:\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{4})?$/i.test(
		text,
	);
	return packed && { ...packed, isPlain };
}

/** Moves the year of C's ctime before the time: `Jan 2 10:00:00 2024`, `Jan 2 10:00:00 CET 2024`. */
const moveYear = (text: string) =>
	text.replace(
		/^([a-z]{3,9} \d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?(?: [a-z]{1,5}| [+-]\d{4})?) (\d{4})$/i,
		"$1 $3 $2",
	);

/** Takes the quotes from a text, and puts ASCII in place of other dashes and of wide digits. */
const straighten = (text: string) =>
	text
		.normalize("NFKC")
		.replace(/[\u2010-\u2015\u2212]/g, "-")
		.replace(/^["'`\u2018-\u201f]+|["'`\u2018-\u201f]+$/g, "")
		.trim();

/** Parts a day of the week from the date that follows it. */
function splitWeekday(text: string): { weekday?: number; rest: string } {
	const [all = "", name = ""] = /^([a-z]{3,9})\.?(?:, ?| )/i.exec(text) ?? [];
	const weekday = findName(WEEKDAYS, name);
	return weekday < 0
		? { rest: text }
		: { weekday, rest: text.slice(all.length) };
}

/**
 * Reads a date in any other spelling than `parseForm` does.
 * @param text without blanks around it.
 */
export function readSpelling(text: string): Spelling | undefined {
	if (text.length > LONGEST) return undefined;
	const spaced = text.replace(/\s+/g, " ");
	const straight = straighten(spaced);
	const { weekday, rest } = splitWeekday(straight);
	const spelling = parsePacked(rest) ?? parseDate(moveYear(rest));
	if (!spelling) return undefined;
	const isPlain = spelling.isPlain && straight === spaced;
	return { ...spelling, isPlain, weekday };
}

/** Tells whether a text looks like a date whose year has two digits: `1/2/24`, `24-01-02`, `2 Jan 24`. */
export function hasShortYear(text: string): boolean {
	if (text.length > LONGEST) return false;
	const { rest } = splitWeekday(straighten(text.replace(/\s+/g, " ")));
	if (/^\d{1,2}([-/._]) ?\d{1,2}\1 ?'?\d{2}(?![\d:])/.test(rest)) return true;
	const [, before, after] =
		/^(?:([a-z]{3,9})\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)?[ /-]?([a-z]{3,9})\.?)(?:st|nd|rd|th)?(?:, ?|[ /-])'?\d{2}(?![\d:])/i.exec(
			rest,
		) ?? [];
	return findName(MONTHS, before ?? after ?? "") >= 0;
}
