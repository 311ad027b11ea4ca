/** The shape that all dialects of front matter share: the names that a generator's users write for the same ideas. */

/** What front matter can say of an article. */
export type Idea =
	| "authors"
	| "content"
	| "date"
	| "description"
	| "draft"
	| "enclosures"
	| "expires"
	| "id"
	| "image"
	| "language"
	| "link"
	| "permalink"
	| "section"
	| "slug"
	| "tags"
	| "title"
	| "updated";

export interface Dialect {
	readonly name: string;
	/** The keys for each idea, in order of preference. */
	readonly keys: Readonly<Record<Idea, readonly string[]>>;
}
