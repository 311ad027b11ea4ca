/** Parts of a publication date in addresses, as the generators' permalink patterns name them. */

const months = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];
const days = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday",
];

const dayLength = 86_400_000;
const parseDay = (time: string) => Date.parse(time.slice(0, 10));
const findWeekday = (time: string) => new Date(parseDay(time)).getUTCDay();

function countDayOfYear(time: string): number {
	return (parseDay(time) - Date.parse(`${time.slice(0, 4)}-01-01`)) / dayLength;
}

/** The week of ISO 8601 belongs to the year in which its Thursday lies. */
function findThursday(time: string): string {
	const days = 4 - (findWeekday(time) || 7);
	return new Date(parseDay(time) + days * dayLength).toISOString();
}

const monthName = (time: string) => months[Number(time.slice(5, 7)) - 1] ?? "";
const dayName = (time: string) => days[findWeekday(time)] ?? "";

/** Each takes a local time, `YYYY-MM-DDTHH:MM:SS`. */
export const dateParts: Readonly<Record<string, (time: string) => string>> = {
	year: (time) => time.slice(0, 4),
	month: (time) => time.slice(5, 7),
	day: (time) => time.slice(8, 10),
	hour: (time) => time.slice(11, 13),
	i_day: (time) => String(Number(time.slice(8, 10))),
	i_month: (time) => String(Number(time.slice(5, 7))),
	i_y_day: (time) => String(countDayOfYear(time) + 1),
	long_day: dayName,
	long_month: monthName,
	minute: (time) => time.slice(14, 16),
	second: (time) => time.slice(17, 19),
	short_day: (time) => dayName(time).slice(0, 3),
	short_month: (time) => monthName(time).slice(0, 3),
	short_year: (time) => time.slice(2, 4),
	w_day: (time) => String(findWeekday(time) || 7),
	w_year: (time) => findThursday(time).slice(0, 4),
	week: (time) =>
		String(Math.floor(countDayOfYear(findThursday(time)) / 7) + 1).padStart(
			2,
			"0",
		),
	weekday: (time) => String(findWeekday(time)),
	/** Three digits, as most generators write it. */
	y_day: (time) => String(countDayOfYear(time) + 1).padStart(3, "0"),
};
