import { describe, expect, test } from "vitest";
import { renderWith } from "./render-with.ts";

const judge = (condition: string) =>
	renderWith("liquid", `{% if ${condition} %}yes{% else %}no{% endif %}`);

describe("what is known", () => {
	test.each([
		["page.subtitle", "yes"],
		['page.title == "The first"', "yes"],
		['page.title == "The last"', "no"],
		["page.title != 'The last'", "yes"],
		["not page.title", "no"],
		["page.subtitle contains 'sub'", "yes"],
		["page.subtitle contains 'super'", "no"],
		["'sub' in page.subtitle", "yes"],
		["page.title and page.subtitle", "yes"],
		["page.title and page.nothing", "no"],
		["page.nothing or page.title", "yes"],
		["(page.nothing or page.title) and not page.nothing", "yes"],
		["page.title | downcase == 'the first'", "yes"],
		["3 > 2", "yes"],
		["3 <= 2", "no"],
		["true", "yes"],
		["false", "no"],
		['"false" == false', "yes"],
		["nil", "no"],
	])("%s: %s", (condition, expected) => {
		expect(judge(condition)).toEqual({ text: expected, warnings: [] });
	});
});

describe("what is not here to be known is nothing", () => {
	test.each([
		["npm and npm.downloads", "no"],
		["count > 3", "no"],
		["count < 3", "no"],
		["x contains 'a'", "no"],
		["x == nil", "yes"],
		["not x", "yes"],
		["x | size", "no"],
		["__proto__", "no"],
	])("%s: %s", (condition, expected) => {
		expect(judge(condition)).toEqual({ text: expected, warnings: [] });
	});
});

describe("the first branch stays where only the generator can tell", () => {
	test.each([
		["isLive(page.title)"],
		["page.title | shout"],
		["page.title is defined"],
		["page.title <> 'x'"],
		["not isLive(x)"],
		["isLive(x) or x"],
		[""],
		["(".repeat(900)],
		[`x ${"or x ".repeat(1000)}`],
	])("%s", (condition) => {
		expect(judge(condition)).toEqual({ text: "yes", warnings: [] });
	});
});

test("only the branch that stays is heard of", () => {
	const body =
		"{% assign a = 'b' %}{% if x %}{{ y }}{% assign a = 'c' %}{% endif %}{{ a }}";
	expect(renderWith("liquid", body)).toEqual({ text: "b", warnings: [] });
});

test("front matter's false is false", () => {
	const body = "{% unless draft %}a{% endunless %}";
	expect(renderWith("nunjucks", body).text).toBe("a");
	const set = '{% set live = "false" %}{% if live %}a{% else %}b{% endif %}';
	expect(renderWith("nunjucks", set).text).toBe("b");
});
