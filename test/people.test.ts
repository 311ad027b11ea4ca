import { describe, expect, test } from "vitest";
import type { Field } from "../src/fields.ts";
import { completePerson, type Directory, readPeople } from "../src/people.ts";
import { readName } from "../src/person.ts";
import { type Plain, toValue } from "./support/values.ts";

const base = "https://example.org/posts/hello/";

const directory: Directory = new Map([
	[
		"ida",
		{ name: "Ida Berg", url: "https://ida.example/", email: "ida@example.org" },
	],
	["tom", { name: "Tom Hale" }],
	["r&d", { name: "Research and Development" }],
]);

function read(plain: Exclude<Plain, null>, people: Directory = new Map()) {
	const said: string[] = [];
	const field: Field = {
		key: "authors",
		value: toValue(plain) as Field["value"],
		complain: (complaint) => {
			const { key = "authors" } = complaint as { key?: string };
			const { severity = "error", code, problem, hint } = complaint;
			said.push(`${severity} ${code}: "${key}" ${problem} | ${hint}`);
		},
	};
	return { people: readPeople(field, base, people), said };
}

describe("names", () => {
	test.each<[Exclude<Plain, null>, string[]]>([
		["Ida Berg", ["Ida Berg"]],
		["Ida Berg and Tom Hale", ["Ida Berg", "Tom Hale"]],
		[
			["Ida Berg", "Tom Hale"],
			["Ida Berg", "Tom Hale"],
		],
		[
			["Ida Berg and Tom Hale", null, "Uma"],
			["Ida Berg and Tom Hale", "Uma"],
		],
		[["Ida Berg", "Ida Berg"], ["Ida Berg"]],
		[{ name: "Ida, Tom and Uma" }, ["Ida, Tom and Uma"]],
		[
			[{ name: "Ida" }, "Tom"],
			["Ida", "Tom"],
		],
		[{ ida: { name: "Ida" }, tom: { email: "t@example.org" } }, ["Ida", "tom"]],
		[{ ida: { name: "Ida" }, tom: {} }, ["Ida", "tom"]],
		[[], []],
		["constructor", ["constructor"]],
		["__proto__", ["__proto__"]],
	])("%j", (plain, names) => {
		const { people, said } = read(plain);
		expect(people.map(({ name }) => name)).toEqual(names);
		expect(said).toEqual([]);
	});

	test("nobody where there is no field", () => {
		expect(readPeople(undefined, base, directory)).toEqual([]);
	});

	test("two people of one name have two addresses", () => {
		const { people } = read([
			{ name: "Ida", url: "/a" },
			{ name: "Ida", url: "/b" },
			{ name: "Ida", url: "/b", email: "ida@example.org" },
		]);
		expect(people.map(({ url }) => url)).toEqual([
			"https://example.org/a",
			"https://example.org/b",
		]);
	});
});

describe("keys of an authors file", () => {
	test.each<[Exclude<Plain, null>, string[]]>([
		["ida", ["Ida Berg"]],
		["Ida", ["Ida Berg"]],
		["ida, tom", ["Ida Berg", "Tom Hale"]],
		["Ida,Tom", ["Ida Berg", "Tom Hale"]],
		["ida and tom", ["Ida Berg", "Tom Hale"]],
		[
			["tom", "ida", "IDA"],
			["Tom Hale", "Ida Berg"],
		],
		["R&D", ["Research and Development"]],
		["idas", ["idas"]],
		[
			["ida", "uma"],
			["Ida Berg", "uma"],
		],
		[{ key: "ida" }, ["Ida Berg"]],
		[{ id: "tom" }, ["Tom Hale"]],
		[{ username: "uma" }, ["uma"]],
		[{ ida: {} }, ["Ida Berg"]],
	])("%j", (plain, names) => {
		const { people, said } = read(plain, directory);
		expect(people.map(({ name }) => name)).toEqual(names);
		expect(said).toEqual([]);
	});

	test("what the article says of a person comes first", () => {
		expect(
			read({ key: "ida", title: "Guest", url: "/ida" }, directory).people,
		).toEqual([
			{
				name: "Ida Berg",
				url: "https://example.org/ida",
				email: "ida@example.org",
			},
		]);
	});
});

