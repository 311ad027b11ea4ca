/** A line on the terminal that says what a long build is doing. */

/** In milliseconds; what is quicker than that needs no line. */
const patience = 1000;
/** In milliseconds; an interrupt is heard as often. */
const interval = 100;

export interface Progress {
	readonly pause: (doing: string) => Promise<void> | undefined;
	/** Takes the line away. */
	readonly clear: () => void;
}

/** @param write absent where nobody watches */
export function createProgress(
	write: ((text: string) => void) | undefined,
): Progress {
	const start = performance.now();
	let last = start;
	let isShown = false;
	return {
		pause(doing) {
			const now = performance.now();
			if (now - last < interval) return undefined;
			last = now;
			if (write !== undefined && now - start > patience) {
				write(`\r\x1b[K${doing} …`);
				isShown = true;
			}
			return new Promise((resolve) => setImmediate(resolve));
		},
		clear() {
			if (isShown) write?.("\r\x1b[K");
			isShown = false;
		},
	};
}
