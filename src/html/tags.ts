/**
 * The tags of an HTML text, as a parser's tokenizer sees them (HTML, "Tokenization",
 * https://html.spec.whatwg.org/multipage/parsing.html#tokenization): no tag stands in a comment or in an attribute.
 */

export interface Tag {
	/** In lower case. */
	readonly name: string;
	readonly kind: "start" | "self-closing" | "end";
	/** In code units, with its attributes. */
	readonly length: number;
	readonly attributes: number;
}

/** A comment, or what is taken for one, or the beginning of a tag. */
const markup =
	/<(?:!--(?:-?>|[\s\S]*?(?:--!?>|$))|[!?][^>]*>?|\/(?![a-z])[^>]*>?|(\/?)([a-z][^\t\n\f\r />]*))/giy;
const attribute =
	/[\t\n\f\r /]*(?:[^\t\n\f\r />][^\t\n\f\r />=]*(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"?|'[^']*'?|[^\t\n\f\r >"'][^\t\n\f\r >]*)?)?)?/y;

/** Elements whose content is text to a tokenizer, whatever it looks like; `plaintext` never ends. */
const textual =
	/^(?:iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)$/;

/**
 * Reads one tag after the other.
 * @param isWithinHtml is asked at each `<title>`, `<style>` and the like, whose tags are text in HTML but tags in a
 * drawing, and at each `<![CDATA[`, whose tags may be text in a drawing: of these the end tags are left out
 */
export function* readTags(
	html: string,
	isWithinHtml: () => boolean,
): Generator<Tag> {
	let at = html.indexOf("<");
	let dataEnd = 0;
	while (at >= 0) {
		markup.lastIndex = at;
		const [found = "<", slash, written] = markup.exec(html) ?? [];
		let end = at + found.length;
		if (written !== undefined) {
			let attributes = 0;
			let last = "";
			for (; html[end] !== ">"; end += last.length, attributes++) {
				attribute.lastIndex = end;
				last = attribute.exec(html)?.[0] ?? "";
				if (last === "") return;
			}
			end++;
			const name = written.toLowerCase();
			const kind = slash
				? "end"
				: /^[\s/]*\/$/.test(last)
					? "self-closing"
					: "start";
			if (kind !== "end" || at >= dataEnd)
				yield { name, kind, length: end - at, attributes };
			if (kind !== "end" && textual.test(name) && isWithinHtml())
				end = findTextEnd(html, name, end);
		} else if (
			found.startsWith("<![CDATA[") &&
			!isWithinHtml() &&
			at >= dataEnd
		)
			dataEnd = findDataEnd(html, at);
		at = html.indexOf("<", end);
	}
}

function findTextEnd(html: string, name: string, from: number): number {
	const closing = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
	closing.lastIndex = from;
	return name === "plaintext"
		? html.length
		: (closing.exec(html)?.index ?? html.length);
}

function findDataEnd(html: string, from: number): number {
	const end = html.indexOf("]]>", from);
	return end < 0 ? html.length : end;
}
