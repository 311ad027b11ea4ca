/** Marks that stand for text which markups must not see. They are made of noncharacters, so no body holds one. */

export interface Marks {
	/** Gives a mark for each line; `prefix` matches what stays outside before all lines but the first. */
	readonly hide: (text: string, prefix?: RegExp) => string;
	/** Puts the texts back. */
	readonly restore: (text: string) => string;
}

const indentation = /^[ \t>]*/;

export function createMarks(): Marks {
	const texts: string[] = [];
	const restore = (text: string): string =>
		texts.length === 0
			? text
			: text.replace(
					/\uFDD0(\d+)\uFDD1/g,
					(mark, index: string) => texts[Number(index)] ?? mark,
				);
	const hideLine = (line: string): string =>
		line === "" ? "" : `\uFDD0${texts.push(line) - 1}\uFDD1`;
	const hide = (text: string, prefix = indentation): string =>
		restore(text)
			.split("\n")
			.map((line, index) => {
				const before = index === 0 ? "" : (prefix.exec(line)?.[0] ?? "");
				return `${before}${hideLine(line.slice(before.length))}`;
			})
			.join("\n");
	return { hide, restore };
}
