/**
 * Draws the picture of the sample news story: the Tokyo Regional Immigration Services Bureau in Minato Ward, plainly and
 * from imagination, in flat shapes. Run by `npm run draw`; the same bytes come out each time.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Colour, createCanvas } from "./canvas.ts";

const WIDTH = 1200;
const HEIGHT = 800;
const GROUND = 600;

const { rectangle, ellipse, polygon, encodePng } = createCanvas(WIDTH, HEIGHT);

/** Gives one of the choices, scattered over a grid and the same each time. */
function scatter<T>(column: number, row: number, choices: readonly T[]): T {
	const seed =
		Math.imul(column + 1, 0x9e3779b1) ^ Math.imul(row + 1, 0x85ebca6b);
	const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) >>> 12;
	return choices[mixed % choices.length] as T;
}

function drawSky() {
	for (let y = 0; y < GROUND; y += 10) {
		rectangle(0, y, WIDTH, 10, "#e6f1f3");
		rectangle(0, y, WIDTH, 10, "#9cc9e3", 1 - y / GROUND);
	}
	for (const [x, y, size] of [
		[150, 128, 1],
		[1010, 84, 0.8],
		[560, 66, 0.55],
	] as const) {
		ellipse(x - 52 * size, y, 42 * size, 20 * size, "#f5fafb");
		ellipse(x, y - 14 * size, 50 * size, 32 * size, "#f5fafb");
		ellipse(x + 56 * size, y, 46 * size, 20 * size, "#f5fafb");
		rectangle(x - 60 * size, y + 4 * size, 124 * size, 16 * size, "#f5fafb");
	}
}

function drawSkyline() {
	for (const [x, width, height] of [
		[0, 70, 150],
		[58, 64, 232],
		[116, 90, 120],
		[188, 60, 190],
		[1030, 80, 140],
		[1096, 46, 254],
		[1134, 66, 176],
	] as const) {
		rectangle(x, GROUND - height, width, height, "#bcd3de");
		rectangle(x, GROUND - height, width * 0.3, height, "#c6dae3");
	}
}

const LEFT = 200;
const RIGHT = 976;
const ROOF = 156;
const STOREY = 34;
const GLASS = ["#6f97ad", "#7ba3b8", "#658ca3", "#86adbf"] as const;
const BLINDS = [...GLASS, ...GLASS, "#a9c3cb", "#f0dfae"] as const;

const STEPS = ["#e4dfd4", "#d6d0c3", "#c8c2b4"] as const;

/** Where a height of the front's right edge lies on the far edge of the shaded side. */
const recede = (y: number) => GROUND - (GROUND - y) * 0.93;

function drawSide() {
	const far = RIGHT + 66;
	const band = (top: number, bottom: number, colour: Colour) =>
		polygon(
			[
				[RIGHT, top],
				[far, recede(top)],
				[far, recede(bottom)],
				[RIGHT, bottom],
			],
			colour,
		);
	band(ROOF, GROUND, "#c9c2b2");
	band(ROOF, ROOF + 5, "#b8b1a1");
	for (let floor = 0; floor < 11; floor++) {
		const top = ROOF + 22 + floor * STOREY;
		band(top, top + 17, "#587b90");
	}
	band(GROUND - 50, GROUND, "#a39c8d");
}

function drawRoof() {
	rectangle(430, ROOF - 26, 250, 28, "#d8d2c4");
	rectangle(430, ROOF - 26, 250, 4, "#c6bfaf");
	for (let x = 446; x < 664; x += 12) rectangle(x, ROOF - 16, 7, 10, "#b9b3a5");
	rectangle(721, ROOF - 74, 3, 76, "#9aa4a8");
	rectangle(710, ROOF - 58, 25, 2, "#9aa4a8");
	rectangle(714, ROOF - 44, 17, 2, "#9aa4a8");
}

