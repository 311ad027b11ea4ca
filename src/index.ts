/** What a configuration imports from "feedwright". */

export type {
	AuthorConfig,
	Config,
	FeedConfig,
	FormatsConfig,
	SiteConfig,
} from "./config/config.ts";
export { defineConfig } from "./config/config.ts";
