/** Template languages in Markdown: finds their tags (`{% … %}`, `{{ … }}`, `{{< … >}}`) and the pairs that belong together. */

/** How a language writes its tags. */
export interface Syntax {
	/** Finds where a tag begins; global. */
	readonly opening: RegExp;
	/** What ends a tag, by what begins it. */
	readonly closings: Readonly<Record<string, string>>;
	/** What begins output and what begins a comment, where they are not tags. */
	readonly output?: string;
	readonly comment?: string;
	/** Tags whose inside is text as it stands. */
	readonly verbatim: ReadonlySet<string>;
	/** Whether a `/` at its end says that a tag has no other end. */
	readonly selfCloses?: boolean;
	/** The name of the tag that a tag ends (`endnote`: `note`); empty for whichever is open. */
	readonly readEnd: (name: string) => string | undefined;
}

/** A tag, or the text between two. */
export interface Piece {
	readonly isTag: boolean;
	readonly isOutput: boolean;
	readonly source: string;
	readonly name: string;
	readonly rest: string;
	readonly start: number;
	/** The index of the piece that ends a pair. */
	close?: number;
}

interface Reader {
	readonly text: string;
	readonly syntax: Syntax;
	readonly pieces: Piece[];
	/** Where each closing stands next, so that none is looked for twice. */
	readonly next: Map<string, number>;
}

/** Pairs within pairs; deeper ones are tags of their own. */
const deepest = 40;

function findNext(reader: Reader, what: string, from: number): number {
	const known = reader.next.get(what) ?? -1;
	if (known >= from) return known;
	const found = reader.text.indexOf(what, from);
	const place = found < 0 ? Number.POSITIVE_INFINITY : found;
	reader.next.set(what, place);
	return place;
}

function pushText(reader: Reader, start: number, end: number): void {
	if (start >= end) return;
	const source = reader.text.slice(start, end);
	reader.pieces.push({
		isTag: false,
		isOutput: false,
		source,
		name: "",
		rest: "",
		start,
	});
}

const tagName = /^(?:\/\s*)?[\p{L}\p{N}_][\p{L}\p{N}_./-]*/u;

/** Reads what stands between a tag's delimiters, without the signs that trim blanks. */
function readTag(
	source: string,
	content: string,
	isOutput: boolean,
	start: number,
): Piece {
	const inside = content.replace(/^[-~]/, "").replace(/[-~]$/, "").trim();
	const found = isOutput ? "" : (tagName.exec(inside)?.[0] ?? "");
	const name = found.replace(/\s/g, "").replace(/\/$/, "");
	const rest = inside.slice(found.endsWith("/") ? name.length : found.length);
	return { isTag: true, isOutput, source, name, rest: rest.trim(), start };
}

/** `{{ "{{" }}`, which shows braces. */
const shownBraces = /\{\{-?\s*(["'])[^"'\n]{0,20}\1\s*-?\}\}/y;

/** `style={{ color: "red" }}`, which is JSX and no output. */
const jsxObject = /\{\{\s*(?:[\w-]+\s*:|\.\.\.)/y;

function isJsx(text: string, start: number): boolean {
	jsxObject.lastIndex = start;
	return text[start - 1] === "=" && jsxObject.test(text);
}

function findTagEnd(reader: Reader, open: string, start: number): number {
	if (isJsx(reader.text, start)) return -1;
	shownBraces.lastIndex = start;
	const shown = shownBraces.exec(reader.text);
	if (shown) return start + shown[0].length;
	const close = reader.syntax.closings[open] ?? "";
	const end = findNext(reader, close, start + open.length);
	if (end > findNext(reader, open, start + open.length)) return -1;
	if (end === Number.POSITIVE_INFINITY) return -1;
	const isSplit =
		open === reader.syntax.output &&
		/\n[ \t]*\n/.test(reader.text.slice(start, end));
	return isSplit ? -1 : end + close.length;
}

/** Finds the tag that ends a verbatim one. */
function findVerbatimEnd(reader: Reader, name: string, from: number): number {
	const key = `verbatim ${name}`;
	const known = reader.next.get(key) ?? -1;
	if (known >= from) return known;
	const end = new RegExp(`\\{[%{][-<%]?\\s*(?:end|/)\\s*${name}(?![\\w])`, "g");
	end.lastIndex = from;
	const place = end.exec(reader.text)?.index ?? Number.POSITIVE_INFINITY;
	reader.next.set(key, place);
	return place;
}

/** Takes the tag that begins at a place. @returns where the text goes on; the place itself where there is no tag */
function takeTag(reader: Reader, open: string, start: number): number {
	const end = findTagEnd(reader, open, start);
	if (end < 0) return start;
	if (open === reader.syntax.comment) return end;
	const close = reader.syntax.closings[open] ?? "";
	const source = reader.text.slice(start, end);
	const content = source.slice(open.length, -close.length);
	const isOutput = open === reader.syntax.output;
	const piece = readTag(source, content, isOutput, start);
	reader.pieces.push(piece);
	if (!reader.syntax.verbatim.has(piece.name)) return end;
	const stop = findVerbatimEnd(reader, piece.name, end);
	if (stop === Number.POSITIVE_INFINITY) return end;
	pushText(reader, end, stop);
	return stop;
}

function splitPieces(text: string, syntax: Syntax): Piece[] {
	const reader: Reader = { text, syntax, pieces: [], next: new Map() };
	let copied = 0;
	syntax.opening.lastIndex = 0;
	for (
		let match = syntax.opening.exec(text);
		match;
		match = syntax.opening.exec(text)
	) {
		const before = reader.pieces.length;
		const end = takeTag(reader, match[0], match.index);
		if (end === match.index) continue;
		const taken = reader.pieces.splice(before);
		pushText(reader, copied, match.index);
		reader.pieces.push(...taken);
		copied = end;
		syntax.opening.lastIndex = end;
	}
	pushText(reader, copied, text.length);
	return reader.pieces;
}

/** Joins each tag with the one that ends it; what is open between them has no end. */
function joinPairs(pieces: readonly Piece[], syntax: Syntax): void {
	const open: number[] = [];
	const counts = new Map<string, number>();
	pieces.forEach((piece, index) => {
		const isClosed = syntax.selfCloses === true && piece.rest.endsWith("/");
		if (piece.name === "" || isClosed) return;
		const ended = syntax.readEnd(piece.name);
		if (ended === undefined) {
			open.push(index);
			counts.set(piece.name, (counts.get(piece.name) ?? 0) + 1);
			return;
		}
		if (ended !== "" && !counts.get(ended)) return;
		for (let last = open.pop(); last !== undefined; last = open.pop()) {
			const opener = pieces[last];
			if (!opener) continue;
			counts.set(opener.name, (counts.get(opener.name) ?? 1) - 1);
			if (ended !== "" && opener.name !== ended) continue;
			opener.close = index;
			return;
		}
	});
}

/** Takes pairs apart that no hand nested so deep. */
function limitDepth(pieces: readonly Piece[]): void {
	const ends: number[] = [];
	pieces.forEach((piece, index) => {
		while (ends.length > 0 && (ends.at(-1) ?? 0) <= index) ends.pop();
		if (piece.close === undefined) return;
		if (ends.length < deepest) ends.push(piece.close);
		else delete piece.close;
	});
}

/** Reads a text's tags, each pair joined; tags that nothing closes are text. */
export function readPieces(text: string, syntax: Syntax): readonly Piece[] {
	const pieces = splitPieces(text, syntax);
	joinPairs(pieces, syntax);
	limitDepth(pieces);
	return pieces;
}
