/** The shape that all markups share: the text of a body with one more kind of markup turned into Markdown and HTML. */

/** What a body's renderer is told about the article and its site. */
export interface BodyContext {
	readonly article: {
		readonly title?: string | undefined;
		/** Its own address. */
		readonly url: string;
		/** Relative to the articles' folder, with `/`. */
		readonly path: string;
		/** Texts and numbers of its front matter, for templates that show them (`{{ page.subtitle }}`). */
		readonly values?: ReadonlyMap<string, string> | undefined;
	};
	readonly site: {
		/** Ends with a slash. */
		readonly url: string;
		readonly title: string;
		readonly description: string;
		/** Texts and numbers of the site's own data (`{{ site.repository }}`). */
		readonly values?: ReadonlyMap<string, string> | undefined;
	};
	/**
	 * Finds the address of another article by what people write for it: its source file (`../x.mdx`, `@/blog/x.md`,
	 * `{filename}/x.md`), its file's name with or without ending and date (`2024-01-02-hello`, `hello`), or its title.
	 */
	readonly findArticle: (reference: string) => string | undefined;
	/**
	 * Tells the author of markup whose meaning nobody here knows; the first time for each name alone is told.
	 * @param name as the author wrote it (example: `{% include signup.html %}` is `{% include signup.html`)
	 * @param outcome what became of it (example: `its text is kept`, `it is left out`)
	 */
	readonly warnUnknown: (name: string, outcome: string) => void;
	/** Tells of a reference that leads to no article (example: `post_url 2024-01-01-gone`). */
	readonly warnMissing: (reference: string) => void;
}

/** What a markup may ask and use. */
export interface MarkupContext extends BodyContext {
	/**
	 * Takes a text out of reach of every later markup (code that a markup has made, text that shows markup): gives a mark
	 * for each of its lines, in whose places the lines stand again at the end. Indentation and `>` before a line stay
	 * outside its mark, and empty lines stay empty.
	 */
	readonly protect: (text: string) => string;
	/** Gives the text with its code in place of the marks, for a markup that makes code or messages of it. */
	readonly restore: (text: string) => string;
}

/**
 * Turns one kind of markup into Markdown with HTML. Code has been taken out of the text and stands in it as marks
 * (`shield.ts`), so nothing inside code is ever seen. Block elements may be wrapped by `placeBlock` (`blocks.ts`): they
 * get a line of their own then, blank lines round it, and the indentation of their place.
 */
export type Markup = (text: string, context: MarkupContext) => string;