describe("groups of keys", () => {
	test.each<[Exclude<Plain, null>, object]>([
		[
			{ name: "Ida", email: "ida@example.org", url: "/ida", avatar: "i.png" },
			{
				name: "Ida",
				email: "ida@example.org",
				url: "https://example.org/ida",
				avatar: "https://example.org/posts/hello/i.png",
			},
		],
		[
			{
				name: "Ida",
				title: "Engineer",
				image_url: "https://a.example/i.png?s=9",
			},
			{ name: "Ida", avatar: "https://a.example/i.png?s=9" },
		],
		[
			{ name: "Ida", uri: "http://ida.example" },
			{ name: "Ida", url: "http://ida.example/" },
		],
		[
			{ Name: "Ida", Mail: "mailto:i@a.example" },
			{ name: "Ida", email: "i@a.example" },
		],
		[
			{ display_name: "Ida", web: "//ida.example/" },
			{ name: "Ida", url: "https://ida.example/" },
		],
		[
			{ full_name: "Ida Berg", first_name: "I", last_name: "B" },
			{ name: "Ida Berg" },
		],
		[{ givenName: "Ida", familyName: "Berg" }, { name: "Ida Berg" }],
		[
			{ name: "Ida", picture: { path: "/i.png" } },
			{ name: "Ida", avatar: "https://example.org/i.png" },
		],
		[{ name: "Ida", twitter: "idab", github: "idab" }, { name: "Ida" }],
		[
			{ name: "Ida", twitter: "https://t.example/i" },
			{ name: "Ida", url: "https://t.example/i" },
		],
		[
			{ name: "Ida", x: "https://x.example/", website: "/i" },
			{ name: "Ida", url: "https://example.org/i" },
		],
		[
			{
				name: "Ida",
				links: [
					{ label: "Mail", url: "mailto:i@a.example" },
					{ label: "Web", url: "https://i.example/" },
				],
			},
			{ name: "Ida", url: "https://i.example/" },
		],
		[
			{ name: "Ida", socials: { x: "ida", web: "https://i.example/" } },
			{ name: "Ida", url: "https://i.example/" },
		],
		[{ name: "Ida", bio: "Writes." }, { name: "Ida" }],
	])("%j", (plain, person) => {
		const { people, said } = read(plain);
		expect(people).toEqual([person]);
		expect(said).toEqual([]);
	});

	const addressHint =
		"Write a path of this site or an address that begins with https://.";

	test.each<[Exclude<Plain, null>, string]>([
		[
			{ url: "/ida" },
			'error author-nameless: "authors" has no name | Write authors: { name: Ann Example }.',
		],
		[
			{},
			'error author-nameless: "authors" has no name | Write authors: { name: Ann Example }.',
		],
		[
			[{ name: "" }],
			'error author-nameless: "authors[0]" has no name | Write authors[0]: { name: Ann Example }.',
		],
		[
			[["Ida"]],
			'error text-expected: "authors[0]" is a list, not text | Write one line of text: authors[0]: "…"',
		],
		[
			{ name: "Ida", email: "ida at example" },
			'error email-invalid: "authors.email" is no e-mail address: ida at example | Write it as ann@example.org, or leave it out.',
		],
		[
			{ name: "Ida", url: "javascript:1" },
			`error address-invalid: "authors.url" is no address that a reader could load: javascript:1 | ${addressHint}`,
		],
		[
			{ name: "Ida", avatar: "data:," },
			`error address-invalid: "authors.avatar" is no address that a reader could load: data:, | ${addressHint}`,
		],
		[
			{ name: "Ida", website: "ida.example" },
			`warning address-invalid: "authors.website" is no address that a reader could load: ida.example | ${addressHint}`,
		],
		[
			{ name: "Ida", image: "yes" },
			`warning address-invalid: "authors.image" is no address that a reader could load: yes | ${addressHint}`,
		],
		[
			{ name: "Ida", picture: ["i.png"] },
			'warning text-expected: "authors.picture" is a list, not text | Write one line of text: authors.picture: "…"',
		],
	])("%j is told of", (plain, message) => {
		expect(read(plain).said).toEqual([message]);
	});

	test("a person stays where an address of theirs is none", () => {
		expect(read({ name: "Ida", url: "data:,", link: "/i" }).people).toEqual([
			{ name: "Ida", url: "https://example.org/i" },
		]);
		expect(read({ name: "Ida", email: "-" }).people).toEqual([{ name: "Ida" }]);
	});
});

