/**
 * The place of a table of contents, which plug-ins of markdown-it and remark fill in (`[[toc]]`:
 * https://github.com/nagaozen/markdown-it-toc-done-right, https://vitepress.dev/guide/markdown#table-of-contents): readers
 * have no use for it.
 */

const contents = /^[ \t]*\[\[_?toc_?\]\][ \t]*$/gim;

export function removeContents(text: string): string {
	return text.replace(contents, "");
}
