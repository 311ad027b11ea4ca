/** The shape of a configuration, and what stands for each key that is left out. */

import * as v from "valibot";
import { dialects } from "../dialects/dialects.ts";
import { families, parseMinimum, parseSize, parseYear } from "./feeds.ts";
import { parseFeedPath, parseFormat, parsePermalink } from "./paths.ts";
import {
	parseEmail,
	parseLanguage,
	parseLink,
	parsePicture,
	parseSiteUrl,
	parseTimeOfDay,
	parseTimeZone,
} from "./site.ts";
import {
	parseCache,
	parseChoice,
	parseLimit,
	parsePath,
	parseText,
	Unfit,
} from "./values.ts";

/** Makes a schema of a function that reads one value. Valibot's messages are one text: the first line says what is wrong. */
function leaf<Output, Input = Output>(parse: (value: unknown) => Output) {
	return v.pipe(
		v.custom<Input>(() => true),
		v.rawTransform<Input, Output>(({ dataset, addIssue, NEVER }) => {
			try {
				return parse(dataset.value);
			} catch (error) {
				if (!(error instanceof Unfit)) throw error;
				addIssue({ message: `${error.message}\n${error.hint}` });
				return NEVER;
			}
		}),
	);
}

/** Valibot's own objects may be lists. */
function shape<const Entries extends v.ObjectEntries>(
	entries: Entries,
	example: string,
) {
	return v.pipe(
		v.custom<v.InferInput<v.ObjectSchema<Entries, undefined>>>(
			(value) =>
				typeof value === "object" && value !== null && !Array.isArray(value),
			`is not an object\nWrite it as ${example}.`,
		),
		v.object(entries),
	);
}

/** Valibot's own lists are not readonly. */
function list<const Item extends v.GenericSchema>(item: Item, example: string) {
	return v.array(
		item,
		`is not a list\nWrite it as ${example}.`,
	) as unknown as v.GenericSchema<
		readonly v.InferInput<Item>[],
		readonly v.InferOutput<Item>[]
	>;
}

const text = leaf(parseText);
const folder = leaf(parsePath);
const choice = <Choice extends string>(...choices: Choice[]) =>
	leaf(parseChoice(choices));
const content = choice("full", "summary");
const format = leaf(parseFormat);
const formats = shape(
	{
		rss: v.optional(format),
		atom: v.optional(format),
		json: v.optional(format),
	},
	'{ rss: "rss.xml", atom: "atom.xml", json: "feed.json" }',
);

const author = shape(
	{
		name: text,
		email: v.optional(leaf(parseEmail)),
		url: v.optional(leaf(parseLink)),
		avatar: v.optional(leaf(parsePicture)),
	},
	'{ name: "Ada Lovelace" }',
);

const site = shape(
	{
		url: leaf(parseSiteUrl),
		title: text,
		description: v.optional(text),
		language: v.optional(leaf(parseLanguage), "en"),
		timeZone: v.optional(leaf(parseTimeZone), "UTC"),
		dateOnlyTime: v.optional(leaf(parseTimeOfDay), "00:00"),
		authors: v.optional(list(author, '[{ name: "Ada Lovelace" }]'), []),
		image: v.optional(leaf(parsePicture)),
		icon: v.optional(leaf(parsePicture)),
		copyright: v.optional(text),
	},
	'{ url: "https://www.example.org/", title: "My site" }',
);

const nonEmpty = <Item>(example: string) =>
	v.check<readonly Item[], string>(
		(items) => items.length > 0,
		`is an empty list\nWrite it as ${example}, or leave the key out.`,
	);

/** An object that must say something. */
function filledShape<const Entries extends v.ObjectEntries>(
	entries: Entries,
	example: string,
) {
	return v.pipe(
		v.custom<v.InferInput<v.ObjectSchema<Entries, undefined>>>(
			(value) =>
				typeof value !== "object" ||
				value === null ||
				Object.values(value).some((one) => one !== undefined),
			`is empty\nWrite it as ${example}, or leave the key out.`,
		),
		shape(entries, example),
	);
}

function filter<const Term extends v.GenericSchema>(
	term: Term,
	example: string,
) {
	const terms = v.pipe(list(term, example), nonEmpty(example));
	const entries = { any: v.optional(terms), none: v.optional(terms) };
	return v.optional(filledShape(entries, `{ any: ${example} }`));
}

const where = filledShape(
	{
		tags: filter(text, '["news"]'),
		categories: filter(text, '["News"]'),
		authors: filter(text, '["Ada Lovelace"]'),
		sections: filter(text, '["blog"]'),
		languages: filter(text, '["en"]'),
		years: filter(leaf<string, string | number>(parseYear), "[2024]"),
	},
	'{ tags: { any: ["news"] } }',
);

/** Whether older articles stay to be had, and how many in one document. */
const archive = v.lazy((input) =>
	typeof input === "boolean"
		? v.boolean()
		: shape({ size: leaf(parseSize) }, "true or { size: 50 }"),
) as v.GenericSchema<
	boolean | { readonly size: number },
	boolean | { readonly size: number }
>;

const feed = shape(
	{
		path: leaf(parseFeedPath),
		each: v.optional(choice(...families)),
		where: v.optional(where),
		limit: v.optional(leaf(parseLimit), 50),
		archive: v.optional(archive),
		minimum: v.optional(leaf(parseMinimum), 1),
		title: v.optional(text),
		formats: v.optional(formats),
		content: v.optional(content),
	},
	'{ path: "/" }',
);

const oneFolder = v.pipe(
	folder,
	v.transform((one): readonly string[] => [one]),
);
const folders = v.pipe(list(folder, '["articles"]'), nonEmpty('["articles"]'));

/** What each key holds; `Config` says it for people. */
export const configSchema = shape(
	{
		$schema: v.optional(leaf((value) => value as string)),
		site,
		articles: v.optional(
			v.lazy((input) => (Array.isArray(input) ? folders : oneFolder)),
			"articles",
		),
		dialect: v.optional(
			leaf(parseChoice(["auto", ...dialects.keys()])),
			"auto",
		),
		permalink: v.optional(leaf(parsePermalink)),
		output: v.optional(folder, "dist"),
		feeds: v.optional(
			v.pipe(list(feed, '[{ path: "/" }]'), nonEmpty('[{ path: "/" }]')),
			[{ path: "/" }],
		),
		formats: v.optional(formats, {}),
		content: v.optional(content, "full"),
		archive: v.optional(archive, false),
		linkTo: v.optional(choice("article", "external"), "article"),
		hubs: v.optional(list(leaf(parseLink), '["https://hub.example.net/"]'), []),
		cache: v.optional(leaf(parseCache), true),
	},
	'{ site: { url: "https://www.example.org/", title: "My site" } }',
);

/** A configuration without mistakes, its defaults filled in. */
export type CheckedConfig = v.InferOutput<typeof configSchema>;
