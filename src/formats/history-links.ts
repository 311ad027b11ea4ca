/** The links between the documents of an archived feed (RFC 5005, section 4; in RSS as its appendix B has them). */

import type { Feed } from "../model.ts";

/** Gives the attributes of the links; an archive leads back to the document that is subscribed to. */
export function listHistoryLinks({ history }: Feed, type: string) {
	const { current, previous, next } = history;
	return [
		{ rel: "current", href: current },
		{ rel: "prev-archive", href: previous },
		{ rel: "next-archive", href: next },
	].flatMap(({ rel, href }) => (href === undefined ? [] : { rel, type, href }));
}
