/**
 * Draws the mark of the sample site, a folded news sheet before the sun, twice: as its logo, twice as wide as high,
 * and as its square icon (RFC 4287, sections 4.2.8 and 4.2.5). Run by `npm run draw`; the same bytes come out each time.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Canvas, createCanvas } from "./canvas.ts";

/** Where the mark's middle lies on its canvas, and how many pixels one of its units has. */
type Place = { canvas: Canvas; x: number; y: number; unit: number };

/** The rings of the sky and the sun, from the widest. */
const RINGS = [
	[37, "#5b8fa3"],
	[31, "#6fa3b4"],
	[25, "#8ab9c8"],
	[18, "#e7c469"],
] as const;

/** The sheet's parts in units from its middle, the lower ones first. */
const SHEET = [
	[8, -9, 4, 23, "#c9c2b2"],
	[-11, -14, 19, 28, "#fbf8f1"],
	[-8, -11, 13, 3, "#3c444a"],
	[-8, -6, 13, 8, "#9cc9e3"],
	[-8, 4, 6, 1, "#7ba3b8"],
	[-8, 7, 6, 1, "#7ba3b8"],
	[-8, 10, 6, 1, "#7ba3b8"],
	[-1, 4, 6, 1, "#7ba3b8"],
	[-1, 7, 6, 1, "#7ba3b8"],
	[-1, 10, 6, 1, "#7ba3b8"],
] as const;

function drawSun({ canvas, x, y, unit }: Place) {
	for (const [radius, colour] of RINGS)
		canvas.ellipse(x, y, radius * unit, radius * unit, colour);
}

function drawSheet({ canvas, x, y, unit }: Place) {
	for (const [left, top, width, height, colour] of SHEET)
		canvas.rectangle(
			x + left * unit,
			y + top * unit,
			width * unit,
			height * unit,
			colour,
		);
}

/** Draws the picture on the sheet: a red sun over a green hill. */
function drawPhoto({ canvas, x, y, unit }: Place) {
	canvas.ellipse(
		x + 2 * unit,
		y - 3.5 * unit,
		1.5 * unit,
		1.5 * unit,
		"#c4384b",
	);
	canvas.polygon(
		[
			[x - 4 * unit, y - 4 * unit],
			[x + 3 * unit, y + 2 * unit],
			[x - 8 * unit, y + 2 * unit],
			[x - 8 * unit, y],
		],
		"#5f8f66",
	);
}

function drawMark(name: string, width: number, height: number, unit: number) {
	const canvas = createCanvas(width, height);
	const place = { canvas, x: width / 2, y: height / 2, unit };
	canvas.rectangle(0, 0, width, height, "#4f8398");
	drawSun(place);
	drawSheet(place);
	drawPhoto(place);
	writeFileSync(fileURLToPath(new URL(name, folder)), canvas.encodePng());
}

const folder = new URL("../dist/", import.meta.url);
mkdirSync(folder, { recursive: true });
// Whole pixels for a unit keep the sheet's edges sharp.
drawMark("logo.png", 400, 200, 5);
drawMark("icon.png", 256, 256, 7);
