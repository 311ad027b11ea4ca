/** The namespaces that feeds may use, each in a file of its own; the order here is their order in a feed. */

import { dublinCore } from "./dublin-core.ts";
import type { Extension } from "./extension.ts";
import { history } from "./history.ts";
import { media } from "./media.ts";

export const extensions: readonly Extension[] = [dublinCore, history, media];
