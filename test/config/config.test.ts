import type { InferInput } from "valibot";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { configSchema } from "../../src/config/schema.ts";
import { type Config, defineConfig } from "../../src/index.ts";

type Checked = InferInput<typeof configSchema>;

describe("what a configuration imports", () => {
	test("defineConfig gives the configuration back as it is", () => {
		const config: Config = { site: { url: "https://x.org/", title: "X" } };
		expect(defineConfig(config)).toBe(config);
	});

	test("the type for people has exactly the keys that are checked", () => {
		// What a configuration leaves out of its site is found in the site's data files before it is checked.
		type Site = NonNullable<Config["site"]>;
		type Whole = Config & {
			readonly site: Site & Required<Pick<Site, "title" | "url">>;
		};
		expectTypeOf<Whole>().toExtend<Checked>();
		expectTypeOf<keyof Config>().toEqualTypeOf<keyof Checked>();
		expectTypeOf<keyof Site>().toEqualTypeOf<keyof Checked["site"]>();
		type Item<List> = List extends readonly (infer One)[] ? One : never;
		expectTypeOf<keyof Item<NonNullable<Config["feeds"]>>>().toEqualTypeOf<
			keyof Item<NonNullable<Checked["feeds"]>>
		>();
		type Where<Feeds> = NonNullable<
			Item<NonNullable<Feeds>> extends { readonly where?: infer One }
				? One
				: never
		>;
		type Own = Where<Config["feeds"]>;
		type Known = Where<Checked["feeds"]>;
		expectTypeOf<keyof Own>().toEqualTypeOf<keyof Known>();
		expectTypeOf<keyof NonNullable<Own["years"]>>().toEqualTypeOf<
			keyof NonNullable<Known["years"]>
		>();
		expectTypeOf<keyof Item<NonNullable<Site["authors"]>>>().toEqualTypeOf<
			keyof Item<NonNullable<Checked["site"]["authors"]>>
		>();
		expectTypeOf<keyof NonNullable<Config["formats"]>>().toEqualTypeOf<
			keyof NonNullable<Checked["formats"]>
		>();
	});
});
