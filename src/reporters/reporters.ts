/** The reporters by the name that `--reporter` knows them by. */

import { reportGithub } from "./github.ts";
import { reportJson } from "./json.ts";
import { reportMarkdown } from "./markdown.ts";
import type { Reporter } from "./reporter.ts";
import { reportSarif } from "./sarif.ts";
import { reportText } from "./text.ts";

export const reporters: Readonly<Record<string, Reporter>> = {
	text: reportText,
	json: reportJson,
	markdown: reportMarkdown,
	github: reportGithub,
	sarif: reportSarif,
};
