/**
 * Golden folders: each of `golden/` is a small site that shows one situation, `expected/` the bytes that it makes, and
 * `messages.txt` what its author is told. They are read as diffs: `UPDATE_GOLDEN=1 npx vitest run test/golden.test.ts`
 * writes them anew.
 */

import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnostic } from "../src/diagnostics.ts";
import { createFolder, readFiles, writeFiles } from "./support/folder.ts";

const golden = join(import.meta.dirname, "golden");
const situations = readdirSync(golden).sort();

function writeMessages(diagnostics: readonly Diagnostic[]): string {
	return diagnostics
		.map(({ file, line, column, severity, message, hint }) => {
			const place = [file, line, column].filter((part) => part !== undefined);
			return `${place.join(":")}  ${severity}  ${message}\n  ${hint}\n`;
		})
		.join("");
}

async function buildSituation(situation: string) {
	const folder = createFolder({}, {});
	try {
		cpSync(join(golden, situation), folder.path, { recursive: true });
		const { diagnostics } = await folder.build();
		return { files: folder.read(), messages: writeMessages(diagnostics) };
	} finally {
		folder.remove();
	}
}

function update(
	situation: string,
	files: Readonly<Record<string, string>>,
	messages: string,
): void {
	const folder = join(golden, situation);
	rmSync(join(folder, "expected"), { recursive: true, force: true });
	rmSync(join(folder, "messages.txt"), { force: true });
	writeFiles(join(folder, "expected"), files);
	if (messages !== "") writeFiles(folder, { "messages.txt": messages });
}

test.each(situations)(
	"%s gives the bytes that are expected",
	async (situation) => {
		const { files, messages } = await buildSituation(situation);
		if (process.env.UPDATE_GOLDEN) update(situation, files, messages);
		const folder = join(golden, situation);
		const told = join(folder, "messages.txt");
		expect(files).toEqual(readFiles(join(folder, "expected")));
		expect(messages).toBe(existsSync(told) ? readFileSync(told, "utf8") : "");
	},
);
