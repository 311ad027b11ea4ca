/** `import` and `export` at the beginning of lines in MDX (https://mdxjs.com/docs/what-is-mdx/#esm). */

/** No sentence begins so. */
const importStart =
	/^import\s*(?:["']|type\s|[\w$]+\s*(?:,|from\s*["'])|\*\s*as\s|\{)/;
const exportStart =
	/^export\s+(?:(?:const|let|var|type|interface|enum|class)\s+[\w$[{]|(?:async\s+)?function\b|\{|\*\s|default\s+(?:[({[<"'\uFDD0]|(?:async|function|class)\b|[\w$.]+\s*(?:;|\(|$|=>)))/;
const importEnd = /(?:from\s*|^import\s*)(?:"[^"\n]*"|'[^'\n]*')[^\n]*$/;
const imported =
	/^import\s+(?:\*\s+as\s+)?([\w$]+)\s+from\s*["']([^"'\n]+)["']/;

export interface WithoutModules {
	/** The text without them. */
	readonly text: string;
	/** The files that were imported, by the names that they were given. */
	readonly imports: ReadonlyMap<string, string>;
	readonly hasModules: boolean;
}

function countOpen(line: string): number {
	const code = line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\/.*$/g, "");
	let open = 0;
	for (const character of code) {
		if (/[([{]/.test(character)) open++;
		else if (/[)\]}]/.test(character)) open--;
	}
	return open;
}

/** The line behind an import. */
function endImport(lines: readonly string[], start: number): number {
	for (let at = start; at < lines.length; at++) {
		const line = lines[at] ?? "";
		if (line.trim() === "") return at;
		if (importEnd.test(line)) return at + 1;
	}
	return lines.length;
}

/** The line behind an export: the first blank one outside brackets. -1 where its brackets are never closed. */
function endExport(lines: readonly string[], start: number): number {
	let open = 0;
	for (let at = start; at < lines.length; at++) {
		const line = lines[at] ?? "";
		if (line.trim() === "" && open <= 0) return at;
		open += countOpen(line);
	}
	return open <= 0 ? lines.length : -1;
}

/** Takes the imports and exports out of a text. */
export function removeModules(text: string): WithoutModules {
	const lines = text.split("\n");
	const imports = new Map<string, string>();
	const output: string[] = [];
	let hasModules = false;
	let mayBegin = true;
	let isBroken = false;
	for (let at = 0; at < lines.length; ) {
		const line = lines[at] ?? "";
		const isImport = mayBegin && importStart.test(line);
		if (!isImport && !(mayBegin && exportStart.test(line))) {
			output.push(line);
			mayBegin = line.trim() === "" || line.trimEnd().endsWith("*/}");
			at++;
			continue;
		}
		const [, name, file] = imported.exec(line) ?? [];
		if (name && file) imports.set(name, file);
		let end =
			isImport || isBroken ? endImport(lines, at) : endExport(lines, at);
		if (end < 0) {
			// An export that never ends takes its paragraph, and is not looked for to the end again.
			isBroken = true;
			end = endImport(lines, at);
		}
		at = end;
		hasModules = true;
	}
	return { text: output.join("\n"), imports, hasModules };
}
