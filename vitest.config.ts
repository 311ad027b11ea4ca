import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		// Tests say what they depend on: no zone, locale or CI of the machine reaches them.
		env: {
			TZ: "America/St_Johns",
			LANG: "C",
			LC_ALL: "C",
			CI: "",
			NO_COLOR: "1",
		},
		testTimeout: 30_000,
	},
});
