import { describe, expect, test } from "vitest";
import {
	findPathDate,
	readFolderDate,
	readNameDate,
} from "../src/name-dates.ts";

describe("readNameDate", () => {
	test.each([
		["2024-01-02-hello", "2024-01-02", "hello"],
		["2015-10-8-isoc", "2015-10-08", "isoc"],
		["2024-1-2-hello", "2024-01-02", "hello"],
		["2016-10-08_a-post", "2016-10-08", "a-post"],
		["2016_10_08_a-post", "2016-10-08", "a-post"],
		["2024-01-02 a post", "2024-01-02", "a post"],
		["2024-01-02T10-00-00-x", "2024-01-02", "x"],
		["2024-01-02T10:00:00Z-x", "2024-01-02", "x"],
		["20240102-hello", "2024-01-02", "hello"],
		["20240102_hello", "2024-01-02", "hello"],
		["2018-01-01", "2018-01-01", ""],
		["2024-01-02-", "2024-01-02", ""],
		["2024-01-02-03-things", "2024-01-02", "03-things"],
		["2024-01-02-今日は", "2024-01-02", "今日は"],
		["2024-01-02-a\nb", "2024-01-02", "a\nb"],
		// As they are written, so that a message can name them.
		["2024-13-45-hello", "2024-13-45", "hello"],
		["2023-2-29-hello", "2023-02-29", "hello"],
		["20230229-hello", "2023-02-29", "hello"],
	])("finds the date of %j", (name, date, rest) => {
		expect(readNameDate(name)).toEqual({ date, rest });
	});

	test.each([
		"",
		"hello",
		"hello-2024-01-02",
		"2024-01-02hello",
		"2024-01-02Three",
		"2024-01-020-hello",
		"2024-01_02-hello",
		"2024-01-hello",
		"2024-hello",
		"20240102",
		"20240102hello",
		"202401021-hello",
		"10000000-robots",
		"20241345-hello",
		"12024-01-02-hello",
		" 2024-01-02-hello",
		"２０２４-01-02-hello",
	])("leaves %j alone", (name) => {
		expect(readNameDate(name)).toBeUndefined();
	});
});

describe("readFolderDate", () => {
	test.each([
		["2025/10/07", "react-compiler", "2025-10-07", "react-compiler"],
		["blog/2025/10/7", "hello", "2025-10-07", "hello"],
		["2025/10/07/notes", "hello", "2025-10-07", "hello"],
		["2025/10", "07", "2025-10-07", ""],
		["2024-01-02-hello", "page", "2024-01-02", "page"],
		["posts/20240102-hello", "page", "2024-01-02", "page"],
		["2021", "02-01-foo", "2021-02-01", "foo"],
		["posts/2021", "02-01", "2021-02-01", ""],
	])("finds the date of %s and %s", (folders, name, date, rest) => {
		expect(readFolderDate(folders.split("/"), name)).toEqual({ date, rest });
	});

	test.each([
		["", "hello"],
		["posts", "hello"],
		["2021", "hello"],
		["2021", "2-1-foo"],
		["2021", "02-011-foo"],
		["2021", "13-01-foo"],
		["2021/posts", "02-01-foo"],
		["2021/02", "hello"],
		["2021/02", "01-intro"],
		["2024/13/45", "hello"],
		["2023/02/29", "hello"],
		["2023-02-29-hello", "page"],
		["2024-01-02-hello/images", "page"],
		["posts", "2024-01-02-hello"],
	])("finds none in %s and %s", (folders, name) => {
		expect(readFolderDate(folders.split("/"), name)).toBeUndefined();
	});

	test("finds none where there are no folders", () => {
		expect(readFolderDate([], "02-01-foo")).toBeUndefined();
	});
});

describe("findPathDate", () => {
	test.each([
		["2014/12/12/1.0-Timeline", "2014-12-12"],
		["/news/2014/12/12/x", "2014-12-12"],
		["/2014/1/2/", "2014-01-02"],
		["2014/12/12", "2014-12-12"],
		["https://example.org/2014/12/12/x.html", "2014-12-12"],
		["2013/2014/12/12/x", "2014-12-12"],
		["2024/13/45/2014/12/12/x", "2014-12-12"],
	])("%s has %s", (text, date) => {
		expect(findPathDate(text)).toBe(date);
	});

	test.each([
		"",
		"hello",
		"2014/12/x",
		"2014/12/123/x",
		"12014/12/12/x",
		"2014/13/12/x",
		"2014/02/30/x",
		"2014-12-12/x",
		"a2014/12/12/x",
	])("%j has none", (text) => {
		expect(findPathDate(text)).toBeUndefined();
	});

	test("a million slashes end within the time of a test", () => {
		expect(findPathDate("2014/12/".repeat(250_000))).toBeUndefined();
	});
});
