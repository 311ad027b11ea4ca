/**
 * A canvas for the pictures of the sample site: flat shapes with smooth edges, spelled as PNG
 * (https://www.w3.org/TR/png-3/). The same shapes give the same bytes on every machine.
 */
import { constants, crc32, deflateSync } from "node:zlib";

/** A corner in pixels from the canvas's left and top edges. */
export type Point = readonly [x: number, y: number];
/** A colour such as `"#e9e4d6"`. */
export type Colour = `#${string}`;
export type Canvas = ReturnType<typeof createCanvas>;

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The middle of the samples that are taken along each side of a pixel, which smooths slanted and round edges. */
const SAMPLES = [0.125, 0.375, 0.625, 0.875];

/**
 * Takes a size in pixels and gives a black canvas: the shapes that fill it, later ones over earlier ones and cut off at
 * its edges, and `encodePng`, which gives the file's bytes. Opacity goes from 0 to 1.
 */
export function createCanvas(width: number, height: number) {
	const pixels = Buffer.alloc(width * height * 3);

	/** Fills what `contains` accepts inside of a box, each pixel by the share of its samples that lie within. */
	function fill(
		[left, top, right, bottom]: Box,
		colour: Colour,
		opacity: number,
		contains: (x: number, y: number) => boolean,
	) {
		for (let y = Math.max(0, top | 0); y < Math.min(height, bottom); y++) {
			for (let x = Math.max(0, left | 0); x < Math.min(width, right); x++) {
				let hits = 0;
				for (const dy of SAMPLES)
					for (const dx of SAMPLES) if (contains(x + dx, y + dy)) hits++;
				const at = (y * width + x) * 3;
				if (hits > 0) blend(pixels, at, colour, (opacity * hits) / 16);
			}
		}
	}

	function rectangle(
		x: number,
		y: number,
		width: number,
		height: number,
		colour: Colour,
		opacity = 1,
	) {
		const box = [x, y, x + width, y + height] as const;
		const contains = (px: number, py: number) =>
			px >= x && px < x + width && py >= y && py < y + height;
		fill(box, colour, opacity, contains);
	}

	/** Fills the ellipse round a middle. */
	function ellipse(
		x: number,
		y: number,
		radiusX: number,
		radiusY: number,
		colour: Colour,
	) {
		const box = [x - radiusX, y - radiusY, x + radiusX, y + radiusY] as const;
		const contains = (px: number, py: number) =>
			((px - x) / radiusX) ** 2 + ((py - y) / radiusY) ** 2 < 1;
		fill(box, colour, 1, contains);
	}

	/** Fills a convex polygon whose corners are given clockwise. */
	function polygon(corners: readonly Point[], colour: Colour) {
		const contains = (px: number, py: number) =>
			corners.every(([x, y], at) => {
				const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [x, y];
				return (nextX - x) * (py - y) - (nextY - y) * (px - x) >= 0;
			});
		fill(findBox(corners), colour, 1, contains);
	}

	return {
		rectangle,
		ellipse,
		polygon,
		encodePng: () => encodePng(pixels, width, height),
	};
}

function blend(pixels: Buffer, at: number, colour: Colour, opacity: number) {
	const rgb = Number.parseInt(colour.slice(1), 16);
	for (const [offset, shift] of [16, 8, 0].entries()) {
		const below = pixels[at + offset] ?? 0;
		const above = (rgb >> shift) & 255;
		pixels[at + offset] = Math.round(below + (above - below) * opacity);
	}
}

function findBox(corners: readonly Point[]): Box {
	const xs = corners.map(([x]) => x);
	const ys = corners.map(([, y]) => y);
	return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Spells the pixels as PNG with a palette. */
function encodePng(pixels: Buffer, width: number, height: number): Buffer {
	const colours = Array.from({ length: width * height }, (_, at) =>
		pixels.readUIntBE(at * 3, 3),
	);
	const palette = choosePalette(colours);
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	const rgb = palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]);
	const rows = filterRows(colours, palette, width);
	// Other strategies search by a hash that differs between processors and versions of Node.js, and so would the bytes.
	const strategy = constants.Z_RLE;
	return Buffer.concat([
		Buffer.from("89504e470d0a1a0a", "hex"),
		chunk("IHDR", header),
		chunk("PLTE", Buffer.from(rgb)),
		chunk("IDAT", deflateSync(rows, { level: 9, strategy })),
		chunk("IEND", new Uint8Array()),
	]);
}

/** The 256 colours that cover most pixels; the rest are blends along edges, which have near neighbours among them. */
function choosePalette(colours: readonly number[]): number[] {
	const counts = new Map<number, number>();
	for (const colour of colours)
		counts.set(colour, (counts.get(colour) ?? 0) + 1);
	const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
	return byCount.slice(0, 256).map(([colour]) => colour);
}

/** Gives the rows of palette indexes, each as its difference from the row above (filter type 2). */
function filterRows(
	colours: readonly number[],
	palette: readonly number[],
	width: number,
) {
	const indexes = new Map(
		[...new Set(colours)].map((colour) => [
			colour,
			findNearest(colour, palette),
		]),
	);
	const rows = Buffer.alloc((colours.length / width) * (width + 1));
	for (const [at, colour] of colours.entries()) {
		const above = indexes.get(colours[at - width] ?? -1) ?? 0;
		const y = Math.floor(at / width);
		rows[y * (width + 1)] = 2;
		rows[at + y + 1] = (indexes.get(colour) ?? 0) - above;
	}
	return rows;
}

function findNearest(colour: number, palette: readonly number[]): number {
	const distances = palette.map((other) =>
		[16, 8, 0].reduce((sum, shift) => {
			const difference = ((colour >> shift) & 255) - ((other >> shift) & 255);
			return sum + difference ** 2;
		}, 0),
	);
	return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const whole = Buffer.alloc(body.length + 8);
	whole.writeUInt32BE(data.length, 0);
	body.copy(whole, 4);
	whole.writeUInt32BE(crc32(body), body.length + 4);
	return whole;
}
