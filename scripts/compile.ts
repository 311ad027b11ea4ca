/**
 * Makes the installable JavaScript in lib/: the command in one file, because loading some hundred small ones takes longer than
 * many a build, and what configurations import, with its types (which tsc has written before).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const project = fileURLToPath(new URL("..", import.meta.url));

/** Native, or loaded only when something asks for it. */
const external = [
	"satteri",
	"tsx",
	"temporal-polyfill",
	"picomatch",
	"mime",
	"feedsmith",
];

const { metafile } = await build({
	absWorkingDir: project,
	entryPoints: ["src/cli.ts", "src/index.ts"],
	outdir: "lib",
	bundle: true,
	metafile: true,
	platform: "node",
	format: "esm",
	target: "node20.19",
	external,
	// js-yaml would load a parser of JavaScript, for a type that feedwright refuses.
	alias: { esprima: "./scripts/nothing.cjs" },
	// The packages in CommonJS ask for Node.js's own modules.
	banner: {
		js: 'import { createRequire as createRequireOfBundle } from "node:module";\nconst require = createRequireOfBundle(import.meta.url);',
	},
});

/** The folders of the packages whose code went into the bundle. */
const packages = new Set(
	Object.keys(metafile.inputs).flatMap(
		(file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
	),
);

function readLicence(folder: string): string {
	const require = createRequire(`${project}/package.json`);
	const manifest = require(`./${folder}/package.json`);
	for (const name of ["LICENSE", "license", "LICENSE.md", "LICENCE"]) {
		try {
			return `${manifest.name}\n\n${readFileSync(`${project}/${folder}/${name}`, "utf8").trim()}\n`;
		} catch {}
	}
	return `${manifest.name}\n\nLicence: ${manifest.license}\n`;
}

const rule = `\n${"-".repeat(72)}\n\n`;
writeFileSync(
	`${project}/lib/LICENCES.txt`,
	`lib/cli.js holds code of these packages.${rule}${[...packages].sort().map(readLicence).join(rule)}`,
);
