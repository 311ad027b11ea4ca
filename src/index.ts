/** What a configuration imports from "feedwright". */

export type {
	AuthorConfig,
	Config,
	FeedConfig,
	FormatsConfig,
	SiteConfig,
} from "./config.ts";
export { defineConfig } from "./config.ts";
