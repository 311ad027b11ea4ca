import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { Temporal as polyfill } from "temporal-polyfill";
import { describe, expect, test, vi } from "vitest";
import { createZone, isTimeZone, type LocalTime } from "../src/zones.ts";

// What the code under test asks: the built-in Temporal where there is one, since its time zone data may be newer.
const Temporal =
	(globalThis as { Temporal?: typeof polyfill }).Temporal ?? polyfill;

/** Reads `2024-03-10 02:30` as a local time; this is no date reader, the tests write all digits. */
function local(text: string): LocalTime {
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text
		.split(/\D/)
		.map(Number);
	return { year, month, day, hour, minute, second, millisecond: 0 };
}

const show = (instant: number) => new Date(instant).toISOString().slice(0, 19);

/** Makes a zone that has been asked so often that it remembers its offsets from now on. */
function createPractisedZone(name: string) {
	const zone = createZone(name);
	for (let i = 0; i < 100; i++) zone.toInstant(local("1850-01-01 00:00"));
	return zone;
}

/** What Temporal says without any memory. */
function ask(time: LocalTime, timeZone: string) {
	const plain = Temporal.PlainDateTime.from(time);
	const taken = plain.toZonedDateTime(timeZone);
	const earlier = plain.toZonedDateTime(timeZone, {
		disambiguation: "earlier",
	});
	const later = plain.toZonedDateTime(timeZone, { disambiguation: "later" });
	const instant = taken.epochMilliseconds;
	if (earlier.epochMilliseconds === later.epochMilliseconds) return { instant };
	return {
		instant,
		oddity: taken.toPlainDateTime().equals(plain) ? "repeated" : "skipped",
	};
}

describe("a zone's local time", () => {
	test.each([
		["UTC", "2024-01-02 10:00", "2024-01-02T10:00:00"],
		["Etc/GMT", "0001-01-01 00:00", "0001-01-01T00:00:00"],
		["UTC", "0099-02-28 12:00", "0099-02-28T12:00:00"],
		["Asia/Tokyo", "2024-01-02 10:00", "2024-01-02T01:00:00"],
		["Asia/Kolkata", "2024-01-02 10:00", "2024-01-02T04:30:00"],
		["Asia/Kathmandu", "2024-01-02 10:00", "2024-01-02T04:15:00"],
		["Pacific/Kiritimati", "2024-01-01 00:00", "2023-12-31T10:00:00"],
		["America/New_York", "2024-01-02 10:00", "2024-01-02T15:00:00"],
		["America/New_York", "2024-07-02 10:00", "2024-07-02T14:00:00"],
		["America/New_York", "2024-03-10 01:59", "2024-03-10T06:59:00"],
		["America/New_York", "2024-03-10 03:00", "2024-03-10T07:00:00"],
		["America/New_York", "2024-11-03 02:00", "2024-11-03T07:00:00"],
		["America/New_York", "2006-04-01 10:00", "2006-04-01T15:00:00"],
		["Europe/Dublin", "2024-07-02 10:00", "2024-07-02T09:00:00"],
		["Australia/Lord_Howe", "2024-01-02 10:00", "2024-01-01T23:00:00"],
		["Australia/Lord_Howe", "2024-07-02 10:00", "2024-07-01T23:30:00"],
		["Asia/Tehran", "2021-07-02 10:00", "2021-07-02T05:30:00"],
		["Asia/Tehran", "2023-07-02 10:00", "2023-07-02T06:30:00"],
		["Africa/Casablanca", "2023-04-01 10:00", "2023-04-01T10:00:00"],
		["Africa/Casablanca", "2023-07-01 10:00", "2023-07-01T09:00:00"],
	])("in %s, %s is %sZ", (name, text, expected) => {
		for (const zone of [createZone(name), createPractisedZone(name)])
			for (const _ of [1, 2]) {
				const { instant, ...rest } = zone.toInstant(local(text));
				expect(show(instant)).toBe(expected);
				expect(rest).toEqual({});
			}
	});

	test.each([
		["America/New_York", "2024-03-10 02:30", "2024-03-10T07:30:00"],
		["America/New_York", "2024-03-10 02:00", "2024-03-10T07:00:00"],
		["America/St_Johns", "2011-03-13 00:30", "2011-03-13T04:00:00"],
		["America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04T03:00:00"],
		["Australia/Lord_Howe", "2024-10-06 02:15", "2024-10-05T15:45:00"],
		["Pacific/Apia", "2011-12-30 00:00", "2011-12-30T10:00:00"],
		["Pacific/Apia", "2011-12-30 12:00", "2011-12-30T22:00:00"],
	])("in %s, %s is skipped and %sZ is taken", (name, text, expected) => {
		for (const zone of [createZone(name), createPractisedZone(name)]) {
			const { instant, oddity } = zone.toInstant(local(text));
			expect([show(instant), oddity]).toEqual([expected, "skipped"]);
		}
	});

	test.each([
		["America/New_York", "2024-11-03 01:30", "2024-11-03T05:30:00"],
		["America/New_York", "2024-11-03 01:00", "2024-11-03T05:00:00"],
		["Europe/Berlin", "2024-10-27 02:59", "2024-10-27T00:59:00"],
		["Australia/Lord_Howe", "2024-04-07 01:45", "2024-04-06T14:45:00"],
		["America/Juneau", "1983-10-30 01:30", "1983-10-30T08:30:00"],
	])(
		"in %s, %s is repeated and the earlier, %sZ, is taken",
		(name, text, expected) => {
			for (const zone of [createZone(name), createPractisedZone(name)]) {
				const { instant, oddity } = zone.toInstant(local(text));
				expect([show(instant), oddity]).toEqual([expected, "repeated"]);
			}
		},
	);
});