function drawFront() {
	rectangle(LEFT, ROOF, RIGHT - LEFT, GROUND - ROOF, "#ece6d8");
	rectangle(LEFT, ROOF, RIGHT - LEFT, 5, "#d9d2c2");
	for (let floor = 0; floor < 11; floor++) {
		const top = ROOF + 22 + floor * STOREY;
		rectangle(LEFT + 14, top, RIGHT - LEFT - 28, 17, "#54778c");
		for (let pane = 0; pane < 34; pane++)
			rectangle(
				LEFT + 14 + pane * 22,
				top + 3,
				20,
				14,
				scatter(pane, floor, BLINDS),
			);
		rectangle(LEFT + 14, top + 17, RIGHT - LEFT - 28, 2, "#d6cfbf");
	}
}

/** The tower of stairs and lifts, which breaks the bands of windows. */
function drawTower() {
	rectangle(800, ROOF - 40, 84, GROUND - ROOF + 40, "#f3eee3");
	rectangle(800, ROOF - 40, 84, 5, "#ddd6c7");
	rectangle(884, ROOF, 6, GROUND - ROOF, "#d3ccbc");
	rectangle(884, ROOF - 40, 20, 40, "#cfc8b8");
	for (let floor = 0; floor < 12; floor++)
		rectangle(837, ROOF - 14 + floor * STOREY, 10, 22, "#7ba3b8");
}

function drawEntrance() {
	rectangle(LEFT, 548, RIGHT - LEFT, GROUND - 548, "#5b7483");
	for (let pane = 0; pane < 24; pane++)
		rectangle(
			LEFT + 6 + pane * 32.4,
			554,
			26,
			GROUND - 554,
			scatter(pane, 40, GLASS),
			0.8,
		);
	for (let x = LEFT; x <= RIGHT - 12; x += 95.5)
		rectangle(x, 548, 12, GROUND - 548, "#e2dbcc");
	rectangle(800, 548, 84, GROUND - 548, "#f3eee3");
	rectangle(498, 552, 128, GROUND - 552, "#f4e3b5");
	for (let x = 498; x <= 626; x += 32)
		rectangle(x - 1, 552, 3, GROUND - 552, "#6c7a80");
	rectangle(498, 566, 128, 2, "#6c7a80");
	rectangle(452, 536, 220, 12, "#fbf8f1");
	rectangle(452, 548, 220, 4, "#b5ae9f");
	rectangle(466, 552, 6, GROUND - 552, "#fbf8f1");
	rectangle(652, 552, 6, GROUND - 552, "#fbf8f1");
	for (const [step, colour] of STEPS.entries())
		rectangle(474 - step * 14, 594 + step * 4, 176 + step * 28, 4, colour);
}

function drawFlags() {
	for (const x of [326, 366, 406])
		rectangle(x, 462, 3, GROUND - 462, "#f4f4f0");
	for (const x of [326, 366, 406]) ellipse(x + 1.5, 460, 3.5, 3.5, "#d9b65c");
	rectangle(369, 468, 48, 32, "#c9d2d4");
	rectangle(369, 467, 47, 31, "#ffffff");
	ellipse(392.5, 482.5, 9.5, 9.5, "#c4384b");
}

function drawTree(x: number, size: number, leaves: readonly Colour[]) {
	const [dark = "#000000", light = dark] = leaves;
	rectangle(x - 4 * size, GROUND - 50 * size, 8 * size, 50 * size, "#7a6654");
	ellipse(x, GROUND - 84 * size, 36 * size, 48 * size, dark);
	ellipse(x - 20 * size, GROUND - 66 * size, 28 * size, 28 * size, dark);
	ellipse(x + 21 * size, GROUND - 64 * size, 27 * size, 26 * size, dark);
	ellipse(x - 9 * size, GROUND - 96 * size, 22 * size, 27 * size, light);
}