describe("a name with an address", () => {
	test.each([
		[
			"Ida Berg <ida@example.org>",
			{ name: "Ida Berg", email: "ida@example.org" },
		],
		[
			"Ida Berg (mailto:ida@example.org)",
			{ name: "Ida Berg", email: "ida@example.org" },
		],
		[
			"ida@example.org (Ida Berg)",
			{ name: "Ida Berg", email: "ida@example.org" },
		],
		["ida@example.org", { name: "ida@example.org", email: "ida@example.org" }],
		[
			"the docs team <https://example.org/docs#a>",
			{ name: "the docs team", url: "https://example.org/docs#a" },
		],
		[
			"[Ida Berg](https://ida.example/)",
			{ name: "Ida Berg", url: "https://ida.example/" },
		],
		[
			'[Ida Berg](https://ida.example/ "Home")',
			{ name: "Ida Berg", url: "https://ida.example/" },
		],
		[
			"[Ida Berg](https://ida.example/) (Harbour Office)",
			{ name: "Ida Berg (Harbour Office)", url: "https://ida.example/" },
		],
		["[Ida Berg](/ida)", { name: "Ida Berg" }],
		[
			'<a class="x" href="https://ida.example/">Ida</a>',
			{ name: "Ida", url: "https://ida.example/" },
		],
		['<a href="/ida">Ida</a>', { name: "Ida" }],
		["<b>Ida</b> Berg", { name: "<b>Ida</b> Berg" }],
		[
			"Ida <ida@example.org> (https://ida.example/)",
			{ name: "Ida", email: "ida@example.org", url: "https://ida.example/" },
		],
	])("%j", (text, person) => {
		expect(readName(text)).toEqual(person);
	});

	test.each([
		"Ida Berg",
		"Ida (Bee) Berg",
		"Ida Berg (@ida)",
		"Ida Berg (they/them)",
		"Ida <3",
		"Ida <javascript:alert(1)>",
		"Jos&eacute;",
		"[Ida]",
		"<>",
		"()",
	])("%j is a name alone", (text) => {
		expect(readName(text)).toEqual({ name: text });
	});

	test.each(["<a href= ", "[a](", "<a ", "a@", "(", "[("])(
		"half a megabyte of %j takes no long time",
		(text) => {
			const start = performance.now();
			const long = text.repeat(500_000 / text.length);
			readName(long);
			readName(`<a ${long}>x</a>`);
			expect(performance.now() - start).toBeLessThan(5000);
		},
	);
});

describe("keys beside the author's", () => {
	const more = {
		url: "https://ida.example/",
		avatar: "https://ida.example/i.png",
	};

	test("fill in what one person lacks", () => {
		expect(
			completePerson([{ name: "Ida", url: "https://b.example/" }], more),
		).toEqual([
			{ name: "Ida", url: "https://b.example/", avatar: more.avatar },
		]);
	});

	test.each([
		["nobody", []],
		["two people", [{ name: "Ida" }, { name: "Tom" }]],
	])("leave %s alone", (_, people) => {
		expect(completePerson(people, more)).toEqual(people);
	});
});
