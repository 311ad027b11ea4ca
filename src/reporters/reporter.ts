/** The shape that all reporters share: an outcome as text for the two streams. */

import type { createColors } from "picocolors";
import type { Outcome } from "../outcome.ts";

export type Colors = ReturnType<typeof createColors>;

export interface ReporterOptions {
	/** Errors and warnings alone. */
	readonly quiet: boolean;
	/** Colours for standard error; they add nothing where it is no terminal. */
	readonly colors: Colors;
	/** feedwright's own. */
	readonly version: string;
}

export type Reporter = (
	outcome: Outcome,
	options: ReporterOptions,
) => { readonly stdout: string; readonly stderr: string };
