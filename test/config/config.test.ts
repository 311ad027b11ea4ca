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
		expectTypeOf<Config>().toExtend<Checked>();
		expectTypeOf<keyof Config>().toEqualTypeOf<keyof Checked>();
		expectTypeOf<keyof Config["site"]>().toEqualTypeOf<keyof Checked["site"]>();
		type Item<List> = List extends readonly (infer One)[] ? One : never;
		expectTypeOf<keyof Item<NonNullable<Config["feeds"]>>>().toEqualTypeOf<
			keyof Item<NonNullable<Checked["feeds"]>>
		>();
		expectTypeOf<
			keyof Item<NonNullable<Config["site"]["authors"]>>
		>().toEqualTypeOf<keyof Item<NonNullable<Checked["site"]["authors"]>>>();
		expectTypeOf<keyof NonNullable<Config["formats"]>>().toEqualTypeOf<
			keyof NonNullable<Checked["formats"]>
		>();
	});
});
