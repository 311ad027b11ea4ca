/**
 * Time zones: which instant a local date and time is. The Temporal API decides (https://tc39.es/proposal-temporal/);
 * it is asked rarely, since a zone's offset stays the same from one transition of its clocks to the next.
 */

import { createRequire } from "node:module";
import type { Temporal as TemporalApi } from "temporal-polyfill";

/** A date and a time of day in the Gregorian calendar, as clocks in some zone show them; months and days from 1. */
export interface LocalTime {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	readonly millisecond: number;
}

/** What a zone makes of a local time. */
export interface Resolution {
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	readonly instant: number;
	/** Present when the zone's clocks never showed the local time, or showed it twice. */
	readonly oddity?: "skipped" | "repeated";
}

export interface Zone {
	/** As it was asked for (example: `Asia/Tokyo`). */
	readonly name: string;
	/**
	 * Finds the instant of a local time that the calendar has. One that the clocks skipped is moved forward by as much as
	 * they skipped, of one that they repeated the earlier is taken (RFC 5545, section 3.3.5; "compatible" in Temporal).
	 * @throws RangeError when `isTimeZone` does not take the zone's name.
	 */
	toInstant(local: LocalTime): Resolution;
}

/** A stretch of time without a change of offset, from `start` until just before `end`; all three in milliseconds. */
interface Interval {
	readonly start: number;
	readonly end: number;
	readonly offset: number;
}

// No transition moves the clocks by more than a day (Temporal asserts it in DisambiguatePossibleEpochNanoseconds): a
// local time that lies this far from both ends of an interval can be no instant outside it.
const MARGIN = 86_400_000;

// Finding an interval takes as long as up to 500 local times do: a few articles are done sooner without.
const PATIENCE = 100;

// Articles lie here; dates made to fill the list of intervals need not.
const isRemembered = (year: number) => year >= 1900 && year <= 2100;

const UTC = /^(?:etc\/)?(?:utc|uct|gmt(?:[+-]?0)?|greenwich|universal|zulu)$/i;

// Abbreviations that ICU, and so Intl, takes for zones: IANA and Temporal have none of them (IST alone is three zones).
const ICU_ONLY =
	/^(?:(?:ac|ae|ag|ar|as|be|bs|ca|cn|cs|ct|ea|ec|ie|is|js|mi|ne|ns|pl|pn|pr|ps|ss|vs)t|systemv\/.*)$/i;

let temporal: typeof TemporalApi | undefined;

/** Loads Temporal when it is first needed: where it is not built in, its polyfill costs 30 ms. */
function loadTemporal(): typeof TemporalApi {
	temporal ??=
		(globalThis as { Temporal?: typeof TemporalApi }).Temporal ??
		(
			createRequire(import.meta.url)("temporal-polyfill") as {
				Temporal: typeof TemporalApi;
			}
		).Temporal;
	return temporal;
}

// The calendar repeats itself after 400 years; `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
const CYCLE = { years: 400, milliseconds: 146_097 * 86_400_000 };

/** Reads a local time as if its zone were UTC. */
function readAsUtc(local: LocalTime): number {
	const { year, month, day, hour, minute, second, millisecond } = local;
	return (
		Date.UTC(
			year + CYCLE.years,
			month - 1,
			day,
			hour,
			minute,
			second,
			millisecond,
		) - CYCLE.milliseconds
	);
}

/** Has Temporal find the instant of a local time. */
function askTemporal(
	local: LocalTime,
	timeZone: string,
): TemporalApi.ZonedDateTime {
	const { PlainDateTime } = loadTemporal();
	const { year, month, day, hour, minute, second, millisecond } = local;
	return new PlainDateTime(
		year,
		month,
		day,
		hour,
		minute,
		second,
		millisecond,
	).toZonedDateTime(timeZone);
}

const offsetOf = (zoned: TemporalApi.ZonedDateTime) =>
	zoned.offsetNanoseconds / 1e6;

