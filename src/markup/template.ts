/** Renders template languages in Markdown: what stands in place of each tag is told by the language. */

import { type Piece, readPieces, type Syntax } from "./template-tags.ts";

/** A tag that stands for something. */
export interface Call {
	readonly isOutput: boolean;
	/** As it stands in the text (example: `{% note "x" %}`). */
	readonly source: string;
	/** Empty for output. */
	readonly name: string;
	/** What follows the name; for output, all of it. */
	readonly rest: string;
	/** What stands between a pair. */
	readonly inner?: Inner;
}

export interface Inner {
	readonly source: string;
	readonly render: () => string;
	/** What its `else`, `elsif`, `elif` and `when` part it into; the first begins with the tag itself. */
	readonly readBranches: () => readonly Branch[];
}

export interface Branch {
	/** The tag that begins it, and what follows its name. */
	readonly name: string;
	readonly rest: string;
	readonly render: () => string;
}

const branch = /^(?:else|elsif|elseif|elif|when)$/;

/** Finds the pieces between two at which branches begin. */
function findBranches(
	pieces: readonly Piece[],
	from: number,
	to: number,
): number[] {
	const found: number[] = [];
	for (let index = from; index < to; index++) {
		const piece = pieces[index];
		if (piece?.isTag && branch.test(piece.name)) found.push(index);
		index = piece?.close ?? index;
	}
	return found;
}

/**
 * Renders a template: `renderCall` says what stands in place of each tag; the tags that end a pair leave nothing.
 * Tags that nothing ends are text.
 */
export function renderTemplate(
	text: string,
	syntax: Syntax,
	renderCall: (call: Call) => string,
): string {
	const pieces = readPieces(text, syntax);
	const readInner = (piece: Piece, index: number, close: number): Inner => ({
		source: text.slice(
			piece.start + piece.source.length,
			pieces[close]?.start ?? text.length,
		),
		render: () => renderPieces(index + 1, close),
		readBranches: () => {
			const starts = [index, ...findBranches(pieces, index + 1, close)];
			return starts.map((start, number) => ({
				name: pieces[start]?.name ?? "",
				rest: pieces[start]?.rest ?? "",
				render: () => renderPieces(start + 1, starts[number + 1] ?? close),
			}));
		},
	});
	const renderPieces = (from: number, to: number): string => {
		let result = "";
		for (let index = from; index < to; index++) {
			const piece = pieces[index];
			if (!piece) break;
			if (!piece.isTag) result += piece.source;
			else if (piece.isOutput || syntax.readEnd(piece.name) === undefined) {
				const close = piece.close;
				result += renderCall(
					close === undefined
						? piece
						: { ...piece, inner: readInner(piece, index, close) },
				);
				index = close ?? index;
			}
		}
		return result;
	};
	return renderPieces(0, pieces.length);
}