describe("what a zone remembers", () => {
	const milliseconds = fc.integer({
		min: Date.UTC(1900, 0, 1),
		max: Date.UTC(2101, 0, 1) - 1,
	});

	/** Moments of all kinds, and moments close to a transition, where a memory would go wrong. */
	function moments(timeZone: string) {
		const near = fc
			.tuple(
				milliseconds,
				fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }),
			)
			.map(([instant, distance]) => {
				const transition = Temporal.Instant.fromEpochMilliseconds(instant)
					.toZonedDateTimeISO(timeZone)
					.getTimeZoneTransition("previous");
				return (transition?.epochMilliseconds ?? instant) + distance;
			});
		return fc.oneof(milliseconds, near).map((instant) => {
			const date = new Date(instant);
			return {
				year: date.getUTCFullYear(),
				month: date.getUTCMonth() + 1,
				day: date.getUTCDate(),
				hour: date.getUTCHours(),
				minute: date.getUTCMinutes(),
				second: date.getUTCSeconds(),
				millisecond: date.getUTCMilliseconds(),
			};
		});
	}

	test.each([
		"Africa/Casablanca",
		"America/New_York",
		"America/St_Johns",
		"America/Juneau",
		"Antarctica/Troll",
		"Asia/Tehran",
		"Asia/Tokyo",
		"Australia/Lord_Howe",
		"Europe/Dublin",
		"Pacific/Apia",
	])("is what Temporal says, %s", (name) => {
		// One zone for all runs, so that later moments meet what earlier ones left behind.
		const zone = createPractisedZone(name);
		fc.assert(
			fc.property(moments(name), (time) => {
				expect(zone.toInstant(time)).toEqual(ask(time, name));
			}),
			{ numRuns: 1_000 },
		);
	});

	test("does not spread to years that it was not made from", () => {
		const zone = createPractisedZone("America/New_York");
		zone.toInstant(local("1900-06-01 00:00"));
		zone.toInstant(local("2100-06-01 00:00"));
		for (const text of [
			"0001-01-01 00:00",
			"1883-11-17 12:00",
			"9999-07-01 00:00",
		])
			expect(zone.toInstant(local(text))).toEqual(
				ask(local(text), "America/New_York"),
			);
	});
});

