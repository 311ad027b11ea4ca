/**
 * Dates as people write them: read strictly, so that nothing is guessed silently, with a hint that shows what to write.
 * The accepted forms are those of RFC 3339 and of YAML's timestamps (https://yaml.org/type/timestamp.html), an offset
 * being optional. Nothing depends on the machine's zone, so `new Date(text)` is not used.
 */

import { showText } from "./characters.ts";
import { createZone, type LocalTime, type Zone } from "./zones.ts";

/**
 * What a text says. `instant` is in milliseconds since the epoch, `warning` a sentence; `problem` is what follows the
 * key in a message (example: `is not a date: 2024-13-45`), `hint` the way out.
 */
export type DateReading =
	| { readonly instant: number; readonly warning?: string }
	| { readonly problem: string; readonly hint: string };

type Flaw = Extract<DateReading, { problem: string }>;

/** A text in one of the accepted forms, not yet checked against the calendar and the clock. */
interface Written extends LocalTime {
	/** False for a date alone. */
	readonly hasTime: boolean;
	/** In minutes, east of Greenwich positive; undefined when none is written. */
	readonly offset: number | undefined;
}

const ANY_DATE = "Write it as 2024-12-31 or 2024-12-31T10:00:00+02:00.";

const MONTHS =
	"January February March April May June July August September October November December".split(
		" ",
	);

// `\d` is ASCII only. One digit is enough for what people write so: months, days, hours.
const FORM =
	/^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:(?:t|[ \t]+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?)?(?:[ \t]*(?<offset>z|utc|gmt|[+-](?:\d{1,2}(?::[0-5]\d)?|\d{2}[0-5]\d)))?$/i;

// No date is longer, and nothing longer is worth a search.
const LONGEST = 100;

const UTC = createZone("UTC");
/** 0001-01-01T00:00:00Z, before which no date is taken; in milliseconds since the epoch. */
export const FIRST_INSTANT = -62_135_596_800_000;
const LAST_INSTANT = 253_402_300_799_999; // 9999-12-31T23:59:59.999Z

const two = (value: number) => String(value).padStart(2, "0");

