/**
 * Dates as people write them: what names exactly one date is taken, what had to be interpreted is taken and told of, the
 * rest is refused with the dates that it could have been. Nothing depends on the machine's zone or locale, so
 * `new Date(text)` is not used.
 */

import { showText } from "./characters.ts";
import {
	hasShortYear,
	MONTHS,
	parseForm,
	readSpelling,
	type Spelling,
	type Written,
} from "./date-spellings.ts";
import { createZone, type Zone } from "./zones.ts";

/**
 * What a text says. `instant` is in milliseconds since the epoch, `warning` a sentence, `repaired` the date that was
 * taken, in RFC 3339's form as far as it was written (example: `2025-10-07` for `2025/10/07`), where the author's
 * spelling had to be interpreted; `problem` is what follows the key in a message (example: `is not a date: 2024-13-45`),
 * `hint` the way out.
 */
export type DateReading =
	| {
			readonly instant: number;
			readonly warning?: string;
			readonly repaired?: string;
	  }
	| { readonly problem: string; readonly hint: string };

type Flaw = Extract<DateReading, { problem: string }>;

const ANY_DATE = "Write it as 2024-12-31 or 2024-12-31T10:00:00+02:00.";

const UTC = createZone("UTC");
/** 0001-01-01T00:00:00Z, before which no date is taken; in milliseconds since the epoch. */
export const FIRST_INSTANT = -62_135_596_800_000;
const LAST_INSTANT = 253_402_300_799_999; // 9999-12-31T23:59:59.999Z

const two = (value: number) => String(value).padStart(2, "0");

