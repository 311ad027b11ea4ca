/**
 * How tangled raw HTML is, told before it is parsed, because parsing cannot be interrupted: it takes time for each
 * element that is open at a tag, and it opens `<b>` and its like again in every block until they are closed.
 */

import { readTags, type Tag } from "./tags.ts";

/** About a tenth of a second of parsing, and a hundred times what the longest honest article needs. */
const maxWork = 20_000_000;
/** A parser compares each attribute with all before it. */
const maxAttributes = 1000;

const voids =
	/^(?:area|base|basefont|bgsound|body|br|col|embed|frame|head|hr|html|image|img|input|keygen|link|meta|param|source|track|wbr)$/;
/** HTML, "The list of active formatting elements". */
const formatting =
	/^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;
/** Within these, tags mean something else, or nothing. */
const foreign = /^(?:math|select|svg|template)$/;
/** HTML within a drawing or a formula. */
const integrationPoints =
	/^(?:annotation-xml|desc|foreignobject|m[inos]|mtext|title)$/;
/** Tags that end a drawing or a formula ("The rules for parsing tokens in foreign content"). */
const breakouts =
	/^(?:b|big|blockquote|body|br|center|code|d[dlt]|div|em|embed|font|h[1-6]|head|hr|i|img|li|listing|menu|meta|nobr|ol|p|pre|ruby|s|small|span|strike|strong|su[bp]|table|tt|u|ul|var)$/;

/**
 * Counts the elements that may be open: only an end tag that fits the last start tag is sure to close anything, whatever
 * else a parser makes of the others.
 */
class OpenElements {
	#open: { name: string; weight: number }[] = [];
	#foreign = 0;
	/** Whether a drawing may have ended without its end tag. */
	#isBroken = false;
	weight = 0;

	isWithinHtml(): boolean {
		return this.#foreign === 0;
	}

	take(tag: Tag): void {
		if (tag.kind === "end") this.#close(tag.name);
		else this.#start(tag);
	}

	#isClosedBySlash(): boolean {
		return (
			this.#foreign > 0 &&
			!this.#isBroken &&
			!this.#open.some(({ name }) => integrationPoints.test(name))
		);
	}

	#start({ name, kind, length }: Tag): void {
		if (this.#foreign > 0 && breakouts.test(name)) this.#isBroken = true;
		if (kind === "self-closing" && this.#isClosedBySlash()) return;
		if (this.#foreign === 0 && voids.test(name)) return;
		if (foreign.test(name)) {
			this.#foreign++;
			if (name === "select" || name === "template") this.#isBroken = true;
		}
		const weight = formatting.test(name) ? 50 + length : 1;
		this.#open.push({ name, weight });
		this.weight += weight;
	}

	#close(name: string): void {
		const last = this.#open.at(-1);
		if (last?.name !== name) {
			if (this.#foreign > 0) this.#isBroken = true;
			return;
		}
		this.#open.pop();
		this.weight -= last.weight;
		if (foreign.test(name)) this.#foreign--;
		if (this.#foreign === 0) this.#isBroken = false;
	}
}

/** Tells whether parsing a text would take more time or memory than any article is worth. */
export function isTangled(html: string): boolean {
	const open = new OpenElements();
	let work = 0;
	for (const tag of readTags(html, () => open.isWithinHtml())) {
		open.take(tag);
		work += open.weight;
		if (work > maxWork || tag.attributes > maxAttributes) return true;
	}
	return false;
}
