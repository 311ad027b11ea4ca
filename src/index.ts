/** What a configuration imports from "feedwright". */

export type {
	ArchiveConfig,
	AuthorConfig,
	Config,
	DialectName,
	FeedConfig,
	FilterConfig,
	FormatsConfig,
	SiteConfig,
	WhereConfig,
} from "./config/config.ts";
export { defineConfig } from "./config/config.ts";