/** Reads `Z`, `UTC`, `+9`, `+09`, `+0900` or `+09:00` as minutes. */
function readOffset(offset: string): number {
	const digits = /^([+-])(\d{1,2}?):?(\d{2})?$/.exec(offset);
	if (!digits) return 0;
	const [, sign, hours, minutes] = digits;
	return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

/** Takes a text apart that has one of the accepted forms. */
function parseForm(text: string): Written | undefined {
	const groups = text.length > LONGEST ? undefined : FORM.exec(text)?.groups;
	if (!groups) return undefined;
	const { hour, offset, fraction = "" } = groups;
	// A date alone may have an offset, as in XML Schema (2024-01-02Z, 2024-01-02+09:00); 2024-01-02-03 has none.
	if (/^\d+-\d+-\d+-\d+$/.test(text)) return undefined;
	return {
		year: Number(groups.year),
		month: Number(groups.month),
		day: Number(groups.day),
		hour: Number(hour ?? 0),
		minute: Number(groups.minute ?? 0),
		second: Number(groups.second ?? 0),
		millisecond: Number(fraction.slice(0, 3).padEnd(3, "0")),
		hasTime: hour !== undefined,
		offset: offset === undefined ? undefined : readOffset(offset),
	};
}

/** Spells a date in RFC 3339's form, as far as it was written. */
function spell(written: Written): string {
	const { year, month, day, hour, minute, second, millisecond } = written;
	const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
	const offset = spellOffset(written.offset);
	if (!written.hasTime) return date + offset;
	const fraction = millisecond
		? `.${String(millisecond).padStart(3, "0")}`
		: "";
	return `${date}T${two(hour)}:${two(minute)}:${two(second)}${fraction}${offset}`;
}

function spellOffset(offset: number | undefined): string {
	if (offset === undefined) return "";
	if (offset === 0) return "Z";
	const size = Math.abs(offset);
	return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const countDays = (year: number, month: number) =>
	new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** Finds what the calendar and the clock do not have. */
function findFlaw(written: Written, found: string): Flaw | undefined {
	const { year, month, day, hour, minute, second, millisecond } = written;
	const lacks = (reason: string, hint: string): Flaw => ({
		problem: `does not exist: ${reason} (${found})`,
		hint,
	});
	if (month < 1 || month > 12 || day < 1)
		return { problem: `is not a date: ${found}`, hint: ANY_DATE };
	const days = countDays(year, month);
	if (day > days)
		return lacks(
			`${MONTHS[month - 1]} ${year} has ${days} days`,
			`Write a day from 1 to ${days}.`,
		);
	if (hour === 24 && minute + second + millisecond === 0)
		return lacks(
			"a day ends where the next one begins",
			"Write 00:00 of the next day.",
		);
	if (hour > 23)
		return lacks("a day has 24 hours", "Write an hour from 00 to 23.");
	if (minute > 59)
		return lacks("an hour has 60 minutes", "Write a minute from 00 to 59.");
	if (Math.abs(written.offset ?? 0) >= 24 * 60)
		return lacks(
			"an offset is less than 24 hours",
			"Write an offset from -23:59 to +23:59.",
		);
	// Leap seconds are in RFC 3339, but not in what programs and readers count with.
	if (second === 60)
		return lacks(
			"leap seconds cannot be used",
			`Write it as ${spell({ ...written, second: 59, millisecond: 0 })}.`,
		);
	if (second > 60)
		return lacks("a minute has 60 seconds", "Write a second from 00 to 59.");
	return undefined;
}

const orderByMonthName = (
	day: string,
	name: string,
	year: string,
	rest: string,
): string[] => {
	const month = MONTHS.findIndex((each) =>
		each.toLowerCase().startsWith(name.toLowerCase()),
	);
	return month < 0 ? [] : [`${year}-${month + 1}-${day}${rest}`];
};

/** Other spellings, and how each would be written in an accepted form; several if it could mean several dates. */
const SPELLINGS: readonly [
	pattern: RegExp,
	respell: (...parts: string[]) => string[],
][] = [
	// 2024/01/02 10:00, 2024.1.2
	[
		/^(\d{4})([/._])(\d{1,2})\2(\d{1,2})(\D.*)?$/,
		(year, _, month, day, rest) => [`${year}-${month}-${day}${rest}`],
	],
	// 2024年1月2日
	[
		/^(\d{4})年(\d{1,2})月(\d{1,2})日(.*)$/,
		(year, month, day, rest) => [`${year}-${month}-${day}${rest}`],
	],
	// 20240102
	[
		/^(\d{4})(\d{2})(\d{2})$/,
		(year, month, day) => [`${year}-${month}-${day}`],
	],
	// 20240102T100000Z
	[
		/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(.*)$/i,
		(year, month, day, hour, minute, second, rest) => [
			`${year}-${month}-${day}T${hour}:${minute}:${second}${rest}`,
		],
	],
	// 1/2/2024
	[
		/^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(\D.*)?$/,
		(a, _, b, year, rest) => [
			`${year}-${a}-${b}${rest}`,
			`${year}-${b}-${a}${rest}`,
		],
	],
	// Jan 2, 2024
	[
		/^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(\D.*)?$/i,
		(name = "", day = "", year = "", rest = "") =>
			orderByMonthName(day, name, year, rest),
	],
	// Tue, 2 Jan 2024 10:00:00 +0900
	[
		/^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(\D.*)?$/i,
		(day = "", name = "", year = "", rest = "") =>
			orderByMonthName(day, name, year, rest),
	],
	// 2024-01-02 10:00 PM
	[
		/^(\d{4}-\d{1,2}-\d{1,2}[T ]+)(\d{1,2})(:\d{2}(?::\d{2})?) ?([ap])\.?m\.?$/i,
		(date, hour, rest, half) =>
			Number(hour) < 1 || Number(hour) > 12
				? []
				: [
						`${date}${(Number(hour) % 12) + (half?.toLowerCase() === "p" ? 12 : 0)}${rest}`,
					],
	],
	// Seconds, and milliseconds, since the epoch
	[/^(\d{9,10})$/, (seconds) => [formatInstant(Number(seconds) * 1000)]],
	[/^(\d{12,13})$/, (milliseconds) => [formatInstant(Number(milliseconds))]],
];

/** Shows how to write the author's own date, if there is no doubt which one it is, else how dates are written. */
function hintAt(text: string): string {
	if (text.length > LONGEST) return ANY_DATE;
	const meant = new Set<string>();
	for (const [pattern, respell] of SPELLINGS) {
		const [, ...parts] = pattern.exec(text) ?? [];
		if (parts.length === 0) continue;
		for (const candidate of respell(...parts.map((part) => part ?? ""))) {
			const written = parseForm(candidate.trim());
			if (written && !findFlaw(written, candidate)) meant.add(spell(written));
		}
	}
	const [only] = meant;
	return only && meant.size === 1 ? `Write it as ${only}.` : ANY_DATE;
}

/** Says what was taken for a time that the clocks of a zone skipped or repeated. */
function warnOf(
	oddity: "skipped" | "repeated",
	local: string,
	zone: Zone,
	instant: number,
): string {
	const taken = formatInstant(instant);
	return oddity === "skipped"
		? `${local} does not exist in ${zone.name} (the clock skipped it); ${taken} was taken`
		: `${local} occurs twice in ${zone.name} (the clock was set back); the earlier, ${taken}, was taken`;
}

function setTime(written: Written, time: string): Written {
	const [hour = 0, minute = 0, second = 0] = time.split(":").map(Number);
	return { ...written, hour, minute, second };
}

/**
 * Reads a date as an author wrote it.
 * @param zone where a date without an offset is.
 * @param dateOnlyTime the time of day of a date alone: `HH:MM` or `HH:MM:SS`.
 */
export function readDate(
	text: string,
	zone: Zone,
	dateOnlyTime: string,
): DateReading {
	const trimmed = text.trim();
	const found = showText(trimmed);
	if (trimmed === "") return { problem: "is empty", hint: ANY_DATE };
	const written = parseForm(trimmed);
	if (!written)
		return { problem: `is not a date: ${found}`, hint: hintAt(trimmed) };
	const flaw = findFlaw(written, found);
	if (flaw) return flaw;

	const { hasTime, offset } = written;
	const local = hasTime ? written : setTime(written, dateOnlyTime);
	const { instant: wall, oddity } = (
		offset === undefined ? zone : UTC
	).toInstant(local);
	const instant = wall - (offset ?? 0) * 60_000;
	if (instant < FIRST_INSTANT || instant > LAST_INSTANT)
		return {
			problem: `is not within the years 0001 to 9999 in UTC: ${found}`,
			hint: "Write a year from 0001 to 9999.",
		};
	if (!oddity) return { instant };
	const shown = hasTime ? found : `${found} ${dateOnlyTime}`;
	return { instant, warning: warnOf(oddity, shown, zone, instant) };
}

const RFC3339 =
	/^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:z|[+-]\d{2}:\d{2})$/i;

/**
 * Reads an instant in RFC 3339's form, the offset included.
 * @returns milliseconds since the epoch; undefined when the text is anything else.
 */
export function readInstant(text: string): number | undefined {
	if (!RFC3339.test(text)) return undefined;
	const reading = readDate(text, UTC, "00:00");
	return "instant" in reading ? reading.instant : undefined;
}

/**
 * Finds the date with which a file name begins: `2024-01-02-hello` has the date `2024-01-02` and the rest `hello`.
 * @param name without the extension.
 * @returns the date as it is written, which may be one that does not exist; undefined when there is none.
 */
export function readFileNameDate(
	name: string,
): { date: string; rest: string } | undefined {
	const [, date, rest = ""] =
		/^(\d{4}-\d{2}-\d{2})(?:-(.*))?$/s.exec(name) ?? [];
	return date === undefined ? undefined : { date, rest };
}

/** Writes an instant in RFC 3339's form and in UTC, for messages: `2024-01-02T10:00:00Z`, a fraction where there is one. */
export function formatInstant(instant: number): string {
	return new Date(instant).toISOString().replace(".000Z", "Z");
}