describe("a zone that remembers", () => {
	test("starts an interval at the transition, not before", () => {
		const zone = createPractisedZone("America/New_York");
		zone.toInstant(local("2024-03-10 03:00"));
		const { instant } = zone.toInstant(local("2024-02-01 10:00"));
		expect(show(instant)).toBe("2024-02-01T15:00:00");
	});

	test("gives the same on a day on which the next transition was far ahead", () => {
		// From its clock's today the polyfill looks three years ahead; Moscow's next transition was later.
		vi.useFakeTimers({ now: Date.UTC(2011, 5, 1), toFake: ["Date"] });
		try {
			const zone = createPractisedZone("Europe/Moscow");
			zone.toInstant(local("2011-06-01 10:00"));
			const { instant } = zone.toInstant(local("2015-01-01 10:00"));
			expect(show(instant)).toBe("2015-01-01T07:00:00");
		} finally {
			vi.useRealTimers();
		}
	});

	test("asks Temporal for few of many dates", async () => {
		let asked = 0;
		class PlainDateTime extends Temporal.PlainDateTime {
			constructor(
				...fields: ConstructorParameters<typeof Temporal.PlainDateTime>
			) {
				super(...fields);
				asked++;
			}
		}
		vi.stubGlobal("Temporal", { PlainDateTime });
		vi.resetModules();
		try {
			const fresh = await import("../src/zones.ts");
			const zone = fresh.createZone("Asia/Tokyo");
			for (let i = 0; i < 10_000; i++)
				zone.toInstant({ ...local("2024-01-01 10:00"), year: 2000 + (i % 25) });
			expect(asked).toBeGreaterThan(0);
			expect(asked).toBeLessThan(200);
		} finally {
			vi.unstubAllGlobals();
		}
	});
});

describe("isTimeZone", () => {
	test.each([
		"UTC",
		"utc",
		"Etc/UTC",
		"Etc/GMT+0",
		"GMT",
		"GMT0",
		"Zulu",
		"Universal",
		"Greenwich",
		"Asia/Tokyo",
		"asia/tokyo",
		"America/Argentina/Buenos_Aires",
		"Asia/Calcutta",
		"Europe/Kyiv",
		"US/Pacific",
		"EST5EDT",
		"Etc/GMT+5",
	])("takes %s, and a zone can be made of it", (name) => {
		expect(isTimeZone(name)).toBe(true);
		expect(createZone(name).toInstant(local("2024-01-02 00:00"))).toEqual(
			ask(local("2024-01-02 00:00"), name),
		);
	});

	test.each([
		"",
		" ",
		"Tokyo",
		"Asia/Tokio",
		"Asia/Tokyo ",
		"+09:00",
		"-0500",
		"JST",
		"pst",
		"IST",
		"SystemV/PST8",
		"local",
		"__proto__",
		"UTC\n",
		"GMT+9",
		"../etc/UTC",
	])("does not take %j", (name) => {
		expect(isTimeZone(name)).toBe(false);
	});
});

/** Runs a module in a Node.js of its own, in some zone of the machine. */
function run(code: string, TZ: string) {
	const { stdout, stderr } = spawnSync(
		process.execPath,
		["--import", "tsx", "--input-type=module", "--eval", code],
		{ encoding: "utf8", env: { ...process.env, TZ } },
	);
	return { stdout, stderr };
}

const zonesUrl = new URL("../src/zones.ts", import.meta.url).href;

test("nothing is loaded for UTC, Temporal without a warning for another zone", () => {
	const code = `
		import { createRequire } from "node:module";
		import { createZone, isTimeZone } from ${JSON.stringify(zonesUrl)};
		const { cache } = createRequire(${JSON.stringify(zonesUrl)});
		const isLoaded = () => "Temporal" in globalThis || Object.keys(cache).some((path) => path.includes("temporal-polyfill"));
		const builtIn = "Temporal" in globalThis;
		const time = { year: 2024, month: 1, day: 2, hour: 10, minute: 0, second: 0, millisecond: 0 };
		isTimeZone("Asia/Tokyo");
		const tokyo = createZone("Asia/Tokyo");
		createZone("Etc/UTC").toInstant(time);
		console.log(isLoaded() === builtIn);
		console.log(tokyo.toInstant(time).instant);
		console.log(isLoaded());
	`;
	expect(run(code, "America/New_York")).toEqual({
		stdout: `true\n${Date.UTC(2024, 0, 2, 1)}\ntrue\n`,
		stderr: "",
	});
});
