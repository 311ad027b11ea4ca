/**
 * HTML whose attribute `markdown` asks for Markdown in it: kramdown (https://kramdown.gettalong.org/syntax.html#html-blocks),
 * Python-Markdown (https://python-markdown.github.io/extensions/md_in_html/). An empty line behind the tag does the same.
 */

const opening =
	/^([ \t]*<(article|aside|blockquote|center|details|div|dd|dt|figcaption|figure|footer|header|li|main|section|summary|td|th)(?:[ \t][^<>\n]{0,500}?)?)[ \t]+markdown(?:=(?:"[^"<>\n]{0,20}"|'[^'<>\n]{0,20}'|1))?(?=[ \t>])([^<>\n]{0,500}>)(.*)$/gim;

/** Parts HTML from the Markdown in it. */
export function openHtml(text: string): string {
	return text.replace(
		opening,
		(_, start: string, name: string, end: string, rest: string) => {
			const close = `</${name}>`;
			const line = rest.trim();
			if (!line.endsWith(close))
				return `${start}${end}\n\n${line}`.trimEnd().concat(line ? "" : "\n");
			return `${start}${end}\n\n${line.slice(0, -close.length)}\n\n${close}`;
		},
	);
}