/** Compares what Temporal took for a local time with that time. */
function resolve(zoned: TemporalApi.ZonedDateTime, wall: number): Resolution {
	const instant = zoned.epochMilliseconds;
	if (instant + offsetOf(zoned) !== wall) return { instant, oddity: "skipped" };
	const later = zoned
		.toPlainDateTime()
		.toZonedDateTime(zoned.timeZoneId, { disambiguation: "later" });
	return later.epochMilliseconds === instant
		? { instant }
		: { instant, oddity: "repeated" };
}

/** Finds the stretch of time around an instant in which its zone's offset does not change. */
function findInterval(zoned: TemporalApi.ZonedDateTime): Interval {
	// "previous" is what lies before, and a transition at this very instant is the start of the interval.
	const start = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
	// The polyfill looks no further ahead than three years, from the clock's today when that is later: the farther
	// future must not depend on the day of the build.
	const end = zoned.getTimeZoneTransition("next") ?? zoned.add({ years: 3 });
	return {
		start: start?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
		end: end.epochMilliseconds,
		offset: offsetOf(zoned),
	};
}

/** Makes a zone that remembers its offsets. */
function createNamedZone(timeZone: string): Zone {
	const intervals: Interval[] = [];
	let asked = 0;

	const isKnown = (instant: number) =>
		intervals.some(({ start, end }) => start <= instant && instant < end);

	const recall = (wall: number) => {
		for (const { start, end, offset } of intervals) {
			const instant = wall - offset;
			if (start + MARGIN <= instant && instant < end - MARGIN) return instant;
		}
		return undefined;
	};

	return {
		name: timeZone,
		toInstant(local) {
			const wall = readAsUtc(local);
			const recalled = recall(wall);
			if (recalled !== undefined) return { instant: recalled };
			const zoned = askTemporal(local, timeZone);
			asked++;
			if (
				asked > PATIENCE &&
				isRemembered(local.year) &&
				!isKnown(zoned.epochMilliseconds)
			)
				intervals.push(findInterval(zoned));
			return resolve(zoned, wall);
		},
	};
}

/**
 * Makes the zone of an IANA name. Nothing is loaded before the first local time is resolved, for UTC nothing at all.
 * @param timeZone a name that `isTimeZone` takes.
 */
export function createZone(timeZone: string): Zone {
	if (!UTC.test(timeZone)) return createNamedZone(timeZone);
	return {
		name: timeZone,
		toInstant: (local) => ({ instant: readAsUtc(local) }),
	};
}

/** Tells whether a text is the IANA name of a time zone that this Node.js knows; an offset (`+09:00`) is no name. */
export function isTimeZone(name: string): boolean {
	if (/^[+-]/.test(name) || ICU_ONLY.test(name)) return false;
	try {
		new Intl.DateTimeFormat("en", { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** Making one costs more than all that it ever formats. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** An instant as calendars and clocks in a zone show it, `YYYY-MM-DDTHH:MM:SS`. */
export function formatLocalTime(instant: number, timeZone: string): string {
	const calendar =
		calendars.get(timeZone) ??
		new Intl.DateTimeFormat("en", {
			// ICU's own "iso8601" is Julian before 1582.
			calendar: "gregory",
			numberingSystem: "latn",
			timeZone,
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
			hour: "2-digit",
			minute: "2-digit",
			second: "2-digit",
			hourCycle: "h23",
		});
	calendars.set(timeZone, calendar);
	const parts = calendar.formatToParts(instant);
	const get = (type: string) =>
		parts.find((part) => part.type === type)?.value ?? "";
	return `${get("year").padStart(4, "0")}-${get("month")}-${get("day")}T${get("hour")}:${get("minute")}:${get("second")}`;
}

/** The day of an instant as calendars in a zone show it, `YYYY-MM-DD`. */
export function formatLocalDate(instant: number, timeZone: string): string {
	return formatLocalTime(instant, timeZone).slice(0, 10);
}