const spellDay = ({ year, month, day }: Written) =>
	`${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

/** Spells a date in RFC 3339's form, as far as it was written. */
function spell(written: Written): string {
	const { hour, minute, second, millisecond } = written;
	const date = spellDay(written);
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

/** Counts the days of a month; none where the year has no such month. */
export function countDays(year: number, month: number): number {
	if (month < 1 || month > 12) return 0;
	return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

const isRealDay = ({ year, month, day }: Written) =>
	day >= 1 && day <= countDays(year, month);

const findWeekday = ({ year, month, day }: Written) =>
	new Date(Date.UTC(2000 + (year % 400), month - 1, day)).getUTCDay();

const lacks = (reason: string, found: string, hint: string): Flaw => ({
	problem: `does not exist: ${reason} (${found})`,
	hint,
});

/** Finds a day that the calendar does not have, and the days that may be meant. */
function findDayFlaw(written: Written, found: string): Flaw | undefined {
	if (isRealDay(written)) return undefined;
	const { year, month, day } = written;
	const show = (change: Partial<Written>) => {
		const meant = { ...written, ...change };
		return findClockFlaw(meant, found) ? spellDay(meant) : spell(meant);
	};
	const swapped = { ...written, month: day, day: month };
	if (month > 12 && isRealDay(swapped))
		return lacks(
			"a year has 12 months",
			found,
			`Write ${show(swapped)}, or a month from 01 to 12.`,
		);
	const days = countDays(year, month);
	if (days === 0 || day < 1)
		return { problem: `is not a date: ${found}`, hint: ANY_DATE };
	return lacks(
		`${MONTHS[month - 1]} ${year} has ${days} days`,
		found,
		day > 31
			? `Write a day from 1 to ${days}.`
			: `Write ${show({ day: days })} or ${show({ month: month + 1, day: 1 })}.`,
	);
}

/** Finds a time that the clock does not have. */
function findClockFlaw(written: Written, found: string): Flaw | undefined {
	const { hour, minute, second, millisecond, offset } = written;
	if (hour === 24 && minute + second + millisecond === 0)
		return lacks(
			"a day ends where the next one begins",
			found,
			"Write 00:00 of the next day.",
		);
	if (hour > 23)
		return lacks("a day has 24 hours", found, "Write an hour from 00 to 23.");
	if (minute > 59)
		return lacks(
			"an hour has 60 minutes",
			found,
			"Write a minute from 00 to 59.",
		);
	if (Math.abs(offset ?? 0) >= 24 * 60)
		return lacks(
			"an offset is less than 24 hours",
			found,
			"Write an offset from -23:59 to +23:59.",
		);
	// Leap seconds are in RFC 3339, but not in what programs and readers count with.
	if (second === 60)
		return lacks(
			"leap seconds cannot be used",
			found,
			`Write it as ${spell({ ...written, second: 59, millisecond: 0 })}.`,
		);
	return second > 60
		? lacks("a minute has 60 seconds", found, "Write a second from 00 to 59.")
		: undefined;
}

const findFlaw = (written: Written, found: string) =>
	findDayFlaw(written, found) ?? findClockFlaw(written, found);

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

/** A date that was chosen, and whether its spelling had to be interpreted. */
interface Choice {
	readonly written: Written;
	readonly isRepaired: boolean;
}

/** Chooses the one date that a spelling means: the file name's, else that on the day of the week, else the only one. */
function choose(
	{ dates, isPlain, weekday }: Spelling,
	found: string,
	nameDate: string | undefined,
): Choice | Flaw {
	const real = dates.filter((date) => !findFlaw(date, found));
	const distinct = [
		...new Map(real.map((date) => [spell(date), date])).values(),
	];
	const fits = (date: Written) =>
		weekday === undefined || findWeekday(date) === weekday;
	const fitting = distinct.filter(fits);
	const written =
		distinct.find((date) => spellDay(date) === nameDate) ??
		(fitting.length === 1 ? fitting[0] : undefined) ??
		(distinct.length === 1 ? distinct[0] : undefined);
	if (written)
		return {
			written,
			isRepaired: !isPlain || distinct.length > 1 || !fits(written),
		};
	if (distinct.length > 1)
		return {
			problem: `could be two dates: ${found}`,
			hint: `Write ${distinct.map(spell).join(" or ")}.`,
		};
	// Of two that do not exist, the one whose month does is the one to speak of.
	const [near] = dates.filter((date) => date.month <= 12);
	const [first] = dates;
	const meant = near ?? first;
	return (
		(meant && findFlaw(meant, found)) ?? {
			problem: `is not a date: ${found}`,
			hint: ANY_DATE,
		}
	);
}

/** 29 February of any year is a day to JavaScript, 1 March in most; it counts where the file's name says that day. */
function rollDay(written: Written, nameDate: string): Written | undefined {
	const { year, month, day } = written;
	const days = countDays(year, month);
	const rolled = { ...written, month: month + 1, day: day - days };
	return days > 0 && day > days && spellDay(rolled) === nameDate
		? rolled
		: undefined;
}

/** Finds the date that a text means, by RFC 3339's form or by another spelling. */
function findDate(text: string, nameDate: string | undefined): Choice | Flaw {
	const found = showText(text);
	const written = parseForm(text);
	const spelling = written ? undefined : readSpelling(text);
	const [only = written] = spelling?.dates.slice(0, 1) ?? [];
	const rolled = only && nameDate ? rollDay(only, nameDate) : undefined;
	if (rolled && !findFlaw(rolled, found))
		return { written: rolled, isRepaired: true };
	if (written)
		return findFlaw(written, found) ?? { written, isRepaired: false };
	if (spelling) return choose(spelling, found, nameDate);
	return hasShortYear(text)
		? {
				problem: `has a year of two digits: ${found}`,
				hint: "Write the year in full, as in 2024-12-31.",
			}
		: { problem: `is not a date: ${found}`, hint: ANY_DATE };
}

/** Spells what was taken; where a zone is named in the text, with the offset that it had. */
function spellTaken(written: Written, local: Written, instant: number): string {
	if (written.zone === undefined) return spell(written);
	const offset = (UTC.toInstant(local).instant - instant) / 60_000;
	// The local mean times of the nineteenth century have seconds.
	if (!Number.isInteger(offset)) return formatInstant(instant);
	return spell({ ...written, offset });
}

/**
 * Reads a date as an author wrote it.
 * @param zone where a date without an offset is.
 * @param dateOnlyTime the time of day of a date alone: `HH:MM` or `HH:MM:SS`.
 * @param nameDate the date in the file's name, `YYYY-MM-DD`: it decides between the readings of `03/04/2024`.
 */
export function readDate(
	text: string,
	zone: Zone,
	dateOnlyTime: string,
	nameDate?: string,
): DateReading {
	const trimmed = text.trim();
	if (trimmed === "") return { problem: "is empty", hint: ANY_DATE };
	const choice = findDate(trimmed, nameDate);
	if ("problem" in choice) return choice;

	const { written, isRepaired } = choice;
	const { hasTime, offset } = written;
	const found = showText(trimmed);
	const local = hasTime ? written : setTime(written, dateOnlyTime);
	const place = written.zone === undefined ? zone : createZone(written.zone);
	const { instant: wall, oddity } = (
		offset === undefined ? place : UTC
	).toInstant(local);
	const instant = wall - (offset ?? 0) * 60_000;
	if (instant < FIRST_INSTANT || instant > LAST_INSTANT)
		return {
			problem: `is not within the years 0001 to 9999 in UTC: ${found}`,
			hint: "Write a year from 0001 to 9999.",
		};
	const shown = hasTime ? found : `${found} ${dateOnlyTime}`;
	return {
		instant,
		...(oddity && { warning: warnOf(oddity, shown, place, instant) }),
		...(isRepaired && { repaired: spellTaken(written, local, instant) }),
	};
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

/** Writes an instant in RFC 3339's form and in UTC, for messages: `2024-01-02T10:00:00Z`, a fraction where there is one. */
export function formatInstant(instant: number): string {
	return new Date(instant).toISOString().replace(".000Z", "Z");
}
