/** The formats that feeds are written in; a new one is a file and a line here. */

import { atom } from "./atom.ts";
import type { Format } from "./format.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

export const formats: readonly Format[] = [rss, atom, jsonFeed];
