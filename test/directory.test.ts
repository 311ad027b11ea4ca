import { describe, expect, test } from "vitest";
import { readDirectory } from "../src/directory.ts";
import { type Plain, toValue } from "./support/values.ts";

function read(...files: [path: string, plain: Plain][]) {
	const parsed = files.map(([path, plain]) => ({
		path,
		value: toValue(plain),
	}));
	return Object.fromEntries(readDirectory(parsed, "https://example.org/"));
}

const ida = { name: "Ida Berg" };
const tom = { name: "Tom Hale" };

describe("one file about everybody", () => {
	test.each<[string, string, Plain, object]>([
		[
			"Docusaurus",
			"blog/authors.yml",
			{
				ida: {
					name: "Ida Berg",
					title: "Engineer",
					url: "https://ida.example/",
					image_url: "/img/ida.png",
					email: "ida@example.org",
					page: "true",
					socials: { github: "idab" },
				},
				th: { image_url: "https://a.example/th.png" },
			},
			{
				ida: {
					name: "Ida Berg",
					url: "https://ida.example/",
					avatar: "https://example.org/img/ida.png",
					email: "ida@example.org",
				},
				th: { name: "th", avatar: "https://a.example/th.png" },
			},
		],
		[
			"Jekyll, with the keys of a theme",
			"_data/authors.yml",
			{
				"Ida B": {
					full_name: "Ida Berg",
					first_name: "I",
					avatar: "assets/ida.jpg",
					links: [{ label: "Site", url: "https://ida.example/" }],
				},
				tom: {
					name: "Tom Hale",
					display_name: "T",
					web: "http://tom.example/",
					twitter: "tom",
				},
			},
			{
				"ida b": {
					name: "Ida Berg",
					avatar: "https://example.org/assets/ida.jpg",
					url: "https://ida.example/",
				},
				tom: { name: "Tom Hale", url: "http://tom.example/" },
			},
		],
		[
			"MkDocs Material",
			".authors.yml",
			{
				authors: {
					ida: { ...ida, description: "x", avatar: "https://a.example/i" },
				},
			},
			{
				ida: { ...ida, avatar: "https://a.example/i" },
			},
		],
		[
			"MkDocs Material with more keys",
			".authors.yml",
			{ page_params: { a: "b" }, authors: { ida } },
			{ ida },
		],
		[
			"names alone",
			"_data/people.yml",
			{ ida: "Ida Berg", tom: "Tom Hale <tom@example.org>" },
			{
				ida,
				tom: { ...tom, email: "tom@example.org" },
			},
		],
		[
			"people whose keys are words for addresses",
			"authors.yml",
			{ blog: ida, site: tom, x: { name: "X" } },
			{
				blog: ida,
				site: tom,
				x: { name: "X" },
			},
		],
		[
			"a list",
			"data/authors.json",
			[{ id: "1", slug: "ida", ...ida }, { username: "th" }, tom, "Uma", null],
			{
				"1": ida,
				ida,
				"ida berg": ida,
				th: { name: "th" },
				"tom hale": tom,
			},
		],
		[
			"a list under one key",
			"authors.toml",
			{ people: [{ key: "ida", ...ida }] },
			{ ida, "ida berg": ida },
		],
		[
			"a name that could be split",
			"authors.yml",
			{ team: { name: "Ida and Tom" } },
			{ team: { name: "Ida and Tom" } },
		],
		[
			"capitals and accents",
			"authors.yml",
			{ "IDA-E\u0301": ida },
			{ "ida-\u00e9": ida },
		],
	])("%s", (_, path, plain, people) => {
		expect(read([path, plain])).toEqual(people);
	});

	test("a key like any other", () => {
		const value = new Map([["__proto__", "Ida Berg"]]);
		const people = readDirectory(
			[{ path: "authors.yml", value }],
			"https://example.org/",
		);
		expect(people.get("__proto__")).toEqual(ida);
		expect(people.get("constructor")).toBeUndefined();
	});
});

describe("a file for each", () => {
	test.each<[string, Plain, object]>([
		[
			"data/authors/ida.yml",
			{ ...ida, avatar: "/i.png", twitter: "https://t.example/i" },
			{
				ida: {
					...ida,
					avatar: "https://example.org/i.png",
					url: "https://t.example/i",
				},
			},
		],
		[
			"data/authors/default.mdx",
			{ ...ida, email: "ida@example.org" },
			{ default: { ...ida, email: "ida@example.org" } },
		],
		[
			"content/authors/ida/_index.md",
			{ title: "Ida Berg", authors: ["ida"], email: "ida@example.org" },
			{
				ida: { ...ida, email: "ida@example.org" },
			},
		],
		["content/authors/ida/_index.fr.md", { title: "Ida Berg" }, { ida }],
		["src/content/authors/ida.json", { title: "Engineer", ...ida }, { ida }],
		[
			"data/_authors/ida.toml",
			{ givenName: "Ida", familyName: "Berg", bio: "Writes." },
			{ ida },
		],
		[
			"data/authors/ida.yml",
			{ email: "ida@example.org" },
			{ ida: { name: "ida", email: "ida@example.org" } },
		],
		["data/authors/i.berg.yml", ida, { "i.berg": ida }],
		["data/authors/list.yml", { ida, tom }, { ida, tom }],
	])("%s with %j", (path, plain, people) => {
		expect(read([path, plain])).toEqual(people);
	});

	test.each<[string, Plain]>([
		["content/authors/_index.md", { title: "Our authors", url: "/authors/" }],
		["content/authors/_index.md", { title: "Our authors" }],
		["_data/authors.yml", { email: "ida@example.org", url: "/ida" }],
	])("%s with %j is about nobody", (path, plain) => {
		expect(read([path, plain])).toEqual({});
	});
});

describe("what has no such shape", () => {
	test.each<[Plain]>([
		[null],
		["Ida Berg"],
		[[]],
		[{}],
		[["Ida Berg", ["Tom"]]],
		[{ ida: ["Ida"], tom: null }],
		[[{ bio: "Writes." }]],
	])("%j is left alone", (plain) => {
		expect(read(["_data/authors.yml", plain])).toEqual({});
	});

	test("and so is what is wrong with a part", () => {
		expect(
			read([
				"authors.yml",
				{
					ida: {
						...ida,
						email: "-",
						url: "javascript:1",
						avatar: ["a"],
						website: "ida.example",
						image: "no",
					},
				},
			]),
		).toEqual({ ida });
	});
});

test("the first of several files counts", () => {
	expect(
		read(["blog/authors.yml", { ida }], ["authors.yml", { Ida: tom, tom }]),
	).toEqual({ ida, tom });
});
