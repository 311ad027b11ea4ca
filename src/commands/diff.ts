/** The command `diff`: says what subscribers of a published feed will see, and writes nothing. */

import type { Command } from "./command.ts";
import { comparePublished } from "./comparison.ts";
import { isRefused } from "./refusal.ts";
import { buildSite, describeUnwritten } from "./site-build.ts";

export const runDiff: Command = async (options, around) => {
	const { isCi } = around;
	const wishes = { lock: false, frozen: false, isCi };
	const site = await buildSite(options, around, wishes);
	// What would not be built cannot be compared.
	if (isRefused(site, options))
		return { status: 1, ...describeUnwritten(site) };
	const compared = await comparePublished(options.against ?? "", site, around);
	const status = isRefused(site, options) ? 1 : 0;
	return { status, ...describeUnwritten(site), compared };
};
