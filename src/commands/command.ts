/** The shape that all commands share. */

import type { Arguments } from "../arguments.ts";
import type { Outcome } from "../outcome.ts";

/** What a command asks of the world round it. */
export interface CommandSurroundings {
	readonly workingDirectory: string;
	/** Milliseconds since the epoch. */
	readonly now: number;
	/** Whether nobody watches, and nobody keeps what is written but the output (`CI`). */
	readonly isCi: boolean;
	/** Called between pieces of work, so that progress can be shown and an interrupt heard. */
	readonly pause: (doing: string) => Promise<void> | undefined;
}

export type Command = (
	options: Arguments,
	around: CommandSurroundings,
) => Promise<Omit<Outcome, "milliseconds">>;
