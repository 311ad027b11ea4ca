/** Loads a configuration that is a program, in JavaScript or TypeScript, and explains why one cannot be loaded. */

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { type Diagnostic, Failure } from "../diagnostics.ts";
import { showPath } from "../paths.ts";

const isTypeScript = (path: string) => /\.m?ts$/.test(path);

/** Under tsx, which runs this file as it is, an import takes TypeScript; so it does where Node.js strips types. */
const importsTypeScript =
	import.meta.url.endsWith(".ts") ||
	("typescript" in process.features && Boolean(process.features.typescript));

let loads = 0;

/**
 * Imports a configuration as it is now, however often it was imported before.
 * @param path the absolute path of a `.ts`, `.mts`, `.js` or `.mjs` file
 * @returns its default export
 * @throws {Failure} 2 when it has a syntax error, throws one, or exports nothing by default
 */
export async function importConfig(
	path: string,
	workingDirectory: string,
): Promise<unknown> {
	const restoreConsole = redirectConsole();
	const module = await importAnew(path)
		.catch((error: unknown) => {
			throw new Failure(2, explain(error, path, workingDirectory));
		})
		.finally(restoreConsole);
	const config = await readDefault(module, path).catch((error: unknown) => {
		throw new Failure(2, explain(error, path, workingDirectory));
	});
	if (config !== undefined && typeof config !== "function") return config;
	throw new Failure(2, {
		code: "config-export",
		file: showPath(path, workingDirectory),
		message: config
			? "The configuration's default export is a function"
			: "The configuration has no default export",
		hint: config
			? "Export what it returns, an object."
			: 'Begin it with: export default { site: { url: "https://www.example.org/", title: "My site" } };',
	});
}

/** What a configuration prints must not get among the result, which stands alone on standard output. */
function redirectConsole(): () => void {
	const { log, info, debug } = console;
	console.log = console.info = console.debug = console.error;
	return () => Object.assign(console, { log, info, debug });
}

async function importAnew(path: string): Promise<object> {
	// Modules are remembered by their address, CommonJS ones by their path.
	const url = pathToFileURL(path);
	url.searchParams.set("load", String(++loads));
	const { cache } = createRequire(import.meta.url);
	for (const key of Object.keys(cache))
		if (key.startsWith(path)) delete cache[key];
	if (!isTypeScript(path)) return import(url.href);
	if (!importsTypeScript) return importThroughTsx(url);
	try {
		return await import(url.href);
	} catch (error) {
		// Node.js strips types but takes neither enums nor, in a CommonJS package, `export default`; and tsx names the line.
		if (error instanceof SyntaxError) return importThroughTsx(url);
		throw error;
	}
}

async function importThroughTsx(url: URL): Promise<object> {
	const { tsImport } = await import("tsx/esm/api");
	return tsImport(url.href, import.meta.url);
}

/** In a CommonJS package, tsx and older compilers put the default export into an object of their own. */
async function readDefault(module: object, path: string): Promise<unknown> {
	const config: unknown = await (module as { default?: unknown }).default;
	const isWrapped =
		typeof config === "object" &&
		config !== null &&
		"default" in config &&
		(isTypeScript(path) || "__esModule" in config);
	return isWrapped ? config.default : config;
}

function explain(
	error: unknown,
	path: string,
	workingDirectory: string,
): Omit<Diagnostic, "severity"> {
	const { name, message, stack } =
		error instanceof Error || isErrorLike(error)
			? error
			: { name: "", message: String(error), stack: "" };
	const file = showPath(path, workingDirectory);
	// What esbuild says, through which tsx compiles; its columns count from 0.
	const syntax = /^(.+):(\d+):(\d+): ERROR: (.+)$/m.exec(message);
	if (syntax) {
		const [, named = "", line, column, what] = syntax;
		// tsx calls an .mts file .ts.
		const asTs = path.replace(/\.mts$/, ".ts");
		return {
			code: "config-syntax",
			file: showPath(named === asTs ? path : named, workingDirectory),
			line: Number(line),
			column: Number(column) + 1,
			message: `The configuration is not valid: ${what}`,
		};
	}
	const isSyntax = name === "SyntaxError";
	return {
		code: isSyntax ? "config-syntax" : "config-throws",
		file,
		...(findPlace(`${stack}`, path) ??
			(isSyntax ? findSyntaxPlace(path) : undefined)),
		message: `The configuration ${isSyntax ? "is not valid" : "could not be run"}: ${message.split("\n")[0]}`,
		hint: advise(message, file),
	};
}

/** Errors from another thread are not of this one's class. */
function isErrorLike(error: unknown): error is Error {
	return (
		typeof error === "object" &&
		error !== null &&
		"message" in error &&
		typeof error.message === "string"
	);
}

function advise(message: string, file: string): string | undefined {
	if (/^Cannot find (?:package|module) 'feedwright'/.test(message))
		return "Install it beside the configuration (npm install --save-dev feedwright), or leave the import out: an object is enough.";
	if (/^(?:module|exports|require) is not defined/.test(message))
		return 'Write "export default" for "module.exports =", and "import" for "require".';
	if (/Unexpected token 'export'|import statement outside/.test(message))
		return `Rename it to ${file.replace(/\.js$/, ".mjs")}, since its package is CommonJS.`;
	return undefined;
}

/** Finds the first line of a stack that lies in a file. */
function findPlace(
	stack: string,
	path: string,
): { line: number; column?: number } | undefined {
	for (const name of [pathToFileURL(path).href, path]) {
		for (const rest of stack.split(name).slice(1)) {
			const place = /^(?:\?load=\d+)?:(\d+)(?::(\d+))?/.exec(rest);
			if (place)
				return {
					line: Number(place[1]),
					...(place[2] && { column: Number(place[2]) }),
				};
		}
	}
	return undefined;
}

/** An imported module's SyntaxError names no line; the command that checks a file does. */
function findSyntaxPlace(path: string) {
	const { stderr } = spawnSync(process.execPath, ["--check", path], {
		encoding: "utf8",
	});
	return findPlace(stderr ?? "", path);
}
