/**
 * Permalinks that are templates, as Eleventy has them (https://www.11ty.dev/docs/permalinks/): what Liquid and Nunjucks
 * write most, in the placeholders of feedwright's patterns.
 */

/** Names between braces, with the filters that only spell them, and what they are called here. */
const names: readonly (readonly [RegExp, string])[] = [
	[/^page\.filePathStem$/, ":path"],
	[/^(?:page\.)?fileSlug(?:\s*\|\s*slug(?:ify)?)?$/, ":slug"],
	[/^slug$/, ":slug"],
	[/^title\s*\|\s*(?:slug(?:ify)?|url_?safe|handleize)$/i, ":title"],
	[/^(?:lang|locale|language)$/, ":lang"],
];

/** Parts of a date as strftime, Luxon and Moment write them. */
const dateParts: Readonly<Record<string, string>> = {
	"%Y": ":year",
	"%m": ":month",
	"%d": ":day",
	"%y": ":short_year",
	"%-m": ":i_month",
	"%-d": ":i_day",
	yyyy: ":year",
	YYYY: ":year",
	MM: ":month",
	LL: ":month",
	dd: ":day",
	DD: ":day",
};

/** A date and a filter of whatever name with the form that it is to have. */
const dated =
	/^(?:page\.)?date\s*\|\s*\w+\s*(?::|\()\s*(["'])([^"']*)\1\s*\)?$/;

function readDateForm(form: string): string | undefined {
	const read = form.replace(
		/%-?[a-z]|[a-z]+/gi,
		(part) => dateParts[part] ?? "{",
	);
	return read.includes("{") ? undefined : read;
}

function readExpression(expression: string): string | undefined {
	const [, , form] = dated.exec(expression) ?? [];
	if (form !== undefined) return readDateForm(form);
	return names.find(([pattern]) => pattern.test(expression))?.[1];
}

/**
 * Takes a template for a pattern.
 * @returns undefined when it holds what only its generator can fill in
 */
export function readTemplate(template: string): string | undefined {
	const read = template
		.replace(
			/\{\{-?([^{}]*?)-?\}\}/g,
			(_, expression: string) => readExpression(expression.trim()) ?? "{",
		)
		.replace(/(^|\/)index\.html$/, "$1");
	return /[{}]/.test(read) ? undefined : read;
}