function drawGarden() {
	const green = ["#5f8f66", "#72a275"] as const;
	const ginkgo = ["#d9ae4a", "#e7c469"] as const;
	for (const [x, width] of [
		[206, 226],
		[690, 104],
		[894, 150],
	] as const) {
		rectangle(x, GROUND - 15, width, 15, "#5a8a62");
		rectangle(x, GROUND - 15, width, 4, "#6d9d71");
	}
	for (const [x, size, leaves] of [
		[42, 1.1, green],
		[128, 0.92, ginkgo],
		[238, 0.74, green],
		[738, 0.7, green],
		[950, 0.78, ginkgo],
		[1074, 1, green],
		[1162, 1.14, ginkgo],
	] as const)
		drawTree(x, size, leaves);
}

function drawRoad() {
	rectangle(0, GROUND, WIDTH, 26, "#d9d5cb");
	for (let x = 0; x < WIDTH; x += 40) rectangle(x, GROUND, 1, 20, "#c8c3b7");
	rectangle(0, 620, WIDTH, 6, "#bdb8ac");
	rectangle(0, 626, WIDTH, 72, "#868e94");
	rectangle(0, 631, WIDTH, 2, "#dfe2e2");
	for (let x = 20; x < WIDTH; x += 90) rectangle(x, 661, 46, 4, "#e9eaea");
}

function drawBus() {
	rectangle(214, 655, 188, 6, "#6f777d");
	ellipse(220, 597, 8, 8, "#f2ead2");
	ellipse(392, 597, 8, 8, "#f2ead2");
	rectangle(220, 589, 172, 10, "#f2ead2");
	rectangle(212, 597, 188, 52, "#f2ead2");
	rectangle(212, 628, 188, 9, "#4f9a7c");
	for (let x = 222; x < 360; x += 28) rectangle(x, 602, 24, 21, "#557486");
	rectangle(362, 602, 18, 21, "#557486");
	rectangle(384, 602, 16, 25, "#7ba3b8");
	rectangle(396, 640, 4, 5, "#f0c75e");
	for (const x of [250, 342]) {
		ellipse(x, 649, 12, 12, "#3c444a");
		ellipse(x, 649, 5, 5, "#aeb5b8");
	}
}

function drawCanal() {
	rectangle(0, 698, WIDTH, 8, "#d3cec2");
	rectangle(0, 706, WIDTH, 22, "#aaa699");
	for (let x = 24; x < WIDTH; x += 60) rectangle(x, 706, 2, 22, "#9b978b");
	for (let y = 728; y < HEIGHT; y += 8) {
		rectangle(0, y, WIDTH, 8, "#6fa3b4");
		rectangle(0, y, WIDTH, 8, "#4f8398", (y - 728) / 72);
	}
	rectangle(0, 728, WIDTH, 4, "#477788");
	for (let wave = 0; wave < 54; wave++) {
		const x = scatter(wave, 3, [0, 17, 41, 66, 88]) + (wave % 9) * 138;
		const y = 740 + ((wave / 9) | 0) * 10;
		const length = scatter(wave, 5, [30, 46, 64, 22]);
		const isReflection = x > LEFT && x < RIGHT;
		rectangle(x - 12, y, length, 2, isReflection ? "#ece6d8" : "#b9d6dd", 0.6);
	}
	for (let x = 6; x < WIDTH; x += 24) rectangle(x, 676, 2, 24, "#eef0ee");
	rectangle(0, 675, WIDTH, 3, "#f7f8f6");
	rectangle(0, 686, WIDTH, 2, "#eef0ee");
}

for (const draw of [
	drawSky,
	drawSkyline,
	drawSide,
	drawRoof,
	drawFront,
	drawTower,
	drawEntrance,
	drawFlags,
	drawGarden,
	drawRoad,
	drawBus,
	drawCanal,
])
	draw();

const folder = new URL("../dist/pictures/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
	fileURLToPath(new URL("immigration-bureau.png", folder)),
	encodePng(),
);
